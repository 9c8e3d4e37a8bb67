//! Business days, rest runs and the days on which money is due.
//!
//! Source of the bank calendar: Order for Enforcement of the Banking Act, article 5 (Saturdays, Sundays, public holidays,
//! 31 December to 3 January).

use super::date::{Date, weekday};
use super::law::holiday;

/// No rest run is longer: the longest by today's law are the ten days of 2019.
pub(super) const LONGEST_REST: i64 = 16;

/// Is a bank open on the day (days since 1970-01-01)? `false` outside the years 1 to 9999. Outside the years of [`holiday`]
/// only weekends and the turn of the year are closed.
pub fn is_business_day(day: i64) -> bool {
    let Some(date) = Date::of_day(day) else { return false };
    let turn_of_year = matches!((date.month(), date.day()), (12, 31) | (1, 1..=3));
    weekday(day) < 5 && !turn_of_year && holiday(day).is_none()
}

/// The day itself when it is a business day, else the last one before it. `None` outside the years 1 to 9999.
pub fn business_day_on_or_before(day: i64) -> Option<i64> {
    Date::of_day(day)?;
    (0..=LONGEST_REST).map(|back| day - back).find(|&d| is_business_day(d))
}

/// Number of business days from a day on (included) until another (not included). `None` when the end lies before the start
/// or a day of the span is outside the years 1 to 9999.
pub fn business_days(from: i64, until: i64) -> Option<u32> {
    if from == until {
        return Some(0);
    }
    if from > until || Date::of_day(from).is_none() || Date::of_day(until - 1).is_none() {
        return None;
    }
    Some((from..until).filter(|&day| is_business_day(day)).count() as u32)
}

/// Number of days without business in a row right before the day.
pub(super) fn rest_before(day: i64) -> u8 {
    (1..=LONGEST_REST).take_while(|back| is_rest(day - back)).count() as u8
}

/// Number of days without business in a row right after the day.
pub(super) fn rest_after(day: i64) -> u8 {
    (1..=LONGEST_REST).take_while(|ahead| is_rest(day + ahead)).count() as u8
}

/// The days beyond the first and the last year are no rest days, so that no run reaches out of the calendar.
fn is_rest(day: i64) -> bool {
    Date::of_day(day).is_some() && !is_business_day(day)
}

/// Is the date one of the customary days of settlement (gotobi): 5, 10, 15, 20, 25 or the last of the month?
pub(super) fn is_gotobi(date: Date) -> bool {
    matches!(date.day(), 5 | 10 | 15 | 20 | 25) || date.is_month_end()
}

/// Is the day a business day on which something falls due, when what is due on a rest day is settled on the business day
/// before it?
pub(super) fn is_settled(day: i64, due: impl Fn(Date) -> bool) -> bool {
    is_business_day(day) && (0..=i64::from(rest_after(day))).any(|ahead| Date::of_day(day + ahead).is_some_and(&due))
}
