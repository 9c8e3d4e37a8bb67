//! Day numbers and dates of the Gregorian calendar, years 1 to 9999.

use serde::{Deserialize, Serialize};

/// Day number of 0001-01-01.
const FIRST_DAY: i64 = -719_162;
/// Day number of 9999-12-31.
const LAST_DAY: i64 = 2_932_896;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH_SHIFT: i64 = 719_468;

/// A date of the Gregorian calendar; only dates that exist can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    year: i64,
    month: u8,
    day: u8,
}

impl Date {
    /// A date by its parts. `None` when there is no such date, or when the year is not in 1 to 9999.
    ///
    /// ```
    /// use sanpo_models::calendar::Date;
    /// assert_eq!(Date::new(2026, 5, 6).map(Date::day_number), Some(20_579));
    /// assert_eq!(Date::new(2026, 2, 29), None);
    /// ```
    pub fn new(year: i64, month: u8, day: u8) -> Option<Self> {
        let length = month_length(year, month)?;
        (1..=length).contains(&day).then_some(Self { year, month, day })
    }

    /// The date of a day number (days since 1970-01-01). `None` outside the years 1 to 9999.
    pub fn of_day(day_number: i64) -> Option<Self> {
        if !(FIRST_DAY..=LAST_DAY).contains(&day_number) {
            return None;
        }
        let days = day_number + EPOCH_SHIFT;
        let (era, in_era) = (days / 146_097, days % 146_097);
        let year_of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
        let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * in_year + 2) / 153;
        let day = in_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        Some(Self { year, month: month as u8, day: day as u8 })
    }

    /// Days since 1970-01-01; the inverse of [`Date::of_day`].
    pub fn day_number(self) -> i64 {
        // Years start in March so that the leap day comes last; (153 m + 2) / 5 adds up 31, 30, 31, 30, 31, 31, 30, ...
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let from_march = (i64::from(self.month) + 9) % 12;
        let leap_days = year / 4 - year / 100 + year / 400;
        year * 365 + leap_days + (153 * from_march + 2) / 5 + i64::from(self.day) - 1 - EPOCH_SHIFT
    }

    /// Year, 1 to 9999.
    pub fn year(self) -> i64 {
        self.year
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Which one of its weekday in its month, 1 to 5: days 1 to 7 are in week 1, days 8 to 14 in week 2, and so on.
    pub fn week_of_month(self) -> u8 {
        (self.day - 1) / 7 + 1
    }

    /// Is it the last day of its month?
    pub fn is_month_end(self) -> bool {
        month_length(self.year, self.month) == Some(self.day)
    }
}

/// Day of the week of a day number, 0 = Monday to 6 = Sunday. Works for every number.
pub fn weekday(day_number: i64) -> u8 {
    // 1970-01-01 was a Thursday; the remainder comes first so that no number overflows.
    ((day_number.rem_euclid(7) + 3) % 7) as u8
}

/// Number of days of a month. `None` when the month is not in 1 to 12 or the year not in 1 to 9999.
pub fn month_length(year: i64, month: u8) -> Option<u8> {
    if !(1..=9999).contains(&year) {
        return None;
    }
    match month {
        2 if is_leap(year) => Some(29),
        2 => Some(28),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

/// Has the year a 29 February?
pub(super) fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}
