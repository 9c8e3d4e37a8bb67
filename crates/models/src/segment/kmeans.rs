//! k-means: round groups around their centers.
//!
//! In plain words: put k flags among the rows, let each row go to the nearest flag, move the flags to the middle of their rows, repeat.
//! Model:  least sum of squared distances to the centers; Lloyd's steps by linfa from our own seeded starts.
//! Shapes: rows x width -> k centers; k from 1 to rows.
//! Cost:   starts x steps x n k width.
//! Source: Lloyd (1982); starts after Arthur and Vassilvitskii (k-means++, SODA 2007), greedy over a few candidates.

use linfa::DatasetBase;
use linfa::prelude::Fit;
use linfa_clustering::{KMeans, KMeansInit};
use ndarray::{Array2, ArrayView2};

use super::scale::{Matrix, square_distance};
use crate::random::Random;

const STEPS: u64 = 60;
const CANDIDATES: usize = 3;

/// The centers of the best of `starts` runs.
pub fn centers(data: &Matrix, k: usize, starts: usize, random: &mut Random) -> Matrix {
    let runs = (0..starts.max(1)).map(|_| {
        let centers = settle(data, seeds(data, k, random));
        (inertia(data, &centers), centers)
    });
    let best = runs.reduce(|best, run| if run.0 < best.0 { run } else { best });
    best.map_or(Matrix { width: data.width, cells: Vec::new() }, |(_, centers)| centers)
}

/// The nearest center of each row.
pub fn assign(data: &Matrix, centers: &Matrix) -> Vec<u32> {
    (0..data.rows()).map(|r| nearest(data.row(r), centers).0 as u32).collect()
}

/// Place of the nearest row of `among` and the squared distance to it; the first one among equals.
pub fn nearest(row: &[f64], among: &Matrix) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (c, center) in among.cells.chunks_exact(among.width).enumerate() {
        let distance = square_distance(row, center);
        if distance < best.1 {
            best = (c, distance);
        }
    }
    best
}

fn inertia(data: &Matrix, centers: &Matrix) -> f64 {
    (0..data.rows()).map(|r| nearest(data.row(r), centers).1).sum()
}

/// Starting centers: each new one is drawn with a chance that grows with the squared distance to the nearest so far, and the best of
/// a few draws is kept.
fn seeds(data: &Matrix, k: usize, random: &mut Random) -> Matrix {
    let rows = data.rows();
    let mut chosen = vec![random.index(rows)];
    let to = |r: usize| -> Vec<f64> { (0..rows).map(|i| square_distance(data.row(i), data.row(r))).collect() };
    let mut gaps = to(chosen[0]);
    while chosen.len() < k {
        let total: f64 = gaps.iter().sum();
        let options = (0..CANDIDATES).map(|_| {
            let row = draw(&gaps, total, random);
            let after: Vec<f64> = gaps.iter().zip(to(row)).map(|(a, b)| a.min(b)).collect();
            (after.iter().sum::<f64>(), row, after)
        });
        let Some((_, row, after)) = options.reduce(|a, b| if b.0 < a.0 { b } else { a }) else { break };
        chosen.push(row);
        gaps = after;
    }
    data.take(&chosen)
}

fn draw(weights: &[f64], total: f64, random: &mut Random) -> usize {
    let mut left = random.unit() * total;
    for (i, w) in weights.iter().enumerate() {
        left -= w;
        if left < 0.0 {
            return i;
        }
    }
    weights.len() - 1
}

/// Lloyd's steps. linfa sums each distance and each center row by row, so the digits are the same on every platform.
fn settle(data: &Matrix, start: Matrix) -> Matrix {
    let k = start.rows();
    let Ok(rows) = ArrayView2::from_shape((data.rows(), data.width), &data.cells) else { return start };
    let Ok(first) = Array2::from_shape_vec((k, data.width), start.cells.clone()) else { return start };
    let params = KMeans::params(k).init_method(KMeansInit::Precomputed(first)).n_runs(1).max_n_iterations(STEPS);
    match params.fit(&DatasetBase::from(rows)) {
        Ok(model) => Matrix { width: data.width, cells: model.centroids().iter().copied().collect() },
        Err(_) => start,
    }
}
