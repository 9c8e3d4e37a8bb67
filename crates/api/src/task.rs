//! The tasks that a person can choose.

use serde::{Deserialize, Serialize};

/// What the person wants to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskId {
    /// Values of a series in the periods to come.
    Forecast,
    /// Rows or moments that are unlike the others.
    Anomaly,
    /// Groups of similar customers.
    Segment,
    /// A class or a number for every row.
    Predict,
}

impl TaskId {
    /// All tasks, in the order in which the screen offers them.
    pub const ALL: [Self; 4] = [Self::Forecast, Self::Anomaly, Self::Segment, Self::Predict];
}
