//! The models that are tried, and one round of fitting them all.
//!
//! To add a model: one file with its `Model`, one code in `Member`, one line in `fresh` and one in `prior`.

use super::baseline::Baseline;
use super::ces::Ces;
use super::decomposed::Decomposed;
use super::ets::Ets;
use super::model::{Fitted, Model, Path, Sample};
use super::outcome::Member;
use super::season::{self, Seasons};
use super::theta::Theta;

/// The unfitted models for a history of `n` values.
pub(super) fn fresh(n: usize, seasonal: bool) -> Vec<Box<dyn Model>> {
    let mut pool: Vec<Box<dyn Model>> = vec![Box::new(Baseline::Naive), Box::new(Baseline::Mean)];
    if seasonal {
        pool.push(Box::new(Baseline::SeasonalNaive));
        pool.push(Box::new(Decomposed::default()));
    }
    if n >= 6 {
        pool.push(Box::new(Ets::default()));
        pool.push(Box::new(Theta::default()));
        pool.push(Box::new(Ces::default()));
    }
    pool
}

/// Weight of a model before anything is known about the series: set by hand on the development sets, coarsely.
///
/// The baselines keep a small say because they err in other directions than the smoothers.
pub(super) fn prior(member: Member, seasonal: bool) -> f64 {
    match member {
        Member::Ets => 1.0,
        Member::Theta if seasonal => 1.0,
        Member::Theta => 1.5,
        Member::Ces if seasonal => 1.0,
        Member::Ces => 0.7,
        Member::Decomposed => 0.5,
        Member::SeasonalNaive => 0.3,
        Member::Naive => 0.2,
        Member::Mean => 0.1,
    }
}

/// One model's answer in one round; `None` where it could not be fitted or left the plausible region.
pub(super) struct Entry {
    pub member: Member,
    pub path: Option<Path>,
    /// The model for the next round.
    pub next: Box<dyn Model>,
}

/// The region a forecast may not leave: twice the range of the history beyond its ends.
pub(super) fn fence(values: &[f64]) -> (f64, f64) {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let room = 2.0 * (high - low);
    (low - room, high + room)
}

/// Fits every model to `values` and forecasts; the outer season is taken off before and put back after.
pub(super) fn round(models: Vec<Box<dyn Model>>, values: &[f64], seasons: &Seasons, horizon: usize) -> Vec<Entry> {
    let fits = |p: &usize| values.len() >= 2 * p;
    let outer = seasons.outer.filter(fits).map(|p| season::smooth_profile(values, p));
    let at = |i: usize| outer.as_ref().map_or(0.0, |s| s[i % s.len()]);
    let inner: Vec<f64> = values.iter().enumerate().map(|(i, v)| v - at(i)).collect();
    let sample = Sample { values: &inner, period: seasons.main.filter(fits) };
    let (low, high) = fence(values);
    let inside = |v: &f64| (low..=high).contains(v);
    let mut entries = Vec::with_capacity(models.len());
    for model in models {
        let fitted = model.fit(&sample);
        let path = fitted.as_ref().map(|f| f.forecast(horizon)).map(|mut path| {
            path.mean.iter_mut().enumerate().for_each(|(h, v)| *v += at(values.len() + h));
            // An unstable fit may believe in any spread: the width of the fence says enough.
            path.spread.iter_mut().for_each(|s| *s = s.min(high - low));
            path
        });
        let path = path.filter(|p| p.is_finite() && p.mean.iter().all(inside));
        let next = fitted.and_then(|f: Box<dyn Fitted>| f.again());
        entries.push(Entry { member: model.member(), path, next: next.unwrap_or(model) });
    }
    entries
}
