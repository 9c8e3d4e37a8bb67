//! Stretches of the year with customs of their own.

use super::business::{is_business_day, rest_after, rest_before};
use super::date::Date;
use super::law::{FIRST_HOLIDAY_DAY, LAST_HOLIDAY_DAY};

/// First and last day of Golden Week: 29 April to 5 May, and the rest days that touch either end (a weekend before, a
/// substitute or a weekend after). Business days inside belong to it. `None` when the year has no such holidays (before 1949,
/// after 2099).
///
/// ```
/// use sanpo_models::calendar::{Date, golden_week};
/// let day = |month, day| Date::new(2026, month, day).map(Date::day_number).unwrap();
/// assert_eq!(golden_week(2026), Some((day(4, 29), day(5, 6))));
/// ```
pub fn golden_week(year: i64) -> Option<(i64, i64)> {
    let first = Date::new(year, 4, 29)?.day_number();
    let last = Date::new(year, 5, 5)?.day_number();
    if first < FIRST_HOLIDAY_DAY || last > LAST_HOLIDAY_DAY || is_business_day(first) {
        return None;
    }
    Some((first - i64::from(rest_before(first)), last + i64::from(rest_after(last))))
}

/// Does the day lie in Golden Week?
pub(super) fn in_golden_week(date: Date, day: i64) -> bool {
    // The two months spare the work on most days.
    matches!(date.month(), 4 | 5) && golden_week(date.year()).is_some_and(|(first, last)| (first..=last).contains(&day))
}

/// 29 December to 3 January, when public offices are closed (Act on Holidays of Administrative Organs).
pub(super) fn in_year_end(date: Date) -> bool {
    matches!((date.month(), date.day()), (12, 29..=31) | (1, 1..=3))
}

/// 13 to 16 August, the days of Obon in most of the country.
pub(super) fn in_obon(date: Date) -> bool {
    matches!((date.month(), date.day()), (8, 13..=16))
}
