//! Whether tables have one form, and whether their rows can be told apart without saying where they come from.

use sanpo_api::ColumnType;

use crate::profile::title_unit;
use crate::typing::{Column, Data, MISSING};

use super::Draft;
use super::below::Part;

/// Where a table has the columns of the first one, if it has the same ones: by name, unit and type.
pub fn places(first: &Draft, other: &Draft) -> Option<Vec<usize>> {
    if first.columns.len() != other.columns.len() || title_unit(&first.extent) != title_unit(&other.extent) {
        return None;
    }
    let place = |column: &Column| other.columns.iter().position(|c| c.name == column.name);
    let places: Vec<usize> = first.columns.iter().map(place).collect::<Option<_>>()?;
    let pairs = || first.columns.iter().zip(&places).map(|(column, at)| (column, &other.columns[*at]));
    let agree = |(a, b): &(&Column, &Column)| {
        let is_empty = a.kind == ColumnType::Empty || b.kind == ColumnType::Empty;
        is_empty || (group(a.kind) == group(b.kind) && a.unit == b.unit)
    };
    let apart = |pair: &(&Column, &Column)| !agree(pair);
    // A column of remarks holds a number now and then; the dates and most of the others must be alike.
    let dates = pairs().all(|(a, b)| agree(&(a, b)) || (a.kind != ColumnType::Date && b.kind != ColumnType::Date));
    let units = pairs().all(|(a, b)| group(a.kind) != group(b.kind) || agree(&(a, b)));
    (dates && units && pairs().filter(apart).count() * 4 <= places.len()).then_some(places)
}

/// Types that hold the same kind of things.
fn group(kind: ColumnType) -> ColumnType {
    match kind {
        ColumnType::Id | ColumnType::Text => ColumnType::Category,
        kind => kind,
    }
}

/// Whether the rows of each table can be told from those of the others: its dates are its own, or a column says in every row where
/// it belongs.
pub fn tell_themselves(parts: &[Part]) -> bool {
    (0..parts[0].places.len()).any(|at| {
        let columns: Vec<&Column> = parts.iter().map(|part| part.column(at)).collect();
        have_own_dates(&columns) || have_own_text(&columns)
    })
}

/// Dates that do not overlap.
fn have_own_dates(columns: &[&Column]) -> bool {
    let span = |column: &&Column| match &column.data {
        Data::Moments(values) => {
            let known = || values.iter().copied().filter(|v| *v != i64::MIN);
            known().min().zip(known().max())
        }
        _ => None,
    };
    let Some(mut spans) = columns.iter().map(span).collect::<Option<Vec<_>>>() else { return false };
    spans.sort_unstable();
    spans.windows(2).all(|w| w[0].1 < w[1].0)
}

/// One text in all rows, another one in each table.
fn have_own_text(columns: &[&Column]) -> bool {
    let only = |column: &&Column| match &column.data {
        Data::Texts(codes, levels) if levels.len() == 1 && !codes.contains(&MISSING) => Some(levels.get(0).to_owned()),
        _ => None,
    };
    let Some(mut texts) = columns.iter().map(only).collect::<Option<Vec<_>>>() else { return false };
    texts.sort_unstable();
    texts.windows(2).all(|w| w[0] != w[1])
}

/// The newest date of a table.
pub fn newest(draft: &Draft) -> Option<i64> {
    let moments = draft.columns.iter().filter_map(|column| match &column.data {
        Data::Moments(values) => values.iter().copied().filter(|v| *v != i64::MIN).max(),
        _ => None,
    });
    moments.max()
}
