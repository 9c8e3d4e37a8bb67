//! One or several columns over time: each is held against what its season and level let expect.

use sanpo_api::{Grain, JobId, Moment, Problem, Reason, Stage, Step, encode};
use sanpo_models::anomaly::cost;
use sanpo_models::anomaly::series::{self, SeriesOutcome};
use sanpo_table::{GridRequest, Merge, Table, moment_at};

use super::floor::floor;
use super::report;
use super::run::{Kind, Verdict};
use super::work::{AnomalyJob, AnomalyResult};
use crate::seasons;
use crate::{Job, Next, columns};

/// A column on its grid.
pub struct Track {
    /// The column.
    pub name: String,
    /// Its unit.
    pub unit: Option<String>,
    /// First moment of the grid.
    pub start: Moment,
    /// Distance of the grid's moments.
    pub step: Step,
    /// Values, `NaN` for gaps.
    pub values: Vec<f64>,
    /// Place on the grid of each data row.
    pub place: Vec<Option<u32>>,
    /// What was found; none when there is too little.
    pub outcome: Option<SeriesOutcome>,
}

impl Track {
    /// Keeps what was found; the usual range ends where the column's values have to.
    fn take(&mut self, mut outcome: Option<SeriesOutcome>) {
        if let (Some(found), Some(floor)) = (&mut outcome, floor(&self.name, self.unit.as_deref(), &self.values)) {
            for list in [&mut found.expected, &mut found.lower, &mut found.upper] {
                list.iter_mut().filter(|v| **v < floor).for_each(|v| *v = floor);
            }
        }
        self.outcome = outcome;
    }

    /// The moment of a place.
    pub fn moment(&self, place: usize) -> Moment {
        moment_at(self.start, self.step, place as i64)
    }

    /// The moment of a data row, if it is marked in this column.
    pub fn marked(&self, row: usize) -> Option<Moment> {
        let place = (*self.place.get(row)?)? as usize;
        self.outcome.as_ref()?.is_anomaly.get(place).copied()?.then(|| self.moment(place))
    }

    /// Why a place stands out, if it does.
    pub fn reason(&self, place: usize) -> Option<Reason> {
        let outcome = self.outcome.as_ref()?;
        let (column, unit) = (self.name.clone(), self.unit.clone());
        let (value, expected) = (*self.values.get(place)?, outcome.expected[place]);
        let (low, high) = (outcome.lower[place], outcome.upper[place]);
        // A moment within its range is marked for the stretch that it lies in.
        if value.is_nan() || (low..=high).contains(&value) {
            return Some(Reason::Shape { column });
        }
        Some(Reason::Expected { column, unit, value, expected, low, high })
    }
}

/// The run over series.
pub struct SeriesRun {
    /// How readily moments are marked, 1 to 5.
    pub sensitivity: u8,
    /// The columns.
    pub tracks: Vec<Track>,
    waiting: usize,
    verdict: Verdict,
}

impl SeriesRun {
    /// Puts each column onto its grid.
    pub fn new(table: &Table, time: &str, names: &[String], sensitivity: u8) -> Result<Self, Problem> {
        let tracks = names.iter().map(|name| track(table, time, name)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { sensitivity, tracks, waiting: 0, verdict: Verdict::default() })
    }

    /// Data rows.
    pub fn rows(&self) -> usize {
        self.verdict.score.len()
    }

    /// The first and the last moment that was looked at.
    pub fn span(&self) -> Option<(Moment, Moment, Grain)> {
        let last = |track: &Track| track.moment(track.values.len().saturating_sub(1));
        let from = self.tracks.iter().map(|track| track.start).min()?;
        Some((from, self.tracks.iter().map(last).max()?, self.tracks.first()?.step.grain))
    }

    /// The odder column decides for a row.
    fn judge(&mut self, rows: usize) {
        let mut verdict = Verdict { score: vec![0.0; rows], oddness: vec![0.0; rows], is_anomaly: vec![false; rows] };
        for track in &self.tracks {
            let Some(outcome) = &track.outcome else { continue };
            for (row, place) in track.place.iter().enumerate() {
                let Some(place) = place.map(|p| p as usize) else { continue };
                verdict.score[row] = verdict.score[row].max(outcome.score[place]);
                verdict.oddness[row] = verdict.oddness[row].max(outcome.oddness[place]);
                verdict.is_anomaly[row] |= outcome.is_anomaly[place];
            }
        }
        self.verdict = verdict;
    }
}

fn track(table: &Table, time: &str, name: &str) -> Result<Track, Problem> {
    let mut grid = table.grid(&GridRequest { time, value: name, series: None, merge: Merge::Mean })?;
    let Some(series) = grid.series.pop() else { return Err(Problem::AllMissing { name: name.to_owned() }) };
    Ok(Track {
        name: name.to_owned(),
        unit: columns::profile(table, name)?.unit.clone(),
        start: series.start,
        step: grid.step,
        values: series.values,
        place: grid.row_place.iter().map(|p| p.map(|(_, index)| index)).collect(),
        outcome: None,
    })
}

impl Kind for SeriesRun {
    fn start(&mut self, _table: &Table) -> Result<Next, Problem> {
        let jobs: Vec<Job> = self
            .tracks
            .iter()
            .enumerate()
            .map(|(i, track)| Job {
                cost: cost::series_ms(track.values.len()),
                body: encode(&AnomalyJob::Series {
                    column: i as u32,
                    values: track.values.clone(),
                    seasons: seasons::candidates(track.step, 7),
                    sensitivity: self.sensitivity,
                }),
            })
            .collect();
        self.waiting = jobs.len();
        Ok(Next::Jobs { stage: Stage::Evaluate, jobs })
    }

    fn collect(&mut self, table: &Table, _job: JobId, result: AnomalyResult) -> Result<Next, Problem> {
        if let AnomalyResult::Series(column, outcome) = result
            && let Some(track) = self.tracks.get_mut(column as usize)
        {
            track.take(outcome);
            self.waiting = self.waiting.saturating_sub(1);
        }
        if self.waiting > 0 {
            return Ok(Next::Wait);
        }
        if self.tracks.iter().all(|t| t.outcome.is_none()) {
            let have = self.tracks.iter().map(|t| t.values.iter().filter(|v| v.is_finite()).count()).max();
            return Err(Problem::TooFewRows { have: have.unwrap_or(0), need: series::MIN_POINTS });
        }
        self.judge(table.rows());
        Ok(Next::Report(Box::new(report::series(self))))
    }

    fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    fn reasons(&self, row: usize) -> Vec<Reason> {
        let mut found: Vec<(f64, Reason)> = self
            .tracks
            .iter()
            .filter_map(|track| {
                let place = (*track.place.get(row)?)? as usize;
                let outcome = track.outcome.as_ref()?;
                outcome.is_anomaly[place].then(|| track.reason(place).map(|r| (outcome.oddness[place], r)))?
            })
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        found.into_iter().map(|(_, reason)| reason).take(3).collect()
    }
}
