//! Jobs of the search for anomalies.

use sanpo_api::{Problem, decode, encode};
use sanpo_models::anomaly::series::SeriesOutcome;
use sanpo_models::anomaly::table::Detector;
use sanpo_models::anomaly::{AnomalyError, series, table};
use sanpo_models::feature::Features;
use serde::{Deserialize, Serialize};

/// Seed of every draw: the same file gives the same marks.
const SEED: u64 = 3;

/// What a job gets.
#[derive(Serialize, Deserialize)]
pub enum AnomalyJob {
    /// Learn what is usual from all rows.
    Fit(Features),
    /// Score some rows.
    Score(Box<Detector>, Features),
    /// Look through the columns of a series: column number, values on the grid.
    Series {
        /// Which column.
        column: u32,
        /// Values, `NaN` for gaps.
        values: Vec<f64>,
        /// Candidate season lengths.
        seasons: Vec<usize>,
        /// 1 to 5.
        sensitivity: u8,
    },
}

/// What a job gives.
#[derive(Serialize, Deserialize)]
pub enum AnomalyResult {
    /// What is usual.
    Fitted(Box<Detector>),
    /// Raw scores, one a row.
    Scores(Vec<f64>),
    /// A column of a series; none when it is too short or empty.
    Series(u32, Option<SeriesOutcome>),
}

/// Runs a job.
pub fn work(body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
    let job: AnomalyJob = decode(body)?;
    progress(0.0);
    let result = match job {
        AnomalyJob::Fit(features) => AnomalyResult::Fitted(Box::new(table::fit(&features, SEED).map_err(problem)?)),
        AnomalyJob::Score(detector, features) => AnomalyResult::Scores(detector.raw_scores(&features)),
        AnomalyJob::Series { column, values, seasons, sensitivity } => {
            AnomalyResult::Series(column, series::detect(&values, &seasons, sensitivity).ok())
        }
    };
    Ok(encode(&result))
}

fn problem(error: AnomalyError) -> Problem {
    match error {
        AnomalyError::TooShort { have, need } => Problem::TooFewRows { have, need },
        AnomalyError::NoColumn => Problem::NoFeatureColumn,
        other => Problem::Internal { detail: other.to_string() },
    }
}
