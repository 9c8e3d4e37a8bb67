//! Why rows cannot be grouped.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why there is no grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SegmentError {
    /// Too few rows.
    TooShort {
        /// What there is.
        have: usize,
        /// What is needed.
        need: usize,
    },
    /// Every column is constant, empty or different in every row.
    NoColumn,
    /// The columns are of different lengths.
    UnequalColumns,
    /// Fewer than 2 groups, or more than the rows can fill.
    GroupCount {
        /// Asked for.
        asked: usize,
        /// At most possible.
        most: usize,
    },
}

impl fmt::Display for SegmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort { have, need } => write!(f, "{have} rows, at least {need} are needed"),
            Self::NoColumn => write!(f, "no column that could tell groups apart"),
            Self::UnequalColumns => write!(f, "the columns are of different lengths"),
            Self::GroupCount { asked, most } => write!(f, "{asked} groups asked for, possible are 2 to {most}"),
        }
    }
}

impl std::error::Error for SegmentError {}
