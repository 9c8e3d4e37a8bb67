//! Ranges: the models' spread, corrected by how wrong the rolling origins were.
//!
//! In plain words: if past actual values lay twice as far off as the models thought, the range is twice as wide.
//! Gives:  bounds that move apart with the level. Fails: never.
//! Source: conformal prediction with normalised errors (Papadopoulos et al. 2008; Stankeviciute et al. 2021), shrunk
//!         toward a wide-tailed prior, as a few windows cannot calibrate alone.

use super::measure::{mean, normal_quantile, quantile};
use super::model::Path;
use super::prior::Kind;

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
const SHORTNESS: f64 = 9.6;
/// See [`SHORTNESS`]; below 1 because a blend errs less than its members.
const LONG_RUN: f64 = 0.7;
/// Judged places that the prior counts for.
const PRIOR_PLACES: f64 = 45.0;
/// Values that a rate's range looks back on.
const RECENT: usize = 104;
/// Degrees of freedom of the prior's tails.
const TAILS: f64 = 4.0;

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

/// Lower and upper bound of the range of `level` percent, one pair a step.
///
/// As wide as the models' spread at that place of the season, so a quiet month stays narrow. Where only a rate of sales can
/// be known, the range goes from 0 to what so many of the recent `values` (those before the forecast) did not exceed.
pub(super) fn bounds(kind: Kind, values: &[f64], path: &Path, level: u8, past: &[&Errors]) -> Vec<(f64, f64)> {
    if kind.is_rate_only() {
        return rate_bounds(values, path, level);
    }
    let reach = multiplier(level, past, values.len());
    path.mean.iter().zip(&path.spread).map(|(m, s)| (m - s * reach, m + s * reach)).collect()
}

fn rate_bounds(values: &[f64], path: &Path, level: u8) -> Vec<(f64, f64)> {
    let mut recent = values[values.len().saturating_sub(RECENT)..].to_vec();
    recent.sort_by(f64::total_cmp);
    let usual = mean(&recent);
    // The smallest value that so many reach at most: counts lie on it, not between.
    let place = (f64::from(level) / 100.0 * recent.len() as f64).ceil() as usize;
    let reach = recent.get(place.clamp(1, recent.len().max(1)) - 1).copied().unwrap_or(0.0);
    let change = |m: f64| if usual > 0.0 { (m / usual).clamp(0.5, 2.0) } else { 1.0 };
    path.mean.iter().map(|&m| (0.0, (reach * change(m)).max(m))).collect()
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
