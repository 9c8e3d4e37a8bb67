//! What is to be predicted, and the kinds of learner that can predict it.

use serde::{Deserialize, Serialize};

/// The known answers, one a row; rows without an answer are left out by the caller.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Target {
    /// One of several classes.
    Class {
        /// Class of each row, `0..classes`.
        codes: Vec<u32>,
        /// Number of classes, at least 2.
        classes: u32,
    },
    /// A finite number.
    Number(Vec<f64>),
}

impl Target {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        match self {
            Self::Class { codes, .. } => codes.len(),
            Self::Number(values) => values.len(),
        }
    }

    /// Number of vectors in a prediction: one a class, or one.
    pub fn outputs(&self) -> usize {
        match self {
            Self::Class { classes, .. } => *classes as usize,
            Self::Number(_) => 1,
        }
    }

    /// The given rows, in the given order.
    pub fn take(&self, rows: &[usize]) -> Self {
        match self {
            Self::Class { codes, classes } => {
                Self::Class { codes: rows.iter().map(|&r| codes[r]).collect(), classes: *classes }
            }
            Self::Number(values) => Self::Number(rows.iter().map(|&r| values[r]).collect()),
        }
    }
}

/// A kind of learner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Member {
    /// Logistic, multinomial or ridge regression.
    Linear,
    /// Gradient boosted trees.
    Boosting,
    /// Averaged extremely randomised trees.
    Forest,
    /// Linear model of the logarithm of the mean (Poisson regression), for amounts and counts.
    LogLinear,
    /// Boosted trees of the logarithm of the mean, for amounts and counts.
    LogBoosting,
}

impl Member {
    /// The members that every target has.
    pub const ALL: [Self; 3] = [Self::Linear, Self::Boosting, Self::Forest];

    /// The members worth trying on this target: [`Member::ALL`], and for numbers that are never negative and have a long
    /// upper tail (skewness of 1 or more: prices, spend, counts) also the two on the logarithmic scale.
    pub fn for_target(target: &Target) -> Vec<Self> {
        let mut members = Self::ALL.to_vec();
        if let Target::Number(values) = target
            && values.iter().all(|&v| v >= 0.0)
            && skewness(values) >= 1.0
        {
            members.extend([Self::LogLinear, Self::LogBoosting]);
        }
        members
    }

    /// Whether it models the logarithm of the mean.
    pub(super) fn is_log(self) -> bool {
        matches!(self, Self::LogLinear | Self::LogBoosting)
    }
}

/// Third standardised moment; 0 for a constant.
pub(super) fn skewness(values: &[f64]) -> f64 {
    let (mean, sd) = mean_sd(values);
    if sd > 0.0 {
        let cubes: f64 = values.iter().map(|v| (v - mean) / sd).map(|z| z * z * z).sum();
        cubes / values.len() as f64
    } else {
        0.0
    }
}

/// Mean and standard deviation (divisor n); zeros without values.
pub(super) fn mean_sd(values: &[f64]) -> (f64, f64) {
    if values.is_empty() {
        return (0.0, 0.0);
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    (mean, (squares / n).sqrt())
}
