//! A forecast job: a few series.

use sanpo_api::{Problem, decode, encode};
use sanpo_models::forecast::{self, Outcome, Setting};
use serde::{Deserialize, Serialize};

/// What a job gets.
#[derive(Serialize, Deserialize)]
pub struct ForecastJob {
    /// How far ahead.
    pub horizon: usize,
    /// Candidate season lengths.
    pub seasons: Vec<usize>,
    /// Levels of the ranges in percent.
    pub levels: Vec<u8>,
    /// Number of the series and its values, oldest first, `NaN` for gaps.
    pub series: Vec<(u32, Vec<f64>)>,
}

/// What a job gives: an outcome a series; none for a series without any value.
pub type ForecastResult = Vec<(u32, Option<Outcome>)>;

impl ForecastJob {
    /// The setting for the models.
    pub fn setting(&self) -> Setting {
        Setting { horizon: self.horizon, seasons: self.seasons.clone(), levels: self.levels.clone() }
    }
}

/// Forecasts the series of a job, one after the other.
pub fn work(body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
    let job: ForecastJob = decode(body).map_err(|e| Problem::Internal { detail: e.0 })?;
    let setting = job.setting();
    let mut results: ForecastResult = Vec::with_capacity(job.series.len());
    for (done, (number, values)) in job.series.iter().enumerate() {
        progress(done as f64 / job.series.len() as f64);
        results.push((*number, forecast::forecast(values, &setting).ok()));
    }
    Ok(encode(&results))
}
