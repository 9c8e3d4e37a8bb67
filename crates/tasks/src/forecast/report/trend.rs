//! How the last year compares with the one before. It is read from what happened, so the periods asked for do not change it.

use sanpo_api::{ForecastPhrase, Phrase, Step};

use super::super::run::ForecastRun;
use super::super::state::SeriesState;
use super::adds::adds_up;
use super::year::{self, YEAR_SECS};

/// A change below this share of the level is not worth a word.
const LEAST_FRAC: f64 = 0.05;
/// Stretches of the year whose changes tell how sure the whole is.
const STRETCHES: usize = 12;
/// A change must be this many times as large as its standard error.
const CLEAR: f64 = 3.0;

/// The change over a year; nothing without two years, or when it is small or may be chance.
pub fn trend(run: &ForecastRun, state: &SeriesState) -> Option<Phrase> {
    let pairs = pairs(run.grid.step, state)?;
    let before = pairs.iter().map(|(_, before)| before).sum::<f64>();
    let change = pairs.iter().map(|(now, before)| now - before).sum::<f64>();
    let frac = change / before;
    let says = adds_up(run) && before > 0.0 && frac.is_finite() && frac.abs() >= LEAST_FRAC;
    (says && is_clear(&pairs)).then_some(Phrase::Forecast(ForecastPhrase::Trend { frac }))
}

/// The values of the last year, each with the one a year before: a season that repeats falls out. Nearly all must be there.
fn pairs(step: Step, state: &SeriesState) -> Option<Vec<(f64, f64)>> {
    let last = state.times.last()?.0;
    let year = || (0..state.times.len()).rev().take_while(|&i| state.times[i].0 > last - YEAR_SECS);
    let known = |i: usize| {
        let value = state.values.get(i).copied().filter(|v| v.is_finite())?;
        (!state.oddities.stray.contains(&i)).then_some(value)
    };
    let open = year().filter(|&i| state.closed.get(i) != Some(&true)).count();
    let before = |i: usize| state.times.binary_search(&year::before(step, state.times[i])?).ok();
    let pairs: Vec<(f64, f64)> = year().filter_map(|i| Some((known(i)?, known(before(i)?)?))).collect();
    (pairs.len() >= 4 && pairs.len() * 10 >= open * 9).then_some(pairs)
}

/// Whether the stretches of the year agree on the change.
fn is_clear(pairs: &[(f64, f64)]) -> bool {
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    let change = |part: &[(f64, f64)]| part.iter().map(|(now, before)| now - before).sum::<f64>() / part.len() as f64;
    let changes: Vec<f64> = pairs.chunks(pairs.len().div_ceil(STRETCHES).max(1)).map(change).collect();
    let middle = mean(&changes);
    let squares: Vec<f64> = changes.iter().map(|c| (c - middle) * (c - middle)).collect();
    let error = (squares.iter().sum::<f64>() / (changes.len() * changes.len().saturating_sub(1)).max(1) as f64).sqrt();
    middle.abs() > CLEAR * error
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_clear_when_the_whole_year_shows_it() {
        let year = |change: fn(usize) -> f64| (0..364).map(|i| (100.0 + change(i), 100.0)).collect::<Vec<_>>();
        assert!(is_clear(&year(|i| 10.0 + (i % 7) as f64)));
        assert!(!is_clear(&year(|i| if i < 30 { 120.0 } else { 0.0 })));
        assert!(!is_clear(&year(|_| 0.0)));
    }
}
