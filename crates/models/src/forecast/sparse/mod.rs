//! The methods for demand with many zeros: Croston, its correction, TSB, and smoothing over longer buckets.
//!
//! In plain words: most days nothing is sold. What can be known is how much is sold a day on average, slowly changing.
//! Gives:  a flat forecast of the mean demand a step, with a spread around it. Fails: fewer than two values above zero,
//!         or a value below zero.
//! Cost:   O(n) a smoothing; a dozen of smoothings where a weight is searched for.

mod buckets;
mod croston;
mod smooth;
mod tsb;

pub(super) use buckets::{Adida, Imapa};
pub(super) use croston::Croston;
pub(super) use tsb::Tsb;

use super::measure::mean;
use super::model::{Fitted, Path};

/// Share of zeros from which these methods join the pool.
pub(super) const MANY_ZEROS: f64 = 0.25;

/// Share of exact zeros among `values`; 0 when any value is negative or none is above zero.
pub(super) fn share_of_zeros(values: &[f64]) -> f64 {
    let zeros = values.iter().filter(|v| **v == 0.0).count();
    if zeros == values.len() || values.iter().any(|v| *v < 0.0) { 0.0 } else { zeros as f64 / values.len() as f64 }
}

/// The smoothed level of any values (not empty), weight 0.1 to 0.3, and the spread of the one-step errors.
pub(super) fn slow(values: &[f64]) -> (f64, f64) {
    smooth::smooth_best(values)
}

/// One level for every step ahead.
#[derive(Clone, Copy, Debug)]
struct Flat {
    level: f64,
    spread: f64,
}

impl Flat {
    /// A level with the spread of the recent values around it.
    fn boxed(values: &[f64], level: f64) -> Box<dyn Fitted> {
        let recent = &values[values.len().saturating_sub(104)..];
        let squares: Vec<f64> = recent.iter().map(|v| (v - level) * (v - level)).collect();
        Box::new(Self { level, spread: mean(&squares).sqrt() })
    }
}

impl Fitted for Flat {
    fn forecast(&self, horizon: usize) -> Path {
        Path { mean: vec![self.level; horizon], spread: vec![self.spread; horizon] }
    }
}

/// The steps between values above zero (the first counted from the beginning), and those values; `None` with fewer than
/// two, or with a value below zero.
fn arrivals(values: &[f64]) -> Option<(Vec<f64>, Vec<f64>)> {
    let (mut gaps, mut sizes, mut since) = (Vec::new(), Vec::new(), 0.0);
    for &v in values {
        since += 1.0;
        if v < 0.0 {
            return None;
        }
        if v > 0.0 {
            gaps.push(since);
            sizes.push(v);
            since = 0.0;
        }
    }
    (sizes.len() >= 2).then_some((gaps, sizes))
}

#[cfg(test)]
mod tests;
