//! What drives a forecast: trend and season.

use sanpo_api::{Bar, BarChart, Block, ForecastPhrase, Grain, Label, LabelCode, NumberFormat, Phrase};
use sanpo_models::forecast::Season;

use super::super::run::ForecastRun;
use super::super::state::SeriesState;
use super::{by_size, digits, heat, parts, trend, untold};

/// Sentences, parts and season bars for the largest series.
pub fn blocks(run: &ForecastRun) -> Vec<Block> {
    let Some(state) = by_size(run).first().copied() else { return vec![] };
    let mut blocks = if run.series.len() == 1 { super::sentences(phrases(run, state)) } else { vec![] };
    blocks.extend(parts::block(run));
    blocks.extend(super::sentences(untold::unused(run)));
    blocks.extend(season_bars(run, state).map(Block::Bars));
    blocks.extend(heat::chart(run, state).map(Block::Heat));
    blocks
}

/// Sentences about a series.
pub fn phrases(run: &ForecastRun, state: &SeriesState) -> Vec<Phrase> {
    let Some(outcome) = &state.outcome else { return vec![] };
    let mut phrases: Vec<Phrase> = trend::trend(run, state).into_iter().collect();
    match &outcome.season {
        // A season whose places have no names (weeks of a year) shows in the chart alone.
        Some(season) => phrases.extend(peak(run, state, season, outcome.level)),
        None => phrases.push(Phrase::Forecast(ForecastPhrase::NoSeason)),
    }
    phrases.extend(parts::flat(state));
    phrases
}

/// Place names of a season with their values, in calendar order.
fn places(run: &ForecastRun, state: &SeriesState, season: &Season) -> Option<Vec<(LabelCode, f64)>> {
    let mut named: Vec<(LabelCode, f64)> = Vec::new();
    for (i, &value) in season.profile.iter().enumerate() {
        let at = state.times.get(i)?.civil();
        let code = match (run.grid.step.grain, season.period) {
            (Grain::Day, 2..=7) if state.hardly_opens(at.weekday) => continue,
            (Grain::Day, 2..=7) => LabelCode::Weekday(at.weekday),
            (Grain::Month, 12) => LabelCode::Month(at.month),
            (Grain::Quarter, 4) => LabelCode::Quarter((at.month - 1) / 3 + 1),
            (Grain::Hour, 24) => LabelCode::Hour(at.hour),
            _ => return None,
        };
        named.push((code, value));
    }
    named.sort_by(|a, b| a.0.cmp(&b.0));
    // Without a weekday that is closed, the others are still told by their distance from the mean.
    let mean = named.iter().map(|place| place.1).sum::<f64>() / named.len().max(1) as f64;
    if named.len() < season.profile.len() {
        named.iter_mut().for_each(|place| place.1 -= mean);
    }
    Some(named)
}

pub fn peak(run: &ForecastRun, state: &SeriesState, season: &Season, level: f64) -> Option<Phrase> {
    let places = places(run, state, season)?;
    let high = places.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let low = places.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let swing_frac = if level.abs() > 0.0 { (high.1 - low.1) / level.abs() } else { 0.0 };
    Some(Phrase::Forecast(ForecastPhrase::SeasonPeak { high: high.0.clone(), low: low.0.clone(), swing_frac }))
}

fn season_bars(run: &ForecastRun, state: &SeriesState) -> Option<BarChart> {
    let season = state.outcome.as_ref()?.season.as_ref()?;
    let bar = |(code, value): (LabelCode, f64)| Bar { label: Label::Code(code), value };
    let mut bars: Vec<Bar> = places(run, state, season)?.into_iter().map(bar).collect();
    digits::alike(&mut bars);
    Some(BarChart {
        caption: Phrase::Forecast(ForecastPhrase::SeasonCaption { grain: run.grid.step.grain }),
        format: NumberFormat::Plain { unit: run.unit.clone() },
        bars,
    })
}
