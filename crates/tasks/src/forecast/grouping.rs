//! Columns that gather the series into groups: a department of products, a region of shops.

use sanpo_api::{Answers, ColumnType, FieldId, Problem, Role};
use sanpo_models::feature::MISSING;
use sanpo_table::{Grid, Table};

use super::total::Grouping;
use crate::answers::optional_column;

/// Series below which groups are no help.
const LEAST_SERIES: usize = 4;
/// Groups that a column may have.
const MOST_GROUPS: usize = 30;

/// The columns with one text for all rows of a series, and fewer texts than series. `names` are those of the grid's series.
pub fn groupings(table: &Table, answers: &Answers, grid: &Grid, names: &[&str]) -> Result<Vec<Grouping>, Problem> {
    let taken = [FieldId::Time, FieldId::Value, FieldId::Series].map(|f| optional_column(answers, f));
    let mut found = Vec::new();
    if names.len() < LEAST_SERIES {
        return Ok(found);
    }
    for column in &table.profile().columns {
        let text = matches!(column.kind, ColumnType::Category | ColumnType::Text | ColumnType::Id);
        let few = (2..=MOST_GROUPS).contains(&column.n_unique) && column.n_unique < names.len();
        if text && few && column.role != Some(Role::Derived) && !taken.contains(&Some(column.name.clone())) {
            found.extend(grouping(table, &column.name, grid, names.len())?);
        }
    }
    Ok(found)
}

fn grouping(table: &Table, column: &str, grid: &Grid, series: usize) -> Result<Option<Grouping>, Problem> {
    let categories = table.categories(column)?;
    let mut of_series: Vec<Option<u32>> = vec![None; series];
    for (code, place) in categories.codes.iter().zip(&grid.row_place) {
        let Some(own) = place.and_then(|(s, _)| of_series.get_mut(s as usize)).filter(|_| *code != MISSING) else {
            continue;
        };
        if own.is_some_and(|own| own != *code) {
            return Ok(None);
        }
        *own = Some(*code);
    }
    let mut groups: Vec<(String, Vec<usize>)> = categories.levels.iter().map(|l| (l.clone(), vec![])).collect();
    for (number, code) in of_series.iter().enumerate() {
        let Some(group) = code.and_then(|c| groups.get_mut(c as usize)) else { return Ok(None) };
        group.1.push(number);
    }
    groups.retain(|g| !g.1.is_empty());
    Ok((groups.len() > 1).then(|| Grouping { column: column.to_owned(), groups }))
}
