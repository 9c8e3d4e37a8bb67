//! Open questions, each with its answers and what they make of the person's own cells.

use sanpo_api::{Ask, AskOption, AskWhat, Choice, DateOrder, Grain, Layout, Moment, TablePart, WeekNumbering, Zone};

use crate::cells::date::{Digits, JAPAN_AHEAD_SECS, Order, Style, parse};
use crate::civil::{iso, new_year_week};
use crate::layout::Wide;
use crate::typing::{Column, Rivals, YearSource};

use super::{Shape, harmless};

/// All open questions, the most important first.
pub fn all(shape: &Shape, columns: &[Column]) -> Vec<Ask> {
    let mut asks: Vec<Ask> = Vec::new();
    asks.extend(sheets(shape));
    asks.extend(tables(shape));
    asks.extend(layout(shape));
    asks.extend(names(shape, columns));
    asks.extend(year(shape, columns));
    asks.extend(columns.iter().filter_map(order));
    asks.extend(columns.iter().find(|c| c.weeks).map(weeks));
    asks.extend(columns.iter().find(|c| c.utc).map(zone));
    asks.extend(columns.iter().filter(|c| (c.converted || c.mixed) && !c.units_settled).map(units));
    asks.extend(columns.iter().filter(|c| c.spellings.0 > 0 && !c.merged).map(spellings));
    if columns.len() == 1 && columns[0].grain.is_none() {
        asks.push(Ask { what: AskWhat::NoDateColumn, options: Vec::new() });
    }
    asks
}

fn option(choice: Choice, in_force: bool, cells: Vec<(String, String)>) -> AskOption {
    let cells = cells.into_iter().take(3).map(|(a, b)| (harmless(&a), harmless(&b))).collect();
    AskOption { choice, in_force, cells }
}

/// Sheets that hold tables.
fn sheets(shape: &Shape) -> Option<Ask> {
    let options = shape.sheets.iter().map(|o| option(o.choice.clone(), o.in_force, o.cells.clone()));
    (!shape.sheets.is_empty()).then(|| Ask { what: AskWhat::Sheet, options: options.collect() })
}

/// Tables below each other or side by side.
fn tables(shape: &Shape) -> Option<Ask> {
    let heads = |names: &[String]| -> Vec<(String, String)> {
        names.iter().filter(|n| !n.is_empty()).map(|n| (n.clone(), String::new())).collect()
    };
    let mut options: Vec<AskOption> = Vec::new();
    for (i, header) in shape.stacked.iter().enumerate() {
        options.push(option(Choice::Table(TablePart::Stacked(i as u32)), shape.stacked_used == Some(i), heads(header)));
    }
    if options.is_empty() && !shape.beside.is_empty() {
        options.push(option(Choice::Table(TablePart::Whole), true, Vec::new()));
        for (i, header) in shape.beside.iter().enumerate() {
            options.push(option(Choice::Table(TablePart::Beside(i as u32)), false, heads(header)));
        }
    }
    (!options.is_empty()).then_some(Ask { what: AskWhat::TwoTables, options })
}

fn layout(shape: &Shape) -> Option<Ask> {
    let wide = shape.wide.as_ref()?;
    let cells: Vec<(String, String)> = shape.wide_heads.iter().cloned().zip(wide.labels.iter().cloned()).collect();
    let choice = |layout| Choice::Layout(layout);
    let is_long = shape.turned.is_some();
    let mut options = vec![option(choice(Layout::AsIs), !is_long, Vec::new())];
    let turned = option(choice(Layout::Transposed), false, cells.clone());
    let long = option(choice(Layout::Long), is_long, cells);
    let what = if wide.turned { AskWhat::Transpose } else { AskWhat::Unpivot };
    options.extend(if wide.turned { vec![turned, long] } else { vec![long] });
    Some(Ask { what, options })
}

fn names(shape: &Shape, columns: &[Column]) -> Option<Ask> {
    if shape.has_header || shape.header_settled {
        return None;
    }
    let first: Vec<String> = shape.first_cells.clone();
    let given = first.iter().cloned().zip(columns.iter().map(|c| c.name.clone())).collect();
    let taken = first.iter().cloned().zip(first.iter().cloned()).collect();
    let options = vec![option(Choice::Header(false), true, given), option(Choice::Header(true), false, taken)];
    Some(Ask { what: AskWhat::ColumnNames, options })
}

/// The year of dates without one: in a column, or in the headings of a wide table.
fn year(shape: &Shape, columns: &[Column]) -> Option<Ask> {
    let open = |source: YearSource| !shape.own_year && matches!(source, YearSource::Title | YearSource::Unknown);
    let column = columns.iter().find(|c| open(c.year));
    let wide = shape.wide.as_ref().filter(|w| open(w.year));
    let (first, cell, grain) = match (column, wide) {
        (Some(column), _) => (column.first_moment()?, column.examples.first().cloned(), column.grain),
        (None, Some(wide)) => {
            let first = shape.wide_heads.first().cloned();
            let year = wide.first_year?;
            return Some(years(year, first, |year| format!("{year}")));
        }
        (None, None) => return None,
    };
    let civil = first.civil();
    let grain = grain.unwrap_or(Grain::Day);
    Some(years(civil.year as i32, cell, |year| {
        let day = civil.day.min(crate::civil::month_days(year, civil.month));
        crate::civil::midnight(year, civil.month, day).map_or(String::new(), |m| iso(m, grain))
    }))
}

fn years(guess: i32, cell: Option<String>, read: impl Fn(i32) -> String) -> Ask {
    let of = |year: i32| {
        let cells = cell.iter().map(|cell| (cell.clone(), read(year))).collect();
        option(Choice::Year(year), year == guess, cells)
    };
    Ask { what: AskWhat::Year, options: (guess - 2..=guess + 2).map(of).collect() }
}

fn order(column: &Column) -> Option<Ask> {
    let (order, rivals) = column.order.filter(|(_, rivals)| *rivals != Rivals::default())?;
    let read = |order: Order| -> Vec<(String, String)> {
        let style = Style { order, digits: Digits::No };
        let of = |cell: &String| Some((cell.clone(), iso(parse(cell, style)?.moment, Grain::Day)));
        column.examples.iter().filter_map(of).collect()
    };
    let named = |order: Order| match order {
        Order::Ymd => DateOrder::Ymd,
        Order::Dmy => DateOrder::Dmy,
        Order::Mdy => DateOrder::Mdy,
    };
    let of = |this: Order| {
        option(Choice::DateOrder { column: column.name.clone(), order: named(this) }, this == order, read(this))
    };
    let options: Vec<AskOption> = std::iter::once(order).chain(rivals.iter()).map(of).collect();
    let what = if order == Order::Ymd { AskWhat::TwoDigitYearOrder } else { AskWhat::DayMonthOrder };
    Some(Ask { what, options })
}

fn weeks(column: &Column) -> Ask {
    let read = |turn: fn(Moment) -> Moment| -> Vec<(String, String)> {
        let of = |cell: &String| Some((cell.clone(), iso(turn(parse(cell, Style::PLAIN)?.moment), Grain::Day)));
        column.examples.iter().filter_map(of).take(2).collect()
    };
    let options = vec![
        option(Choice::Weeks(WeekNumbering::Iso), true, read(|m| m)),
        option(Choice::Weeks(WeekNumbering::FromNewYear), false, read(new_year_week)),
    ];
    Ask { what: AskWhat::WeekNumbering, options }
}

fn zone(column: &Column) -> Ask {
    let read = |ahead_secs: i64| -> Vec<(String, String)> {
        let of = |cell: &String| {
            let moment = parse(cell, Style { order: Order::Ymd, digits: Digits::Unix })?.moment;
            Some((cell.clone(), iso(Moment(moment.0 - ahead_secs), Grain::Minute).replace('T', " ")))
        };
        column.examples.iter().filter_map(of).take(2).collect()
    };
    let options = vec![
        option(Choice::Zone(Zone::Japan), true, read(0)),
        option(Choice::Zone(Zone::Utc), false, read(JAPAN_AHEAD_SECS)),
    ];
    Ask { what: AskWhat::TimeZone, options }
}

fn units(column: &Column) -> Ask {
    let name = || column.name.clone();
    let as_text = option(Choice::AsText { column: name() }, column.mixed, Vec::new());
    let convert = || option(Choice::ConvertUnits { column: name() }, true, Vec::new());
    let options = if column.mixed { vec![as_text] } else { vec![convert(), as_text] };
    Ask { what: AskWhat::MixedUnits, options }
}

fn spellings(column: &Column) -> Ask {
    let of = |merge: bool| Choice::MergeSpellings { column: column.name.clone(), merge };
    let options = vec![option(of(false), true, Vec::new()), option(of(true), false, column.spellings.1.clone())];
    Ask { what: AskWhat::Spellings, options }
}

/// The first headings of the measure of a wide table.
pub fn heads(wide: &Wide, columns: &[Column]) -> Vec<String> {
    wide.measures.iter().take(3).filter_map(|i| columns.get(*i)).map(|c| c.raw.clone()).collect()
}
