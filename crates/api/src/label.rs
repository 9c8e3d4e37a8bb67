//! Short names on charts and tables.

mod names;
mod occasion;

use serde::{Deserialize, Serialize};

use crate::Grain;

pub use names::{ModelName, RfmName};
pub use occasion::Occasion;

/// A short name: the user's own text, or a code that the screen puts into words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Label {
    /// Text from the user's file.
    Text(String),
    /// A code with words in `sanpo-text`.
    Code(LabelCode),
}

/// Short names that Sanpo itself gives.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LabelCode {
    /// Number of the row in the file, the first data row is 1.
    Row,
    /// The date or time.
    Time,
    /// The series (product, shop).
    Series,
    /// What happened.
    Actual,
    /// What is expected to come.
    Forecast,
    /// What would have been usual.
    Expected,
    /// Lower end of a range of `0` percent.
    Lower(u8),
    /// Upper end of a range of `0` percent.
    Upper(u8),
    /// How unusual, 0 to 1.
    Score,
    /// Whether the row is marked as unusual.
    IsAnomaly,
    /// Why.
    Reason,
    /// Group number (from 1).
    Group(u32),
    /// Heading of the group column.
    GroupHeading,
    /// Heading of the group's name column.
    GroupName,
    /// Number of rows.
    Count,
    /// Number of customers.
    CustomerCount,
    /// Column heading: share of all that was spent.
    MoneyShare,
    /// Share of all rows.
    Share,
    /// The predicted value or class.
    Prediction,
    /// Probability of a class (the user's own text).
    Probability(String),
    /// Steps ahead: from the first to the second number.
    StepsAhead(u32, u32, Grain),
    /// A day of the week, 0 = Monday.
    Weekday(u8),
    /// A month, 1 to 12.
    Month(u8),
    /// An hour, 0 to 23.
    Hour(u8),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// The customer.
    Customer,
    /// Days since the last purchase.
    Recency,
    /// Number of purchases.
    Frequency,
    /// Amount spent in all.
    Monetary,
    /// The sum of all series.
    Total,
    /// Column heading: which total a line is.
    TotalOf,
    /// The sum of the series of a group: the column, and its text.
    GroupTotal(String, String),
    /// What was really the case (rows of a confusion table).
    ActualClass(String),
    /// What was predicted (columns of a confusion table).
    PredictedClass(String),
    /// Rows from the top of the ranking, as a percentage of all.
    TopPercent(u8),
    /// Percent of all rows that are looked at.
    LookedAt,
    /// Percent of the class that is found.
    Found,
    /// What is found by looking at rows at random.
    ByChance,
    /// Axis title of a projection: the columns that it carries most of, strongest first; none if all rows are alike.
    Mostly(Vec<Label>),
    /// From when to when.
    When,
    /// Heading of a list of columns.
    Columns,
    /// Yes.
    Yes,
    /// A kind of day that adds to a forecast.
    Occasion(Occasion),
    /// The mean of what is expected to come.
    MeanForecast,
    /// What is expected over the next so many periods.
    DemandOver(u32, Grain),
    /// How much to order.
    OrderQuantity,
    /// What is ordered beyond the expected demand.
    SafetyStock,
    /// Chance of running out.
    RunOutChance,
    /// Difference from the time just before.
    Change,
    /// How far from the forecast the value may lie.
    RangeWidth,
    /// How far off past forecasts were.
    PastError,
    /// What to look out for.
    Remark,
    /// Part of a forecast: the usual level.
    Level,
    /// Part of a forecast: the rise or fall in the long run.
    Trend,
    /// Part of a forecast: what repeats.
    Season,
    /// Part of a forecast: what the other parts leave.
    Rest,
    /// What a past forecast said.
    PastForecast,
    /// The forecast of a project, held against what happened since.
    LastForecast,
    /// What was predicted, as a trial, for a row with a known answer.
    Trial,
    /// Part of a forecast: what repeats within a day, a week or a year, without names for its places.
    SeasonOver(Grain),
    /// Difference from the same time a year before.
    YearChange,
    /// Rows likely enough to have a class that few have, though most of them may not have it.
    Candidate,
}
