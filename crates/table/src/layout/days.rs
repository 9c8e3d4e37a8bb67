//! Dates of which the sheet's name holds the month and the row only the day: 1日 on the sheet 4月.

use sanpo_api::{ColumnType, Grain};

use crate::cells::date::{Digits, NO_YEAR, Order, Style, parse};
use crate::cells::fold;
use crate::typing::{Column, Data, Hint};

use super::below::Part;

/// Headings of a column of days.
const HEADINGS: [&str; 6] = ["日", "日付", "日にち", "月日", "day", "date"];

/// Which column holds the days, and the month of each sheet.
pub struct Days {
    /// The column's place in the joined table.
    pub at: usize,
    /// The year, if the name says it, and the month.
    months: Vec<(Option<i64>, u8)>,
}

impl Days {
    /// Looks for sheets called by months, with a column of days in a table without dates.
    pub fn find(parts: &[Part]) -> Option<Self> {
        let columns = 0..parts[0].places.len();
        let dated = |at: usize| parts.iter().any(|part| part.column(at).kind == ColumnType::Date);
        if columns.clone().any(dated) {
            return None;
        }
        let months = parts.iter().map(|part| month(&part.name)).collect::<Option<Vec<_>>>()?;
        let headed = |at: &usize| HEADINGS.contains(&Hint::of(&parts[0].column(*at).raw).words.as_str());
        let at = columns.filter(headed).find(|at| parts.iter().all(|part| holds_days(part.column(*at))))?;
        Some(Self { at, months })
    }

    /// The whole date of a cell on the sheet with this number; the cell itself where it holds no day.
    pub fn date(&self, sheet: usize, cell: &str) -> String {
        let (Some(day), (year, month)) = (day(cell), self.months[sheet]) else { return cell.to_owned() };
        match year {
            Some(year) => format!("{year}/{month}/{day}"),
            None => format!("{month}月{day}日"),
        }
    }
}

/// The month that a sheet is called by.
fn month(name: &str) -> Option<(Option<i64>, u8)> {
    let style = Style { order: Order::Ymd, digits: Digits::Month };
    let found = parse(fold(name).trim(), style).filter(|found| found.grain == Grain::Month)?;
    let civil = found.moment.civil();
    Some((Some(civil.year).filter(|year| *year != i64::from(NO_YEAR)), civil.month))
}

/// Whether nearly all cells are days of a month.
fn holds_days(column: &Column) -> bool {
    let (right, all) = match &column.data {
        Data::Numbers(values) => {
            let known = || values.iter().filter(|value| !value.is_nan());
            (known().filter(|value| value.fract() == 0.0 && (1.0..=31.0).contains(*value)).count(), known().count())
        }
        Data::Texts(_, levels) => (levels.iter().filter(|text| day(text).is_some()).count(), levels.len()),
        Data::Moments(_) => return false,
    };
    all >= 2 && right * 10 >= all * 9
}

/// The day of a cell: 1, 1日, 1(火).
fn day(cell: &str) -> Option<u8> {
    let cell = fold(cell);
    let digits = cell.bytes().take_while(u8::is_ascii_digit).count();
    let rest = cell[digits..].trim_start_matches('日').trim();
    let bare = rest.is_empty() || (rest.starts_with('(') && rest.chars().count() <= 5);
    cell[..digits].parse().ok().filter(|day| bare && (1..=31).contains(day))
}
