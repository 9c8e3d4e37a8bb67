//! Simple smoothing of a short list of numbers, with a given or a searched weight.
//!
//! Source: Hyndman & Athanasopoulos, FPP3, section 8.1; the limits of the weight as usual for slow demand.

use super::super::simplex::{Axis, minimise};

/// The smoothed level after the last of `values` (not empty), starting at the first.
pub(super) fn smooth(values: &[f64], alpha: f64) -> f64 {
    values[1..].iter().fold(values[0], |level, v| level + alpha * (v - level))
}

/// The same with the weight between 0.1 and 0.3 that had the smallest squared one-step errors, and their root mean square.
pub(super) fn smooth_best(values: &[f64]) -> (f64, f64) {
    if values.len() < 3 {
        return (smooth(values, 0.1), 0.0);
    }
    let axis = Axis { low: 0.1, high: 0.3, start: 0.2, step: 0.05 };
    let (point, loss) = minimise(&[axis], 25, |p| squares(values, p[0]));
    (smooth(values, point[0]), (loss / (values.len() as f64 - 1.0)).sqrt())
}

fn squares(values: &[f64], alpha: f64) -> f64 {
    let (mut level, mut total) = (values[0], 0.0);
    for v in &values[1..] {
        let error = v - level;
        total += error * error;
        level += alpha * error;
    }
    total
}
