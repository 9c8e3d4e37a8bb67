//! Why something could not be done. Each code has a sentence that says what happened and what to do.

use serde::{Deserialize, Serialize};

use crate::{FieldId, TaskId, WireError};

/// Largest file that is read, in bytes: beyond it, a browser could not hold the file beside its table.
pub const LIMIT_BYTES: u64 = 1_000_000_000;

/// What went wrong, with what the sentence needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The file has no bytes, or only blank ones.
    EmptyFile,
    /// A header but no data rows.
    NoDataRows,
    /// Prose, not a table.
    NotATable,
    /// Bytes of some other kind of file; `kind` is its usual name, for example `PDF`.
    BinaryNotCsv {
        /// The usual name of the format.
        kind: String,
    },
    /// A web page saved under another name.
    HtmlAsCsv,
    /// An Excel workbook that this version does not read.
    ExcelWorkbook,
    /// A workbook with a password.
    PasswordProtected,
    /// Too large to work with here.
    TooBig {
        /// Size of the file.
        #[serde(with = "crate::wide")]
        size_bytes: u64,
        /// Largest size that is read.
        #[serde(with = "crate::wide")]
        limit_bytes: u64,
    },
    /// A row or a field count beyond what is read.
    TooManyColumns {
        /// Columns found.
        have: usize,
        /// Largest number that is read.
        limit: usize,
    },
    /// Fewer rows than any method needs.
    TooFewRows {
        /// Rows found.
        have: usize,
        /// Rows needed.
        need: usize,
    },
    /// No column with dates.
    NoDateColumn,
    /// No column with numbers.
    NoNumberColumn,
    /// No column left to learn from.
    NoFeatureColumn,
    /// A column of that name is not in the file.
    UnknownColumn {
        /// The name asked for.
        name: String,
        /// The names that there are.
        have: Vec<String>,
    },
    /// The column does not hold what the task needs (a date, a number).
    WrongColumnType {
        /// The column.
        name: String,
        /// The field that it was given for.
        field: FieldId,
    },
    /// The column has no value at all.
    AllMissing {
        /// The column.
        name: String,
    },
    /// The column to predict has one value only.
    ConstantTarget {
        /// The column.
        name: String,
    },
    /// The column to predict has a class with too few rows, or too many classes.
    TooManyClasses {
        /// The column.
        name: String,
        /// Classes found.
        have: usize,
        /// Largest number that is learnt.
        limit: usize,
    },
    /// The dates of the column would span more periods than can be worked with.
    GridTooLong {
        /// Periods from the first to the last date.
        have: usize,
        /// Largest number.
        limit: usize,
    },
    /// More groups asked for than there are different rows.
    TooManyGroups {
        /// Groups asked for.
        asked: usize,
        /// Largest number that makes sense.
        limit: usize,
    },
    /// A result with more cells than a workbook should hold.
    TooManyCells {
        /// Largest number that is written.
        limit: usize,
    },
    /// A field without an answer.
    MissingAnswer {
        /// The field.
        field: FieldId,
    },
    /// An answer outside what the field allows.
    BadAnswer {
        /// The field.
        field: FieldId,
    },
    /// A new file lacks columns that the model was trained on.
    ColumnsDiffer {
        /// Columns that are missing.
        missing: Vec<String>,
    },
    /// The task needs a file first.
    NoFile,
    /// No result of that run is there.
    NoResult,
    /// A run that was to end early has nothing to show yet.
    NothingYet,
    /// The task does not take a second file.
    NotApplicable {
        /// The task.
        task: TaskId,
    },
    /// The file could not be opened or written.
    File {
        /// The path or name.
        name: String,
        /// What the system said.
        cause: String,
    },
    /// A project that is cut off or was changed.
    ProjectDamaged,
    /// A project of another version of Sanpo.
    ProjectOfOtherVersion,
    /// The machine ran out of memory.
    OutOfMemory,
    /// Something inside Sanpo failed.
    Internal {
        /// What is known about it, for the record.
        detail: String,
    },
    /// A sales log of fewer customers than groups can be made of.
    TooFewCustomers {
        /// Customers found.
        have: usize,
        /// Customers needed.
        need: usize,
    },
}

impl From<WireError> for Problem {
    /// What one part of the program wrote for another cannot be read: nothing that the person could mend.
    fn from(error: WireError) -> Self {
        Self::Internal { detail: error.0 }
    }
}
