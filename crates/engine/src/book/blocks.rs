//! What a report draws, as rows: every number on the screen is in the workbook.

use std::collections::BTreeMap;

use sanpo_api::{
    BarChart, Block, GainsChart, Grain, GroupCard, HeatChart, Label, LabelCode, LineChart, LineRole, Moment,
    NumberFormat, ORDER_LEVELS, OrderList, PartsChart, Phrase, Report, ScatterChart, SheetName, Table, TrialChart,
    Value,
};
use sanpo_tasks::OutCell;

use super::{In, Page};

/// One page for each block that has values.
pub fn pages<'a>(report: &'a Report, into: &In<'a>) -> Vec<Page<'a>> {
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| page(block, into)).collect()
}

fn page<'a>(block: &'a Block, into: &In<'a>) -> Option<Page<'a>> {
    Some(match block {
        Block::Line(chart) => lines(chart, into),
        Block::Bars(chart) => bars(chart, into),
        Block::Scatter(chart) => points(chart, into),
        Block::Gains(chart) => gains(chart, into),
        Block::Heat(chart) => heat(chart, into),
        Block::Table(table) => of_table(table, SheetName::Table, into),
        Block::Items(list) => of_table(&list.table, SheetName::Items, into),
        Block::Groups { cards } => groups(cards, into),
        Block::Order(list) => orders(list, into),
        Block::Trials(chart) => trials(chart, into),
        Block::Parts(chart) => parts(chart, into),
        // The same parts as above, for turning up and down.
        Block::Sentences { .. } | Block::WhatIf(_) => return None,
    })
}

fn finish<'a>(name: SheetName, says: String, header: Vec<String>, rows: Vec<Vec<OutCell>>) -> Page<'a> {
    Page { name, says, header, rows: Box::new(rows.into_iter()) }
}

fn says(phrase: &Phrase, into: &In) -> String {
    into.words.phrase(into.lang, phrase)
}

fn time(secs: f64, grain: Grain) -> OutCell {
    OutCell::Time(Moment(secs as i64), grain)
}

/// Columns of a chart of lines, in the order in which they are written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Track {
    Line(u8),
    Lower(u8),
    Upper(u8),
}

fn lines<'a>(chart: &LineChart, into: &In) -> Page<'a> {
    let mut tracks: Vec<Track> = Vec::new();
    let mut values: BTreeMap<(usize, i64), BTreeMap<Track, f64>> = BTreeMap::new();
    let mut put = |panel: usize, track: Track, x: &[f64], y: &[f64]| {
        if !tracks.contains(&track) {
            tracks.push(track);
        }
        for (x, y) in x.iter().zip(y) {
            values.entry((panel, *x as i64)).or_default().insert(track, *y);
        }
    };
    for (number, panel) in chart.panels.iter().enumerate() {
        for line in &panel.lines {
            put(number, Track::Line(line.role as u8), &line.x, &line.y);
        }
        for band in &panel.bands {
            put(number, Track::Lower(band.level), &band.x, &band.lower);
            put(number, Track::Upper(band.level), &band.x, &band.upper);
        }
    }
    tracks.sort_unstable();
    let named = chart.panels.iter().any(|panel| !panel.name.is_empty());
    let mut header = vec![into.code(LabelCode::Time)];
    header.extend(tracks.iter().map(|track| into.code(track_name(*track))));
    if named {
        header.insert(0, into.code(LabelCode::Series));
    }
    let row = |((panel, at), found): ((usize, i64), BTreeMap<Track, f64>)| {
        let mut cells = vec![OutCell::Time(Moment(at), chart.grain)];
        cells.extend(tracks.iter().map(|t| found.get(t).map_or(OutCell::Empty, |v| OutCell::number(*v))));
        if named {
            cells.insert(0, OutCell::Text(chart.panels[panel].name.clone()));
        }
        cells
    };
    finish(SheetName::Lines, says(&chart.caption, into), header, values.into_iter().map(row).collect())
}

fn track_name(track: Track) -> LabelCode {
    const ROLES: [(LineRole, LabelCode); 4] = [
        (LineRole::Actual, LabelCode::Actual),
        (LineRole::Forecast, LabelCode::Forecast),
        (LineRole::PastForecast, LabelCode::PastForecast),
        (LineRole::LastForecast, LabelCode::PastForecast),
    ];
    match track {
        Track::Lower(level) => LabelCode::Lower(level),
        Track::Upper(level) => LabelCode::Upper(level),
        Track::Line(role) => {
            let known = ROLES.into_iter().find(|(known, _)| *known as u8 == role);
            known.map_or(LabelCode::Expected, |(_, code)| code)
        }
    }
}

fn bars<'a>(chart: &BarChart, into: &In) -> Page<'a> {
    let name = |label: &Label| OutCell::Text(into.words.label(into.lang, label));
    let rows = chart.bars.iter().map(|bar| vec![name(&bar.label), OutCell::number(bar.value)]).collect();
    let caption = says(&chart.caption, into);
    finish(SheetName::Bars, caption.clone(), vec![caption, String::new()], rows)
}

fn points<'a>(chart: &'a ScatterChart, into: &In<'a>) -> Page<'a> {
    let label = |label: &Label| into.words.label(into.lang, label);
    let header = vec![label(&chart.x_label), label(&chart.y_label), into.code(LabelCode::GroupHeading)];
    let groups: Vec<String> = chart.groups.iter().map(label).collect();
    let rows = (0..chart.x.len().min(chart.y.len())).map(move |i| {
        let group = chart.group.get(i).and_then(|g| groups.get(*g as usize));
        let group = group.map_or(OutCell::Empty, |name| OutCell::Text(name.clone()));
        vec![OutCell::number(chart.x[i]), OutCell::number(chart.y[i]), group]
    });
    Page { name: SheetName::Points, says: says(&chart.caption, into), header, rows: Box::new(rows) }
}

fn gains<'a>(chart: &GainsChart, into: &In) -> Page<'a> {
    let header = vec![into.code(LabelCode::LookedAt), into.code(LabelCode::Found)];
    let rows = chart.points.iter().map(|(top, found)| vec![OutCell::number(*top), OutCell::number(*found)]);
    finish(SheetName::Points, says(&chart.caption, into), header, rows.collect())
}

fn heat<'a>(chart: &HeatChart, into: &In) -> Page<'a> {
    let name = |label: &Label| into.words.label(into.lang, label);
    let mut header = vec![String::new()];
    header.extend(chart.columns.iter().map(name));
    let rows = chart.rows.iter().zip(chart.values.chunks(chart.columns.len().max(1)));
    let rows = rows.map(|(row, values)| {
        let mut cells = vec![OutCell::Text(name(row))];
        cells.extend(values.iter().map(|v| OutCell::number(*v)));
        cells
    });
    finish(SheetName::Table, says(&chart.caption, into), header, rows.collect())
}

fn of_table<'a>(table: &Table, name: SheetName, into: &In) -> Page<'a> {
    let header = table.columns.iter().map(|column| into.words.label(into.lang, &column.label)).collect();
    let cells = |row: &Vec<Value>| row.iter().zip(&table.columns).map(|(v, c)| cell(v, &c.format, into)).collect();
    finish(name, says(&table.caption, into), header, table.rows.iter().map(cells).collect())
}

fn cell(value: &Value, format: &NumberFormat, into: &In) -> OutCell {
    match value {
        Value::Empty => OutCell::Empty,
        Value::Number(number) => OutCell::number(*number),
        Value::Time(moment) => match format {
            NumberFormat::Date(grain) => OutCell::Time(*moment, *grain),
            _ => OutCell::Time(*moment, Grain::Day),
        },
        Value::Text(text) => OutCell::Text(text.clone()),
        Value::Label(label) => OutCell::Text(into.words.label(into.lang, label)),
        Value::Phrase(phrase) => OutCell::Text(says(phrase, into)),
    }
}

fn groups<'a>(cards: &[GroupCard], into: &In) -> Page<'a> {
    let codes = [LabelCode::GroupHeading, LabelCode::GroupName, LabelCode::Count, LabelCode::Share, LabelCode::Reason];
    let row = |card: &GroupCard| {
        let traits: Vec<String> = card.traits.iter().map(|phrase| says(phrase, into)).collect();
        vec![
            OutCell::Number(f64::from(card.group)),
            OutCell::Text(says(&card.name, into)),
            OutCell::Number(card.rows as f64),
            OutCell::number(card.share_frac),
            OutCell::Text(traits.join("\n")),
        ]
    };
    let header = codes.map(|code| into.code(code)).to_vec();
    finish(SheetName::Groups, String::new(), header, cards.iter().map(row).collect())
}

/// Every quantity of the two sliders, so that the list can be taken up again without Sanpo.
fn orders<'a>(list: &OrderList, into: &In) -> Page<'a> {
    const LEVELS: [u8; 7] = [50, 60, 70, 80, 90, 95, 99];
    let mut header = vec![into.code(LabelCode::Series)];
    for &(count, grain) in &list.spans {
        let span = into.code(LabelCode::DemandOver(count, grain));
        header.extend(LEVELS.iter().map(|level| format!("{span} {level}%")));
        header.push(span);
    }
    debug_assert!(LEVELS.iter().all(|level| (ORDER_LEVELS.0..=ORDER_LEVELS.1).contains(level)));
    let row = |item: &sanpo_api::OrderItem| {
        let mut cells = vec![OutCell::Text(item.name.clone())];
        for demand in &item.demand {
            cells.extend(LEVELS.iter().map(|level| OutCell::number(demand.quantity(*level))));
            cells.push(OutCell::number(demand.expected));
        }
        cells
    };
    finish(SheetName::Orders, String::new(), header, list.items.iter().map(row).collect())
}

fn trials<'a>(chart: &TrialChart, into: &In) -> Page<'a> {
    let codes = [LabelCode::Series, LabelCode::Time, LabelCode::PastForecast, LabelCode::Actual];
    let mut rows = Vec::new();
    for (panel, trials) in chart.chart.panels.iter().zip(&chart.trials) {
        let actual = panel.lines.iter().find(|line| line.role == LineRole::Actual);
        let happened: BTreeMap<i64, f64> =
            actual.iter().flat_map(|line| line.x.iter().zip(&line.y)).map(|(x, y)| (*x as i64, *y)).collect();
        for line in trials.iter().map(|trial| &trial.line) {
            rows.extend(line.x.iter().zip(&line.y).map(|(x, y)| {
                let truth = happened.get(&(*x as i64)).map_or(OutCell::Empty, |v| OutCell::number(*v));
                vec![OutCell::Text(panel.name.clone()), time(*x, chart.chart.grain), OutCell::number(*y), truth]
            }));
        }
    }
    finish(SheetName::Trials, says(&chart.chart.caption, into), codes.map(|code| into.code(code)).to_vec(), rows)
}

fn parts<'a>(chart: &PartsChart, into: &In) -> Page<'a> {
    let codes = [LabelCode::Series, LabelCode::Time, LabelCode::Contribution];
    let mut header = codes.map(|code| into.code(code)).to_vec();
    header.push(chart.value.clone());
    let mut rows = Vec::new();
    for panel in &chart.panels {
        for part in &panel.parts {
            let name = into.words.label(into.lang, &part.label);
            rows.extend(panel.x.iter().zip(&part.y).map(|(x, y)| {
                let (series, part) = (OutCell::Text(panel.name.clone()), OutCell::Text(name.clone()));
                vec![series, time(*x, chart.grain), part, OutCell::number(*y)]
            }));
        }
    }
    finish(SheetName::Parts, says(&chart.caption, into), header, rows)
}
