//! How far a sum of several periods may lie from what is expected.
//!
//! A sum is uncertain by `sqrt(Σ wᵢ² + ρ ((Σ wᵢ)² − Σ wᵢ²))`, where `wᵢ` are the half-widths of the ranges and `ρ` is how much the
//! errors of one forecast go together: measured on the trials, shrunk toward [`USUAL_CORRELATION`], as a few trials say little.

use std::collections::BTreeMap;

use sanpo_api::Moment;

use super::run::ForecastRun;
use super::state::SeriesState;

/// How much the errors of neighbouring periods usually go together.
const USUAL_CORRELATION: f64 = 0.3;
/// Trials that [`USUAL_CORRELATION`] counts for.
const USUAL_TRIALS: f64 = 3.0;

/// Half of the range of a sum, from the half-widths of its periods.
pub fn half_width(halves: impl Iterator<Item = f64>, together: f64) -> f64 {
    let (sum, squares) = halves.fold((0.0, 0.0), |(sum, squares), half| (sum + half, squares + half * half));
    (squares + together * (sum * sum - squares)).max(0.0).sqrt()
}

/// How much the errors of one series' forecast go together, 0 (not at all) to 1.
pub fn together(state: &SeriesState) -> f64 {
    correlation(errors(state).map(|(_, errors)| errors.into_iter().map(|(_, error)| error).collect()))
}

/// The ends of the innermost range of the sum over all open periods and all series that go on; none where no series has one.
pub fn of_all(run: &ForecastRun) -> Option<[f64; 2]> {
    let numbers: Vec<usize> = (0..run.series.len()).collect();
    let total = run.total(&numbers);
    let (_, lower, upper) = total.ranges.first().filter(|_| !total.mean.is_empty())?;
    let together = correlation(joint_errors(run).into_iter());
    let half = |bounds: &[f64]| half_width(bounds.iter().zip(&total.mean).map(|(b, m)| (b - m).abs()), together);
    let sum: f64 = total.mean.iter().sum();
    let negative = run.series.iter().flat_map(|s| &s.values).any(|v| *v < 0.0);
    let low = sum - half(lower);
    let ends = [if low < 0.0 && !negative { 0.0 } else { low }, sum + half(upper)];
    ends.iter().all(|end| end.is_finite()).then_some(ends)
}

/// The errors of a series' trials: where each began, and its moments with their errors.
fn errors(state: &SeriesState) -> impl Iterator<Item = (Moment, Vec<(Moment, f64)>)> + '_ {
    let origins = state.outcome.as_ref().and_then(|o| o.backtest.as_ref()).map_or(&[][..], |b| &b.origins);
    origins.iter().filter_map(|origin| {
        let actual = state.times.iter().zip(&state.values).skip(origin.at);
        let errors = actual.zip(&origin.forecast).map(|((time, a), f)| (*time, a - f)).filter(|(_, e)| e.is_finite());
        Some((*state.times.get(origin.at)?, errors.collect()))
    })
}

/// The errors of the sum over all series that go on, trial by trial.
fn joint_errors(run: &ForecastRun) -> Vec<Vec<f64>> {
    let mut trials: BTreeMap<Moment, BTreeMap<Moment, f64>> = BTreeMap::new();
    for state in run.series.iter().filter(|s| run.is_current(s)) {
        for (start, errors) in errors(state) {
            let trial = trials.entry(start).or_default();
            errors.into_iter().for_each(|(time, error)| *trial.entry(time).or_default() += error);
        }
    }
    trials.into_values().map(|trial| trial.into_values().collect()).collect()
}

fn correlation(trials: impl Iterator<Item = Vec<f64>>) -> f64 {
    let (mut pairs, mut most, mut count) = (0.0, 0.0, 0.0);
    for errors in trials.filter(|errors| errors.len() > 1) {
        let (sum, squares) = errors.iter().fold((0.0, 0.0), |(sum, squares), e| (sum + e, squares + e * e));
        pairs += sum * sum - squares;
        most += (errors.len() as f64 - 1.0) * squares;
        count += 1.0;
    }
    let own = if most > 0.0 { (pairs / most).clamp(0.0, 1.0) } else { USUAL_CORRELATION };
    (own * count + USUAL_CORRELATION * USUAL_TRIALS) / (count + USUAL_TRIALS)
}
