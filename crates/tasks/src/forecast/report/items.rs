//! Many series as a list, those that need attention first, those that ended last.
//!
//! What has a remark comes first: trouble with the data before a large change, a large change before a wide range. Among equals the
//! largest come first. A change is one from the same time a year before where the data reach back that far: a season that rises
//! as it does every year is none.

use sanpo_api::{Block, ForecastPhrase, ItemList, Label, LabelCode, NumberFormat, Phrase, Table, TableColumn, Value};

use super::super::run::ForecastRun;
use super::super::state::SeriesState;
use super::notes::SHORT;
use super::{MAX_PANELS, by_size, told, year};

/// Rows on the screen.
const MAX_ROWS: usize = 500;
/// A change or a range of this share is worth a remark.
const LARGE: f64 = 0.3;
/// A share of periods without a value that is worth a remark.
const MANY_GAPS: f64 = 0.1;

struct Item<'a> {
    state: &'a SeriesState,
    panel: Option<u32>,
    ahead: f64,
    /// Half of the range around it.
    half: Option<f64>,
    change: Option<f64>,
    width: Option<f64>,
    error: Option<f64>,
    remark: Option<Phrase>,
}

/// The list, with the series that ended at its end; none for a single series.
pub fn block(run: &ForecastRun) -> Option<Block> {
    let states = by_size(run);
    if run.series.len() < 2 {
        return None;
    }
    let ended: Vec<&SeriesState> = run.series.iter().filter(|s| s.outcome.is_none()).collect();
    let last_year = last_year_counts(run);
    let item = |(place, state)| item(run, state, place, last_year);
    let mut items: Vec<Item> = states.into_iter().enumerate().filter_map(item).collect();
    let behind = |item: &Item| !run.is_current(item.state);
    let order = |item: &Item| (behind(item), urgency(item.remark.as_ref()));
    items.sort_by(|a, b| order(a).cmp(&order(b)).then(b.ahead.abs().total_cmp(&a.ahead.abs())));
    let total_rows = items.len() + ended.len();
    let mut columns = columns(run, last_year);
    let mut panels: Vec<Option<u32>> = items.iter().map(|i| i.panel).chain(ended.iter().map(|_| None)).collect();
    panels.truncate(MAX_ROWS);
    let ended = ended.into_iter().map(|state| ended_row(run, state, columns.len()));
    let mut rows: Vec<Vec<Value>> = items.into_iter().map(|item| row(run, item)).chain(ended).take(MAX_ROWS).collect();
    if rows.iter().all(|row| row.last() == Some(&Value::Empty)) {
        columns.pop();
        rows.iter_mut().for_each(|row| drop(row.pop()));
    }
    Some(Block::Items(ItemList {
        table: Table { caption: Phrase::Forecast(ForecastPhrase::ItemsCaption), columns, rows, total_rows },
        panels,
    }))
}

fn item<'a>(run: &ForecastRun, state: &'a SeriesState, place: usize, by_year: bool) -> Option<Item<'a>> {
    let outcome = state.outcome.as_ref()?;
    let open = state.open.iter().filter(|&&o| o).count().clamp(1, outcome.mean.len().max(1));
    let ahead = mean(outcome.mean.iter().take(open))?;
    let known = mean(state.values.iter().filter(|v| v.is_finite())).map(f64::abs).filter(|v| *v > 0.0);
    let last_year = year::values(run, state);
    let before = last_year.clone().unwrap_or_else(|| state.values.iter().rev().take(open).copied().collect());
    let before = mean(before.iter().filter(|v| v.is_finite())).filter(|v| *v > 0.0);
    let width = outcome.ranges.first().and_then(|r| {
        let halves: Vec<f64> = r.upper.iter().zip(&r.lower).take(open).map(|(u, l)| (u - l) / 2.0).collect();
        mean(halves.iter())
    });
    let width = width.filter(|_| ahead != 0.0).map(|w| w / ahead.abs());
    let change = before.map(|b| ahead / b - 1.0).filter(|_| run.is_current(state));
    Some(Item {
        state,
        panel: u32::try_from(place).ok().filter(|_| place < MAX_PANELS),
        ahead,
        half: width.map(|w| w * ahead.abs()),
        // One column holds one kind of change.
        change: change.filter(|_| last_year.is_some() == by_year),
        width,
        error: known.zip(outcome.backtest.as_ref()).map(|(k, b)| b.mae / k),
        remark: trouble(run, state).or(match (change, width) {
            (Some(change), _) if change.abs() >= LARGE => {
                let wide = width.is_some_and(|width| width >= LARGE);
                Some(Phrase::Forecast(ForecastPhrase::ItemMoves { up: change > 0.0, wide }))
            }
            (_, Some(width)) if width >= LARGE => Some(Phrase::Forecast(ForecastPhrase::ItemWide)),
            _ => None,
        }),
    })
}

/// A series that ended has its end to show, and nothing to come.
fn ended_row(run: &ForecastRun, state: &SeriesState, width: usize) -> Vec<Value> {
    let mut row = vec![Value::Text(state.name.clone())];
    row.resize(width - 1, Value::Empty);
    row.push(ended(run, state).map_or(Value::Empty, |phrase| Value::Phrase(Box::new(phrase))));
    row
}

fn ended(run: &ForecastRun, state: &SeriesState) -> Option<Phrase> {
    Some(Phrase::Forecast(ForecastPhrase::ItemEnded { at: state.last_known()?, grain: run.grid.step.grain }))
}

/// The worst trouble with a series' data.
fn trouble(run: &ForecastRun, state: &SeriesState) -> Option<Phrase> {
    let known = state.known();
    let gaps = state.gaps().count() as f64 / state.values.len().max(1) as f64;
    match () {
        () if !run.is_current(state) => ended(run, state),
        () if state.oddities.shift.is_some_and(|s| s.at * 4 >= state.values.len() * 3) => {
            Some(Phrase::Forecast(ForecastPhrase::ItemShifted))
        }
        () if known < SHORT => Some(Phrase::Forecast(ForecastPhrase::ItemShort { have: known })),
        () if gaps > MANY_GAPS => Some(Phrase::Forecast(ForecastPhrase::ItemGaps { frac: gaps })),
        () => None,
    }
}

/// Whether most series are held against the same time a year before.
fn last_year_counts(run: &ForecastRun) -> bool {
    let current = || run.series.iter().filter(|s| run.is_current(s));
    current().filter(|s| year::values(run, s).is_some()).count() * 2 >= current().count().max(1)
}

/// How soon an item is to be looked at, by its remark; 0 is first.
fn urgency(remark: Option<&Phrase>) -> u8 {
    match remark {
        None => 3,
        Some(Phrase::Forecast(ForecastPhrase::ItemWide)) => 2,
        Some(Phrase::Forecast(ForecastPhrase::ItemMoves { .. })) => 1,
        Some(_) => 0,
    }
}

fn columns(run: &ForecastRun, last_year: bool) -> Vec<TableColumn> {
    let change = if last_year { LabelCode::YearChange } else { LabelCode::Change };
    let column = |code, format| TableColumn { label: Label::Code(code), format };
    vec![
        column(LabelCode::Series, NumberFormat::Plain { unit: None }),
        column(LabelCode::MeanForecast, NumberFormat::Plain { unit: run.unit.clone() }),
        column(change, NumberFormat::Percent),
        column(LabelCode::RangeWidth, NumberFormat::Percent),
        column(LabelCode::PastError, NumberFormat::Percent),
        column(LabelCode::Remark, NumberFormat::Plain { unit: None }),
    ]
}

fn row(run: &ForecastRun, item: Item) -> Vec<Value> {
    let number = |v: Option<f64>| v.filter(|v| v.is_finite()).map_or(Value::Empty, Value::Number);
    vec![
        Value::Text(item.state.name.clone()),
        Value::Number(told(run, item.ahead, item.half.unwrap_or(0.0))),
        number(item.change),
        number(item.width),
        number(item.error),
        item.remark.map_or(Value::Empty, |phrase| Value::Phrase(Box::new(phrase))),
    ]
}

fn mean<'a>(values: impl Iterator<Item = &'a f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0usize), |(s, n), v| (s + v, n + 1));
    (count > 0).then(|| sum / count as f64)
}
