//! The grouping job.

use sanpo_api::{Problem, decode, encode};
use sanpo_models::feature::Features;
use sanpo_models::segment::{self, Grouping, SegmentError};
use serde::{Deserialize, Serialize};

/// Seed of every draw.
const SEED: u64 = 5;

/// What the job gets.
#[derive(Serialize, Deserialize)]
pub struct SegmentJob {
    /// The columns.
    pub features: Features,
    /// Number of groups; found by the models when there is none.
    pub groups: Option<usize>,
}

/// Finds the groups.
pub fn work(body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
    let job: SegmentJob = decode(body)?;
    progress(0.0);
    let grouping: Grouping = segment::fit(&job.features, job.groups, SEED).map_err(|error| match error {
        SegmentError::TooShort { have, need } => Problem::TooFewRows { have, need },
        SegmentError::GroupCount { asked, most } => Problem::TooManyGroups { asked, limit: most },
        SegmentError::NoColumn | SegmentError::UnequalColumns => Problem::NoFeatureColumn,
    })?;
    Ok(encode(&grouping))
}
