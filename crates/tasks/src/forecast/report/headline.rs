//! The answer in sentences.

use std::collections::BTreeSet;

use sanpo_api::{ForecastPhrase, Grain, Moment, Phrase, Step};

use super::super::run::ForecastRun;
use super::super::spread;
use super::super::state::SeriesState;
use super::adds::adds_up;
use super::{open_times, year};

/// Smaller differences of a level are noise.
const LEAST: f64 = 0.005;

/// The answer in sentences.
pub fn headline(run: &ForecastRun) -> Vec<Phrase> {
    let grain = run.grid.step.grain;
    let mut phrases = Vec::new();
    let only = match run.series.as_slice() {
        [state] => Some(state),
        _ => None,
    };
    if let Some((state, outcome)) = only.and_then(|s| s.outcome.as_ref().map(|o| (s, o)))
        && let Some(at) = state.open.iter().position(|&o| o)
        && let Some(range) = outcome.ranges.first()
    {
        phrases.push(Phrase::Forecast(ForecastPhrase::Next {
            what: run.value.clone(),
            unit: run.unit.clone(),
            at: state.future[at],
            grain,
            value: pieces(run, outcome.mean[0], f64::round),
            lower: pieces(run, range.lower[0], f64::floor),
            upper: pieces(run, range.upper[0], f64::ceil),
            series: (!state.name.is_empty()).then(|| state.name.clone()),
        }));
    }
    // A single period is its own sum.
    if only.is_none_or(|state| open_times(state).count() != 1) || phrases.is_empty() {
        phrases.push(if adds_up(run) { sum(run) } else { average(run) });
    }
    phrases.extend(change(run));
    phrases
}

/// A number of pieces is a whole one; its range is cut nowhere.
fn pieces(run: &ForecastRun, value: f64, cut: fn(f64) -> f64) -> f64 {
    // A hair beside a whole number is that number.
    if run.whole { cut((value * 1e6).round() / 1e6) } else { value }
}

fn sum(run: &ForecastRun) -> Phrase {
    let current: Vec<&SeriesState> = run.series.iter().filter(|s| run.is_current(s)).collect();
    let (steps, grain) = run.grid.step.span(run.horizon);
    let total = pieces(run, current.iter().map(|s| total(s)).sum(), f64::round);
    Phrase::Forecast(ForecastPhrase::Total {
        what: run.value.clone(),
        unit: run.unit.clone(),
        steps,
        grain,
        dates: dates(run, &current),
        open: open_steps(run, &current).unwrap_or(steps),
        total,
        range: spread::of_all(run).map(|[low, high]| [pieces(run, low, f64::floor), pieces(run, high, f64::ceil)]),
        series: current.len(),
    })
}

/// The first and the last period that is to come of any series.
fn dates(run: &ForecastRun, current: &[&SeriesState]) -> Option<(Moment, Moment, Grain)> {
    let first = current.iter().filter_map(|s| s.future.first()).min()?;
    let last = current.iter().filter_map(|s| s.future.last()).max()?;
    Some((*first, *last, run.grid.step.grain))
}

/// How many of the days to come have any series open; none on grids that close no days.
fn open_steps(run: &ForecastRun, current: &[&SeriesState]) -> Option<u32> {
    let daily = run.grid.step == Step { grain: Grain::Day, every: 1 };
    let open: BTreeSet<&Moment> = current.iter().flat_map(|s| open_times(s)).collect();
    u32::try_from(open.len()).ok().filter(|_| daily)
}

/// The mean over periods and series instead of a sum that means nothing.
fn average(run: &ForecastRun) -> Phrase {
    let current: Vec<&SeriesState> = run.series.iter().filter(|s| run.is_current(s)).collect();
    let (steps, grain) = run.grid.step.span(run.horizon);
    let values: usize = current.iter().map(|s| open_times(s).count()).sum();
    let mean = current.iter().map(|s| total(s)).sum::<f64>() / values.max(1) as f64;
    Phrase::Forecast(ForecastPhrase::Mean {
        what: run.value.clone(),
        unit: run.unit.clone(),
        steps,
        grain,
        dates: dates(run, &current),
        mean,
        series: current.len(),
    })
}

/// Sum of a series' forecast over the open periods to come.
fn total(state: &SeriesState) -> f64 {
    let open = state.open.iter().filter(|&&o| o).count();
    state.outcome.as_ref().map_or(0.0, |o| o.mean.iter().take(open).sum())
}

/// The values of the open periods just before: as many places as are to come, so that weekdays without business count for
/// neither side.
fn just_before(state: &SeriesState) -> Vec<f64> {
    let past = state.values.iter().zip(&state.closed).rev().take(state.step_times.len());
    past.filter(|(_, closed)| !**closed).map(|(value, _)| *value).collect()
}

/// Against the same time a year before where every series reaches back that far, else against as long a time just before.
fn change(run: &ForecastRun) -> Option<Phrase> {
    let states: Vec<&SeriesState> = run.series.iter().filter(|s| run.is_current(s)).collect();
    let last_year: Option<Vec<Vec<f64>>> = states.iter().map(|s| year::values(run, s)).collect();
    if let Some(past) = last_year {
        return compared(run, &states, &past, year::span(run, states.first()?));
    }
    // A history shorter than what is to come is nothing to hold a sum against.
    if states.iter().any(|s| s.values.len() < s.step_times.len()) {
        return None;
    }
    let past: Vec<Vec<f64>> = states.iter().map(|s| just_before(s)).collect();
    compared(run, &states, &past, None)
}

/// The periods to come against the open ones of the past, series by series; silent when their values are not nearly all there.
fn compared(
    run: &ForecastRun,
    states: &[&SeriesState],
    past: &[Vec<f64>],
    last_year: Option<(Moment, Moment)>,
) -> Option<Phrase> {
    let (mut ahead, mut before, mut periods) = (0.0, 0.0, 0);
    for (state, past) in states.iter().zip(past) {
        let known: Vec<f64> = past.iter().copied().filter(|v| v.is_finite()).collect();
        if known.len() * 10 < past.len() * 9 || known.is_empty() {
            return None;
        }
        let open = open_times(state).count();
        let mean = known.iter().sum::<f64>() / known.len() as f64;
        // A level is held against a level, a sum against a sum.
        before += mean * if adds_up(run) { past.len() } else { open } as f64;
        ahead += total(state);
        periods += open;
    }
    let (span, grain) = run.grid.step.span(run.horizon);
    // Where weekdays are closed, as many open days stand on both sides; just before they need not be as many of the calendar.
    let places = states.iter().map(|s| s.step_times.len()).max().and_then(|n| u32::try_from(n).ok()).unwrap_or(span);
    let open = last_year.is_none() && run.closes_weekdays() && places < span;
    let steps = if open { places } else { span };
    if !adds_up(run) {
        // Noise is no change.
        let moves = (ahead - before).abs() >= LEAST * before.abs();
        let by = if moves { (ahead - before) / periods.max(1) as f64 } else { 0.0 };
        let unit = run.unit.clone();
        return (periods > 0).then_some(Phrase::Forecast(ForecastPhrase::MeanChange {
            by,
            unit,
            steps: span,
            grain,
            last_year,
        }));
    }
    (before > 0.0)
        .then(|| Phrase::Forecast(ForecastPhrase::Change { frac: ahead / before - 1.0, steps, open, grain, last_year }))
}
