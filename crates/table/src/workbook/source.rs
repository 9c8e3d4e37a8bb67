//! What the formats have in common: sheets, cells in order, merged cells.

use sanpo_api::Problem;

use super::lines::Sink;

/// A sheet by its tab.
pub struct Tab {
    /// The name on it.
    pub name: String,
    /// Whether a person sees it.
    pub visible: bool,
}

/// Merged cells: the rows, and the column that holds the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// First row, from 0.
    pub first_row: u32,
    /// Last row.
    pub last_row: u32,
    /// The first column, from 0.
    pub column: u32,
}

/// An open workbook of any format.
pub trait Source {
    /// Its sheets, in the order of their tabs; charts and macros left out.
    fn tabs(&self) -> &[Tab];

    /// Gives the cells of a sheet, row by row, until the sink has enough. Fails where the sheet is damaged.
    fn cells(&mut self, tab: usize, sink: &mut dyn Sink) -> Result<(), Problem>;

    /// The merged cells of a sheet.
    fn merges(&mut self, tab: usize) -> Vec<Area>;
}
