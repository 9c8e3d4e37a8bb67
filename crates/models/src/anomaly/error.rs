//! What can stop a search for anomalies.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why no detector could be fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnomalyError {
    /// Fewer rows or values than a notion of "usual" needs.
    TooShort {
        /// What there is.
        have: usize,
        /// What is needed.
        need: usize,
    },
    /// Every column is constant or empty.
    NoColumn,
    /// The columns are of different lengths.
    UnequalColumns,
    /// An infinity among the values.
    NotFinite,
}

impl fmt::Display for AnomalyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort { have, need } => write!(f, "{have} usable rows, at least {need} are needed"),
            Self::NoColumn => write!(f, "no column varies"),
            Self::UnequalColumns => write!(f, "the columns are of different lengths"),
            Self::NotFinite => write!(f, "an infinite value"),
        }
    }
}

impl std::error::Error for AnomalyError {}
