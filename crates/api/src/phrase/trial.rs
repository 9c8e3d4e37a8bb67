//! How sure a forecast is: tried on the past, and held against what happened.

use serde::{Deserialize, Serialize};

use crate::{Grain, Moment, Naive};

/// A sentence on how sure a forecast is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrialPhrase {
    /// Tried on the past: usual error against the naive answer's. Errors are means of absolute differences.
    Accuracy {
        /// Usual error.
        error: f64,
        /// The same relative to the mean value, if that makes sense.
        error_frac: Option<f64>,
        /// Error of the naive answer.
        naive_error: f64,
        /// The same relative to the mean value.
        naive_error_frac: Option<f64>,
        /// Which naive answer.
        naive: Naive,
        /// Unit.
        unit: Option<String>,
        /// How many past forecasts were tried.
        trials: usize,
    },
    /// Shares of past values that fell inside the expected ranges.
    Coverage {
        /// For each range the percentage that it aims at, and the share that fell inside.
        levels: Vec<(u8, f64)>,
        /// Values tried.
        points: usize,
    },
    /// Not enough history to try the method on the past.
    TooShortToTest {
        /// Values there are.
        have: usize,
        /// Values needed.
        need: usize,
    },
    /// Caption of the error bars by distance.
    ErrorByDistance,
    /// Caption of the past forecasts over what happened.
    Caption {
        /// The column.
        what: String,
    },
    /// One past forecast: how far off it was, and how far the naive answer.
    Result {
        /// The first period that was not known then.
        at: Moment,
        /// Its grain.
        grain: Grain,
        /// How many periods were forecast.
        steps: u32,
        /// Their grain.
        steps_grain: Grain,
        /// Mean absolute error.
        error: f64,
        /// The same of the naive answer.
        naive_error: f64,
        /// Which naive answer.
        naive: Naive,
        /// Unit.
        unit: Option<String>,
    },
    /// A former forecast beside what happened since.
    PromiseKept {
        /// Mean of what was forecast.
        said: f64,
        /// Mean of what happened.
        happened: f64,
        /// Mean absolute error.
        error: f64,
        /// The same relative to what happened, if that makes sense.
        error_frac: Option<f64>,
        /// Values inside the 80 % range.
        inside: usize,
        /// Values compared.
        points: usize,
        /// Unit.
        unit: Option<String>,
    },
    /// Nothing that was forecast has happened yet.
    PromiseOpen,
    /// Caption of a former forecast over what happened.
    PromiseCaption {
        /// The column.
        what: String,
    },
    /// How many of the values that came fell inside a past forecast's range.
    Inside {
        /// Percent that should.
        level: u8,
        /// How many did.
        inside: usize,
        /// Of how many.
        points: usize,
    },
}
