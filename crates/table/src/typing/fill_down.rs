//! Cells that were merged downwards: the value stands in the first row of its block, and blanks follow.
//!
//! Without a workbook that says so, a leading column is taken for one when its first row has a value, blanks make up blocks under
//! different values, and the rows with a blank hold values elsewhere.

use crate::cells::{is_missing, trim};
use crate::extent::Extent;
use crate::records::Splitter;

use super::wish::Wish;

/// Cells of one column that a workbook merges, first and last record included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The field.
    pub column: usize,
    /// The record with the value.
    pub first_record: usize,
    /// The last record below it.
    pub last_record: usize,
}

/// For each row the row whose cell counts: its own, or the one above a blank.
pub type Origins = Vec<u32>;

/// The origins of each column that is filled; `None` for the others.
pub fn origins(splitter: &Splitter, extent: &Extent, wishes: &[Wish], merges: &[Merge]) -> Vec<Option<Origins>> {
    let width = extent.headings.len();
    let mut all = vec![None; width];
    // Whether each column is made of blocks, be they filled or not: such columns stand left of the others.
    let mut blocks = vec![false; width];
    let merged = |field: usize| merges.iter().any(|m| m.column == field && m.last_record >= extent.first_record);
    for column in 0..width {
        let field = column + extent.first_field;
        let wish = wishes[column].fill_down;
        let leading = blocks[..column].iter().all(|b| *b);
        let found = if merged(field) {
            Some(within(extent, field, merges))
        } else if wish == Some(true) || (leading && may_be_merged(splitter, extent, column)) {
            let cells = Cells::of(splitter, extent, column);
            (wish == Some(true) || cells.are_blocks()).then(|| cells.origins())
        } else {
            None
        };
        blocks[column] = found.is_some();
        all[column] = found.filter(|_| wish != Some(false));
    }
    all
}

/// Blanks inside merged cells of a workbook.
fn within(extent: &Extent, field: usize, merges: &[Merge]) -> Origins {
    let mut origins: Origins = (0..extent.starts.len() as u32).collect();
    let records = extent.all_records();
    for merge in merges.iter().filter(|m| m.column == field) {
        let first = records.partition_point(|r| (*r as usize) < merge.first_record);
        let end = records.partition_point(|r| (*r as usize) <= merge.last_record);
        origins[first..end].fill(first as u32);
    }
    origins
}

/// A quick look at the first rows.
fn may_be_merged(splitter: &Splitter, extent: &Extent, column: usize) -> bool {
    let mut fields = Vec::new();
    let mut blanks = 0;
    let rows = extent.starts.len().min(400);
    for (row, start) in extent.starts.iter().take(rows).enumerate() {
        splitter.record(*start as usize, &mut fields);
        let blank = fields.get(column + extent.first_field).is_none_or(|f| trim(&f.text(splitter.text())).is_empty());
        if row == 0 && blank {
            return false;
        }
        blanks += usize::from(blank);
    }
    blanks * 4 >= rows
}

/// The cells of one column, and whether the rest of the row holds something.
struct Cells {
    /// Codes of the texts, `None` for a blank.
    codes: Vec<Option<u32>>,
    /// Rows with a blank here and nothing but blanks elsewhere.
    bare_rows: usize,
}

impl Cells {
    fn of(splitter: &Splitter, extent: &Extent, column: usize) -> Self {
        let mut fields = Vec::new();
        let mut texts = super::Dictionary::default();
        let mut cells = Self { codes: Vec::with_capacity(extent.starts.len()), bare_rows: 0 };
        for start in &extent.starts {
            splitter.record(*start as usize, &mut fields);
            let text =
                |at: usize| fields.get(at).map(|f| trim(&f.text(splitter.text())).to_owned()).unwrap_or_default();
            let cell = text(column + extent.first_field);
            let code = (!cell.is_empty()).then(|| texts.code(&cell));
            if code.is_none() {
                let right = column + 1..extent.headings.len();
                cells.bare_rows += usize::from(right.into_iter().all(|c| is_missing(&text(c + extent.first_field))));
            }
            cells.codes.push(code);
        }
        cells
    }

    /// At least two different values with blanks under half of them or more, and never one value twice in a row.
    fn are_blocks(&self) -> bool {
        let heads: Vec<(usize, u32)> =
            self.codes.iter().enumerate().filter_map(|(row, c)| Some((row, (*c)?))).collect();
        let blanks = self.codes.len() - heads.len();
        let followed = heads.iter().filter(|(row, _)| self.codes.get(row + 1) == Some(&None)).count();
        let changes = heads.windows(2).all(|w| w[0].1 != w[1].1);
        heads.len() >= 2
            && self.codes.first().is_some_and(Option::is_some)
            && changes
            && followed * 2 >= heads.len()
            && blanks * 3 >= self.codes.len()
            && self.bare_rows * 10 <= blanks
    }

    fn origins(&self) -> Origins {
        let mut above = 0;
        let step = |(row, code): (usize, &Option<u32>)| {
            if code.is_some() {
                above = row as u32;
            }
            above
        };
        self.codes.iter().enumerate().map(step).collect()
    }
}
