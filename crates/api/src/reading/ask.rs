//! What is asked about a file.

use serde::{Deserialize, Serialize};

use super::Choice;

/// An open question; the guess is already in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// What is asked.
    pub what: AskWhat,
    /// The answers, the guess among them; empty where only another file helps.
    pub options: Vec<AskOption>,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AskOption {
    /// What it decides.
    pub choice: Choice,
    /// It is the guess that is in force.
    pub in_force: bool,
    /// What it makes of the person's own cells, at most three: the cell, and how it is read then.
    pub cells: Vec<(String, String)>,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskWhat {
    /// Dates without a year.
    Year,
    /// No column holds dates.
    NoDateColumn,
    /// Names were given to columns without a header.
    ColumnNames,
    /// Month and day could be swapped.
    DayMonthOrder,
    /// Two-digit years in front could be days.
    TwoDigitYearOrder,
    /// Dates or series stand side by side as columns.
    Unpivot,
    /// Dates run across, measures down.
    Transpose,
    /// Two or more tables on one sheet.
    TwoTables,
    /// Which week is the first of the year.
    WeekNumbering,
    /// Times are written in UTC.
    TimeZone,
    /// One column holds several units.
    MixedUnits,
    /// Several sheets hold tables.
    Sheet,
    /// One thing is spelt in several ways.
    Spellings,
}
