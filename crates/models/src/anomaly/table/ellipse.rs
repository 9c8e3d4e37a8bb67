//! Robust Mahalanobis distance: an ellipse around the most concentrated part of the rows.
//!
//! In plain words: a row is odd when its values do not go together, even if each alone is usual.
//! Model:  center m and covariance S of the h = 3/4 n rows that lie closest together, found by concentration steps from the
//!         rows nearest to the median; S shrunk a little to its diagonal; d(x)^2 = (x - m)' S^-1 (x - m).
//! Shapes: rows of the squeezed cells, at most [`MAX_WIDTH`] of them.
//! Gives:  d(x); and a column's residual given the others, (S^-1 (x - m))_j / sqrt((S^-1)_jj).
//! Cost:   width^2 a row; fit 10 n width^2.
//! Source: Rousseeuw and Van Driessen (Technometrics 1999); one deterministic start after Hubert, Rousseeuw and Verdonck (2012).

use serde::{Deserialize, Serialize};

/// Columns beyond which the ellipse is left out: too many numbers for a sample.
pub const MAX_WIDTH: usize = 200;
const STEPS: usize = 10;
const KEPT: f64 = 0.75;
const SHRINK: f64 = 0.05;

/// A fitted ellipse.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ellipse {
    width: usize,
    center: Vec<f64>,
    /// S^-1, row after row.
    precision: Vec<f64>,
}

impl Ellipse {
    /// Fits rows of `width` cells; `None` if there are too many columns or too few rows.
    pub fn fit(cells: &[f64], width: usize) -> Option<Self> {
        let rows = cells.len() / width.max(1);
        if width == 0 || width > MAX_WIDTH || rows < width + 5 {
            return None;
        }
        let kept = ((rows as f64 * KEPT) as usize).max(width + 2).min(rows);
        let mut distance: Vec<f64> =
            (0..rows).map(|r| cells[r * width..(r + 1) * width].iter().map(|x| x * x).sum()).collect();
        let mut members = Vec::new();
        let mut best = None;
        for _ in 0..STEPS {
            let mut order: Vec<usize> = (0..rows).collect();
            order.sort_by(|&a, &b| distance[a].total_cmp(&distance[b]));
            order.truncate(kept);
            order.sort_unstable();
            if order == members {
                break;
            }
            members = order;
            let ellipse = Self::of(cells, width, &members)?;
            distance = (0..rows).map(|r| ellipse.score(&cells[r * width..(r + 1) * width])).collect();
            best = Some(ellipse);
        }
        best
    }

    fn of(cells: &[f64], width: usize, members: &[usize]) -> Option<Self> {
        let n = members.len() as f64;
        let mut center = vec![0.0; width];
        for &r in members {
            for (sum, x) in center.iter_mut().zip(&cells[r * width..]) {
                *sum += x;
            }
        }
        center.iter_mut().for_each(|sum| *sum /= n);
        let mut cov = vec![0.0; width * width];
        let mut gap = vec![0.0; width];
        for &r in members {
            for ((g, x), m) in gap.iter_mut().zip(&cells[r * width..]).zip(&center) {
                *g = x - m;
            }
            for i in 0..width {
                for j in 0..=i {
                    cov[i * width + j] += gap[i] * gap[j];
                }
            }
        }
        for i in 0..width {
            for j in 0..=i {
                let shrunk = cov[i * width + j] / n * if i == j { 1.0 } else { 1.0 - SHRINK };
                cov[i * width + j] = shrunk;
                cov[j * width + i] = shrunk;
            }
            // A column that is constant among the members still has a width, or its first other value would be infinitely far.
            cov[i * width + i] += 1e-3;
        }
        Some(Self { width, center, precision: invert(cov, width)? })
    }

    /// Mahalanobis distance of a row.
    pub fn score(&self, cells: &[f64]) -> f64 {
        let gap: Vec<f64> = cells.iter().zip(&self.center).map(|(x, m)| x - m).collect();
        let mut total = 0.0;
        for i in 0..self.width {
            let row = &self.precision[i * self.width..];
            let cross: f64 = row[..i].iter().zip(&gap).map(|(p, g)| p * g).sum();
            total += gap[i] * (2.0 * cross + row[i] * gap[i]);
        }
        total.max(0.0).sqrt()
    }

    /// How far a cell is from what the row's other cells suggest: in standard deviations, the suggested cell, and the
    /// standard deviation.
    pub fn residual(&self, cells: &[f64], column: usize) -> (f64, f64, f64) {
        let row = &self.precision[column * self.width..(column + 1) * self.width];
        let pull: f64 = row.iter().zip(cells.iter().zip(&self.center)).map(|(p, (x, m))| p * (x - m)).sum();
        let inverse = row[column];
        (pull / inverse.sqrt(), cells[column] - pull / inverse, 1.0 / inverse.sqrt())
    }
}

/// The inverse of a symmetric positive definite matrix by Cholesky; `None` if it is not.
fn invert(mut a: Vec<f64>, n: usize) -> Option<Vec<f64>> {
    for j in 0..n {
        for i in j..n {
            let dot: f64 = (0..j).map(|k| a[i * n + k] * a[j * n + k]).sum();
            let rest = a[i * n + j] - dot;
            if i == j {
                if !(rest > 0.0 && rest.is_finite()) {
                    return None;
                }
                a[j * n + j] = rest.sqrt();
            } else {
                a[i * n + j] = rest / a[j * n + j];
            }
        }
    }
    let mut inverse = vec![0.0; n * n];
    for column in 0..n {
        let mut x = vec![0.0; n];
        for i in column..n {
            let unit = if i == column { 1.0 } else { 0.0 };
            let dot: f64 = (column..i).map(|k| a[i * n + k] * x[k]).sum();
            x[i] = (unit - dot) / a[i * n + i];
        }
        for i in (0..n).rev() {
            let dot: f64 = (i + 1..n).map(|k| a[k * n + i] * x[k]).sum();
            x[i] = (x[i] - dot) / a[i * n + i];
        }
        for i in 0..n {
            inverse[i * n + column] = x[i];
        }
    }
    Some(inverse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inverse_of_a_small_matrix() {
        let inverse = invert(vec![4.0, 2.0, 2.0, 3.0], 2).unwrap();
        for (got, want) in inverse.iter().zip([0.375, -0.25, -0.25, 0.5]) {
            assert!((got - want).abs() < 1e-12);
        }
        assert!(invert(vec![1.0, 2.0, 2.0, 1.0], 2).is_none());
    }
}
