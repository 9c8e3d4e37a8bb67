//! Results as an Excel workbook: typed cells, headings that stay in view, no formulas.
//!
//! The bytes depend on the result alone: the time of writing that a workbook carries is left at a fixed day.

mod about;
mod blocks;
mod cells;

use std::collections::BTreeSet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use sanpo_api::{Label, LabelCode, Lang, Problem, Report, SheetName, Words};
use sanpo_tasks::{OutCell, Sheet};

use cells::Styles;

/// Rows of one sheet, its heading included: what a spreadsheet program takes.
const MAX_ROWS: usize = 1_048_576;
/// Cells of a workbook: while it is written a browser holds them all.
const MAX_CELLS: usize = 4_000_000;

/// Whose words a workbook is written in.
pub struct In<'a> {
    /// The language.
    pub lang: Lang,
    /// The words.
    pub words: &'a dyn Words,
}

impl In<'_> {
    fn code(&self, code: LabelCode) -> String {
        self.words.label(self.lang, &Label::Code(code))
    }
}

/// Rows with a heading, and the sheet that they go to.
struct Page<'a> {
    name: SheetName,
    /// What the sheet shows; empty for the results themselves.
    says: String,
    header: Vec<String>,
    rows: Box<dyn Iterator<Item = Vec<OutCell>> + 'a>,
}

/// The bytes of a workbook with the result's rows and, where a report is given, with what it shows. Fails: `TooManyCells`.
pub fn write(source: &str, sheet: Sheet, report: Option<&Report>, into: &In) -> Result<Vec<u8>, Problem> {
    let mut book = Book { workbook: workbook()?, styles: Styles::new(), names: BTreeSet::new(), cells: 0 };
    let results = Page { name: SheetName::Results, says: String::new(), header: sheet.header, rows: sheet.rows };
    let mut contents = vec![book.add(results, into)?];
    if let Some(report) = report {
        for page in blocks::pages(report, into) {
            contents.push(book.add(page, into)?);
        }
        book.add(about::page(source, report, &contents, into), into)?;
    }
    book.workbook.save_to_buffer().map_err(|error| internal(&error))
}

fn workbook() -> Result<Workbook, Problem> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1).map_err(|error| internal(&error))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    Ok(workbook)
}

/// A workbook on its way.
struct Book {
    workbook: Workbook,
    styles: Styles,
    names: BTreeSet<String>,
    cells: usize,
}

impl Book {
    /// Adds a sheet, or several where one cannot take all rows. Returns the name of the first and what it shows.
    fn add(&mut self, page: Page, into: &In) -> Result<(String, String), Problem> {
        let base = into.code(LabelCode::Sheet(page.name));
        let mut rows = page.rows.peekable();
        let mut first = None;
        loop {
            let name = self.free_name(&base);
            let mut sheet = Worksheet::new();
            sheet.set_name(&name).map_err(|error| internal(&error))?;
            self.fill(&mut sheet, &page.header, &mut rows).map_err(|error| match error {
                Stop::Full => Problem::TooManyCells { limit: MAX_CELLS },
                Stop::Failed(error) => internal(&error),
            })?;
            self.workbook.push_worksheet(sheet);
            first.get_or_insert(name);
            if rows.peek().is_none() {
                return Ok((first.unwrap_or(base), page.says));
            }
        }
    }

    /// Writes the heading and as many rows as fit.
    fn fill(
        &mut self,
        sheet: &mut Worksheet,
        header: &[String],
        rows: &mut dyn Iterator<Item = Vec<OutCell>>,
    ) -> Result<(), Stop> {
        let bold = Format::new().set_bold();
        let mut widths: Vec<usize> = Vec::new();
        for (column, name) in header.iter().enumerate() {
            sheet.write_string_with_format(0, at(column), cells::cut(name), &bold)?;
            widths.push(cells::width(name));
        }
        for (index, row) in rows.take(MAX_ROWS - 1).enumerate() {
            self.cells += row.len();
            if self.cells > MAX_CELLS {
                return Err(Stop::Full);
            }
            for (column, cell) in row.into_iter().enumerate() {
                let width = self.styles.write(sheet, index as u32 + 1, at(column), cell)?;
                if let Some(widest) = widths.get_mut(column) {
                    *widest = width.max(*widest);
                }
            }
        }
        for (column, width) in widths.into_iter().enumerate() {
            sheet.set_column_width(at(column), cells::column_width(width))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(())
    }

    /// A name that no sheet has yet: `表`, `表 2`, `表 3`.
    fn free_name(&mut self, base: &str) -> String {
        let mut name = base.to_owned();
        let mut number = 1;
        while !self.names.insert(name.clone()) {
            number += 1;
            name = format!("{base} {number}");
        }
        name
    }
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
fn at(column: usize) -> u16 {
    column.min(usize::from(u16::MAX)) as u16
}

fn internal(error: &XlsxError) -> Problem {
    Problem::Internal { detail: error.to_string() }
}
