//! Series that ended long before the others, such as an item that is no longer sold.
//!
//! In plain words: what would follow the last value of such a series lies in the past already. Nobody is helped by its forecast.
//! A series counts as ended when it has been silent for longer than ever before, and for longer than a few periods. Where most
//! series end at times of their own, no end is the usual one: then none counts as ended.

use sanpo_api::{DAY_SECS, Grain, Moment, Step};

use super::state::SeriesState;

/// Takes the forecast away from the series that ended; they keep it for programs.
pub fn set_aside(series: &mut [SeriesState], step: Step) {
    let next = |s: &SeriesState| s.future.first().copied();
    let Some(latest) = series.iter().filter_map(next).max() else { return };
    let ended: Vec<bool> =
        series.iter().map(|s| next(s).is_some_and(|own| is_long(s, latest.0 - own.0, step))).collect();
    if ended.iter().filter(|ended| **ended).count() * 2 > series.len() {
        return;
    }
    for (state, _) in series.iter_mut().zip(&ended).filter(|(_, ended)| **ended) {
        state.beyond_end = state.outcome.take();
    }
}

/// Whether so many seconds without a value are longer than the series was ever silent, and long for its step.
fn is_long(state: &SeriesState, silent: i64, step: Step) -> bool {
    let known: Vec<&Moment> =
        state.times.iter().zip(&state.values).filter(|(_, v)| v.is_finite()).map(|t| t.0).collect();
    let longest = known.windows(2).map(|w| w[1].0 - w[0].0).max().unwrap_or(0);
    silent > longest.max(least_days(step) * DAY_SECS)
}

/// Days of silence that say nothing yet.
fn least_days(step: Step) -> i64 {
    let every = i64::from(step.every.max(1));
    match step.grain {
        Grain::Second | Grain::Minute | Grain::Hour => 2,
        Grain::Day => 28 * every,
        Grain::Week => 56 * every,
        Grain::Month => 120 * every,
        Grain::Quarter => 200 * every,
        Grain::Year | Grain::FiscalYear => 400 * every,
    }
}
