//! Records that are plain lines: looked at eight bytes at a time, because cells are too short for a search of each to pay off.

/// A record that is a plain line.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// Its bytes without the line end.
    pub bytes: &'a [u8],
    /// Where the next record starts.
    pub next: usize,
}

impl Line<'_> {
    /// Number of its fields.
    #[inline]
    pub fn width(&self, delimiter: u8) -> usize {
        let (words, last) = self.bytes.as_chunks::<8>();
        let marks = |word: &[u8; 8]| zeros(u64::from_le_bytes(*word) ^ eight(delimiter)).count_ones() as usize;
        words.iter().map(marks).sum::<usize>() + last.iter().filter(|b| **b == delimiter).count() + 1
    }
}

/// Calls `end` with the end of each field of a plain line, in order.
#[inline]
pub fn ends(line: &[u8], delimiter: u8, mut end: impl FnMut(usize)) {
    let (words, last) = line.as_chunks::<8>();
    let mut base = 0;
    for word in words {
        let mut marks = zeros(u64::from_le_bytes(*word) ^ eight(delimiter));
        while marks != 0 {
            end(base + marks.trailing_zeros() as usize / 8);
            marks &= marks - 1;
        }
        base += 8;
    }
    for byte in last {
        if *byte == delimiter {
            end(base);
        }
        base += 1;
    }
    end(base);
}

/// The same byte eight times.
#[inline]
const fn eight(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The highest bit of each byte that is zero.
#[inline]
const fn zeros(word: u64) -> u64 {
    const LOW: u64 = eight(0x7F);
    !(((word & LOW) + LOW) | word | LOW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_and_width_of_any_line() {
        // Neighbours of the delimiter and bytes with the highest bit must not pass for it.
        let pieces = ["", "1", "-", "+,", "日本", "a,b", ",", "\u{AC}", "-,-"];
        for count in 0..600 {
            let line: String = (0..count % 24).map(|i| pieces[(count / 24 + i * i) % pieces.len()]).collect();
            let mut found = Vec::new();
            ends(line.as_bytes(), b',', |end| found.push(end));
            let bytes = line.as_bytes();
            let mut expected: Vec<usize> = (0..bytes.len()).filter(|i| bytes[*i] == b',').collect();
            expected.push(bytes.len());
            assert_eq!(found, expected, "{line}");
            assert_eq!(Line { bytes, next: 0 }.width(b','), expected.len(), "{line}");
        }
    }
}
