//! Workbooks: one sheet of an Excel or OpenDocument file becomes delimited text, and the rest of the reading goes on from there.
//!
//! `archive` and `compound` open the two kinds of containers within bounds; `xlsx`, `ods` and `xls` give cells in order;
//! `format` and `value` write a number as the person sees it; `lines` makes records; `peek` tells which sheet to read. Records
//! are counted like the rows of the sheet, from 0 at row 1.

mod alike;
mod archive;
mod compound;
mod format;
mod lines;
mod ods;
mod peek;
mod source;
mod value;
mod xls;
mod xlsx;

use sanpo_api::{AskOption, Choice, Format, Problem};

use crate::extent::LIMIT_COLUMNS;
use crate::typing::Merge;
use lines::{Finished, Lines, TEXT_LIMIT_BYTES};
use peek::Peek;
use source::{Area, Source};

/// What separates the fields of the text: a control character that office texts do not hold.
pub const DELIMITER: u8 = 0x1F;

/// Sheets that are looked at; later ones can be chosen by name only.
const LIMIT_PEEKS: usize = 64;

/// Most merged areas that are passed on.
const LIMIT_MERGES: usize = 100_000;

/// Sheets of a workbook as text.
pub struct Book {
    /// What was seen of the sheets, in the order of their tabs.
    pub sheets: Vec<SheetInfo>,
    /// Those that were read: one, or several that seem to be of one form.
    pub pages: Vec<Page>,
}

/// A sheet as text.
pub struct Page {
    /// Its name.
    pub name: String,
    /// Its records: fields separated by [`DELIMITER`], quoted as in RFC 4180, records by line feeds.
    pub text: String,
    /// Cells left out because they stand far from the table, or out of order.
    pub strays: usize,
    /// Vertical merges: the first record holds the value, the others are blank in this column.
    pub merges: Vec<Merge>,
}

/// What was seen at the top of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetInfo {
    /// The name on its tab.
    pub name: String,
    /// Whether a person sees the sheet.
    pub visible: bool,
    /// Cells that are not empty, among those looked at.
    pub cells: usize,
    /// Rows with cells, among those looked at.
    pub rows: usize,
    /// Columns up to the last cell.
    pub columns: usize,
    /// Blank columns before the first cell.
    pub margin: usize,
    /// It looks like a table of data.
    pub is_table: bool,
    /// Its headings in any order, without dates.
    pub head: Vec<String>,
    /// The newest date with a year, among the cells looked at.
    pub newest: Option<i64>,
    /// Headings and the values below them, at most three.
    pub sample: Vec<(String, String)>,
}

/// The kind of workbook in a zip archive; `None` for other archives. Fails: `ExcelWorkbook` (`.xlsb`).
pub fn kind(bytes: &[u8]) -> Result<Option<Format>, Problem> {
    archive::kind(bytes)
}

/// Reads the sheet that was chosen, or else those that a person sees and that hold tables of one form, or else the one that holds
/// most.
///
/// Fails: `EmptyFile` without any cell, `TooBig`, `TooManyColumns`, `PasswordProtected`; `ExcelWorkbook` or `BinaryNotCsv` where
/// the file is damaged.
pub fn read(bytes: &[u8], format: Format, wanted: Option<&str>) -> Result<Book, Problem> {
    match format {
        Format::Xlsx => read_from(&mut xlsx::open(bytes)?, wanted),
        Format::Ods => read_from(&mut ods::open(bytes)?, wanted),
        Format::Xls => read_from(&mut xls::open(bytes)?, wanted),
        Format::Csv => Err(Problem::Internal { detail: "delimited text is no workbook".to_owned() }),
    }
}

fn read_from(source: &mut dyn Source, wanted: Option<&str>) -> Result<Book, Problem> {
    let sheets = look(source)?;
    let wanted = wanted.and_then(|name| source.tabs().iter().position(|tab| tab.name == name));
    let tabs = wanted.map_or_else(|| alike::tabs(source, &sheets), |tab| vec![tab]);
    let pages = match pages(source, &tabs, &sheets) {
        // Too much for one table: one of them alone.
        Err(Problem::TooBig { .. }) if tabs.len() > 1 => {
            pages(source, &alike::best(&sheets).into_iter().collect::<Vec<_>>(), &sheets)?
        }
        pages => pages?,
    };
    Ok(Book { sheets, pages })
}

/// The texts of some sheets. Of several, one that cannot be read is left out. Fails: `EmptyFile` where nothing is left.
fn pages(source: &mut dyn Source, tabs: &[usize], sheets: &[SheetInfo]) -> Result<Vec<Page>, Problem> {
    let (mut pages, mut size_bytes, mut failed) = (Vec::new(), 0, Problem::EmptyFile);
    for tab in tabs {
        match page(source, *tab, sheets) {
            Ok(page) => {
                size_bytes += page.text.len();
                pages.push(page);
            }
            Err(problem) => failed = problem,
        }
        if size_bytes > TEXT_LIMIT_BYTES {
            return Err(Problem::TooBig { size_bytes: size_bytes as u64, limit_bytes: TEXT_LIMIT_BYTES as u64 });
        }
    }
    if pages.is_empty() { Err(failed) } else { Ok(pages) }
}

fn page(source: &mut dyn Source, tab: usize, sheets: &[SheetInfo]) -> Result<Page, Problem> {
    // Sheets often leave a margin at the left; what was seen of this one tells how wide.
    let margin = sheets.get(tab).map_or(0, |s| s.margin);
    let (finished, margin) = text(source, tab, margin)?;
    if finished.text.is_empty() {
        return Err(Problem::EmptyFile);
    }
    let merges = source.merges(tab).into_iter().filter_map(|area| vertical(area, &finished, margin));
    let merges = merges.take(LIMIT_MERGES).collect();
    Ok(Page { name: source.tabs()[tab].name.clone(), text: finished.text, merges, strays: finished.strays })
}

/// Looks at the top of the sheets. One that is damaged counts as empty, unless all are.
fn look(source: &mut dyn Source) -> Result<Vec<SheetInfo>, Problem> {
    let mut sheets = Vec::new();
    let mut broken = None;
    for tab in 0..source.tabs().len().min(LIMIT_PEEKS) {
        let mut peek = Peek::default();
        if let Err(problem) = source.cells(tab, &mut peek) {
            broken.get_or_insert(problem);
        }
        let tab = &source.tabs()[tab];
        sheets.push(peek.info(tab.name.clone(), tab.visible));
    }
    match broken {
        Some(problem) if sheets.iter().all(|s| s.cells == 0) => Err(problem),
        _ => Ok(sheets),
    }
}

/// The text of a sheet and the margin left out; read again where the margin was none, or without the columns behind a wide gap
/// if those hold only strays.
fn text(source: &mut dyn Source, tab: usize, mut margin: usize) -> Result<(Finished, usize), Problem> {
    let mut read = |columns| {
        let mut lines = Lines::new(columns);
        source.cells(tab, &mut lines).and_then(|()| lines.finish())
    };
    let mut found = read(margin..margin + LIMIT_COLUMNS)?;
    if margin > 0 && found.in_margin {
        margin = 0;
        found = read(0..LIMIT_COLUMNS)?;
    }
    if found.columns < found.width {
        found = read(margin..margin + found.columns)?;
    }
    Ok((found, margin))
}

fn vertical(area: Area, text: &Finished, margin: usize) -> Option<Merge> {
    let (first_record, last_record) = (text.record(area.first_row), text.record(area.last_row));
    let column = (area.column as usize).checked_sub(margin)?;
    (first_record < last_record).then_some(Merge { column, first_record, last_record })
}

/// Sheets that hold something, beside those that are used.
pub fn others(sheets: &[SheetInfo], used: &[String]) -> usize {
    sheets.iter().filter(|s| s.cells > 0 && !used.contains(&s.name)).count()
}

/// The answers to the question which sheet to read; none where a person sees only one with a table.
pub fn options(sheets: &[SheetInfo], used: &[String]) -> Vec<AskOption> {
    let tables = || sheets.iter().filter(|s| s.visible && s.is_table);
    if used.len() < 2 && tables().all(|s| used.contains(&s.name)) {
        return Vec::new();
    }
    let name = |name: &String| (name.clone(), String::new());
    let all = (used.len() > 1).then(|| AskOption {
        choice: Choice::SheetsJoined,
        in_force: true,
        cells: used.iter().map(name).collect(),
    });
    let option = |s: &SheetInfo| AskOption {
        choice: Choice::Sheet(s.name.clone()),
        in_force: used.len() == 1 && used.contains(&s.name),
        cells: s.sample.clone(),
    };
    all.into_iter().chain(tables().map(option)).collect()
}
