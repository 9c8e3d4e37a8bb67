//! What is asked and what is given: plain data that travels between workers.

use serde::{Deserialize, Serialize};

/// What to forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// Number of values to forecast after the last place of the grid, 1 to 100,000.
    pub horizon: usize,
    /// Candidate lengths of the season in steps, such as `[7, 365]` for days; lengths below 2 are ignored.
    pub seasons: Vec<usize>,
    /// Levels of the ranges in percent, 1 to 99 each, such as `[80, 95]`.
    pub levels: Vec<u8>,
}

/// Why there is no forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ForecastError {
    /// No value at all (an empty slice, or gaps only).
    Empty,
    /// An infinite value.
    NotFinite,
    /// A horizon of 0 or above 100,000, or a level outside 1 to 99.
    BadSetting,
}

impl std::fmt::Display for ForecastError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Empty => "the series has no values",
            Self::NotFinite => "the series has an infinite value",
            Self::BadSetting => "the horizon or a level is out of range",
        })
    }
}

impl std::error::Error for ForecastError {}

/// The code of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Member {
    /// The last value again.
    Naive,
    /// The value of one season ago again.
    SeasonalNaive,
    /// The mean of the recent values.
    Mean,
    /// Exponential smoothing, form chosen by AICc.
    Ets,
    /// The dynamic optimised theta method.
    Theta,
    /// Complex exponential smoothing.
    Ces,
    /// A season taken off first, exponential smoothing of the rest.
    Decomposed,
    /// A straight line from the first value to the last, continued.
    Drift,
    /// A ridge over the levels of the cycles, times a shrunk shape of the cycle.
    Folded,
    /// A ridge over the latest values and those of the last seasons.
    Regression,
    /// Croston's method for demand with many zeros.
    Croston,
    /// Croston's method without its known bias (Syntetos and Boylan).
    Sba,
    /// Share of days with demand times size of demand (Teunter, Syntetos and Babai).
    Tsb,
    /// Smoothing of sums over the mean interval between demands.
    Adida,
    /// Smoothing of sums over several lengths, averaged.
    Imapa,
    /// Simple smoothing with a small weight: a slow level.
    Level,
}

/// The range of one level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// Share of the future values that should fall inside, in percent.
    pub level: u8,
    /// Lower bounds, one a step.
    pub lower: Vec<f64>,
    /// Upper bounds, one a step.
    pub upper: Vec<f64>,
}

/// The season in use.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Season {
    /// Its length in steps.
    pub period: usize,
    /// Mean departure from the level at each place, in units of `y`, centred on 0; index 0 is the place of `y[0]`.
    pub profile: Vec<f64>,
}

/// A forecast made in the past, to be compared with what came.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// Index in `y` of the first forecast value; everything before it was known.
    pub at: usize,
    /// The forecast of that day, with weights that did not look at this stretch.
    pub forecast: Vec<f64>,
    /// The range of the first level asked for around it, made from the errors of the other origins only.
    pub range: Option<Range>,
}

/// Rolling-origin evaluation: how the same method would have done before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Backtest {
    /// The past forecasts, oldest first.
    pub origins: Vec<Origin>,
    /// Mean absolute error over all of them, in units of `y`.
    pub mae: f64,
    /// The same for the naive answer.
    pub naive_mae: f64,
    /// Whether the naive answer is the value of one season ago (else the last value).
    pub naive_is_seasonal: bool,
    /// Mean absolute error by distance; index 0 is one step ahead.
    pub mae_by_step: Vec<f64>,
    /// The same for the naive answer.
    pub naive_mae_by_step: Vec<f64>,
    /// Level, share of the actual values inside a range that had not seen them (0 to 1), number of values.
    pub coverage: Vec<(u8, f64, usize)>,
    /// Mean absolute error of each model, in units of `y`, in the order of the pool.
    pub members: Vec<(Member, f64)>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The forecast, `horizon` values.
    pub mean: Vec<f64>,
    /// One range a level, in the order asked for.
    pub ranges: Vec<Range>,
    /// The models in the forecast with their weights (sum 1, heaviest first).
    pub members: Vec<(Member, f64)>,
    /// The season in use, if any; the shorter one where there are two.
    pub season: Option<Season>,
    /// The longer season on top of it, such as the year over the week.
    pub outer: Option<Season>,
    /// Change a step of the forecast without its seasons, in units of `y`; 0 when flat.
    pub trend_per_step: f64,
    /// Recent level without the seasons, in units of `y`.
    pub level: f64,
    /// The evaluation; `None` when the series is too short for one.
    pub backtest: Option<Backtest>,
}
