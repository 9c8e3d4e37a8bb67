//! The rows in a plane: the two directions in which they differ most.
//!
//! Model:  first two principal components of the scaled cells, by power iteration with deflation.
//! Gives:  places of at most [`POINTS`] rows; each axis points so that its largest loading is positive.
//! Cost:   n width^2 with n at most 2,000.
//! Source: Hotelling (1933).

use serde::{Deserialize, Serialize};

use super::scale::Matrix;
use crate::random::Random;

/// Most points on the map.
pub const POINTS: usize = 2000;
const STEPS: usize = 200;

/// Places of rows in a plane.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Projection {
    /// The rows that are shown, ascending.
    pub rows: Vec<usize>,
    /// Along the first direction, in standard deviations of the scaled columns.
    pub x: Vec<f64>,
    /// Along the second.
    pub y: Vec<f64>,
    /// The features that the two directions carry most of, the strongest first; none for a direction in which all rows are alike.
    pub mostly: [Vec<usize>; 2],
}

/// Features that a direction is named after, at most.
const NAMED: usize = 2;
/// Least share of a direction for a second name.
const NAMED_SHARE: f64 = 0.2;

/// Projects a fixed sample of the rows; `of` is the feature of each cell of a row.
pub fn project(data: &Matrix, of: &[usize], random: &mut Random) -> Projection {
    let rows = super::draw(data, POINTS, random);
    let part = data.take(&rows);
    let width = data.width;
    let mean: Vec<f64> =
        (0..width).map(|c| (0..rows.len()).map(|r| part.row(r)[c]).sum::<f64>() / rows.len() as f64).collect();
    let mut cov = covariance(&part, &mean);
    let mut axes = Vec::new();
    for _ in 0..2 {
        let (axis, strength) = leading(&cov, width, random);
        for i in 0..width {
            for j in 0..width {
                cov[i * width + j] -= strength * axis[i] * axis[j];
            }
        }
        axes.push(axis);
    }
    let along = |axis: &[f64]| {
        let place = |r: usize| part.row(r).iter().zip(&mean).zip(axis).fold(0.0, |sum, ((x, m), a)| sum + (x - m) * a);
        (0..rows.len()).map(place).collect::<Vec<f64>>()
    };
    let (x, y) = (along(&axes[0]), along(&axes[1]));
    let mostly = [mostly(&axes[0], of), mostly(&axes[1], of)];
    Projection { rows, x, y, mostly }
}

/// The features with the largest squared loadings.
fn mostly(axis: &[f64], of: &[usize]) -> Vec<usize> {
    let mut shares = vec![0.0; of.iter().max().map_or(0, |last| last + 1)];
    axis.iter().zip(of).for_each(|(loading, &feature)| shares[feature] += loading * loading);
    let mut order: Vec<usize> = (0..shares.len()).filter(|&feature| shares[feature] > 0.0).collect();
    order.sort_by(|&a, &b| shares[b].total_cmp(&shares[a]).then(a.cmp(&b)));
    let named = order.iter().skip(1).take(NAMED - 1).filter(|&&feature| shares[feature] >= NAMED_SHARE).count();
    order.truncate(1 + named);
    order
}

fn covariance(part: &Matrix, mean: &[f64]) -> Vec<f64> {
    let width = part.width;
    let mut cov = vec![0.0; width * width];
    for r in 0..part.rows() {
        let gap: Vec<f64> = part.row(r).iter().zip(mean).map(|(x, m)| x - m).collect();
        for i in 0..width {
            for j in 0..width {
                cov[i * width + j] += gap[i] * gap[j];
            }
        }
    }
    cov.iter_mut().for_each(|x| *x /= part.rows() as f64);
    cov
}

/// The direction of the largest variance and that variance; zeros if there is none.
fn leading(cov: &[f64], width: usize, random: &mut Random) -> (Vec<f64>, f64) {
    let mut axis: Vec<f64> = (0..width).map(|_| random.normal()).collect();
    let mut strength = 0.0;
    for _ in 0..STEPS {
        let next: Vec<f64> =
            (0..width).map(|i| (0..width).fold(0.0, |sum, j| sum + cov[i * width + j] * axis[j])).collect();
        let length = next.iter().fold(0.0, |sum, x| sum + x * x).sqrt();
        if length.is_nan() || length <= 1e-12 {
            return (vec![0.0; width], 0.0);
        }
        let moved = (length - strength).abs() > 1e-12 * length;
        axis = next.into_iter().map(|x| x / length).collect();
        strength = length;
        if !moved {
            break;
        }
    }
    let largest = axis.iter().fold(0.0, |top: f64, &x| if x.abs() > top.abs() + 1e-9 { x } else { top });
    if largest < 0.0 {
        axis.iter_mut().for_each(|x| *x = -*x);
    }
    (axis, strength)
}

#[cfg(test)]
mod tests {
    use super::mostly;

    #[test]
    fn a_direction_is_named_after_what_it_carries() {
        assert_eq!(mostly(&[0.1, 0.7, -0.7], &[0, 1, 2]), [1, 2]);
        assert_eq!(mostly(&[0.9, 0.3, 0.3], &[0, 1, 1]), [0]);
        assert!(mostly(&[0.0, 0.0], &[0, 1]).is_empty() && mostly(&[], &[]).is_empty());
    }
}
