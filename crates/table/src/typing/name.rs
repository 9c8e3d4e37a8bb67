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

/// Gives a name to every column without one (`列3`), and a number to every name that is taken (`金額 (2)`).
pub fn unique(mut columns: Vec<Column>) -> Vec<Column> {
    let mut taken = std::collections::BTreeSet::new();
    for (i, column) in columns.iter_mut().enumerate() {
        let wanted = if column.name.is_empty() { format!("列{}", i + 1) } else { column.name.clone() };
        let mut name = wanted.clone();
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{wanted} ({number})");
            number += 1;
        }
        column.named = name != column.name;
        column.name = name;
    }
    columns
}
