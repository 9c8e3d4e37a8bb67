//! Ranges: the models' spread, corrected by how wrong the rolling origins were.
//!
//! In plain words: if past actual values lay twice as far off as the models thought, the range is twice as wide.
//! Gives:  half-widths that grow with distance and with the level. Fails: never.
//! Source: conformal prediction with normalised errors (Papadopoulos et al. 2008; Stankeviciute et al. 2021), shrunk
//!         toward a wide-tailed prior, as a few windows cannot calibrate alone.

use super::measure::{normal_quantile, quantile};
use super::model::Path;

/// Errors in units of the spread that the models gave, at one origin.
#[derive(Clone, Debug)]
pub(super) struct Errors {
    /// Number of places judged here for the first time: overlapping origins are no new evidence.
    pub fresh_places: usize,
    /// One a step.
    pub scaled: Vec<f64>,
}

/// How much wider than the models say, before the series has spoken: `LONG_RUN + SHORTNESS / n`, because models fitted to a few
/// values believe them too much.
const SHORTNESS: f64 = 10.0;
/// See [`SHORTNESS`]; below 1 because a blend errs less than its members.
const LONG_RUN: f64 = 0.75;
/// Judged places that the prior counts for.
const PRIOR_PLACES: f64 = 30.0;
/// Degrees of freedom of the prior's tails.
const TAILS: f64 = 8.0;

/// Scaled errors of one origin.
pub(super) fn errors(path: &Path, actual: &[f64], fresh_places: usize) -> Errors {
    let scale = path.spread.iter().copied().fold(0.0f64, f64::max) * 1e-3;
    let scaled = actual.iter().zip(&path.mean).zip(&path.spread);
    Errors {
        fresh_places,
        scaled: scaled
            .map(|((a, f), s)| {
                let apart = (a - f).abs();
                // A perfect past has no spread: an exact hit counts as inside, a miss as far outside.
                if apart == 0.0 { 0.0 } else { (apart / s.max(scale).max(1e-300)).min(1e3) }
            })
            .collect(),
    }
}

/// Half-widths of the range of `level` percent around `path`, one a step, never shrinking with distance.
///
/// `known`: number of values that the models were fitted to.
pub(super) fn half_widths(path: &Path, level: u8, past: &[&Errors], known: usize) -> Vec<f64> {
    let reach = multiplier(level, past, known);
    let mut widest = 0.0f64;
    path.spread
        .iter()
        .map(|s| {
            widest = widest.max(s * reach);
            widest
        })
        .collect()
}

/// By how many spreads the range of `level` percent reaches out.
fn multiplier(level: u8, past: &[&Errors], known: usize) -> f64 {
    let share = f64::from(level.clamp(1, 99)) / 100.0;
    let prior = (LONG_RUN + SHORTNESS / known.max(1) as f64) * tail(share);
    let mut seen: Vec<f64> = past.iter().flat_map(|e| e.scaled.iter().copied()).collect();
    if seen.is_empty() {
        return prior;
    }
    seen.sort_by(f64::total_cmp);
    // The scale is read where the quantile is steady (80 %), the tail partly from the data.
    let scale = quantile(&seen, 0.8) / tail(0.8);
    let own = quantile(&seen, share);
    let seen_reach = if share > 0.8 { 0.5 * own + 0.5 * scale * tail(share) } else { own };
    let places: usize = past.iter().map(|e| e.fresh_places).sum();
    let weight = places as f64 / (places as f64 + PRIOR_PLACES);
    weight * seen_reach + (1.0 - weight) * prior
}

/// Two-sided quantile of the prior: Student's t by its expansion about the normal.
fn tail(share: f64) -> f64 {
    let z = normal_quantile(0.5 + share / 2.0);
    z + (z * z * z + z) / (4.0 * TAILS)
}
