//! A forecast run: the grid is cut into jobs of a few series; their outcomes make the report.

use sanpo_api::{Answers, ExportKind, FieldId, JobId, Label, Lang, Moment, Problem, Stage, TaskId, Words, decode, encode};
use sanpo_models::forecast::{self, Outcome};
use sanpo_table::{Grid, GridRequest, Merge, Table, moment_at};

use super::work::{ForecastJob, ForecastResult};
use crate::answers::{count, optional_column};
use crate::{Job, Next, Run, Sheet, columns, seasons};

/// Cost of a job in work units; small enough for a bar that moves, large enough to be worth a message.
const JOB_COST: f64 = 700.0;
/// Levels of the ranges, in percent, as everywhere in Sanpo.
pub const LEVELS: [u8; 2] = [80, 95];

/// One series on its way.
pub struct SeriesState {
    /// Name in the file; empty when there is one only.
    pub name: String,
    /// Moments of the open periods.
    pub times: Vec<Moment>,
    /// Values of the open periods, `NaN` for gaps.
    pub values: Vec<f64>,
    /// Moments to come, closed days included.
    pub future: Vec<Moment>,
    /// Which of `future` are open; the outcome has one value for each of these.
    pub open: Vec<bool>,
    /// What the models said.
    pub outcome: Option<Outcome>,
    /// What holidays and the user's columns add; part of the forecast already.
    pub effects: Vec<Effect>,
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
    /// Steps ahead.
    pub horizon: usize,
    /// The grid without its values.
    pub grid: Grid,
    /// The series.
    pub series: Vec<SeriesState>,
    /// Names of series without any usable value.
    pub left_out: Vec<String>,
    waiting: usize,
}

impl ForecastRun {
    /// Reads the columns onto a grid.
    pub fn new(table: &Table, answers: &Answers) -> Result<Self, Problem> {
        let time = optional_column(answers, FieldId::Time).ok_or(Problem::NoDateColumn)?;
        let value = optional_column(answers, FieldId::Value).ok_or(Problem::NoNumberColumn)?;
        let series = optional_column(answers, FieldId::Series);
        let horizon = count(answers, FieldId::Horizon).ok_or(Problem::MissingAnswer { field: FieldId::Horizon })?;
        let unit = columns::profile(table, &value)?.unit.clone();
        let request = GridRequest { time: &time, value: &value, series: series.as_deref(), merge: Merge::Sum };
        let mut grid = table.grid(&request)?;
        let horizon = horizon as usize;
        let states = std::mem::take(&mut grid.series)
            .into_iter()
            .map(|s| {
                let times = (0..s.values.len() as i64).map(|i| moment_at(s.start, grid.step, i)).collect();
                let count = s.values.len() as i64;
                let future: Vec<Moment> =
                    (0..horizon as i64).map(|i| moment_at(s.start, grid.step, count + i)).collect();
                let open = future.iter().map(|&m| !grid.closed_weekdays.contains(&m.civil().weekday)).collect();
                SeriesState { name: s.name, times, values: s.values, future, open, outcome: None, effects: Vec::new() }
            })
            .map(|s| without_closed(s, &grid.closed_weekdays))
            .collect();
        Ok(Self { value, unit, horizon, grid, series: states, left_out: vec![], waiting: 0 })
    }
}

impl ForecastRun {
    /// Whether the series goes on to the end of the file: only those have the same periods to come.
    pub fn is_current(&self, state: &SeriesState) -> bool {
        let next = |s: &SeriesState| s.future.first().copied();
        next(state) == self.series.iter().filter_map(next).max()
    }
}

/// Drops the closed weekdays: a shop that rests on Mondays has weeks of six days.
fn without_closed(mut state: SeriesState, closed: &[u8]) -> SeriesState {
    if !closed.is_empty() {
        let keep: Vec<bool> = state.times.iter().map(|&m| !closed.contains(&m.civil().weekday)).collect();
        let mut flags = keep.iter();
        state.times.retain(|_| *flags.next().unwrap_or(&true));
        let mut flags = keep.iter();
        state.values.retain(|_| *flags.next().unwrap_or(&true));
    }
    state
}

impl Run for ForecastRun {
    fn start(&mut self, _table: &Table) -> Result<Next, Problem> {
        let seasons = seasons::candidates(self.grid.step, 7 - self.grid.closed_weekdays.len());
        let mut jobs: Vec<Job> = Vec::new();
        let empty = || ForecastJob {
            horizon: self.horizon,
            seasons: seasons.clone(),
            levels: LEVELS.to_vec(),
            series: Vec::new(),
        };
        let (mut job, mut cost) = (empty(), 0.0);
        for (number, state) in self.series.iter().enumerate() {
            cost += forecast::cost(state.values.len(), &job.setting());
            job.series.push((number as u32, state.values.clone()));
            if cost >= JOB_COST || number + 1 == self.series.len() {
                jobs.push(Job { cost, body: encode(&job) });
                (job, cost) = (empty(), 0.0);
            }
        }
        self.waiting = jobs.len();
        Ok(Next::Jobs { stage: Stage::Evaluate, jobs })
    }

    fn collect(&mut self, _table: &Table, _job: JobId, result: Vec<u8>) -> Result<Next, Problem> {
        let outcomes: ForecastResult = decode(&result).map_err(|e| Problem::Internal { detail: e.0 })?;
        for (number, outcome) in outcomes {
            if let Some(state) = self.series.get_mut(number as usize) {
                state.outcome = outcome;
            }
        }
        self.waiting = self.waiting.saturating_sub(1);
        if self.waiting > 0 {
            return Ok(Next::Wait);
        }
        self.left_out = self.series.iter().filter(|s| s.outcome.is_none()).map(|s| s.name.clone()).collect();
        self.series.retain(|s| s.outcome.is_some());
        if self.series.is_empty() {
            return Err(Problem::AllMissing { name: self.value.clone() });
        }
        Ok(Next::Report(Box::new(super::report::report(self))))
    }

    fn task(&self) -> TaskId {
        TaskId::Forecast
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
