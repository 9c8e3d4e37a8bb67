//! Clean and unique column names.

use sanpo_api::ColumnType;

use crate::cells::unit;
use crate::extent::Heading;

use super::Column;

/// The name without units: always off the upper parts of a header, off the last part where the column holds numbers.
pub fn clean(heading: &Heading, kind: ColumnType) -> String {
    let last = heading.parts.len().saturating_sub(1);
    let bare = |(i, part): (usize, &String)| {
        let number = matches!(kind, ColumnType::Number);
        if i < last || number { unit::split_header(part).0.to_owned() } else { part.clone() }
    };
    let mut parts: Vec<String> = heading.parts.iter().enumerate().map(bare).collect();
    parts.dedup();
    parts.join(" / ")
}

/// Gives a name to every column without one, and a number to every name that is taken.
pub fn unique(mut columns: Vec<Column>) -> Vec<Column> {
    let names: Vec<String> = columns.iter().map(|c| c.name.clone()).collect();
    for (column, name) in columns.iter_mut().zip(distinct(&names)) {
        column.named = name != column.name;
        column.name = name;
    }
    columns
}

/// The names with `列3` for an empty one and `金額 (2)` for one that is taken.
pub fn distinct(names: &[String]) -> Vec<String> {
    let mut taken = std::collections::BTreeSet::new();
    let mut free = |(i, name): (usize, &String)| {
        let wanted = if name.is_empty() { format!("列{}", i + 1) } else { name.clone() };
        let mut name = wanted.clone();
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{wanted} ({number})");
            number += 1;
        }
        name
    };
    names.iter().enumerate().map(&mut free).collect()
}
