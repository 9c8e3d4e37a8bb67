//! The year of dates that have none: from a title, and from the order of the rows.

use sanpo_api::{Grain, Moment};

use super::{Column, Data};
use crate::cells::date::{NO_YEAR, Style, full_year, parse};
use crate::cells::fold;
use crate::civil::{days_from_date, month_days};

/// Where the year of a date column comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum YearSource {
    /// Every date has its own.
    #[default]
    Cells,
    /// A title above the table, or the name of the sheet or the file.
    Title,
    /// The days of the week beside the dates.
    Weekdays,
    /// The person.
    Person,
    /// Nobody knows.
    Unknown,
}

/// Base year when nothing names one: a leap year, so that every day of a month exists.
const FALLBACK: i32 = 2024;

/// What may name the year.
#[derive(Clone, Copy, Default)]
pub struct Clues<'a> {
    /// Text above the table, and the names of the sheet and the file.
    pub titles: &'a [String],
    /// Days of the week beside the dates: row and day, 0 = Monday.
    pub weekdays: &'a [(u32, u8)],
    /// The year of the first date, if the person said so.
    pub named: Option<i32>,
}

/// Puts years into moments of the year [`NO_YEAR`]. A jump of half a year against the direction of the rows is a new year.
pub fn settle(values: &mut [i64], clues: &Clues) -> YearSource {
    let months: Vec<i64> = values
        .iter()
        .filter(|v| **v != i64::MIN)
        .map(|v| Moment(*v).civil())
        .filter(|c| c.year == i64::from(NO_YEAR))
        .map(|c| i64::from(c.month))
        .collect();
    let small = |d: i64| (1..6).contains(&d) || d < -5;
    let rising = months.windows(2).filter(|w| small(w[1] - w[0])).count();
    let falling = months.windows(2).filter(|w| small(w[0] - w[1])).count();
    let ascending = rising >= falling;
    let in_title = clues
        .titles
        .iter()
        .find_map(|title| named_year(title))
        .map(|(year, fiscal)| if fiscal && months.first().is_some_and(|m| *m < 4) { year + 1 } else { year });
    let near = in_title.unwrap_or(FALLBACK);
    let (first, source) = match (clues.named, in_title, by_weekdays(values, clues.weekdays, ascending, near)) {
        (Some(year), _, _) => (year, YearSource::Person),
        (_, _, Some(year)) => (year, YearSource::Weekdays),
        (_, Some(year), _) => (year, YearSource::Title),
        _ => (FALLBACK, YearSource::Unknown),
    };
    unroll(values, first, ascending);
    source
}

/// Gives each moment its year, the first one `year`.
fn unroll(values: &mut [i64], mut year: i32, ascending: bool) {
    let mut before: Option<i64> = None;
    for value in values.iter_mut().filter(|v| **v != i64::MIN) {
        let c = Moment(*value).civil();
        if c.year != i64::from(NO_YEAR) {
            year = c.year as i32;
            before = Some(i64::from(c.month));
            continue;
        }
        let month = i64::from(c.month);
        match before.map(|b| month - b) {
            Some(jump) if ascending && jump <= -6 => year += 1,
            Some(jump) if !ascending && jump >= 6 => year -= 1,
            _ => {}
        }
        before = Some(month);
        year = year.clamp(1, 9_999);
        let day = c.day.min(month_days(year, c.month));
        *value = days_from_date(year, c.month, day) * 86_400 + value.rem_euclid(86_400);
    }
}

/// Dates without a year that begin anew with each block of another column (shop by shop) begin in the same year each time.
pub fn anew_with_blocks(columns: &mut [Column]) {
    let open = |c: &Column| matches!(c.year, YearSource::Unknown | YearSource::Title | YearSource::Person);
    let Some(at) = columns.iter().position(open) else { return };
    let Data::Moments(values) = &columns[at].data else { return };
    let day = |row: usize| Moment(values[row]).civil();
    let Some(blocks) = columns.iter().find_map(|c| blocks(&c.data)) else { return };
    let first = day(blocks[0]);
    let again = blocks.iter().all(|row| (day(*row).month, day(*row).day) == (first.month, first.day));
    if !again || values.contains(&i64::MIN) {
        return;
    }
    let ends = blocks.iter().skip(1).copied().chain([values.len()]);
    let ranges: Vec<_> = blocks.iter().copied().zip(ends).collect();
    let Data::Moments(values) = &mut columns[at].data else { return };
    for (start, end) in ranges {
        let block = &mut values[start..end];
        bare(block);
        unroll(block, first.year as i32, true);
    }
}

/// First rows of the blocks of a column in which each text stands in one run of rows.
fn blocks(data: &Data) -> Option<Vec<usize>> {
    let Data::Texts(codes, levels) = data else { return None };
    let starts: Vec<usize> = (0..codes.len()).filter(|row| *row == 0 || codes[*row] != codes[row - 1]).collect();
    (starts.len() == levels.len() && starts.len() >= 2 && starts.len() * 2 <= codes.len()).then_some(starts)
}

/// Takes the years off.
fn bare(values: &mut [i64]) {
    for value in values.iter_mut().filter(|v| **v != i64::MIN) {
        let c = Moment(*value).civil();
        *value = days_from_date(NO_YEAR, c.month, c.day) * 86_400 + value.rem_euclid(86_400);
    }
}

/// Gives dates whose year was a guess the year that a column of weekdays tells. Whether it did.
fn settle_again(values: &mut [i64], weekdays: &[(u32, u8)], titles: &[String]) -> bool {
    let mut dated = values.to_vec();
    bare(&mut dated);
    let found = settle(&mut dated, &Clues { weekdays, titles, named: None }) == YearSource::Weekdays;
    if found {
        values.copy_from_slice(&dated);
    }
    found
}

/// A column of weekdays tells the year of dates that have none.
pub fn by_weekday_column(columns: &mut [Column], titles: &[String]) {
    let open = |c: &Column| matches!(c.year, YearSource::Unknown | YearSource::Title);
    let Some(at) = columns.iter().position(open) else { return };
    let days = columns.iter().find_map(|c| weekdays(&c.data));
    if let (Some(days), Data::Moments(values)) = (days, &mut columns[at].data)
        && settle_again(values, &days, titles)
    {
        columns[at].year = YearSource::Weekdays;
    }
}

/// Rows and days of a column of weekdays.
fn weekdays(data: &Data) -> Option<Vec<(u32, u8)>> {
    let Data::Texts(codes, levels) = data else { return None };
    let days: Vec<Option<u8>> = levels.iter().map(crate::cells::date::weekday).collect();
    let short = levels.iter().all(|l| l.chars().count() <= 3 || l.is_ascii());
    if !(2..=7).contains(&days.len()) || !short || days.iter().any(Option::is_none) {
        return None;
    }
    let of = |(row, code): (usize, &u32)| Some((row as u32, (*days.get(*code as usize)?)?));
    Some(codes.iter().enumerate().filter_map(of).collect())
}

/// The year whose days of the week fit (nine out of ten, and three at least), the one next to `near` if several do.
fn by_weekdays(values: &[i64], weekdays: &[(u32, u8)], ascending: bool, near: i32) -> Option<i32> {
    if weekdays.len() < 3 {
        return None;
    }
    let fits = |year: &i32| {
        let mut dated = values.to_vec();
        unroll(&mut dated, *year, ascending);
        let right = |(row, day): &&(u32, u8)| {
            dated.get(*row as usize).is_some_and(|v| (v.div_euclid(86_400) + 3).rem_euclid(7) == i64::from(*day))
        };
        weekdays.iter().filter(right).count() * 10 >= weekdays.len() * 9
    };
    (0..12).flat_map(|away| [near - away, near + away]).find(fits)
}

/// Whether one of them names a year.
pub fn name_a_year<'a>(mut titles: impl Iterator<Item = &'a String>) -> bool {
    titles.any(|title| named_year(title).is_some())
}

/// A year in a title, and whether it is a fiscal one.
fn named_year(title: &str) -> Option<(i32, bool)> {
    let folded = fold(title);
    if let Some(at) = folded.find("FY") {
        let digits: String = folded[at + 2..].trim_start().chars().take_while(char::is_ascii_digit).collect();
        let year = digits.parse::<u32>().ok().filter(|_| matches!(digits.len(), 2 | 4));
        return year.map(|y| (if y < 100 { full_year(y) } else { y } as i32, true));
    }
    let end = folded.find('年')?;
    let start = folded[..end]
        .rfind(|c: char| !c.is_ascii_digit() && c != '元')
        .map_or(0, |at| at + folded[at..].chars().next().map_or(1, char::len_utf8));
    let word = ["令和", "平成", "昭和"]
        .iter()
        .find(|era| folded[..start].ends_with(*era))
        .map_or(start, |era| start - era.len());
    let date = parse(&folded[word..end + '年'.len_utf8()], Style::PLAIN).filter(|d| d.grain == Grain::Year)?;
    Some((date.moment.civil().year as i32, folded[end..].starts_with("年度")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::civil::{iso, midnight};

    fn check(months: &[u8], title: &str, expected: &[&str]) {
        let mut values: Vec<i64> = months.iter().map(|m| midnight(NO_YEAR, *m, 1).unwrap().0).collect();
        settle(&mut values, &Clues { titles: &[title.to_owned()], ..Clues::default() });
        assert_eq!(values.iter().map(|v| iso(Moment(*v), Grain::Month)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn years_wrap() {
        check(&[11, 12, 1], "2024年度 月次", &["2024-11", "2024-12", "2025-01"]);
        check(&[1, 2], "令和5年度", &["2024-01", "2024-02"]);
        check(&[2, 1, 12], "2024年", &["2024-02", "2024-01", "2023-12"]);
    }

    #[test]
    fn weekdays_and_persons_name_the_year() {
        let days = |first: i64| (0..10).map(|d| first + d * 86_400).collect::<Vec<_>>();
        let mut values = days(midnight(NO_YEAR, 12, 22).unwrap().0);
        // 26 December 2023 was a Tuesday.
        let weekdays: Vec<(u32, u8)> = (0..10).map(|row| (row, ((row + 4) % 7) as u8)).collect();
        let source = settle(&mut values, &Clues { weekdays: &weekdays, ..Clues::default() });
        assert_eq!((source, Moment(values[0]).civil().year), (YearSource::Weekdays, 2023));
        let mut values = days(midnight(NO_YEAR, 4, 1).unwrap().0);
        let source = settle(&mut values, &Clues { weekdays: &weekdays, named: Some(2019), ..Clues::default() });
        assert_eq!((source, Moment(values[0]).civil().year), (YearSource::Person, 2019));
    }
}
