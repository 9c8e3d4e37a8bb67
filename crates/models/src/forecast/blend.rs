//! Weighing the models: a sound prior, moved by the rolling origins as far as they are to be trusted.
//!
//! In plain words: an equal say for the good families; who did badly on this series loses its say, the more surely the
//! more origins say so.
//! Source: the lesson of the M4 competition (simple combinations win; weights from one series are noisy, so shrink).

use super::backtest::Record;
use super::history::History;
use super::measure::{mean_absolute, mean_square, quantile};
use super::model::Path;
use super::outcome::Member;
use super::prior::Kind;

/// How fast a model loses its say with its excess error, once the series has said enough.
const SHARPNESS: f64 = 50.0;
/// Judged places of the series at which a quarter of that is reached: few places say very little.
const PRIOR_PLACES: f64 = 220.0;
/// Excess error of a model that could not be judged.
const UNJUDGED: f64 = 0.15;

/// The weights of the models from the given records (sum 1); the prior alone without records.
///
/// `usable[i]` says whether the model can be used now.
pub(super) fn weigh<'a>(
    kind: Kind,
    members: &[Member],
    usable: &[bool],
    records: impl Iterator<Item = &'a Record> + Clone,
) -> Vec<f64> {
    let losses = losses(kind, members, records.clone());
    let priors: Vec<f64> =
        members.iter().zip(usable).map(|(m, usable)| if *usable { kind.prior(*m) } else { 0.0 }).collect();
    let judged = losses.iter().zip(&priors).filter(|(_, p)| **p > 0.0).filter_map(|(l, _)| *l);
    let best = judged.fold(f64::INFINITY, f64::min);
    let seen = judged_places(records);
    let share = seen / (seen + PRIOR_PLACES);
    let trust = SHARPNESS * share * share;
    let excess = |loss: &Option<f64>| match loss {
        Some(loss) => (loss / best.max(1e-300) - 1.0).clamp(0.0, 20.0),
        None => UNJUDGED,
    };
    let mut weights: Vec<f64> =
        priors.iter().zip(&losses).map(|(prior, loss)| prior * libm::exp(-trust * excess(loss))).collect();
    settle(&mut weights);
    // Nothing that counts can be used: the last value stands in.
    if weights.iter().all(|w| *w == 0.0) {
        weights.iter_mut().zip(usable).filter(|(_, u)| **u).take(1).for_each(|(w, _)| *w = 1.0);
    }
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

/// Error of each model relative to the usual ones, over the records where it has a forecast; `None` without any.
///
/// The error is absolute, but squared where only a rate can be known: the smallest absolute error of rare sales is made by
/// expecting none at all.
fn losses<'a>(kind: Kind, members: &[Member], records: impl Iterator<Item = &'a Record>) -> Vec<Option<f64>> {
    let mut sums = vec![(0.0, 0.0); members.len()];
    for record in records {
        let error = |path: &Path| {
            if kind.is_rate_only() {
                mean_square(&path.mean, &record.actual)
            } else {
                mean_absolute(&path.mean, &record.actual)
            }
        };
        let errors: Vec<Option<f64>> = record.paths.iter().map(|(_, p)| p.as_ref().map(error)).collect();
        let usual = [Member::Ets, Member::Theta, Member::Ces, Member::Naive, Member::Level, Member::Mean];
        let mut among: Vec<f64> =
            errors.iter().zip(members).filter(|(_, m)| usual.contains(m)).filter_map(|(e, _)| *e).collect();
        among.sort_by(f64::total_cmp);
        let middle = quantile(&among, 0.5);
        for ((own, reference), error) in sums.iter_mut().zip(errors) {
            if let Some(error) = error {
                *own += error;
                *reference += middle;
            }
        }
    }
    sums.into_iter().map(|(own, reference)| (reference > 0.0).then(|| own / reference)).collect()
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
fn blend(paths: &[Option<&Path>], weights: &[f64], horizon: usize) -> Path {
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

/// The blend, not negative where the history never was.
pub(super) fn blend_of_history(history: &History, paths: &[Option<&Path>], weights: &[f64], horizon: usize) -> Path {
    let mut path = blend(paths, weights, horizon);
    if history.non_negative {
        path.mean.iter_mut().for_each(|v| *v = v.max(0.0));
    }
    path
}
