//! The reading memo.

use sanpo_api::{Choice, MemoLine, NotDataWhy, Note};

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

/// The reading memo under construction.
#[derive(Default)]
struct Memo(Vec<MemoLine>);

impl Memo {
    fn add(&mut self, note: Note) {
        self.0.push(MemoLine { note, undo: None });
    }

    fn add_undoable(&mut self, note: Note, undo: Choice) {
        self.0.push(MemoLine { note, undo: Some(undo) });
    }
}

/// All notes, in the order in which things happened.
pub fn all(reading: &Reading, extent: &Extent, columns: &[Column]) -> Vec<MemoLine> {
    let mut memo = Memo::default();
    if reading.encoding != "UTF-8" {
        memo.add(Note::Decoded { encoding: reading.encoding.to_owned() });
    }
    if reading.bad_characters > 0 {
        memo.add(Note::BadCharacters { count: reading.bad_characters });
    }
    set_aside(extent, &mut memo);
    if reading.dropped > 0 {
        memo.add_undoable(Note::EmptyColumnsDropped { count: reading.dropped }, Choice::KeepEmptyColumns);
    }
    if !reading.has_header {
        memo.add_undoable(Note::NoHeader, Choice::Header(true));
    } else {
        let names: Vec<String> = columns.iter().filter(|c| c.named).map(|c| c.name.clone()).collect();
        if !names.is_empty() {
            memo.add(Note::ColumnsNamed { names });
        }
    }
    if extent.ragged.0 > 0 {
        let rows = extent.ragged.1.iter().map(|record| record + 1).collect();
        memo.add(Note::RaggedRows { count: extent.ragged.0, rows });
    }
    columns.iter().for_each(|column| of_column(column, extent, &mut memo));
    memo.0
}

fn set_aside(extent: &Extent, memo: &mut Memo) {
    use NotDataWhy::{Blank, Comment, Note as Remark, RepeatedHeader, SepDirective, Title, Total};
    for why in [SepDirective, Comment, Title, Blank, RepeatedHeader, Total, Remark] {
        let records = || extent.not_data.iter().filter(move |n| n.why == why);
        let count = records().count();
        if count > 0 {
            let rows = records().take(10).map(|n| n.record + 1).collect();
            memo.add_undoable(Note::RowsSetAside { why, count, rows }, Choice::KeepRows(why));
        }
    }
}

fn of_column(column: &Column, extent: &Extent, memo: &mut Memo) {
    let name = || column.name.clone();
    let as_text = || Choice::AsText { column: name() };
    if column.bad.count > 0 {
        let examples =
            column.bad.examples.iter().map(|(row, text)| (extent.record_of(*row) + 1, text.clone())).collect();
        memo.add_undoable(Note::BadCells { column: name(), count: column.bad.count, examples }, as_text());
    }
    if column.unit_in_cells
        && let Some(unit) = &column.unit
    {
        memo.add_undoable(Note::UnitRemoved { column: name(), unit: unit.clone() }, as_text());
    }
    if column.era {
        memo.add_undoable(Note::EraDates { column: name() }, as_text());
    }
    if column.closed > 0 {
        let undo = Choice::ClosedAsZero { column: name() };
        memo.add_undoable(Note::ClosedDays { column: name(), count: column.closed }, undo);
    }
}

/// Whether something was lost.
pub fn is_warning(notes: &[MemoLine]) -> bool {
    notes.iter().any(|n| matches!(n.note, Note::BadCharacters { .. } | Note::BadCells { .. } | Note::RaggedRows { .. }))
}
