//! Names of methods and of groups of customers.

use serde::{Deserialize, Serialize};

/// Methods, named by the field's standard terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModelName {
    /// The last value again.
    Naive,
    /// The value one season ago.
    SeasonalNaive,
    /// Simple or trended exponential smoothing, with or without a season.
    Ets,
    /// The theta method.
    Theta,
    /// Complex exponential smoothing.
    Ces,
    /// A season taken off first, exponential smoothing of the rest.
    Decomposed,
    /// The mean of all values.
    Mean,
    /// Linear or logistic regression.
    Linear,
    /// Gradient boosted trees.
    Boosting,
    /// Averaged randomised trees.
    Forest,
    /// Linear regression of the logarithm of the mean.
    LogLinear,
    /// Boosted trees of the logarithm of the mean.
    LogBoosting,
    /// The line from the first value to the last, continued.
    Drift,
    /// A level that follows slowly.
    SlowLevel,
    /// A regression over the levels of whole cycles, times the shape of a cycle.
    Folded,
    /// A regression on the latest values and those of the last seasons.
    Autoregression,
    /// Croston's method for demand with many zeros.
    Croston,
    /// Croston's method without its bias (Syntetos and Boylan).
    Sba,
    /// The method of Teunter, Syntetos and Babai for demand with many zeros.
    Tsb,
    /// Smoothing of sums over the mean interval between demands.
    Adida,
    /// Smoothing of sums over several lengths.
    Imapa,
}

/// Customer groups by recency, frequency and amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RfmName {
    /// Bought lately, often and much.
    Champion,
    /// Buys often.
    Loyal,
    /// Bought lately for the first time or nearly so.
    New,
    /// Used to buy, not lately.
    AtRisk,
    /// Long gone.
    Lost,
    /// In between.
    Regular,
    /// Bought once.
    Once,
}
