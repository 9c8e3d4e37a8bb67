//! What a task asks before it starts; every field comes with an answer found in the data where there is one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{DataPhrase, Moment, Phrase, Step, TaskId};

/// The questions of a task, with answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// The task.
    pub task: TaskId,
    /// The fields, in the order of the sentence on the screen.
    pub fields: Vec<Field>,
}

impl Form {
    /// The answers as they stand.
    pub fn answers(&self) -> Answers {
        let mut answers = Answers::new();
        for field in &self.fields {
            answers.insert(field.id, field.answer.clone());
        }
        answers
    }
}

/// Answers by field.
pub type Answers = BTreeMap<FieldId, Answer>;

/// One question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Which one.
    pub id: FieldId,
    /// What answers are possible.
    pub kind: FieldKind,
    /// The answer in force.
    pub answer: Answer,
    /// Whether it is folded away under "more settings".
    pub folded: bool,
}

/// The questions that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldId {
    /// Column with the dates.
    Time,
    /// Column with the number to forecast, or the amount of a sales log.
    Value,
    /// Column that tells the series apart.
    Series,
    /// How many periods ahead.
    Horizon,
    /// Columns to look at.
    Columns,
    /// How readily rows are marked, 1 (few) to 5 (many).
    Sensitivity,
    /// Column that names the customer (a sales log) or the row.
    Customer,
    /// Number of groups; automatic when there is no answer.
    Groups,
    /// Column to predict.
    Target,
    /// Days with something of one's own: a festival, a sale.
    Events,
    /// What is done about the calendar and about odd data.
    Handling,
    /// Column with the number of pieces that the amount, the price of one, is multiplied with.
    Quantity,
}

/// What answers a field takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// One column of these.
    Column {
        /// The names.
        options: Vec<String>,
        /// Whether "none" is an answer.
        optional: bool,
    },
    /// Any number of these columns.
    Columns {
        /// The names.
        options: Vec<String>,
    },
    /// A whole number.
    Count {
        /// Smallest.
        min: u32,
        /// Largest.
        max: u32,
        /// Values worth offering as a choice.
        suggestions: Vec<u32>,
        /// One of it, if it is a span of time: 30 minutes.
        step: Option<Step>,
        /// Whether "found by the app" is an answer.
        automatic: bool,
    },
    /// Any number of days; none is an answer.
    Days {
        /// First day of the data.
        first: Moment,
        /// Their last day; the days after it are to come.
        last: Moment,
        /// The last day that makes a difference.
        until: Moment,
    },
    /// Any number of these; none is an answer.
    Handlings {
        /// Those that have something to do in these data.
        options: Vec<Handling>,
    },
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// No answer: none, or found by the app.
    None,
    /// A column.
    Column(String),
    /// Columns.
    Columns(Vec<String>),
    /// A whole number.
    Count(u32),
    /// Days, as their midnights.
    Days(Vec<Moment>),
    /// What is to be done; what is left out is not.
    Handlings(Vec<Handling>),
}

/// What a forecast does about the calendar and about odd data, each of which can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// Holidays, paydays and the like add what they added before.
    Calendar,
    /// The user's columns add what they added before, where they are known for the periods to come.
    OwnColumns,
    /// Days on which business was closed do not count, and are closed again.
    ClosedDays,
    /// A last period that is not over does not count.
    RunningPeriod,
    /// Single values far from all others do not count.
    StrayValues,
    /// New series take the shape of the season from the others.
    SharedSeason,
    /// Values before a shift of the level are brought to the new level, where that makes past forecasts better.
    LevelShift,
}

impl Handling {
    /// What was done, where a sentence says so that only holds because of it.
    pub fn behind(phrase: &Phrase) -> Option<Self> {
        match phrase {
            Phrase::Data(DataPhrase::ClosedAhead { .. }) | Phrase::Data(DataPhrase::ClosedWeekdays { .. }) => {
                Some(Self::ClosedDays)
            }
            Phrase::Data(DataPhrase::RunningPeriod { .. }) => Some(Self::RunningPeriod),
            Phrase::Data(DataPhrase::StrayValues { .. }) => Some(Self::StrayValues),
            Phrase::Data(DataPhrase::LevelAdjusted { .. }) => Some(Self::LevelShift),
            Phrase::Data(DataPhrase::SeasonBorrowed { .. }) => Some(Self::SharedSeason),
            _ => None,
        }
    }

    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Calendar,
        Self::OwnColumns,
        Self::ClosedDays,
        Self::RunningPeriod,
        Self::StrayValues,
        Self::SharedSeason,
        Self::LevelShift,
    ];
}
