//! From a file to a table: the rooms of this crate in their order.

mod facts;
mod parts;
mod sheets;

use sanpo_api::{Choice, Choices, Format, LIMIT_BYTES, Layout, Problem, TablePart};

use crate::dialect::{self, Dialect};
use crate::extent::{self, Extent, stacked};
use crate::layout::{self, Draft, Wide, beside};
use crate::profile::{self, Found, Reading, Shape, ask};
use crate::records::Splitter;
use crate::table::{self, Table};
use crate::typing::{self, Circumstances, Merge};
use crate::workbook::{self, Page, SheetInfo};
use crate::{decode, route, thousands};

/// Fewest data rows that make a table.
const LEAST_ROWS: usize = 2;

/// Text on its way to a table, and where it comes from.
pub struct Source {
    text: String,
    dialect: Dialect,
    format: Format,
    sheet: Option<String>,
    merges: Vec<Merge>,
    reading: Reading,
}

/// A table that was found, and how it lies.
pub struct Laid {
    source: Source,
    draft: Draft,
    shape: Shape,
}

/// Reads a file. See [`crate::read`].
pub fn read(name: &str, bytes: &[u8], choices: &Choices, progress: &mut dyn FnMut(f64)) -> Result<Table, Problem> {
    let (sources, sheets) = open(bytes, choices)?;
    progress(0.1);
    let Laid { mut source, mut draft, mut shape } = lay(sources, name, choices, progress)?;
    let splitter = Splitter::new(&draft.text, draft.delimiter);
    typing::join::add(&mut draft.columns, &splitter, &draft.extent, choices);
    progress(0.8);
    source.reading.dropped = draft.dropped;
    let used = match &source.sheet {
        Some(sheet) if source.reading.joined.is_empty() => vec![sheet.clone()],
        _ => source.reading.joined.clone(),
    };
    source.reading.other_sheets = workbook::others(&sheets, &used);
    if !choices.iter().any(|choice| settles(choice, &used)) {
        shape.sheets = workbook::options(&sheets, &used);
    }
    let file = facts::facts(name, bytes, &source, &draft);
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

/// Whether the person has said which sheets to read, and these were read.
fn settles(choice: &Choice, used: &[String]) -> bool {
    match choice {
        Choice::Sheet(name) => used == std::slice::from_ref(name),
        Choice::SheetsJoined => used.len() > 1,
        _ => false,
    }
}

/// From bytes to text, whatever the format; of a workbook, perhaps several sheets, and what was seen of all.
fn open(bytes: &[u8], choices: &Choices) -> Result<(Vec<Source>, Vec<SheetInfo>), Problem> {
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
    let source = Source { text, dialect, format: Format::Csv, sheet: None, merges: Vec::new(), reading };
    Ok((vec![source], Vec::new()))
}

/// From a workbook to the text of its sheets.
fn open_book(bytes: &[u8], format: Format, choices: &Choices) -> Result<(Vec<Source>, Vec<SheetInfo>), Problem> {
    let wanted = choices.find(|c| if let Choice::Sheet(name) = c { Some(name.as_str()) } else { None });
    let book = workbook::read(bytes, format, wanted)?;
    let source = |page: Page| Source {
        text: page.text,
        dialect: Dialect { delimiter: workbook::DELIMITER, directive: false, agreement_frac: 1.0 },
        format,
        sheet: Some(page.name),
        merges: page.merges,
        reading: Reading { encoding: "UTF-8", far_cells: page.strays, ..Reading::default() },
    };
    Ok((book.pages.into_iter().map(source).collect(), book.sheets))
}

/// Finds the tables and makes one of them.
fn lay(sources: Vec<Source>, name: &str, choices: &Choices, progress: &mut dyn FnMut(f64)) -> Result<Laid, Problem> {
    let (count, mut failed) = (sources.len(), None);
    let mut all = Vec::with_capacity(count);
    for (at, mut source) in sources.into_iter().enumerate() {
        let mut share = |frac: f64| progress(0.1 + 0.7 * (at as f64 + (frac - 0.1) / 0.7) / count as f64);
        let mut shape = Shape::default();
        let draft = draft(&mut source, name, choices, (&mut shape, count > 1), &mut share);
        let laid = draft.and_then(|draft| lay_out(draft, &source.merges, choices, &mut shape));
        match laid {
            Ok(draft) => all.push(Laid { source, draft, shape }),
            // A sheet without a table stands beside those with one.
            Err(problem) => failed = Some(problem),
        }
    }
    sheets::together(all, choices).ok_or_else(|| failed.unwrap_or(Problem::EmptyFile))
}

/// Finds the table and types its columns as they lie.
fn draft(
    source: &mut Source,
    name: &str,
    choices: &Choices,
    (shape, is_one_of_several): (&mut Shape, bool),
    progress: &mut dyn FnMut(f64),
) -> Result<Draft, Problem> {
    let text = std::mem::take(&mut source.text);
    let delimiter = source.dialect.delimiter;
    let whole = Splitter::new(&text, delimiter);
    let parts = stacked::find(&whole);
    let used = parts::used(&parts, choices, shape);
    let splitter = match used {
        Some(at) => whole.part(parts[at].first, parts[at].end),
        None => whole,
    };
    let length = text.len() as f64;
    let mut tick = |at: usize| progress((0.1 + 0.2 * at as f64 / length).min(0.3));
    let mut extent = extent::find(&splitter, &source.dialect, choices, &mut tick)?;
    if let Some(at) = used {
        parts::set_others_aside(&mut extent, &parts, at);
    }
    // The sheet's name and the file's may tell the year, or what is counted, as well as a title.
    shape.own_year = is_one_of_several && typing::name_a_year(extent.titles.iter().chain(&source.sheet));
    extent.names.extend(source.sheet.clone());
    extent.names.push(name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned());
    if extent.starts.len() < LEAST_ROWS {
        return Err(Problem::TooFewRows { have: extent.starts.len(), need: LEAST_ROWS });
    }
    shape.has_header = extent.header_row.is_some();
    shape.header_settled = choices.find(|c| matches!(c, Choice::Header(_)).then_some(())).is_some();
    let rows = extent.starts.len() as f64;
    let mut tick = |row: usize| progress(0.3 + 0.5 * row as f64 / rows);
    let own = shape.own_choices(choices);
    let around = Circumstances { choices: &own, merges: &source.merges };
    let (columns, dropped) = typing::columns(&splitter, &extent, &around, &mut tick);
    shape.first_cells = first_cells(&splitter, &extent);
    Ok(Draft { text, delimiter, extent, columns, dropped })
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
    let choices = &*shape.own_choices(choices);
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
