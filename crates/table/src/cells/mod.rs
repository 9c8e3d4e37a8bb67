//! What one cell says: missing, a number, a date, or just text.

pub mod date;
mod english;
mod fold;
mod japanese;
mod missing;
pub mod number;
mod plain;
pub mod time;
pub mod unit;

pub use fold::{fold, fold_code, label, trim};
pub use missing::{is_closed, is_excel_error, is_missing, is_missing_number};

/// What a cell looks like before its column is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing.
    Empty,
    /// A mark for "no value".
    Missing,
    /// A number.
    Number,
    /// A date or time with separators or date words.
    Date,
    /// Anything else.
    Text,
}

/// The coarse kind of a cell.
pub fn kind(cell: &str) -> Kind {
    let cell = trim(cell);
    if cell.is_empty() {
        Kind::Empty
    } else if is_missing(cell) || is_excel_error(cell) {
        Kind::Missing
    } else if number::plain(cell).is_some() {
        Kind::Number
    } else if date::looks_like_date(cell) {
        Kind::Date
    } else if number::parse(cell, false).is_some() || number::parse(cell, true).is_some() {
        Kind::Number
    } else if is_missing_number(cell) {
        Kind::Missing
    } else {
        Kind::Text
    }
}
