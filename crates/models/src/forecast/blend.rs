//! Weighing the models: a sound prior, moved by the rolling origins as far as they are to be trusted.
//!
//! In plain words: an equal say for the good families; who did badly on this series loses its say, the more surely the
//! more origins say so.
//! Source: the lesson of the M4 competition (simple combinations win; weights from one series are noisy, so shrink).

use super::backtest::Record;
use super::measure::mean_absolute;
use super::model::Path;
use super::outcome::Member;
use super::pool::prior;

/// How fast a model loses its say with its excess error.
const SHARPNESS: f64 = 5.0;
/// Judged places of the series that the prior counts for.
const PRIOR_PLACES: f64 = 80.0;

/// The weights of the models from the given records (sum 1); the prior alone without records.
///
/// `usable[i]` says whether the model can be used now.
pub(super) fn weigh<'a>(
    members: &[Member],
    usable: &[bool],
    records: impl Iterator<Item = &'a Record> + Clone,
) -> Vec<f64> {
    let losses = losses(members.len(), records.clone());
    let best = losses.iter().zip(usable).filter(|(_, u)| **u).filter_map(|(l, _)| *l).fold(f64::INFINITY, f64::min);
    let seasonal = members.contains(&Member::SeasonalNaive);
    let seen = judged_places(records);
    let trust = SHARPNESS * seen / (seen + PRIOR_PLACES);
    let mut weights: Vec<f64> = members
        .iter()
        .zip(usable)
        .zip(&losses)
        .map(|((member, usable), loss)| {
            let excess = loss.map_or(0.0, |l| l / best.max(1e-300) - 1.0);
            let excess = if excess.is_finite() { excess.max(0.0) } else { 0.0 };
            if *usable { prior(*member, seasonal) * libm::exp(-trust * excess.min(100.0)) } else { 0.0 }
        })
        .collect();
    settle(&mut weights);
    weights
}

/// Number of different places of the series that the records judge: overlapping origins are no new evidence.
fn judged_places<'a>(records: impl Iterator<Item = &'a Record>) -> f64 {
    let mut places = 0;
    let mut end = 0;
    for record in records {
        let stop = record.at + record.actual.len();
        places += stop - record.at.max(end);
        end = stop;
    }
    places as f64
}

/// Mean absolute error of each model over the records where all of its forecasts exist; `None` when it failed at any.
fn losses<'a>(models: usize, records: impl Iterator<Item = &'a Record>) -> Vec<Option<f64>> {
    let mut sums = vec![Some(0.0); models];
    let mut count = 0.0f64;
    for record in records {
        count += 1.0;
        for (sum, (_, path)) in sums.iter_mut().zip(&record.paths) {
            *sum = match (*sum, path) {
                (Some(total), Some(path)) => Some(total + mean_absolute(&path.mean, &record.actual)),
                _ => None,
            };
        }
    }
    sums.into_iter().map(|s| s.filter(|_| count > 0.0).map(|s| s / count)).collect()
}

/// Drops weights below 2 % and makes the sum 1.
fn settle(weights: &mut [f64]) {
    let total: f64 = weights.iter().sum();
    weights.iter_mut().filter(|w| **w < 0.02 * total).for_each(|w| *w = 0.0);
    let total: f64 = weights.iter().sum();
    if total > 0.0 {
        weights.iter_mut().for_each(|w| *w /= total);
    }
}

/// The weighted mean of the paths; its spread holds the models' own and their disagreement.
pub(super) fn blend(paths: &[Option<&Path>], weights: &[f64], horizon: usize) -> Path {
    let mut blended = Path { mean: vec![0.0; horizon], spread: vec![0.0; horizon] };
    let parts = || paths.iter().zip(weights).filter_map(|(p, w)| p.filter(|_| *w > 0.0).map(|p| (p, *w)));
    for (path, weight) in parts() {
        for h in 0..horizon {
            blended.mean[h] += weight * path.mean[h];
        }
    }
    for (path, weight) in parts() {
        for h in 0..horizon {
            let apart = path.mean[h] - blended.mean[h];
            blended.spread[h] += weight * (path.spread[h] * path.spread[h] + apart * apart);
        }
    }
    blended.spread.iter_mut().for_each(|s| *s = s.sqrt());
    blended
}
