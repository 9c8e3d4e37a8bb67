//! What a month holds: days, business days, how many of each weekday.
//!
//! In plain words: a month with five Saturdays sells otherwise than one with four, whatever the season.
//! Shapes: counts of one month; six contrasts of the weekdays.
//! Cost:   O(days of the month).
//! Source: the trading-day and leap-year regressors of X-12-ARIMA (Findley, Monsell, Bell, Otto & Chen, 1998).

use serde::{Deserialize, Serialize};

use super::business::is_business_day;
use super::date::{Date, is_leap, month_length, weekday};
use super::law::holiday;

/// The calendar's counts of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthFacts {
    /// Year, 1 to 9999.
    pub year: i64,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day number of its first day.
    pub first_day: i64,
    /// Number of days.
    pub days: u8,
    /// Number of business days, see [`is_business_day`].
    pub business_days: u8,
    /// How many Mondays, Tuesdays, ... Sundays.
    pub weekdays: [u8; 7],
    /// How many public holidays fall on Mondays, Tuesdays, ... Sundays.
    pub holidays: [u8; 7],
}

impl MonthFacts {
    /// The counts of a month. `None` when there is no such month or the year is not in 1 to 9999.
    ///
    /// ```
    /// use sanpo_models::calendar::MonthFacts;
    /// let may = MonthFacts::of(2026, 5).unwrap();
    /// assert_eq!((may.days, may.business_days, may.weekdays[4]), (31, 18, 5));
    /// ```
    pub fn of(year: i64, month: u8) -> Option<Self> {
        let days = month_length(year, month)?;
        let first_day = Date::new(year, month, 1)?.day_number();
        let mut facts = Self { year, month, first_day, days, business_days: 0, weekdays: [0; 7], holidays: [0; 7] };
        for day in first_day..first_day + i64::from(days) {
            let place = usize::from(weekday(day));
            facts.weekdays[place] += 1;
            facts.holidays[place] += u8::from(holiday(day).is_some());
            facts.business_days += u8::from(is_business_day(day));
        }
        Some(facts)
    }

    /// The trading-day contrasts: the number of Mondays, Tuesdays, ... Saturdays, each less the number of Sundays. All are 0
    /// in a February of 28 days.
    pub fn trading_days(&self) -> [f64; 6] {
        contrasts(self.weekdays)
    }

    /// The same when every public holiday counts as one more Sunday and not as the weekday that it falls on.
    pub fn trading_days_with_holidays(&self) -> [f64; 6] {
        let mut counts = self.weekdays;
        for (place, &holidays) in self.holidays.iter().enumerate() {
            counts[place] -= holidays;
            counts[6] += holidays;
        }
        contrasts(counts)
    }

    /// The leap-year regressor: by how many days a February is longer than the mean one of four years (0.75 or -0.25); 0 in
    /// other months.
    pub fn leap_year(&self) -> f64 {
        match (self.month, is_leap(self.year)) {
            (2, true) => 0.75,
            (2, false) => -0.25,
            _ => 0.0,
        }
    }
}

fn contrasts(counts: [u8; 7]) -> [f64; 6] {
    std::array::from_fn(|place| f64::from(counts[place]) - f64::from(counts[6]))
}
