//! Unusual moments of a series.
//!
//! In plain words: say what the value should have been from the season and the level around it; mark what is far from that, and
//! stretches whose form is like no other stretch.
//! Model:  expected value = robust season + running median (`expect`), deviation in robust standard deviations; form of stretches
//!         by neighbours and ellipse (`form`); both squeezed and added to one score.
//! Shapes: y: values at equal steps, oldest first, `NaN` for a gap; at least [`MIN_POINTS`] values.
//! Gives:  score, mark and band for each moment, and events: marked moments that belong together. Fails: TooShort, NotFinite.
//! Cost:   see [`cost`](super::cost); some 100 ms for 20,000 values.
//! Source: residual and band after Hochenbaum, Vallis and Kejariwal (2017); both views together after the comparison TSB-AD
//!         (Liu and Paparrizos, NeurIPS 2024), in which each wins on other sources.

mod event;
mod expect;
mod form;
mod season;
mod smooth;
#[cfg(test)]
mod tests;
mod week;

use serde::{Deserialize, Serialize};

pub use event::{Event, EventKind};

use super::error::AnomalyError;
use super::robust;

/// Fewest values.
pub const MIN_POINTS: usize = 12;

/// Deviations at which marks begin, in robust standard deviations, for sensitivity 1 to 5.
const POINT_CUTS: [f64; 5] = [7.0, 5.5, 4.5, 3.7, 3.0];
/// The same for the form of a stretch.
const FORM_CUTS: [f64; 5] = [14.0, 10.0, 7.0, 5.0, 4.0];

/// Share of the moments that may lie beyond a cut: where more do, it is their habit, and the cut moves outwards.
const MOST_MARKED: [f64; 5] = [0.005, 0.01, 0.02, 0.04, 0.08];
/// The most that a moment without a mark is said to stand out; marks begin at one half.
const UNMARKED: f64 = 0.49;

/// What was found; all vectors have one entry a value of the series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeriesOutcome {
    /// How odd, from 0 to below 1; 0 at gaps. It does not depend on the sensitivity.
    pub score: Vec<f64>,
    /// The same question on the scale of the marks: how far beyond the cuts, from 0 to below 1, 0.5 at a cut and 0 at gaps; what is
    /// not marked lies below one half. Events are ranked by it; `score` weighs the moments around, and finds the places where labels of experts lie more often.
    pub oddness: Vec<f64>,
    /// Whether the moment belongs to an event.
    pub is_anomaly: Vec<bool>,
    /// The usual value, in the series' unit.
    pub expected: Vec<f64>,
    /// Lower end of the usual range at this sensitivity.
    pub lower: Vec<f64>,
    /// Upper end.
    pub upper: Vec<f64>,
    /// Marked stretches, oldest first.
    pub events: Vec<Event>,
    /// The season that was used: steps of its cycle.
    pub season: Option<usize>,
}

/// Looks for unusual moments. `seasons` are candidate periods in steps (those that do not fit are passed over); `sensitivity` goes from 1
/// (few marks) to 5 (many), other values count as the nearest of these.
pub fn detect(y: &[f64], seasons: &[usize], sensitivity: u8) -> Result<SeriesOutcome, AnomalyError> {
    let known = y.iter().filter(|v| !v.is_nan()).count();
    if known < MIN_POINTS {
        return Err(AnomalyError::TooShort { have: known, need: MIN_POINTS });
    }
    // Beyond this size sums of squares overflow.
    if y.iter().any(|v| v.abs() > 1e150) {
        return Err(AnomalyError::NotFinite);
    }
    let filled = smooth::fill(y);
    let season = season::choose(&filled, seasons, |cycle| expect::reach(filled.len(), cycle));
    let usual = expect::expect(&filled, season.as_ref());
    let deviation: Vec<f64> = filled.iter().enumerate().map(|(i, v)| usual.deviation(i, *v)).collect();
    let period = season.as_ref().map(|s| s.cycle);
    let stretch = form::length(filled.len(), period);
    let shape = form::oddness(&filled, stretch);
    let alone: Vec<f64> = deviation.iter().map(|d| libm::asinh(d.abs())).collect();
    let around = smooth::moving_mean(&alone, stretch / 2);
    let level = usize::from(sensitivity.clamp(1, 5)) - 1;
    let strength: Vec<f64> =
        (0..y.len()).map(|i| if y[i].is_nan() { 0.0 } else { strength(alone[i], around[i], shape[i]) }).collect();
    let size: Vec<f64> = deviation.iter().map(|d| d.abs()).collect();
    let point_cut = cut(&size, POINT_CUTS[level], MOST_MARKED[level]);
    let form_cut = cut(&shape, FORM_CUTS[level], MOST_MARKED[level]);
    let excess: Vec<f64> = (0..y.len())
        .map(|i| if y[i].is_nan() { 0.0 } else { (size[i] / point_cut).max(shape[i] / form_cut) })
        .collect();
    // What stands in for a gap is no value.
    let known: Vec<f64> = deviation.iter().zip(y).map(|(d, v)| if v.is_nan() { 0.0 } else { *d }).collect();
    let day = season.as_ref().map_or(stretch, |s| s.day().min(stretch));
    let events = event::merge(&excess, &known, point_cut, (stretch, day), level);
    let mut is_anomaly = vec![false; y.len()];
    for event in &events {
        is_anomaly[event.start..=event.end].iter_mut().zip(&y[event.start..]).for_each(|(m, v)| *m = !v.is_nan());
    }
    let side = |end: &[f64], sign: f64| end.iter().zip(&usual.width).map(|(e, s)| e + sign * point_cut * s).collect();
    let (lower, upper) = (side(&usual.lowest, -1.0), side(&usual.highest, 1.0));
    // Moments beyond a cut that made no event lie below all that are marked.
    let ranked = |(i, e): (usize, &f64)| {
        let oddness = e / (1.0 + e);
        if is_anomaly[i] { oddness.max(0.5) } else { oddness.min(UNMARKED) }
    };
    let oddness = excess.iter().enumerate().map(ranked).collect();
    let score = strength.iter().map(|s| s / (1.0 + s)).collect();
    Ok(SeriesOutcome { score, oddness, is_anomaly, expected: usual.value, lower, upper, events, season: period })
}

fn cut(oddness: &[f64], least: f64, share: f64) -> f64 {
    robust::quantile(&robust::sorted(oddness.iter().copied()), 1.0 - share).max(least)
}

/// Deviation at the moment, deviation around it and form in one number from 0. Odd moments come in stretches, so the neighbourhood has
/// the larger part; the moment's own deviation puts the peak in its place.
fn strength(alone: f64, around: f64, shape: f64) -> f64 {
    0.15 * alone + 0.25 * around + 0.6 * libm::asinh(shape.max(0.0))
}
