//! What every model of the pool offers: unfitted and fitted are different types.

use super::outcome::Member;

/// The history that a model sees: no gaps, of order 1 in size, oldest first.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sample<'a> {
    /// The values.
    pub values: &'a [f64],
    /// Length of the season, at least 2, with at least two full cycles in `values`.
    pub period: Option<usize>,
}

impl Sample<'_> {
    /// Whether every value is so far above zero that ratios to the level make sense.
    pub fn is_positive(&self) -> bool {
        let smallest = self.values.iter().copied().fold(f64::INFINITY, f64::min);
        let mean = self.values.iter().sum::<f64>() / self.values.len().max(1) as f64;
        smallest > 1e-3 * mean && mean > 0.0
    }
}

/// A forecast with the model's own idea of its uncertainty.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Path {
    /// One value a step.
    pub mean: Vec<f64>,
    /// Standard deviation of the error of each step, as the model believes.
    pub spread: Vec<f64>,
}

impl Path {
    /// Whether all numbers are finite.
    pub fn is_finite(&self) -> bool {
        self.mean.iter().chain(&self.spread).all(|v| v.is_finite())
    }
}

/// An unfitted model.
pub(super) trait Model {
    /// Its code.
    fn member(&self) -> Member;
    /// Fits it; `None` when the sample is too short or the model does not suit it.
    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>>;
}

/// A fitted model.
pub(super) trait Fitted {
    /// Forecasts `horizon` values after the last.
    fn forecast(&self, horizon: usize) -> Path;
    /// The same model with its choices made and its parameters as a start: a cheap fit for a neighbouring origin.
    fn again(&self) -> Option<Box<dyn Model>> {
        None
    }
}
