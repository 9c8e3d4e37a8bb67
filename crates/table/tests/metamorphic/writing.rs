//! The ways in which one table may be written down.

use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS};
use unicode_normalization::UnicodeNormalization;

use crate::bases::Base;

/// How the characters become bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    Utf8,
    Utf8Bom,
    Utf16Le,
    Utf16Be,
    Utf16LeBare,
    Cp932,
    EucJp,
    Iso2022Jp,
}

pub const CHARSETS: [Charset; 8] = [
    Charset::Utf8,
    Charset::Utf8Bom,
    Charset::Utf16Le,
    Charset::Utf16Be,
    Charset::Utf16LeBare,
    Charset::Cp932,
    Charset::EucJp,
    Charset::Iso2022Jp,
];

/// One way to write a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Writing {
    pub charset: Charset,
    pub delimiter: char,
    pub quote_all: bool,
    pub line_end: &'static str,
    pub titles: &'static [&'static str],
    /// A row of sums below the data.
    pub total: bool,
    pub blank_lines: usize,
    pub trailing_delimiter: bool,
    pub full_width_digits: bool,
    pub decomposed: bool,
    /// The last line has no end.
    pub open_end: bool,
    /// Columns are turned to the right by so many places.
    pub turned: usize,
}

/// As a program would write it.
pub const PLAIN: Writing = Writing {
    charset: Charset::Utf8,
    delimiter: ',',
    quote_all: false,
    line_end: "\n",
    titles: &[],
    total: false,
    blank_lines: 0,
    trailing_delimiter: false,
    full_width_digits: false,
    decomposed: false,
    open_end: false,
    turned: 0,
};

impl Writing {
    /// The file.
    pub fn bytes(&self, base: &Base) -> Vec<u8> {
        let text = self.text(base);
        let text = if self.decomposed { text.nfd().collect() } else { text };
        self.encoded(&text)
    }

    fn text(&self, base: &Base) -> String {
        let mut lines: Vec<String> = self.titles.iter().map(|title| (*title).to_owned()).collect();
        lines.push(self.line(&base.header));
        for row in &base.rows {
            let row: Vec<String> = row.iter().map(|cell| self.digits(cell)).collect();
            lines.push(self.line(&row));
        }
        if self.total {
            lines.push(self.line(&self.total_row(base)));
        }
        lines.extend(std::iter::repeat_n(String::new(), self.blank_lines));
        let mut text = lines.join(self.line_end);
        if !self.open_end {
            text.push_str(self.line_end);
        }
        text
    }

    fn line(&self, cells: &[String]) -> String {
        let mut cells: Vec<String> = cells.iter().map(|cell| self.field(cell)).collect();
        let width = cells.len();
        cells.rotate_right(self.turned % width);
        let mut line = cells.join(&self.delimiter.to_string());
        if self.trailing_delimiter {
            line.push(self.delimiter);
        }
        line
    }

    /// The sums below a table. Their name stands in the first cell as it is written, as people do it.
    fn total_row(&self, base: &Base) -> Vec<String> {
        let mut cells = sums(base);
        let width = cells.len();
        cells[(width - self.turned % width) % width] = "合計".to_owned();
        cells
    }

    fn field(&self, cell: &str) -> String {
        if self.quote_all || cell.contains([self.delimiter, '"', '\n', '\r']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    }

    fn digits(&self, cell: &str) -> String {
        let wide = |c: char| char::from_u32('０' as u32 + c as u32 - '0' as u32).unwrap_or(c);
        match self.full_width_digits {
            true => cell.chars().map(|c| if c.is_ascii_digit() { wide(c) } else { c }).collect(),
            false => cell.to_owned(),
        }
    }

    fn encoded(&self, text: &str) -> Vec<u8> {
        let wide = |mark: &str| mark.encode_utf16().chain(text.encode_utf16()).collect::<Vec<u16>>();
        let by = |encoding: &'static Encoding| {
            let (bytes, _, lost) = encoding.encode(text);
            assert!(!lost, "{} cannot write {text}", encoding.name());
            bytes.into_owned()
        };
        match self.charset {
            Charset::Utf8 => text.as_bytes().to_vec(),
            Charset::Utf8Bom => format!("\u{FEFF}{text}").into_bytes(),
            Charset::Utf16Le => wide("\u{FEFF}").into_iter().flat_map(u16::to_le_bytes).collect(),
            Charset::Utf16Be => wide("\u{FEFF}").into_iter().flat_map(u16::to_be_bytes).collect(),
            Charset::Utf16LeBare => wide("").into_iter().flat_map(u16::to_le_bytes).collect(),
            Charset::Cp932 => by(SHIFT_JIS),
            Charset::EucJp => by(EUC_JP),
            Charset::Iso2022Jp => by(ISO_2022_JP),
        }
    }
}

/// Sums of the columns that are added up; blanks elsewhere.
fn sums(base: &Base) -> Vec<String> {
    let value = |cell: &String| -> f64 {
        let bare: String = cell.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let size = bare.parse().unwrap_or(0.0);
        if cell.starts_with(['-', '△']) { -size } else { size }
    };
    let sum = |column: usize| -> f64 { base.rows.iter().map(|row| value(&row[column])).sum() };
    let text = |sum: f64| format!("{sum:.2}").trim_end_matches('0').trim_end_matches('.').to_owned();
    (0..base.header.len()).map(|c| if base.added.contains(&c) { text(sum(c)) } else { String::new() }).collect()
}
