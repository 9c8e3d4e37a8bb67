//! What a report shows, as rows: every number on the screen is in the workbook.

use sanpo_api::{
    AnomalyPhrase, BarChart, Block, BookWord, ForecastPhrase, GainsChart, Grain, GroupCard, HeatChart, LabelCode,
    NumberFormat, ORDER_LEVELS, OrderList, Phrase, PredictPhrase, Report, ScatterChart, SheetName, Table, Value,
};
use sanpo_table::Typed;
use sanpo_tasks::OutCell;

use super::drawing::{Drawing, Paint, Shape, Track};
use super::lines::lines;
use super::parts::parts;
use super::sheets::at;
use super::trials::trials;
use super::{In, Page, name};

/// One page for each block that has values.
pub fn pages<'a>(report: &'a Report, into: &In<'a>) -> Vec<Page<'a>> {
    let blocks = report.sections.iter().flat_map(|section| section.blocks.iter().map(|block| (section.id, block)));
    blocks.filter_map(|(heading, block)| page(name::of_block(block, report.task, heading), block, into)).collect()
}

fn page<'a>(name: SheetName, block: &'a Block, into: &In<'a>) -> Option<Page<'a>> {
    Some(match block {
        Block::Line(chart) => lines(name, chart, into),
        Block::Bars(chart) => bars(name, chart, into),
        Block::Scatter(chart) => points(name, chart, into),
        Block::Gains(chart) => gains(name, chart, into),
        Block::Heat(chart) => heat(name, chart, into),
        Block::Table(table) => of_table(name, table, into),
        Block::Items(list) => of_table(name, &list.table, into),
        Block::Groups { cards } => groups(name, cards, into),
        Block::Order(list) => orders(name, list, into),
        Block::Trials(chart) => trials(name, chart, into),
        Block::Parts(chart) => parts(name, chart, into),
        // The same parts as above, for turning up and down.
        Block::Sentences { .. } | Block::WhatIf(_) => return None,
    })
}

/// A drawing of columns over the same rows, from the second on.
fn drawing(shape: Shape, title: &str, axes: (String, String), tracks: Vec<Track>) -> Vec<Drawing> {
    if tracks.is_empty() {
        vec![]
    } else {
        vec![Drawing::Chart { shape, title: title.to_owned(), axes, tracks, numbers: String::new() }]
    }
}

fn bars<'a>(name: SheetName, chart: &BarChart, into: &In) -> Page<'a> {
    let rows = chart.bars.iter().map(|bar| vec![OutCell::Text(into.label(&bar.label)), OutCell::number(bar.value)]);
    let rows: Vec<Vec<OutCell>> = rows.collect();
    let says = into.says(&chart.caption);
    let track = || Track { name: says.clone(), columns: (0, 1), rows: (1, rows.len() as u32), paint: Paint::Group(0) };
    let tracks = (!rows.is_empty()).then(track).into_iter().collect();
    let drawings = drawing(Shape::Bars, &says, Default::default(), tracks);
    let header = vec![into.book(BookWord::Item), into.book(BookWord::Value)];
    Page { drawings, ..Page::new(name, says, header, rows).formatted(1, &chart.format) }
}

/// Points, those of a group together.
fn points<'a>(name: SheetName, chart: &ScatterChart, into: &In) -> Page<'a> {
    let axes = (into.label(&chart.x_label), into.label(&chart.y_label));
    let header = vec![axes.0.clone(), axes.1.clone(), into.code(LabelCode::GroupHeading)];
    let group = |i: usize| chart.group.get(i).map_or(usize::MAX, |g| *g as usize);
    let mut places: Vec<usize> = (0..chart.x.len().min(chart.y.len())).collect();
    places.sort_by_key(|i| group(*i));
    let mut tracks: Vec<Track> = Vec::new();
    let mut last = usize::MAX;
    for (place, row) in places.iter().zip(1u32..) {
        let (number, known) = (group(*place), chart.groups.get(group(*place)));
        match (known, tracks.last_mut()) {
            (Some(_), Some(track)) if last == number => track.rows.1 = row,
            (Some(label), _) => {
                let paint = Paint::Group(number);
                tracks.push(Track { name: into.label(label), columns: (0, 1), rows: (row, row), paint });
            }
            (None, _) => {}
        }
        last = number;
    }
    let rows = places.into_iter().map(|i| {
        let group = chart.groups.get(group(i)).map_or(OutCell::Empty, |label| OutCell::Text(into.label(label)));
        vec![OutCell::number(chart.x[i]), OutCell::number(chart.y[i]), group]
    });
    let (says, rows) = (into.says(&chart.caption), rows.collect::<Vec<_>>());
    let drawings = drawing(Shape::Points, &says, axes, tracks);
    Page { drawings, ..Page::new(name, says, header, rows) }
}

fn gains<'a>(name: SheetName, chart: &GainsChart, into: &In) -> Page<'a> {
    let codes = [LabelCode::LookedAt, LabelCode::Found, LabelCode::ByChance];
    let header = codes.map(|code| into.code(code)).to_vec();
    let rows = chart.points.iter().map(|(top, found)| [*top, *found, *top].map(OutCell::number).to_vec());
    let says = into.says(&chart.caption);
    let track = |place: usize| Track {
        name: header[place].clone(),
        columns: (0, at(place)),
        rows: (1, chart.points.len() as u32),
        paint: if place == 1 { Paint::Group(0) } else { Paint::Edge(0) },
    };
    let tracks = if chart.points.is_empty() { vec![] } else { vec![track(1), track(2)] };
    let drawings = drawing(Shape::Curve, &says, (header[0].clone(), header[1].clone()), tracks);
    Page { drawings, ..Page::new(name, says, header, rows.collect::<Vec<_>>()) }
}

fn heat<'a>(name: SheetName, chart: &HeatChart, into: &In) -> Page<'a> {
    let mut header = vec![into.book(BookWord::Weekday)];
    header.extend(chart.columns.iter().map(|label| into.label(label)));
    let rows = chart.rows.iter().zip(chart.values.chunks(chart.columns.len().max(1)));
    let rows = rows.map(|(row, values)| {
        let mut cells = vec![OutCell::Text(into.label(row))];
        cells.extend(values.iter().map(|v| OutCell::number(*v)));
        cells
    });
    let unit = NumberFormat::Plain { unit: chart.unit.clone() };
    let filled = !chart.rows.is_empty() && !chart.columns.is_empty();
    let shades = filled.then(|| Drawing::Shades(chart.rows.len() as u32, at(chart.columns.len())));
    let page = Page::new(name, into.says(&chart.caption), header, rows.collect::<Vec<_>>()).formatted(1, &unit);
    // Rows of a matrix are no list to be filtered.
    Page { drawings: shades.into_iter().collect(), remark: into.book(BookWord::Shades), is_list: false, ..page }
}

fn of_table<'a>(name: SheetName, table: &Table, into: &In) -> Page<'a> {
    let header = table.columns.iter().map(|column| into.label(&column.label)).collect();
    let cells = |row: &Vec<Value>| row.iter().zip(&table.columns).map(|(v, c)| cell(v, &c.format, into)).collect();
    let rows: Vec<Vec<OutCell>> = table.rows.iter().map(cells).collect();
    let (shown, all) = (rows.len(), table.total_rows);
    // The rows of the result are all on their own sheet; other lists end here.
    let whole = matches!(
        table.caption,
        Phrase::Forecast(ForecastPhrase::Table)
            | Phrase::Predict(PredictPhrase::Table)
            | Phrase::Anomaly(AnomalyPhrase::Table)
    );
    let remark = match shown < all {
        true => into.book(BookWord::FirstRows { shown, all, whole }),
        false => String::new(),
    };
    let formats = table.columns.iter().map(|column| column.format.clone()).collect();
    Page { formats, remark, ..Page::new(name, into.says(&table.caption), header, rows) }
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
        Value::Own(text, number) => OutCell::Own(text.clone(), Some(Typed::Number(*number))),
        Value::Label(label) => OutCell::Text(into.label(label)),
        Value::Phrase(phrase) => OutCell::Text(into.says(phrase)),
    }
}

fn groups<'a>(name: SheetName, cards: &[GroupCard], into: &In) -> Page<'a> {
    let count = if cards.iter().any(|card| card.customers) { LabelCode::CustomerCount } else { LabelCode::Count };
    let mut codes = vec![LabelCode::GroupHeading, LabelCode::GroupName, count, LabelCode::Share];
    let money = cards.iter().any(|card| card.money_frac.is_some());
    codes.extend(money.then_some(LabelCode::MoneyShare));
    let row = |card: &GroupCard| {
        let traits: Vec<String> = card.traits.iter().map(|phrase| into.says(phrase)).collect();
        let mut cells = vec![
            OutCell::Number(f64::from(card.group)),
            OutCell::Text(into.says(&card.name)),
            OutCell::Number(card.rows as f64),
            OutCell::share(card.share_frac),
        ];
        cells.extend(money.then(|| card.money_frac.map_or(OutCell::Empty, OutCell::share)));
        cells.push(OutCell::Text(traits.join("\n")));
        cells
    };
    let mut header: Vec<String> = codes.into_iter().map(|code| into.code(code)).collect();
    header.push(into.book(BookWord::Traits));
    Page::new(name, into.book(BookWord::GroupsSay), header, cards.iter().map(row).collect::<Vec<_>>())
}

/// Every quantity of the two sliders, so that the list can be taken up again without Sanpo.
fn orders<'a>(name: SheetName, list: &OrderList, into: &In) -> Page<'a> {
    const LEVELS: [u8; 7] = [50, 60, 70, 80, 90, 95, 99];
    let mut header = vec![into.code(LabelCode::Series)];
    for &(count, grain) in &list.spans {
        header.extend(LEVELS.iter().map(|level| into.book(BookWord::Enough(count, grain, *level))));
        header.push(into.code(LabelCode::DemandOver(count, grain)));
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
    let unit = NumberFormat::Plain { unit: list.unit.clone() };
    Page::new(name, into.book(BookWord::OrdersSay), header, list.items.iter().map(row).collect::<Vec<_>>())
        .formatted(1, &unit)
}
