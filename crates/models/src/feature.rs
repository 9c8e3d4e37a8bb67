//! The columns that a model sees: numbers and categories of one length, with gaps.

use serde::{Deserialize, Serialize};

/// The code of a category cell without a value, or with a level that the training data did not have.
pub const MISSING: u32 = u32::MAX;

/// One column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Feature {
    /// Numbers; `NaN` is a gap. Infinities are not allowed.
    Number(Vec<f64>),
    /// Codes `0..levels` or [`MISSING`].
    Category {
        /// One code a row.
        codes: Vec<u32>,
        /// Number of levels.
        levels: u32,
    },
}

impl Feature {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        match self {
            Self::Number(values) => values.len(),
            Self::Category { codes, .. } => codes.len(),
        }
    }

    /// The given rows, in the given order (repeats allowed).
    pub fn take(&self, rows: &[usize]) -> Self {
        match self {
            Self::Number(values) => Self::Number(rows.iter().map(|&r| values[r]).collect()),
            Self::Category { codes, levels } => {
                Self::Category { codes: rows.iter().map(|&r| codes[r]).collect(), levels: *levels }
            }
        }
    }
}

/// Columns of one length.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Features {
    /// The columns.
    pub columns: Vec<Feature>,
}

impl Features {
    /// Number of rows; 0 without columns.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, Feature::rows)
    }

    /// The given rows of every column.
    pub fn take(&self, rows: &[usize]) -> Self {
        Self { columns: self.columns.iter().map(|c| c.take(rows)).collect() }
    }
}
