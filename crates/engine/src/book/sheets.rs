//! A workbook on its way: pages become sheets.

use std::collections::BTreeSet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use sanpo_api::{BookWord, Problem, SheetName};
use sanpo_tasks::OutCell;

use super::cells::{self, Styles};
use super::look::Look;
use super::{In, Page, internal, name};

/// Rows of one sheet, its heading included: what a spreadsheet program takes.
const MAX_ROWS: usize = 1_048_576;
/// Cells of a workbook: while it is written a browser holds them all.
const MAX_CELLS: usize = 4_000_000;
/// Rows from which the look of a column's numbers is taken.
const SAMPLE: usize = 1000;

type Rows<'a> = std::iter::Peekable<Box<dyn Iterator<Item = Vec<OutCell>> + 'a>>;

pub struct Book {
    workbook: Workbook,
    styles: Styles,
    names: BTreeSet<String>,
    cells: usize,
}

impl Book {
    /// A workbook without a sheet.
    pub fn new() -> Result<Self, Problem> {
        let mut workbook = Workbook::new();
        let day = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| internal(&error))?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
        Ok(Self { workbook, styles: Styles::new(), names: BTreeSet::new(), cells: 0 })
    }

    /// Takes a name for a sheet that comes later.
    pub fn reserve(&mut self, sheet: &SheetName, into: &In) -> String {
        let words = name::tidy(&into.book(BookWord::Sheet(sheet.clone())));
        name::free(&mut self.names, &words)
    }

    /// Adds a sheet, or several where one cannot take all rows. Returns the name of the first and what it shows.
    pub fn add(&mut self, mut page: Page, into: &In) -> Result<(String, String), Problem> {
        let sample: Vec<Vec<OutCell>> = page.rows.by_ref().take(SAMPLE).collect();
        let looks = Look::columns(&page, &sample, into);
        let whole: Box<dyn Iterator<Item = Vec<OutCell>>> = Box::new(sample.into_iter().chain(page.rows));
        let mut rows = whole.peekable();
        let mut drawings = page.drawings.as_slice();
        let mut first = None;
        loop {
            let name = self.reserve(&page.name, into);
            let mut sheet = Worksheet::new();
            sheet.set_name(&name).map_err(|error| internal(&error))?;
            let filled = self.fill(&mut sheet, &page.header, &looks, &mut rows).map_err(|error| match error {
                Stop::Full => Problem::TooManyCells { limit: MAX_CELLS },
                Stop::Failed(error) => internal(&error),
            })?;
            let last = rows.peek().is_none();
            let remark = if last { page.remark.as_str() } else { "" };
            finish(&mut sheet, &name, filled, remark, drawings, &page.header).map_err(|error| internal(&error))?;
            drawings = &[];
            self.workbook.push_worksheet(sheet);
            let first = first.get_or_insert(name);
            if last {
                return Ok((first.clone(), page.says));
            }
        }
    }

    /// Puts a sheet before all others.
    pub fn put_first(&mut self, sheet: Worksheet) {
        self.workbook.push_worksheet(sheet);
        self.workbook.worksheets_mut().rotate_right(1);
    }

    /// The workbook as a file.
    pub fn bytes(mut self) -> Result<Vec<u8>, Problem> {
        self.workbook.save_to_buffer().map_err(|error| internal(&error))
    }

    /// Writes the heading and as many rows as fit; returns how many.
    fn fill(&mut self, sheet: &mut Worksheet, header: &[String], looks: &[Look], rows: &mut Rows) -> Result<u32, Stop> {
        let bold = Format::new().set_bold();
        let mut widths: Vec<usize> = Vec::new();
        for (column, name) in header.iter().enumerate() {
            sheet.write_string_with_format(0, at(column), cells::cut(name), &bold)?;
            widths.push(cells::width(name));
        }
        let mut filled = 0;
        for (row, index) in rows.by_ref().take(MAX_ROWS - 1).zip(1u32..) {
            self.cells += row.len();
            if self.cells > MAX_CELLS {
                return Err(Stop::Full);
            }
            for ((column, cell), look) in row.into_iter().enumerate().zip(looks) {
                let width = self.styles.write(sheet, index, at(column), cell, look)?;
                if let Some(widest) = widths.get_mut(column) {
                    *widest = width.max(*widest);
                }
            }
            filled = index;
        }
        for (column, width) in widths.into_iter().enumerate() {
            sheet.set_column_width(at(column), cells::column_width(width))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(filled)
    }
}

/// What stands beside and below the rows.
fn finish(
    sheet: &mut Worksheet,
    name: &str,
    filled: u32,
    remark: &str,
    drawings: &[super::Drawing],
    header: &[String],
) -> Result<(), XlsxError> {
    if !remark.is_empty() {
        sheet.write_string(filled + 2, 0, remark)?;
    }
    for (place, drawing) in drawings.iter().enumerate() {
        drawing.put(sheet, name, place, at(header.len() + 1))?;
    }
    Ok(())
}

/// Why a sheet was not filled.
enum Stop {
    Full,
    Failed(XlsxError),
}

impl From<XlsxError> for Stop {
    fn from(error: XlsxError) -> Self {
        Self::Failed(error)
    }
}

/// The writer's number of a column. Files have at most a few thousand columns.
pub fn at(column: usize) -> u16 {
    column.min(usize::from(u16::MAX)) as u16
}
