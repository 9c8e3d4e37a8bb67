//! Where the table is: what stands above it, its header, its data rows, and what is no data among and below them.

mod body;
mod header;
pub mod stacked;
mod total;

use std::ops::Range;

use sanpo_api::{Choice, Choices, NotData, NotDataWhy, Problem};

use crate::cells::{Kind, kind, trim};
use crate::dialect::{Dialect, usual};
use crate::records::{Field, Splitter};

pub use header::Heading;

/// Most columns that are read.
pub const LIMIT_COLUMNS: usize = 2_000;

/// Records at the top in which the header is looked for.
const SAMPLE_RECORDS: usize = 300;

/// The extent of a table.
#[derive(Clone)]
pub struct Extent {
    /// First record of the header; `None` without one.
    pub header_row: Option<usize>,
    /// Records of the header.
    pub header_rows: usize,
    /// One heading a column; their number is the width of the table.
    pub headings: Vec<Heading>,
    /// Where each data row starts in the text.
    pub starts: Vec<u32>,
    /// Record number of each data row where it is not simply `first_record + row`.
    pub first_record: usize,
    /// Records that are neither header nor data, in order.
    pub not_data: Vec<NotData>,
    /// Rows of another width: how many, and the first record numbers.
    pub ragged: (usize, Vec<usize>),
    /// Records with a quotation mark that never closed: how many, and the first.
    pub stray: (usize, Vec<usize>),
    /// Text above the table, for the year that it may name.
    pub titles: Vec<String>,
    /// The first field of a record that belongs to the table.
    pub first_field: usize,
    /// Record number of each data row, where rows do not follow each other in the file.
    pub records: Option<Vec<u32>>,
}

impl Extent {
    /// Record number of a data row.
    pub fn record_of(&self, row: usize) -> usize {
        if let Some(records) = &self.records {
            return records.get(row).map_or(0, |r| *r as usize);
        }
        let mut record = self.first_record + row;
        for gap in self.not_data.iter().filter(|n| n.record >= self.first_record) {
            if gap.record > record {
                break;
            }
            record += 1;
        }
        record
    }
}

/// One record of the sample, in text.
pub struct Row {
    /// Trimmed cells.
    pub cells: Vec<String>,
    /// Their kinds.
    pub kinds: Vec<Kind>,
    /// Fields of the record, also beyond what is kept.
    pub width: usize,
    /// Where the record starts in the text.
    pub start: usize,
}

impl Row {
    /// A record that was split into `fields`.
    pub fn read(splitter: &Splitter, fields: &[Field], start: usize) -> Self {
        let cells: Vec<String> =
            fields.iter().take(LIMIT_COLUMNS + 1).map(|f| trim(&f.text(splitter.text())).to_owned()).collect();
        let kinds = cells.iter().map(|c| kind(c)).collect();
        Self { cells, kinds, width: fields.len(), start }
    }

    /// Cells that are not empty.
    pub fn filled(&self) -> usize {
        self.kinds.iter().filter(|k| **k != Kind::Empty).count()
    }

    /// The kind of a cell; empty beyond the last.
    pub fn kind(&self, column: usize) -> Kind {
        self.kinds.get(column).copied().unwrap_or(Kind::Empty)
    }

    /// The text of a cell; empty beyond the last.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// Finds the table.
///
/// Fails: `TooManyColumns`, `NotATable`, `NoDataRows`.
pub fn find(
    splitter: &Splitter,
    dialect: &Dialect,
    choices: &Choices,
    tick: &mut dyn FnMut(usize),
) -> Result<Extent, Problem> {
    let sample = sample(splitter);
    let widths: Vec<usize> = sample.iter().filter(|r| r.filled() > 0).map(|r| r.width).collect();
    let width = usual(&widths).map_or(1, |(width, _)| width);
    if width > LIMIT_COLUMNS {
        return Err(Problem::TooManyColumns { have: width, limit: LIMIT_COLUMNS });
    }
    let directive = dialect.directive && splitter.first().record == 0;
    let body = body::find(&sample, width, usize::from(directive));
    if is_prose(&sample, width, dialect, &body) {
        return Err(Problem::NotATable);
    }
    let span = header_span(&sample, &body, width, choices);
    let width = sample[span.clone()].iter().map(|r| r.cells.len()).max().unwrap_or(width).max(width).min(LIMIT_COLUMNS);
    let above = Above::of(&sample, span.start, directive, choices);
    let base = splitter.first().record;
    let mut extent = Extent {
        header_row: (!span.is_empty()).then_some(base + span.start),
        header_rows: span.len(),
        headings: header::headings(&sample[span.clone()], width),
        starts: above.kept,
        first_record: base + body.start,
        not_data: above.not_data,
        ragged: (0, Vec::new()),
        stray: (0, Vec::new()),
        titles: above.titles,
        first_field: 0,
        records: None,
    };
    extent.not_data.iter_mut().for_each(|n| n.record += base);
    let header = sample.get(span.end.wrapping_sub(1)).filter(|_| !span.is_empty());
    let scan = Scan { splitter, body: &body, header, choices };
    scan.run(&mut extent, width, span.end.max(span.start), tick);
    if extent.starts.is_empty() { Err(Problem::NoDataRows) } else { Ok(extent) }
}

fn sample(splitter: &Splitter) -> Vec<Row> {
    let (mut at, mut fields, mut rows) = (splitter.first().start, Vec::new(), Vec::new());
    while let Some(next) = splitter.record(at, &mut fields) {
        rows.push(Row::read(splitter, &fields, at));
        at = next;
        if rows.len() >= SAMPLE_RECORDS {
            break;
        }
    }
    rows
}

/// Sentences, not cells: no typed column, and lines that read like a letter or like minutes of a meeting.
fn is_prose(sample: &[Row], width: usize, dialect: &Dialect, body: &body::Body) -> bool {
    if body.kinds.iter().any(|k| matches!(k, Kind::Number | Kind::Date)) {
        return false;
    }
    let filled: Vec<&Row> = sample.iter().filter(|r| r.filled() > 0).collect();
    let of = |test: &dyn Fn(&str) -> bool| filled.iter().filter(|r| r.cells.iter().any(|c| test(c))).count();
    let long = of(&|c| c.contains(['。', '、', '！', '？']) || c.ends_with(['.', '!', '?']) || c.chars().count() > 40);
    let labelled = of(&|c| c.contains(['：', '。', '、']));
    let wordy = of(&|c| c.split(' ').filter(|w| w.chars().all(char::is_alphabetic) && !w.is_empty()).count() >= 4);
    let most = |count: usize| count * 2 >= filled.len() && count > 0;
    let ragged = dialect.agreement_frac < 0.7;
    (width == 1 && (long * 3 >= filled.len() || most(labelled) || most(wordy)) && long + labelled + wordy > 0)
        || (dialect.agreement_frac < 0.5 && long > 0)
        || (ragged && (most(wordy) || most(labelled)))
}

/// The header's records: found, or as the person said.
fn header_span(sample: &[Row], body: &body::Body, width: usize, choices: &Choices) -> Range<usize> {
    let span = header::find(sample, body, width);
    if choices.has(&Choice::Header(false)) {
        return span.start..span.start;
    }
    let first = sample.iter().skip(span.end).position(|row| row.filled() > 0);
    match first {
        Some(first) if span.is_empty() && choices.has(&Choice::Header(true)) => {
            span.end + first..span.end + first + 1
        }
        _ => span,
    }
}

/// What stands above the header.
struct Above {
    not_data: Vec<NotData>,
    titles: Vec<String>,
    /// Starts of the records that the person wants as data.
    kept: Vec<u32>,
}

impl Above {
    fn of(sample: &[Row], until: usize, directive: bool, choices: &Choices) -> Self {
        let mut above = Self { not_data: Vec::new(), titles: Vec::new(), kept: Vec::new() };
        for (record, row) in sample[..until].iter().enumerate() {
            let why = if record == 0 && directive { NotDataWhy::SepDirective } else { why_above(row) };
            if why == NotDataWhy::Title {
                above.titles.push(row.cells.join(" "));
            }
            if choices.has(&Choice::KeepRows(why)) {
                above.kept.push(row.start as u32);
            } else {
                above.not_data.push(NotData { record, why });
            }
        }
        above
    }
}

fn why_above(row: &Row) -> NotDataWhy {
    match row.cells.iter().find(|c| !c.is_empty()).map_or("", String::as_str) {
        "" => NotDataWhy::Blank,
        c if c.starts_with('#') || c.starts_with("//") || c.starts_with(';') => NotDataWhy::Comment,
        c if is_note(c) => NotDataWhy::Note,
        _ => NotDataWhy::Title,
    }
}

/// Remarks begin with one of these.
pub fn is_note(cell: &str) -> bool {
    ["※", "注", "(注", "（注", "【", "＊", "* ", "備考：", "備考:", "出典", "出所", "資料：", "資料:", "Note", "Source"]
        .iter()
        .any(|mark| cell.starts_with(mark))
}

/// The pass over all records below the header.
struct Scan<'a> {
    splitter: &'a Splitter<'a>,
    body: &'a body::Body,
    header: Option<&'a Row>,
    choices: &'a Choices,
}

impl Scan<'_> {
    fn run(&self, extent: &mut Extent, width: usize, from: usize, tick: &mut dyn FnMut(usize)) {
        let base = self.splitter.first();
        let (mut at, mut record, mut fields) = (base.start, 0, Vec::with_capacity(width));
        let mut first = None;
        let usual = self.body.width.min(width);
        while let Some(next) = self.splitter.record(at, &mut fields) {
            let (start, number) = (at, record);
            at = next;
            record += 1;
            if number % 65_536 == 0 {
                tick(at);
            }
            if number < from {
                continue;
            }
            let why = self.why(&fields, &extent.starts).filter(|why| !self.choices.has(&Choice::KeepRows(*why)));
            match why {
                Some(why) => extent.not_data.push(NotData { record: base.record + number, why }),
                None => {
                    first.get_or_insert(base.record + number);
                    extent.starts.push(start as u32);
                    if fields.iter().any(Field::is_stray) {
                        extent.stray.0 += 1;
                        if extent.stray.1.len() < 10 {
                            extent.stray.1.push(base.record + number);
                        }
                    }
                    if fields.len() < usual || fields.iter().skip(width).any(|f| !f.is_empty()) {
                        extent.ragged.0 += 1;
                        if extent.ragged.1.len() < 10 {
                            extent.ragged.1.push(base.record + number);
                        }
                    }
                }
            }
        }
        extent.first_record = first.unwrap_or(base.record + from);
    }

    /// Why a record is not data; `None` if it is.
    fn why(&self, fields: &[Field], before: &[u32]) -> Option<NotDataWhy> {
        let text = self.splitter.text();
        let mut filled = fields.iter().enumerate().filter(|(_, f)| !trim(&f.text(text)).is_empty());
        let Some((column, field)) = filled.next() else { return Some(NotDataWhy::Blank) };
        let alone = filled.next().is_none();
        let first = field.text(text);
        let first = trim(&first);
        if alone && self.body.width > 1 && column == 0 && is_remark(first, fields.len(), self.body) {
            return Some(if first.starts_with('#') { NotDataWhy::Comment } else { NotDataWhy::Note });
        }
        // Nothing below begins with a digit: the common case ends here.
        if first.as_bytes()[0].is_ascii_digit()
            && self.header.is_none_or(|h| !h.cell(column).starts_with(|c: char| c.is_ascii_digit()))
        {
            return total::in_second(self.splitter, fields, self.body, before).then_some(NotDataWhy::Total);
        }
        if self.header.is_some_and(|h| fields.iter().enumerate().all(|(i, f)| trim(&f.text(text)) == h.cell(i))) {
            return Some(NotDataWhy::RepeatedHeader);
        }
        total::is_total(self.splitter, fields, column, self.body, before).then_some(NotDataWhy::Total)
    }
}

/// A lone cell that is a remark: marked as one, or a sentence in the first column of a table of dates or numbers.
fn is_remark(cell: &str, fields: usize, body: &body::Body) -> bool {
    if is_note(cell) || cell.starts_with('#') {
        return true;
    }
    let typed = matches!(body.kind(0), Kind::Number | Kind::Date);
    matches!(kind(cell), Kind::Text) && (typed || (fields == 1 && cell.chars().count() > 20))
}

/// The record of the first row of at least two words, and its number of names: a header, whatever stands below it.
pub fn header_of(splitter: &Splitter) -> Option<(usize, usize)> {
    let (mut at, mut fields) = (splitter.first().start, Vec::new());
    for record in 0..20 {
        let next = splitter.record(at, &mut fields)?;
        let row = Row::read(splitter, &fields, at);
        if row.filled() >= 2 && row.kinds.iter().all(|k| matches!(k, Kind::Text | Kind::Empty)) {
            let named = row.kinds.iter().rposition(|k| *k == Kind::Text).map_or(0, |last| last + 1);
            return Some((record, named));
        }
        at = next;
    }
    None
}
