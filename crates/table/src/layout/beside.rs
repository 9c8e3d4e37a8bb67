//! Tables side by side, with an empty column between them.

use std::ops::Range;

use sanpo_api::ColumnType;

use crate::cells::trim;
use crate::extent::Extent;
use crate::records::Splitter;
use crate::typing::Column;

/// The columns of each table from left to right; empty for a single table. Tables are apart when an empty column without a name
/// stands between them and each has at least two columns with names, one of them with numbers or dates.
pub fn find(columns: &[Column]) -> Vec<Range<usize>> {
    let gap = |c: &Column| c.kind == ColumnType::Empty && c.raw.is_empty();
    let mut groups = Vec::new();
    let mut start = 0;
    for (i, column) in columns.iter().enumerate() {
        if gap(column) {
            groups.push(start..i);
            start = i + 1;
        }
    }
    groups.push(start..columns.len());
    groups.retain(|g| !g.is_empty());
    let whole = |g: &Range<usize>| {
        let columns = &columns[g.clone()];
        let typed = columns.iter().any(|c| matches!(c.kind, ColumnType::Date | ColumnType::Number));
        columns.len() >= 2 && typed && columns.iter().all(|c| !c.raw.is_empty())
    };
    if groups.len() >= 2 && groups.iter().all(whole) { groups } else { Vec::new() }
}

/// Cuts the extent down to some columns, without the rows that are blank there.
pub fn restrict(splitter: &Splitter, extent: &mut Extent, columns: Range<usize>) {
    let fields = extent.first_field + columns.start..extent.first_field + columns.end;
    let records = extent.all_records();
    let mut split = Vec::new();
    let mut kept = Vec::new();
    for (start, record) in extent.starts.iter().zip(records) {
        splitter.record(*start as usize, &mut split);
        let here = split.iter().skip(fields.start).take(fields.len());
        if here.into_iter().any(|f| !trim(&f.text(splitter.text())).is_empty()) {
            kept.push((*start, record));
        }
    }
    extent.starts = kept.iter().map(|(start, _)| *start).collect();
    extent.records = Some(kept.into_iter().map(|(_, record)| record).collect());
    extent.headings = extent.headings.drain(columns).collect();
    extent.first_field = fields.start;
}
