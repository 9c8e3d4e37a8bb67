//! What was found in a file.

use serde::{Deserialize, Serialize};

use crate::{Ask, Choices, Grain, MemoLine, Step, TaskId};

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
    pub notes: Vec<MemoLine>,
    /// Whether the person should look.
    pub outcome: Outcome,
    /// Open questions; the guess is already in force.
    pub asks: Vec<Ask>,
    /// The decisions with which the file was read.
    pub choices: Choices,
    /// The tasks that suit this file, best first.
    pub tasks: Vec<TaskId>,
}

/// The file as bytes and records. Records are counted from 0 as an RFC 4180 reader yields them, blank lines included.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileFacts {
    /// File name without folders.
    pub name: String,
    /// Size.
    #[serde(with = "crate::wide")]
    pub size_bytes: u64,
    /// Kind of file.
    pub format: Format,
    /// Encoding by its usual name, for example `Shift_JIS`.
    pub encoding: String,
    /// What other encodings would make of the first row of names, this one first; empty for workbooks.
    pub encodings: Vec<EncodingView>,
    /// The sheet that was read, for workbooks.
    pub sheet: Option<String>,
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

/// An encoding, and what it makes of the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingView {
    /// Usual name of the encoding.
    pub name: String,
    /// The first cells of the row of names, at most 6.
    pub cells: Vec<String>,
}

/// Kinds of files that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Delimited text.
    Csv,
    /// Excel workbook (Office Open XML, with macros or without).
    Xlsx,
    /// Excel workbook of before 2007.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
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
    /// Part of another table above or below.
    OtherTable,
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
    /// How far apart the dates are, where that is always the same.
    pub step: Option<Step>,
    /// Value in the first data row.
    pub first: Option<Cell>,
    /// Value in the last data row.
    pub last: Option<Cell>,
    /// Rows without a value.
    pub n_missing: usize,
    /// Rows of these that say "closed".
    pub n_closed: usize,
    /// The column is not in the file; it was made from others.
    pub made: bool,
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
    /// Follows from another column: the weekday of a date, a sum.
    Derived,
    /// The price of one piece: no money spent before it is multiplied.
    UnitPrice,
    /// How many pieces were bought.
    Quantity,
}
