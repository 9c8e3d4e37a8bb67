//! Cells of a workbook: numbers as numbers, dates as dates, text as text whatever it begins with.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use sanpo_api::{DAY_SECS, Grain, Moment};
use sanpo_table::{Typed, iso};
use sanpo_tasks::OutCell;

use super::look::{self, Look};

/// Longest text that a cell takes, in UTF-16 units.
const MAX_TEXT: usize = 32_767;
/// Digits of a number that a cell keeps; longer ones are codes and stay text.
const MAX_DIGITS: usize = 15;
/// Days from 1899-12-30, the spreadsheet's zero after its false leap day, to 1970-01-01.
const EPOCH_DAY: i64 = 25_569;
/// The first and the last day, by the spreadsheet's count, that every program shows right: 1900-03-01 and 9999-12-31.
const DAYS: std::ops::RangeInclusive<f64> = 61.0..=2_958_465.99;
/// Counts of decimals that the person's own numbers may have; with more they have as many as the last.
const DECIMALS: usize = 7;
/// Widest column, in digits.
const MAX_WIDTH: usize = 60;
/// Digits from which on a heading takes another line.
const MAX_HEADING: usize = 14;
/// Digits that the button for filtering takes.
pub const BUTTON: usize = 2;
/// Height of a line in points, with room for Japanese letters.
pub const LINE: f64 = 18.0;
/// Most lines that a row shows.
const MAX_LINES: usize = 20;

/// How dates of each grain look.
pub struct Styles {
    day: Format,
    minute: Format,
    second: Format,
    month: Format,
    share: Look,
    /// Text, and numbers as the person wrote them.
    plain: Format,
    /// Sentences longer than a column.
    wrapped: Format,
    /// Percentages and numbers with commas that the person wrote, by their decimals.
    percents: [Format; DECIMALS],
    grouped: [Format; DECIMALS],
}

impl Styles {
    pub fn new() -> Self {
        let format = |grain| look::plain().set_num_format(pattern(grain));
        Self {
            day: format(Grain::Day),
            minute: format(Grain::Minute),
            second: format(Grain::Second),
            month: format(Grain::Month),
            share: Look::percent(),
            plain: look::plain(),
            wrapped: look::plain().set_text_wrap(),
            percents: by_decimals("0", "%"),
            grouped: by_decimals("#,##0", ""),
        }
    }

    /// Writes a cell and returns its width in digits.
    pub fn write(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        cell: OutCell,
        look: &Look,
    ) -> Result<usize, XlsxError> {
        match cell {
            OutCell::Empty => Ok(0),
            OutCell::Number(value) => calculated(sheet, row, column, value, look),
            OutCell::Share(value) => calculated(sheet, row, column, value, &self.share),
            OutCell::Time(moment, grain) => self.time(sheet, row, column, moment, grain, None),
            OutCell::Text(words) if is_long(&words) => {
                sheet.write_string_with_format(row, column, cut(&words), &self.wrapped)?;
                Ok(words.lines().map(width).max().unwrap_or_default())
            }
            OutCell::Text(words) => self.text(sheet, row, column, &words),
            OutCell::Own(words, Some(Typed::Number(value))) if is_number(&words) => {
                self.own_number(sheet, row, column, value, &words)
            }
            OutCell::Own(words, Some(Typed::Time(moment, grain))) => {
                self.time(sheet, row, column, moment, grain, Some(&words))
            }
            OutCell::Own(words, _) => self.text(sheet, row, column, &words),
        }
    }

    /// The person's own number; a percentage and commas stay as they were written.
    fn own_number(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        value: f64,
        words: &str,
    ) -> Result<usize, XlsxError> {
        let decimals =
            words.rsplit_once('.').map_or(0, |(_, behind)| behind.chars().filter(char::is_ascii_digit).count());
        // Commas are taken for thousands only where the number is the same without them: in 3,50 they are not.
        let plain = |words: &str| words.replace(',', "").trim().parse::<f64>().ok();
        let same = |number: f64, value: f64| (number - value).abs() <= 1e-9 * number.abs();
        let formats = match words.strip_suffix(['%', '％']) {
            Some(share) if plain(share).is_some_and(|percent| same(percent, 100.0 * value)) => &self.percents,
            None if words.contains(',') && plain(words).is_some_and(|number| same(number, value)) => &self.grouped,
            _ => return self.number(sheet, row, column, value),
        };
        let kept = crate::csv::number(value).parse().unwrap_or(value);
        sheet.write_number_with_format(row, column, kept, &formats[decimals.min(DECIMALS - 1)])?;
        Ok(width(words))
    }

    /// A moment as a date where spreadsheets have one, otherwise in the user's own words or in ISO form.
    fn time(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        moment: Moment,
        grain: Grain,
        own: Option<&str>,
    ) -> Result<usize, XlsxError> {
        let days = moment.0 as f64 / DAY_SECS as f64 + EPOCH_DAY as f64;
        let format = match grain {
            Grain::Second => &self.second,
            Grain::Minute | Grain::Hour => &self.minute,
            Grain::Day | Grain::Week => &self.day,
            Grain::Month => &self.month,
            Grain::Quarter | Grain::Year | Grain::FiscalYear => {
                return self.text(sheet, row, column, own.unwrap_or(&iso(moment, grain)));
            }
        };
        if !DAYS.contains(&days) {
            return self.text(sheet, row, column, own.unwrap_or(&iso(moment, grain)));
        }
        sheet.write_number_with_format(row, column, days, format)?;
        Ok(iso(moment, grain).len())
    }

    /// The person's own number, in no look but the program's.
    fn number(&self, sheet: &mut Worksheet, row: u32, column: u16, value: f64) -> Result<usize, XlsxError> {
        let written = crate::csv::number(value);
        sheet.write_number_with_format(row, column, written.parse().unwrap_or(value), &self.plain)?;
        Ok(written.len())
    }

    /// Text is written as a string, which no program takes for a formula.
    fn text(&self, sheet: &mut Worksheet, row: u32, column: u16, words: &str) -> Result<usize, XlsxError> {
        if words.is_empty() {
            return Ok(0);
        }
        sheet.write_string_with_format(row, column, cut(words), &self.plain)?;
        Ok(width(words))
    }
}

/// The formats of numbers with none, one, two and more decimals.
fn by_decimals(whole: &str, behind: &str) -> [Format; DECIMALS] {
    std::array::from_fn(|decimals| {
        let point = if decimals > 0 { "." } else { "" };
        look::plain().set_num_format(format!("{whole}{point}{}{behind}", "0".repeat(decimals)))
    })
}

/// How a spreadsheet program writes dates of a grain; quarters and years it does not know.
pub fn pattern(grain: Grain) -> &'static str {
    match grain {
        Grain::Second => "yyyy-mm-dd hh:mm:ss",
        Grain::Minute | Grain::Hour => "yyyy-mm-dd hh:mm",
        Grain::Day | Grain::Week => "yyyy-mm-dd",
        Grain::Month => "yyyy-mm",
        Grain::Quarter | Grain::Year | Grain::FiscalYear => "General",
    }
}

/// A calculated number with as many digits as the CSV file has, shown in the look of its column.
fn calculated(sheet: &mut Worksheet, row: u32, column: u16, value: f64, look: &Look) -> Result<usize, XlsxError> {
    let kept = crate::csv::number(value).parse().unwrap_or(value);
    sheet.write_number_with_format(row, column, kept, &look.format)?;
    Ok(look.width(value))
}

/// Whether a text takes several lines.
fn is_long(words: &str) -> bool {
    words.contains('\n') || width(words) > MAX_WIDTH
}

/// A text that takes several lines, with the room that it has.
pub fn long(cell: &OutCell) -> Option<(&str, f64)> {
    match cell {
        OutCell::Text(words) if is_long(words) => Some((words, MAX_WIDTH as f64)),
        _ => None,
    }
}

/// The text as far as a cell takes it.
pub fn cut(words: &str) -> &str {
    if words.len() <= MAX_TEXT {
        return words;
    }
    let mut units = 0;
    let end = words.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MAX_TEXT
    });
    end.map_or(words, |(end, _)| &words[..end])
}

/// Whether a cell that was read as a number can be written as one: a code of twenty digits would lose some.
fn is_number(words: &str) -> bool {
    words.chars().filter(|c| c.is_numeric()).count() <= MAX_DIGITS
}

/// Width of a letter in digits.
fn digits(letter: char) -> f64 {
    if letter.is_ascii() { 1.0 } else { 2.1 }
}

/// Width of a text in digits; a Japanese letter takes a little more than two.
pub fn width(words: &str) -> usize {
    words.chars().take(MAX_WIDTH).map(digits).sum::<f64>().ceil() as usize
}

/// Height of a row whose texts have so many digits of room, each its own.
pub fn height<'a>(texts: impl Iterator<Item = (&'a str, f64)>) -> Option<f64> {
    // Words do not break where a line is full.
    let needs = |text: &str, room: f64| 1.1 * text.chars().take(MAX_TEXT).map(digits).sum::<f64>() / room;
    let lines = |(text, room): (&str, f64)| text.lines().map(|line| needs(line, room).ceil().max(1.0)).sum::<f64>();
    let most = texts.map(lines).fold(1.0, f64::max).min(MAX_LINES as f64);
    (most > 1.0).then_some(most * LINE)
}

/// Width that a heading asks for, with its button.
pub fn heading_width(name: &str) -> usize {
    width(name).min(MAX_HEADING) + BUTTON
}

/// Width of a column in pixels, as its programs draw it.
pub fn pixels(width: f64) -> f64 {
    7.0 * width + 5.0
}

/// Width of a column whose widest cell is known.
pub fn column_width(widest: usize) -> f64 {
    (widest + 2).clamp(8, MAX_WIDTH) as f64
}
