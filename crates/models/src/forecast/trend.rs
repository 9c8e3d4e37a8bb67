//! The trend under a season: what is left when a whole cycle is averaged away.
//!
//! Shapes: n values without gaps, any period from 1 on. Source: Hyndman & Athanasopoulos, FPP3, section 3.4.

use super::measure::mean;

/// The values without their trend; `NaN` at the ends where a full cycle is not around.
///
/// Below three cycles the ends would be too much to lose: a straight line is the trend then, with the slope from one cycle to the
/// next, as the least-squares line would follow the season itself.
pub(super) fn detrend(values: &[f64], period: usize) -> Vec<f64> {
    if values.len() < 3 * period {
        let (start, slope) = cycle_line(values, period);
        return values.iter().enumerate().map(|(i, v)| v - start - slope * i as f64).collect();
    }
    values.iter().zip(moving_average(values, period)).map(|(v, t)| v - t).collect()
}

/// Level at index 0 and slope of a line that a season of whole cycles does not bend; no slope where hardly more than a cycle is known.
pub(super) fn cycle_line(values: &[f64], period: usize) -> (f64, f64) {
    let n = values.len();
    let last = &values[n - n.min(period)..];
    if n < period + (period / 4).max(4) {
        return (mean(last), 0.0);
    }
    let change: Vec<f64> = values[period..].iter().zip(values).map(|(a, b)| a - b).collect();
    let slope = mean(&change) / period as f64;
    let whole = n / period * period;
    let centre = (n - whole) as f64 + (whole as f64 - 1.0) / 2.0;
    (mean(&values[n - whole..]) - slope * centre, slope)
}

/// The centred moving average over one cycle, `NaN` at the ends.
pub(super) fn moving_average(values: &[f64], period: usize) -> Vec<f64> {
    let n = values.len();
    let half = period / 2;
    let mut trend = vec![f64::NAN; n];
    if n < 2 * half + 1 {
        return trend;
    }
    let edge = if period.is_multiple_of(2) { 0.5 } else { 1.0 };
    for (centre, slot) in trend.iter_mut().enumerate().take(n - half).skip(half) {
        let inside: f64 = values[centre - half + 1..centre + half].iter().sum();
        *slot = (inside + edge * (values[centre - half] + values[centre + half])) / period as f64;
    }
    trend
}
