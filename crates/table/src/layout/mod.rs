//! How a table lies: columns that belong below each other, rows that are columns, tables side by side.
//!
//! A table that is to lie another way is written as text again, each value as the person wrote it, and typed like a file.

pub mod below;
pub mod beside;
pub mod copy;
pub mod days;
pub mod form;
pub mod naming;
pub mod sums;
mod turn;
mod wide;

use crate::extent::Extent;
use crate::typing::Column;

pub use turn::{fits, long, transposed};
pub use wide::Wide;

/// What separates the fields of a table that was written again: a character that no cell of an office file has.
pub const DELIMITER: u8 = 0x1F;

/// Text that was found to be a table, and its typed columns.
pub struct Draft {
    /// The text.
    pub text: String,
    /// What separates the fields.
    pub delimiter: u8,
    /// Where the table is in the text.
    pub extent: Extent,
    /// The columns.
    pub columns: Vec<Column>,
    /// Columns that were dropped because they hold nothing.
    pub dropped: usize,
}
