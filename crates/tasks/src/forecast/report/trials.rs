//! Past forecasts over what then happened, series by series.

use sanpo_api::{Band, Block, Line, LineChart, LineRole, Panel, Phrase, Trial, TrialChart, TrialPhrase};
use sanpo_models::forecast::{Origin, Range};

use super::super::run::ForecastRun;
use super::super::state::SeriesState;
use super::{MAX_PANELS, by_size, sure};

/// Values drawn before the first trial: as many as the longest trial this many times, and at least [`LEAST_BEFORE`].
const BEFORE: usize = 2;
/// See [`BEFORE`].
const LEAST_BEFORE: usize = 30;

/// The trials; none when no series was long enough for one.
pub fn block(run: &ForecastRun) -> Option<Block> {
    let series: Vec<&SeriesState> = by_size(run).into_iter().take(MAX_PANELS).collect();
    let trials: Vec<Vec<Trial>> = series.iter().map(|s| trials(run, s)).collect();
    if trials.iter().all(Vec::is_empty) {
        return None;
    }
    let chart = LineChart {
        caption: Phrase::Trial(TrialPhrase::Caption { what: run.value.clone() }),
        value: run.value.clone(),
        unit: run.unit.clone(),
        grain: run.grid.step.grain,
        complete: true,
        panels: series.iter().map(|s| happened(s)).collect(),
    };
    Some(Block::Trials(TrialChart { chart, trials }))
}

fn origins(state: &SeriesState) -> &[Origin] {
    state.outcome.as_ref().and_then(|o| o.backtest.as_ref()).map_or(&[], |b| &b.origins)
}

/// What happened from shortly before the first trial on.
fn happened(state: &SeriesState) -> Panel {
    let first = origins(state).iter().map(|o| o.at).min().unwrap_or(0);
    let longest = origins(state).iter().map(|o| o.forecast.len()).max().unwrap_or(0);
    let from = first.saturating_sub((longest * BEFORE).max(LEAST_BEFORE));
    let (x, y) = state.times.iter().zip(&state.values).skip(from).map(|(t, v)| (t.0 as f64, *v)).unzip();
    let actual = Line { role: LineRole::Actual, x, y };
    Panel { name: state.name.clone(), phrases: vec![], lines: vec![actual], bands: vec![], marks: vec![] }
}

fn trials(run: &ForecastRun, state: &SeriesState) -> Vec<Trial> {
    let mut origins: Vec<&Origin> = origins(state).iter().collect();
    origins.sort_by_key(|o| o.at);
    origins.into_iter().filter_map(|o| trial(run, state, o)).collect()
}

fn trial(run: &ForecastRun, state: &SeriesState, origin: &Origin) -> Option<Trial> {
    let end = (origin.at + origin.forecast.len()).min(state.times.len());
    let times = state.times.get(origin.at..end).filter(|t| !t.is_empty())?;
    let forecast = &origin.forecast[..times.len()];
    let line = Line {
        role: LineRole::PastForecast,
        x: times.iter().map(|m| m.0 as f64).collect(),
        y: state.without_closed(origin.at, forecast),
    };
    let actual = &state.values[origin.at..end];
    let bands: Vec<Band> = origin.range.iter().map(|range| band(state, origin.at, range, &line.x)).collect();
    let naive = naive(state, origin.at, times.len());
    let (steps, steps_grain) = run.span(state, times);
    let said = mean_error(actual, forecast).zip(mean_error(actual, &naive)).map(|(error, naive_error)| {
        Phrase::Trial(TrialPhrase::Result {
            at: times[0],
            grain: run.grid.step.grain,
            steps,
            steps_grain,
            error,
            naive_error,
            naive: sure::naive(run, state),
            unit: run.unit.clone(),
        })
    });
    let phrases = said.into_iter().chain(bands.iter().filter_map(|band| inside(actual, band))).collect();
    Some(Trial { line, bands, phrases })
}

/// The range that was given then.
fn band(state: &SeriesState, at: usize, range: &Range, x: &[f64]) -> Band {
    let ends = |bounds: &[f64]| state.without_closed(at, &bounds[..x.len().min(bounds.len())]);
    Band { level: range.level, x: x.to_vec(), lower: ends(&range.lower), upper: ends(&range.upper) }
}

/// How many of the values that came fell inside.
fn inside(actual: &[f64], band: &Band) -> Option<Phrase> {
    let known = actual.iter().zip(band.lower.iter().zip(&band.upper)).filter(|(a, _)| a.is_finite());
    let (mut inside, mut points) = (0, 0);
    for (actual, (lower, upper)) in known {
        inside += usize::from((lower..=upper).contains(&actual));
        points += 1;
    }
    (points > 0).then_some(Phrase::Trial(TrialPhrase::Inside { level: band.level, inside, points }))
}

/// What the naive answer was: the values of a season before, or the last one known.
fn naive(state: &SeriesState, at: usize, steps: usize) -> Vec<f64> {
    let outcome = state.outcome.as_ref();
    let seasonal = outcome.and_then(|o| o.backtest.as_ref()).is_some_and(|b| b.naive_is_seasonal);
    let period = outcome.and_then(|o| o.season.as_ref()).map(|s| s.period).filter(|&p| seasonal && p > 0 && p <= at);
    let last = state.values[..at].iter().rev().copied().find(|v| v.is_finite()).unwrap_or(f64::NAN);
    let value = |h: usize| match period {
        Some(p) => state.values.get(at - p + h % p).copied().filter(|v| v.is_finite()).unwrap_or(last),
        None => last,
    };
    (0..steps).map(value).collect()
}

fn mean_error(actual: &[f64], said: &[f64]) -> Option<f64> {
    let errors: Vec<f64> = actual.iter().zip(said).map(|(a, s)| (a - s).abs()).filter(|e| e.is_finite()).collect();
    (!errors.is_empty()).then(|| errors.iter().sum::<f64>() / errors.len() as f64)
}
