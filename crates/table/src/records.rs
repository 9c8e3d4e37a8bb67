//! Records and fields of delimited text: RFC 4180 with any line end, and a way out of stray quotes.

use std::borrow::Cow;

use crate::line::{Line, ends};

/// Longest text of one cell in bytes; what is longer is cut.
pub const CELL_BYTES: usize = 32 << 10;

/// Fields of one record that are kept; a table is refused long before.
const MOST_FIELDS: usize = 1 << 20;

/// A quoted field that does not close within this distance was not meant as one.
const QUOTE_BYTES: usize = 128 << 10;

/// Where a field stands in the text, without its quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    start: u32,
    end: u32,
    /// Doubled quotes inside must be undone.
    escaped: bool,
    /// A quotation mark in front never closed and was dropped.
    stray: bool,
}

impl Field {
    /// The field's own text where it stands in the file as it is; `None` where something must be undone or cut.
    #[inline(always)]
    pub fn plain<'a>(&self, text: &'a str) -> Option<&'a str> {
        let (start, end) = (self.start as usize, self.end as usize);
        if self.escaped || end - start > CELL_BYTES { None } else { text.get(start..end) }
    }

    /// The field's own text.
    pub fn text<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let raw = text.get(self.start as usize..self.end as usize).unwrap_or("");
        let raw = if raw.len() > CELL_BYTES { cut(raw) } else { raw };
        if self.escaped { Cow::Owned(raw.replace("\"\"", "\"")) } else { Cow::Borrowed(raw) }
    }

    /// A quotation mark in front never closed and was dropped.
    pub fn is_stray(&self) -> bool {
        self.stray
    }

    /// No byte at all.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }
}

fn cut(raw: &str) -> &str {
    let mut end = CELL_BYTES;
    while !raw.is_char_boundary(end) {
        end -= 1;
    }
    &raw[..end]
}

/// Splits text into records.
#[derive(Clone, Copy, Debug)]
pub struct Splitter<'a> {
    text: &'a str,
    delimiter: u8,
    first: Place,
}

/// Where a record stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its first byte.
    pub start: usize,
    /// Its number in the file, from 0.
    pub record: usize,
}

impl<'a> Splitter<'a> {
    /// `delimiter` must be ASCII and not a quote or a line end.
    pub fn new(text: &'a str, delimiter: u8) -> Self {
        Self { text, delimiter, first: Place::default() }
    }

    /// The part of the text from one record up to a byte; places keep their meaning.
    pub fn part(&self, first: Place, end: usize) -> Self {
        Self { text: &self.text[..end], delimiter: self.delimiter, first }
    }

    /// The first record.
    pub fn first(&self) -> Place {
        self.first
    }

    /// What separates the fields.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Reads the record at `at` into `fields` and gives the start of the next one; `None` at the end of the text.
    ///
    /// A blank line gives one empty field.
    pub fn record(&self, at: usize, fields: &mut Vec<Field>) -> Option<usize> {
        fields.clear();
        let bytes = self.text.as_bytes();
        if at >= bytes.len() {
            return None;
        }
        if let Some(line) = self.line(at) {
            self.split(&line, at, fields);
            return Some(line.next);
        }
        let mut at = at;
        loop {
            let (field, end) = self.field(at);
            if fields.len() < MOST_FIELDS {
                fields.push(field);
            }
            match bytes.get(end) {
                Some(b) if *b == self.delimiter => at = end + 1,
                Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => return Some(end + 2),
                Some(_) => return Some(end + 1),
                None => return Some(end),
            }
        }
    }

    /// The line at `at`, where it is a record without any quotation mark; `None` otherwise, and at the end of the text.
    #[inline]
    pub fn line(&self, at: usize) -> Option<Line<'a>> {
        let rest = self.text.as_bytes().get(at..)?;
        let end = memchr::memchr2(b'\n', b'\r', rest)?;
        let bytes = &rest[..end];
        let next = at + end + if rest[end..].starts_with(b"\r\n") { 2 } else { 1 };
        memchr::memchr(b'"', bytes).is_none().then_some(Line { bytes, next })
    }

    /// Splits a plain line.
    #[inline]
    fn split(&self, line: &Line, at: usize, fields: &mut Vec<Field>) {
        let mut start = at;
        ends(line.bytes, self.delimiter, |end| {
            if fields.len() < MOST_FIELDS {
                fields.push(Field { start: start as u32, end: (at + end) as u32, escaped: false, stray: false });
            }
            start = at + end + 1;
        });
    }

    /// The field at `at` and the place of what ends it.
    fn field(&self, at: usize) -> (Field, usize) {
        let bytes = self.text.as_bytes();
        let mut open = at;
        while open < bytes.len() && bytes[open] == b' ' {
            open += 1;
        }
        let mut from = at;
        if bytes.get(open) == Some(&b'"') {
            if let Some(found) = self.quoted(open + 1) {
                return found;
            }
            from = open + 1;
        }
        let end = self.plain_end(from);
        // With a second mark in the cell, both belong to its text.
        let stray = from > at && memchr::memchr(b'"', &bytes[from..end]).is_none();
        let start = if stray { from } else { at };
        (Field { start: start as u32, end: end as u32, escaped: false, stray }, end)
    }

    /// The end of a field without quotes.
    fn plain_end(&self, at: usize) -> usize {
        let bytes = &self.text.as_bytes()[at..];
        at + memchr::memchr3(self.delimiter, b'\n', b'\r', bytes).unwrap_or(bytes.len())
    }

    /// A quoted field from the byte after its quote; `None` if the quote is a stray one: it never closes, or it closes in the
    /// middle of a later line's text.
    fn quoted(&self, start: usize) -> Option<(Field, usize)> {
        let bytes = self.text.as_bytes();
        let limit = bytes.len().min(start + QUOTE_BYTES);
        let mut escaped = false;
        let mut at = start;
        loop {
            at += memchr::memchr(b'"', &bytes[at..limit])?;
            if bytes.get(at + 1) != Some(&b'"') {
                break;
            }
            escaped = true;
            at += 2;
            if at > limit {
                return None;
            }
        }
        let mut end = at + 1;
        while bytes.get(end) == Some(&b' ') && self.delimiter != b' ' {
            end += 1;
        }
        let closed = bytes.get(end).is_none_or(|b| *b == self.delimiter || *b == b'\n' || *b == b'\r');
        closed.then_some((Field { start: start as u32, end: at as u32, escaped, stray: false }, end))
    }
}

/// Appends a field, in quotes where it needs them.
pub fn write_field(out: &mut String, field: &str, delimiter: u8) {
    if field.contains([char::from(delimiter), '"', '\n', '\r']) {
        out.push('"');
        out.push_str(&field.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(field);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, delimiter: u8, expected: &[&[&str]]) {
        let splitter = Splitter::new(text, delimiter);
        let (mut at, mut fields, mut records) = (0, Vec::new(), Vec::new());
        while let Some(next) = splitter.record(at, &mut fields) {
            assert!(next > at);
            at = next;
            records.push(fields.iter().map(|f| f.text(text).into_owned()).collect::<Vec<_>>());
        }
        assert_eq!(records, expected);
    }

    #[test]
    fn quotes_newlines_and_all_line_ends() {
        check("a,b\r\n\"x,\"\"y\"\"\",\"1\n2\"\r3,4\n", b',', &[&["a", "b"], &["x,\"y\"", "1\n2"], &["3", "4"]]);
        check("a\tb\n\n1\t", b'\t', &[&["a", "b"], &[""], &["1", ""]]);
        check("1, \"a,b\" ,2", b',', &[&["1", "a,b", "2"]]);
    }

    #[test]
    fn stray_quotes_end_with_their_cell() {
        check("a,\"b\n1,2\n", b',', &[&["a", "b"], &["1", "2"]]);
        check("12\" pipe,1\n5\" pipe,2", b',', &[&["12\" pipe", "1"], &["5\" pipe", "2"]]);
        check("1,\"late\n2,\"x\" y\n", b',', &[&["1", "late"], &["2", "\"x\" y"]]);
    }
}
