//! Dates and times as offices write them.
//!
//! Forms: ISO and slashes with or without time and zone, weekday in brackets, Japanese eras and kanji, month or year alone,
//! 8- and 6-digit integers, Excel serials, weeks, quarters, English month names, ranges (their start). What is ambiguous in one
//! cell (day or month first, integers) is settled for the whole column by its [`Style`].

mod integer;
#[cfg(test)]
mod tests;
mod weekday;

use sanpo_api::{Grain, Moment};

use super::time::with_time;
use super::{english, fold, japanese, trim};
use crate::civil::midnight;
use integer::integer;
use weekday::without_weekday;

pub use weekday::weekday;

/// Hours by which Japan is ahead of UTC, in seconds.
pub const JAPAN_AHEAD_SECS: i64 = 9 * 3_600;

/// The year of dates that have none, until the column settles it. A leap year, so that 29 February is a date.
pub const NO_YEAR: i32 = 4;

/// A date found in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// Its start.
    pub moment: Moment,
    /// How fine it is written.
    pub grain: Grain,
    /// Written in a Japanese era.
    pub era: bool,
    /// A time of day stands behind the date.
    pub timed: bool,
    /// It carries the mark of UTC.
    pub utc: bool,
    /// A day of the week stands beside it, 0 = Monday.
    pub weekday: Option<u8>,
}

impl Dated {
    /// A date without time; `None` if the calendar has no such day.
    pub fn day(year: i32, month: u32, day: u32, grain: Grain) -> Option<Self> {
        let moment = midnight(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        Some(Self { grain, ..Self::at(moment) })
    }

    /// A day without anything beside it.
    pub fn at(moment: Moment) -> Self {
        Self { moment, grain: Grain::Day, era: false, timed: false, utc: false, weekday: None }
    }
}

/// The order of three numbers when the first is not a four-digit year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 24/4/26.
    Ymd,
    /// 26/4/2024.
    Dmy,
    /// 4/26/2024.
    Mdy,
}

/// What integers mean in a date column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// Not dates.
    No,
    /// 20240401, with hours and minutes if longer.
    Day,
    /// 202404.
    Month,
    /// 2024.
    Year,
    /// 2022.04.
    MonthPoint,
    /// Days since 1899-12-30.
    Serial,
    /// Seconds since 1970 in UTC, or thousandths of them.
    Unix,
}

/// How a column writes its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Order of three short numbers.
    pub order: Order,
    /// Meaning of integers.
    pub digits: Digits,
}

impl Style {
    /// No integers, Japanese order.
    pub const PLAIN: Self = Self { order: Order::Ymd, digits: Digits::No };
}

/// Longest text that can be a date.
const LONGEST: usize = 64;

/// Whether a cell is a date in any order, integers excluded.
pub fn looks_like_date(cell: &str) -> bool {
    [Order::Ymd, Order::Dmy, Order::Mdy]
        .into_iter()
        .any(|order| parse(cell, Style { order, digits: Digits::No }).is_some())
}

/// Reads a trimmed cell.
pub fn parse(cell: &str, style: Style) -> Option<Dated> {
    if cell.len() > LONGEST || cell.len() < 2 {
        return None;
    }
    if let Some(found) = year_first(cell) {
        return Some(found);
    }
    if cell.bytes().all(|b| b.is_ascii_digit() || b == b'.') && style.digits != Digits::No {
        return integer(cell, style.digits);
    }
    if !cell.bytes().any(|b| b.is_ascii_digit()) && cell.is_ascii() {
        return None;
    }
    let folded = fold(cell);
    let cell = trim(&folded).trim_start_matches('\'');
    let (bare, weekday) = without_weekday(cell);
    forms(trim(&bare), style).map(|found| Dated { weekday, ..found })
}

fn forms(cell: &str, style: Style) -> Option<Dated> {
    if cell.bytes().all(|b| b.is_ascii_digit()) {
        return integer(cell, style.digits);
    }
    year_first(cell)
        .or_else(|| short(cell, style.order))
        .or_else(|| japanese::parse(cell))
        .or_else(|| english::parse(cell))
        .or_else(|| range(cell, style))
}

/// `4/1~4/7`: the start.
fn range(cell: &str, style: Style) -> Option<Dated> {
    let (start, end) = cell.split_once('~').or_else(|| cell.split_once(" - ")).or_else(|| {
        // A hyphen joins two dates only if neither has one itself.
        let (start, end) = cell.split_once('-')?;
        (start.contains('/') && end.contains('/') && !end.contains('-')).then_some((start, end))
    })?;
    if end.contains('~') || trim(start).is_empty() {
        return None;
    }
    forms(trim(start), style).filter(|_| trim(end).is_empty() || forms(trim(end), style).is_some())
}

/// A four-digit year, then month and perhaps day and time, with one kind of separator. Plain bytes: the fast path.
fn year_first(cell: &str) -> Option<Dated> {
    let bytes = cell.as_bytes();
    let separator = *bytes.get(4)?;
    if !matches!(separator, b'-' | b'/' | b'.') {
        return None;
    }
    let (year, at) = number(bytes, 0, 4, 4)?;
    let (month, at) = number(bytes, at + 1, 1, 2)?;
    if at == bytes.len() {
        // 2024.4 is a number before it is a month.
        return if separator == b'.' { None } else { Dated::day(year as i32, month, 1, Grain::Month) };
    }
    if bytes[at] != separator {
        return None;
    }
    let (day, at) = number(bytes, at + 1, 1, 2)?;
    let date = Dated::day(year as i32, month, day, Grain::Day)?;
    if at == bytes.len() { Some(date) } else { with_time(date, cell.get(at..)?) }
}

/// Up to `most` digits at `at`: their value and the place behind them.
pub fn number(bytes: &[u8], at: usize, least: usize, most: usize) -> Option<(u32, usize)> {
    let mut value = 0u32;
    let mut end = at;
    while end < bytes.len() && end - at < most && bytes[end].is_ascii_digit() {
        value = value * 10 + u32::from(bytes[end] - b'0');
        end += 1;
    }
    (end - at >= least).then_some((value, end))
}

/// Two or three short numbers: `24/4/26`, `26.4.2024`, `4/26`.
fn short(cell: &str, order: Order) -> Option<Dated> {
    let bytes = cell.as_bytes();
    let (a, at) = number(bytes, 0, 1, 2)?;
    let separator = *bytes.get(at)?;
    if !matches!(separator, b'/' | b'-' | b'.') {
        return None;
    }
    let (b, at) = number(bytes, at + 1, 1, 2)?;
    if at == bytes.len() {
        return if separator == b'/' { Dated::day(NO_YEAR, a, b, Grain::Day) } else { None };
    }
    if bytes[at] == b' ' && separator == b'/' {
        return with_time(Dated::day(NO_YEAR, a, b, Grain::Day)?, cell.get(at..)?);
    }
    if bytes[at] != separator {
        return None;
    }
    let (c, end) = number(bytes, at + 1, 2, 4).or_else(|| number(bytes, at + 1, 1, 2))?;
    let long_year = end - at - 1 == 4;
    let (year, month, day) = match order {
        _ if end - at - 1 == 3 => return None,
        Order::Ymd if long_year => return None,
        Order::Ymd => (full_year(a), b, c),
        Order::Dmy => (if long_year { c } else { full_year(c) }, b, a),
        Order::Mdy => (if long_year { c } else { full_year(c) }, a, b),
    };
    let date = Dated::day(year as i32, month, day, Grain::Day)?;
    if end == bytes.len() { Some(date) } else { with_time(date, cell.get(end..)?) }
}

/// Two-digit years reach from 1970 to 2069.
pub fn full_year(year: u32) -> u32 {
    if year < 70 { 2000 + year } else { 1900 + year }
}
