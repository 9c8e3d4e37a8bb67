//! The year of dates that have none: from a title, and from the order of the rows.

use sanpo_api::{Grain, Moment};

use super::YearSource;
use crate::cells::date::{NO_YEAR, Style, parse};
use crate::cells::fold;
use crate::civil::{days_from_date, month_days};

/// Base year when nothing names one: a leap year, so that every day of a month exists.
const FALLBACK: i32 = 2024;

/// Puts years into moments of the year [`NO_YEAR`]. A jump of half a year against the direction of the rows is a new year.
pub fn settle(values: &mut [i64], titles: &[String]) -> YearSource {
    let named = titles.iter().find_map(|title| named_year(title));
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
    let (mut year, fiscal) = named.unwrap_or((FALLBACK, false));
    if fiscal && months.first().is_some_and(|m| *m < 4) {
        year += 1;
    }
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
    if named.is_some() { YearSource::Title } else { YearSource::Unknown }
}

/// A year in a title, and whether it is a fiscal one.
fn named_year(title: &str) -> Option<(i32, bool)> {
    let folded = fold(title);
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
        settle(&mut values, &[title.to_owned()]);
        assert_eq!(values.iter().map(|v| iso(Moment(*v), Grain::Month)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn years_wrap() {
        check(&[11, 12, 1], "2024年度 月次", &["2024-11", "2024-12", "2025-01"]);
        check(&[1, 2], "令和5年度", &["2024-01", "2024-02"]);
        check(&[2, 1, 12], "2024年", &["2024-02", "2024-01", "2023-12"]);
    }
}
