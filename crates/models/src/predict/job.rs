//! One job of the evaluation: one member learns without one fold and predicts it.

use serde::{Deserialize, Serialize};

use crate::feature::Features;

use super::fitted::fit_checked;
use super::importance::importance;
use super::{Folds, Member, PredictError, Target, check};

/// What a job found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FoldResult {
    /// The held-out rows, ascending.
    pub rows: Vec<usize>,
    /// Predictions for them: one vector an output.
    pub predictions: Vec<Vec<f64>>,
    /// For each column of the table, how much the loss grows when the column is shuffled: log loss, or squared error relative to
    /// the variance of the answers.
    pub importance: Vec<f64>,
}

/// Learns without the fold and predicts it. Fails as [`check`] does, on folds of another table, and on a member that does not fit
/// the target.
pub fn evaluate(
    features: &Features,
    target: &Target,
    folds: &Folds,
    fold: usize,
    member: Member,
    seed: u64,
) -> Result<FoldResult, PredictError> {
    check(features, target)?;
    let (learn, held) = folds.split(fold);
    if folds.of_row.len() != target.rows() || learn.is_empty() || held.is_empty() {
        return Err(PredictError::Lengths);
    }
    let fitted = fit_checked(&features.take(&learn), &target.take(&learn), member, seed)?;
    let (held_features, held_target) = (features.take(&held), target.take(&held));
    let predictions = fitted.predict(&held_features);
    let importance = importance(&fitted, &held_features, &held_target, seed);
    Ok(FoldResult { rows: held, predictions, importance })
}
