//! What was found in a file.

use serde::{Deserialize, Serialize};

use crate::{Grain, TaskId};

/// Everything that the first screen shows of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// The file as bytes and records.
    pub file: FileFacts,
    /// The columns, in file order.
    pub columns: Vec<ColumnProfile>,
    /// The first data rows as text (at most 200), one entry a column.
    pub preview: Vec<Vec<String>>,
    /// What the reading did, in order (the reading memo).
    pub notes: Vec<Note>,
    /// Whether the person should look.
    pub outcome: Outcome,
    /// Open questions; the guess is already in force.
    pub asks: Vec<Ask>,
    /// The tasks that suit this file, best first.
    pub tasks: Vec<TaskId>,
}

/// The file as bytes and records. Records are counted from 0 as an RFC 4180 reader yields them, blank lines included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileFacts {
    /// File name without folders.
    pub name: String,
    /// Size.
    pub size_bytes: u64,
    /// Kind of file.
    pub format: Format,
    /// Encoding by its usual name, for example `Shift_JIS`.
    pub encoding: String,
    /// What separates the fields.
    pub delimiter: Option<char>,
    /// Record of the first header row; `None` without a header.
    pub header_row: Option<usize>,
    /// Records that make up the header.
    pub header_rows: usize,
    /// Records that are data.
    pub data_rows: usize,
    /// Records that are neither header nor data.
    pub not_data: Vec<NotData>,
}

/// Kinds of files that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Delimited text.
    Csv,
    /// Excel workbook (Office Open XML).
    Xlsx,
}

/// A record that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotData {
    /// Its number.
    pub record: usize,
    /// Why.
    pub why: NotDataWhy,
}

/// Why a record is not data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotDataWhy {
    /// A title above the table.
    Title,
    /// Nothing in it.
    Blank,
    /// A total or an average.
    Total,
    /// A comment line.
    Comment,
    /// A remark around the table.
    Note,
    /// The line `sep=;` that Excel understands.
    SepDirective,
    /// The header again.
    RepeatedHeader,
}

/// One line of the reading memo.
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
    /// Records set aside, all for one reason. Rows are record numbers from 1, at most 10 of them.
    RowsSetAside {
        /// The reason.
        why: NotDataWhy,
        /// How many.
        count: usize,
        /// The first of them.
        rows: Vec<usize>,
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
        /// Examples: record number from 1, and the text; at most 3.
        examples: Vec<(usize, String)>,
    },
    /// A unit was taken off the numbers of a column.
    UnitRemoved {
        /// The column.
        column: String,
        /// The unit.
        unit: String,
    },
    /// Japanese era years were turned into common ones.
    EraDates {
        /// The column.
        column: String,
    },
    /// Rows with more or fewer fields than the header.
    RaggedRows {
        /// How many.
        count: usize,
        /// The first of them (record numbers from 1), at most 10.
        rows: Vec<usize>,
    },
    /// Days marked as closed in a number column.
    ClosedDays {
        /// The column.
        column: String,
        /// How many.
        count: usize,
    },
}

/// Whether the person should look at what the reading did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing to say.
    Ok,
    /// A good guess is in force; one question is open.
    Ask,
    /// Usable, but something was lost or repaired.
    Warn,
}

/// An open question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Dates without a year.
    Year,
    /// No column holds dates.
    NoDateColumn,
    /// Names were given to columns without a header.
    ColumnNames,
    /// Month and day could be swapped.
    DayMonthOrder,
}

/// A column as it was understood.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnProfile {
    /// Clean name, unit split off, unique in the table.
    pub name: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// Unit of the numbers, if one was found.
    pub unit: Option<String>,
    /// How fine the dates are.
    pub grain: Option<Grain>,
    /// Value in the first data row.
    pub first: Option<Cell>,
    /// Value in the last data row.
    pub last: Option<Cell>,
    /// Rows without a value.
    pub n_missing: usize,
    /// Different values (counted up to 100,000).
    pub n_unique: usize,
    /// Sum of the numbers.
    pub sum: Option<f64>,
    /// Smallest number, or moment in seconds.
    pub min: Option<f64>,
    /// Largest number, or moment in seconds.
    pub max: Option<f64>,
    /// All numbers are whole.
    pub whole: bool,
    /// The most frequent texts with their counts, at most 5.
    pub top: Vec<(String, usize)>,
    /// Counts in equal bins from `min` to `max` (numbers and dates), at most 16.
    pub histogram: Vec<u32>,
    /// What the column seems to be for.
    pub role: Option<Role>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// Dates or times.
    Date,
    /// Numbers to calculate with.
    Number,
    /// A few different texts.
    Category,
    /// Free text.
    Text,
    /// Numbers or codes that name things.
    Id,
    /// No value at all.
    Empty,
}

/// One value of a profile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Cell {
    /// A number.
    Number(f64),
    /// Text, or a date as ISO text at the column's grain (`2024-04-01`, `2024-04`, `2024-Q1`, `2024-W14`, `2024`).
    Text(String),
}

/// What a column seems to be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// When.
    Time,
    /// How much: the number to forecast.
    Value,
    /// Of what: product, shop.
    Series,
    /// Who.
    Customer,
    /// Money spent.
    Amount,
    /// A class to predict.
    Label,
    /// Names a row.
    Identifier,
}
