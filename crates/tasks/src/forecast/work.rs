//! A forecast job: a few series, each with its effects, its stray values and its forecast.

use sanpo_api::{Problem, decode, encode};
use sanpo_models::effects::{self, Effects, Oddities};
use sanpo_models::forecast::{self, Outcome, Season, Setting};
use serde::{Deserialize, Serialize};

use super::causes::{self, Cause};
use super::own::OwnKind;

/// What a job gets.
#[derive(Clone, Serialize, Deserialize)]
pub struct ForecastJob {
    /// How far ahead.
    pub horizon: usize,
    /// Candidate season lengths.
    pub seasons: Vec<usize>,
    /// Levels of the ranges in percent.
    pub levels: Vec<u8>,
    /// Whether the calendar may add something.
    pub calendar: bool,
    /// The person's own days, ascending, from 1970-01-01.
    pub events: Vec<i64>,
    /// Kinds of the user's columns.
    pub own: Vec<OwnKind>,
    /// Whether stray values are kept from the models.
    pub without_stray: bool,
    /// A season's shape for series that have not lived through it.
    pub shape: Option<Vec<f64>>,
    /// The series.
    pub series: Vec<SeriesJob>,
}

/// A series on its way to a job.
#[derive(Clone, Serialize, Deserialize)]
pub struct SeriesJob {
    /// Its number.
    pub number: u32,
    /// Values, oldest first, `NaN` for gaps and closed days.
    pub values: Vec<f64>,
    /// Days of the past and of the places to come; empty when the places are no days.
    pub days: Vec<i64>,
    /// The user's columns on the past and future places, `NaN` where unknown.
    pub own: Vec<Vec<f64>>,
    /// Place of the season of the first value, when the series is to borrow the shape.
    pub borrows: Option<usize>,
    /// Which of the places to come are open.
    pub open: Vec<bool>,
}

/// What a job gives of a series.
#[derive(Serialize, Deserialize)]
pub struct SeriesResult {
    /// The forecast, one value an open place to come.
    pub outcome: Outcome,
    /// What each cause adds, in the unit of the values: on each past place, on each open place to come.
    pub effects: Vec<(Cause, Vec<f64>, Vec<f64>)>,
    /// What is unusual.
    pub oddities: Oddities,
}

/// What a job gives: none for a series without any value.
pub type ForecastResult = Vec<(u32, Option<SeriesResult>)>;

impl ForecastJob {
    /// The setting for the models.
    pub fn setting(&self) -> Setting {
        Setting { horizon: self.horizon, seasons: self.seasons.clone(), levels: self.levels.clone() }
    }
}

/// Forecasts the series of a job, one after the other.
pub fn work(body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
    let job: ForecastJob = decode(body).map_err(|e| Problem::Internal { detail: e.0 })?;
    let mut results: ForecastResult = Vec::with_capacity(job.series.len());
    for (done, series) in job.series.iter().enumerate() {
        progress(done as f64 / job.series.len() as f64);
        results.push((series.number, one(&job, series)));
    }
    Ok(encode(&results))
}

fn one(job: &ForecastJob, series: &SeriesJob) -> Option<SeriesResult> {
    let past = series.values.len();
    let (causes, effects) = match (&job.shape, series.borrows) {
        (Some(shape), Some(place)) => (vec![], borrowed(shape, place, past, past + job.horizon)),
        _ => explained(job, series),
    };
    let mut values = effects.taken_off(&series.values);
    let period = job.seasons.first().copied().unwrap_or(1);
    // The longest season tells what comes back every year.
    let year = job.seasons.iter().copied().max().filter(|p| *p >= 12).unwrap_or(0);
    let oddities = effects::oddities(&values, period, year);
    if job.without_stray {
        oddities.stray.iter().for_each(|&i| values[i] = f64::NAN);
    }
    let borrows = series.borrows.is_some() && job.shape.is_some();
    let mut setting = job.setting();
    if borrows {
        setting.seasons.clear();
    }
    let mut outcome = forecast::forecast(&values, &setting).ok()?;
    let parts = effects.parts(&series.values, &outcome.mean);
    effects.put_on(&mut outcome, &series.values);
    effects::keep_places(&mut outcome, &series.open);
    if borrows {
        outcome.season = season(job.shape.as_deref().unwrap_or(&[]), series.borrows.unwrap_or(0), outcome.level);
    }
    let effects = causes.into_iter().zip(parts).map(|(cause, part)| {
        let mut open = series.open.iter();
        let future = part[past.min(part.len())..].iter().copied();
        let future = future.filter(|_| open.next().copied().unwrap_or(false)).collect();
        (cause, part[..past.min(part.len())].to_vec(), future)
    });
    Some(SeriesResult { outcome, effects: effects.collect(), oddities })
}

/// What the causes add, with the cause of each kept group.
fn explained(job: &ForecastJob, series: &SeriesJob) -> (Vec<Cause>, Effects) {
    let mut groups = Vec::new();
    let past = series.values.len();
    if !series.days.is_empty() && past >= causes::LEAST_DAYS {
        groups = causes::calendar(&series.days, &series.values, &job.events);
        if !job.calendar {
            groups.retain(|(c, _)| *c == Cause::Occasion(sanpo_api::Occasion::OwnEvent));
        }
    }
    for (number, (kind, values)) in job.own.iter().zip(&series.own).enumerate() {
        let group = causes::own(*kind, values, past);
        if !group.columns.is_empty() {
            groups.push((Cause::Column(number as u32), group));
        }
    }
    let (causes, groups): (Vec<Cause>, Vec<effects::Group>) = groups.into_iter().unzip();
    let period = job.seasons.first().copied().unwrap_or(1);
    let effects = effects::estimate(&series.values, period, &groups);
    (effects.kept.iter().map(|k| causes[k.group]).collect(), effects)
}

/// The shape of the others laid along the places of a series.
fn borrowed(shape: &[f64], place: usize, past: usize, places: usize) -> Effects {
    effects::shaped((0..places).map(|i| shape[(place + i) % shape.len()] - 1.0).collect(), past)
}

/// The same as a season in the unit of the values.
fn season(shape: &[f64], place: usize, level: f64) -> Option<Season> {
    let period = shape.len();
    let profile = (0..period).map(|i| level * (shape[(place + i) % period] - 1.0)).collect();
    (period > 1).then_some(Season { period, profile })
}
