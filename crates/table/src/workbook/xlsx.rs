//! Office Open XML workbooks by calamine, cell by cell.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use sanpo_api::Problem;

use super::archive;
use super::format::{Shape, built_in, shape};
use super::lines::Sink;
use super::source::{Area, Source, Tab};
use super::value;

/// Cells that may be broken before the sheet is.
const LIMIT_BROKEN: usize = 10_000;

/// An open workbook.
pub struct Book<'a> {
    book: Xlsx<Cursor<&'a [u8]>>,
    tabs: Vec<Tab>,
    shapes: Option<Vec<Shape>>,
    has_merges: bool,
}

/// Opens a workbook. Fails: `TooBig`, `PasswordProtected`, `ExcelWorkbook` where it is damaged.
pub fn open(bytes: &[u8]) -> Result<Book<'_>, Problem> {
    let has_merges = archive::open(bytes, &Problem::ExcelWorkbook)?.has_merges;
    let book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let visible = |s: &calamine::Sheet| s.visible == SheetVisible::Visible;
    let sheets = book.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet);
    let tabs = sheets.map(|s| Tab { name: s.name.clone(), visible: visible(s) }).collect();
    Ok(Book { book, tabs, shapes: None, has_merges })
}

fn damaged(error: XlsxError) -> Problem {
    match error {
        XlsxError::Password => Problem::PasswordProtected,
        _ => Problem::ExcelWorkbook,
    }
}

impl Source for Book<'_> {
    fn tabs(&self) -> &[Tab] {
        &self.tabs
    }

    fn cells(&mut self, tab: usize, sink: &mut dyn Sink) -> Result<(), Problem> {
        let since_1904 = self.book.has_1904_epoch();
        let mut reader = self.book.worksheet_cells_reader(&self.tabs[tab].name).map_err(damaged)?;
        let shapes = self.shapes.get_or_insert_with(|| reader.styles().iter().map(shape_of).collect());
        let (mut text, mut broken) = (String::new(), 0);
        loop {
            let (cell, style) = match reader.next_cell_with_style_id() {
                Ok(Some(found)) => found,
                Ok(None) => return Ok(()),
                // One cell that makes no sense is lost alone; broken XML ends the sheet.
                Err(error) if broken >= LIMIT_BROKEN || is_fatal(&error) => return Err(damaged(error)),
                Err(_) => {
                    broken += 1;
                    continue;
                }
            };
            let (row, column) = cell.get_position();
            text.clear();
            match cell.get_value() {
                DataRef::SharedString(shared) => {
                    if !sink.cell(row, column, shared) {
                        return Ok(());
                    }
                    continue;
                }
                other => write(&mut text, other, shapes.get(style).unwrap_or(&Shape::Plain), since_1904),
            }
            if !text.is_empty() && !sink.cell(row, column, &text) {
                return Ok(());
            }
        }
    }

    fn merges(&mut self, tab: usize) -> Vec<Area> {
        if !self.has_merges {
            return Vec::new();
        }
        // Merges are a help, not data: where they cannot be read, there are none.
        let found = self.book.merge_cells_by_sheet_name(&self.tabs[tab].name).unwrap_or_default();
        let area = |d: &calamine::Dimensions| Area { first_row: d.start.0, last_row: d.end.0, column: d.start.1 };
        found.iter().map(area).collect()
    }
}

/// Errors after which the position in the XML is lost.
fn is_fatal(error: &XlsxError) -> bool {
    matches!(error, XlsxError::Xml(_) | XlsxError::XmlEof(_) | XlsxError::Io(_) | XlsxError::Zip(_))
}

fn shape_of(style: &calamine::Style) -> Shape {
    let Some(format) = &style.number_format else { return Shape::Plain };
    match (format.format_id, format.format_code.as_str()) {
        (Some(id), "General") => built_in(id),
        // These stand for the money of the place where the file is opened: which one is not known.
        (Some(42 | 44), code) if code.starts_with("_($") => Shape::Plain,
        (_, code) => shape(code),
    }
}

fn write(out: &mut String, cell: &DataRef, shape: &Shape, since_1904: bool) {
    match cell {
        DataRef::Int(number) => value::write(out, *number as f64, shape, since_1904),
        DataRef::Float(number) => value::write(out, *number, shape, since_1904),
        DataRef::DateTime(moment) => value::write(out, moment.as_f64(), shape, since_1904),
        DataRef::String(text) => out.push_str(text),
        DataRef::SharedString(text) => out.push_str(text),
        DataRef::Bool(true) => out.push_str("TRUE"),
        DataRef::Bool(false) => out.push_str("FALSE"),
        DataRef::DateTimeIso(text) => value::iso(out, text),
        DataRef::DurationIso(text) => out.push_str(text),
        DataRef::Error(error) => out.push_str(&error.to_string()),
        DataRef::Empty => {}
    }
}
