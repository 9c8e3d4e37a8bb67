//! The reading memo.

use sanpo_api::{Choice, ColumnProfile, Layout, MemoLine, NotDataWhy, Note, TablePart};

use crate::extent::Extent;
use crate::typing::Column;

use super::{Found, fact};

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
pub fn all(found: &Found, profiles: &[ColumnProfile]) -> Vec<MemoLine> {
    let Found { extent, columns, shape, .. } = found;
    let mut memo = Memo::default();
    of_text(found, &mut memo);
    set_aside(extent, &mut memo);
    if found.reading.dropped > 0 {
        memo.add_undoable(Note::EmptyColumnsDropped { count: found.reading.dropped }, Choice::KeepEmptyColumns);
    }
    if !shape.has_header {
        memo.add_undoable(Note::NoHeader, Choice::Header(true));
    }
    let named = columns.iter().filter(|c| c.named && shape.has_header && c.made_from.is_empty());
    let names: Vec<String> = named.map(|c| c.name.clone()).collect();
    if !names.is_empty() {
        memo.add(Note::ColumnsNamed { names });
    }
    if extent.ragged.0 > 0 {
        let rows = extent.ragged.1.iter().map(|record| extent.called(*record)).collect();
        memo.add(Note::RaggedRows { count: extent.ragged.0, rows });
    }
    of_layout(found, &mut memo);
    columns.iter().for_each(|column| of_column(column, columns, extent, &mut memo));
    fact::all(columns, profiles).into_iter().for_each(|note| memo.add(note));
    memo.0
}

/// Encoding, sheet, quotation marks, thousands.
fn of_text(found: &Found, memo: &mut Memo) {
    let reading = found.reading;
    if !reading.joined.is_empty() {
        let note = Note::SheetsJoined { names: reading.joined.clone(), others: reading.other_sheets };
        let last = reading.joined.last().cloned().unwrap_or_default();
        memo.add_undoable(note, Choice::Sheet(last));
    } else if let Some(sheet) = &found.sheet {
        memo.add(Note::SheetRead { name: sheet.clone(), others: reading.other_sheets });
    } else if reading.encoding != "UTF-8" {
        memo.add(Note::Decoded { encoding: reading.encoding.to_owned() });
    }
    if let Some((sheet, column)) = &reading.dated {
        let note = Note::DateJoined { columns: vec![sheet.clone(), column.clone()], name: column.clone() };
        memo.add_undoable(note, Choice::JoinDate(false));
    }
    if reading.far_cells > 0 {
        memo.add(Note::FarCells { count: reading.far_cells });
    }
    if reading.glued {
        memo.add(Note::GluedEncodings);
    }
    if let Some(garbled) = reading.garbled {
        let note = Note::Garbled { guessed: garbled.guessed, restored: garbled.restored };
        memo.add_undoable(note, Choice::Restore(!garbled.restored));
    }
    if reading.bad_characters > 0 {
        memo.add(Note::BadCharacters { count: reading.bad_characters });
    }
    if found.extent.stray.0 > 0 {
        memo.add(Note::StrayQuotes {
            rows: found.extent.stray.1.iter().map(|record| found.extent.called(*record)).collect(),
        });
    }
    if reading.thousands > 0 {
        memo.add_undoable(Note::ThousandsJoined { count: reading.thousands }, Choice::JoinThousands(false));
    }
}

fn of_layout(found: &Found, memo: &mut Memo) {
    for (column, count) in &found.shape.filled_before {
        let undo = Choice::FillDown { column: column.clone(), fill: false };
        memo.add_undoable(Note::FilledDown { column: column.clone(), count: *count }, undo);
    }
    let Some((layout, wide, sums)) = &found.shape.turned else { return };
    let undo = Choice::Layout(Layout::AsIs);
    match layout {
        Layout::Long => memo.add_undoable(Note::MadeLong { columns: wide.measures.len() }, undo),
        Layout::Transposed => memo.add_undoable(Note::Transposed, undo),
        Layout::AsIs => {}
    }
    if !sums.is_empty() {
        memo.add(Note::SumsLeftOut { columns: sums.clone() });
    }
}

fn set_aside(extent: &Extent, memo: &mut Memo) {
    use NotDataWhy::{Blank, Comment, Note as Remark, OtherTable, RepeatedHeader, SepDirective, Title, Total};
    for why in [SepDirective, Comment, Title, Blank, RepeatedHeader, Total, Remark, OtherTable] {
        let records = || extent.not_data.iter().filter(move |n| n.why == why);
        let count = records().count();
        if count > 0 {
            let rows = records().take(10).map(|n| extent.called(n.record)).collect();
            let undo = if why == OtherTable { Choice::Table(TablePart::Whole) } else { Choice::KeepRows(why) };
            memo.add_undoable(Note::RowsSetAside { why, count, rows }, undo);
        }
    }
}

fn of_column(column: &Column, columns: &[Column], extent: &Extent, memo: &mut Memo) {
    let name = || column.name.clone();
    let as_text = || Choice::AsText { column: name() };
    let rows = |rows: &[usize]| rows.iter().map(|row| extent.called(extent.record_of(*row))).collect();
    if column.n_filled() > 0 {
        let undo = Choice::FillDown { column: name(), fill: false };
        memo.add_undoable(Note::FilledDown { column: name(), count: column.n_filled() }, undo);
    }
    if column.bad.count > 0 {
        let examples = column
            .bad
            .examples
            .iter()
            .map(|(row, text)| (extent.called(extent.record_of(*row)), text.clone()))
            .collect();
        memo.add_undoable(Note::BadCells { column: name(), count: column.bad.count, examples }, as_text());
    }
    match &column.unit {
        Some(unit) if column.converted => {
            memo.add_undoable(Note::UnitsConverted { column: name(), unit: unit.clone() }, as_text());
        }
        Some(unit) if column.unit_in_cells => {
            memo.add_undoable(Note::UnitRemoved { column: name(), unit: unit.clone() }, as_text());
        }
        _ => {}
    }
    if column.era {
        memo.add_undoable(Note::EraDates { column: name() }, as_text());
    }
    if column.serial {
        memo.add_undoable(Note::SerialDates { column: name() }, as_text());
    }
    if column.rounded {
        memo.add(Note::RoundedCodes { column: name() });
    }
    if column.weekday_wrong.0 > 0 {
        let (count, wrong) = &column.weekday_wrong;
        memo.add(Note::WeekdaysWrong { column: name(), count: *count, rows: rows(wrong) });
    }
    if !column.closed.is_empty() {
        let undo = Choice::ClosedAsZero { column: name() };
        memo.add_undoable(Note::ClosedDays { column: name(), count: column.closed.len() }, undo);
    }
    if column.merged {
        let undo = Choice::MergeSpellings { column: name(), merge: false };
        memo.add_undoable(Note::SpellingsMerged { column: name(), count: column.spellings.0 }, undo);
    }
    if !column.made_from.is_empty() {
        let from = column.made_from.iter().filter_map(|i| columns.get(*i)).map(|c| c.name.clone()).collect();
        memo.add_undoable(Note::DateJoined { columns: from, name: name() }, Choice::JoinDate(false));
    }
}

/// Whether something was lost, or repaired in a way that could be wrong.
pub fn is_warning(notes: &[MemoLine]) -> bool {
    notes.iter().any(|line| {
        matches!(
            line.note,
            Note::BadCharacters { .. }
                | Note::BadCells { .. }
                | Note::RaggedRows { .. }
                | Note::Garbled { .. }
                | Note::GluedEncodings
                | Note::StrayQuotes { .. }
                | Note::ThousandsJoined { .. }
                | Note::FilledDown { .. }
                | Note::SerialDates { .. }
                | Note::RoundedCodes { .. }
                | Note::WeekdaysWrong { .. }
                | Note::RepeatedDates { .. }
        )
    })
}
