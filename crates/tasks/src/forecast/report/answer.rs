//! The answer itself: the chart of past and future, the table.

use sanpo_api::{
    Band, Block, ForecastPhrase, Label, LabelCode, Line, LineChart, LineRole, NumberFormat, Panel, Phrase, Table,
    TableColumn, Value,
};

use super::super::run::{ForecastRun, LEVELS};
use super::super::state::SeriesState;
use super::{MAX_PANELS, by_size, open_times, told, why};

/// Rows of the table on the screen.
const MAX_ROWS: usize = 200;
/// Past points drawn before the forecast, at least; longer horizons show more.
const PAST_POINTS: usize = 400;

/// Chart and table.
pub fn blocks(run: &ForecastRun) -> Vec<Block> {
    let grain = run.grid.step.grain;
    let series = by_size(run);
    let panels = series.iter().take(MAX_PANELS).map(|s| panel(run, s)).collect();
    let (steps, span_grain) = run.grid.step.span(run.horizon);
    let chart = LineChart {
        caption: Phrase::Forecast(ForecastPhrase::Caption { what: run.value.clone(), steps, grain: span_grain }),
        value: run.value.clone(),
        unit: run.unit.clone(),
        grain,
        complete: true,
        panels,
    };
    let mut blocks = vec![Block::Line(chart)];
    if series.len() > MAX_PANELS {
        blocks.push(Block::Sentences {
            phrases: vec![Phrase::Forecast(ForecastPhrase::PanelsCut { shown: MAX_PANELS, total: series.len() })],
        });
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
    let x: Vec<f64> = state.step_times.iter().map(seconds).collect();
    let forecast = Line { role: LineRole::Forecast, y: state.with_gaps(&outcome.mean), x: x.clone() };
    let mut lines = vec![actual, forecast];
    lines.extend(past_forecast(state));
    let bands = outcome
        .ranges
        .iter()
        .rev()
        .map(|r| Band {
            level: r.level,
            x: x.clone(),
            lower: state.with_gaps(&r.lower),
            upper: state.with_gaps(&r.upper),
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
        y: state.without_closed(origin.at, &origin.forecast),
    })
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
    let rows = series.iter().flat_map(|state| table_rows(run, state, many)).take(MAX_ROWS).collect();
    let total_rows = series.iter().map(|s| s.open.iter().filter(|&&o| o).count()).sum();
    Table { caption: Phrase::Forecast(ForecastPhrase::Table), columns, rows, total_rows }
}

fn table_rows<'a>(run: &'a ForecastRun, state: &'a SeriesState, named: bool) -> impl Iterator<Item = Vec<Value>> + 'a {
    let outcome = state.outcome.as_ref();
    open_times(state).enumerate().filter_map(move |(i, &time)| {
        let outcome = outcome?;
        let half = outcome.ranges.first().map_or(0.0, |r| (r.upper[i] - r.lower[i]) / 2.0);
        let number = |value: f64| Value::Number(told(run, value, half));
        let mut row = if named { vec![Value::Text(state.name.clone())] } else { vec![] };
        row.extend([Value::Time(time), number(outcome.mean[i])]);
        for range in &outcome.ranges {
            row.extend([number(range.lower[i]), number(range.upper[i])]);
        }
        Some(row)
    })
}
