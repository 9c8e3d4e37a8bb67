//! What a table must be like before anything is learnt from it.

use serde::{Deserialize, Serialize};

use crate::feature::{Feature, Features, MISSING};

use super::Target;

/// Fewest labelled rows.
pub const MIN_ROWS: usize = 20;
/// Most classes.
pub const MAX_CLASSES: u32 = 20;
/// Largest number (in absolute value) that is learnt from: squares and cubes of larger ones overflow.
const MAX_NUMBER: f64 = 1e75;

/// Why nothing can be learnt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PredictError {
    /// There is no column to learn from.
    NoColumns,
    /// A column and the target, or the folds, do not have the same number of rows.
    Lengths,
    /// Fewer than [`MIN_ROWS`] labelled rows.
    TooFewRows {
        /// How many there are.
        rows: usize,
    },
    /// All rows have the same answer.
    OneValue,
    /// More than [`MAX_CLASSES`] classes.
    TooManyClasses {
        /// How many there are.
        classes: u32,
    },
    /// A number is infinite or too large, or a target is not a number.
    NotFinite,
    /// A category or class code is out of its range.
    BadCode,
    /// The member does not fit the target: a logarithmic scale for classes or for negative numbers.
    WrongMember,
    /// No member has results for every row.
    Incomplete,
}

impl std::fmt::Display for PredictError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for PredictError {}

/// Checks columns and answers; every entry to this module calls it.
pub fn check(features: &Features, target: &Target) -> Result<(), PredictError> {
    if features.columns.is_empty() {
        return Err(PredictError::NoColumns);
    }
    let rows = target.rows();
    if features.columns.iter().any(|c| c.rows() != rows) {
        return Err(PredictError::Lengths);
    }
    if rows < MIN_ROWS {
        return Err(PredictError::TooFewRows { rows });
    }
    features.columns.iter().try_for_each(check_column)?;
    check_target(target)
}

fn check_column(column: &Feature) -> Result<(), PredictError> {
    match column {
        Feature::Number(values) if values.iter().any(|v| v.abs() > MAX_NUMBER) => Err(PredictError::NotFinite),
        Feature::Category { codes, levels } if codes.iter().any(|c| c >= levels && *c != MISSING) => {
            Err(PredictError::BadCode)
        }
        _ => Ok(()),
    }
}

fn check_target(target: &Target) -> Result<(), PredictError> {
    let constant = match target {
        Target::Class { codes, classes } => {
            if *classes > MAX_CLASSES {
                return Err(PredictError::TooManyClasses { classes: *classes });
            }
            if codes.iter().any(|c| c >= classes) {
                return Err(PredictError::BadCode);
            }
            codes.windows(2).all(|w| w[0] == w[1])
        }
        Target::Number(values) => {
            if values.iter().any(|v| v.is_nan() || v.abs() > MAX_NUMBER) {
                return Err(PredictError::NotFinite);
            }
            values.windows(2).all(|w| w[0] == w[1])
        }
    };
    if constant { Err(PredictError::OneValue) } else { Ok(()) }
}
