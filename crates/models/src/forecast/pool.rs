//! The models that are tried, and one round of fitting them all.
//!
//! To add a model: one file with its `Model`, one code in `Member`, one line in `fresh`, one weight in `prior`.

use super::baseline::Baseline;
use super::ces::Ces;
use super::decomposed::Decomposed;
use super::ets::Ets;
use super::folded::Folded;
use super::model::{Fitted, Model, Path, Sample};
use super::outcome::Member;
use super::prior::Kind;
use super::regression::Regression;
use super::season::Seasons;
use super::sparse::{Adida, Croston, Imapa, Tsb};
use super::theta::Theta;
use super::thin::{self, Thin};

/// The unfitted models that count for a series of this kind; the naive answer is always among them.
pub(super) fn fresh(kind: Kind) -> Vec<Box<dyn Model>> {
    let all: [Box<dyn Model>; 16] = [
        Box::new(Baseline::Naive),
        Box::new(Baseline::Mean),
        Box::new(Baseline::Drift),
        Box::new(Baseline::Level),
        Box::new(Baseline::SeasonalNaive),
        Box::new(Decomposed::default()),
        Box::new(Folded),
        Box::new(Regression),
        Box::new(Ets::default()),
        Box::new(Theta::default()),
        Box::new(Ces::default()),
        Box::new(Croston { corrected: false }),
        Box::new(Croston { corrected: true }),
        Box::new(Tsb),
        Box::new(Adida),
        Box::new(Imapa),
    ];
    all.into_iter().filter(|m| m.member() == Member::Naive || kind.prior(m.member()) > 0.0).collect()
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
    let outer = seasons.outer_profile(values);
    let at = |i: usize| outer.as_ref().map_or(0.0, |s| s[i % s.len()]);
    let inner: Vec<f64> = values.iter().enumerate().map(|(i, v)| v - at(i)).collect();
    let sample = Sample { values: &inner, period: seasons.main.filter(fits) };
    let thin = Thin::of(&inner, seasons, sample.is_positive());
    let (low, high) = fence(values);
    let inside = |v: &f64| (low..=high).contains(v);
    let mut entries = Vec::with_capacity(models.len());
    for model in models {
        let thin = thin.as_ref().filter(|_| thin::takes_off(model.member()));
        let own = match (thin, model.member()) {
            (Some(thin), _) => Sample { values: &thin.values, period: None },
            // One cycle is enough to be repeated.
            (None, Member::SeasonalNaive) => Sample { period: seasons.main, ..sample },
            (None, _) => sample,
        };
        let fitted = model.fit(&own);
        let path = fitted.as_ref().map(|f| f.forecast(horizon)).map(|mut path| {
            thin.iter().for_each(|thin| thin.put_back(&mut path));
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
