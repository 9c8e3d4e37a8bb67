//! From a file to a table: the rooms of this crate in their order.

use sanpo_api::{
    AskOption, Choice, Choices, EncodingView, FileFacts, Format, LIMIT_BYTES, Layout, NotData, NotDataWhy, Problem,
    TablePart,
};

use crate::dialect::{self, Dialect};
use crate::extent::{self, Extent, stacked};
use crate::layout::{self, Draft, Wide, beside};
use crate::profile::{self, Found, Reading, Shape, ask};
use crate::records::Splitter;
use crate::table::{self, Table};
use crate::typing::{self, Circumstances, Merge};
use crate::{decode, route, thousands, workbook};

/// Fewest data rows that make a table.
const LEAST_ROWS: usize = 2;

/// Cells of the row of names that the question about the encoding shows.
const VIEW_CELLS: usize = 6;

/// Text on its way to a table, and where it comes from.
struct Source {
    text: String,
    dialect: Dialect,
    format: Format,
    sheet: Option<String>,
    /// The sheets to choose from, if nobody has chosen.
    sheets: Vec<AskOption>,
    merges: Vec<Merge>,
    reading: Reading,
}

/// Reads a file. See [`crate::read`].
pub fn read(name: &str, bytes: &[u8], choices: &Choices, progress: &mut dyn FnMut(f64)) -> Result<Table, Problem> {
    let mut source = open(bytes, choices)?;
    progress(0.1);
    let mut shape = Shape { sheets: std::mem::take(&mut source.sheets), ..Shape::default() };
    let draft = draft(&mut source, name, choices, &mut shape, progress)?;
    let mut draft = lay_out(draft, &source.merges, choices, &mut shape)?;
    let splitter = Splitter::new(&draft.text, draft.delimiter);
    typing::join::add(&mut draft.columns, &splitter, &draft.extent, choices);
    progress(0.8);
    source.reading.dropped = draft.dropped;
    let file = facts(name, bytes, &source, &draft);
    let found = Found {
        reading: &source.reading,
        sheet: source.sheet.clone(),
        shape: &shape,
        extent: &draft.extent,
        columns: &draft.columns,
        choices,
    };
    let profile = profile::of(file, &found);
    progress(0.95);
    let text = table::Source { text: draft.text, delimiter: draft.delimiter, extent: draft.extent };
    let table = Table::new(text, draft.columns, profile)?;
    progress(1.0);
    Ok(table)
}

/// From bytes to text, whatever the format.
fn open(bytes: &[u8], choices: &Choices) -> Result<Source, Problem> {
    if let route::Route::Book(format) = route::find(bytes)? {
        return open_book(bytes, format, choices);
    }
    let decoded = decode::decode(bytes, choices);
    if decoded.text.trim().is_empty() {
        return Err(Problem::EmptyFile);
    }
    if decoded.text.len() > u32::MAX as usize {
        return Err(Problem::TooBig { size_bytes: bytes.len() as u64, limit_bytes: LIMIT_BYTES });
    }
    let dialect = dialect::find(&decoded.text);
    let mut reading = Reading {
        encoding: decoded.encoding,
        bad_characters: decoded.bad,
        glued: decoded.glued,
        garbled: decoded.garbled,
        ..Reading::default()
    };
    let mut text = decoded.text;
    if !choices.has(&Choice::JoinThousands(false))
        && let Some((joined, count)) = thousands::join(&text, &dialect)
    {
        (text, reading.thousands) = (joined, count);
    }
    Ok(Source { text, dialect, format: Format::Csv, sheet: None, sheets: Vec::new(), merges: Vec::new(), reading })
}

/// From a workbook to the text of one of its sheets.
fn open_book(bytes: &[u8], format: Format, choices: &Choices) -> Result<Source, Problem> {
    let wanted = choices.find(|c| if let Choice::Sheet(name) = c { Some(name.as_str()) } else { None });
    let book = workbook::read(bytes, format, wanted)?;
    let sheets = if wanted == Some(&book.sheet) { Vec::new() } else { book.options() };
    let reading =
        Reading { encoding: "UTF-8", other_sheets: book.other_sheets(), far_cells: book.strays, ..Reading::default() };
    let dialect = Dialect { delimiter: workbook::DELIMITER, directive: false, agreement_frac: 1.0 };
    Ok(Source { text: book.text, dialect, format, sheet: Some(book.sheet), sheets, merges: book.merges, reading })
}

/// Finds the table and types its columns as they lie.
fn draft(
    source: &mut Source,
    name: &str,
    choices: &Choices,
    shape: &mut Shape,
    progress: &mut dyn FnMut(f64),
) -> Result<Draft, Problem> {
    let text = std::mem::take(&mut source.text);
    let delimiter = source.dialect.delimiter;
    let whole = Splitter::new(&text, delimiter);
    let parts = stacked::find(&whole);
    let used = part_used(&parts, choices, shape);
    let splitter = match used {
        Some(at) => whole.part(parts[at].first, parts[at].end),
        None => whole,
    };
    let length = text.len() as f64;
    let mut tick = |at: usize| progress((0.1 + 0.2 * at as f64 / length).min(0.3));
    let mut extent = extent::find(&splitter, &source.dialect, choices, &mut tick)?;
    if let Some(at) = used {
        set_other_parts_aside(&mut extent, &parts, at);
    }
    // The sheet's name and the file's may tell the year, or what is counted, as well as a title.
    extent.names.extend(source.sheet.clone());
    extent.names.push(name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned());
    if extent.starts.len() < LEAST_ROWS {
        return Err(Problem::TooFewRows { have: extent.starts.len(), need: LEAST_ROWS });
    }
    shape.has_header = extent.header_row.is_some();
    shape.header_settled = choices.find(|c| matches!(c, Choice::Header(_)).then_some(())).is_some();
    let rows = extent.starts.len() as f64;
    let mut tick = |row: usize| progress(0.3 + 0.5 * row as f64 / rows);
    let around = Circumstances { choices, merges: &source.merges };
    let (columns, dropped) = typing::columns(&splitter, &extent, &around, &mut tick);
    shape.first_cells = first_cells(&splitter, &extent);
    Ok(Draft { text, delimiter, extent, columns, dropped })
}

/// Which of the tables below each other is read; `None` for the whole text.
fn part_used(parts: &[stacked::Part], choices: &Choices, shape: &mut Shape) -> Option<usize> {
    if parts.len() < 2 {
        return None;
    }
    let chosen = choices.find(|c| if let Choice::Table(part) = c { Some(*part) } else { None });
    match chosen {
        Some(TablePart::Stacked(at)) => Some((at as usize).min(parts.len() - 1)),
        Some(_) => None,
        None => {
            // The first one, unless another one is far larger.
            let largest = (0..parts.len()).max_by_key(|i| (parts[*i].rows, usize::MAX - i))?;
            let used = if parts[largest].rows > 4 * parts[0].rows { largest } else { 0 };
            shape.stacked = parts.iter().map(|p| p.header.clone()).collect();
            shape.stacked_used = Some(used);
            Some(used)
        }
    }
}

fn set_other_parts_aside(extent: &mut Extent, parts: &[stacked::Part], used: usize) {
    let others = parts.iter().enumerate().filter(|(i, _)| *i != used);
    let records = others.flat_map(|(_, part)| part.first.record..part.end_record);
    extent.not_data.extend(records.map(|record| NotData { record, why: NotDataWhy::OtherTable }));
    extent.not_data.sort_by_key(|n| n.record);
}

fn first_cells(splitter: &Splitter, extent: &Extent) -> Vec<String> {
    let mut fields = Vec::new();
    if let Some(start) = extent.starts.first() {
        splitter.record(*start as usize, &mut fields);
    }
    fields.iter().take(3).map(|f| f.text(splitter.text()).into_owned()).collect()
}

/// Cuts one of several tables out, or turns the table, as the person decided; otherwise notes what could be decided.
fn lay_out(mut draft: Draft, merges: &[Merge], choices: &Choices, shape: &mut Shape) -> Result<Draft, Problem> {
    let around = Circumstances { choices, merges };
    let groups = beside::find(&draft.columns);
    let chosen = choices.find(|c| if let Choice::Table(part) = c { Some(*part) } else { None });
    match chosen {
        Some(TablePart::Beside(at)) if !groups.is_empty() => {
            let splitter = Splitter::new(&draft.text, draft.delimiter);
            beside::restrict(&splitter, &mut draft.extent, groups[(at as usize).min(groups.len() - 1)].clone());
            (draft.columns, draft.dropped) = typing::columns(&splitter, &draft.extent, &around, &mut |_| ());
        }
        None => {
            let names = |g: &std::ops::Range<usize>| draft.columns[g.clone()].iter().map(|c| c.name.clone()).collect();
            shape.beside = groups.iter().map(names).collect();
        }
        Some(_) => {}
    }
    let year = choices.find(|c| if let Choice::Year(year) = c { Some(*year) } else { None });
    let wide = Wide::find(&draft.columns, &draft.extent.headings, &draft.extent.said(), year);
    let decided = choices.find(|c| if let Choice::Layout(layout) = c { Some(*layout) } else { None });
    let certain = wide.as_ref().filter(|w| w.plain && !w.turned && layout::fits(&draft, w));
    let layout = decided.or(certain.map(|_| Layout::Long));
    if decided.is_none()
        && let Some(found) = certain
    {
        shape.wide_heads = ask::heads(found, &draft.columns);
        shape.wide = wide.clone();
    }
    let written = match (layout, &wide) {
        (Some(Layout::Long), Some(wide)) => layout::long(&draft, wide),
        (Some(Layout::Transposed), wide) => layout::transposed(&draft, wide.as_ref()),
        (None, Some(found)) if !layout::fits(&draft, found) => return Ok(draft),
        (None, Some(found)) => {
            shape.wide_heads = ask::heads(found, &draft.columns);
            shape.wide = wide;
            return Ok(draft);
        }
        _ => return Ok(draft),
    };
    let (Some((text, extent)), Some(layout)) = (written, layout) else { return Ok(draft) };
    let wide = wide.unwrap_or_default();
    let sums = wide.sums.iter().map(|c| draft.columns[*c].name.clone()).collect();
    let filled = |c: &typing::Column| (c.n_filled() > 0).then(|| (c.name.clone(), c.n_filled()));
    shape.filled_before = draft.columns.iter().filter_map(filled).collect();
    shape.turned = Some((layout, wide, sums));
    let around = Circumstances { choices, merges: &[] };
    let splitter = Splitter::new(&text, layout::DELIMITER);
    let (columns, dropped) = typing::columns(&splitter, &extent, &around, &mut |_| ());
    Ok(Draft { text, delimiter: layout::DELIMITER, extent, columns, dropped })
}

fn facts(name: &str, bytes: &[u8], source: &Source, draft: &Draft) -> FileFacts {
    let delimiter = char::from(source.dialect.delimiter);
    let text = source.format == Format::Csv;
    FileFacts {
        name: name.to_owned(),
        size_bytes: bytes.len() as u64,
        format: source.format,
        encoding: source.reading.encoding.to_owned(),
        encodings: if text { encodings(bytes, source, &draft.extent) } else { Vec::new() },
        sheet: source.sheet.clone(),
        delimiter: text.then_some(delimiter),
        header_row: draft.extent.header_row,
        header_rows: draft.extent.header_rows,
        data_rows: draft.extent.starts.len(),
        not_data: draft.extent.not_data.clone(),
    }
}

/// What each possible encoding makes of the row of names.
fn encodings(bytes: &[u8], source: &Source, extent: &Extent) -> Vec<EncodingView> {
    let wanted = extent.header_row.unwrap_or(0);
    let view = |(name, text): (&str, String)| {
        let splitter = Splitter::new(&text, source.dialect.delimiter);
        let (mut at, mut fields) = (0, Vec::new());
        for _ in 0..=wanted {
            at = splitter.record(at, &mut fields)?;
        }
        let cells = fields.iter().take(VIEW_CELLS).map(|f| profile::harmless(f.text(&text).trim())).collect();
        Some(EncodingView { name: name.to_owned(), cells })
    };
    decode::beginnings(bytes, source.reading.encoding).into_iter().filter_map(view).collect()
}
