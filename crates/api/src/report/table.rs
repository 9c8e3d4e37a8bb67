//! Tables and cards, as data.

use serde::{Deserialize, Serialize};

use crate::{Grain, Label, Moment, Phrase};

/// A table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What it shows.
    pub caption: Phrase,
    /// Columns.
    pub columns: Vec<TableColumn>,
    /// Rows, at most a few hundred.
    pub rows: Vec<Vec<Value>>,
    /// Rows that there are in all (the export holds them).
    pub total_rows: usize,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableColumn {
    /// Heading.
    pub label: Label,
    /// How its numbers are written.
    pub format: NumberFormat,
}

/// How a number is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberFormat {
    /// With as many digits as make sense, and a unit.
    Plain {
        /// The unit.
        unit: Option<String>,
    },
    /// 0.123 as 12.3 %.
    Percent,
    /// A score between 0 and 1 with two decimals.
    Score,
    /// A date at this grain.
    Date(Grain),
}

/// One value of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// Nothing.
    Empty,
    /// A number, written by the column's format.
    Number(f64),
    /// A moment, written by the column's format.
    Time(Moment),
    /// The user's own text.
    Text(String),
    /// The user's own number, as it was written and as it was read.
    Own(String, f64),
    /// A short name.
    Label(Label),
    /// A sentence.
    Phrase(Box<Phrase>),
}

/// A group of rows, described.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupCard {
    /// Number from 1.
    pub group: u32,
    /// Its name ([`SegmentPhrase::GroupName`](crate::SegmentPhrase::GroupName) or
    /// [`SegmentPhrase::RfmGroup`](crate::SegmentPhrase::RfmGroup)).
    pub name: Phrase,
    /// Rows in it.
    pub rows: usize,
    /// Whether the rows are customers of a sales log.
    pub customers: bool,
    /// Share of all rows.
    pub share_frac: f64,
    /// Share of all that was spent, for customers of a sales log.
    pub money_frac: Option<f64>,
    /// What makes it different, strongest first.
    pub traits: Vec<Phrase>,
}
