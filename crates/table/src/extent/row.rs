//! One record in text, with the kinds of its cells.

use crate::cells::{Kind, kind, trim};
use crate::records::{Field, Splitter};

use super::LIMIT_COLUMNS;

/// One record of the sample, in text.
pub struct Row {
    /// Trimmed cells.
    pub cells: Vec<String>,
    /// Their kinds.
    pub kinds: Vec<Kind>,
    /// Fields of the record, also beyond what is kept.
    pub width: usize,
    /// Where the record starts in the text.
    pub start: usize,
}

impl Row {
    /// A record that was split into `fields`.
    pub fn read(splitter: &Splitter, fields: &[Field], start: usize) -> Self {
        let cells: Vec<String> =
            fields.iter().take(LIMIT_COLUMNS + 1).map(|f| trim(&f.text(splitter.text())).to_owned()).collect();
        let kinds = cells.iter().map(|c| kind(c)).collect();
        Self { cells, kinds, width: fields.len(), start }
    }

    /// Cells that are not empty.
    pub fn filled(&self) -> usize {
        self.kinds.iter().filter(|k| **k != Kind::Empty).count()
    }

    /// The kind of a cell; empty beyond the last.
    pub fn kind(&self, column: usize) -> Kind {
        self.kinds.get(column).copied().unwrap_or(Kind::Empty)
    }

    /// The text of a cell; empty beyond the last.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}
