//! What is written in a saved workbook alone; the screen never says it.

use crate::{Grain, Letter, Moment, SectionId, TaskId};

/// Words of a saved workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BookWord {
    /// Name of a sheet.
    Sheet(SheetName),
    /// Heading of the file that a result is of.
    SourceFile,
    /// Heading of the number of data rows.
    DataRows,
    /// So many rows of data.
    Rows(usize),
    /// Heading of the first and the last day of the data.
    Period,
    /// From one moment to another.
    Span(Moment, Moment, Grain),
    /// Heading of what was asked.
    Task,
    /// What was asked.
    TaskName(TaskId),
    /// Heading of what the result says.
    Answer,
    /// Heading of the grade.
    Grade,
    /// A grade with its meaning.
    GradeSays(Letter),
    /// Heading of why the grade is what it is.
    GradeReason,
    /// Heading of what to know before using the result.
    Caution,
    /// Heading of the version of Sanpo.
    Version,
    /// Heading of the list of sheets.
    Contents,
    /// The sheet of results, described.
    ResultsSay,
    /// The sheet of groups, described.
    GroupsSay,
    /// The order list, described.
    OrdersSay,
    /// Heading of the quantity that is enough for so many of a grain, with a chance of so many percent.
    Enough(u32, Grain, u8),
    /// Heading of the names of bars.
    Item,
    /// Heading of the lengths of bars.
    Value,
    /// Heading of the days of the week.
    Weekday,
    /// Heading of what makes a group different.
    Traits,
    /// Heading of the place in a stretch of unusual rows that differs most.
    Peak,
    /// Heading of a forecast made for the past, by its number.
    Trial(usize),
    /// What the shades of a table's cells say.
    Shades,
    /// A table that has the first rows only.
    FirstRows {
        /// Rows that it has.
        shown: usize,
        /// Rows that there are.
        all: usize,
        /// All of them stand with the results.
        whole: bool,
    },
    /// The number 0 with a unit, for the way in which a column's numbers look.
    WithUnit(String),
}

/// Sheets of a saved workbook, by what they hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetName {
    /// What the result is of, and what it says.
    Summary,
    /// The rows of the result.
    Results,
    /// A forecast beside what happened before.
    Forecast,
    /// The forecast of all series together.
    Total,
    /// The forecast by the groups of a column.
    TotalBy(String),
    /// A former forecast beside what happened.
    Checked,
    /// The forecast as a table.
    ForecastTable,
    /// Series by what needs attention.
    Items,
    /// What to order.
    Orders,
    /// Past forecasts.
    Trials,
    /// What a forecast is made of.
    Parts,
    /// What repeats.
    Season,
    /// Weekdays by months.
    WeekdayMonth,
    /// Weekdays by hours.
    WeekdayHour,
    /// The error by how far ahead.
    ErrorByDistance,
    /// Rows that stand out.
    UnusualRows,
    /// Times that stand out.
    UnusualTimes,
    /// Columns that made rows stand out.
    UnusualColumns,
    /// A column over time, with what would have been usual.
    Track(String),
    /// Groups, described.
    Groups,
    /// How large the groups are.
    GroupSizes,
    /// The groups in a plane.
    GroupMap,
    /// The groups' means.
    GroupMeans,
    /// Rows with their predictions.
    Predictions,
    /// Columns by how much they tell.
    Importance,
    /// How many are found by looking at the most likely rows only.
    Gains,
    /// The share of a class among the most likely rows.
    Lift,
    /// Right and wrong answers.
    Confusion,
    /// Predicted numbers against actual ones.
    PredictedActual,
    /// Anything else, by the task and the heading that it stands under.
    Under(TaskId, SectionId),
}
