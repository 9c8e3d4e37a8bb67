//! A project: everything that is needed to go on with a result, on another day or with another file.

mod bytes;
mod fit;

use serde::{Deserialize, Serialize};

use crate::{Answers, Choices, ColumnType, Report, TaskId};

pub use bytes::{NoProject, PROJECT_ENDING, PROJECT_MARK, PROJECT_PREFIX};
pub use fit::{Fit, FitColumn};

/// Everything that is needed to go on with a result, but not the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// The version of Sanpo that wrote it.
    pub app_version: String,
    /// Name of the data file.
    pub file: String,
    /// Its size.
    #[serde(with = "crate::wide")]
    pub size_bytes: u64,
    /// Its data rows.
    pub rows: usize,
    /// What the person decided about its reading.
    pub choices: Choices,
    /// Its columns.
    pub columns: Vec<ColumnMark>,
    /// The task.
    pub task: TaskId,
    /// The settings in force.
    pub answers: Answers,
    /// The answer.
    pub report: Report,
    /// What a forecast said, to be held against what then happens.
    pub promise: Option<Promise>,
}

/// What a column is known by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMark {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: ColumnType,
}

/// What a forecast said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// The series.
    pub series: Vec<PromisedSeries>,
}

/// What was said of one series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PromisedSeries {
    /// Its name; empty if there was one only.
    pub name: String,
    /// Moments in seconds, ascending.
    pub x: Vec<i64>,
    /// What was expected.
    pub mean: Vec<f64>,
    /// Lower end of the 80 % range.
    pub lower: Vec<f64>,
    /// Upper end of the 80 % range.
    pub upper: Vec<f64>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Answer, FieldId};

    /// A project of two columns.
    pub(super) fn project() -> Project {
        let column = |name: &str, kind| ColumnMark { name: name.into(), kind };
        Project {
            app_version: "1".into(),
            file: "売上.csv".into(),
            size_bytes: 10,
            rows: 3,
            choices: Choices::default(),
            columns: vec![column("日付", ColumnType::Date), column("売上", ColumnType::Number)],
            task: TaskId::Forecast,
            answers: Answers::from([
                (FieldId::Time, Answer::Column("日付".into())),
                (FieldId::Value, Answer::Column("売上".into())),
                (FieldId::Horizon, Answer::Count(7)),
            ]),
            report: Report::with_headline(TaskId::Forecast, vec![]),
            promise: None,
        }
    }
}
