//! Totals over series: the sum of the forecasts, so that parts add up, with a range that knows how far errors go together.

use std::collections::BTreeMap;

use sanpo_api::Moment;

use super::run::ForecastRun;
use super::state::SeriesState;

/// A total over several series.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// Moments of the past of any of the series.
    pub times: Vec<Moment>,
    /// Sums of the known values; a `NaN` where all were closed or nothing is known.
    pub values: Vec<f64>,
    /// Open moments to come.
    pub future: Vec<Moment>,
    /// Sums of the forecasts: exactly those of the series.
    pub mean: Vec<f64>,
    /// Level, lower and upper bounds.
    pub ranges: Vec<(u8, Vec<f64>, Vec<f64>)>,
}

/// A column whose texts gather the series into groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Grouping {
    /// The column.
    pub column: String,
    /// Its texts with the numbers of their series.
    pub groups: Vec<(String, Vec<usize>)>,
}

impl ForecastRun {
    /// The total of some series that go on to the end of the file; numbers that are out of range or of series that ended are
    /// left out.
    pub fn total(&self, numbers: &[usize]) -> Total {
        let states: Vec<&SeriesState> =
            numbers.iter().filter_map(|i| self.series.get(*i)).filter(|s| self.is_current(s)).collect();
        let mut past: BTreeMap<Moment, f64> = BTreeMap::new();
        let mut future: BTreeMap<Moment, f64> = BTreeMap::new();
        for state in &states {
            for (time, v) in state.times.iter().zip(&state.values) {
                let sum = past.entry(*time).or_insert(f64::NAN);
                if v.is_finite() {
                    *sum = if sum.is_nan() { *v } else { *sum + v };
                }
            }
            let mean = state.outcome.as_ref().map_or(&[][..], |o| &o.mean);
            for (time, v) in state.open_times().zip(mean) {
                *future.entry(*time).or_default() += v;
            }
        }
        let together = together(&states);
        let mean: Vec<f64> = future.values().copied().collect();
        let levels = states.iter().filter_map(|s| s.outcome.as_ref()).map(|o| o.ranges.len()).max().unwrap_or(0);
        let ranges = (0..levels).filter_map(|level| range(&states, level, &future, &mean, together)).collect();
        let (times, values) = past.into_iter().unzip();
        Total { times, values, future: future.into_keys().collect(), mean, ranges }
    }
}

/// Bounds of the total: each side's distances added as far as errors go together, else by their squares.
fn range(
    states: &[&SeriesState],
    level: usize,
    future: &BTreeMap<Moment, f64>,
    mean: &[f64],
    together: f64,
) -> Option<(u8, Vec<f64>, Vec<f64>)> {
    let percent = states.iter().find_map(|s| s.outcome.as_ref()?.ranges.get(level)).map(|r| r.level)?;
    let mut sides: BTreeMap<Moment, [f64; 4]> = future.keys().map(|m| (*m, [0.0; 4])).collect();
    let mut negative = false;
    for state in states {
        let Some(outcome) = &state.outcome else { continue };
        negative |= state.values.iter().any(|v| *v < 0.0);
        let Some(own) = outcome.ranges.get(level) else { continue };
        for (i, time) in state.open_times().enumerate().take(outcome.mean.len()) {
            let Some(side) = sides.get_mut(time) else { continue };
            let (down, up) = (outcome.mean[i] - own.lower[i], own.upper[i] - outcome.mean[i]);
            *side = [side[0] + down, side[1] + down * down, side[2] + up, side[3] + up * up];
        }
    }
    let reach = |sum: f64, squares: f64| (together * sum * sum + (1.0 - together) * squares).max(0.0).sqrt();
    let bound = |lower: bool| {
        let sides = sides.values().zip(mean);
        sides
            .map(|(s, m)| match lower {
                true if negative => m - reach(s[0], s[1]),
                true => (m - reach(s[0], s[1])).max(0.0),
                false => m + reach(s[2], s[3]),
            })
            .collect()
    };
    Some((percent, bound(true), bound(false)))
}

/// How far the errors of the series go together, 0 to 1: from the trial forecasts, how much larger the squared error of the
/// sum is than the sum of squared errors.
fn together(states: &[&SeriesState]) -> f64 {
    let mut errors: BTreeMap<Moment, [f64; 3]> = BTreeMap::new();
    for state in states {
        let Some(backtest) = state.outcome.as_ref().and_then(|o| o.backtest.as_ref()) else { continue };
        let Some(origin) = backtest.origins.iter().max_by_key(|o| o.at) else { continue };
        for (i, forecast) in (origin.at..).zip(&origin.forecast) {
            let (Some(time), Some(actual)) = (state.times.get(i), state.values.get(i).filter(|v| v.is_finite())) else {
                continue;
            };
            let error = actual - forecast;
            let sums = errors.entry(*time).or_default();
            *sums = [sums[0] + error, sums[1] + error * error, sums[2] + error.abs()];
        }
    }
    let (mut of_sum, mut squares, mut most) = (0.0, 0.0, 0.0);
    for [sum, square, size] in errors.values() {
        of_sum += sum * sum;
        squares += square;
        most += size * size;
    }
    // Without trials half way between alone and together.
    if most <= squares || most <= 0.0 { 0.5 } else { ((of_sum - squares) / (most - squares)).clamp(0.0, 1.0) }
}
