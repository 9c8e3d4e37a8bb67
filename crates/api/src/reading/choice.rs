//! What the person may decide about the reading.

use serde::{Deserialize, Serialize};

use crate::NotDataWhy;

/// A decision about the reading. Reading starts from the file each time, with all decisions so far; without one, the guess is
/// in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Decode the bytes from this encoding (its usual name).
    Encoding(String),
    /// Read this sheet of the workbook.
    Sheet(String),
    /// Which of several tables.
    Table(TablePart),
    /// Whether the first row holds names.
    Header(bool),
    /// Rows that were set aside for this reason are data.
    KeepRows(NotDataWhy),
    /// Columns without any value stay.
    KeepEmptyColumns,
    /// The way the table lies.
    Layout(Layout),
    /// Dates without a year: the year of the first one.
    Year(i32),
    /// The order of the parts of a column's dates.
    DateOrder {
        /// The column.
        column: String,
        /// The order.
        order: DateOrder,
    },
    /// How weeks are numbered.
    Weeks(WeekNumbering),
    /// Where times with the mark of UTC are looked at.
    Zone(Zone),
    /// A column is read as text, whatever it looks like.
    AsText {
        /// The column.
        column: String,
    },
    /// Blanks under a value repeat it, or stay blank.
    FillDown {
        /// The column.
        column: String,
        /// Whether they repeat it.
        fill: bool,
    },
    /// Year, month and day of several columns make one date, or stay apart.
    JoinDate(bool),
    /// Spellings of one thing become one.
    MergeSpellings {
        /// The column.
        column: String,
        /// Whether they do.
        merge: bool,
    },
    /// Several units of one kind in a column are turned into one.
    ConvertUnits {
        /// The column.
        column: String,
    },
    /// Numbers that fell apart at their thousands comma are joined, or stay apart.
    JoinThousands(bool),
    /// Garbled text is restored, or stays as it is.
    Restore(bool),
    /// Words for "closed" count as zero, or stay apart from numbers.
    ClosedAsZero {
        /// The column.
        column: String,
    },
    /// Sheets of one form are read as one table.
    SheetsJoined,
}

impl Choice {
    /// Whether both answer the same question, so that one replaces the other.
    pub fn same_question(&self, other: &Self) -> bool {
        use Choice::{
            AsText, ClosedAsZero, ConvertUnits, DateOrder, FillDown, KeepRows, MergeSpellings, Sheet, SheetsJoined,
        };
        match (self, other) {
            (KeepRows(a), KeepRows(b)) => a == b,
            (DateOrder { column: a, .. }, DateOrder { column: b, .. })
            | (AsText { column: a } | ConvertUnits { column: a }, AsText { column: b } | ConvertUnits { column: b })
            | (FillDown { column: a, .. }, FillDown { column: b, .. })
            | (MergeSpellings { column: a, .. }, MergeSpellings { column: b, .. })
            | (ClosedAsZero { column: a }, ClosedAsZero { column: b }) => a == b,
            (Sheet(_), SheetsJoined) | (SheetsJoined, Sheet(_)) => true,
            (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
        }
    }
}

/// All decisions about a file, at most one a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Choices(Vec<Choice>);

impl Choices {
    /// Adds a decision; it replaces the one on the same question.
    pub fn put(&mut self, choice: Choice) {
        self.remove(&choice);
        self.0.push(choice);
    }

    /// Takes back the decision on the same question.
    pub fn remove(&mut self, choice: &Choice) {
        self.0.retain(|have| !have.same_question(choice));
    }

    /// Whether exactly this was decided.
    pub fn has(&self, choice: &Choice) -> bool {
        self.0.contains(choice)
    }

    /// The first decision that the function knows.
    pub fn find<'a, T>(&'a self, known: impl Fn(&'a Choice) -> Option<T>) -> Option<T> {
        self.0.iter().find_map(known)
    }

    /// All of them, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = &Choice> {
        self.0.iter()
    }

    /// Nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Choice> for Choices {
    fn from_iter<T: IntoIterator<Item = Choice>>(choices: T) -> Self {
        let mut all = Self::default();
        choices.into_iter().for_each(|choice| all.put(choice));
        all
    }
}

/// Which of several tables on one sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TablePart {
    /// All columns as one table.
    Whole,
    /// One of those side by side, from 0 at the left.
    Beside(u32),
    /// One of those below each other, from 0 at the top.
    Stacked(u32),
}

/// The way a table lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// As in the file.
    AsIs,
    /// Columns that hold one measure are put below each other: one row a value.
    Long,
    /// Rows and columns change places.
    Transposed,
}

/// The order of year, month and day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 24/4/26.
    Ymd,
    /// 26/4/2024.
    Dmy,
    /// 4/26/2024.
    Mdy,
}

/// Which week of a year is the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekNumbering {
    /// ISO 8601: Monday to Sunday, the week with the first Thursday.
    Iso,
    /// Sunday to Saturday, the week with 1 January.
    FromNewYear,
}

/// Where a clock is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Zone {
    /// Japan, nine hours ahead of UTC.
    Japan,
    /// UTC, as written.
    Utc,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_replaces_the_one_on_the_same_question() {
        let fill = |column: &str, fill| Choice::FillDown { column: column.into(), fill };
        let mut choices: Choices = [fill("a", true), fill("b", true), fill("a", false)].into_iter().collect();
        assert_eq!(choices.iter().cloned().collect::<Vec<_>>(), [fill("b", true), fill("a", false)]);
        choices.remove(&fill("b", false));
        assert!(choices.has(&fill("a", false)) && !choices.has(&fill("b", true)));
        choices.put(Choice::KeepRows(NotDataWhy::Total));
        choices.put(Choice::KeepRows(NotDataWhy::Note));
        assert_eq!(choices.iter().count(), 3);
    }
}
