//! What the calendar says of one day.

use serde::{Deserialize, Serialize};

use super::business::{is_business_day, is_gotobi, is_settled, rest_after, rest_before};
use super::date::{Date, weekday};
use super::holiday::Holiday;
use super::law::holiday;
use super::season::{in_golden_week, in_obon, in_year_end};

/// Two neighbouring holidays are never further apart (5 May to 23 September, before 1966: 141 days).
const FURTHEST_HOLIDAY_DAYS: u16 = 150;

/// The calendar's facts of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFacts {
    /// Days since 1970-01-01.
    pub day: i64,
    /// The date.
    pub date: Date,
    /// Day of the week, 0 = Monday to 6 = Sunday.
    pub weekday: u8,
    /// Which one of its weekday in its month, 1 to 5 (days 1 to 7 are in week 1).
    pub week_of_month: u8,
    /// The public holiday.
    pub holiday: Option<Holiday>,
    /// Days from this day to the next public holiday; 0 on a holiday. `None` where none is known (1948 and the end of 2099).
    pub days_until_holiday: Option<u16>,
    /// Days from the last public holiday to this day; 0 on a holiday. `None` where none is known.
    pub days_since_holiday: Option<u16>,
    /// Are banks open? See [`is_business_day`].
    pub business_day: bool,
    /// Length in days of the rest run that the day belongs to; 0 on a business day.
    pub rest_run: u8,
    /// Rest days in a row right before this day.
    pub rest_before: u8,
    /// Rest days in a row right after this day.
    pub rest_after: u8,
    /// A single business day between two rest days.
    pub bridge: bool,
    /// 29 December to 3 January.
    pub year_end: bool,
    /// 13 to 16 August.
    pub obon: bool,
    /// In Golden Week, see [`super::golden_week`].
    pub golden_week: bool,
    /// A customary day of settlement: 5, 10, 15, 20, 25 or the last of the month, whatever the weekday.
    pub gotobi: bool,
    /// The business day on which such a day is settled: itself, or the business day before a rest day.
    pub gotobi_business: bool,
    /// Payday: the 25th, or the business day before when it is a rest day.
    pub payday: bool,
    /// The last day of the month.
    pub month_end: bool,
    /// The last business day of the month.
    pub month_end_business: bool,
}

impl DayFacts {
    /// The facts of a day (days since 1970-01-01). `None` outside the years 1 to 9999.
    ///
    /// ```
    /// use sanpo_models::calendar::{Date, DayFacts};
    /// let day = Date::new(2026, 12, 30).map(Date::day_number).unwrap();
    /// let facts = DayFacts::of(day).unwrap();
    /// assert!(facts.month_end_business && facts.year_end && facts.rest_after == 4);
    /// ```
    pub fn of(day: i64) -> Option<Self> {
        let date = Date::of_day(day)?;
        let business_day = is_business_day(day);
        let (before, after) = (rest_before(day), rest_after(day));
        Some(Self {
            day,
            date,
            weekday: weekday(day),
            week_of_month: date.week_of_month(),
            holiday: holiday(day),
            days_until_holiday: holiday_distance(day, 1),
            days_since_holiday: holiday_distance(day, -1),
            business_day,
            rest_run: if business_day { 0 } else { before + 1 + after },
            rest_before: before,
            rest_after: after,
            bridge: business_day && before > 0 && after > 0,
            year_end: in_year_end(date),
            obon: in_obon(date),
            golden_week: in_golden_week(date, day),
            gotobi: is_gotobi(date),
            gotobi_business: is_settled(day, is_gotobi),
            payday: is_settled(day, |due| due.day() == 25),
            month_end: date.is_month_end(),
            month_end_business: is_settled(day, Date::is_month_end),
        })
    }
}

/// Days to the nearest holiday at or after the day (`step` 1) or at or before it (`step` -1).
fn holiday_distance(day: i64, step: i64) -> Option<u16> {
    (0..=FURTHEST_HOLIDAY_DAYS).find(|&distance| holiday(day + step * i64::from(distance)).is_some())
}
