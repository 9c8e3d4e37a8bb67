//! Writing a table another way: long, or with rows and columns swapped.

use std::ops::Range;

use sanpo_api::Grain;

use crate::cells::{is_closed, is_missing_number, trim};
use crate::extent::{Extent, Heading};
use crate::records::{Splitter, write_field};

use super::{DELIMITER, Draft, Wide, naming};

/// Most cells of a table that is written again.
const MOST_CELLS: usize = 20_000_000;

/// Text under construction, with its rows.
#[derive(Default)]
pub(super) struct Sheet {
    text: String,
    starts: Vec<u32>,
    records: Vec<u32>,
}

impl Sheet {
    /// Adds a row, and the record that it comes from.
    pub(super) fn row<'a>(&mut self, record: usize, cells: impl Iterator<Item = &'a str>) {
        self.starts.push(self.text.len() as u32);
        self.records.push(record as u32);
        for (i, cell) in cells.enumerate() {
            if i > 0 {
                self.text.push(char::from(DELIMITER));
            }
            write_field(&mut self.text, cell, DELIMITER);
        }
        self.text.push('\n');
    }

    /// The text, and where its rows are.
    pub(super) fn extent(self, from: Extent, headings: Vec<Heading>) -> (String, Extent) {
        let extent = Extent { headings, starts: self.starts, records: Some(self.records), first_field: 0, ..from };
        (self.text, extent)
    }
}

/// A heading in one part.
pub(super) fn heading(name: &str) -> Heading {
    Heading { parts: vec![name.to_owned()], raw: name.to_owned() }
}

/// Whether the long table would not be too large.
pub fn fits(draft: &Draft, wide: &Wide) -> bool {
    let columns = draft.columns.len() - wide.measures.len() + 2;
    draft
        .extent
        .starts
        .len()
        .checked_mul(wide.measures.len())
        .and_then(|rows| rows.checked_mul(columns))
        .is_some_and(|n| n <= MOST_CELLS)
}

/// The table with one row for each value of the measure; `None` if it would be too large. Columns that add up others are left out.
pub fn long(draft: &Draft, wide: &Wide) -> Option<(String, Extent)> {
    let kept: Vec<usize> =
        (0..draft.columns.len()).filter(|c| !wide.measures.contains(c) && !wide.sums.contains(c)).collect();
    if !fits(draft, wide) {
        return None;
    }
    let mut sheet = Sheet::default();
    let records = draft.extent.all_records();
    for (row, record) in records.into_iter().enumerate() {
        let cells = cells(draft, row);
        let open = if wide.grain.is_some() { open(&cells, wide) } else { 0..wide.measures.len() };
        for (measure, label) in wide.measures[open.clone()].iter().zip(&wide.labels[open]) {
            let fixed = kept.iter().map(|c| cells[*c].as_str());
            sheet.row(record as usize, fixed.chain([label.as_str(), cells[*measure].as_str()]));
        }
    }
    let mut headings: Vec<Heading> = kept.iter().map(|c| draft.extent.headings[*c].clone()).collect();
    let all = &draft.extent.headings;
    headings.push(heading(naming::of_labels(wide, all)));
    headings.push(heading(&naming::of_values(&draft.extent, &kept)));
    Some(sheet.extent(draft.extent.clone(), headings))
}

/// Which of the dates belong to a row: a shop has none before it opens and none after it closes, whatever mark stands there. A day
/// that is said to be closed belongs to it, but a longer time does not.
fn open(cells: &[String], wide: &Wide) -> Range<usize> {
    let daily = wide.grain <= Some(Grain::Day);
    let none = |measure: &usize| is_missing_number(&cells[*measure]) && !(daily && is_closed(&cells[*measure]));
    let Some(first) = wide.measures.iter().position(|m| !none(m)) else { return 0..wide.measures.len() };
    let end = wide.measures.iter().rposition(|m| !none(m)).map_or(first, |last| last + 1);
    first..end
}

/// The table with rows and columns swapped: the first column's cells become the names.
pub fn transposed(draft: &Draft, wide: Option<&Wide>) -> Option<(String, Extent)> {
    let (rows, width) = (draft.extent.starts.len(), draft.columns.len());
    if rows > 2_000 || rows.checked_mul(width)? > MOST_CELLS {
        return None;
    }
    let table: Vec<Vec<String>> = (0..rows).map(|row| cells(draft, row)).collect();
    let label = |column: usize| {
        let dated = wide.and_then(|w| w.measures.iter().position(|m| *m == column).map(|at| w.labels[at].clone()));
        dated.unwrap_or_else(|| draft.extent.headings[column].raw.clone())
    };
    let mut sheet = Sheet::default();
    for column in (1..width).filter(|c| !wide.is_some_and(|w| w.sums.contains(c))) {
        let label = label(column);
        let record = draft.extent.header_row.unwrap_or(0);
        sheet.row(record, std::iter::once(label.as_str()).chain(table.iter().map(|row| row[column].as_str())));
    }
    let first = if wide.is_some_and(|w| w.grain.is_some()) { "日付" } else { &draft.extent.headings[0].raw };
    let mut headings = vec![heading(first)];
    headings.extend(table.iter().map(|row| heading(&row[0])));
    Some(sheet.extent(draft.extent.clone(), headings))
}

/// The cells of a row as the person wrote them, blanks of merged cells filled.
pub(super) fn cells(draft: &Draft, row: usize) -> Vec<String> {
    let splitter = Splitter::new(&draft.text, draft.delimiter);
    let mut own = Vec::new();
    splitter.record(draft.extent.starts[row] as usize, &mut own);
    let mut above = Vec::new();
    let cell = |column: &crate::typing::Column| {
        let from = column.origins.as_ref().map_or(row, |o| o[row] as usize);
        let fields = if from == row {
            &own
        } else {
            splitter.record(draft.extent.starts[from] as usize, &mut above);
            &above
        };
        fields.get(column.field).map(|f| trim(&f.text(&draft.text)).to_owned()).unwrap_or_default()
    };
    draft.columns.iter().map(cell).collect()
}
