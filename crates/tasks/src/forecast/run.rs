//! A forecast run: the grid is cut into jobs of a few series; their outcomes make the report.

use sanpo_api::{
    Answer, Answers, DAY_SECS, ExportKind, FieldId, Grain, Handling, JobId, Label, LabelCode, Lang, Moment, Phrase,
    Problem, Promise, Stage, Step, TaskId, Words, decode, encode,
};
use sanpo_models::effects::Oddities;
use sanpo_models::forecast::{self, Outcome};
use sanpo_table::{Grid, Merge, Table, moment_at};

use super::causes::Cause;
use super::closed::Closings;
use super::own::OwnKind;
use super::running::Running;
use super::total::Grouping;
use super::work::{ForecastJob, ForecastResult, SeriesJob};
use super::{grouping, merging, newcomers, prepare};
use crate::answers::{count, optional_column};
use crate::{Job, Next, Run, Sheet, columns, seasons};

/// Cost of a job in work units; small enough for a bar that moves, large enough to be worth a message.
const JOB_COST: f64 = 700.0;
/// How often a run at most says how good it is so far.
const BEST_TOLD: usize = 20;
/// Levels of the ranges, in percent, as everywhere in Sanpo.
pub const LEVELS: [u8; 2] = [80, 95];

/// One series on its way.
#[derive(Default)]
pub struct SeriesState {
    /// Name in the file; empty when there is one only.
    pub name: String,
    /// Moments of the periods of the past, closed weekdays left out.
    pub times: Vec<Moment>,
    /// Their values, `NaN` for gaps and closed days.
    pub values: Vec<f64>,
    /// Which of them were single closed days: no gaps.
    pub closed: Vec<bool>,
    /// Moments to come, closed days included.
    pub future: Vec<Moment>,
    /// Which of `future` are open; the outcome has one value for each of these.
    pub open: Vec<bool>,
    /// Of the places that the models forecast (closed weekdays left out), which are open.
    pub steps_open: Vec<bool>,
    /// Moments of these places.
    pub step_times: Vec<Moment>,
    /// The user's columns on past and forecast places, `NaN` where unknown.
    pub own: Vec<Vec<f64>>,
    /// What the models said.
    pub outcome: Option<Outcome>,
    /// What holidays and the user's columns add; part of the forecast already.
    pub effects: Vec<Effect>,
    /// Stray values and a shift of the level, as places of `values`.
    pub oddities: Oddities,
    /// Whether the values before a shift of the level were brought to the new level.
    pub is_levelled: bool,
    /// The factors of a season taken from the other series, from the first value on.
    pub borrows: Option<Vec<f64>>,
}

impl SeriesState {
    /// The open moments to come.
    pub fn open_times(&self) -> impl Iterator<Item = &Moment> {
        self.future.iter().zip(&self.open).filter(|(_, open)| **open).map(|(m, _)| m)
    }

    /// Periods without a value that were not closed.
    pub fn gaps(&self) -> usize {
        self.values.iter().zip(&self.closed).filter(|(v, closed)| v.is_nan() && !**closed).count()
    }
}

/// What one cause adds to a series, in its own unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// A holiday season, or the user's column.
    pub label: Label,
    /// One value for each of the series' values; 0 where it adds nothing.
    pub past: Vec<f64>,
    /// One value for each open period to come.
    pub future: Vec<f64>,
}

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
        Ok(Self {
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
        })
    }

    /// Whether the series goes on to the end of the file: only those have the same periods to come.
    pub fn is_current(&self, state: &SeriesState) -> bool {
        let next = |s: &SeriesState| s.future.first().copied();
        next(state) == self.series.iter().filter_map(next).max()
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

    fn does(&self, handling: Handling) -> bool {
        self.handlings.contains(&handling)
    }

    fn is_daily(&self) -> bool {
        self.grid.step == Step { grain: Grain::Day, every: 1 }
    }

    /// Lends the season's shape of the others to series that are too new for their own.
    fn share_season(&mut self, period: usize) {
        let first = self.series.iter().filter_map(|s| s.times.first()).min().copied();
        let Some(first) = first.filter(|_| self.does(Handling::SharedSeason)) else { return };
        // Places of the season are counted from one moment for all.
        let place = |s: &SeriesState| self.places_between(first, s.times.first().copied().unwrap_or(first));
        let places: Vec<usize> = self.series.iter().map(place).collect();
        newcomers::lend(&mut self.series, &self.groupings, period, &places);
    }

    /// Open places of the grid between two moments.
    fn places_between(&self, first: Moment, later: Moment) -> usize {
        let mut count = 0;
        for i in 0..4_000_000i64 {
            let at = moment_at(first, self.grid.step, i);
            if at >= later {
                break;
            }
            count += usize::from(!self.grid.closed_weekdays.contains(&at.civil().weekday) || !self.is_daily());
        }
        count
    }

    /// The body of a series.
    fn series_job(&self, number: usize, state: &SeriesState) -> SeriesJob {
        let days = state.times.iter().chain(&state.step_times).map(|m| m.0.div_euclid(DAY_SECS));
        SeriesJob {
            number: number as u32,
            values: state.values.clone(),
            days: if self.is_daily() { days.collect() } else { vec![] },
            own: state.own.clone(),
            borrows: state.borrows.clone(),
            open: state.steps_open.clone(),
        }
    }

    /// Drops the series without an outcome; groups count the others.
    fn keep_with_outcome(&mut self) {
        let mut next = 0;
        let renumbered: Vec<Option<usize>> = self
            .series
            .iter()
            .map(|s| {
                s.outcome.as_ref()?;
                next += 1;
                Some(next - 1)
            })
            .collect();
        for members in self.groupings.iter_mut().flat_map(|g| &mut g.groups).map(|g| &mut g.1) {
            *members = members.iter().filter_map(|i| renumbered.get(*i).copied().flatten()).collect();
        }
        self.series.retain(|s| s.outcome.is_some());
    }

    /// What a cause is called.
    fn label(&self, cause: Cause) -> Label {
        match cause {
            Cause::Occasion(occasion) => Label::Code(LabelCode::Occasion(occasion)),
            Cause::Column(number) => Label::Text(self.own_columns.get(number as usize).cloned().unwrap_or_default()),
        }
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

impl Run for ForecastRun {
    fn start(&mut self, _table: &Table) -> Result<Next, Problem> {
        let seasons = seasons::candidates(self.grid.step, 7 - self.grid.closed_weekdays.len().min(6));
        self.share_season(seasons.first().copied().unwrap_or(0));
        let mut jobs: Vec<Job> = Vec::new();
        let empty = || ForecastJob {
            horizon: self.horizon,
            seasons: seasons.clone(),
            levels: LEVELS.to_vec(),
            calendar: self.does(Handling::Calendar),
            events: self.events.clone(),
            own: self.own_kinds.clone(),
            without_stray: self.does(Handling::StrayValues),
            with_shift: self.does(Handling::LevelShift),
            series: Vec::new(),
        };
        let (mut job, mut cost) = (empty(), 0.0);
        for (number, state) in self.series.iter().enumerate() {
            cost += forecast::cost(state.values.len(), &job.setting());
            job.series.push(self.series_job(number, state));
            if cost >= JOB_COST || number + 1 == self.series.len() {
                jobs.push(Job { cost, body: encode(&job) });
                (job, cost) = (empty(), 0.0);
            }
        }
        self.waiting = jobs.len();
        self.jobs = jobs.len();
        Ok(Next::Jobs { stage: Stage::Evaluate, jobs })
    }

    fn collect(&mut self, _table: &Table, _job: JobId, result: Vec<u8>) -> Result<Next, Problem> {
        let outcomes: ForecastResult = decode(&result).map_err(|e| Problem::Internal { detail: e.0 })?;
        for (number, result) in outcomes {
            let Some(result) = result else { continue };
            let named = result.effects.into_iter();
            let effects =
                named.map(|(cause, past, future)| Effect { label: self.label(cause), past, future }).collect();
            if let Some(state) = self.series.get_mut(number as usize) {
                state.outcome = Some(result.outcome);
                state.oddities = result.oddities;
                state.is_levelled = result.is_levelled;
                state.effects = effects;
            }
        }
        self.waiting = self.waiting.saturating_sub(1);
        if self.waiting > 0 {
            return Ok(Next::Wait);
        }
        self.left_out = self.series.iter().filter(|s| s.outcome.is_none()).map(|s| s.name.clone()).collect();
        self.keep_with_outcome();
        if self.series.is_empty() {
            return Err(Problem::AllMissing { name: self.value.clone() });
        }
        Ok(Next::Report(Box::new(super::report::report(self))))
    }

    fn best(&mut self) -> Option<Phrase> {
        // Looking at every series after every job would take longer than the jobs.
        let done = self.jobs - self.waiting;
        done.is_multiple_of(self.jobs.div_ceil(BEST_TOLD)).then(|| super::report::so_far(self)).flatten()
    }

    fn finish(&mut self, _table: &Table) -> Result<Next, Problem> {
        if self.series.iter().all(|s| s.outcome.is_none()) {
            return Err(Problem::NothingYet);
        }
        self.stopped = Some(self.series.len());
        self.keep_with_outcome();
        Ok(Next::Report(Box::new(super::report::report(self))))
    }

    fn task(&self) -> TaskId {
        TaskId::Forecast
    }

    fn compare(&mut self, former: Promise) {
        self.former = Some(former);
    }

    fn promise(&self) -> Option<Promise> {
        Some(super::promise::promise(self))
    }

    fn sheet<'a>(
        &'a self,
        _table: &'a Table,
        kind: ExportKind,
        lang: Lang,
        words: &'a dyn Words,
    ) -> Result<Sheet<'a>, Problem> {
        Ok(super::sheet::sheet(self, kind, lang, words))
    }
}
