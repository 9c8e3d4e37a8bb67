//! The season's shape that many series share, for new ones that have not lived through it.
//!
//! In plain words: the middle one of the others' factors for January, for February, ..., drawn toward none as far as it may be chance.
//! Source: shrinkage by signal and noise as James & Stein (1961); pooled seasonal indices, Withycombe (1989).

use super::base::{median, moving_median};

/// Series that must agree on a shape.
const LEAST_SERIES: usize = 3;

/// Share of the common swing that has to be more than chance.
const LEAST_TRUST: f64 = 0.7;

/// A shape that several series share.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedShape {
    /// Factors with mean 1, one a place of the season, drawn toward 1 as far as they may be chance.
    pub factors: Vec<f64>,
    /// Squared error to expect of them for one more series: how far the series lie apart, and that few of them were seen.
    pub doubt: f64,
}

/// What the shapes of several series, all of one length, have in common.
///
/// `None` when fewer than three are given, or when what they have in common may be chance.
pub fn shared_shape<'a>(shapes: impl Iterator<Item = &'a [f64]>) -> Option<SharedShape> {
    let shapes: Vec<&[f64]> = shapes.collect();
    let period = shapes.iter().map(|s| s.len()).min().filter(|p| *p >= 2)?;
    if shapes.len() < LEAST_SERIES {
        return None;
    }
    let (mut shared, mut apart) = (Vec::with_capacity(period), 0.0);
    for place in 0..period {
        let mut seen: Vec<f64> = shapes.iter().map(|s| s[place]).collect();
        let centre = median(&mut seen)?;
        let mut distances: Vec<f64> = seen.iter().map(|v| (v - centre).abs()).collect();
        let spread = 1.4826 * median(&mut distances)?;
        apart += spread * spread;
        shared.push(centre);
    }
    let mean = shared.iter().sum::<f64>() / period as f64;
    if mean <= 0.0 {
        return None;
    }
    shared.iter_mut().for_each(|v| *v /= mean);
    let swing: f64 = shared.iter().map(|v| (v - 1.0) * (v - 1.0)).sum();
    // Of so many series, the median itself is off by so much.
    let count = shapes.len() as f64;
    let chance = MEDIAN_ERROR * apart / count;
    let trust = if swing > 0.0 { 1.0 - chance / swing } else { 0.0 };
    let factors = shared.iter().map(|v| (1.0 + trust * (v - 1.0)).max(0.05)).collect();
    // How far three series lie apart is known badly: they have to be much more alike than many.
    (trust >= LEAST_TRUST).then_some(SharedShape { factors, doubt: apart * (1.0 + 4.0 / count) })
}

/// Variance of a median against that of a mean.
const MEDIAN_ERROR: f64 = 1.57;

/// One series' own shape, factors with mean 1 from place 0 of the season on; `first` is the place of its first value. `None`
/// with fewer than three cycles, with negative values, or with mostly zeros.
pub fn own_shape(y: &[f64], first: usize, period: usize) -> Option<Vec<f64>> {
    if period < 2 {
        return None;
    }
    let known: Vec<f64> = y.iter().copied().filter(|v| v.is_finite()).collect();
    let zeros = known.iter().filter(|v| **v == 0.0).count();
    if known.len() < 3 * period || known.iter().any(|v| *v < 0.0) || zeros * 2 > known.len() {
        return None;
    }
    let level = moving_median(y, (period / 2).max(3));
    let mut factors = vec![0.0; period];
    for (place, factor) in factors.iter_mut().enumerate() {
        let start = (place + period - first % period) % period;
        let mut seen: Vec<f64> = (start..y.len())
            .step_by(period)
            .filter(|&i| level[i] > 0.0)
            .map(|i| y[i] / level[i])
            .filter(|v| v.is_finite())
            .collect();
        *factor = median(&mut seen)?;
    }
    let mean = factors.iter().sum::<f64>() / period as f64;
    (mean > 0.0).then(|| factors.iter().map(|v| v / mean).collect())
}
