//! Results as rows to save; the engine writes them as files.

use sanpo_api::{Grain, Moment};
use sanpo_table::{Table, Typed};

/// A cell to write.
#[derive(Clone, Debug, PartialEq)]
pub enum OutCell {
    /// Nothing.
    Empty,
    /// A number that Sanpo calculated.
    Number(f64),
    /// A share of 1 that Sanpo calculated.
    Share(f64),
    /// A moment of a series with steps of this grain.
    Time(Moment, Grain),
    /// Text in words.
    Text(String),
    /// A cell of the user's file: its text, and what it is worth.
    Own(String, Option<Typed>),
}

impl OutCell {
    /// A number, or nothing for `NaN`.
    pub fn number(value: f64) -> Self {
        if value.is_finite() { Self::Number(value) } else { Self::Empty }
    }

    /// A share, or nothing for `NaN`.
    pub fn share(value: f64) -> Self {
        if value.is_finite() { Self::Share(value) } else { Self::Empty }
    }
}

/// A heading and rows of one width, made while they are written: a million rows are never held twice.
pub struct Sheet<'a> {
    /// What to call the file, without ending: `forecast`, `anomaly`, `segment`, `predict`.
    pub stem: &'static str,
    /// Headings.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Box<dyn Iterator<Item = Vec<OutCell>> + 'a>,
}

/// The user's own cells of a row, as they stood in the file; exactly `columns` of them.
pub fn original(table: &Table, columns: usize, row: usize) -> Vec<OutCell> {
    let own =
        |(column, text): (usize, std::borrow::Cow<'_, str>)| OutCell::Own(text.into_owned(), table.typed(column, row));
    let mut cells: Vec<OutCell> = table.original_row(row).into_iter().enumerate().map(own).collect();
    cells.resize(columns, OutCell::Empty);
    cells
}
