//! A former forecast held against what has happened since.

use std::collections::BTreeMap;

use sanpo_api::{Band, Block, Line, LineChart, LineRole, Panel, Phrase, Promise, PromisedSeries, TrialPhrase};

use super::run::{ForecastRun, LEVELS};
use super::state::SeriesState;

/// Series that are drawn; the sentences are of all.
const MAX_PANELS: usize = 40;

/// What the run says of the periods to come.
pub fn promise(run: &ForecastRun) -> Promise {
    Promise { series: run.series.iter().filter_map(of_series).collect() }
}

fn of_series(state: &SeriesState) -> Option<PromisedSeries> {
    let outcome = state.outcome.as_ref()?;
    let range = outcome.ranges.iter().find(|r| r.level == LEVELS[0])?;
    let x: Vec<i64> = state.open_times().map(|m| m.0).collect();
    let part = |values: &[f64]| values.iter().copied().take(x.len()).collect();
    Some(PromisedSeries {
        name: state.name.clone(),
        mean: part(&outcome.mean),
        lower: part(&range.lower),
        upper: part(&range.upper),
        x,
    })
}

/// One period that was forecast and has happened since.
struct Kept {
    x: i64,
    said: f64,
    lower: f64,
    upper: f64,
    happened: f64,
}

/// The comparison; one sentence alone where nothing that was forecast has happened yet.
pub fn blocks(run: &ForecastRun, promise: &Promise) -> Vec<Block> {
    let mut found: Vec<(&PromisedSeries, &SeriesState, Vec<Kept>)> = Vec::new();
    for series in &promise.series {
        let state = run.series.iter().find(|s| s.name == series.name);
        if let Some(state) = state.filter(|_| is_sound(series)) {
            let kept = kept(series, state);
            if !kept.is_empty() {
                found.push((series, state, kept));
            }
        }
    }
    if found.is_empty() {
        return vec![Block::Sentences { phrases: vec![Phrase::Trial(TrialPhrase::PromiseOpen)] }];
    }
    let all: Vec<&Kept> = found.iter().flat_map(|(_, _, kept)| kept).collect();
    let mut blocks = vec![Block::Sentences { phrases: vec![verdict(run, &all)] }];
    // The series that were missed by most come first.
    let missed = |kept: &[Kept]| kept.iter().map(|k| (k.happened - k.said).abs()).sum::<f64>();
    found.sort_by(|a, b| missed(&b.2).total_cmp(&missed(&a.2)));
    blocks.push(Block::Line(LineChart {
        caption: Phrase::Trial(TrialPhrase::PromiseCaption { what: run.value.clone() }),
        value: run.value.clone(),
        unit: run.unit.clone(),
        grain: run.grid.step.grain,
        complete: true,
        panels: found.iter().take(MAX_PANELS).map(|(series, state, kept)| panel(series, state, kept)).collect(),
    }));
    blocks
}

/// A project file may hold anything.
fn is_sound(series: &PromisedSeries) -> bool {
    let n = series.x.len();
    let lists = [&series.mean, &series.lower, &series.upper];
    lists.iter().all(|list| list.len() == n && list.iter().all(|v| v.is_finite()))
        && series.x.windows(2).all(|w| w[0] < w[1])
}

fn kept(series: &PromisedSeries, state: &SeriesState) -> Vec<Kept> {
    let happened: BTreeMap<i64, f64> = state.times.iter().map(|m| m.0).zip(state.values.iter().copied()).collect();
    let known = (0..series.x.len()).filter_map(|i| {
        let happened = happened.get(&series.x[i]).copied().filter(|v| v.is_finite())?;
        let (said, lower, upper) = (series.mean[i], series.lower[i], series.upper[i]);
        Some(Kept { x: series.x[i], said, lower, upper, happened })
    });
    known.collect()
}

fn verdict(run: &ForecastRun, all: &[&Kept]) -> Phrase {
    let count = all.len() as f64;
    let error = all.iter().map(|k| (k.happened - k.said).abs()).sum::<f64>() / count;
    let level = all.iter().map(|k| k.happened.abs()).sum::<f64>() / count;
    let inside = all.iter().filter(|k| k.lower <= k.happened && k.happened <= k.upper).count();
    Phrase::Trial(TrialPhrase::PromiseKept {
        said: all.iter().map(|k| k.said).sum::<f64>() / count,
        happened: all.iter().map(|k| k.happened).sum::<f64>() / count,
        error,
        error_frac: (level > 0.0 && all.iter().all(|k| k.happened >= 0.0)).then(|| error / level),
        inside,
        points: all.len(),
        unit: run.unit.clone(),
    })
}

fn panel(series: &PromisedSeries, state: &SeriesState, kept: &[Kept]) -> Panel {
    let x: Vec<f64> = kept.iter().map(|k| k.x as f64).collect();
    let line = |role, y| Line { role, x: x.clone(), y };
    // A little of what came before shows what the forecast had to go by.
    let first = kept.first().map_or(0, |k| k.x);
    let from = state.times.iter().position(|m| m.0 >= first).unwrap_or(0).saturating_sub(2 * kept.len());
    let (past_x, past_y) =
        state.times[from..].iter().map(|m| m.0 as f64).zip(state.values[from..].iter().copied()).unzip();
    Panel {
        name: series.name.clone(),
        phrases: vec![],
        lines: vec![
            Line { role: LineRole::Actual, x: past_x, y: past_y },
            line(LineRole::LastForecast, kept.iter().map(|k| k.said).collect()),
        ],
        bands: vec![Band {
            level: LEVELS[0],
            x,
            lower: kept.iter().map(|k| k.lower).collect(),
            upper: kept.iter().map(|k| k.upper).collect(),
        }],
        marks: vec![],
    }
}
