//! The user's other columns on the grid: prices, promotions, weather.
//!
//! A column is used when it is known for periods to come: the file has rows after the last value, with the number to forecast
//! left empty. A column that ends with the value could only be guessed for the future, and is left out.

use sanpo_api::{Answers, ColumnProfile, ColumnType, FieldId, Moment, Problem, Role};
use sanpo_models::feature::MISSING;
use sanpo_table::Table;
use serde::{Deserialize, Serialize};

use crate::answers::optional_column;
use crate::columns;

/// Different texts that a column may have.
const MAX_LEVELS: usize = 12;

/// What kind of values a column has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnKind {
    /// Numbers.
    Number,
    /// Codes of texts.
    Levels,
}

/// A column row by row.
pub struct OwnColumn {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: OwnKind,
    /// A number or a code for each row, `NaN` where there is none.
    pub rows: Vec<f64>,
}

/// The last moment at which the value column says something (a number, or that it was closed); rows after it are the future.
pub fn last_known(table: &Table, time: &str, value: &str) -> Result<Option<Moment>, Problem> {
    let (moments, values) = (table.moments(time)?, table.numbers(value)?);
    let closed = table.closed_rows(value)?;
    let says = |row: usize| values[row].is_finite() || closed.binary_search(&(row as u32)).is_ok();
    Ok((0..values.len()).filter(|&row| says(row)).filter_map(|row| moments[row]).max())
}

/// The columns that are known for periods to come.
pub fn known_ahead(table: &Table, answers: &Answers) -> Result<Vec<OwnColumn>, Problem> {
    let (Some(time), Some(value)) = (optional_column(answers, FieldId::Time), optional_column(answers, FieldId::Value))
    else {
        return Ok(vec![]);
    };
    let moments = table.moments(&time)?;
    let last = last_known(table, &time, &value)?;
    let ahead: Vec<usize> = (0..moments.len()).filter(|&row| moments[row].is_some_and(|m| Some(m) > last)).collect();
    if ahead.is_empty() || last.is_none() {
        return Ok(vec![]);
    }
    let series = optional_column(answers, FieldId::Series);
    let taken = [Some(&time), Some(&value), series.as_ref()];
    let mut found = Vec::new();
    for column in
        table.profile().columns.iter().filter(|c| !taken.contains(&Some(&c.name)) && may_help(c, table.rows()))
    {
        let own = own_column(table, column)?;
        if ahead.iter().any(|&row| own.rows[row].is_finite()) {
            found.push(own);
        }
    }
    Ok(found)
}

fn may_help(column: &ColumnProfile, rows: usize) -> bool {
    let kind = match column.kind {
        ColumnType::Number => true,
        ColumnType::Category | ColumnType::Text => column.n_unique <= MAX_LEVELS,
        ColumnType::Date | ColumnType::Id | ColumnType::Empty => false,
    };
    kind && (column.n_unique > 1 || columns::is_mark(column, rows))
        && !matches!(column.role, Some(Role::Derived | Role::Identifier | Role::Time | Role::Customer))
}

fn own_column(table: &Table, column: &ColumnProfile) -> Result<OwnColumn, Problem> {
    let name = column.name.clone();
    // A mark in some rows (○ on the days of a sale) says yes, and nothing there says no.
    if columns::is_mark(column, table.rows()) {
        let codes = table.categories(&name)?.codes;
        let rows = codes.iter().map(|&c| f64::from(u8::from(c != MISSING))).collect();
        return Ok(OwnColumn { name, kind: OwnKind::Number, rows });
    }
    if column.kind == ColumnType::Number {
        return Ok(OwnColumn { rows: columns::usable_numbers(table, &name)?, name, kind: OwnKind::Number });
    }
    let codes = table.categories(&name)?.codes;
    let rows = codes.iter().map(|&c| if c == MISSING { f64::NAN } else { f64::from(c) }).collect();
    Ok(OwnColumn { name, kind: OwnKind::Levels, rows })
}

/// Lays a column onto the places of the series; lengths as given. Several rows of one place: the mean of numbers, the last text.
pub fn lay(column: &OwnColumn, row_place: &[Option<(u32, u32)>], lengths: &[usize]) -> Vec<Vec<f64>> {
    let mut grid: Vec<Vec<f64>> = lengths.iter().map(|n| vec![f64::NAN; *n]).collect();
    let mut counts: Vec<Vec<u32>> = lengths.iter().map(|n| vec![0; *n]).collect();
    for (value, place) in column.rows.iter().zip(row_place) {
        let Some((series, place)) = place.map(|(s, p)| (s as usize, p as usize)).filter(|_| value.is_finite()) else {
            continue;
        };
        let Some(cell) = grid.get_mut(series).and_then(|g| g.get_mut(place)) else { continue };
        let count = &mut counts[series][place];
        *cell = match column.kind {
            OwnKind::Number if *count > 0 => (*cell * f64::from(*count) + value) / f64::from(*count + 1),
            _ => *value,
        };
        *count += 1;
    }
    grid
}
