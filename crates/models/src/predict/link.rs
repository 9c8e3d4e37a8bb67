//! From a member's scores to predictions and back: identity, logarithm, logistic, softmax.
//!
//! Numbers are learnt in standard units (or relative to their mean, on the log scale), so that penalties and learning rates
//! mean the same for yen and for litres. Predicted numbers stay near the range that was seen.

use serde::{Deserialize, Serialize};

use super::Target;
use super::target::mean_sd;

/// How far beyond the seen range a predicted number may lie, as a share of that range.
const BEYOND_FRAC: f64 = 0.25;
/// Scores on a log or logit scale stay within this, so that nothing overflows.
const MAX_SCORE: f64 = 30.0;

/// The scale on which a member works.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Link {
    /// number = centre + unit * score
    Identity { centre: f64, unit: f64, range: Range },
    /// number = unit * exp(score)
    Log { unit: f64, range: Range },
    /// Probability of class 1 of two.
    Logistic,
    /// One score a class.
    Softmax { classes: usize },
}

/// Bounds of predicted numbers.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Range {
    low: f64,
    high: f64,
}

impl Range {
    fn of(values: &[f64]) -> Self {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let beyond = BEYOND_FRAC * (high - low);
        let floor = if low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
        Self { low: (low - beyond).max(floor), high: high + beyond }
    }
}

impl Link {
    /// The scale for a target. `None` where a logarithmic scale makes no sense.
    pub fn new(target: &Target, log: bool) -> Option<Self> {
        match target {
            Target::Class { .. } if log => None,
            Target::Class { classes: 2, .. } => Some(Self::Logistic),
            Target::Class { classes, .. } => Some(Self::Softmax { classes: *classes as usize }),
            Target::Number(values) => {
                let (mean, sd) = mean_sd(values);
                let range = Range::of(values);
                if !log {
                    let unit = if sd > 0.0 { sd } else { 1.0 };
                    return Some(Self::Identity { centre: mean, unit, range });
                }
                (mean > 0.0 && values.iter().all(|&v| v >= 0.0)).then_some(Self::Log { unit: mean, range })
            }
        }
    }

    /// What a score's mean is fitted to: standard units, 0/1, or one 0/1 vector a class.
    pub fn responses(&self, target: &Target) -> Vec<Vec<f64>> {
        let is = |k: u32| match target {
            Target::Class { codes, .. } => codes.iter().map(|&c| f64::from(u8::from(c == k))).collect(),
            Target::Number(_) => Vec::new(),
        };
        match (self, target) {
            (Self::Identity { centre, unit, .. }, Target::Number(values)) => {
                vec![values.iter().map(|v| (v - centre) / unit).collect()]
            }
            (Self::Log { unit, .. }, Target::Number(values)) => vec![values.iter().map(|v| v / unit).collect()],
            (Self::Softmax { classes }, _) => (0..*classes as u32).map(is).collect(),
            _ => vec![is(1)],
        }
    }

    /// Scores of the constant model for responses; finite for a class without rows.
    pub fn base(&self, responses: &[Vec<f64>]) -> Vec<f64> {
        let share = |y: &Vec<f64>| (y.iter().sum::<f64>() + 0.5) / (y.len() as f64 + 1.0);
        match self {
            Self::Identity { .. } | Self::Log { .. } => vec![0.0],
            Self::Logistic => responses.iter().map(share).map(|p| libm::log(p / (1.0 - p))).collect(),
            Self::Softmax { .. } => responses.iter().map(share).map(libm::log).collect(),
        }
    }

    /// Mean response for one row's scores, in place.
    pub fn mean(&self, scores: &mut [f64]) {
        match self {
            Self::Identity { .. } => {}
            Self::Log { .. } => scores[0] = libm::exp(scores[0].clamp(-MAX_SCORE, MAX_SCORE)),
            Self::Logistic => scores[0] = logistic(scores[0]),
            Self::Softmax { .. } => softmax(scores),
        }
    }

    /// Predictions from scores, both one vector an output.
    pub fn predictions(&self, mut scores: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
        let mut row = vec![0.0; scores.len()];
        for r in 0..scores[0].len() {
            for (cell, column) in row.iter_mut().zip(&scores) {
                *cell = column[r];
            }
            self.mean(&mut row);
            for (cell, column) in row.iter().zip(&mut scores) {
                column[r] = self.in_unit(*cell);
            }
        }
        self.complete(scores)
    }

    /// Predictions from mean responses, both one vector an output.
    pub fn predictions_of_means(&self, mut means: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
        means.iter_mut().flatten().for_each(|m| *m = self.in_unit(*m));
        self.complete(means)
    }

    /// Adds what two classes leave unsaid.
    fn complete(&self, mut outputs: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
        if *self == Self::Logistic {
            outputs.insert(0, outputs[0].iter().map(|p| 1.0 - p).collect());
        }
        outputs
    }

    fn in_unit(&self, mean: f64) -> f64 {
        match self {
            Self::Identity { centre, unit, range } => (centre + unit * mean).clamp(range.low, range.high),
            Self::Log { unit, range } => (unit * mean).clamp(range.low, range.high),
            Self::Logistic | Self::Softmax { .. } => mean,
        }
    }
}

/// 1 / (1 + e^-x)
pub(super) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x.clamp(-MAX_SCORE, MAX_SCORE)))
}

/// Exponentials divided by their sum, in place.
pub(super) fn softmax(scores: &mut [f64]) {
    let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    scores.iter_mut().for_each(|s| *s = libm::exp((*s - top).max(-MAX_SCORE)));
    let sum: f64 = scores.iter().sum();
    scores.iter_mut().for_each(|s| *s /= sum);
}
