//! What stands below a table: 以上, a remark, the number of its rows.
//!
//! In plain words: the last rows, each with a single cell of words in a table whose rows fill several. Below a blank row that is
//! no data, whatever it says; right below the data it could be a row that nobody has filled yet, unless it says that it is none.

use sanpo_api::{NotData, NotDataWhy};

use super::Extent;

/// Words that end a list.
const ENDS: [&str; 9] = ["以上", "以下余白", "以下空白", "備考", "補足", "end of", "(end", "*** end", "total rows"];

/// The last rows so far that hold one cell of words.
#[derive(Default)]
pub struct Footer {
    /// Their records, and whether each is none of the table's rows.
    rows: Vec<(usize, bool)>,
    below_blank: bool,
}

impl Footer {
    /// A row of the table: what stood above it belongs to the table.
    #[inline]
    pub fn data(&mut self) {
        if !self.rows.is_empty() || self.below_blank {
            *self = Self::default();
        }
    }

    /// A blank row.
    pub fn blank(&mut self) {
        self.below_blank = true;
    }

    /// A row with a single cell of words.
    pub fn lone(&mut self, record: usize, cell: &str) {
        let apart = self.below_blank || self.rows.last().is_some_and(|(_, apart)| *apart) || ends_a_list(cell);
        self.rows.push((record, apart));
    }

    /// Takes the rows that are none off the end of the table.
    pub fn take_off(self, extent: &mut Extent) {
        if self.rows.len() >= extent.starts.len() {
            return;
        }
        for (record, _) in self.rows.iter().filter(|(_, apart)| *apart) {
            extent.starts.pop();
            extent.not_data.push(NotData { record: *record, why: NotDataWhy::Note });
            let ragged = &mut extent.ragged;
            if let Some(at) = ragged.1.iter().position(|ragged| ragged == record) {
                ragged.1.remove(at);
                ragged.0 -= 1;
            }
        }
        extent.not_data.sort_by_key(|n| n.record);
    }
}

/// A cell that says that nothing follows it, or how much there was.
fn ends_a_list(cell: &str) -> bool {
    let cell = cell.to_lowercase();
    ENDS.iter().any(|end| cell.starts_with(end))
}
