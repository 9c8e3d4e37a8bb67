//! The plan for a column: which reader to try, from a sample and the header.

use crate::cells::date::{self, Digits, Order, Style};
use crate::cells::{is_excel_error, is_missing, is_missing_number, number};

use super::hint::{Hint, Siblings};
use super::wish::Wish;

/// How to read a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Plan {
    /// As numbers.
    Number {
        /// A comma is the decimal point.
        decimal_comma: bool,
        /// Values in other units are turned into this one.
        into: Option<&'static str>,
    },
    /// As dates.
    Date {
        /// How they are written.
        style: Style,
        /// The orders that read every cell too, to other days.
        rivals: Rivals,
    },
    /// As text.
    Text,
    /// As text, because the sample had no value; to be planned again when there are values.
    Unseen,
}

/// Orders of year, month and day that are possible beside the one in force.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rivals([Option<Order>; 2]);

impl Rivals {
    fn of(mut orders: impl Iterator<Item = Order>) -> Self {
        Self([orders.next(), orders.next()])
    }

    /// The orders.
    pub fn iter(self) -> impl Iterator<Item = Order> {
        self.0.into_iter().flatten()
    }
}

/// A type wins a sample at this share; the pass over all rows is stricter.
const SHARE: (usize, usize) = (4, 5);

/// Makes a plan for a column from its trimmed cells.
pub fn plan<'a>(hint: &Hint, siblings: Siblings, wish: &Wish, cells: impl Iterator<Item = &'a str>) -> Plan {
    if wish.as_text.is_some() {
        return Plan::Text;
    }
    let cells: Vec<&str> = cells.filter(|c| !is_missing(c)).collect();
    if cells.is_empty() {
        return Plan::Unseen;
    }
    let typed: Vec<&str> = cells.iter().copied().filter(|c| !is_missing_number(c) && !is_excel_error(c)).collect();
    if hint.id && !hint.date {
        return Plan::Text;
    }
    if let Some(plan) = written_dates(hint, &typed, wish.order) {
        return plan;
    }
    if hint.id {
        return Plan::Text;
    }
    if let Some(digits) = digit_dates(hint, siblings, &typed) {
        return Plan::Date { style: Style { order: Order::Ymd, digits }, rivals: Rivals::default() };
    }
    numbers(hint, &typed)
}

/// A share of cells that is enough.
fn enough(count: usize, all: usize) -> bool {
    all > 0 && count * SHARE.1 >= all * SHARE.0
}

/// Dates with separators or date words.
fn written_dates(hint: &Hint, cells: &[&str], wanted: Option<Order>) -> Option<Plan> {
    let read = |order: Order| -> Vec<i64> {
        let style = Style { order, digits: Digits::No };
        cells.iter().filter_map(|c| date::parse(c, style)).map(|d| d.moment.0).collect()
    };
    let orders = [Order::Ymd, Order::Dmy, Order::Mdy].map(|order| (order, read(order)));
    let most = orders.iter().map(|(_, m)| m.len()).max().unwrap_or(0);
    if !enough(most, cells.len()) {
        return None;
    }
    // The order that the person named, or among those that read the most the one whose dates make the smallest steps.
    let able: Vec<_> = orders.iter().filter(|(_, m)| m.len() == most).collect();
    let named = orders.iter().find(|(order, m)| wanted == Some(*order) && enough(m.len(), cells.len()));
    let (order, moments) = match named {
        Some(named) => named,
        None => able.iter().min_by(|a, b| step(&a.1).total_cmp(&step(&b.1)))?,
    };
    if wanted.is_none() && !hint.is_calendar() && cells.iter().all(|c| is_short(c)) && !steps_like_dates(moments) {
        return None;
    }
    // Day first is no guess unless the month could be first: nobody who puts the day first writes the year in its place.
    let possible = |other: Order| *order != Order::Dmy || other == Order::Mdy;
    let others = able.iter().filter(|(o, m)| o != order && m != moments && possible(*o)).map(|(o, _)| *o);
    let rivals = if wanted.is_some() { Rivals::default() } else { Rivals::of(others) };
    Some(Plan::Date { style: Style { order: *order, digits: Digits::No }, rivals })
}

/// Three or two short numbers, which may be anything: a version, a fraction, a house number.
fn is_short(cell: &str) -> bool {
    cell.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'-' | b'.'))
        && cell.split(['/', '-', '.']).all(|part| part.len() <= 2)
}

/// Neighbours that are mostly next to each other in time, and hardly ever the same.
fn steps_like_dates(moments: &[i64]) -> bool {
    const MONTH_SECS: i64 = 32 * 86_400;
    let steps: Vec<i64> = moments.windows(2).map(|w| (w[1] - w[0]).abs()).collect();
    let small = steps.iter().filter(|s| **s <= MONTH_SECS).count();
    let forward = moments.windows(2).filter(|w| w[1] >= w[0]).count();
    let ordered = forward * 10 >= steps.len() * 9 || forward * 10 <= steps.len();
    !steps.is_empty() && small * 10 >= steps.len() * 9 && ordered
}

/// Mean distance of neighbours in seconds.
fn step(moments: &[i64]) -> f64 {
    let sum: f64 = moments.windows(2).map(|w| (w[1] - w[0]).abs() as f64).sum();
    sum / moments.len().max(2) as f64
}

/// Dates that are written as integers.
fn digit_dates(hint: &Hint, siblings: Siblings, cells: &[&str]) -> Option<Digits> {
    let all = |digits: Digits| {
        let style = Style { order: Order::Ymd, digits };
        !cells.is_empty()
            && cells
                .iter()
                .all(|c| c.bytes().all(|b| b.is_ascii_digit() || b == b'.') && date::parse(c, style).is_some())
    };
    let same_length = |n: usize| cells.iter().all(|c| c.len() == n);
    let whole = cells.iter().all(|c| c.bytes().all(|b| b.is_ascii_digit()));
    let calendar = hint.date || hint.month || hint.words.contains("年月");
    match () {
        () if whole && same_length(4) && hint.year && !siblings.month && all(Digits::Year) => Some(Digits::Year),
        () if whole && same_length(6) && (calendar || cells.len() >= 6) && all(Digits::Month) => Some(Digits::Month),
        () if whole && cells.iter().all(|c| c.len() >= 8) && (calendar || cells.len() >= 3) && all(Digits::Day) => {
            Some(Digits::Day)
        }
        () if (hint.month || hint.date || hint.words.contains("年月")) && all_points(cells) => {
            Some(Digits::MonthPoint)
        }
        () if hint.serial && !hint.value && all(Digits::Serial) && days_apart(cells) => Some(Digits::Serial),
        () if whole && (same_length(10) || same_length(13)) && hint.date && all(Digits::Unix) => Some(Digits::Unix),
        () => None,
    }
}

/// Numbers of which each is mostly less than about a year from the one before.
fn days_apart(cells: &[&str]) -> bool {
    let days: Vec<f64> = cells.iter().filter_map(|c| c.parse().ok()).collect();
    let near = days.windows(2).filter(|w| (w[1] - w[0]).abs() <= 400.0).count();
    near * 10 >= days.len().saturating_sub(1) * 8
}

/// Years and months as 2022.04.
fn all_points(cells: &[&str]) -> bool {
    let point =
        |c: &&str| c.len() == 7 && date::parse(c, Style { order: Order::Ymd, digits: Digits::MonthPoint }).is_some();
    !cells.is_empty() && cells.iter().all(point)
}

fn numbers(hint: &Hint, cells: &[&str]) -> Plan {
    let decimal_comma = has_decimal_comma(cells);
    let count = cells.iter().filter(|c| number::parse(c, decimal_comma).is_some()).count();
    if !enough(count, cells.len()) || is_code(hint, cells) {
        return Plan::Text;
    }
    Plan::Number { decimal_comma, into: None }
}

/// A comma before one, two or four and more digits at the end, and never a point in that place.
fn has_decimal_comma(cells: &[&str]) -> bool {
    let tail = |cell: &str, mark: char| {
        let digits = cell.trim_end_matches(|c: char| !c.is_ascii_digit());
        digits.rsplit_once(mark).is_some_and(|(_, tail)| tail.bytes().all(|b| b.is_ascii_digit()) && tail.len() != 3)
    };
    let commas = cells.iter().filter(|c| tail(c, ',')).count();
    commas > 0 && commas * 2 > cells.len() / 2 && !cells.iter().any(|c| tail(c, '.'))
}

/// Numbers that name things: leading zeros, JAN codes, long digits all of one length and all different.
fn is_code(hint: &Hint, cells: &[&str]) -> bool {
    if cells.iter().filter(|c| has_leading_zero(c)).count() * 100 > cells.len() {
        return true;
    }
    let digits = |c: &&str| c.bytes().all(|b| b.is_ascii_digit());
    if cells.len() >= 3 && cells.iter().all(|c| matches!(c.len(), 8 | 13) && digits(c) && is_jan(c)) {
        return true;
    }
    let long = cells.iter().all(|c| c.len() >= 10 && c.len() == cells[0].len() && digits(c));
    if !long || hint.date || hint.value || cells.len() < 3 {
        return false;
    }
    let mut sorted = cells.to_vec();
    sorted.sort_unstable();
    sorted.windows(2).all(|w| w[0] != w[1])
}

/// `007`, but not `0`, `0.5` or `-0`.
pub fn has_leading_zero(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    bytes.len() > 1 && bytes[0] == b'0' && bytes.iter().all(u8::is_ascii_digit)
}

/// The check digit of an 8- or 13-digit article number.
fn is_jan(cell: &str) -> bool {
    let sum: u32 =
        cell.bytes().rev().enumerate().map(|(i, b)| u32::from(b - b'0') * if i % 2 == 1 { 3 } else { 1 }).sum();
    sum.is_multiple_of(10)
}
