//! A forecast job: a few series, each with its effects, its stray values and its forecast.

use sanpo_api::{Problem, decode, encode};
use sanpo_models::effects::{self, Effects, Oddities};
use sanpo_models::forecast::{self, Outcome, Season, Setting};
use serde::{Deserialize, Serialize};

use super::causes::{self, Cause};
use super::levelled::{self, Verdict};
use super::own::OwnKind;

/// What a job gets.
#[derive(Clone, Serialize, Deserialize)]
pub struct ForecastJob {
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
    /// Whether values before a shift of the level are brought to the new level, where that helps.
    pub with_shift: bool,
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
    /// The factors of a season from the first value on, when the series borrows them.
    pub borrows: Option<Vec<f64>>,
    /// The places to come, as many as are forecast: which of them are open.
    pub open: Vec<bool>,
}

/// What a job gives of a series.
#[derive(Serialize, Deserialize)]
pub struct SeriesResult {
    /// The forecast, one value an open place to come.
    pub outcome: Outcome,
    /// What each cause adds, in the unit of the values: on each past place, on each open place to come.
    pub effects: Vec<(Cause, Vec<f64>, Vec<f64>)>,
    /// Causes that could be tried, whether they add something or not.
    pub tried: Vec<Cause>,
    /// What is unusual.
    pub oddities: Oddities,
    /// Whether the values before the shift were brought to the new level.
    pub is_levelled: bool,
}

/// What a job gives: none for a series without any value.
pub type ForecastResult = Vec<(u32, Option<SeriesResult>)>;

impl ForecastJob {
    /// The setting for the models, so many places ahead.
    pub fn setting(&self, horizon: usize) -> Setting {
        Setting { horizon, seasons: self.seasons.clone(), levels: self.levels.clone() }
    }
}

/// Forecasts the series of a job, one after the other.
pub fn work(body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
    let job: ForecastJob = decode(body)?;
    let mut results: ForecastResult = Vec::with_capacity(job.series.len());
    for (done, series) in job.series.iter().enumerate() {
        progress(done as f64 / job.series.len() as f64);
        results.push((series.number, one(&job, series)));
    }
    Ok(encode(&results))
}

fn one(job: &ForecastJob, series: &SeriesJob) -> Option<SeriesResult> {
    let past = series.values.len();
    // A day to come may fall on a closed weekday: then there is no place, and nothing of the forecast is kept.
    let horizon = series.open.len().max(1);
    let (causes, effects) = match &series.borrows {
        Some(shape) => (vec![], borrowed(shape, past, past + horizon)),
        None => explained(job, series),
    };
    let mut values = effects.taken_off(&series.values);
    let period = job.seasons.first().copied().unwrap_or(1);
    // The longest season tells what comes back every year.
    let year = job.seasons.iter().copied().max().filter(|p| *p >= 12).unwrap_or(0);
    let mut oddities = effects::oddities(&values, period, year);
    if job.without_stray {
        oddities.stray.iter().for_each(|&i| values[i] = f64::NAN);
    }
    let mut setting = job.setting(horizon);
    if series.borrows.is_some() {
        setting.seasons.clear();
    }
    let mut outcome = forecast::forecast(&values, &setting).ok()?;
    let shift = oddities.shift.filter(|_| job.with_shift);
    let mut is_levelled = false;
    match shift.map(|shift| levelled::judged(&values, shift, &setting, &outcome)) {
        Some(Verdict::Levelled(better)) => (outcome, is_levelled) = (*better, true),
        Some(Verdict::Against) => oddities.shift = None,
        Some(Verdict::Open) | None => {}
    }
    let parts = effects.parts(&series.values, &outcome.mean);
    effects.put_on(&mut outcome, &series.values);
    effects::keep_places(&mut outcome, &series.open);
    if let Some(shape) = &series.borrows {
        outcome.season = season(shape, outcome.level);
    }
    let tried = effects.tried.iter().filter_map(|group| causes.get(*group)).copied().collect();
    let kept = effects.kept.iter().filter_map(|kept| causes.get(kept.group));
    let effects = kept.zip(parts).map(|(cause, part)| {
        let mut open = series.open.iter();
        let future = part[past.min(part.len())..].iter().copied();
        let future = future.filter(|_| open.next().copied().unwrap_or(false)).collect();
        (*cause, part[..past.min(part.len())].to_vec(), future)
    });
    Some(SeriesResult { outcome, effects: effects.collect(), tried, oddities, is_levelled })
}

/// What the causes add, with the cause of each group.
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
    (causes, effects)
}

/// The shape of the others laid along the places of a series.
fn borrowed(shape: &[f64], past: usize, places: usize) -> Effects {
    effects::shaped((0..places).map(|i| shape[i % shape.len()] - 1.0).collect(), past)
}

/// The same as a season in the unit of the values.
fn season(shape: &[f64], level: f64) -> Option<Season> {
    let profile = shape.iter().map(|f| level * (f - 1.0)).collect();
    (shape.len() > 1).then_some(Season { period: shape.len(), profile })
}
