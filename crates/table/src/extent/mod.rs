//! Where the table is: what stands above it, its header, its data rows, and what is no data among and below them.

mod above;
mod body;
mod footer;
mod header;
mod prose;
mod row;
mod scan;
pub mod stacked;
mod total;

use std::ops::Range;

use sanpo_api::{Choice, Choices, NotData, Problem};

use crate::dialect::{Dialect, usual};
use crate::records::Splitter;

pub use header::{Heading, header_of};
pub use row::Row;

use above::Above;
use scan::Scan;

/// Most columns that are read.
pub const LIMIT_COLUMNS: usize = 2_000;

/// Records at the top in which the header is looked for.
const SAMPLE_RECORDS: usize = 300;

/// The extent of a table.
#[derive(Clone)]
pub struct Extent {
    /// First record of the header; `None` without one.
    pub header_row: Option<usize>,
    /// Records of the header.
    pub header_rows: usize,
    /// One heading a column; their number is the width of the table.
    pub headings: Vec<Heading>,
    /// Where each data row starts in the text.
    pub starts: Vec<u32>,
    /// Record number of each data row where it is not simply `first_record + row`.
    pub first_record: usize,
    /// Records that are neither header nor data, in order.
    pub not_data: Vec<NotData>,
    /// Rows of another width: how many, and the first record numbers.
    pub ragged: (usize, Vec<usize>),
    /// Records with a quotation mark that never closed: how many, and the first.
    pub stray: (usize, Vec<usize>),
    /// A row that calls itself a total does not add up.
    pub doubtful: bool,
    /// Text above the table: it may name the year, what is counted, and its unit.
    pub titles: Vec<String>,
    /// The names of the sheet and of the file, which may tell the same.
    pub names: Vec<String>,
    /// The first field of a record that belongs to the table.
    pub first_field: usize,
    /// Record number of each data row, where rows do not follow each other in the file.
    pub records: Option<Vec<u32>>,
    /// Sheets below each other: the number that the first record of each has here, and its name.
    pub sheets: Vec<(usize, String)>,
}

impl Extent {
    /// What stands above the table, then its names: whatever may name the year.
    pub fn said(&self) -> Vec<String> {
        [self.titles.as_slice(), &self.names].concat()
    }

    /// Record numbers of all data rows.
    pub fn all_records(&self) -> Vec<u32> {
        if let Some(records) = &self.records {
            return records.clone();
        }
        let mut gaps = self.not_data.iter().map(|n| n.record).filter(|r| *r >= self.first_record).peekable();
        let mut record = self.first_record;
        let mut next = || {
            while gaps.next_if(|gap| *gap <= record).is_some() {
                record += 1;
            }
            record += 1;
            (record - 1) as u32
        };
        (0..self.starts.len()).map(|_| next()).collect()
    }

    /// The sheet that a record stands on, where there are several, and its number there.
    pub fn place(&self, record: usize) -> (Option<&str>, usize) {
        match self.sheets.iter().rev().find(|(first, _)| *first <= record) {
            Some((first, name)) => (Some(name), record - first),
            None => (None, record),
        }
    }

    /// What a person calls a record: the number of its row, with its sheet where there are several.
    pub fn called(&self, record: usize) -> String {
        match self.place(record) {
            (Some(sheet), record) => format!("{sheet} {}", record + 1),
            (None, record) => (record + 1).to_string(),
        }
    }

    /// Record number of a data row.
    pub fn record_of(&self, row: usize) -> usize {
        if let Some(records) = &self.records {
            return records.get(row).map_or(0, |r| *r as usize);
        }
        let mut record = self.first_record + row;
        for gap in self.not_data.iter().filter(|n| n.record >= self.first_record) {
            if gap.record > record {
                break;
            }
            record += 1;
        }
        record
    }
}

/// Finds the table.
///
/// Fails: `TooManyColumns`, `NotATable`, `NoDataRows`.
pub fn find(
    splitter: &Splitter,
    dialect: &Dialect,
    choices: &Choices,
    tick: &mut dyn FnMut(usize),
) -> Result<Extent, Problem> {
    let sample = sample(splitter);
    let widths: Vec<usize> = sample.iter().filter(|r| r.filled() > 0).map(|r| r.width).collect();
    let width = usual(&widths).map_or(1, |(width, _)| width);
    if width > LIMIT_COLUMNS {
        return Err(Problem::TooManyColumns { have: width, limit: LIMIT_COLUMNS });
    }
    let directive = dialect.directive && splitter.first().record == 0;
    let body = body::find(&sample, width, usize::from(directive));
    if prose::is_prose(&sample, width, dialect, &body) {
        return Err(Problem::NotATable);
    }
    let span = header_span(&sample, &body, width, choices);
    let width = sample[span.clone()].iter().map(|r| r.cells.len()).max().unwrap_or(width).max(width).min(LIMIT_COLUMNS);
    let above = Above::of(&sample, span.start, directive, choices);
    let base = splitter.first().record;
    let mut extent = Extent {
        header_row: (!span.is_empty()).then_some(base + span.start),
        header_rows: span.len(),
        headings: header::headings(&sample[span.clone()], width),
        starts: above.kept.iter().map(|(start, _)| *start).collect(),
        first_record: base + body.start,
        not_data: above.not_data,
        ragged: (0, Vec::new()),
        stray: (0, Vec::new()),
        doubtful: false,
        titles: above.titles,
        names: Vec::new(),
        first_field: 0,
        records: None,
        sheets: Vec::new(),
    };
    extent.not_data.iter_mut().for_each(|n| n.record += base);
    let header = sample.get(span.end.wrapping_sub(1)).filter(|_| !span.is_empty());
    let totals = total::Marks::of(splitter.text());
    let mut scan = Scan { splitter, body: &body, header, choices, totals };
    scan.run(&mut extent, width, span.end.max(span.start), tick);
    if !above.kept.is_empty() {
        let below = extent.starts.split_off(above.kept.len());
        let kept = std::mem::replace(&mut extent.starts, below);
        let records = extent.all_records();
        extent.records = Some(above.kept.iter().map(|(_, record)| (base + record) as u32).chain(records).collect());
        extent.starts.splice(0..0, kept);
    }
    if extent.starts.is_empty() { Err(Problem::NoDataRows) } else { Ok(extent) }
}

fn sample(splitter: &Splitter) -> Vec<Row> {
    let (mut at, mut fields, mut rows) = (splitter.first().start, Vec::new(), Vec::new());
    while let Some(next) = splitter.record(at, &mut fields) {
        rows.push(Row::read(splitter, &fields, at));
        at = next;
        if rows.len() >= SAMPLE_RECORDS {
            break;
        }
    }
    rows
}

/// The header's records: found, or as the person said.
fn header_span(sample: &[Row], body: &body::Body, width: usize, choices: &Choices) -> Range<usize> {
    let span = header::find(sample, body, width);
    if choices.has(&Choice::Header(false)) {
        return span.start..span.start;
    }
    let first = sample.iter().skip(span.end).position(|row| row.filled() > 0);
    match first {
        Some(first) if span.is_empty() && choices.has(&Choice::Header(true)) => span.end + first..span.end + first + 1,
        _ => span,
    }
}
