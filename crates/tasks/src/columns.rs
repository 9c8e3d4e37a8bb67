//! From table columns to what models take, and the names that forms offer.

use sanpo_api::{ColumnProfile, ColumnType, Problem, Role, Value};
use sanpo_models::feature::{Feature, Features, MISSING};
use sanpo_table::{Table, Typed};
use serde::{Deserialize, Serialize};

/// Numbers beyond this size measure nothing in an office file, and their squares overflow: they count as missing.
const LARGEST: f64 = 1e60;
/// Levels beyond this many rest in one "other" level.
const MAX_LEVELS: usize = 60;

/// Names of the columns that pass the test.
pub fn names(table: &Table, keep: impl Fn(&ColumnProfile) -> bool) -> Vec<String> {
    table.profile().columns.iter().filter(|c| keep(c)).map(|c| c.name.clone()).collect()
}

/// The first column with that role.
pub fn by_role(table: &Table, role: Role) -> Option<String> {
    table.profile().columns.iter().find(|c| c.role == Some(role)).map(|c| c.name.clone())
}

/// The profile of a column.
pub fn profile<'a>(table: &'a Table, name: &str) -> Result<&'a ColumnProfile, Problem> {
    table.profile().columns.iter().find(|c| c.name == name).ok_or_else(|| Problem::UnknownColumn {
        name: name.to_owned(),
        have: table.profile().columns.iter().map(|c| c.name.clone()).collect(),
    })
}

/// Where a row stands in the file, as the first cell of a list of rows.
pub fn file_row(table: &Table, row: usize) -> Value {
    match table.file_row(row) {
        (None, number) => Value::Number(number as f64),
        (Some(_), _) => Value::Text(table.row_name(row)),
    }
}

/// Columns that say which row a row is, as places in the table: its number or customer, its date, and what texts call it. Codes
/// only where nothing else does.
pub fn telling(table: &Table, most: usize) -> Vec<usize> {
    let columns = &table.profile().columns;
    let named = |c: &ColumnProfile| {
        matches!(c.role, Some(Role::Identifier | Role::Customer)) || matches!(c.kind, ColumnType::Id | ColumnType::Date)
    };
    let is_code = |c: &ColumnProfile| {
        c.top.iter().all(|(text, _)| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '-'))
    };
    let is_text = |c: &ColumnProfile| matches!(c.kind, ColumnType::Category | ColumnType::Text) && !is_code(c);
    let made = |c: &ColumnProfile| c.made || c.role == Some(Role::Derived);
    let places = (0..columns.len()).filter(|&p| !made(&columns[p]));
    let (names, texts): (Vec<usize>, Vec<usize>) =
        places.filter(|&p| named(&columns[p]) || is_text(&columns[p])).partition(|&p| named(&columns[p]));
    let texts = texts.into_iter().filter(|&p| columns[p].n_unique > 1);
    let mut chosen: Vec<usize> = names.into_iter().take(2).chain(texts).take(most).collect();
    chosen.sort_unstable();
    chosen
}

/// What stands in a cell of the person's own, a number as one.
pub fn own_value(table: &Table, column: usize, row: usize) -> Value {
    let text = table.original(column, row).into_owned();
    match table.typed(column, row) {
        Some(Typed::Number(number)) => Value::Own(text, number),
        Some(Typed::Time(..)) | None => Value::Text(text),
    }
}

/// The unit of a column, if it is known.
pub fn unit(table: &Table, name: &str) -> Option<String> {
    profile(table, name).ok()?.unit.clone()
}

/// Rows with and without a mark below which neither says anything.
const FEW_MARKS: usize = 5;

/// Whether the column holds one mark in some rows and nothing in the others: ○ and nothing say yes and no.
pub fn is_mark(column: &ColumnProfile, rows: usize) -> bool {
    let kind = matches!(column.kind, ColumnType::Number | ColumnType::Category);
    kind && column.n_unique == 1 && column.n_missing >= FEW_MARKS && rows >= column.n_missing + FEW_MARKS
}

/// Whether models can learn from the column: numbers, dates, texts that repeat, and marks.
pub fn is_feature(column: &ColumnProfile, rows: usize) -> bool {
    is_mark(column, rows) || varies(column, rows)
}

fn varies(column: &ColumnProfile, rows: usize) -> bool {
    match column.kind {
        ColumnType::Number | ColumnType::Date => column.n_unique > 1,
        // What differs in most rows is a name.
        ColumnType::Category => column.n_unique > 1 && column.n_unique * 2 <= rows - column.n_missing,
        ColumnType::Text => column.n_unique > 1 && column.n_unique * 5 < rows && column.n_unique <= 1000,
        ColumnType::Id | ColumnType::Empty => false,
    }
}

/// Whether the column says something about a row by itself. A date does not: the newest row is not odd for being the newest.
pub fn is_trait(column: &ColumnProfile, rows: usize) -> bool {
    column.kind != ColumnType::Date && varies(column, rows)
}

/// How a column became a feature, so that another table's column becomes the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeatureSpec {
    /// The column's name.
    pub name: String,
    /// `None` for numbers; the levels' texts for categories.
    pub levels: Option<Vec<String>>,
    /// The numbers are moments: counted in days.
    pub moments: bool,
}

/// Turns columns into features and says how.
pub fn features(table: &Table, names: &[String]) -> Result<(Features, Vec<FeatureSpec>), Problem> {
    let mut features = Features::default();
    let mut specs = Vec::new();
    for name in names {
        let spec = spec(table, name)?;
        features.columns.push(feature(table, &spec)?);
        specs.push(spec);
    }
    Ok((features, specs))
}

/// Turns the columns that `specs` name into the same features as before; unknown levels become missing.
pub fn features_like(table: &Table, specs: &[FeatureSpec]) -> Result<Features, Problem> {
    let have = names(table, |_| true);
    let missing: Vec<String> = specs.iter().map(|s| s.name.clone()).filter(|n| !have.contains(n)).collect();
    if !missing.is_empty() {
        return Err(Problem::ColumnsDiffer { missing });
    }
    let columns = specs.iter().map(|s| feature(table, s)).collect::<Result<_, _>>()?;
    Ok(Features { columns })
}

/// Rows of a second table with texts that the first does not have, and the columns that hold them.
pub fn unseen(table: &Table, new: &Table, specs: &[FeatureSpec]) -> Result<(usize, Vec<String>), Problem> {
    let mut rows = vec![false; new.rows()];
    let mut columns = Vec::new();
    for spec in specs.iter().filter(|s| s.levels.is_some()) {
        let known = table.categories(&spec.name)?.levels;
        let known: std::collections::BTreeSet<&String> = known.iter().collect();
        let found = new.categories(&spec.name)?;
        let is_new: Vec<bool> = found.levels.iter().map(|level| !known.contains(level)).collect();
        let mut any = false;
        for (row, &code) in rows.iter_mut().zip(&found.codes).filter(|(_, code)| **code != MISSING) {
            *row |= is_new[code as usize];
            any |= is_new[code as usize];
        }
        if any {
            columns.push(spec.name.clone());
        }
    }
    Ok((rows.iter().filter(|r| **r).count(), columns))
}

fn spec(table: &Table, name: &str) -> Result<FeatureSpec, Problem> {
    let column = profile(table, name)?;
    let kind = column.kind;
    let moments = kind == ColumnType::Date;
    let levels = match kind {
        ColumnType::Number | ColumnType::Date if !is_mark(column, table.rows()) => None,
        _ => Some(frequent_levels(table, name)?),
    };
    Ok(FeatureSpec { name: name.to_owned(), levels, moments })
}

/// The most frequent texts, at most [`MAX_LEVELS`], in order of first appearance.
fn frequent_levels(table: &Table, name: &str) -> Result<Vec<String>, Problem> {
    let categories = table.categories(name)?;
    let mut counts = vec![0usize; categories.levels.len()];
    for &code in categories.codes.iter().filter(|&&c| c != MISSING) {
        counts[code as usize] += 1;
    }
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(counts[i]), i));
    order.truncate(MAX_LEVELS);
    order.sort_unstable();
    Ok(order.into_iter().map(|i| categories.levels[i].clone()).collect())
}

fn feature(table: &Table, spec: &FeatureSpec) -> Result<Feature, Problem> {
    let Some(levels) = &spec.levels else {
        return Ok(Feature::Number(if spec.moments { days(table, &spec.name)? } else { numbers(table, &spec.name)? }));
    };
    let categories = table.categories(&spec.name)?;
    let code_of: std::collections::BTreeMap<&str, u32> =
        levels.iter().enumerate().map(|(i, l)| (l.as_str(), i as u32)).collect();
    let to_code: Vec<u32> =
        categories.levels.iter().map(|l| code_of.get(l.as_str()).copied().unwrap_or(MISSING)).collect();
    let codes = categories.codes.iter().map(|&c| if c == MISSING { MISSING } else { to_code[c as usize] }).collect();
    Ok(Feature::Category { codes, levels: levels.len() as u32 })
}

/// The numbers of a column; a column of another type in a second file has none.
fn numbers(table: &Table, name: &str) -> Result<Vec<f64>, Problem> {
    match profile(table, name)?.kind {
        ColumnType::Empty => Ok(vec![f64::NAN; table.rows()]),
        _ => usable_numbers(table, name),
    }
}

/// The numbers of a column, `NaN` for what is missing or beyond all measure.
pub fn usable_numbers(table: &Table, name: &str) -> Result<Vec<f64>, Problem> {
    Ok(table.numbers(name)?.into_iter().map(|v| if v.abs() <= LARGEST { v } else { f64::NAN }).collect())
}

/// Moments in days, so that their size is like that of other numbers.
fn days(table: &Table, name: &str) -> Result<Vec<f64>, Problem> {
    if profile(table, name)?.kind == ColumnType::Empty {
        return Ok(vec![f64::NAN; table.rows()]);
    }
    Ok(table.moments(name)?.iter().map(|m| m.map_or(f64::NAN, |m| m.0 as f64 / 86_400.0)).collect())
}
