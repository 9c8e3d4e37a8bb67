//! OpenDocument spreadsheets: one pass over `content.xml`, nothing laid out, repeats bounded.
//!
//! calamine reads these as whole grids and does not end on a file that breaks off; the format is plain enough to be read here.
//! Source: OpenDocument 1.2 part 1, sections 9 (tables) and 19 (attributes).

mod cell;

use std::io::Read;

use quick_xml::events::{BytesStart, Event};
use sanpo_api::Problem;

use super::archive::{self, Archive, attribute, reader};
use super::lines::{LIMIT_ROWS, Sink};
use super::source::{Area, Source, Tab};
use crate::cells::trim;
use crate::extent::LIMIT_COLUMNS;
use cell::Cell;

/// Most sheets of a spreadsheet.
const LIMIT_SHEETS: usize = 1_000;

/// Most merged areas that are remembered.
const LIMIT_AREAS: usize = 100_000;

/// What repeats may add: a short file must not become a long table.
const LIMIT_COPIED_BYTES: u64 = 16 << 20;

/// What a copy of a cell costs beside its text.
const COPY_BYTES: u64 = 8;

/// An open spreadsheet.
pub struct Book<'a> {
    archive: Archive<'a>,
    tabs: Vec<Tab>,
    /// Merged cells of the sheet that was read last.
    areas: (usize, Vec<Area>),
}

/// What a damaged one is called.
fn damaged() -> Problem {
    Problem::BinaryNotCsv { kind: "OpenDocument".to_owned() }
}

/// Opens a spreadsheet. Fails: `TooBig`, `PasswordProtected`, `BinaryNotCsv` where it is damaged.
pub fn open(bytes: &[u8]) -> Result<Book<'_>, Problem> {
    let mut archive = archive::open(bytes, &damaged())?;
    if is_encrypted(&mut archive) {
        return Err(Problem::PasswordProtected);
    }
    let tabs = tabs(&mut archive)?;
    Ok(Book { archive, tabs, areas: (usize::MAX, Vec::new()) })
}

/// The manifest tells how each part was encrypted.
fn is_encrypted(archive: &mut Archive) -> bool {
    let mut manifest = Vec::new();
    let Ok(part) = archive.zip.by_name("META-INF/manifest.xml") else { return false };
    // A manifest that breaks off has said enough.
    let _ = part.take(4 << 20).read_to_end(&mut manifest);
    memchr::memmem::find(&manifest, b"encryption-data").is_some()
}

/// Names of the sheets; a style hides some.
fn tabs(archive: &mut Archive) -> Result<Vec<Tab>, Problem> {
    let mut xml = reader(archive.zip.by_name("content.xml").map_err(|_| damaged())?);
    let (mut buffer, mut depth, mut style) = (Vec::new(), 0usize, String::new());
    let (mut hidden, mut tabs) = (Vec::new(), Vec::new());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(|_| damaged())? {
            Event::Start(e) => match e.local_name().as_ref() {
                "style" => style = attribute(&e, "name").unwrap_or_default(),
                "table-properties" if attribute(&e, "display").is_some_and(|d| d == "false") => {
                    hidden.push(std::mem::take(&mut style));
                }
                "table" => {
                    depth += 1;
                    if depth == 1 && tabs.len() < LIMIT_SHEETS {
                        let style = attribute(&e, "style-name").unwrap_or_default();
                        let name = attribute(&e, "name").unwrap_or_default();
                        tabs.push(Tab { name, visible: !hidden.contains(&style) });
                    }
                }
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "table" => depth = depth.saturating_sub(1),
            Event::Eof if depth > 0 => return Err(damaged()),
            Event::Eof => return Ok(tabs),
            _ => {}
        }
    }
}

impl Source for Book<'_> {
    fn tabs(&self) -> &[Tab] {
        &self.tabs
    }

    fn cells(&mut self, tab: usize, sink: &mut dyn Sink) -> Result<(), Problem> {
        let part = self.archive.zip.by_name("content.xml").map_err(|_| damaged())?;
        let mut pass = Pass {
            sink,
            rows: Vec::new(),
            row: 0,
            column: 0,
            row_repeats: 1,
            areas: Vec::new(),
            copied_bytes: 0,
            more: true,
        };
        run(part, tab, &mut pass)?;
        pass.check()?;
        self.areas = (tab, pass.areas);
        Ok(())
    }

    fn merges(&mut self, tab: usize) -> Vec<Area> {
        if self.areas.0 == tab { self.areas.1.clone() } else { Vec::new() }
    }
}

/// The pass over one sheet.
struct Pass<'a> {
    sink: &'a mut dyn Sink,
    /// Cells of the row at hand, kept because a row may be repeated.
    rows: Vec<(u32, String)>,
    row: u32,
    column: u32,
    row_repeats: u32,
    areas: Vec<Area>,
    copied_bytes: u64,
    more: bool,
}

fn run(part: impl Read, tab: usize, pass: &mut Pass) -> Result<(), Problem> {
    let mut xml = reader(part);
    let mut buffer = Vec::new();
    let (mut depth, mut seen) = (0usize, 0usize);
    let mut cell: Option<Cell> = None;
    while pass.more {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(|_| damaged())?;
        let here = depth == 1 && seen == tab + 1;
        match event {
            Event::Start(e) => match e.local_name().as_ref() {
                "table" => {
                    depth += 1;
                    seen += usize::from(depth == 1);
                }
                "table-row" if here => pass.start_row(&e),
                "table-cell" | "covered-table-cell" if here && cell.is_none() => cell = Some(Cell::new(&e)),
                name => cell.iter_mut().for_each(|c| c.start(name, &e)),
            },
            Event::End(e) => match e.local_name().as_ref() {
                "table" => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 && seen == tab + 1 {
                        return Ok(());
                    }
                }
                "table-row" if here => pass.end_row(),
                "table-cell" | "covered-table-cell" if here => cell.take().iter().for_each(|c| pass.add(c)),
                name => cell.iter_mut().for_each(|c| c.end(name)),
            },
            Event::Text(text) => cell.iter_mut().for_each(|c| c.text(&text.xml10_content())),
            Event::CData(text) => cell.iter_mut().for_each(|c| c.text(&text.xml10_content())),
            Event::GeneralRef(entity) => {
                let named = quick_xml::escape::resolve_xml_entity(entity.as_ref()).map(str::to_owned);
                let found = named.or_else(|| entity.resolve_char_ref().ok().flatten().map(String::from));
                cell.iter_mut().for_each(|c| c.text(found.as_deref().unwrap_or("")));
            }
            Event::Eof => return Err(damaged()),
            _ => {}
        }
    }
    Ok(())
}

/// A count of repeats; what is no number counts once.
fn repeats(element: &BytesStart, name: &str) -> u32 {
    attribute(element, name).and_then(|count| count.parse::<u32>().ok()).unwrap_or(1).max(1)
}

impl Pass<'_> {
    fn start_row(&mut self, element: &BytesStart) {
        self.row_repeats = repeats(element, "number-rows-repeated");
        self.column = 0;
        self.rows.clear();
    }

    fn add(&mut self, cell: &Cell) {
        let text = cell.value();
        if cell.rows_spanned > 1 && self.areas.len() < LIMIT_AREAS {
            let last_row = self.row.saturating_add(cell.rows_spanned - 1);
            self.areas.push(Area { first_row: self.row, last_row, column: self.column });
        }
        if !trim(&text).is_empty() {
            let end = self.column.saturating_add(cell.repeats);
            // One cell beyond the limit tells that there are more.
            for column in self.column..end.min(LIMIT_COLUMNS as u32 + 1).max(self.column + 1) {
                if column > self.column && !self.may_copy(text.len(), 1) {
                    return;
                }
                self.rows.push((column, text.clone()));
            }
        }
        self.column = self.column.saturating_add(cell.repeats);
    }

    fn end_row(&mut self) {
        let end = self.row.saturating_add(self.row_repeats);
        if !self.rows.is_empty() {
            let bytes = self.rows.iter().map(|(_, text)| text.len() + COPY_BYTES as usize).sum();
            if !self.may_copy(bytes, end.min(LIMIT_ROWS).saturating_sub(self.row + 1)) {
                return;
            }
            for row in self.row..end.min(LIMIT_ROWS) {
                self.more = self.more && self.rows.iter().all(|(column, text)| self.sink.cell(row, *column, text));
                if !self.more {
                    return;
                }
            }
        }
        self.row = end;
        self.rows.clear();
    }

    /// Counts copies of so many bytes; `false`, and no more cells, when they are too many.
    fn may_copy(&mut self, bytes: usize, times: u32) -> bool {
        let added = (bytes as u64 + COPY_BYTES).saturating_mul(times.into());
        self.copied_bytes = self.copied_bytes.saturating_add(added);
        self.more = self.more && self.copied_bytes <= LIMIT_COPIED_BYTES;
        self.more
    }

    /// Whether the repeats stayed within bounds. Fails: `TooBig`.
    fn check(&self) -> Result<(), Problem> {
        match self.copied_bytes <= LIMIT_COPIED_BYTES {
            true => Ok(()),
            false => Err(Problem::TooBig { size_bytes: self.copied_bytes, limit_bytes: LIMIT_COPIED_BYTES }),
        }
    }
}
