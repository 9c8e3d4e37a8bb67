//! Newton's method for a penalised linear model with one score: squares, logistic or Poisson.
//!
//! Minimises sum of losses + penalty / 2 * |coefficients|^2; the intercept (last) is left nearly free. Squares need one step;
//! the others a few, halved as long as they would not go down. The normal equations are solved by smartcore's Cholesky
//! decomposition, whose plain loops give the same bits everywhere.
//! Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning (2009), section 4.4.1.

use smartcore::linalg::basic::arrays::Array;
use smartcore::linalg::basic::matrix::DenseMatrix;
use smartcore::linalg::traits::cholesky::CholeskyDecomposable;

use super::link::{Link, logistic};
use super::matrix::{Matrix, add_scaled, dot};

/// Penalty of the intercept: enough to keep it finite when a class has no rows.
pub(super) const INTERCEPT_PENALTY: f64 = 1e-3;
const MAX_STEPS: usize = 12;
const MAX_HALVINGS: usize = 10;
/// A fall of the loss below this share ends the search.
const TOLERANCE: f64 = 1e-7;

/// Coefficients that minimise the penalised loss, from a starting point. Never fails: it stops where no step goes down.
pub(super) fn fit(x: &Matrix, y: &[f64], link: &Link, penalty: f64, start: &[f64]) -> Vec<f64> {
    let mut b = start.to_vec();
    let mut scores = x.times(&b);
    let mut value = loss(link, &scores, y) + ridge(&b, penalty);
    for _ in 0..MAX_STEPS {
        let Some(step) = newton_step(x, y, link, penalty, &b, &scores) else { break };
        let step_scores = x.times(&step);
        let mut size = 1.0;
        let mut fall = 0.0;
        for _ in 0..MAX_HALVINGS {
            let (mut to, mut to_scores) = (b.clone(), scores.clone());
            add_scaled(&mut to, &step, size);
            add_scaled(&mut to_scores, &step_scores, size);
            let to_value = loss(link, &to_scores, y) + ridge(&to, penalty);
            if to_value < value {
                fall = value - to_value;
                (b, scores, value) = (to, to_scores, to_value);
                break;
            }
            size *= 0.5;
        }
        if fall <= TOLERANCE * value.abs() {
            break;
        }
    }
    b
}

fn newton_step(x: &Matrix, y: &[f64], link: &Link, penalty: f64, b: &[f64], scores: &[f64]) -> Option<Vec<f64>> {
    let p = x.width;
    let (residuals, weights): (Vec<f64>, Vec<f64>) = scores.iter().zip(y).map(|(&s, &y)| slope(link, s, y)).unzip();
    let mut gradient = x.transposed_times(&residuals);
    let mut gram = x.gram(&weights);
    for (i, b) in b.iter().enumerate() {
        let penalty = if i + 1 == p { INTERCEPT_PENALTY } else { penalty };
        gradient[i] -= penalty * b;
        gram[i * p + i] += penalty;
    }
    solve(gram, gradient, p)
}

/// Solves a positive definite system.
fn solve(matrix: Vec<f64>, right: Vec<f64>, p: usize) -> Option<Vec<f64>> {
    let matrix = DenseMatrix::new(p, p, matrix, false).ok()?;
    let right = DenseMatrix::new(p, 1, right, false).ok()?;
    let solution = matrix.cholesky_solve_mut(right).ok()?;
    let step: Vec<f64> = solution.iterator(0).copied().collect();
    step.iter().all(|v| v.is_finite()).then_some(step)
}

/// Response minus its mean, and the curvature.
fn slope(link: &Link, score: f64, y: f64) -> (f64, f64) {
    match link {
        Link::Logistic => {
            let p = logistic(score);
            (y - p, (p * (1.0 - p)).max(1e-9))
        }
        Link::Log { .. } => {
            let mean = libm::exp(score.clamp(-30.0, 30.0));
            (y - mean, mean.max(1e-9))
        }
        _ => (y - score, 1.0),
    }
}

/// Sum of half squares, of log losses, or of Poisson losses.
pub(super) fn loss(link: &Link, scores: &[f64], y: &[f64]) -> f64 {
    let one = |(&s, &y): (&f64, &f64)| match link {
        Link::Logistic => libm::log1p(libm::exp(-s.abs())) + s.max(0.0) - y * s,
        Link::Log { .. } => libm::exp(s.clamp(-30.0, 30.0)) - y * s,
        _ => 0.5 * (y - s) * (y - s),
    };
    scores.iter().zip(y).map(one).sum()
}

pub(super) fn ridge(b: &[f64], penalty: f64) -> f64 {
    match b.split_last() {
        Some((intercept, slopes)) => 0.5 * (penalty * dot(slopes, slopes) + INTERCEPT_PENALTY * intercept * intercept),
        None => 0.0,
    }
}
