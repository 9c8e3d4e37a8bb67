//! What a forecast is made of: level, trend, seasons, holidays and columns, and what these leave. They add up to the forecast.

use sanpo_api::{Block, ForecastPhrase, Grain, Label, LabelCode, Part, PartsChart, PartsPanel, Phrase};
use sanpo_models::forecast::{Outcome, Season};

use super::super::run::ForecastRun;
use super::super::state::SeriesState;
use super::{MAX_PANELS, by_size, why};

/// A forecast that moves by less than this share of its level is drawn as a flat line.
const FLAT_FRAC: f64 = 0.01;
/// A rest below this share of the forecast is rounding.
const NOTHING: f64 = 1e-9;

/// The parts of each series.
pub fn block(run: &ForecastRun) -> Option<Block> {
    let panels = panels(run);
    (!panels.is_empty()).then(|| Block::Parts(chart(run, Phrase::Forecast(ForecastPhrase::PartsCaption), panels)))
}

/// The same for turning the user's own columns and days up and down; none where none of them changes the forecast.
pub fn what_if(run: &ForecastRun) -> Option<Block> {
    let moves = |part: &Part| part.is_own() && part.y.iter().any(|y| y.is_finite() && *y != 0.0);
    let panels = panels(run);
    panels
        .iter()
        .any(|panel| panel.parts.iter().any(moves))
        .then(|| Block::WhatIf(chart(run, Phrase::Forecast(ForecastPhrase::WhatIfCaption), panels)))
}

fn panels(run: &ForecastRun) -> Vec<PartsPanel> {
    by_size(run).into_iter().take(MAX_PANELS).filter_map(|s| panel(run, s)).collect()
}

fn chart(run: &ForecastRun, caption: Phrase, panels: Vec<PartsPanel>) -> PartsChart {
    let (value, unit) = (run.value.clone(), run.unit.clone());
    PartsChart { caption, value, unit, grain: run.grid.step.grain, panels }
}

fn panel(run: &ForecastRun, state: &SeriesState) -> Option<PartsPanel> {
    let outcome = state.outcome.as_ref()?;
    // A closed day is a place all the same: the week goes on under it.
    let open: Vec<usize> = (0..state.steps_open.len()).filter(|place| state.steps_open[*place]).collect();
    let forecast = outcome.mean.get(..open.len())?;
    let mut parts = vec![level(run, outcome, open.len())];
    parts.extend(trend(run, outcome, &open));
    let seasons = outcome.season.iter().chain(&outcome.outer);
    parts.extend(seasons.filter_map(|found| season(run, state, found, &open)));
    parts.extend(effects(run, state, open.len()));
    parts.extend(rest(run, forecast, &parts));
    parts.iter_mut().for_each(|part| part.y = state.with_gaps(&part.y));
    let x = state.step_times.iter().map(|m| m.0 as f64).collect();
    Some(PartsPanel { name: state.name.clone(), x, parts })
}

fn level(run: &ForecastRun, outcome: &Outcome, steps: usize) -> Part {
    let phrase = Phrase::Forecast(ForecastPhrase::PartLevel { level: outcome.level, unit: run.unit.clone() });
    Part { label: Label::Code(LabelCode::Level), y: vec![outcome.level; steps], phrase }
}

/// The rise or fall over the periods asked for. One that moves the level by less than a hundredth is left to the rest.
fn trend(run: &ForecastRun, outcome: &Outcome, open: &[usize]) -> Option<Part> {
    let per_step = outcome.trend_per_step;
    if per_step == 0.0 || (per_step * run.horizon as f64).abs() < outcome.level.abs() * 0.01 {
        return None;
    }
    let y: Vec<f64> = open.iter().map(|place| per_step * (place + 1) as f64).collect();
    let phrase = Phrase::Forecast(ForecastPhrase::PartTrend { by: *y.last()?, unit: run.unit.clone() });
    Some(Part { label: Label::Code(LabelCode::Trend), y, phrase })
}

/// What repeats: told by its highest and lowest place where places have names, else by what it adds to the periods to come.
fn season(run: &ForecastRun, state: &SeriesState, found: &Season, open: &[usize]) -> Option<Part> {
    let length = found.profile.len();
    let y: Vec<f64> = open
        .iter()
        .map(|i| found.profile.get((state.values.len() + i) % length.max(1)).copied())
        .collect::<Option<_>>()?;
    let level = state.outcome.as_ref()?.level;
    if let Some(phrase) = why::peak(run, state, found, level) {
        return Some(Part { label: Label::Code(LabelCode::Season), y, phrase });
    }
    let label = Label::Code(LabelCode::SeasonOver(cycle(run, found)));
    let phrase = told(run, label.clone(), &y);
    Some(Part { label, y, phrase })
}

/// What a season runs over: a day, a week or a year.
fn cycle(run: &ForecastRun, season: &Season) -> Grain {
    match run.grid.step.span(season.period) {
        (_, Grain::Second | Grain::Minute | Grain::Hour) | (1, Grain::Day) => Grain::Day,
        // Weeks of fewer days are those of shops that are closed on some.
        (2..=7, Grain::Day) => Grain::Week,
        _ => Grain::Year,
    }
}

/// What a part adds, at the least and at the most.
fn told(run: &ForecastRun, label: Label, y: &[f64]) -> Phrase {
    Phrase::Forecast(ForecastPhrase::PartEffect { label, low: least(y), high: most(y), unit: run.unit.clone() })
}

fn effects(run: &ForecastRun, state: &SeriesState, steps: usize) -> Vec<Part> {
    let part = |effect: &super::super::state::Effect| {
        let y: Vec<f64> = (0..steps).map(|h| effect.future.get(h).copied().unwrap_or(0.0)).collect();
        let phrase = told(run, effect.label.clone(), &y);
        Part { label: effect.label.clone(), y, phrase }
    };
    state.effects.iter().map(part).collect()
}

/// What the parts do not explain, so that all of them add up to the forecast.
fn rest(run: &ForecastRun, forecast: &[f64], parts: &[Part]) -> Option<Part> {
    let left = |(h, value): (usize, &f64)| value - parts.iter().map(|p| p.y[h]).sum::<f64>();
    let y: Vec<f64> = forecast.iter().enumerate().map(left).collect();
    let size = |values: &[f64]| values.iter().fold(0.0f64, |a, v| a.max(v.abs()));
    let phrase = Phrase::Forecast(ForecastPhrase::PartRest { most: size(&y), unit: run.unit.clone() });
    (size(&y) > NOTHING * size(forecast)).then_some(Part { label: Label::Code(LabelCode::Rest), y, phrase })
}

/// Why the forecast is flat, if it is.
pub fn flat(state: &SeriesState) -> Option<Phrase> {
    let outcome = state.outcome.as_ref()?;
    let open = state.open.iter().filter(|&&open| open).count();
    let forecast = outcome.mean.get(..open).filter(|f| f.len() > 1)?;
    let middle = forecast.iter().map(|v| v.abs()).sum::<f64>() / forecast.len() as f64;
    (most(forecast) - least(forecast) <= FLAT_FRAC * middle).then_some(Phrase::Forecast(ForecastPhrase::WhyFlat))
}

fn least(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::INFINITY, f64::min)
}

fn most(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}
