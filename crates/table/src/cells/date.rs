//! Dates and times as offices write them.
//!
//! Forms: ISO and slashes with or without time and zone, weekday in brackets, Japanese eras and kanji, month or year alone,
//! 8- and 6-digit integers, Excel serials, weeks, quarters, English month names, ranges (their start). What is ambiguous in one
//! cell (day or month first, integers) is settled for the whole column by its [`Style`].

use sanpo_api::{DAY_SECS, Grain, Moment};

use super::time::with_time;
use super::{english, fold, japanese, trim};
use crate::civil::midnight;

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

/// Integers by the column's meaning.
fn integer(cell: &str, digits: Digits) -> Option<Dated> {
    let bytes = cell.as_bytes();
    let part = |from: usize, to: usize| number(bytes, from, to - from, to - from).map(|(value, _)| value);
    let plausible = |year: u32| (1900..=2100).contains(&year);
    match digits {
        Digits::No => None,
        Digits::Year if bytes.len() == 4 => Dated::day(part(0, 4).filter(|y| plausible(*y))? as i32, 1, 1, Grain::Year),
        Digits::Month if bytes.len() == 6 => {
            Dated::day(part(0, 4).filter(|y| plausible(*y))? as i32, part(4, 6)?, 1, Grain::Month)
        }
        Digits::Day if matches!(bytes.len(), 8 | 12 | 14) => {
            let day = Dated::day(part(0, 4).filter(|y| plausible(*y))? as i32, part(4, 6)?, part(6, 8)?, Grain::Day)?;
            if bytes.len() == 8 {
                return Some(day);
            }
            let second = if bytes.len() == 14 { part(12, 14)? } else { 0 };
            with_time(day, &format!("{:02}:{:02}:{second:02}", part(8, 10)?, part(10, 12)?))
        }
        Digits::MonthPoint if bytes.len() == 7 && bytes[4] == b'.' => {
            Dated::day(part(0, 4).filter(|y| plausible(*y))? as i32, part(5, 7)?, 1, Grain::Month)
        }
        Digits::Serial => serial(cell.parse().ok()?),
        Digits::Unix => unix(cell.parse().ok()?),
        _ => None,
    }
}

/// An Excel serial: days since 1899-12-30, between 1927 and 2119.
fn serial(value: f64) -> Option<Dated> {
    if !(10_000.0..80_000.0).contains(&value) {
        return None;
    }
    let secs = (libm::round(value * DAY_SECS as f64) as i64) - 25_569 * DAY_SECS;
    let timed = secs.rem_euclid(DAY_SECS) != 0;
    let grain = if !timed {
        Grain::Day
    } else if secs % 60 != 0 {
        Grain::Second
    } else {
        Grain::Minute
    };
    Some(Dated { moment: Moment(secs), grain, era: false, timed, utc: false, weekday: None })
}

/// Seconds, or thousandths, since 1970 in UTC, between 2001 and 2065; moved to Japan like every time in UTC.
fn unix(value: i64) -> Option<Dated> {
    let secs = if value >= 1_000_000_000_000 { value / 1_000 } else { value };
    let known = (1_000_000_000..3_000_000_000).contains(&secs);
    let at = Dated::at(Moment(secs + JAPAN_AHEAD_SECS));
    known.then_some(Dated { grain: Grain::Second, timed: true, utc: true, ..at })
}

/// Hours by which Japan is ahead of UTC, in seconds.
pub const JAPAN_AHEAD_SECS: i64 = 9 * 3_600;

/// Cuts a weekday out: `(月)`, `(Mon)`, `月曜日` behind the date. Gives it as well, 0 = Monday.
fn without_weekday(cell: &str) -> (std::borrow::Cow<'_, str>, Option<u8>) {
    if let Some(open) = cell.find('(')
        && let Some(length) = cell[open..].find(')')
        && is_weekday(&cell[open + 1..open + length])
    {
        let weekday = weekday(&cell[open + 1..open + length]);
        return (format!("{}{}", &cell[..open], &cell[open + length + 1..]).into(), weekday);
    }
    if let Some((rest, word)) = cell.rsplit_once(' ')
        && rest.ends_with(|c: char| c.is_ascii_digit() || c == '日')
        && word.chars().count() == 1
        && is_weekday(word)
    {
        return (rest.into(), weekday(word));
    }
    let bare = cell.trim_end_matches('日');
    match bare.strip_suffix('曜').and_then(|rest| rest.strip_suffix(WEEKDAYS)) {
        Some(rest) => (rest.into(), weekday(&bare[rest.len()..])),
        None => (cell.into(), None),
    }
}

/// The day of the week that a word names, 0 = Monday; a holiday alone names none.
pub fn weekday(word: &str) -> Option<u8> {
    let first = word.chars().next()?;
    let at = WEEKDAYS.iter().position(|day| *day == first).or_else(|| english::weekday(word))?;
    Some(at as u8)
}

const WEEKDAYS: [char; 7] = ['月', '火', '水', '木', '金', '土', '日'];

/// Whether a word names a day of the week (with a holiday mark at will).
pub fn is_weekday(word: &str) -> bool {
    let word = word.trim_end_matches(['・', '祝', '休']).trim_end_matches("曜日").trim_end_matches('曜');
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => WEEKDAYS.contains(&c) || c == '祝',
        _ => english::is_weekday(word),
    }
}

#[cfg(test)]
mod tests;
