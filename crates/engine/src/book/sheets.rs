//! A workbook on its way: pages become sheets.

use std::collections::BTreeSet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use sanpo_api::{BookWord, Problem, SheetName};
use sanpo_tasks::OutCell;

use super::cells::{self, Styles};
use super::drawing::{self, Drawing};
use super::look::{self, Look};
use super::print::{self, Extent};
use super::{In, Page, internal, name};

/// Rows of one sheet, its heading included: what a spreadsheet program takes.
const MAX_ROWS: usize = 1_048_576;
/// Cells of a workbook: while it is written a browser holds them all.
const MAX_CELLS: usize = 4_000_000;
/// Rows from which the look of a column's numbers is taken.
const SAMPLE: usize = 1000;

type Rows<'a> = std::iter::Peekable<Box<dyn Iterator<Item = Vec<OutCell>> + 'a>>;

pub struct Book<'a> {
    /// The name of the file that the result is of.
    source: &'a str,
    workbook: Workbook,
    styles: Styles,
    names: BTreeSet<String>,
    cells: usize,
    /// The first drawing of all, and the sheet with its rows.
    picture: Option<(Drawing, String)>,
}

impl<'a> Book<'a> {
    /// A workbook without a sheet.
    pub fn new(source: &'a str) -> Result<Self, Problem> {
        let mut workbook = Workbook::new();
        let day = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| internal(&error))?;
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
        Ok(Self { source, workbook, styles: Styles::new(), names: BTreeSet::new(), cells: 0, picture: None })
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
        page.drawings.iter_mut().for_each(|drawing| drawing.written_as(&looks));
        let whole: Box<dyn Iterator<Item = Vec<OutCell>>> = Box::new(sample.into_iter().chain(page.rows));
        let mut rows = whole.peekable();
        let mut drawings = page.drawings.as_slice();
        let mut first = None;
        loop {
            let name = self.reserve(&page.name, into);
            let mut sheet = Worksheet::new();
            sheet.set_name(&name).map_err(|error| internal(&error))?.set_default_row_height(cells::LINE);
            let filled = self.fill(&mut sheet, &page.header, &looks, &mut rows).map_err(|error| match error {
                Stop::Full => Problem::TooManyCells { limit: MAX_CELLS },
                Stop::Failed(error) => internal(&error),
            })?;
            let last = rows.peek().is_none();
            let remark = if last { page.remark.as_str() } else { "" };
            let end = Ending { name: &name, remark, drawings, is_list: page.is_list };
            self.finish(&mut sheet, filled, &end).map_err(|error| internal(&error))?;
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

    /// Writes the heading and as many rows as fit.
    fn fill(
        &mut self,
        sheet: &mut Worksheet,
        header: &[String],
        looks: &[Look],
        rows: &mut Rows,
    ) -> Result<Filled, Stop> {
        let headings = [false, true].map(look::heading);
        for ((column, name), look) in header.iter().enumerate().zip(looks) {
            let heading = &headings[usize::from(look.is_number)];
            sheet.write_string_with_format(0, at(column), cells::cut(name), heading)?;
        }
        let mut widths: Vec<usize> = header.iter().map(|name| cells::heading_width(name)).collect();
        let mut filled = 0;
        for (row, index) in rows.by_ref().take(MAX_ROWS - 1).zip(1u32..) {
            self.cells += row.len();
            if self.cells > MAX_CELLS {
                return Err(Stop::Full);
            }
            if let Some(height) = cells::height(row.iter().filter_map(cells::long)) {
                sheet.set_row_height(index, height)?;
            }
            for ((column, cell), look) in row.into_iter().enumerate().zip(looks) {
                let width = self.styles.write(sheet, index, at(column), cell, look)?;
                if let Some(widest) = widths.get_mut(column) {
                    *widest = width.max(*widest);
                }
            }
            filled = index;
        }
        let widths: Vec<f64> = widths.into_iter().map(cells::column_width).collect();
        for (column, width) in widths.iter().enumerate() {
            sheet.set_column_width(at(column), *width)?;
        }
        let room = |width: &f64| width - cells::BUTTON as f64;
        let names = header.iter().map(String::as_str).zip(widths.iter().map(room));
        if let Some(height) = cells::height(names) {
            sheet.set_row_height(0, height)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        let width = widths.into_iter().map(cells::pixels).sum();
        Ok(Filled { rows: filled, columns: at(header.len()), width })
    }

    /// What stands beside and below the rows, and how the sheet prints.
    fn finish(&mut self, sheet: &mut Worksheet, filled: Filled, end: &Ending) -> Result<(), XlsxError> {
        let mut rows = filled.rows + 1;
        if !end.remark.is_empty() {
            rows += 2;
            sheet.write_string(rows - 1, 0, end.remark)?;
        }
        if end.is_list && filled.rows > 0 && filled.columns > 0 {
            sheet.autofilter(0, 0, filled.rows, filled.columns - 1)?;
        }
        let beside = filled.columns + 1;
        for (place, drawing) in end.drawings.iter().enumerate() {
            drawing.put(sheet, end.name, drawing::row(place), beside)?;
        }
        let charts = end.drawings.iter().filter(|drawing| drawing.is_chart());
        if let Some(first) = charts.clone().next().filter(|_| self.picture.is_none()) {
            self.picture = Some((first.clone(), end.name.to_owned()));
        }
        let extent = Extent { rows, width: filled.width, drawings: (charts.count(), beside) };
        print::set_up(sheet, self.source, &extent)
    }

    /// The first drawing of all, and the sheet with its rows.
    pub fn picture(&self) -> Option<&(Drawing, String)> {
        self.picture.as_ref()
    }
}

/// What was written of a page.
struct Filled {
    rows: u32,
    columns: u16,
    /// Width of its columns in pixels.
    width: f64,
}

/// What a sheet has beside its rows.
struct Ending<'a> {
    name: &'a str,
    remark: &'a str,
    drawings: &'a [Drawing],
    is_list: bool,
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
