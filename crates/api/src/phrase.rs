//! Sentences as codes with arguments. `sanpo-text` owns the words; a new variant does not compile until both languages have it.
//!
//! Numbers are in the column's own unit; `_frac` is a share from 0 to 1; moments carry their grain so that a month is written
//! as a month.

use serde::{Deserialize, Serialize};

use crate::{Grain, How, Label, LabelCode, Letter, ModelName, Moment, RfmName, Step};

/// The simple answer that a method is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Naive {
    /// The last value again.
    LastValue,
    /// The value at the same time a day ago.
    Yesterday,
    /// The value at the same time a week ago.
    LastWeek,
    /// The value at the same time a year ago.
    LastYear,
}

/// Why a row stands out: one column of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A number above or below what is usual.
    Beyond {
        /// The column.
        column: String,
        /// Its unit.
        unit: Option<String>,
        /// Its value.
        value: f64,
        /// Usual range: 5 % of rows are below `low`, 5 % above `high`.
        low: f64,
        /// Upper end of the usual range.
        high: f64,
    },
    /// Each number is usual, but not with the others of the row.
    Combination {
        /// The column.
        column: String,
        /// Its unit.
        unit: Option<String>,
        /// Its value.
        value: f64,
    },
    /// A text that few rows have.
    Rare {
        /// The column.
        column: String,
        /// Its text.
        text: String,
        /// Share of rows that have it.
        share_frac: f64,
    },
    /// No value where nearly every row has one.
    Missing {
        /// The column.
        column: String,
    },
    /// A moment of a series away from what was expected.
    Expected {
        /// The column.
        column: String,
        /// Its unit.
        unit: Option<String>,
        /// Its value.
        value: f64,
        /// What was expected.
        expected: f64,
        /// Lower end of the usual range.
        low: f64,
        /// Upper end of the usual range.
        high: f64,
    },
    /// A stretch of a series whose shape is unlike the others.
    Shape {
        /// The column.
        column: String,
    },
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phrase {
    // ---- forecast: the answer ----
    /// The next period: about so much, between so much and so much (80 %).
    ForecastNext {
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
    ForecastTotal {
        /// The column.
        what: String,
        /// Its unit.
        unit: Option<String>,
        /// Number of periods.
        steps: u32,
        /// Their grain.
        grain: Grain,
        /// How many of them are open; fewer than all where days are closed.
        open: u32,
        /// Sum over the periods and over all series.
        total: f64,
        /// Number of series.
        series: usize,
    },
    /// Compared with the same periods a year before, or with as many just before.
    ForecastChange {
        /// Change; 0.06 is 6 % more.
        frac: f64,
        /// Number of periods.
        steps: u32,
        /// Their grain.
        grain: Grain,
        /// The first and the last of the periods a year before, where those are compared.
        last_year: Option<(Moment, Moment)>,
    },
    /// The next periods on average, for values that must not be added up (prices, temperatures, shares).
    ForecastMean {
        /// The column.
        what: String,
        /// Its unit.
        unit: Option<String>,
        /// Number of periods.
        steps: u32,
        /// Their grain.
        grain: Grain,
        /// Mean over the periods and over all series.
        mean: f64,
        /// Number of series.
        series: usize,
    },
    /// The mean against the mean of the same periods a year before, or of as many just before.
    ForecastMeanChange {
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
    // ---- forecast: items ----
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
    },
    /// The range is wide.
    ItemWide,
    // ---- forecast: why ----
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
        label: crate::Label,
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
        high: crate::LabelCode,
        /// Lowest.
        low: crate::LabelCode,
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
    // ---- forecast: how sure ----
    /// Tried on the past: usual error against the naive answer's. Errors are means of absolute differences.
    ForecastAccuracy {
        /// Usual error.
        error: f64,
        /// The same relative to the mean value, if that makes sense.
        error_frac: Option<f64>,
        /// Error of the naive answer.
        naive_error: f64,
        /// The same relative to the mean value.
        naive_error_frac: Option<f64>,
        /// Which naive answer.
        naive: Naive,
        /// Unit.
        unit: Option<String>,
        /// How many past forecasts were tried.
        trials: usize,
    },
    /// Shares of past values that fell inside the expected ranges.
    Coverage {
        /// For each range the percentage that it aims at, and the share that fell inside.
        levels: Vec<(u8, f64)>,
        /// Values tried.
        points: usize,
    },
    /// Not enough history to try the method on the past.
    TooShortToTest {
        /// Values there are.
        have: usize,
        /// Values needed.
        need: usize,
    },
    /// Caption of the error bars by distance.
    ErrorByDistance,
    /// Caption of the past forecasts over what happened.
    TrialsCaption {
        /// The column.
        what: String,
    },
    /// One past forecast: how far off it was, and how far the naive answer.
    TrialResult {
        /// The first period that was not known then.
        at: Moment,
        /// Its grain.
        grain: Grain,
        /// How many periods were forecast.
        steps: u32,
        /// Their grain.
        steps_grain: Grain,
        /// Mean absolute error.
        error: f64,
        /// The same of the naive answer.
        naive_error: f64,
        /// Which naive answer.
        naive: Naive,
        /// Unit.
        unit: Option<String>,
    },
    /// A former forecast beside what happened since.
    PromiseKept {
        /// Mean of what was forecast.
        said: f64,
        /// Mean of what happened.
        happened: f64,
        /// Mean absolute error.
        error: f64,
        /// The same relative to what happened, if that makes sense.
        error_frac: Option<f64>,
        /// Values inside the 80 % range.
        inside: usize,
        /// Values compared.
        points: usize,
        /// Unit.
        unit: Option<String>,
    },
    /// Nothing that was forecast has happened yet.
    PromiseOpen,
    /// Caption of a former forecast over what happened.
    PromiseCaption {
        /// The column.
        what: String,
    },
    /// Columns known ahead, or own days, that did not bring the forecast closer to values it had not seen.
    NoHelp {
        /// Which.
        labels: Vec<Label>,
    },
    /// Columns known ahead, or own days, whose effect cannot be found in these data; nothing was tried.
    CannotTell {
        /// Which.
        labels: Vec<Label>,
        /// Values that it takes, if the past has fewer.
        need: Option<usize>,
    },
    /// How many of the values that came fell inside a past forecast's range.
    TrialInside {
        /// Percent that should.
        level: u8,
        /// How many did.
        inside: usize,
        /// Of how many.
        points: usize,
    },
    /// Caption of the forecast chart.
    ForecastCaption {
        /// The column.
        what: String,
        /// Number of periods.
        steps: u32,
        /// Their grain.
        grain: Grain,
    },
    /// Caption of the forecast table.
    ForecastTable,
    /// Which methods were blended, with weights that add to 1.
    ModelsUsed {
        /// Names and weights.
        models: Vec<(ModelName, f64)>,
    },
    // ---- forecast: what was done to the data ----
    /// Periods without a row were filled in by the periods around them.
    GapsFilled {
        /// How many, over all series.
        count: usize,
        /// The distance of periods.
        step: Step,
        /// Series that have any.
        series: usize,
        /// Different moments among them.
        moments: usize,
    },
    /// Several rows fell on one period and were added up.
    DuplicatesAdded {
        /// How many rows.
        count: usize,
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
    /// The last period is not over; it was left out and is forecast.
    RunningPeriod {
        /// Its beginning.
        at: Moment,
        /// How dates are written.
        grain: Grain,
        /// What it holds so far.
        so_far: f64,
        /// What the periods before it held, about.
        usual: f64,
        /// Unit of both.
        unit: Option<String>,
    },
    /// Single values far off were not counted.
    StrayValues {
        /// How many, over all series.
        count: usize,
    },
    /// The level moved for good at some time.
    LevelMoved {
        /// When, for a single series.
        at: Option<Moment>,
        /// How dates are written.
        grain: Grain,
        /// How many series.
        series: usize,
    },
    /// Values before a shift of the level were brought to the new level.
    LevelAdjusted {
        /// When it moved, for a single series.
        at: Option<Moment>,
        /// How dates are written.
        grain: Grain,
        /// How many series.
        series: usize,
    },
    /// New series took the shape of the season from the others.
    SeasonBorrowed {
        /// How many.
        count: usize,
        /// The first of them.
        names: Vec<String>,
    },
    /// Closed days to come.
    ClosedAhead {
        /// Closed single days found in the past.
        past: usize,
        /// The first of those to come, at most 5.
        next: Vec<Moment>,
        /// How many to come.
        count: usize,
    },
    /// Days of the week without any business; forecast as closed.
    ClosedWeekdays {
        /// 0 = Monday.
        weekdays: Vec<u8>,
    },
    /// Rows without a date or without a number were left out.
    RowsLeftOut {
        /// How many.
        count: usize,
    },
    /// Series too short for a forecast of their own got the mean of their values.
    ShortSeries {
        /// How many.
        count: usize,
        /// Values needed.
        need: usize,
        /// The first of them.
        names: Vec<String>,
    },
    /// Series that end before the others, and are not part of the total.
    EndedEarlier {
        /// How many.
        count: usize,
        /// The first of them.
        names: Vec<String>,
        /// Whether that is long ago: then they are not forecast, else from their own end.
        long_ago: bool,
    },
    /// Series or columns without enough values for any answer; they are not in the result.
    LeftOut {
        /// How many.
        count: usize,
        /// The first of them.
        names: Vec<String>,
    },
    /// The charts show the first series only; the saved file has all.
    PanelsCut {
        /// Shown.
        shown: usize,
        /// All.
        total: usize,
    },
    // ---- anomaly ----
    /// So many of so many rows are unlike the others.
    AnomalyRows {
        /// Marked.
        flagged: usize,
        /// All.
        rows: usize,
    },
    /// So many stretches of time are unlike the others.
    AnomalyEvents {
        /// Stretches.
        events: usize,
        /// Moments in them.
        flagged: usize,
        /// All moments.
        points: usize,
    },
    /// Nothing stands out.
    AnomalyNone {
        /// Rows looked at.
        rows: usize,
        /// Columns looked at.
        columns: usize,
        /// First and last moment of a series.
        span: Option<(Moment, Moment, Grain)>,
    },
    /// How sure it is that there is nothing.
    AnomalyQuiet,
    /// What to do when nothing stands out: mark more readily.
    AnomalyTryMore {
        /// How readily was marked, 1 (few) to 5 (many).
        sensitivity: u8,
    },
    /// The most unusual row and why.
    AnomalyTopRow {
        /// Its row in the file, from 1.
        row: usize,
        /// Why.
        reasons: Vec<Reason>,
    },
    /// The most unusual moment and why.
    AnomalyTopMoment {
        /// When.
        at: Moment,
        /// Grain.
        grain: Grain,
        /// Why.
        reasons: Vec<Reason>,
    },
    /// Why a row or a moment stands out.
    AnomalyReasons {
        /// Strongest first.
        reasons: Vec<Reason>,
    },
    /// Caption of the list of rows.
    AnomalyTable,
    /// Caption of the list of unusual stretches of time.
    AnomalyEventTable {
        /// Stretches in the list.
        shown: usize,
        /// Stretches that there are.
        events: usize,
    },
    /// From when to when a stretch goes.
    AnomalySpan {
        /// First moment.
        from: Moment,
        /// Last moment.
        to: Moment,
        /// Grain.
        grain: Grain,
    },
    /// Caption of the chart with the band.
    AnomalyChart {
        /// The column.
        what: String,
    },
    /// Caption of the bars: columns that made rows stand out most often.
    AnomalyColumns,
    /// How to read the score.
    AnomalyHow,
    /// The marks are guesses: nobody told Sanpo what is wrong in this file.
    AnomalyCheck,
    // ---- segments ----
    /// The customers fall into so many groups.
    SegmentFound {
        /// Groups.
        groups: u32,
        /// Rows.
        rows: usize,
        /// Whether the rows are customers of a sales log.
        customers: bool,
    },
    /// The groups run into each other: a help for sorting, not a fact.
    SegmentVague {
        /// Agreement when grouped again, 0 to 1.
        frac: f64,
    },
    /// No clear groups.
    SegmentNone,
    /// How often the same rows end up together when the grouping is repeated on parts of the data.
    SegmentStability {
        /// Agreement, 0 to 1.
        frac: f64,
    },
    /// Columns in which all are alike: nothing to compare by.
    ColumnsAlike {
        /// The columns.
        columns: Vec<Label>,
    },
    /// The largest group.
    SegmentLargest {
        /// Its number.
        group: u32,
        /// Its name.
        name: Box<Phrase>,
        /// Share of rows.
        share_frac: f64,
    },
    /// The amount of a sales log is the price of one piece times how many.
    SegmentPriced {
        /// Column with the price.
        price: String,
        /// Column with the quantity.
        quantity: String,
        /// Column with a discount.
        discount: Option<String>,
        /// Whether it was taken off; else it was not plain how it is meant.
        taken_off: bool,
    },
    /// A group's name from what makes it different.
    GroupName {
        /// At most two traits.
        traits: Vec<Phrase>,
    },
    /// A name that other groups have too, with what tells them apart.
    GroupApart {
        /// The name.
        name: Box<Phrase>,
        /// A trait whose figure is this group's own; without one, the groups are counted.
        by: Option<Box<Phrase>>,
        /// Which of the groups of that name, from 1.
        nth: u32,
    },
    /// A group's name from recency, frequency and amount.
    RfmGroup {
        /// The name.
        name: RfmName,
    },
    /// The column's mean in the group is higher than elsewhere.
    TraitHigh {
        /// The column.
        column: crate::Label,
        /// Mean in the group.
        mean: f64,
        /// Mean of all.
        overall: f64,
        /// Unit.
        unit: Option<String>,
    },
    /// The column's mean in the group is lower than elsewhere.
    TraitLow {
        /// The column.
        column: crate::Label,
        /// Mean in the group.
        mean: f64,
        /// Mean of all.
        overall: f64,
        /// Unit.
        unit: Option<String>,
    },
    /// A text is more frequent in the group than elsewhere.
    TraitText {
        /// The column.
        column: crate::Label,
        /// The text.
        text: String,
        /// Share in the group.
        share_frac: f64,
        /// Share in all.
        overall_frac: f64,
    },
    /// Nothing sets the group apart from the mean.
    TraitAverage,
    /// Caption of the map of groups.
    SegmentMap,
    /// Caption of the bars: size of the groups.
    SegmentSizes,
    /// Caption of the table of groups: means of each column.
    SegmentTable,
    /// What the sales log was turned into, and the day that recency counts from.
    SegmentLog {
        /// Customers.
        customers: usize,
        /// Rows of the log.
        rows: usize,
        /// Last day of the log.
        until: Moment,
    },
    /// What to do with a group of customers.
    RfmAdvice {
        /// Its number.
        group: u32,
        /// What it is called.
        label: Box<Phrase>,
        /// The kind of customers that it is nearest to.
        name: RfmName,
    },
    /// A grade of a run that was ended before everything was tried.
    CutShort {
        /// The reason of the grade.
        reason: Box<Phrase>,
    },
    /// The person's own days of the past are too few, or too close together, to tell an effect from chance.
    OwnDaysFew {
        /// Own days of the past that have a value.
        past: usize,
    },
    /// A list of what to order that rests on a forecast with a poor grade.
    OrderUnsure {
        /// The grade.
        letter: Letter,
    },
    // ---- predictions ----
    /// How many of the rows that were held most likely to have a class had it.
    PredictPicked {
        /// Column to predict.
        target: String,
        /// The class looked for.
        class: String,
        /// Whether a row is a customer.
        customers: bool,
        /// Rows that were held out.
        rows: usize,
        /// Rows held most likely, of those that were held out.
        picked: usize,
        /// Those of them that had it.
        right: usize,
        /// As many as there would be among rows picked by chance.
        by_chance: usize,
    },
    /// Share of right answers against the naive answer.
    PredictCorrect {
        /// Column to predict.
        target: String,
        /// Rows that were held out.
        rows: usize,
        /// Right, held out.
        correct_frac: f64,
        /// Right by the naive answer.
        naive_frac: f64,
    },
    /// Usual error of numbers against the naive answer.
    PredictError {
        /// Column to predict.
        target: String,
        /// Mean absolute error, held out.
        error: f64,
        /// Error of the naive answer.
        naive_error: f64,
        /// Unit.
        unit: Option<String>,
    },
    /// Of two rows, one with the class and one without, how often the model ranks the right one higher.
    PredictAuc {
        /// Area under the curve.
        auc: f64,
    },
    /// Share of the variation that is explained.
    PredictR2 {
        /// R squared, held out.
        r2: f64,
    },
    /// The columns that tell most.
    PredictDrivers {
        /// Strongest first, at most 3.
        columns: Vec<String>,
    },
    /// Rows that got a prediction, and what it comes to in all beside the known answers.
    PredictRows {
        /// How many.
        rows: usize,
        /// True: from a new file; false: rows of this file without a value.
        new_file: bool,
        /// Whether a row is a customer.
        customers: bool,
        /// Column to predict.
        target: String,
        /// Its unit.
        unit: Option<String>,
        /// The class looked for; none if the column holds numbers.
        class: Option<String>,
        /// Share expected to have the class (the mean of its probabilities), or mean of the predicted numbers.
        expected: f64,
        /// The same of the rows with a known answer.
        known: f64,
    },
    /// How many of the predicted rows got the class looked for.
    PredictMarked {
        /// The class.
        class: String,
        /// Whether a row is a customer.
        customers: bool,
        /// Rows that got it.
        rows: usize,
    },
    /// No rows without a value: give a second file to get predictions.
    PredictGiveFile {
        /// Column to predict.
        target: String,
        /// Whether a cell without a value counted as an answer, as where others hold a mark.
        marks: bool,
    },
    /// So good that a column may hold the answer itself.
    PredictTooGood {
        /// The column that tells most.
        column: String,
    },
    /// Caption of the bars of importance.
    ImportanceCaption,
    /// Caption of the table of right and wrong answers.
    ConfusionCaption,
    /// Caption of the bars: share of the class among the top 10, 20, ... percent.
    LiftCaption {
        /// The class looked for.
        class: String,
        /// Share among all rows.
        base_frac: f64,
    },
    /// Caption of the curve: of so many rows from the top, this share of the class is found.
    GainsCaption {
        /// The class looked for.
        class: String,
        /// Share of all rows.
        top_frac: f64,
        /// Share of the class.
        caught_frac: f64,
    },
    /// Caption of a chart of weekdays by months or hours: where the mean is highest and lowest.
    HeatCaption {
        /// Weekday, and month or hour, of the highest mean.
        high: (LabelCode, LabelCode),
        /// The same of the lowest.
        low: (LabelCode, LabelCode),
    },
    /// Caption of the chart of predicted against actual numbers.
    PredictedActualCaption,
    /// Caption of the table of predictions.
    PredictTable,
    /// Columns left out: names, identifiers, nothing in them.
    ColumnsLeftOut {
        /// Their names.
        columns: Vec<String>,
    },
    /// The evaluation: every row was predicted by a model that had not seen it.
    HeldOut {
        /// Parts that the rows were cut into.
        folds: usize,
        /// Rows.
        rows: usize,
    },
    /// Only a sample of the rows was used for learning.
    Sampled {
        /// Rows used.
        used: usize,
        /// All.
        rows: usize,
    },
    // ---- grades ----
    /// Better than the naive answer by so much (0.3: the error is 30 % smaller).
    BetterThanNaive {
        /// Share by which the error is smaller.
        frac: f64,
    },
    /// Worse than the naive answer by so much (0.3: the error is 30 % larger).
    WorseThanNaive {
        /// Share by which the error is larger.
        frac: f64,
    },
    /// No better than the naive answer.
    NoBetterThanNaive,
    /// Too little data to judge.
    TooLittleToJudge,
    /// The error is large beside the usual value, whatever it is held against.
    LargeError {
        /// The error as a share of the mean of the past.
        frac: f64,
        /// Whether it is the error of the sum over all periods tried: most single values are zero.
        of_sum: bool,
    },
    /// Far fewer past values fell inside the expected range than should have.
    RangeMissed {
        /// Percent that should.
        level: u8,
        /// Share that did.
        frac: f64,
    },
    /// The same, as a part of the reason of a grade.
    OftenOutside,
    /// One sentence, and then another.
    Both {
        /// The one.
        first: Box<Phrase>,
        /// The other.
        then: Box<Phrase>,
    },
    /// Groups are clear, fair or vague, by stability.
    GroupsStable {
        /// Agreement, 0 to 1.
        frac: f64,
    },
    /// A step of how the answer came about.
    How(How),
    /// The person stopped the run: only some of the series were forecast.
    StoppedSeries {
        /// Series in the result.
        done: usize,
        /// Series in all.
        all: usize,
    },
    /// The person stopped the run: only some of the methods were tried.
    StoppedMethods {
        /// Methods tried.
        done: usize,
        /// Methods in all.
        all: usize,
    },
    /// Rows of a second file hold texts that the file learnt from does not.
    UnseenValues {
        /// Such rows.
        rows: usize,
        /// The columns that hold them.
        columns: Vec<String>,
    },
    /// Rows of a sales log that name no customer or no date, and are in no group.
    SegmentNobody {
        /// Such rows.
        rows: usize,
        /// Rows in all.
        all: usize,
    },
    /// The column to predict holds one mark or nothing; nothing counts as an answer.
    PredictMarks {
        /// The column.
        target: String,
        /// What nothing is called.
        none: String,
        /// The mark.
        mark: String,
    },
}
