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
    /// The parts to hold out, one after the other; everything is used for training when there are none.
    pub parts: Vec<usize>,
    /// How the rows are cut into parts.
    pub folds: Folds,
    /// The columns.
    pub features: Features,
    /// The answers.
    pub target: Target,
}

/// What a job gives.
#[derive(Serialize, Deserialize)]
pub enum PredictResult {
    /// Predictions for the held-out parts.
    Tried(Member, Vec<FoldResult>),
    /// The trained model.
    Fitted(Member, Box<Fitted>),
}

/// Runs a job.
pub fn work(body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
    let job: PredictJob = decode(body)?;
    progress(0.0);
    let PredictJob { member, parts, folds, features, target } = job;
    let failed = |error| problem(error, &features);
    if parts.is_empty() {
        let fitted = predict::fit(&features, &target, member, SEED).map_err(failed)?;
        return Ok(encode(&PredictResult::Fitted(member, Box::new(fitted))));
    }
    let mut tried = Vec::with_capacity(parts.len());
    for (done, &part) in parts.iter().enumerate() {
        progress(done as f64 / parts.len() as f64);
        tried.push(predict::evaluate(&features, &target, &folds, part, member, SEED).map_err(failed)?);
    }
    Ok(encode(&PredictResult::Tried(member, tried)))
}

/// What a failure of the models means for the person.
pub fn problem(error: PredictError, features: &Features) -> Problem {
    match error {
        PredictError::TooFewRows { rows } => Problem::TooFewRows { have: rows, need: MIN_ROWS },
        PredictError::NoColumns => Problem::NoFeatureColumn,
        PredictError::OneValue => Problem::TooFewRows { have: 1, need: 2 },
        other => Problem::Internal { detail: format!("{other:?} with {} rows", features.rows()) },
    }
}
