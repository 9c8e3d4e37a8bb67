//! A forecast run: the series on their grid, and what holds for all of them.

mod jobs;

use sanpo_api::{Answer, Answers, DAY_SECS, FieldId, Grain, Handling, Moment, Problem, Promise, Step};
use sanpo_table::{Grid, Merge, Table};

use super::closed::Closings;
use super::own::OwnKind;
use super::running::Running;
use super::state::SeriesState;
use super::total::Grouping;
use super::{grouping, merging, prepare};
use crate::answers::{count, optional_column};
use crate::columns;

/// Levels of the ranges, in percent, as everywhere in Sanpo.
pub const LEVELS: [u8; 2] = [80, 95];

/// The run.
pub struct ForecastRun {
    /// The value column.
    pub value: String,
    /// Its unit.
    pub unit: Option<String>,
    /// Whether the column holds whole numbers only, and their sums do: pieces, people, yen.
    pub whole: bool,
    /// What several rows of a period make: values of a mean do not add up to a total.
    pub merge: Merge,
    /// Steps ahead.
    pub horizon: usize,
    /// The grid without its values.
    pub grid: Grid,
    /// The series.
    pub series: Vec<SeriesState>,
    /// Names of series without any usable value.
    pub left_out: Vec<String>,
    /// Closed days, as days from 1970-01-01.
    pub closings: Closings,
    /// The last period, when it is not over: it was left out, and is forecast.
    pub running: Option<Running>,
    /// The user's columns that are known ahead, whether they helped or not.
    pub own_columns: Vec<String>,
    /// What was done, as the person chose.
    pub handlings: Vec<Handling>,
    /// Columns that gather the series into groups.
    pub groupings: Vec<Grouping>,
    /// A former forecast, to be held against what happened.
    pub former: Option<Promise>,
    own_kinds: Vec<OwnKind>,
    events: Vec<i64>,
    /// Series that there were, when the person did not wait for all of them.
    pub stopped: Option<usize>,
    waiting: usize,
    jobs: usize,
    next: Option<Moment>,
}

impl ForecastRun {
    /// Reads the columns onto a grid.
    pub fn new(table: &Table, answers: &Answers) -> Result<Self, Problem> {
        let time = optional_column(answers, FieldId::Time).ok_or(Problem::NoDateColumn)?;
        let value = optional_column(answers, FieldId::Value).ok_or(Problem::NoNumberColumn)?;
        let horizon = count(answers, FieldId::Horizon).ok_or(Problem::MissingAnswer { field: FieldId::Horizon })?;
        let profile = columns::profile(table, &value)?;
        let unit = profile.unit.clone();
        let merge = merging::merge(&value, unit.as_deref());
        let whole = profile.whole && merge == Merge::Sum;
        let found = prepare::prepare(table, answers, (&time, &value), merge, horizon as usize)?;
        let names: Vec<&str> = found.series.iter().map(|s| s.name.as_str()).collect();
        let groupings = grouping::groupings(table, answers, &found.grid, &names)?;
        let mut run = Self {
            value,
            unit,
            whole,
            merge,
            horizon: horizon as usize,
            grid: found.grid,
            series: found.series,
            left_out: vec![],
            closings: found.closings,
            running: found.running,
            own_columns: found.own.iter().map(|c| c.name.clone()).collect(),
            handlings: prepare::handlings(answers),
            groupings,
            former: None,
            own_kinds: found.own.iter().map(|c| c.kind).collect(),
            events: events(answers),
            stopped: None,
            waiting: 0,
            jobs: 0,
            next: None,
        };
        run.find_next();
        Ok(run)
    }

    /// Whether the series goes on to the end of the file: only those have the same periods to come.
    pub fn is_current(&self, state: &SeriesState) -> bool {
        state.future.first() == self.next.as_ref()
    }

    /// The first period to come of the series that go on.
    fn find_next(&mut self) {
        self.next = self.series.iter().filter_map(|s| s.future.first()).max().copied();
    }

    /// How many of the person's own days have a value to learn from, in the series that has most; none without own days.
    pub fn own_days_known(&self) -> Option<usize> {
        let chosen = |at: &Moment| self.events.binary_search(&at.0.div_euclid(DAY_SECS)).is_ok();
        let known = |s: &SeriesState| {
            let values = s.times.iter().zip(&s.values).filter(|(_, v)| v.is_finite());
            values.filter(|(at, _)| chosen(at)).count()
        };
        (!self.events.is_empty()).then(|| self.series.iter().map(known).max().unwrap_or(0))
    }

    /// So many places of a series as people count time: on days of which some weekdays are closed, days of the calendar.
    pub fn span(&self, state: &SeriesState, times: &[Moment]) -> (u32, Grain) {
        let plain = |steps| self.grid.step.span(steps);
        match times {
            [first, .., last] if self.closes_weekdays() && times.len() != state.step_times.len() => {
                plain(((last.0 - first.0) / DAY_SECS) as usize + 1)
            }
            _ if self.closes_weekdays() && times.len() == state.step_times.len() => plain(self.horizon),
            _ => plain(times.len()),
        }
    }

    /// How far ahead places of a series to come lie, from the one to the other, counted in the same way and in one grain; the
    /// first place is 0.
    pub fn distances(&self, state: &SeriesState, from: usize, to: usize) -> (u32, u32, Grain) {
        let [from, to] = [from, to].map(|place| self.ahead(state, place));
        let step = self.grid.step;
        let in_steps = |places: usize| u32::try_from(places).unwrap_or(u32::MAX).saturating_mul(step.every);
        match (step.span(from), step.span(to)) {
            ((from, one), (to, other)) if one == other => (from, to, one),
            _ => (in_steps(from), in_steps(to), step.grain),
        }
    }

    /// Periods from the end of what is known to a place to come; on days of which some weekdays are closed, days of the calendar.
    fn ahead(&self, state: &SeriesState, place: usize) -> usize {
        let day = state.future.first().zip(state.step_times.get(place)).map(|(first, at)| (at.0 - first.0) / DAY_SECS);
        day.filter(|_| self.closes_weekdays()).and_then(|day| usize::try_from(day).ok()).unwrap_or(place) + 1
    }

    /// Whether days of the week without any business are no part of the series.
    pub fn closes_weekdays(&self) -> bool {
        self.is_daily() && !self.closings.weekdays.is_empty()
    }

    fn does(&self, handling: Handling) -> bool {
        self.handlings.contains(&handling)
    }

    fn is_daily(&self) -> bool {
        self.grid.step == Step { grain: Grain::Day, every: 1 }
    }
}

/// The person's own days, ascending.
fn events(answers: &Answers) -> Vec<i64> {
    let mut days: Vec<i64> = match answers.get(&FieldId::Events) {
        Some(Answer::Days(moments)) => moments.iter().map(|m| m.0.div_euclid(DAY_SECS)).collect(),
        _ => vec![],
    };
    days.sort_unstable();
    days.dedup();
    days
}
