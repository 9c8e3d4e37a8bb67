//! The course of a run: it is cut into jobs of a few series; their outcomes make the report.

use sanpo_api::{
    DAY_SECS, ExportKind, Handling, JobId, Label, LabelCode, Lang, Moment, Phrase, Problem, Promise, Stage, TaskId,
    Words, decode, encode,
};
use sanpo_models::forecast;
use sanpo_table::{Table, moment_at};

use super::super::causes::Cause;
use super::super::state::{Effect, SeriesState};
use super::super::work::{ForecastJob, ForecastResult, SeriesJob};
use super::super::{ended, newcomers, promise, report, sheet};
use super::{ForecastRun, LEVELS};
use crate::{Job, Next, Run, Sheet, seasons};

/// Cost of a job in work units; small enough for a bar that moves, large enough to be worth a message.
const JOB_COST: f64 = 700.0;
/// How often a run at most says how good it is so far.
const BEST_TOLD: usize = 20;

impl Run for ForecastRun {
    fn start(&mut self, _table: &Table) -> Result<Next, Problem> {
        let seasons = seasons::candidates(self.grid.step, 7 - self.grid.closed_weekdays.len().min(6));
        self.share_season(seasons.first().copied().unwrap_or(0));
        let mut jobs: Vec<Job> = Vec::new();
        let empty = || ForecastJob {
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
            cost += forecast::cost(state.values.len(), &job.setting(self.horizon));
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
        let outcomes: ForecastResult = decode(&result)?;
        for (number, result) in outcomes {
            let Some(result) = result else { continue };
            let named = result.effects.into_iter();
            let tried = result.tried.iter().map(|cause| self.label(*cause)).collect();
            let effects =
                named.map(|(cause, past, future)| Effect { label: self.label(cause), past, future }).collect();
            if let Some(state) = self.series.get_mut(number as usize) {
                state.outcome = Some(result.outcome);
                state.oddities = result.oddities;
                state.is_levelled = result.is_levelled;
                state.effects = effects;
                state.tried = tried;
            }
        }
        self.waiting = self.waiting.saturating_sub(1);
        if self.waiting > 0 {
            return Ok(Next::Wait);
        }
        self.left_out = self.series.iter().filter(|s| s.outcome.is_none()).map(|s| s.name.clone()).collect();
        self.keep_with_outcome();
        ended::set_aside(&mut self.series, self.grid.step);
        if self.series.is_empty() {
            return Err(Problem::AllMissing { name: self.value.clone() });
        }
        Ok(Next::Report(Box::new(report::report(self))))
    }

    fn best(&mut self) -> Option<Phrase> {
        // Looking at every series after every job would take longer than the jobs.
        let done = self.jobs - self.waiting;
        done.is_multiple_of(self.jobs.div_ceil(BEST_TOLD)).then(|| report::so_far(self)).flatten()
    }

    fn finish(&mut self, _table: &Table) -> Result<Next, Problem> {
        if self.series.iter().all(|s| s.outcome.is_none()) {
            return Err(Problem::NothingYet);
        }
        self.stopped = Some(self.series.len());
        self.keep_with_outcome();
        ended::set_aside(&mut self.series, self.grid.step);
        Ok(Next::Report(Box::new(report::report(self))))
    }

    fn task(&self) -> TaskId {
        TaskId::Forecast
    }

    fn compare(&mut self, former: Promise) {
        self.former = Some(former);
    }

    fn promise(&self) -> Option<Promise> {
        Some(promise::promise(self))
    }

    fn sheet<'a>(
        &'a self,
        _table: &'a Table,
        kind: ExportKind,
        lang: Lang,
        words: &'a dyn Words,
    ) -> Result<Sheet<'a>, Problem> {
        Ok(sheet::sheet(self, kind, lang, words))
    }
}

impl ForecastRun {
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
        self.find_next();
    }

    /// What a cause is called.
    fn label(&self, cause: Cause) -> Label {
        match cause {
            Cause::Occasion(occasion) => Label::Code(LabelCode::Occasion(occasion)),
            Cause::Column(number) => Label::Text(self.own_columns.get(number as usize).cloned().unwrap_or_default()),
        }
    }
}
