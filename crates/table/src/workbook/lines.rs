//! Cells become delimited text, row by row, within bounds of memory.
//!
//! A sheet may name a cell a million rows away: rows are never laid out as a grid. A record is as wide as the widest one before
//! it; long runs of blank rows shrink to one; lone cells far from everything are left out and counted.

#[cfg(test)]
mod tests;

use std::ops::Range;

use sanpo_api::Problem;

use super::DELIMITER;
use crate::cells::trim;
use crate::extent::LIMIT_COLUMNS;
use crate::records::CELL_BYTES;

/// Most rows of a sheet.
pub const LIMIT_ROWS: u32 = 1 << 20;

/// Most bytes of text that are made of one sheet.
pub const TEXT_LIMIT_BYTES: usize = 384 << 20;

/// A longer run of blank rows becomes one blank record.
const LONGEST_GAP_ROWS: u32 = 200;

/// A longer run of blank columns ends the table, if nothing but strays stands behind it.
const LONGEST_GAP_COLUMNS: usize = 50;

/// Cells behind a gap that are strays where the rest has many more.
const STRAY_CELLS: usize = 3;

/// Takes cells in the order of the sheet.
pub trait Sink {
    /// A cell that is not empty; rows and columns from 0. Gives `false` when no more are wanted.
    fn cell(&mut self, row: u32, column: u32, text: &str) -> bool;
}

/// The text of a sheet under construction.
pub struct Lines {
    text: String,
    /// Row of the sheet whose cells are gathered.
    row: u32,
    /// Text of the gathered cells, and where each one stands.
    gathered: String,
    cells: Vec<(u32, Range<usize>)>,
    width: usize,
    /// Cells a column.
    counts: Vec<usize>,
    /// Columns that count: a margin before them is blank, cells behind them are left out.
    columns: Range<usize>,
    beyond: usize,
    /// There was a cell in the margin.
    in_margin: bool,
    /// Next row to write.
    next: u32,
    /// Row numbers from which on, and how many rows, were left out before.
    shifts: Vec<(u32, u32)>,
    written: usize,
    /// Length of the text, cells and row before the last long gap.
    mark: Option<(usize, usize)>,
    strays: usize,
    full: bool,
}

impl Lines {
    /// Starts a text of these columns of the sheet.
    pub fn new(columns: Range<usize>) -> Self {
        Self {
            text: String::new(),
            row: 0,
            gathered: String::new(),
            cells: Vec::new(),
            width: 0,
            counts: Vec::new(),
            columns,
            beyond: 0,
            in_margin: false,
            next: 0,
            shifts: Vec::new(),
            written: 0,
            mark: None,
            strays: 0,
            full: false,
        }
    }

    /// Ends the text. Gives it with the cells left out.
    ///
    /// Fails: `TooManyColumns`, `TooBig`.
    pub fn finish(mut self) -> Result<Finished, Problem> {
        self.flush();
        self.drop_strays();
        if self.full {
            return Err(Problem::TooBig { size_bytes: self.text.len() as u64, limit_bytes: TEXT_LIMIT_BYTES as u64 });
        }
        if self.beyond > STRAY_CELLS.max(self.written / 100) && self.columns.len() >= LIMIT_COLUMNS {
            return Err(Problem::TooManyColumns { have: LIMIT_COLUMNS + 1, limit: LIMIT_COLUMNS });
        }
        let (columns, width) = (self.table_columns(), self.counts.len());
        let strays = self.strays + self.beyond;
        Ok(Finished { text: self.text, strays, columns, width, in_margin: self.in_margin, shifts: self.shifts })
    }

    /// Columns up to the first wide gap with nothing but strays behind it.
    fn table_columns(&self) -> usize {
        let (mut end, mut behind) = (self.counts.len(), 0);
        let mut gap = 0;
        for (column, count) in self.counts.iter().enumerate().rev() {
            gap = if *count == 0 { gap + 1 } else { 0 };
            behind += count;
            if gap > LONGEST_GAP_COLUMNS && behind <= STRAY_CELLS && self.written > 10 * behind {
                end = column;
            }
        }
        while end > 0 && self.counts[end - 1] == 0 {
            end -= 1;
        }
        end
    }

    /// Writes the gathered row.
    fn flush(&mut self) {
        if self.cells.is_empty() {
            return;
        }
        self.skip_to(self.row);
        self.cells.sort_by_key(|(column, _)| *column);
        let last = self.cells[self.cells.len() - 1].0 as usize;
        self.width = self.width.max(last + 1);
        let mut cells = self.cells.iter().peekable();
        for column in 0..self.width {
            if column > 0 {
                self.text.push(char::from(DELIMITER));
            }
            // Of two cells in one place the later one counts.
            let mut found = None;
            while let Some((_, range)) = cells.next_if(|(at, _)| *at as usize == column) {
                found = Some(range.clone());
            }
            if let Some(range) = found {
                quote(&mut self.text, &self.gathered[range]);
            }
        }
        self.text.push('\n');
        self.next = self.row + 1;
        self.written += self.cells.len();
        self.cells.clear();
        self.gathered.clear();
    }

    /// Blank records up to a row.
    fn skip_to(&mut self, row: u32) {
        let gap = row - self.next;
        if gap <= LONGEST_GAP_ROWS {
            (0..gap).for_each(|_| self.text.push('\n'));
            return;
        }
        self.drop_strays();
        self.mark = (self.written > 0).then_some((self.text.len(), self.written));
        self.text.push('\n');
        self.shifts.push((row, gap - 1));
    }

    /// Takes back what stands behind the last long gap, if it is next to nothing.
    fn drop_strays(&mut self) {
        let Some((length, cells)) = self.mark else { return };
        let behind = self.written - cells;
        if behind <= STRAY_CELLS && cells > 10 * behind {
            self.text.truncate(length);
            self.written = cells;
            self.strays += behind;
        }
    }
}

impl Sink for Lines {
    fn cell(&mut self, row: u32, column: u32, text: &str) -> bool {
        if trim(text).is_empty() {
            return true;
        }
        if row >= LIMIT_ROWS || row < self.row.max(self.next) {
            self.strays += 1;
            return true;
        }
        if row != self.row {
            self.flush();
            self.row = row;
        }
        self.in_margin |= (column as usize) < self.columns.start;
        if column as usize >= self.columns.end {
            self.beyond += 1;
        }
        if !self.columns.contains(&(column as usize)) {
            return true;
        }
        let column = column - self.columns.start as u32;
        let start = self.gathered.len();
        self.gathered += cut(text);
        self.cells.push((column, start..self.gathered.len()));
        if self.counts.len() <= column as usize {
            self.counts.resize(column as usize + 1, 0);
        }
        self.counts[column as usize] += 1;
        self.full = self.text.len() + self.gathered.len() > TEXT_LIMIT_BYTES;
        !self.full
    }
}

/// A text that is complete.
pub struct Finished {
    /// The records.
    pub text: String,
    /// Cells that stand too far from everything, or out of order.
    pub strays: usize,
    /// Width of the table without strays behind it.
    pub columns: usize,
    /// Width of the table with them.
    pub width: usize,
    /// There was a cell before the first column.
    pub in_margin: bool,
    shifts: Vec<(u32, u32)>,
}

impl Finished {
    /// Record of a row of the sheet.
    pub fn record(&self, row: u32) -> usize {
        let left_out: u32 = self.shifts.iter().take_while(|(from, _)| *from <= row).map(|(_, rows)| rows).sum();
        row.saturating_sub(left_out) as usize
    }
}

/// What a record can hold of a cell.
fn cut(text: &str) -> &str {
    // A doubled quote takes two bytes.
    let mut end = text.len().min(CELL_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// A field, in quotes where it would be misread without.
fn quote(out: &mut String, text: &str) {
    let special = |b: u8| b == DELIMITER || matches!(b, b'"' | b'\n' | b'\r');
    if !text.bytes().any(special) {
        *out += text;
        return;
    }
    out.push('"');
    for (at, part) in text.split('"').enumerate() {
        if at > 0 {
            *out += "\"\"";
        }
        *out += part;
    }
    out.push('"');
}
