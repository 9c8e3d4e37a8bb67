//! Tables.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Lang, NumberFormat, Table, Value, Words};
use sanpo_text::{Text, value};

use super::grid::{Grid, Look, grid_table};

/// A table.
#[component]
pub fn TableBlock(
    /// The table.
    table: Table,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let caption = Text.phrase(lang, &table.caption);
    grid_table(Arc::new(grid(&table, lang)), caption, true, lang, None)
}

/// The table in words.
pub fn grid(table: &Table, lang: Lang) -> Grid {
    let columns = table.columns.iter().enumerate();
    let head = columns.map(|(i, c)| (Text.label(lang, &c.label), look(table, i, &c.format))).collect();
    let row = |cells: &Vec<Value>| {
        let cells = cells.iter().zip(&table.columns);
        cells.map(|(cell, column)| value(lang, &column.format, cell)).collect()
    };
    Grid { head, rows: table.rows.iter().map(row).collect(), total: table.total_rows.max(table.rows.len()) }
}

/// Numbers stand right, dates in one line.
fn look(table: &Table, index: usize, format: &NumberFormat) -> Look {
    let mut cells = table.rows.iter().filter_map(|row| row.get(index));
    if matches!(format, NumberFormat::Date(_)) {
        return Look::Short;
    }
    if cells.any(|cell| matches!(cell, Value::Number(_) | Value::Own(..))) { Look::Number } else { Look::Text }
}
