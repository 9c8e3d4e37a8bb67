//! The cells of a text column that were seen last, as they stand in the file, with their codes.
//!
//! Most text columns repeat a few cells. Folding, composing and looking one up costs far more than finding it here again.

/// Places; a power of two.
const PLACES: usize = 128;

/// Cells and their codes, each in the one place that its bytes lead to.
#[derive(Default)]
pub struct Recent(Vec<(String, u32)>);

impl Recent {
    /// The code of a cell: the one of last time, or the one that `find` gives.
    #[inline]
    pub fn code(&mut self, cell: &str, find: impl FnOnce() -> u32) -> u32 {
        if self.0.is_empty() {
            // A place that was never filled must not pass for the empty cell.
            self.0.resize(PLACES, (" ".to_owned(), 0));
        }
        let (known, code) = &mut self.0[place(cell.as_bytes())];
        if known.as_str() != cell {
            *code = find();
            known.clear();
            known.push_str(cell);
        }
        *code
    }
}

/// A place by the first and the last eight bytes and the length.
#[inline]
fn place(cell: &[u8]) -> usize {
    let eight = |bytes: &[u8]| bytes.iter().fold(0u64, |value, byte| value << 8 | u64::from(*byte));
    let (first, last) = match (cell.first_chunk::<8>(), cell.last_chunk::<8>()) {
        (Some(first), Some(last)) => (u64::from_le_bytes(*first), u64::from_le_bytes(*last)),
        _ => (eight(cell), 0),
    };
    let mixed =
        first.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (last ^ cell.len() as u64).wrapping_mul(0xD6E8_FEB8_6659_FD93);
    (mixed >> (64 - PLACES.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_keeps_its_code() {
        let mut recent = Recent::default();
        let mut asked = 0;
        for round in 0..3 {
            for cell in 0..1_000u32 {
                let text = if cell == 0 { String::new() } else { format!("店舗{cell}") };
                let code = recent.code(&text, || {
                    asked += 1;
                    cell
                });
                assert_eq!(code, cell, "round {round}");
            }
        }
        assert!((1_000..=3_000).contains(&asked));
        assert_eq!((recent.code("x", || 7), recent.code("x", || 8)), (7, 7));
    }
}
