//! Dates and times as offices write them.
//!
//! Forms: ISO and slashes with or without time and zone, weekday in brackets, Japanese eras and kanji, month or year alone,
//! 8- and 6-digit integers, Excel serials, weeks, quarters, English month names, ranges (their start). What is ambiguous in one
//! cell (day or month first, integers) is settled for the whole column by its [`Style`].

use sanpo_api::{Grain, Moment};

use super::{english, fold, japanese, trim};
use crate::civil::{DAY_SECS, midnight};

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
}

impl Dated {
    /// A date without time; `None` if the calendar has no such day.
    pub fn day(year: i32, month: u32, day: u32, grain: Grain) -> Option<Self> {
        let moment = midnight(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        Some(Self { moment, grain, era: false, timed: false, utc: false })
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
    /// Days since 1899-12-30.
    Serial,
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
    let bare = without_weekday(cell);
    forms(trim(&bare), style)
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
    let (start, end) = cell.split_once('~')?;
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

/// Up to `most` digits at `at`.
fn number(bytes: &[u8], at: usize, least: usize, most: usize) -> Option<(u32, usize)> {
    let mut value = 0u32;
    let mut end = at;
    while end < bytes.len() && end - at < most && bytes[end].is_ascii_digit() {
        value = value * 10 + u32::from(bytes[end] - b'0');
        end += 1;
    }
    (end - at >= least).then_some((value, end))
}

/// Adds a time of day: `T09:30`, ` 9:30:15.25`, ` 9時30分`, with `AM`, `PM`, `Z` or an offset. Hours up to 30 run into the next
/// day. A time with `Z` is moved to Japan, where the business day is; an offset keeps the written local time.
pub fn with_time(date: Dated, text: &str) -> Option<Dated> {
    let text = text.strip_prefix(['T', 't']).or_else(|| text.strip_prefix(' ')).unwrap_or(text).trim();
    let (text, utc) = match text.strip_suffix(['Z', 'z']).or_else(|| text.strip_suffix(" UTC")) {
        Some(rest) => (rest, true),
        None => (without_offset(text), false),
    };
    let (text, half) = half_day(text.trim());
    let bytes = text.as_bytes();
    let (mut hour, at) = number(bytes, 0, 1, 2)?;
    let (mut minute, mut second) = (0, 0);
    let rest = text.get(at..)?;
    if let Some(rest) = rest.strip_prefix('時') {
        let digits = rest.trim_end_matches('分');
        minute = if digits.is_empty() { 0 } else { digits.parse::<u32>().ok()? };
    } else {
        let mut parts = rest.strip_prefix(':')?.split(':');
        minute = two_digits(parts.next()?)?.max(minute);
        if let Some(part) = parts.next() {
            second = two_digits(part.split_once(['.', ',']).map_or(part, |(whole, _)| whole))?;
        }
        if parts.next().is_some() {
            return None;
        }
    }
    if let Some(half) = half {
        hour = hour % 12 + half;
    }
    if hour > 30 || minute > 59 || second > 59 {
        return None;
    }
    let secs = i64::from(hour * 3600 + minute * 60 + second) + if utc { 9 * 3600 } else { 0 };
    let grain = if second > 0 {
        Grain::Second
    } else if minute > 0 {
        Grain::Minute
    } else {
        Grain::Hour
    };
    Some(Dated { moment: Moment(date.moment.0 + secs), grain, timed: true, utc, ..date })
}

fn two_digits(part: &str) -> Option<u32> {
    if part.len() > 2 { None } else { part.parse().ok() }
}

fn without_offset(text: &str) -> &str {
    match text.rfind(['+', '-']) {
        Some(at) if at >= 4 => text[..at].trim_end(),
        _ => text,
    }
}

/// Morning or afternoon words; gives the hours to add.
fn half_day(text: &str) -> (&str, Option<u32>) {
    let words = [("AM", 0), ("PM", 12), ("am", 0), ("pm", 12), ("a.m.", 0), ("p.m.", 12), ("午前", 0), ("午後", 12)];
    for (word, hours) in words {
        if let Some(rest) = text.strip_suffix(word).or_else(|| text.strip_prefix(word)) {
            return (rest.trim(), Some(hours));
        }
    }
    (text, None)
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
        Digits::Serial => serial(cell.parse().ok()?),
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
    Some(Dated { moment: Moment(secs), grain, era: false, timed, utc: false })
}

/// Cuts a weekday out: `(月)`, `(Mon)`, `月曜日` behind the date.
fn without_weekday(cell: &str) -> std::borrow::Cow<'_, str> {
    if let Some(open) = cell.find('(')
        && let Some(length) = cell[open..].find(')')
        && is_weekday(&cell[open + 1..open + length])
    {
        return format!("{}{}", &cell[..open], &cell[open + length + 1..]).into();
    }
    let bare = cell.trim_end_matches('日');
    match bare.strip_suffix('曜').and_then(|rest| rest.strip_suffix(WEEKDAYS)) {
        Some(rest) => rest.into(),
        None => cell.into(),
    }
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
mod tests {
    use super::*;
    use crate::civil::iso;

    const PLAIN: Style = Style::PLAIN;

    fn check(cell: &str, style: Style, expected: &str) {
        let found = parse(cell, style).unwrap_or_else(|| panic!("{cell} is a date"));
        assert_eq!(iso(found.moment, found.grain), expected, "{cell}");
    }

    #[test]
    fn days() {
        for cell in [
            "2024/4/1",
            "2024-04-01",
            "2024.4.1",
            "2024/4/1(月)",
            "2024/04/01（月・祝）",
            "2024年4月1日",
            "2024年4月1日 月曜日",
            "令和6年4月1日",
            "R6.4.1",
            "r06.04.01",
            "㋿6年4月1日",
            "２０２４／４／１",
            "24/4/1",
            "'24.04.01",
            "1 Apr 2024",
            "Mon, Apr 1, 2024",
        ] {
            check(cell, PLAIN, "2024-04-01");
        }
        check("令和元年5月1日", PLAIN, "2019-05-01");
        check("平成31年4月30日", PLAIN, "2019-04-30");
        check("25.03.2024", Style { order: Order::Dmy, ..PLAIN }, "2024-03-25");
        check("03/25/2024", Style { order: Order::Mdy, ..PLAIN }, "2024-03-25");
    }

    #[test]
    fn coarser_than_days() {
        for cell in ["2024年4月", "2024年04月度", "2024/4", "2024-04", "R6.4", "Apr-24", "April 2024"] {
            check(cell, PLAIN, "2024-04");
        }
        check("平成20年", PLAIN, "2008");
        check("2021年度", PLAIN, "2021");
        check("2023年度1月", PLAIN, "2024-01");
        check("2024年第14週", PLAIN, "2024-W14");
        check("2024-W14", PLAIN, "2024-W14");
        for cell in ["FY2024 1Q", "2024Q1", "2024年度第1四半期", "2024-Q1"] {
            check(cell, PLAIN, "2024-Q1");
        }
        check("4月", PLAIN, "0004-04");
        check("4/1~4/7", PLAIN, "0004-04-01");
    }

    #[test]
    fn times() {
        check("2024-04-01 09:30:00", PLAIN, "2024-04-01T09:30");
        check("2024/4/1 9:30:15", PLAIN, "2024-04-01T09:30:15");
        check("2024-04-01T09:30:15.250+09:00", PLAIN, "2024-04-01T09:30:15");
        check("2024-03-31T22:00:00Z", PLAIN, "2024-04-01T07:00");
        check("2024/4/1 25:30", PLAIN, "2024-04-02T01:30");
        check("2024年4月1日 9時30分", PLAIN, "2024-04-01T09:30");
        check("2024/4/1 午後3:05", PLAIN, "2024-04-01T15:05");
    }

    #[test]
    fn integers_by_meaning() {
        let digits = |digits| Style { digits, ..PLAIN };
        check("20240401", digits(Digits::Day), "2024-04-01");
        check("202404011530", digits(Digits::Day), "2024-04-01T15:30");
        check("202404", digits(Digits::Month), "2024-04");
        check("2024", digits(Digits::Year), "2024");
        check("45383", digits(Digits::Serial), "2024-04-01");
        assert_eq!(parse("20240401", PLAIN), None);
    }

    #[test]
    fn not_dates() {
        for cell in [
            "2024/2/30",
            "2024/13/4",
            "1.5",
            "12-34",
            "090-1234-5678",
            "4",
            "2024.4",
            "AB-100",
            "令和99年99月",
            "月",
            "2024-W60",
            "may be",
            "99:99",
            "2024/4/1 99:00",
            "1/2/3/4",
            "~",
            "R",
            "第一",
        ] {
            assert_eq!(parse(cell, PLAIN), None, "{cell}");
        }
    }
}
