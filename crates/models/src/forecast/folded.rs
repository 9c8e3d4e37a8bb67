//! The series folded by its season: one level a cycle by a ridge over the levels before, times a shrunk shape of the cycle.
//!
//! In plain words: forecast the totals of the weeks first, then share each week out to its days as they usually share it.
//! Model:  y = level of the cycle * shape of the place (+ instead of * where values may be below zero).
//! Shapes: a season of P steps with 6 complete cycles or more, counted from the end.
//! Gives:  h values with spreads. Fails: no season, or fewer cycles.
//! Cost:   O(n) and one small ridge.
//! Source: the idea of a factored level and an interleaved ridge, Honda (2026), arXiv 2605.07222; shrinkage of the shape by
//!         its signal and noise as James & Stein (1961).

use super::measure::mean;
use super::model::{Fitted, Model, Path, Sample};
use super::outcome::Member;
use super::ridge::Ridge;

/// Weight of a cycle in the shape relative to the next one.
const DECAY: f64 = 0.9;

/// Unfitted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Folded;

struct FittedFolded {
    /// Levels of the next cycles are forecast from these (logarithms when `is_ratio`).
    levels: Vec<f64>,
    ridge: Ridge,
    shape: Vec<f64>,
    is_ratio: bool,
    /// Standard deviation of the values around level and shape.
    noise: f64,
}

impl Model for Folded {
    fn member(&self) -> Member {
        Member::Folded
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        let period = sample.period?;
        let cycles: Vec<&[f64]> = sample.values[sample.values.len() % period..].chunks(period).collect();
        if cycles.len() < 6 {
            return None;
        }
        let means: Vec<f64> = cycles.iter().map(|c| mean(c)).collect();
        let largest = means.iter().copied().fold(0.0, f64::max);
        let is_ratio = sample.values.iter().all(|v| *v >= 0.0) && means.iter().all(|m| *m > 1e-2 * largest);
        let (shape, noise) = shape(&cycles, &means, is_ratio);
        let levels: Vec<f64> = means.iter().map(|&m| if is_ratio { libm::log(m) } else { m }).collect();
        let rows: Vec<Vec<f64>> = (2..levels.len()).map(|k| features(&levels[..k])).collect();
        let ridge = Ridge::fit(&rows, &levels[2..])?;
        Some(Box::new(FittedFolded { levels, ridge, shape, is_ratio, noise }))
    }
}

/// What the next level is told by: the last two levels and the time.
fn features(levels: &[f64]) -> Vec<f64> {
    let k = levels.len();
    vec![levels[k - 1], levels[k - 2], k as f64]
}

/// The shape of a cycle, shrunk toward flat as far as it may be chance, and the spread of the values around it.
fn shape(cycles: &[&[f64]], means: &[f64], is_ratio: bool) -> (Vec<f64>, f64) {
    let period = cycles[0].len();
    let flat = if is_ratio { 1.0 } else { 0.0 };
    let part = |k: usize, j: usize| if is_ratio { cycles[k][j] / means[k] } else { cycles[k][j] - means[k] };
    let (mut sums, mut total, mut power) = (vec![0.0; period], 0.0, 0.0);
    for k in 0..cycles.len() {
        for (j, sum) in sums.iter_mut().enumerate() {
            *sum = *sum * DECAY + part(k, j);
        }
        total = total * DECAY + 1.0;
        power = power * DECAY * DECAY + 1.0;
    }
    let raw: Vec<f64> = sums.iter().map(|s| s / total).collect();
    let count = (cycles.len() * period) as f64;
    let apart = |k: usize, j: usize| part(k, j) - raw[j];
    let squares: f64 =
        (0..cycles.len()).flat_map(|k| (0..period).map(move |j| (k, j))).map(|(k, j)| apart(k, j) * apart(k, j)).sum();
    let chance = squares / (count - period as f64).max(1.0) * power / (total * total);
    let seen = raw.iter().map(|v| (v - flat) * (v - flat)).sum::<f64>() / (period as f64 - 1.0);
    let keep = if seen > 0.0 { (1.0 - chance / seen).max(0.0) } else { 0.0 };
    let shape: Vec<f64> = raw.iter().map(|v| flat + keep * (v - flat)).collect();
    let recent = cycles.len().saturating_sub(8);
    let left: Vec<f64> = (recent..cycles.len())
        .flat_map(|k| (0..period).map(move |j| (k, j)))
        .map(|(k, j)| cycles[k][j] - if is_ratio { means[k] * shape[j] } else { means[k] + shape[j] })
        .map(|e| e * e)
        .collect();
    (shape, mean(&left).sqrt())
}

impl Fitted for FittedFolded {
    fn forecast(&self, horizon: usize) -> Path {
        let mut levels = self.levels.clone();
        let low = levels.iter().copied().fold(f64::INFINITY, f64::min);
        let high = levels.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let (mut mean, mut spread) = (Vec::with_capacity(horizon), Vec::with_capacity(horizon));
        while mean.len() < horizon {
            // A rule over its own forecasts may run away: the levels stay near those that were seen.
            let next = self.ridge.at(&features(&levels)).clamp(low - (high - low), high + (high - low));
            let ahead = (levels.len() - self.levels.len()) as f64;
            levels.push(next);
            let level = if self.is_ratio { libm::exp(next) } else { next };
            let unit = if self.is_ratio { level } else { 1.0 };
            let doubt = self.ridge.sigma * unit * (1.0 + 0.5 * ahead).sqrt();
            for s in self.shape.iter().take(horizon - mean.len()) {
                mean.push(if self.is_ratio { level * s } else { level + s });
                spread.push((self.noise * self.noise + doubt * doubt).sqrt());
            }
        }
        Path { mean, spread }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn continues_level_and_shape() {
        let shape = [0.5, 1.5, 1.2, 0.8];
        let y: Vec<f64> = (0..42).map(|i| (10.0 + (i / 4) as f64) * shape[i % 4]).collect();
        let sample = Sample { values: &y[2..], period: Some(4) };
        let path = Folded.fit(&sample).unwrap().forecast(6);
        for (h, (m, s)) in path.mean.iter().zip(&path.spread).enumerate() {
            let truth = (10.0 + ((42 + h) / 4) as f64) * shape[(42 + h) % 4];
            assert!((m / truth - 1.0).abs() < 0.15 && s.is_finite(), "{m} {truth}");
        }
        assert!(Folded.fit(&Sample { values: &y[..20], period: Some(4) }).is_none());
        assert!(Folded.fit(&Sample { values: &y, period: None }).is_none());
    }

    #[test]
    fn works_below_zero() {
        let y: Vec<f64> = (0..60).map(|i| [-5.0, 0.0, 5.0][i % 3]).collect();
        let path = Folded.fit(&Sample { values: &y, period: Some(3) }).unwrap().forecast(3);
        assert!(path.mean.iter().zip([-5.0, 0.0, 5.0]).all(|(a, b)| (a - b).abs() < 0.1), "{path:?}");
    }
}
