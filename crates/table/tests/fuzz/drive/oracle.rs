//! What must hold for every input: a table whose parts agree with each other, or a problem; and the same again the second time.

use std::collections::BTreeSet;

use sanpo_api::{Choices, ColumnProfile, ColumnType, Problem, Profile, Role};
use sanpo_table::{GridRequest, Merge, Table, read};

/// Decisions that are tried on one input.
const MOST_DECISIONS: usize = 12;

/// Reads, and reads again with every decision that the profile offers.
pub fn check(bytes: &[u8]) -> Result<(), String> {
    let table = match attempt(bytes, &Choices::default())? {
        Some(table) => table,
        None => return Ok(()),
    };
    let again = attempt(bytes, &Choices::default())?.ok_or("refused the second time")?;
    same(table.profile() == again.profile(), || "another profile the second time".to_owned())?;
    let profile = table.profile();
    let answers = profile.asks.iter().flat_map(|ask| ask.options.iter().map(|option| option.choice.clone()));
    let undos = profile.notes.iter().filter_map(|line| line.undo.clone());
    let decisions: Vec<_> = answers.chain(undos).collect();
    for decision in decisions.iter().take(MOST_DECISIONS) {
        attempt(bytes, &std::iter::once(decision.clone()).collect())?;
    }
    if decisions.len() > 1 {
        attempt(bytes, &decisions.into_iter().collect())?;
    }
    Ok(())
}

/// Reads and looks at the table from all sides; `None` when the file was refused.
fn attempt(bytes: &[u8], choices: &Choices) -> Result<Option<Table>, String> {
    let mut shares = vec![0.0];
    let outcome = read("x.csv", bytes, choices, &mut |share| shares.push(share));
    let rising = shares.windows(2).all(|w| w[0] <= w[1] && w[1] <= 1.0);
    same(rising, || format!("progress {shares:?}, with {choices:?}"))?;
    match outcome {
        Ok(table) => {
            sound(&table).map_err(|wrong| format!("{wrong}, with {choices:?}"))?;
            Ok(Some(table))
        }
        Err(Problem::Internal { detail }) => Err(format!("an internal problem: {detail}, with {choices:?}")),
        Err(_) => Ok(None),
    }
}

fn same(holds: bool, what: impl Fn() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(what()) }
}

fn sound(table: &Table) -> Result<(), String> {
    let profile = table.profile();
    let (rows, width) = (table.rows(), profile.columns.len());
    let names: BTreeSet<&str> = profile.columns.iter().map(|c| c.name.as_str()).collect();
    same(rows > 0 && width > 0, || format!("a table of {rows} rows and {width} columns"))?;
    same(names.len() == width && !names.contains(""), || format!("names {names:?}"))?;
    same(table.header().len() == width, || "header and columns differ".to_owned())?;
    same(profile.preview.len() == rows.min(200), || format!("{} rows of preview", profile.preview.len()))?;
    same(profile.preview.iter().all(|row| row.len() == width), || "the preview is ragged".to_owned())?;
    let set_aside = profile.file.not_data.windows(2).all(|w| w[0].record < w[1].record);
    same(set_aside, || "records set aside are out of order".to_owned())?;
    for row in [0, rows / 2, rows - 1] {
        let whole = table.original_row(row);
        let single: Vec<_> = (0..width).map(|column| table.original(column, row)).collect();
        same(whole == single, || format!("row {row} is {whole:?} or {single:?}"))?;
    }
    for column in &profile.columns {
        values(table, column).map_err(|wrong| format!("{:?} ({:?}): {wrong}", column.name, column.kind))?;
    }
    grids(table, profile)
}

fn values(table: &Table, column: &ColumnProfile) -> Result<(), String> {
    let (rows, name) = (table.rows(), column.name.as_str());
    let found = table.categories(name).map_err(|p| format!("{p:?}"))?;
    let known = |code: &u32| *code == u32::MAX || (*code as usize) < found.levels.len();
    same(found.codes.len() == rows && found.codes.iter().all(known), || "codes without texts".to_owned())?;
    let finite = [column.sum, column.min, column.max].into_iter().flatten().all(f64::is_finite);
    same(finite && column.min <= column.max, || {
        format!("sum {:?} of {:?} to {:?}", column.sum, column.min, column.max)
    })?;
    same(column.n_missing <= rows && column.n_closed <= column.n_missing, || format!("{} missing", column.n_missing))?;
    same(column.n_unique <= rows - column.n_missing, || format!("{} different values", column.n_unique))?;
    let binned: usize = column.histogram.iter().map(|n| *n as usize).sum();
    same(binned <= rows && column.top.iter().all(|(_, n)| *n <= rows), || "counts beyond the rows".to_owned())?;
    match column.kind {
        ColumnType::Number => {
            let numbers = table.numbers(name).map_err(|p| format!("{p:?}"))?;
            let missing = numbers.iter().filter(|v| v.is_nan()).count();
            same(numbers.len() == rows && missing == column.n_missing, || format!("{missing} numbers missing"))?;
            same(numbers.iter().all(|v| !v.is_infinite()), || "an infinite number".to_owned())
        }
        ColumnType::Date => {
            let moments = table.moments(name).map_err(|p| format!("{p:?}"))?;
            let missing = moments.iter().filter(|m| m.is_none()).count();
            same(moments.len() == rows && missing == column.n_missing, || format!("{missing} dates missing"))
        }
        _ => {
            let missing = found.codes.iter().filter(|c| **c == u32::MAX).count();
            same(missing == column.n_missing, || format!("{missing} texts missing for {}", column.n_missing))
        }
    }
}

/// Grids over the first columns that suit one.
fn grids(table: &Table, profile: &Profile) -> Result<(), String> {
    let first = |role: Role| profile.columns.iter().find(|c| c.role == Some(role)).map(|c| c.name.as_str());
    let Some(time) = first(Role::Time) else { return Ok(()) };
    let numbers = profile.columns.iter().filter(|c| c.kind == ColumnType::Number);
    for column in numbers.take(2) {
        let request = GridRequest { time, value: &column.name, series: first(Role::Series), merge: Merge::Sum };
        if let Ok(grid) = table.grid(&request) {
            same(grid.row_place.len() == table.rows(), || "a grid of other rows".to_owned())?;
        }
    }
    Ok(())
}
