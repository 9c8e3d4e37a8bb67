//! Cells that are no values of their column.

/// Cells that did not fit the column's type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BadCells {
    /// How many.
    pub count: usize,
    /// The first three: data row and text.
    pub examples: Vec<(usize, String)>,
}

impl BadCells {
    pub(super) fn add(&mut self, row: usize, cell: &str) {
        self.count += 1;
        if self.examples.len() < 3 {
            self.examples.push((row, cell.chars().take(60).collect()));
        }
    }
}
