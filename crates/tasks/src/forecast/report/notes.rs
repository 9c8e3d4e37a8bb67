//! What was done to the data, and which methods were used.

use std::collections::{BTreeMap, BTreeSet};

use sanpo_api::{Block, DAY_SECS, DataPhrase, ForecastPhrase, Handling, ModelName, Moment, Phrase};

use sanpo_table::Merge;

use super::super::run::ForecastRun;
use super::super::sheet::model_name;
use super::super::state::SeriesState;
use super::{caps, untold};

/// Values that a series needs before a method can be told from chance.
pub const SHORT: usize = 6;
/// Mean weight from which a method is worth naming.
const LEAST_WEIGHT: f64 = 0.005;

/// What the person should know before using the forecast.
pub fn cautions(run: &ForecastRun) -> Vec<Phrase> {
    let (forecast, ended): (Vec<&SeriesState>, Vec<&SeriesState>) =
        run.series.iter().partition(|s| s.outcome.is_some());
    let short: Vec<String> = forecast.iter().filter(|s| s.known() < SHORT).map(|s| s.name.clone()).collect();
    let mut phrases = Vec::new();
    if let Some(all) = run.stopped {
        phrases.push(Phrase::Data(DataPhrase::StoppedSeries { done: run.series.len(), all }));
    }
    phrases.extend(caps::range_missed(run));
    phrases.extend(untold::own_days(run));
    if !short.is_empty() {
        let names = short.iter().filter(|n| !n.is_empty()).take(5).cloned().collect();
        phrases.push(Phrase::Data(DataPhrase::ShortSeries { count: short.len(), need: SHORT, names }));
    }
    let some = |names: Vec<&String>| names.into_iter().filter(|n| !n.is_empty()).take(5).cloned().collect();
    let behind = forecast.into_iter().filter(|s| !run.is_current(s)).collect();
    for (long_ago, series) in [(false, behind), (true, ended)] {
        let names: Vec<&String> = series.iter().map(|s| &s.name).collect();
        if !names.is_empty() {
            phrases.push(Phrase::Data(DataPhrase::EndedEarlier { count: names.len(), names: some(names), long_ago }));
        }
    }
    if !run.left_out.is_empty() {
        phrases.push(Phrase::Data(DataPhrase::LeftOut {
            count: run.left_out.len(),
            names: some(run.left_out.iter().collect()),
        }));
    }
    phrases.extend(gaps(run));
    phrases.extend(closings(run));
    phrases.extend(oddities(run));
    if run.grid.duplicates > 0 {
        phrases.push(Phrase::Data(DataPhrase::DuplicatesAdded {
            count: run.grid.duplicates,
            mean: run.merge == Merge::Mean,
        }));
    }
    if run.grid.rows_left_out > 0 {
        phrases.push(Phrase::Data(DataPhrase::RowsLeftOut { count: run.grid.rows_left_out }));
    }
    phrases
}

/// Periods without a row, over all series that are forecast.
fn gaps(run: &ForecastRun) -> Option<Phrase> {
    let forecast = || run.series.iter().filter(|s| s.outcome.is_some());
    let moments: BTreeSet<&Moment> = forecast().flat_map(SeriesState::gaps).collect();
    let counts: Vec<usize> = forecast().map(|s| s.gaps().count()).filter(|count| *count > 0).collect();
    let (count, series, moments) = (counts.iter().sum(), counts.len(), moments.len());
    (count > 0).then_some(Phrase::Data(DataPhrase::GapsFilled { count, step: run.grid.step, series, moments }))
}

/// Closed weekdays and days, and a last period that is not over.
fn closings(run: &ForecastRun) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    let weekdays = &run.closings.weekdays;
    if !weekdays.is_empty() {
        phrases.push(Phrase::Data(DataPhrase::ClosedWeekdays { weekdays: weekdays.clone() }));
    }
    let (past, ahead) = (run.closings.past.len(), closed_ahead(run));
    if past + ahead.len() > 0 {
        let next = ahead.iter().take(5).map(|day| Moment(day * DAY_SECS)).collect();
        phrases.push(Phrase::Data(DataPhrase::ClosedAhead { past, next, count: ahead.len() }));
    }
    if let Some(running) = run.running {
        phrases.push(Phrase::Data(DataPhrase::RunningPeriod {
            at: running.at,
            grain: run.grid.step.grain,
            so_far: running.so_far,
            usual: running.usual,
            unit: run.unit.clone(),
        }));
    }
    phrases
}

/// Closed days among the periods to come, closed weekdays apart. What is ahead of a series that ended long ago is past already.
fn closed_ahead(run: &ForecastRun) -> BTreeSet<i64> {
    let current = run.series.iter().filter(|s| run.is_current(s));
    let closed = current.flat_map(|s| s.future.iter().zip(&s.open)).filter(|(_, open)| !**open);
    let single = closed.filter(|(at, _)| !run.closings.weekdays.contains(&at.civil().weekday));
    single.map(|(at, _)| at.0.div_euclid(DAY_SECS)).collect()
}

/// Single values far off; one alone with its moment.
fn stray(run: &ForecastRun) -> Option<Phrase> {
    let of = |state: &SeriesState, &at: &usize| Some((*state.times.get(at)?, *state.values.get(at)?));
    let found: Vec<_> = run.series.iter().flat_map(|s| s.oddities.stray.iter().map(move |at| of(s, at))).collect();
    let (count, grain, unit) = (found.len(), run.grid.step.grain, run.unit.clone());
    let single = found.first().copied().flatten().filter(|_| count == 1 && run.series.len() == 1);
    (count > 0).then_some(Phrase::Data(DataPhrase::StrayValues { count, single, grain, unit }))
}

/// Single values far off, and levels that moved.
fn oddities(run: &ForecastRun) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    if run.handlings.contains(&Handling::StrayValues) {
        phrases.extend(stray(run));
    }
    let moved = |levelled: bool| {
        let states = run.series.iter().filter(move |s| s.is_levelled == levelled);
        states.filter_map(|s| Some((s, s.oddities.shift?))).collect::<Vec<_>>()
    };
    let grain = run.grid.step.grain;
    for levelled in [true, false] {
        let moved = moved(levelled);
        let Some((state, shift)) = moved.first() else { continue };
        let (series, at) = (moved.len(), state.times.get(shift.at).copied().filter(|_| moved.len() == 1));
        phrases.push(match levelled {
            true => Phrase::Data(DataPhrase::LevelAdjusted { at, grain, series }),
            false => Phrase::Data(DataPhrase::LevelMoved { at, grain, series }),
        });
    }
    let new: Vec<&String> = run.series.iter().filter(|s| s.borrows.is_some()).map(|s| &s.name).collect();
    if !new.is_empty() {
        let names = new.iter().take(5).map(|n| (*n).clone()).collect();
        phrases.push(Phrase::Data(DataPhrase::SeasonBorrowed { count: new.len(), names }));
    }
    phrases
}

/// The methods with their mean weights over the series, the heaviest first; none with hardly any weight.
pub fn methods(run: &ForecastRun) -> Vec<(ModelName, f64)> {
    let mut weights: BTreeMap<ModelName, f64> = BTreeMap::new();
    let forecast = run.series.iter().filter(|s| s.outcome.is_some()).count();
    for outcome in run.series.iter().filter_map(|s| s.outcome.as_ref()) {
        for (member, weight) in &outcome.members {
            *weights.entry(model_name(*member)).or_default() += weight / forecast as f64;
        }
    }
    let mut models: Vec<(ModelName, f64)> = weights.into_iter().filter(|(_, w)| *w >= LEAST_WEIGHT).collect();
    models.sort_by(|a, b| b.1.total_cmp(&a.1));
    models
}

/// The methods by name.
pub fn details(run: &ForecastRun) -> Vec<Block> {
    super::sentences(vec![Phrase::Forecast(ForecastPhrase::ModelsUsed { models: methods(run) })])
}
