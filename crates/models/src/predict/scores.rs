//! Losses that members are compared by.

use super::Target;

/// Least probability that a loss is taken of.
pub(super) const MIN_PROBABILITY: f64 = 1e-6;

/// Mean log loss, or mean squared error relative to the variance (1 is as good as the mean).
pub(super) fn loss(target: &Target, predictions: &[Vec<f64>]) -> f64 {
    match target {
        Target::Class { codes, .. } => {
            let sum: f64 = codes.iter().enumerate().map(|(r, &c)| log_loss(predictions[c as usize][r])).sum();
            sum / codes.len().max(1) as f64
        }
        Target::Number(values) => {
            let (_, sd) = super::target::mean_sd(values);
            let unit = if sd > 0.0 { sd } else { 1.0 };
            let square = |(y, p): (&f64, &f64)| ((y - p) / unit) * ((y - p) / unit);
            values.iter().zip(&predictions[0]).map(square).sum::<f64>() / values.len().max(1) as f64
        }
    }
}

/// Loss of the probability that was given to the true class.
pub(super) fn log_loss(probability: f64) -> f64 {
    -libm::log(probability.clamp(MIN_PROBABILITY, 1.0))
}
