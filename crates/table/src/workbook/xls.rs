//! Workbooks of Excel 97 to 2003: records of the stream `Workbook`.
//!
//! calamine lays sheets of this format out as grids, follows broken chains without end, and does not tell number formats; of the
//! many records only the dozen that hold cells are needed here. Source: [MS-XLS], section 2.4.

mod strings;

use sanpo_api::Problem;

use super::compound::{self, u16_at, u32_at};
use super::format::{Shape, built_in, shape};
use super::lines::Sink;
use super::source::{Area, Source, Tab};
use super::value;

/// An open workbook.
pub struct Book {
    stream: Vec<u8>,
    tabs: Vec<Tab>,
    /// Where each sheet starts in the stream.
    starts: Vec<usize>,
    strings: Vec<String>,
    shapes: Vec<Shape>,
    since_1904: bool,
}

/// A record: its number and its bytes.
type Record<'a> = (u16, &'a [u8]);

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const CONTINUE: u16 = 0x003C;

/// Opens a workbook. Fails: `PasswordProtected`, `ExcelWorkbook` where it is damaged or older than 1997.
pub fn open(bytes: &[u8]) -> Result<Book, Problem> {
    let stream = compound::stream(bytes, "Workbook").ok_or(Problem::ExcelWorkbook)?;
    let mut book = Book {
        stream: Vec::new(),
        tabs: Vec::new(),
        starts: Vec::new(),
        strings: Vec::new(),
        shapes: Vec::new(),
        since_1904: false,
    };
    book.globals(&stream)?;
    book.stream = stream;
    Ok(book)
}

/// The records from a place on.
fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = Record<'_>> {
    std::iter::from_fn(move || {
        let (number, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
        let data = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((number, data))
    })
}

impl Book {
    /// What holds for all sheets: formats, texts, names.
    fn globals(&mut self, stream: &[u8]) -> Result<(), Problem> {
        let mut all = records(stream, 0).peekable();
        let first = all.next().filter(|(number, data)| *number == BOF && u16_at(data, 0) == Some(0x0600));
        first.ok_or(Problem::ExcelWorkbook)?;
        let (mut codes, mut formats) = (Vec::new(), Vec::new());
        while let Some((number, data)) = all.next() {
            match number {
                EOF => break,
                0x002F => return Err(Problem::PasswordProtected),
                0x0022 => self.since_1904 = u16_at(data, 0) == Some(1),
                0x0085 => self.sheet(data).unwrap_or(()),
                0x041E => codes.extend(u16_at(data, 0).zip(data.get(2..).and_then(strings::long))),
                0x00E0 => formats.push(u16_at(data, 2).unwrap_or(0)),
                0x00FC => {
                    let mut parts = vec![data];
                    while let Some((_, more)) = all.next_if(|(number, _)| *number == CONTINUE) {
                        parts.push(more);
                    }
                    self.strings = strings::table(&parts);
                }
                _ => {}
            }
        }
        let code = |id: &u16| codes.iter().find(|(known, _)| known == id);
        self.shapes = formats.iter().map(|id| code(id).map_or(built_in((*id).into()), |(_, c)| shape(c))).collect();
        Ok(())
    }

    /// A sheet's place, state and name; charts and macros are left out.
    fn sheet(&mut self, data: &[u8]) -> Option<()> {
        let start = u32_at(data, 0)? as usize;
        let (state, kind) = (*data.get(4)?, *data.get(5)?);
        if kind == 0 {
            self.tabs.push(Tab { name: strings::short(data.get(6..)?)?, visible: state & 3 == 0 });
            self.starts.push(start);
        }
        Some(())
    }

    /// The records of a sheet's own, without those of charts inside it and of the sheets behind it.
    fn sheet_records(&self, tab: usize) -> impl Iterator<Item = Record<'_>> {
        let (mut depth, mut is_over) = (0, false);
        let own = move |(number, data)| {
            if is_over {
                return None;
            }
            depth += i32::from(number == BOF);
            let own = depth == 1;
            depth -= i32::from(number == EOF);
            is_over = depth <= 0;
            Some(own.then_some((number, data)))
        };
        records(&self.stream, self.starts[tab]).map_while(own).flatten()
    }

    /// Adds the cells of a record.
    fn record(&self, (number, data): Record, cells: &mut Vec<Cell>) -> Option<()> {
        let (row, column) = (u16_at(data, 0)?, u16_at(data, 2)?);
        let style = u16_at(data, 4)?;
        let mut add = |column, text| cells.push(Cell { row, column, text });
        match number {
            0x0203 => add(column, self.number(f64_at(data, 6)?, style)),
            0x027E => add(column, self.number(rk(u32_at(data, 6)?), style)),
            0x00BD => {
                for (at, pair) in data.get(4..data.len() - 2)?.as_chunks::<6>().0.iter().enumerate() {
                    let style = u16_at(pair, 0)?;
                    add(column.saturating_add(at as u16), self.number(rk(u32_at(pair, 2)?), style));
                }
            }
            0x00FD => add(column, Text::Shared(u32_at(data, 6)?)),
            0x0204 | 0x00D6 => add(column, Text::Own(strings::long(data.get(6..)?)?)),
            0x0205 => add(column, Text::Own(truth_or_error(*data.get(6)?, *data.get(7)? == 1))),
            0x0006 => add(column, self.formula(data.get(6..14)?, style)?),
            _ => {}
        }
        Some(())
    }

    fn number(&self, number: f64, style: u16) -> Text {
        Text::Number(number, style)
    }

    /// The last result of a formula; one that is text stands in the record that follows.
    fn formula(&self, result: &[u8], style: u16) -> Option<Text> {
        if u16_at(result, 6)? != 0xFFFF {
            return Some(self.number(f64_at(result, 0)?, style));
        }
        Some(match result[0] {
            0 => Text::Awaited,
            1 => Text::Own(truth_or_error(result[2], false)),
            2 => Text::Own(truth_or_error(result[2], true)),
            _ => Text::Own(String::new()),
        })
    }
}

/// A cell as it was found.
struct Cell {
    row: u16,
    column: u16,
    text: Text,
}

/// What a cell says.
enum Text {
    Own(String),
    Shared(u32),
    Number(f64, u16),
    Awaited,
}

impl Source for Book {
    fn tabs(&self) -> &[Tab] {
        &self.tabs
    }

    fn cells(&mut self, tab: usize, sink: &mut dyn Sink) -> Result<(), Problem> {
        let mut cells = Vec::new();
        for (number, data) in self.sheet_records(tab) {
            match (number, cells.last_mut()) {
                // The text of a formula, behind the formula.
                (0x0207, Some(Cell { text: text @ Text::Awaited, .. })) => {
                    *text = Text::Own(strings::long(data).unwrap_or_default());
                }
                // A record that is too short holds nothing.
                _ => self.record((number, data), &mut cells).unwrap_or(()),
            }
        }
        cells.sort_by_key(|cell| (cell.row, cell.column));
        let mut written = String::new();
        for cell in &cells {
            written.clear();
            let text = match &cell.text {
                Text::Own(text) => text,
                Text::Shared(at) => self.strings.get(*at as usize).map_or("", String::as_str),
                Text::Number(number, style) => {
                    let shape = self.shapes.get(usize::from(*style)).unwrap_or(&Shape::Plain);
                    value::write(&mut written, *number, shape, self.since_1904);
                    &written
                }
                Text::Awaited => "",
            };
            if !sink.cell(cell.row.into(), cell.column.into(), text) {
                break;
            }
        }
        Ok(())
    }

    fn merges(&mut self, tab: usize) -> Vec<Area> {
        let lists = self.sheet_records(tab).filter(|(number, _)| *number == 0x00E5);
        let areas = lists.flat_map(|(_, data)| data.get(2..).unwrap_or(&[]).as_chunks::<8>().0);
        let at = |area: &[u8; 8], place: usize| u32::from(u16::from_le_bytes([area[place], area[place + 1]]));
        areas.map(|a| Area { first_row: at(a, 0), last_row: at(a, 2), column: at(a, 4) }).collect()
    }
}

fn truth_or_error(code: u8, error: bool) -> String {
    let text = match (error, code) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0F) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1D) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    };
    text.to_owned()
}

/// A number in four bytes: a whole one or the upper half of a float, perhaps in hundredths.
fn rk(bits: u32) -> f64 {
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(bits as i32 >> 2),
    };
    if bits & 1 == 1 { number / 100.0 } else { number }
}

fn f64_at(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}
