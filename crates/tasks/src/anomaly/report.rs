//! What the search for anomalies shows.

use std::collections::BTreeMap;

use sanpo_api::{
    Band, Bar, BarChart, Block, ExportKind, How, Label, LabelCode, Line, LineChart, LineRole, Mark, MarkKind,
    NumberFormat, Panel, Phrase, Reason, Report, Section, SectionId, Table, TableColumn, TaskId, Value,
};
use sanpo_models::anomaly::series::{Event, EventKind, SeriesOutcome};

use super::run::Kind;
use super::series::{SeriesRun, Track};
use super::table::TableRun;
use crate::how;

/// Rows listed on the screen.
const MAX_ROWS: usize = 200;
/// Points of a line; more are thinned so that highest and lowest of each stretch stay.
const MAX_POINTS: usize = 20_000;

/// The report on a plain table.
pub fn table(run: &TableRun, table: &sanpo_table::Table) -> Report {
    let ranked = ranked(run);
    let rows = run.verdict().score.len();
    let headline = match ranked.first() {
        None => vec![Phrase::AnomalyNone { rows }],
        Some(&row) => vec![
            Phrase::AnomalyRows { flagged: ranked.len(), rows },
            Phrase::AnomalyTopRow { row: table.file_row(row), reasons: run.reasons(row) },
        ],
    };
    let mut sections = vec![section(SectionId::Rows, vec![Block::Table(row_table(run, table, &ranked))])];
    if let Some(bars) = column_bars(run, &ranked) {
        sections.push(section(SectionId::Why, vec![Block::Bars(bars)]));
    }
    let marked = How::Marked { sensitivity: run.sensitivity };
    report(headline, sections, vec![How::LookedAt { columns: run.names(), rows }, How::UsualAmongRows, marked])
}

/// The report on series.
pub fn series(run: &SeriesRun) -> Report {
    let outcomes = || run.tracks.iter().filter_map(|t| t.outcome.as_ref().map(|o| (t, o)));
    let events: usize = outcomes().map(|(_, o)| o.events.len()).sum();
    let points = run.verdict().score.len();
    let flagged = run.verdict().is_anomaly.iter().filter(|&&f| f).count();
    let mut headline = vec![match events {
        0 => Phrase::AnomalyNone { rows: points },
        _ => Phrase::AnomalyEvents { events, flagged, points },
    }];
    headline.extend(top_moment(run));
    let charts = outcomes().map(|(t, o)| Block::Line(chart(t, o))).collect();
    let mut sections = vec![section(SectionId::Answer, charts)];
    if events > 0 {
        sections.push(section(SectionId::Rows, vec![Block::Table(event_table(run, events, flagged))]));
    }
    let columns = run.tracks.iter().map(|track| track.name.clone()).collect();
    let marked = How::Marked { sensitivity: run.sensitivity };
    report(headline, sections, vec![How::LookedAt { columns, rows: points }, How::UsualInTime, marked])
}

fn report(headline: Vec<Phrase>, mut sections: Vec<Section>, steps: Vec<How>) -> Report {
    sections.insert(1, how::section(steps, vec![], vec![How::AnomalyLimits]));
    let how = Block::Sentences { phrases: vec![Phrase::AnomalyHow, Phrase::AnomalyCheck] };
    sections.push(section(SectionId::HowSure, vec![how]));
    Report {
        task: TaskId::Anomaly,
        headline,
        grade: None,
        cautions: vec![],
        sections,
        exports: vec![ExportKind::Sheet, ExportKind::Plain],
        takes_new_file: false,
    }
}

fn section(id: SectionId, blocks: Vec<Block>) -> Section {
    Section { id, blocks }
}

/// Marked rows, oddest first.
fn ranked(run: &dyn Kind) -> Vec<usize> {
    let verdict = run.verdict();
    let mut rows: Vec<usize> = (0..verdict.score.len()).filter(|&r| verdict.is_anomaly[r]).collect();
    rows.sort_by(|&a, &b| verdict.score[b].total_cmp(&verdict.score[a]).then(a.cmp(&b)));
    rows
}

fn column(code: LabelCode, format: NumberFormat) -> TableColumn {
    TableColumn { label: Label::Code(code), format }
}

fn row_table(run: &TableRun, table: &sanpo_table::Table, ranked: &[usize]) -> Table {
    let plain = NumberFormat::Plain { unit: None };
    let rows = ranked.iter().take(MAX_ROWS).map(|&row| {
        let reasons = Phrase::AnomalyReasons { reasons: run.reasons(row) };
        let score = Value::Number(run.verdict().score[row]);
        vec![Value::Number(table.file_row(row) as f64), score, Value::Phrase(Box::new(reasons))]
    });
    Table {
        caption: Phrase::AnomalyTable,
        columns: vec![
            column(LabelCode::Row, plain.clone()),
            column(LabelCode::Score, NumberFormat::Score),
            column(LabelCode::Reason, plain),
        ],
        rows: rows.collect(),
        total_rows: ranked.len(),
    }
}

/// The columns that made rows stand out most often.
fn column_bars(run: &TableRun, ranked: &[usize]) -> Option<BarChart> {
    let mut counts: BTreeMap<String, f64> = BTreeMap::new();
    for &row in ranked.iter().take(2000) {
        for reason in &run.reasons(row) {
            *counts.entry(reason_column(reason).to_owned()).or_default() += 1.0;
        }
    }
    let mut bars: Vec<Bar> = counts.into_iter().map(|(c, value)| Bar { label: Label::Text(c), value }).collect();
    bars.sort_by(|a, b| b.value.total_cmp(&a.value));
    bars.truncate(10);
    let format = NumberFormat::Plain { unit: None };
    (bars.len() > 1).then_some(BarChart { caption: Phrase::AnomalyColumns, format, bars })
}

fn reason_column(reason: &Reason) -> &str {
    match reason {
        Reason::High { column, .. }
        | Reason::Low { column, .. }
        | Reason::Combination { column, .. }
        | Reason::Rare { column, .. }
        | Reason::Missing { column }
        | Reason::Expected { column, .. }
        | Reason::Shape { column } => column,
    }
}

/// All events of all columns, oddest first.
fn ranked_events(run: &SeriesRun) -> Vec<(f64, &Track, &Event)> {
    let mut events: Vec<(f64, &Track, &Event)> = run
        .tracks
        .iter()
        .filter_map(|t| t.outcome.as_ref().map(|o| (t, o)))
        .flat_map(|(t, o)| o.events.iter().map(move |e| (o.score[e.peak], t, e)))
        .collect();
    events.sort_by(|a, b| b.0.total_cmp(&a.0));
    events
}

fn top_moment(run: &SeriesRun) -> Option<Phrase> {
    let (_, track, event) = ranked_events(run).into_iter().next()?;
    let reasons = track.reason(event.peak).into_iter().collect();
    Some(Phrase::AnomalyTopMoment { at: track.moment(event.peak), grain: track.step.grain, reasons })
}

fn event_table(run: &SeriesRun, total_rows: usize, flagged: usize) -> Table {
    let grain = run.tracks[0].step.grain;
    let within = |(_, track, event): &(f64, &Track, &Event)| track.rows_within(event.start, event.end);
    let events = ranked_events(run);
    let in_all = events.iter().map(within).sum();
    let rows = events.into_iter().take(MAX_ROWS).map(|(score, track, event)| {
        let reasons = track.reason(event.peak).into_iter().collect();
        vec![
            Value::Time(track.moment(event.peak)),
            Value::Number(track.rows_within(event.start, event.end) as f64),
            Value::Number(score),
            Value::Phrase(Box::new(Phrase::AnomalyReasons { reasons })),
        ]
    });
    let plain = NumberFormat::Plain { unit: None };
    let rows: Vec<Vec<Value>> = rows.collect();
    Table {
        caption: Phrase::AnomalyEventTable { rows: in_all, flagged, shown: rows.len(), events: total_rows },
        columns: vec![
            column(LabelCode::Time, NumberFormat::Date(grain)),
            column(LabelCode::Count, plain.clone()),
            column(LabelCode::Score, NumberFormat::Score),
            column(LabelCode::Reason, plain),
        ],
        rows,
        total_rows,
    }
}

fn chart(track: &Track, outcome: &SeriesOutcome) -> LineChart {
    let keep = thinned(&track.values, MAX_POINTS);
    let x: Vec<f64> = keep.iter().map(|&i| track.moment(i).0 as f64).collect();
    let pick = |values: &[f64]| keep.iter().map(|&i| values[i]).collect::<Vec<f64>>();
    let actual = Line { role: LineRole::Actual, x: x.clone(), y: pick(&track.values) };
    let expected = Line { role: LineRole::Expected, x: x.clone(), y: pick(&outcome.expected) };
    let band = Band { level: 95, x, lower: pick(&outcome.lower), upper: pick(&outcome.upper) };
    let marks = outcome.events.iter().filter_map(|event| {
        let reasons = vec![track.reason(event.peak)?];
        let kind = match event.kind {
            EventKind::High => MarkKind::High,
            EventKind::Low => MarkKind::Low,
            EventKind::Shape => MarkKind::Odd,
        };
        let y = track.values[event.peak];
        let phrase = Phrase::AnomalyReasons { reasons };
        y.is_finite().then(|| Mark { x: track.moment(event.peak).0 as f64, y, kind, phrase })
    });
    LineChart {
        caption: Phrase::AnomalyChart { what: track.name.clone() },
        value: track.name.clone(),
        unit: track.unit.clone(),
        grain: track.step.grain,
        complete: keep.len() == track.values.len(),
        panels: vec![Panel {
            name: String::new(),
            phrases: vec![],
            lines: vec![actual, expected],
            bands: vec![band],
            marks: marks.collect(),
        }],
    }
}

/// Places to draw: all of them, or lowest and highest of each of `max / 2` stretches, so that no spike is lost.
fn thinned(values: &[f64], max: usize) -> Vec<usize> {
    if values.len() <= max {
        return (0..values.len()).collect();
    }
    let width = values.len().div_ceil(max / 2);
    let mut keep = Vec::new();
    for start in (0..values.len()).step_by(width) {
        let stretch = start..(start + width).min(values.len());
        let known = || stretch.clone().filter(|&i| values[i].is_finite());
        let low = known().min_by(|&a, &b| values[a].total_cmp(&values[b])).unwrap_or(start);
        let high = known().max_by(|&a, &b| values[a].total_cmp(&values[b])).unwrap_or(start);
        keep.push(low.min(high));
        if low != high {
            keep.push(low.max(high));
        }
    }
    keep
}
