//! Which of the candidate periods the series follows, and its form.
//!
//! Model:  around a running median, the profile of a period is the median of each phase over the cycles. A period is taken if the profile
//!         of the even cycles foretells the odd ones and the other way round.

use super::smooth::running_median;
use crate::anomaly::robust;

/// A season.
#[derive(Clone, Debug, PartialEq)]
pub struct Season {
    /// Steps in a cycle.
    pub period: usize,
    /// Usual distance from the level at each phase.
    pub profile: Vec<f64>,
}

/// Cycles that a series needs for a period to be tried.
const CYCLES: usize = 3;
/// Share of the spread that a season has to explain.
const GAIN: f64 = 0.1;

/// The candidate that foretells best; `None` if none does.
pub fn choose(y: &[f64], candidates: &[usize]) -> Option<Season> {
    let mut periods: Vec<usize> = candidates.iter().copied().filter(|&m| m >= 2 && m <= y.len() / CYCLES).collect();
    periods.sort_unstable();
    periods.dedup();
    let longest = *periods.last()?;
    let level = running_median(y, longest / 2);
    let around: Vec<f64> = y.iter().zip(&level).map(|(v, l)| v - l).collect();
    let alone = size(&around);
    let mut best: Option<(f64, usize)> = None;
    for period in periods {
        let left = crossed(&around, period) / alone.max(f64::MIN_POSITIVE);
        // A longer period has to be worth its many phases.
        if left < best.map_or(1.0, |b| b.0) * (1.0 - GAIN) {
            best = Some((left, period));
        }
    }
    let (_, period) = best?;
    Some(Season { period, profile: profile(&around, period, |_| true) })
}

/// Mean distance that is left when each half of the cycles is foretold by the other.
fn crossed(around: &[f64], period: usize) -> f64 {
    let halves = [0, 1].map(|half| profile(around, period, |cycle| cycle % 2 == half));
    let left: Vec<f64> = around.iter().enumerate().map(|(i, v)| v - halves[1 - (i / period) % 2][i % period]).collect();
    size(&left)
}

/// Mean size without the largest tenth.
fn size(values: &[f64]) -> f64 {
    let sizes = robust::sorted(values.iter().map(|v| v.abs()));
    let kept = sizes.len() * 9 / 10;
    sizes[..kept].iter().sum::<f64>() / kept.max(1) as f64
}

fn profile(around: &[f64], period: usize, cycles: impl Fn(usize) -> bool) -> Vec<f64> {
    (0..period)
        .map(|phase| {
            let places = (phase..around.len()).step_by(period).filter(|i| cycles(i / period));
            let middle = robust::quantile(&robust::sorted(places.map(|i| around[i])), 0.5);
            if middle.is_finite() { middle } else { 0.0 }
        })
        .collect()
}
