//! Decomposition first: a recent seasonal profile taken off, exponential smoothing without season on the rest.
//!
//! In plain words: what this place of the year usually adds, on top of a smoothed level.
//! Shapes: any season with two cycles or more, however long.
//! Gives:  h values with spreads. Fails: no season, or too short.
//! Cost:   O(n) for the profile, and one non-seasonal choice of exponential smoothing.
//! Source: Hyndman & Athanasopoulos, FPP3, section 5.7 (forecasting with decomposition).

use super::ets::Ets;
use super::measure::mean_absolute;
use super::model::{Fitted, Model, Path, Sample};
use super::outcome::Member;
use super::season;

/// Weight of a cycle relative to the next one.
const DECAY: f64 = 0.8;

/// Unfitted.
#[derive(Default)]
pub(super) struct Decomposed {
    rest: Option<Box<dyn Model>>,
}

struct FittedDecomposed {
    rest: Box<dyn Fitted>,
    /// Profile as seen from the value after the last.
    profile: Vec<f64>,
    is_ratio: bool,
}

impl Model for Decomposed {
    fn member(&self) -> Member {
        Member::Decomposed
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        let (y, period) = (sample.values, sample.period?);
        let additive = season::profile(y, period, DECAY);
        let ratios = sample.is_positive().then(|| season::factors(y, period, DECAY)).flatten();
        let apart = |i: usize| y[i] - additive[i % period];
        let mut rest: Vec<f64> = (0..y.len()).map(apart).collect();
        let mut profile = additive.clone();
        let mut is_ratio = false;
        if let Some(factors) = ratios {
            let divided: Vec<f64> = (0..y.len()).map(|i| y[i] / factors[i % period]).collect();
            if mean_absolute(&divided[1..], &divided) < mean_absolute(&rest[1..], &rest) {
                (rest, profile, is_ratio) = (divided, factors, true);
            }
        }
        let plain = Ets::default();
        let model = self.rest.as_deref().unwrap_or(&plain);
        let rest = model.fit(&Sample { values: &rest, period: None })?;
        let profile = (0..period).map(|i| profile[(y.len() + i) % period]).collect();
        Some(Box::new(FittedDecomposed { rest, profile, is_ratio }))
    }
}

impl Fitted for FittedDecomposed {
    fn forecast(&self, horizon: usize) -> Path {
        let mut path = self.rest.forecast(horizon);
        for h in 0..horizon {
            let place = self.profile[h % self.profile.len()];
            if self.is_ratio {
                path.mean[h] *= place;
                path.spread[h] *= place;
            } else {
                path.mean[h] += place;
            }
        }
        path
    }

    fn again(&self) -> Option<Box<dyn Model>> {
        Some(Box::new(Decomposed { rest: Some(self.rest.again()?) }))
    }
}
