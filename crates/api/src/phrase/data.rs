//! What was done to the data, and what could not be used.

use serde::{Deserialize, Serialize};

use crate::{Grain, Label, Moment, Step};

/// A sentence on what was done to the data.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DataPhrase {
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
        /// Whether their mean was taken and not their sum.
        mean: bool,
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
        /// The moment and the value of a single one.
        single: Option<(Moment, f64)>,
        /// How dates are written.
        grain: Grain,
        /// Unit of the value.
        unit: Option<String>,
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
    /// The person's own days of the past are too few, or too close together, to tell an effect from chance.
    OwnDaysFew {
        /// Own days of the past that have a value.
        past: usize,
    },
    /// Columns left out: names, identifiers, nothing in them.
    ColumnsLeftOut {
        /// Their names.
        columns: Vec<String>,
    },
    /// Only a sample of the rows was used for learning.
    Sampled {
        /// Rows used.
        used: usize,
        /// All.
        rows: usize,
    },
    /// The person stopped the run: only some of the series were forecast.
    StoppedSeries {
        /// Series in the result.
        done: usize,
        /// Series in all.
        all: usize,
    },
}
