//! Sentences as codes with arguments. `sanpo-text` owns the words; a new variant does not compile until both languages have it.
//!
//! Numbers are in the column's own unit; `_frac` is a share from 0 to 1; moments carry their grain so that a month is written
//! as a month.

mod anomaly;
mod data;
mod forecast;
mod grade;
mod predict;
mod reason;
mod segment;
mod trial;

use serde::{Deserialize, Serialize};

use crate::How;

pub use anomaly::AnomalyPhrase;
pub use data::DataPhrase;
pub use forecast::ForecastPhrase;
pub use grade::GradePhrase;
pub use predict::PredictPhrase;
pub use reason::{Naive, Reason};
pub use segment::SegmentPhrase;
pub use trial::TrialPhrase;

/// A sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phrase {
    /// What a forecast says: the answer, the items, and why.
    Forecast(ForecastPhrase),
    /// How sure a forecast is: tried on the past, and held against what happened.
    Trial(TrialPhrase),
    /// What was done to the data, and what could not be used.
    Data(DataPhrase),
    /// What is said of unusual rows and moments.
    Anomaly(AnomalyPhrase),
    /// What is said of groups.
    Segment(SegmentPhrase),
    /// What is said of predictions for rows.
    Predict(PredictPhrase),
    /// Why an answer has its grade.
    Grade(GradePhrase),
    /// A step of how the answer came about.
    How(How),
}
