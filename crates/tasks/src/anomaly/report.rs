//! What the search for anomalies shows.

use std::collections::BTreeMap;

use sanpo_api::{
    AnomalyPhrase, Bar, BarChart, Block, ExportKind, How, Label, LabelCode, NumberFormat, Phrase, Reason, Report,
    Section, SectionId, Table, TableColumn, TaskId, Value,
};

use super::chart::chart;
use super::form::MOST_SENSITIVE;
use super::run::Kind;
use super::series::{SeriesRun, Track};
use super::shared::{Shared, events};
use super::table::TableRun;
use crate::{columns, how};

/// Rows listed on the screen.
const MAX_ROWS: usize = 200;
/// The person's own columns that stand behind each row.
const OWN_COLUMNS: usize = 4;
/// Stands between the names of columns, in every language.
const BETWEEN: &str = " / ";

/// The report on a plain table.
pub fn table(run: &TableRun, table: &sanpo_table::Table) -> Report {
    let ranked = ranked(run);
    let rows = run.verdict().score.len();
    let looked = How::LookedAt { columns: run.names(), rows };
    let Some(&top) = ranked.first() else {
        let nothing = Phrase::Anomaly(AnomalyPhrase::None { rows, columns: run.names().len(), span: None });
        return quiet(nothing, vec![], vec![looked, How::UsualAmongRows], run.sensitivity);
    };
    let headline = vec![
        Phrase::Anomaly(AnomalyPhrase::Rows { flagged: ranked.len(), rows }),
        Phrase::Anomaly(AnomalyPhrase::TopRow { row: table.row_name(top), reasons: run.reasons(top) }),
    ];
    let marked = How::Marked { sensitivity: run.sensitivity };
    let rows = Block::Table(row_table(run, table, &ranked));
    let mut sections = vec![section(SectionId::Rows, vec![rows]), how(vec![looked, How::UsualAmongRows, marked])];
    if let Some(bars) = column_bars(run, &ranked) {
        sections.push(section(SectionId::Why, vec![Block::Bars(bars)]));
    }
    sections.push(sure(vec![Phrase::Anomaly(AnomalyPhrase::How), Phrase::Anomaly(AnomalyPhrase::Check)]));
    report(headline, sections)
}

/// The report on series.
pub fn series(run: &SeriesRun) -> Report {
    let events = events(run);
    let points = run.rows();
    let columns: Vec<String> = run.tracks.iter().map(|track| track.name.clone()).collect();
    let charts = charts(run, &events);
    let nothing = Phrase::Anomaly(AnomalyPhrase::None { rows: points, columns: columns.len(), span: run.span() });
    let looked = How::LookedAt { columns, rows: points };
    let Some(top) = events.first() else {
        return quiet(nothing, charts, vec![looked, How::UsualInTime], run.sensitivity);
    };
    let flagged = events.iter().map(|event| event.rows).sum();
    let mut headline = vec![Phrase::Anomaly(AnomalyPhrase::Events { events: events.len(), flagged, points })];
    headline.extend(top_moment(top));
    let marked = How::Marked { sensitivity: run.sensitivity };
    let sections = vec![
        section(SectionId::Answer, charts),
        how(vec![looked, How::UsualInTime, marked]),
        section(SectionId::Rows, vec![Block::Table(event_table(run, &events))]),
        sure(vec![Phrase::Anomaly(AnomalyPhrase::How), Phrase::Anomaly(AnomalyPhrase::Check)]),
    ];
    report(headline, sections)
}

/// The report when nothing stands out: what was looked at, how sure that is, and what else can be tried.
fn quiet(nothing: Phrase, charts: Vec<Block>, steps: Vec<How>, sensitivity: u8) -> Report {
    let mut sections = vec![
        section(SectionId::Answer, charts),
        how::section(steps, vec![], vec![]),
        sure(vec![Phrase::Anomaly(AnomalyPhrase::Quiet)]),
    ];
    if sensitivity < MOST_SENSITIVE {
        let more = Block::Sentences { phrases: vec![Phrase::Anomaly(AnomalyPhrase::TryMore { sensitivity })] };
        sections.push(section(SectionId::WhatToDo, vec![more]));
    }
    report(vec![nothing], sections)
}

fn report(headline: Vec<Phrase>, sections: Vec<Section>) -> Report {
    Report {
        task: TaskId::Anomaly,
        headline,
        grade: None,
        cautions: vec![],
        sections: sections.into_iter().filter(|section| !section.blocks.is_empty()).collect(),
        exports: vec![ExportKind::Sheet, ExportKind::Plain],
        takes_new_file: false,
    }
}

fn how(steps: Vec<How>) -> Section {
    how::section(steps, vec![], vec![How::AnomalyLimits])
}

fn sure(phrases: Vec<Phrase>) -> Section {
    section(SectionId::HowSure, vec![Block::Sentences { phrases }])
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
    // With the number of the row alone nobody finds the slip in a drawer.
    let own = columns::telling(table, OWN_COLUMNS);
    let rows = ranked.iter().take(MAX_ROWS).map(|&row| {
        let reasons = Phrase::Anomaly(AnomalyPhrase::Reasons { reasons: run.reasons(row) });
        let score = Value::Number(run.verdict().score[row]);
        let mut cells = vec![columns::file_row(table, row), score, Value::Phrase(Box::new(reasons))];
        cells.extend(own.iter().map(|&place| columns::own_value(table, place, row)));
        cells
    });
    let header = table.header();
    let named = |place: &usize| Label::Text(header.get(*place).cloned().unwrap_or_default());
    let mut heads = vec![
        column(LabelCode::Row, plain.clone()),
        column(LabelCode::Score, NumberFormat::Score),
        column(LabelCode::Reason, plain.clone()),
    ];
    heads.extend(own.iter().map(|place| TableColumn { label: named(place), format: plain.clone() }));
    Table {
        caption: Phrase::Anomaly(AnomalyPhrase::Table),
        columns: heads,
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
    (bars.len() > 1).then_some(BarChart { caption: Phrase::Anomaly(AnomalyPhrase::Columns), format, bars })
}

fn reason_column(reason: &Reason) -> &str {
    match reason {
        Reason::Beyond { column, .. }
        | Reason::Combination { column, .. }
        | Reason::Rare { column, .. }
        | Reason::Missing { column }
        | Reason::Expected { column, .. }
        | Reason::Shape { column } => column,
    }
}

/// A chart a column; that of the column with the oddest event, which the headline speaks of, comes first.
fn charts(run: &SeriesRun, events: &[Shared]) -> Vec<Block> {
    let oddest = events.first().and_then(|event| event.parts.first()).map(|part| part.track.name.as_str());
    let mut tracks: Vec<&Track> = run.tracks.iter().collect();
    tracks.sort_by_key(|track| oddest != Some(track.name.as_str()));
    tracks.into_iter().filter_map(|track| Some(Block::Line(chart(track, track.outcome.as_ref()?)))).collect()
}

fn top_moment(event: &Shared) -> Option<Phrase> {
    let part = event.parts.first()?;
    let reasons = part.track.reason(part.event.peak).into_iter().collect();
    Some(Phrase::Anomaly(AnomalyPhrase::TopMoment {
        at: part.track.moment(part.event.peak),
        grain: part.track.step.grain,
        reasons,
    }))
}

/// When, in which columns, and the worst moment of the oddest one.
fn event_table(run: &SeriesRun, events: &[Shared]) -> Table {
    let grain = run.tracks[0].step.grain;
    let phrase = |phrase: Phrase| Value::Phrase(Box::new(phrase));
    let rows = events.iter().take(MAX_ROWS).map(|event| {
        let columns: Vec<&str> = event.parts.iter().map(|part| part.track.name.as_str()).collect();
        let worst = event.parts.first().and_then(|part| part.track.reason(part.event.peak));
        vec![
            phrase(Phrase::Anomaly(AnomalyPhrase::Span { from: event.from, to: event.to, grain })),
            Value::Text(columns.join(BETWEEN)),
            phrase(Phrase::Anomaly(AnomalyPhrase::Reasons { reasons: worst.into_iter().collect() })),
            Value::Number(event.rows as f64),
            Value::Number(event.score()),
        ]
    });
    let rows: Vec<Vec<Value>> = rows.collect();
    let plain = NumberFormat::Plain { unit: None };
    Table {
        caption: Phrase::Anomaly(AnomalyPhrase::EventTable { shown: rows.len(), events: events.len() }),
        columns: vec![
            column(LabelCode::When, plain.clone()),
            column(LabelCode::Columns, plain.clone()),
            column(LabelCode::Reason, plain.clone()),
            column(LabelCode::Count, plain),
            column(LabelCode::Score, NumberFormat::Score),
        ],
        rows,
        total_rows: events.len(),
    }
}
