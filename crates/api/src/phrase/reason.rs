//! What answers are held against, and why a row stands out.

use serde::{Deserialize, Serialize};

/// The simple answer that a method is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Naive {
    /// The last value again.
    LastValue,
    /// The value at the same time a day ago.
    Yesterday,
    /// The value at the same time a week ago.
    LastWeek,
    /// The value at the same time a year ago.
    LastYear,
}

/// Why a row stands out: one column of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A number above or below what is usual.
    Beyond {
        /// The column.
        column: String,
        /// Its unit.
        unit: Option<String>,
        /// Its value.
        value: f64,
        /// Usual range: 5 % of rows are below `low`, 5 % above `high`.
        low: f64,
        /// Upper end of the usual range.
        high: f64,
        /// The category whose rows are meant; none for all rows.
        of: Option<String>,
    },
    /// Each number is usual, but not with the others of the row.
    Combination {
        /// The column.
        column: String,
        /// Its unit.
        unit: Option<String>,
        /// Its value.
        value: f64,
    },
    /// A text that few rows have.
    Rare {
        /// The column.
        column: String,
        /// Its text.
        text: String,
        /// Share of rows that have it.
        share_frac: f64,
    },
    /// No value where nearly every row has one.
    Missing {
        /// The column.
        column: String,
    },
    /// A moment of a series away from what was expected.
    Expected {
        /// The column.
        column: String,
        /// Its unit.
        unit: Option<String>,
        /// Its value.
        value: f64,
        /// What was expected.
        expected: f64,
        /// Lower end of the usual range.
        low: f64,
        /// Upper end of the usual range.
        high: f64,
    },
    /// A stretch of a series whose shape is unlike the others.
    Shape {
        /// The column.
        column: String,
    },
}
