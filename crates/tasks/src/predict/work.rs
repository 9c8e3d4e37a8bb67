//! Jobs of the prediction: try a model on a held-out part, or train it on everything.

use sanpo_api::{Problem, decode, encode};
use sanpo_models::feature::Features;
use sanpo_models::predict::{self, Fitted, FoldResult, Folds, MIN_ROWS, Member, PredictError, Target};
use serde::{Deserialize, Serialize};

/// Seed of every draw.
pub const SEED: u64 = 11;

/// What a job gets.
#[derive(Serialize, Deserialize)]
pub struct PredictJob {
    /// The model.
    pub member: Member,
    /// The part to hold out; everything is used for training when there is none.
    pub fold: Option<(Folds, usize)>,
    /// The columns.
    pub features: Features,
    /// The answers.
    pub target: Target,
}

/// What a job gives.
#[derive(Serialize, Deserialize)]
pub enum PredictResult {
    /// Predictions for the held-out part.
    Fold(Member, FoldResult),
    /// The trained model.
    Fitted(Member, Box<Fitted>),
}

/// Runs a job.
pub fn work(body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
    let job: PredictJob = decode(body).map_err(|e| Problem::Internal { detail: e.0 })?;
    progress(0.0);
    let PredictJob { member, fold, features, target } = job;
    let result = match fold {
        Some((folds, fold)) => predict::evaluate(&features, &target, &folds, fold, member, SEED)
            .map(|result| PredictResult::Fold(member, result)),
        None => {
            predict::fit(&features, &target, member, SEED).map(|fitted| PredictResult::Fitted(member, Box::new(fitted)))
        }
    };
    Ok(encode(&result.map_err(|error| problem(error, &features))?))
}

/// What a failure of the models means for the person.
pub fn problem(error: PredictError, features: &Features) -> Problem {
    match error {
        PredictError::TooFewRows { rows } => Problem::TooFewRows { have: rows, need: MIN_ROWS },
        PredictError::NoColumns => Problem::NoFeatureColumn,
        other => Problem::Internal { detail: format!("{other:?} with {} rows", features.rows()) },
    }
}
