//! How an answer came about, step by step: what was used, what was tried, how it was checked, what it cannot know.

use serde::{Deserialize, Serialize};

use crate::{Grain, Label, Moment};

/// One step of how an answer came about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The values that a forecast was made from.
    Past {
        /// The column.
        what: String,
        /// Series that were forecast on their own.
        series: usize,
        /// First moment.
        from: Moment,
        /// Last moment.
        to: Moment,
        /// How both are written.
        grain: Grain,
    },
    /// What was done to the data stands among the cautions.
    Prepared,
    /// Holidays and columns whose effect was found; none if it was looked for in vain.
    Effects {
        /// What they are called.
        labels: Vec<Label>,
    },
    /// Forecasts made as if in the past.
    Trials {
        /// How many, over all series.
        count: usize,
    },
    /// Methods that were blended.
    Methods {
        /// How many.
        count: usize,
    },
    /// What a forecast cannot know.
    ForecastLimits,
    /// Columns and rows that were looked at for what is unusual.
    LookedAt {
        /// The columns.
        columns: Vec<String>,
        /// Rows.
        rows: usize,
    },
    /// What is usual follows from repeating patterns and neighbours in time.
    UsualInTime,
    /// What is usual follows from all rows.
    UsualAmongRows,
    /// What lies far off was marked.
    Marked {
        /// 1 (few) to 5 (many).
        sensitivity: u8,
    },
    /// What marks cannot know.
    AnomalyLimits,
    /// Columns that rows were compared by.
    Compared {
        /// The columns.
        columns: Vec<Label>,
        /// Rows or customers.
        rows: usize,
        /// Whether they are customers of a sales log.
        customers: bool,
    },
    /// How the number of groups was found.
    GroupCount {
        /// Groups.
        groups: u32,
        /// Whether the person chose the number.
        asked: bool,
    },
    /// What groups cannot know.
    SegmentLimits,
    /// Rows and columns that were learnt from.
    Learnt {
        /// The column to predict.
        target: String,
        /// The columns learnt from.
        columns: Vec<String>,
        /// Rows with an answer.
        rows: usize,
    },
    /// What predictions cannot know.
    PredictLimits,
}
