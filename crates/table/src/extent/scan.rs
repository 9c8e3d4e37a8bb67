//! The pass over all records below the header: which are data, and why the others are not.

use std::ops::Range;

use sanpo_api::{Choice, Choices, NotData, NotDataWhy};

use crate::cells::{Kind, kind, trim};
use crate::line::Line;
use crate::records::{Field, Splitter};

use super::above::is_note;
use super::body::Body;
use super::footer::Footer;
use super::{Extent, Row, total};

/// The pass over all records below the header.
pub struct Scan<'a> {
    /// The records.
    pub splitter: &'a Splitter<'a>,
    /// What the columns hold.
    pub body: &'a Body,
    /// The last row of the header.
    pub header: Option<&'a Row>,
    /// What the person decided.
    pub choices: &'a Choices,
    /// Where words for totals stand.
    pub totals: total::Marks<'a>,
}

impl Scan<'_> {
    /// Fills in starts, records that are no data, and oddities. `from` is the first record, counted from the first of the text.
    pub fn run(&mut self, extent: &mut Extent, width: usize, from: usize, tick: &mut dyn FnMut(usize)) {
        let base = self.splitter.first();
        let (mut at, mut record, mut fields) = (base.start, 0, Vec::with_capacity(width));
        let mut first = None;
        let mut block = 0;
        let mut footer = Footer::default();
        let usual = self.body.width.min(width);
        loop {
            if record >= from
                && let Some(line) = self.splitter.line(at)
                && line.width(self.splitter.delimiter()) == usual
                && self.is_plain_data(&line, at)
            {
                first.get_or_insert(base.record + record);
                extent.starts.push(at as u32);
                footer.data();
                (at, record) = (line.next, record + 1);
                if record % 65_536 == 0 {
                    tick(at);
                }
                continue;
            }
            let Some(next) = self.splitter.record(at, &mut fields) else { break };
            let (start, number) = (at, record);
            at = next;
            record += 1;
            if number % 65_536 == 0 {
                tick(at);
            }
            if number < from {
                continue;
            }
            let why = self.why(&fields, start..next, &total::Above { starts: &extent.starts, block });
            extent.doubtful |= why.is_some_and(|(_, verdict)| verdict == total::Verdict::Doubtful);
            let why = why.map(|(why, _)| why).filter(|why| !self.choices.has(&Choice::KeepRows(*why)));
            if why == Some(NotDataWhy::Total) {
                block = extent.starts.len();
            }
            match why {
                Some(why) => {
                    extent.not_data.push(NotData { record: base.record + number, why });
                    if why == NotDataWhy::Blank {
                        footer.blank();
                    }
                }
                None => {
                    match self.lone_words(&fields) {
                        Some(cell) => footer.lone(base.record + number, &cell),
                        None => footer.data(),
                    }
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
        if !self.choices.has(&Choice::KeepRows(NotDataWhy::Note)) {
            footer.take_off(extent);
        }
    }

    /// The only cell of a record that has one, if it holds words and the table's rows fill more.
    fn lone_words(&self, fields: &[Field]) -> Option<String> {
        let text = self.splitter.text();
        let mut filled = fields.iter().map(|f| f.text(text)).filter(|cell| !trim(cell).is_empty());
        let (only, None) = (filled.next()?, filled.next()) else { return None };
        let cell = trim(&only);
        (self.body.usual_cells > 1 && kind(cell) == Kind::Text).then(|| cell.to_owned())
    }

    /// Whether a line of the usual width is data at first sight, without being split: no mark of a total, and two cells that
    /// begin with a letter or digit, the first another one than the header's. All others get a closer look.
    fn is_plain_data(&mut self, line: &Line, start: usize) -> bool {
        let Some(second) = memchr::memchr(self.splitter.delimiter(), line.bytes) else { return false };
        let (first, second) = (line.bytes[0], line.bytes.get(second + 1).copied().unwrap_or(b' '));
        let headed = self.header.is_some_and(|header| header.cell(0).as_bytes().first() == Some(&first));
        first.is_ascii_alphanumeric()
            && second.is_ascii_alphanumeric()
            && !headed
            && !self.totals.within(start, line.next)
    }

    /// Why a record is not data, and how sure that is; `None` if it is data.
    fn why(
        &mut self,
        fields: &[Field],
        place: Range<usize>,
        above: &total::Above,
    ) -> Option<(NotDataWhy, total::Verdict)> {
        let plain = |why| Some((why, total::Verdict::Data));
        let text = self.splitter.text();
        let mut filled = fields.iter().enumerate().filter(|(_, f)| !trim(&f.text(text)).is_empty());
        let Some((column, field)) = filled.next() else { return plain(NotDataWhy::Blank) };
        let alone = filled.next().is_none();
        let first = field.text(text);
        let first = trim(&first);
        if alone && self.body.width > 1 && column == 0 && is_remark(first, fields.len(), self.body) {
            return plain(if first.starts_with('#') { NotDataWhy::Comment } else { NotDataWhy::Note });
        }
        let cell = |i: usize| fields.get(i).map(|f| f.text(text)).unwrap_or_default();
        let same_first = self.header.is_some_and(|h| trim(&cell(0)) == h.cell(0));
        if same_first && self.header.is_some_and(|h| (0..fields.len()).all(|i| trim(&cell(i)) == h.cell(i))) {
            return plain(NotDataWhy::RepeatedHeader);
        }
        if !self.totals.within(place.start, place.end) {
            return None;
        }
        match total::judge(self.splitter, fields, column, self.body, above) {
            total::Verdict::Data => None,
            verdict => Some((NotDataWhy::Total, verdict)),
        }
    }
}

/// A lone cell that is a remark: marked as one, or a sentence in the first column of a table of dates or numbers.
fn is_remark(cell: &str, fields: usize, body: &Body) -> bool {
    if is_note(cell) || cell.starts_with('#') {
        return true;
    }
    let typed = matches!(body.kind(0), Kind::Number | Kind::Date);
    matches!(kind(cell), Kind::Text) && (typed || (fields == 1 && cell.chars().count() > 20))
}
