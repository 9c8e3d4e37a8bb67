//! Multinomial logistic regression by L-BFGS.
//!
//! Minimises sum of log losses + penalty / 2 * |coefficients|^2 over one coefficient vector a class. Columns overlap (the bends
//! of a number), so each step starts from the curvature of the squared columns and not from a plain multiple of the slope.
//! Source: Nocedal & Wright, Numerical Optimization (2006), algorithm 7.4, with a backtracking line search.

use smartcore::linalg::basic::arrays::Array;
use smartcore::linalg::basic::matrix::DenseMatrix;
use smartcore::linalg::traits::cholesky::CholeskyDecomposable;

use super::link::softmax;
use super::matrix::{Matrix, add_scaled, dot};
use super::newton::{INTERCEPT_PENALTY, ridge};

const MEMORY: usize = 8;
const MAX_STEPS: usize = 60;
const MAX_HALVINGS: usize = 20;
/// A fall of the loss below this share ends the search.
const TOLERANCE: f64 = 1e-5;

/// Coefficients, one vector a class after another, that minimise the penalised loss from a starting point.
pub(super) fn fit(x: &Matrix, classes: &[u32], penalty: f64, start: &[f64]) -> Vec<f64> {
    let mut b = start.to_vec();
    let (mut value, mut slope) = value_and_slope(x, classes, penalty, &b);
    let mut memory: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
    let curvature = Curvature::new(x, b.len() / x.width, penalty);
    for _ in 0..MAX_STEPS {
        let step = direction(&memory, &slope, &curvature);
        let descent = dot(&step, &slope);
        let Some((to, to_value, to_slope)) = line_search(x, classes, penalty, &b, value, &step, descent) else { break };
        let moved: Vec<f64> = to.iter().zip(&b).map(|(a, b)| a - b).collect();
        let bent: Vec<f64> = to_slope.iter().zip(&slope).map(|(a, b)| a - b).collect();
        if dot(&moved, &bent) > 1e-12 {
            memory.push((moved, bent));
            if memory.len() > MEMORY {
                memory.remove(0);
            }
        }
        let fall = value - to_value;
        (b, value, slope) = (to, to_value, to_slope);
        if fall <= TOLERANCE * value.abs() {
            break;
        }
    }
    b
}

/// The first point on the way down that falls enough.
#[allow(clippy::too_many_arguments)]
fn line_search(
    x: &Matrix,
    classes: &[u32],
    penalty: f64,
    b: &[f64],
    value: f64,
    step: &[f64],
    descent: f64,
) -> Option<(Vec<f64>, f64, Vec<f64>)> {
    let mut size = 1.0;
    for _ in 0..MAX_HALVINGS {
        let mut to = b.to_vec();
        add_scaled(&mut to, step, size);
        let (to_value, to_slope) = value_and_slope(x, classes, penalty, &to);
        if to_value <= value + 1e-4 * size * descent && to_value < value {
            return Some((to, to_value, to_slope));
        }
        size *= 0.5;
    }
    None
}

/// Two-loop recursion around the inverse of a fixed curvature.
fn direction(memory: &[(Vec<f64>, Vec<f64>)], slope: &[f64], curvature: &Curvature) -> Vec<f64> {
    let mut q = slope.to_vec();
    let mut shares = Vec::with_capacity(memory.len());
    for (moved, bent) in memory.iter().rev() {
        let share = dot(moved, &q) / dot(moved, bent);
        add_scaled(&mut q, bent, -share);
        shares.push(share);
    }
    q.chunks_exact_mut(curvature.width).for_each(|q| curvature.divide(q));
    for ((moved, bent), share) in memory.iter().zip(shares.iter().rev()) {
        let back = dot(bent, &q) / dot(moved, bent);
        add_scaled(&mut q, moved, share - back);
    }
    q.iter_mut().for_each(|v| *v = -*v);
    q
}

/// Rough curvature of the loss in one class's coefficients: X'X times a usual p (1 - p), and the penalty.
struct Curvature {
    width: usize,
    /// Lower triangle of its Cholesky decomposition by rows; empty if there is none.
    lower: Vec<f64>,
}

impl Curvature {
    fn new(x: &Matrix, classes: usize, penalty: f64) -> Self {
        let width = x.width;
        let share = 1.0 / classes as f64;
        let mut gram = x.gram(&vec![share * (1.0 - share); x.rows()]);
        (0..width).for_each(|i| gram[i * width + i] += penalty.max(INTERCEPT_PENALTY));
        let lower = DenseMatrix::new(width, width, gram, false).and_then(|m| m.cholesky()).map(|c| c.L());
        let lower: Vec<f64> = lower.map_or(Vec::new(), |l| l.iterator(0).copied().collect());
        let usable = lower.iter().all(|v| v.is_finite()) && (0..lower.len()).step_by(width + 1).all(|i| lower[i] > 0.0);
        Self { width, lower: if usable { lower } else { Vec::new() } }
    }

    /// Solves curvature * v = q, in place.
    fn divide(&self, q: &mut [f64]) {
        if self.lower.is_empty() {
            return;
        }
        let n = self.width;
        for i in 0..n {
            let known = dot(&self.lower[i * n..i * n + i], &q[..i]);
            q[i] = (q[i] - known) / self.lower[i * n + i];
        }
        for i in (0..n).rev() {
            q[i] /= self.lower[i * n + i];
            let (before, from) = q.split_at_mut(i);
            add_scaled(before, &self.lower[i * n..i * n + i], -from[0]);
        }
    }
}

fn value_and_slope(x: &Matrix, classes: &[u32], penalty: f64, b: &[f64]) -> (f64, Vec<f64>) {
    let p = x.width;
    let mut slope = vec![0.0; b.len()];
    let mut shares = vec![0.0; b.len() / p];
    let mut value = 0.0;
    for (r, &class) in classes.iter().enumerate() {
        let row = x.row(r);
        row_scores(row, b, &mut shares);
        softmax(&mut shares);
        value -= libm::log(shares[class as usize].max(1e-13));
        for (k, share) in shares.iter().enumerate() {
            let excess = share - f64::from(u8::from(k == class as usize));
            add_scaled(&mut slope[k * p..(k + 1) * p], row, excess);
        }
    }
    for (b, slope) in b.chunks_exact(p).zip(slope.chunks_exact_mut(p)) {
        value += ridge(b, penalty);
        for (i, (s, b)) in slope.iter_mut().zip(b).enumerate() {
            *s += b * if i + 1 == p { INTERCEPT_PENALTY } else { penalty };
        }
    }
    (value, slope)
}

/// Scores of one row.
pub(super) fn row_scores(row: &[f64], b: &[f64], scores: &mut [f64]) {
    for (score, b) in scores.iter_mut().zip(b.chunks_exact(row.len())) {
        *score = dot(row, b);
    }
}

/// Sum of log losses.
pub(super) fn loss(x: &Matrix, classes: &[u32], b: &[f64]) -> f64 {
    let mut shares = vec![0.0; b.len() / x.width];
    let mut value = 0.0;
    for (r, &class) in classes.iter().enumerate() {
        row_scores(x.row(r), b, &mut shares);
        softmax(&mut shares);
        value -= libm::log(shares[class as usize].max(1e-13));
    }
    value
}
