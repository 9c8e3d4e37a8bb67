//! The answer itself: sentences, the chart of past and future, the table.

use sanpo_api::{
    Band, Block, Label, LabelCode, Line, LineChart, LineRole, NumberFormat, Panel, Phrase, Table, TableColumn, Value,
};

use super::super::run::{ForecastRun, LEVELS, SeriesState};
use super::{by_size, why};
use crate::span::span;

/// Series with a chart of their own; the export holds all.
const MAX_PANELS: usize = 40;
/// Rows of the table on the screen.
const MAX_ROWS: usize = 200;
/// Past points drawn before the forecast, at least; longer horizons show more.
const PAST_POINTS: usize = 400;

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
        phrases.push(Phrase::ForecastNext {
            what: run.value.clone(),
            unit: run.unit.clone(),
            at: state.future[at],
            grain,
            value: outcome.mean[0],
            lower: range.lower[0],
            upper: range.upper[0],
            series: (!state.name.is_empty()).then(|| state.name.clone()),
        });
    }
    let current: Vec<&SeriesState> = run.series.iter().filter(|s| run.is_current(s)).collect();
    let (steps, span_grain) = span(run.grid.step, run.horizon);
    phrases.push(Phrase::ForecastTotal {
        what: run.value.clone(),
        unit: run.unit.clone(),
        steps,
        grain: span_grain,
        total: current.iter().map(|s| total(s)).sum(),
        series: current.len(),
    });
    phrases.extend(change(run));
    phrases
}

/// Sum of a series' forecast over the open periods to come.
fn total(state: &SeriesState) -> f64 {
    let open = state.open.iter().filter(|&&o| o).count();
    state.outcome.as_ref().map_or(0.0, |o| o.mean.iter().take(open).sum())
}

/// Against as many periods just before; silent when these are not all there.
fn change(run: &ForecastRun) -> Option<Phrase> {
    let (mut ahead, mut before) = (0.0, 0.0);
    for state in run.series.iter().filter(|s| run.is_current(s)) {
        let open = state.open.iter().filter(|&&o| o).count();
        let past = state.values.len().checked_sub(open).map(|from| &state.values[from..])?;
        let known: Vec<f64> = past.iter().copied().filter(|v| v.is_finite()).collect();
        if known.len() * 10 < past.len() * 9 || known.is_empty() {
            return None;
        }
        before += known.iter().sum::<f64>() / known.len() as f64 * open as f64;
        ahead += total(state);
    }
    let (steps, grain) = span(run.grid.step, run.horizon);
    (before > 0.0).then(|| Phrase::ForecastChange { frac: ahead / before - 1.0, steps, grain })
}

/// Chart and table.
pub fn blocks(run: &ForecastRun) -> Vec<Block> {
    let grain = run.grid.step.grain;
    let series = by_size(run);
    let panels = series.iter().take(MAX_PANELS).map(|s| panel(run, s)).collect();
    let (steps, span_grain) = span(run.grid.step, run.horizon);
    let chart = LineChart {
        caption: Phrase::ForecastCaption { what: run.value.clone(), steps, grain: span_grain },
        value: run.value.clone(),
        unit: run.unit.clone(),
        grain,
        panels,
    };
    let mut blocks = vec![Block::Line(chart)];
    if series.len() > MAX_PANELS {
        blocks.push(Block::Sentences { phrases: vec![Phrase::PanelsCut { shown: MAX_PANELS, total: series.len() }] });
    }
    blocks.push(Block::Table(table(run, &series)));
    blocks
}

fn panel(run: &ForecastRun, state: &SeriesState) -> Panel {
    let Some(outcome) = &state.outcome else {
        return Panel { name: state.name.clone(), phrases: vec![], lines: vec![], bands: vec![], marks: vec![] };
    };
    let from = state.values.len().saturating_sub(PAST_POINTS.max(run.horizon * 4));
    let seconds = |m: &sanpo_api::Moment| m.0 as f64;
    let actual = Line {
        role: LineRole::Actual,
        x: state.times[from..].iter().map(seconds).collect(),
        y: state.values[from..].to_vec(),
    };
    let x: Vec<f64> = open_times(state).map(|m| m.0 as f64).collect();
    let forecast = Line { role: LineRole::Forecast, y: outcome.mean[..x.len()].to_vec(), x: x.clone() };
    let mut lines = vec![actual, forecast];
    lines.extend(past_forecast(state));
    let bands = outcome
        .ranges
        .iter()
        .rev()
        .map(|r| Band {
            level: r.level,
            x: x.clone(),
            lower: r.lower[..x.len()].to_vec(),
            upper: r.upper[..x.len()].to_vec(),
        })
        .collect();
    let phrases = if run.series.len() > 1 { why::phrases(run, state) } else { vec![] };
    Panel { name: state.name.clone(), phrases, lines, bands, marks: vec![] }
}

/// The last trial forecast, drawn over what then happened.
fn past_forecast(state: &SeriesState) -> Option<Line> {
    let origin = state.outcome.as_ref()?.backtest.as_ref()?.origins.iter().max_by_key(|o| o.at)?;
    let end = (origin.at + origin.forecast.len()).min(state.times.len());
    let times = state.times.get(origin.at..end)?;
    Some(Line {
        role: LineRole::PastForecast,
        x: times.iter().map(|m| m.0 as f64).collect(),
        y: origin.forecast[..times.len()].to_vec(),
    })
}

fn open_times(state: &SeriesState) -> impl Iterator<Item = &sanpo_api::Moment> {
    state.future.iter().zip(&state.open).filter(|(_, open)| **open).map(|(m, _)| m)
}

fn table(run: &ForecastRun, series: &[&SeriesState]) -> Table {
    let grain = run.grid.step.grain;
    let plain = || NumberFormat::Plain { unit: run.unit.clone() };
    let column = |code, format| TableColumn { label: Label::Code(code), format };
    let mut columns = vec![column(LabelCode::Time, NumberFormat::Date(grain)), column(LabelCode::Forecast, plain())];
    for level in LEVELS {
        columns.push(column(LabelCode::Lower(level), plain()));
        columns.push(column(LabelCode::Upper(level), plain()));
    }
    let many = series.len() > 1;
    if many {
        columns.insert(0, column(LabelCode::Series, plain()));
    }
    let rows = series.iter().flat_map(|state| table_rows(state, many)).take(MAX_ROWS).collect();
    let total_rows = series.iter().map(|s| s.open.iter().filter(|&&o| o).count()).sum();
    Table { caption: Phrase::ForecastTable, columns, rows, total_rows }
}

fn table_rows(state: &SeriesState, named: bool) -> impl Iterator<Item = Vec<Value>> + '_ {
    let outcome = state.outcome.as_ref();
    open_times(state).enumerate().filter_map(move |(i, &time)| {
        let outcome = outcome?;
        let mut row = if named { vec![Value::Text(state.name.clone())] } else { vec![] };
        row.extend([Value::Time(time), Value::Number(outcome.mean[i])]);
        for range in &outcome.ranges {
            row.extend([Value::Number(range.lower[i]), Value::Number(range.upper[i])]);
        }
        Some(row)
    })
}
