//! The season's shape that many series share, for new ones that have not lived through it.

use super::base::{median, moving_median};

/// Series that must agree on a shape.
const LEAST_SERIES: usize = 3;

/// The shape of a season of `period` places as factors with mean 1, shared by the series: each comes with the place of the
/// season of its first value. Series with fewer than three cycles or with negative values do not speak.
///
/// `None` when fewer than three series speak, or when they do not agree.
pub fn shared_shape<'a>(series: impl Iterator<Item = (usize, &'a [f64])>, period: usize) -> Option<Vec<f64>> {
    if period < 2 {
        return None;
    }
    let shapes: Vec<Vec<f64>> = series.filter_map(|(place, y)| shape(y, place, period)).collect();
    if shapes.len() < LEAST_SERIES {
        return None;
    }
    let (mut shared, mut apart) = (Vec::with_capacity(period), 0.0);
    for place in 0..period {
        let mut seen: Vec<f64> = shapes.iter().map(|s| s[place]).collect();
        let centre = median(&mut seen)?;
        let mut distances: Vec<f64> = seen.iter().map(|v| (v - centre).abs()).collect();
        // Squared error of the median over the series.
        let spread = 1.4826 * median(&mut distances)?;
        apart += spread * spread;
        shared.push(centre);
    }
    let mean = shared.iter().sum::<f64>() / period as f64;
    if mean <= 0.0 {
        return None;
    }
    shared.iter_mut().for_each(|v| *v = (*v / mean).max(0.05));
    let swing: f64 = shared.iter().map(|v| (v - 1.0) * (v - 1.0)).sum();
    // The common swing must be larger than the differences between single series.
    (swing > apart).then_some(shared)
}

/// One series' own shape.
fn shape(y: &[f64], first: usize, period: usize) -> Option<Vec<f64>> {
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
