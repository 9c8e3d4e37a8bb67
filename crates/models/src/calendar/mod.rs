//! The calendar that a forecast of daily demand needs: Japanese public holidays and the customs of business around them.
//!
//! In plain words: what kind of day a day is. Everything is a rule over a day number (days since 1970-01-01); there is no
//! list of dates to keep up to date, and nothing looks at the clock.
//! Shapes: days from year 1 to year 9999; holidays from 1948-07-20 (the law took effect) to the end of 2099.
//! Gives:  [`holiday`], [`DayFacts`], [`CalendarFeature`], [`MonthFacts`]. Fails: `None` outside those years, never a panic.
//! Cost:   about a microsecond a day.
//! Source: Act on National Holidays (Act No. 178 of 1948) with its amendments up to 2018, the special acts for single days,
//! and the special measures acts for the Olympic summers of 2020 and 2021.
//!
//! Three conventions run through the folder:
//! - Days of the week are numbered from 0 = Monday to 6 = Sunday.
//! - A *business day* is one on which a bank is open: not a Saturday or Sunday, not a public holiday, not 31 December to
//!   3 January. Today's five-day week is applied to all years, although banks opened on Saturdays until 1989.
//! - A *rest run* is a longest row of days that are not business days.

mod business;
mod date;
mod equinox;
mod facts;
mod feature;
mod holiday;
mod law;
mod month;
mod season;
#[cfg(test)]
mod tests;

pub use business::{business_day_on_or_before, business_days, is_business_day};
pub use date::{Date, month_length, weekday};
pub use facts::DayFacts;
pub use feature::{CalendarFeature, MAX_SPAN_DAYS, features, span_features};
pub use holiday::Holiday;
pub use law::{FIRST_HOLIDAY_DAY, LAST_HOLIDAY_DAY, holiday, holidays_of};
pub use month::MonthFacts;
pub use season::golden_week;
