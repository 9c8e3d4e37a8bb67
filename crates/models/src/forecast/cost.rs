//! What a forecast costs, before it is made: tasks group series into jobs by it.

use super::outcome::Setting;

/// The most recent places of the grid that are used: older ones cost time and say little.
pub(super) fn longest(seasons: &[usize]) -> usize {
    let largest = seasons.iter().copied().max().unwrap_or(1);
    largest.saturating_mul(8).clamp(1000, 3000)
}

/// Expected cost of [`forecast`](super::forecast) for a series of `n` values, in work units of about a millisecond of
/// native time on a desktop machine.
pub fn cost(n: usize, setting: &Setting) -> f64 {
    let used = n.min(longest(&setting.seasons)) as f64;
    let seasonal = setting.seasons.iter().any(|&p| p >= 2 && n >= 2 * p);
    let a_value = if seasonal { 0.05 } else { 0.02 };
    0.05 + a_value * used + 0.001 * setting.horizon as f64
}
