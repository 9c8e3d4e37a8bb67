//! The reading memo.

use sanpo_api::{NotDataWhy, Note};

use crate::extent::Extent;
use crate::typing::Column;

/// What happened before the columns were typed.
pub struct Reading {
    /// Usual name of the encoding.
    pub encoding: &'static str,
    /// Characters that could not be decoded.
    pub bad_characters: usize,
    /// Columns dropped at the right edge.
    pub dropped: usize,
    /// The file has a header.
    pub has_header: bool,
}

/// All notes, in the order in which things happened.
pub fn all(reading: &Reading, extent: &Extent, columns: &[Column]) -> Vec<Note> {
    let mut notes = Vec::new();
    if reading.encoding != "UTF-8" {
        notes.push(Note::Decoded { encoding: reading.encoding.to_owned() });
    }
    if reading.bad_characters > 0 {
        notes.push(Note::BadCharacters { count: reading.bad_characters });
    }
    notes.extend(set_aside(extent));
    if reading.dropped > 0 {
        notes.push(Note::EmptyColumnsDropped { count: reading.dropped });
    }
    if !reading.has_header {
        notes.push(Note::NoHeader);
    } else {
        let names: Vec<String> = columns.iter().filter(|c| c.named).map(|c| c.name.clone()).collect();
        if !names.is_empty() {
            notes.push(Note::ColumnsNamed { names });
        }
    }
    if extent.ragged.0 > 0 {
        let rows = extent.ragged.1.iter().map(|record| record + 1).collect();
        notes.push(Note::RaggedRows { count: extent.ragged.0, rows });
    }
    columns.iter().for_each(|column| of_column(column, extent, &mut notes));
    notes
}

fn set_aside(extent: &Extent) -> impl Iterator<Item = Note> + '_ {
    use NotDataWhy::{Blank, Comment, Note as Remark, RepeatedHeader, SepDirective, Title, Total};
    [SepDirective, Comment, Title, Blank, RepeatedHeader, Total, Remark].into_iter().filter_map(|why| {
        let records = || extent.not_data.iter().filter(move |n| n.why == why);
        let count = records().count();
        let rows = records().take(10).map(|n| n.record + 1).collect();
        (count > 0).then_some(Note::RowsSetAside { why, count, rows })
    })
}

fn of_column(column: &Column, extent: &Extent, notes: &mut Vec<Note>) {
    let name = || column.name.clone();
    if column.bad.count > 0 {
        let examples =
            column.bad.examples.iter().map(|(row, text)| (extent.record_of(*row) + 1, text.clone())).collect();
        notes.push(Note::BadCells { column: name(), count: column.bad.count, examples });
    }
    if column.unit_in_cells
        && let Some(unit) = &column.unit
    {
        notes.push(Note::UnitRemoved { column: name(), unit: unit.clone() });
    }
    if column.era {
        notes.push(Note::EraDates { column: name() });
    }
    if column.closed > 0 {
        notes.push(Note::ClosedDays { column: name(), count: column.closed });
    }
}

/// Whether something was lost.
pub fn is_warning(notes: &[Note]) -> bool {
    notes.iter().any(|n| matches!(n, Note::BadCharacters { .. } | Note::BadCells { .. } | Note::RaggedRows { .. }))
}
