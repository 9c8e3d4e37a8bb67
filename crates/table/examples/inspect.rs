//! Prints what the reader makes of a file as JSON: `inspect FILE`.

use std::process::ExitCode;

use sanpo_api::{Cell, ColumnProfile, Problem, Profile};
use sanpo_table::{read, reason_code};
use serde_json::{Value, json};

fn main() -> ExitCode {
    // `inspect FILE --json` and `inspect inspect FILE --json` are both understood.
    let Some(path) = std::env::args().skip(1).find(|a| a != "inspect" && a != "--json") else {
        eprintln!("usage: inspect FILE");
        return ExitCode::from(2);
    };
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let started = std::time::Instant::now();
    let result = read(&path, &bytes, &mut |_| ());
    eprintln!("{:.3} s", started.elapsed().as_secs_f64());
    let shown = match result {
        Ok(table) => facts(table.profile()),
        Err(problem) => refusal(&problem),
    };
    println!("{shown}");
    ExitCode::SUCCESS
}

fn refusal(problem: &Problem) -> Value {
    json!({ "outcome": "refuse", "reason": reason_code(problem), "problem": problem })
}

fn facts(profile: &Profile) -> Value {
    let file = &profile.file;
    json!({
        "format": file.format,
        "encoding": file.encoding,
        "delimiter": file.delimiter,
        "header_row": file.header_row,
        "header_rows": file.header_rows,
        "data_rows": file.data_rows,
        "not_data": file.not_data,
        "columns": profile.columns.iter().map(column).collect::<Vec<_>>(),
        "outcome": profile.outcome,
        "ask": profile.asks,
        "notes": profile.notes,
        "tasks": profile.tasks,
    })
}

fn column(c: &ColumnProfile) -> Value {
    let cell = |cell: &Option<Cell>| match cell {
        Some(Cell::Number(n)) => json!(n),
        Some(Cell::Text(t)) => json!(t),
        None => Value::Null,
    };
    json!({
        "name": c.name, "type": c.kind, "unit": c.unit, "grain": c.grain, "first": cell(&c.first), "last": cell(&c.last),
        "n_missing": c.n_missing, "sum": c.sum, "n_unique": c.n_unique, "role": c.role,
    })
}
