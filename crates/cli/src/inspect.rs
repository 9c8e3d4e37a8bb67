//! `inspect`: what was found in a file, as JSON or in short.

use sanpo_api::{AskWhat, Lang, Problem, Profile};
use sanpo_engine::{Engine, reason_code};
use sanpo_text::Text;
use serde_json::{Value, json};

use crate::Around;
use crate::args::Inspect;
use crate::print::{self, Ended};
use crate::task;

/// Reads the file and prints its profile; a refusal is a result as well, with exit code 2 unless JSON was asked for.
pub fn inspect(args: &Inspect, around: &Around) -> Result<(), Ended> {
    let mut engine = Engine::new(Box::new(Text));
    let opened = task::open(&mut engine, &args.file, around);
    match (opened, engine.profile()) {
        (Ok(()), Some(found)) if args.json => print::json(&profile(found)),
        (Ok(()), Some(found)) => print::lines(short(found, around.lang)),
        (Err(problem), _) if args.json && !matches!(problem, Problem::File { .. }) => print::json(&refusal(&problem)),
        (Err(problem), _) => Err(problem.into()),
        (Ok(()), None) => Err(Problem::NoFile.into()),
    }
}

fn profile(profile: &Profile) -> Value {
    let file = &profile.file;
    let ask: Vec<&str> = profile.asks.iter().map(|a| ask_code(a.what)).collect();
    json!({
        "format": file.format,
        "encoding": file.encoding,
        "delimiter": file.delimiter,
        "header_row": file.header_row,
        "header_rows": file.header_rows,
        "data_rows": file.data_rows,
        "not_data": file.not_data,
        "sheet": file.sheet,
        "columns": profile.columns.iter().filter(|c| !c.made).map(column).collect::<Vec<_>>(),
        "made": profile.columns.iter().filter(|c| c.made).map(column).collect::<Vec<_>>(),
        "outcome": profile.outcome,
        "ask": ask,
        "reason": null,
        "asks": profile.asks,
        "notes": profile.notes,
        "encodings": file.encodings,
        "tasks": profile.tasks,
    })
}

fn column(column: &sanpo_api::ColumnProfile) -> Value {
    let cell = |cell: &Option<sanpo_api::Cell>| match cell {
        None => Value::Null,
        Some(sanpo_api::Cell::Number(number)) => json!(number),
        Some(sanpo_api::Cell::Text(text)) => json!(text),
    };
    json!({
        "name": column.name,
        "type": column.kind,
        "unit": column.unit,
        "grain": column.grain,
        "first": cell(&column.first),
        "last": cell(&column.last),
        "n_missing": column.n_missing,
        "sum": column.sum,
        "n_unique": column.n_unique,
        "role": column.role,
    })
}

fn refusal(problem: &Problem) -> Value {
    json!({ "outcome": "refuse", "reason": reason_code(problem), "ask": [], "columns": [], "problem": problem })
}

fn ask_code(ask: AskWhat) -> &'static str {
    match ask {
        AskWhat::Year => "year",
        AskWhat::NoDateColumn => "no_date_column",
        AskWhat::ColumnNames => "column_names",
        AskWhat::DayMonthOrder => "day_month_order",
        AskWhat::TwoDigitYearOrder => "two_digit_year_order",
        AskWhat::Unpivot => "unpivot",
        AskWhat::Transpose => "transpose",
        AskWhat::TwoTables => "two_tables",
        AskWhat::WeekNumbering => "week_numbering",
        AskWhat::TimeZone => "time_zone",
        AskWhat::MixedUnits => "mixed_units",
        AskWhat::Sheet => "sheet",
        AskWhat::Spellings => "spellings",
    }
}

fn short(profile: &Profile, lang: Lang) -> Vec<String> {
    let file = &profile.file;
    let head = format!("{}: {}, {}", file.name, sanpo_text::rows(lang, file.data_rows), file.encoding);
    let columns = profile.columns.iter().map(|c| format!("  {}: {}", c.name, sanpo_text::column_type(lang, c.kind)));
    let notes = profile.notes.iter().map(|note| format!("  {}", sanpo_text::note(lang, &note.note)));
    std::iter::once(head).chain(columns).chain(notes).collect()
}
