//! Tests of the calendar.

mod dates;
mod facts;
mod features;
mod holidays;
mod months;
mod rules;

use super::Date;

/// The day number of a date that exists.
fn day(year: i64, month: u8, day: u8) -> i64 {
    Date::new(year, month, day).expect("a date that exists").day_number()
}
