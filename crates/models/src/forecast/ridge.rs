//! Ridge regression with a few features, its strength judged by leaving each row out.
//!
//! In plain words: a straight-line rule whose coefficients are held small; how small is averaged over several strengths,
//! the better ones counting more.
//! Shapes: n rows of p features, n >= 3, p small. Gives: coefficients and the left-out errors. Fails: too few rows.
//! Cost:   O(strengths (n p^2 + p^3)).
//! Source: Hoerl & Kennard (1970); the left-out error by the hat matrix, Hastie, Tibshirani & Friedman, ESL, section 7.10.

use super::measure::mean;

/// Strengths relative to the number of rows (features have variance 1).
const STRENGTHS: [f64; 7] = [1e-4, 1e-3, 1e-2, 0.1, 0.3, 1.0, 10.0];

/// A fitted rule.
#[derive(Clone, Debug)]
pub(super) struct Ridge {
    centre: Vec<f64>,
    level: f64,
    coefficients: Vec<f64>,
    /// Standard deviation of the left-out errors.
    pub sigma: f64,
}

impl Ridge {
    /// Fits `targets` by `rows`; `None` with fewer than 4 rows or numbers that do not hold.
    pub fn fit(rows: &[Vec<f64>], targets: &[f64]) -> Option<Self> {
        let (n, p) = (rows.len(), rows.first()?.len());
        if n < 4 {
            return None;
        }
        let level = mean(targets);
        let column = |j: usize| rows.iter().map(move |r| r[j]);
        let centre: Vec<f64> = (0..p).map(|j| column(j).sum::<f64>() / n as f64).collect();
        let scale: Vec<f64> = (0..p)
            .map(|j| (column(j).map(|v| (v - centre[j]) * (v - centre[j])).sum::<f64>() / n as f64).sqrt())
            .map(|s| if s > 1e-12 { 1.0 / s } else { 0.0 })
            .collect();
        let table: Vec<Vec<f64>> =
            rows.iter().map(|r| (0..p).map(|j| (r[j] - centre[j]) * scale[j]).collect()).collect();
        let errors: Vec<f64> = targets.iter().map(|t| t - level).collect();
        let (gram, cross) = sums(&table, &errors, p);
        let fits: Vec<(Vec<f64>, f64)> =
            STRENGTHS.iter().filter_map(|s| solve(&table, &errors, &gram, &cross, s * n as f64)).collect();
        let best = fits.iter().map(|f| f.1).fold(f64::INFINITY, f64::min);
        if !best.is_finite() {
            return None;
        }
        let mut coefficients = vec![0.0; p];
        let (mut total, mut loss) = (0.0, 0.0);
        for (slopes, left_out) in &fits {
            let weight = libm::exp(-0.5 * n as f64 * (left_out / best.max(1e-300) - 1.0).clamp(0.0, 1e3));
            total += weight;
            loss += weight * left_out;
            coefficients.iter_mut().zip(slopes).for_each(|(c, s)| *c += weight * s);
        }
        coefficients.iter_mut().zip(&scale).for_each(|(c, s)| *c *= s / total);
        Some(Self { centre, level, coefficients, sigma: (loss / total).sqrt() })
    }

    /// The value that the rule gives for one row.
    pub fn at(&self, row: &[f64]) -> f64 {
        let parts = row.iter().zip(&self.centre).zip(&self.coefficients);
        self.level + parts.map(|((v, c), b)| (v - c) * b).sum::<f64>()
    }

    /// By how much the value changes when the row changes so.
    pub fn change(&self, row: &[f64]) -> f64 {
        row.iter().zip(&self.coefficients).map(|(v, b)| v * b).sum()
    }
}

/// Products of the features with each other and with the targets.
fn sums(table: &[Vec<f64>], targets: &[f64], p: usize) -> (Vec<Vec<f64>>, Vec<f64>) {
    let (mut gram, mut cross) = (vec![vec![0.0; p]; p], vec![0.0; p]);
    for (row, t) in table.iter().zip(targets) {
        for i in 0..p {
            cross[i] += row[i] * t;
            for j in 0..=i {
                gram[i][j] += row[i] * row[j];
            }
        }
    }
    (gram, cross)
}

/// Coefficients at one strength and their mean squared left-out error.
fn solve(
    table: &[Vec<f64>],
    targets: &[f64],
    gram: &[Vec<f64>],
    cross: &[f64],
    strength: f64,
) -> Option<(Vec<f64>, f64)> {
    let p = cross.len();
    let root = factor(gram, strength)?;
    let mut slopes = forward(&root, cross);
    for i in (0..p).rev() {
        let known: f64 = (i + 1..p).map(|k| root[k][i] * slopes[k]).sum();
        slopes[i] = (slopes[i] - known) / root[i][i];
    }
    let mut loss = 0.0;
    for (row, t) in table.iter().zip(targets) {
        let fitted: f64 = row.iter().zip(&slopes).map(|(v, b)| v * b).sum();
        let pull: f64 = forward(&root, row).iter().map(|v| v * v).sum::<f64>() + 1.0 / table.len() as f64;
        let error = (t - fitted) / (1.0 - pull).max(0.02);
        loss += error * error;
    }
    Some((slopes, loss / table.len() as f64))
}

/// Lower root of the products with the strength on the diagonal.
fn factor(gram: &[Vec<f64>], strength: f64) -> Option<Vec<Vec<f64>>> {
    let p = gram.len();
    let mut root = vec![vec![0.0; p]; p];
    for i in 0..p {
        for j in 0..=i {
            let done: f64 = (0..j).map(|k| root[i][k] * root[j][k]).sum();
            if i == j {
                let rest = gram[i][i] + strength - done;
                if rest.is_nan() || rest <= 0.0 {
                    return None;
                }
                root[i][i] = rest.sqrt();
            } else {
                root[i][j] = (gram[i][j] - done) / root[j][j];
            }
        }
    }
    Some(root)
}

/// Solves `root x = right`.
fn forward(root: &[Vec<f64>], right: &[f64]) -> Vec<f64> {
    let mut x = Vec::with_capacity(right.len());
    for (i, r) in right.iter().enumerate() {
        let known: f64 = x.iter().zip(&root[i]).map(|(a, b): (&f64, &f64)| a * b).sum();
        x.push((r - known) / root[i][i]);
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_rule_and_shrinks_noise() {
        let rows: Vec<Vec<f64>> = (0..40).map(|i| vec![f64::from(i), f64::from(i * i % 7), 5.0]).collect();
        let targets: Vec<f64> = rows.iter().map(|r| 3.0 + 2.0 * r[0] - r[1]).collect();
        let ridge = Ridge::fit(&rows, &targets).unwrap();
        assert!((ridge.at(&[50.0, 2.0, 5.0]) - 101.0).abs() < 0.1);
        let mut random = crate::random::Random::new(4);
        let noise: Vec<f64> = rows.iter().map(|_| random.normal()).collect();
        assert!(Ridge::fit(&rows, &noise).unwrap().at(&[20.0, 2.0, 5.0]).abs() < 0.5);
        assert!(Ridge::fit(&rows[..3], &targets[..3]).is_none() && Ridge::fit(&[], &[]).is_none());
    }
}
