//! What a forecast says: the answer, the items, and why.

use serde::{Deserialize, Serialize};

use crate::{Grain, Label, LabelCode, Letter, ModelName, Moment};

/// A sentence of a forecast.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForecastPhrase {
    /// The next period: about so much, between so much and so much (80 %).
    Next {
        /// The column.
        what: String,
        /// Its unit.
        unit: Option<String>,
        /// The period.
        at: Moment,
        /// Its grain.
        grain: Grain,
        /// About so much.
        value: f64,
        /// 80 % range, lower end.
        lower: f64,
        /// 80 % range, upper end.
        upper: f64,
        /// The series, if there are several.
        series: Option<String>,
    },
    /// The next periods in all, and per period on average.
    Total {
        /// The column.
        what: String,
        /// Its unit.
        unit: Option<String>,
        /// Number of periods.
        steps: u32,
        /// Their grain.
        grain: Grain,
        /// The first and the last of them, and how they are written; not where nothing is to come.
        dates: Option<(Moment, Moment, Grain)>,
        /// How many of them are open; fewer than all where days are closed.
        open: u32,
        /// Sum over the periods and over all series.
        total: f64,
        /// The ends of its 80 % range, if there is one.
        range: Option<[f64; 2]>,
        /// Number of series.
        series: usize,
    },
    /// Compared with the same periods a year before, or with as many just before.
    Change {
        /// Change; 0.06 is 6 % more.
        frac: f64,
        /// Number of periods.
        steps: u32,
        /// Whether those are open days only.
        open: bool,
        /// Their grain.
        grain: Grain,
        /// The first and the last of the periods a year before, where those are compared.
        last_year: Option<(Moment, Moment)>,
    },
    /// The next periods on average, for values that must not be added up (prices, temperatures, shares).
    Mean {
        /// The column.
        what: String,
        /// Its unit.
        unit: Option<String>,
        /// Number of periods.
        steps: u32,
        /// Their grain.
        grain: Grain,
        /// The first and the last of them, and how they are written; not where nothing is to come.
        dates: Option<(Moment, Moment, Grain)>,
        /// Mean over the periods and over all series.
        mean: f64,
        /// Number of series.
        series: usize,
    },
    /// The mean against the mean of the same periods a year before, or of as many just before.
    MeanChange {
        /// Difference.
        by: f64,
        /// Unit.
        unit: Option<String>,
        /// Number of periods.
        steps: u32,
        /// Their grain.
        grain: Grain,
        /// The first and the last of the periods a year before, where those are compared.
        last_year: Option<(Moment, Moment)>,
    },
    /// Caption of the items by what needs attention.
    ItemsCaption,
    /// Remark on an item: its level changed lately.
    ItemShifted,
    /// This series ended before the others.
    ItemEnded {
        /// Its last period with a value.
        at: Moment,
        /// How dates are written.
        grain: Grain,
    },
    /// This series has few values.
    ItemShort {
        /// How many.
        have: usize,
    },
    /// Many periods of this series have no value.
    ItemGaps {
        /// Share of its periods.
        frac: f64,
    },
    /// Much more or much less is to come than there was.
    ItemMoves {
        /// Whether it is more.
        up: bool,
        /// Whether the range is wide, too.
        wide: bool,
    },
    /// The range is wide.
    ItemWide,
    /// Caption of the parts that add up to the forecast.
    PartsCaption,
    /// The usual level.
    PartLevel {
        /// The level.
        level: f64,
        /// Unit.
        unit: Option<String>,
    },
    /// What a holiday season or one of the user's columns adds over the periods to come.
    PartEffect {
        /// The cause.
        label: Label,
        /// The least that it adds.
        low: f64,
        /// The most that it adds.
        high: f64,
        /// Unit.
        unit: Option<String>,
    },
    /// What the rise or fall adds by the end of the periods to come.
    PartTrend {
        /// So much.
        by: f64,
        /// Unit.
        unit: Option<String>,
    },
    /// What the other parts leave.
    PartRest {
        /// Largest size.
        most: f64,
        /// Unit.
        unit: Option<String>,
    },
    /// Why the forecast is a flat line.
    WhyFlat,
    /// Caption of the forecast with the user's columns turned up and down.
    WhatIfCaption,
    /// The last year lies so far above or below the year before.
    Trend {
        /// Change; 0.06 is 6 % more.
        frac: f64,
    },
    /// The season's highest and lowest place.
    SeasonPeak {
        /// Highest.
        high: LabelCode,
        /// Lowest.
        low: LabelCode,
        /// (highest - lowest) relative to the mean.
        swing_frac: f64,
    },
    /// No season was found.
    NoSeason,
    /// Caption of the season's bars: how far each place lies from the mean.
    SeasonCaption {
        /// The periods that are its places.
        grain: Grain,
    },
    /// Caption of the forecast chart.
    Caption {
        /// The column.
        what: String,
        /// Number of periods.
        steps: u32,
        /// Their grain.
        grain: Grain,
    },
    /// Caption of the forecast table.
    Table,
    /// Which methods were blended, with weights that add to 1.
    ModelsUsed {
        /// Names and weights.
        models: Vec<(ModelName, f64)>,
    },
    /// Chart of the sum of all series.
    TotalCaption {
        /// What is forecast.
        what: String,
        /// How many series.
        series: usize,
    },
    /// Chart of the sums by the texts of a column.
    GroupTotals {
        /// What is forecast.
        what: String,
        /// The column.
        column: String,
    },
    /// The charts show the first series only; the saved file has all.
    PanelsCut {
        /// Shown.
        shown: usize,
        /// All.
        total: usize,
    },
    /// A list of what to order that rests on a forecast with a poor grade.
    OrderUnsure {
        /// The grade.
        letter: Letter,
    },
    /// Caption of a chart of weekdays by months or hours: where the mean is highest and lowest.
    HeatCaption {
        /// Weekday, and month or hour, of the highest mean.
        high: (LabelCode, LabelCode),
        /// The same of the lowest.
        low: (LabelCode, LabelCode),
    },
}
