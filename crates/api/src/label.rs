//! Short names on charts and tables.

use serde::{Deserialize, Serialize};

use crate::Grain;

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
    /// Share of all rows.
    Share,
    /// The predicted value or class.
    Prediction,
    /// Probability of a class (the user's own text).
    Probability(String),
    /// Steps ahead.
    StepsAhead(u32, Grain),
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
    /// Heading of the contribution column.
    Contribution,
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
    /// A sheet of a saved workbook.
    Sheet(SheetName),
    /// The file that a result is of.
    SourceFile,
    /// The version of Sanpo.
    Version,
    /// What the result says.
    Finding,
    /// What was predicted, as a trial, for a row with a known answer.
    Trial,
}

/// Sheets of a saved workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetName {
    /// The rows of the result.
    Results,
    /// The values of a chart of lines.
    Lines,
    /// The values of a chart of bars.
    Bars,
    /// The points of a plane.
    Points,
    /// A table of the report.
    Table,
    /// Groups, described.
    Groups,
    /// Items by what needs attention.
    Items,
    /// What to order.
    Orders,
    /// Past forecasts.
    Trials,
    /// What a forecast is made of.
    Parts,
    /// Where it all comes from.
    About,
}

/// Kinds of days that add to a forecast or take from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The turn of the year.
    YearEnd,
    /// The days up to the turn of the year, Christmas among them.
    BeforeYearEnd,
    /// Golden Week.
    GoldenWeek,
    /// The days of Obon.
    Obon,
    /// Public holidays.
    PublicHoliday,
    /// Days before and after public holidays.
    AroundHoliday,
    /// The usual payday.
    Payday,
    /// The end of the month.
    MonthEnd,
    /// Days that are multiples of five, when accounts are settled.
    Gotobi,
    /// The week of the month.
    WeekOfMonth,
    /// The person's own days.
    OwnEvent,
}

impl Occasion {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::YearEnd,
        Self::BeforeYearEnd,
        Self::GoldenWeek,
        Self::Obon,
        Self::PublicHoliday,
        Self::AroundHoliday,
        Self::Payday,
        Self::MonthEnd,
        Self::Gotobi,
        Self::WeekOfMonth,
        Self::OwnEvent,
    ];
}

pub use names::{ModelName, RfmName};

mod names {
    use serde::{Deserialize, Serialize};

    /// Methods, named by the field's standard terms.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum ModelName {
        /// The last value again.
        Naive,
        /// The value one season ago.
        SeasonalNaive,
        /// Simple or trended exponential smoothing, with or without a season.
        Ets,
        /// The theta method.
        Theta,
        /// Complex exponential smoothing.
        Ces,
        /// A season taken off first, exponential smoothing of the rest.
        Decomposed,
        /// The mean of all values.
        Mean,
        /// Linear or logistic regression.
        Linear,
        /// Gradient boosted trees.
        Boosting,
        /// Averaged randomised trees.
        Forest,
        /// Linear regression of the logarithm of the mean.
        LogLinear,
        /// Boosted trees of the logarithm of the mean.
        LogBoosting,
        /// The line from the first value to the last, continued.
        Drift,
        /// A level that follows slowly.
        SlowLevel,
        /// A regression over the levels of whole cycles, times the shape of a cycle.
        Folded,
        /// A regression on the latest values and those of the last seasons.
        Autoregression,
        /// Croston's method for demand with many zeros.
        Croston,
        /// Croston's method without its bias (Syntetos and Boylan).
        Sba,
        /// The method of Teunter, Syntetos and Babai for demand with many zeros.
        Tsb,
        /// Smoothing of sums over the mean interval between demands.
        Adida,
        /// Smoothing of sums over several lengths.
        Imapa,
    }

    /// Customer groups by recency, frequency and amount.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    pub enum RfmName {
        /// Bought lately, often and much.
        Champion,
        /// Buys often.
        Loyal,
        /// Bought lately for the first time or nearly so.
        New,
        /// Used to buy, not lately.
        AtRisk,
        /// Long gone.
        Lost,
        /// In between.
        Regular,
    }
}
