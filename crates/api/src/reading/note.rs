//! The reading memo: what was removed, repaired or assumed.

use serde::{Deserialize, Serialize};

use super::Choice;
use crate::NotDataWhy;

/// A line of the reading memo.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemoLine {
    /// What was done.
    pub note: Note,
    /// The decision that undoes it, where it can be undone.
    pub undo: Option<Choice>,
}

/// What was removed, repaired or assumed. Rows are
/// numbers from 1 as a person counts them, with their sheet (`4月 12`) where several were read; at most 10 of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// The text was decoded from this encoding.
    Decoded {
        /// Usual name.
        encoding: String,
    },
    /// Characters that could not be decoded.
    BadCharacters {
        /// How many.
        count: usize,
    },
    /// The text was garbled by another program before; it was restored as far as possible.
    Garbled {
        /// Characters that had to be guessed.
        guessed: usize,
        /// Whether it was restored.
        restored: bool,
    },
    /// The sheet that was read.
    SheetRead {
        /// Its name.
        name: String,
        /// Other sheets that hold something.
        others: usize,
    },
    /// Sheets of one form were read as one table.
    SheetsJoined {
        /// Their names.
        names: Vec<String>,
        /// Other sheets that hold something.
        others: usize,
    },
    /// Cells of a workbook that stand far from the table were left out.
    FarCells {
        /// How many.
        count: usize,
    },
    /// Records set aside, all for one reason.
    RowsSetAside {
        /// The reason.
        why: NotDataWhy,
        /// How many.
        count: usize,
        /// The first of them.
        rows: Vec<String>,
    },
    /// Columns without any value were dropped.
    EmptyColumnsDropped {
        /// How many.
        count: usize,
    },
    /// There was no header; names were given.
    NoHeader,
    /// Two columns had one name, or none.
    ColumnsNamed {
        /// The names given.
        names: Vec<String>,
    },
    /// Cells that did not fit the column's type became empty.
    BadCells {
        /// The column.
        column: String,
        /// How many.
        count: usize,
        /// Examples: the row, and the text; at most 3.
        examples: Vec<(String, String)>,
    },
    /// A unit was taken off the numbers of a column.
    UnitRemoved {
        /// The column.
        column: String,
        /// The unit.
        unit: String,
    },
    /// Several units in one column were brought to one.
    UnitsConverted {
        /// The column.
        column: String,
        /// The unit of the result.
        unit: String,
    },
    /// Japanese era years were turned into common ones.
    EraDates {
        /// The column.
        column: String,
    },
    /// Day counts of Excel were turned into dates.
    SerialDates {
        /// The column.
        column: String,
    },
    /// Long codes were rounded by Excel before; they tell nothing apart any more.
    RoundedCodes {
        /// The column.
        column: String,
    },
    /// Rows with more or fewer fields than the header.
    RaggedRows {
        /// How many.
        count: usize,
        /// The first of them.
        rows: Vec<String>,
    },
    /// Numbers that were split at their thousands comma were joined again.
    ThousandsJoined {
        /// How many rows.
        count: usize,
    },
    /// Days marked as closed in a number column: neither missing nor zero.
    ClosedDays {
        /// The column.
        column: String,
        /// How many.
        count: usize,
    },
    /// Blanks of merged cells repeat the value above.
    FilledDown {
        /// The column.
        column: String,
        /// How many cells.
        count: usize,
    },
    /// One date was made from several columns.
    DateJoined {
        /// The columns.
        columns: Vec<String>,
        /// The new column.
        name: String,
    },
    /// Columns were put below each other.
    MadeLong {
        /// How many columns.
        columns: usize,
    },
    /// Columns that add others up were left out on the way.
    SumsLeftOut {
        /// Their names.
        columns: Vec<String>,
    },
    /// Rows and columns changed places.
    Transposed,
    /// Some dates carry the wrong day of the week; the date counts.
    WeekdaysWrong {
        /// The column.
        column: String,
        /// How many.
        count: usize,
        /// The first of them.
        rows: Vec<String>,
    },
    /// Lines in another encoding than the rest were decoded by themselves.
    GluedEncodings,
    /// A stray quotation mark was taken as text.
    StrayQuotes {
        /// The records.
        rows: Vec<String>,
    },
    /// Spellings were made one.
    SpellingsMerged {
        /// The column.
        column: String,
        /// How many spellings vanished.
        count: usize,
    },
    /// Some dates stand in several rows, and nothing tells the rows apart.
    RepeatedDates {
        /// The column.
        column: String,
        /// How many rows beyond the first of their date.
        count: usize,
    },
    /// The rows run from new to old.
    NewestFirst {
        /// The column.
        column: String,
    },
    /// Days of the week (0 = Monday) on which there is never a row.
    WeeklyGaps {
        /// The column.
        column: String,
        /// The days.
        weekdays: Vec<u8>,
    },
    /// A column that follows from others.
    Derived {
        /// The column.
        column: String,
        /// From which.
        from: Vec<String>,
    },
    /// A column that gives the label away.
    LeakSuspect {
        /// The column.
        column: String,
        /// The label.
        label: String,
    },
}
