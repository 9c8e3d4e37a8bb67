//! Kinds of days that stand out in a calendar.

use serde::{Deserialize, Serialize};

/// Kinds of days that add to a forecast or take from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The turn of the year.
    YearEnd,
    /// The days up to the turn of the year, Christmas among them.
    BeforeYearEnd,
    /// Golden Week.
    GoldenWeek,
    /// The days of Obon.
    Obon,
    /// Public holidays.
    PublicHoliday,
    /// Days before and after public holidays.
    AroundHoliday,
    /// The usual payday.
    Payday,
    /// The end of the month.
    MonthEnd,
    /// Days that are multiples of five, when accounts are settled.
    Gotobi,
    /// The week of the month.
    WeekOfMonth,
    /// The person's own days.
    OwnEvent,
}

impl Occasion {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::YearEnd,
        Self::BeforeYearEnd,
        Self::GoldenWeek,
        Self::Obon,
        Self::PublicHoliday,
        Self::AroundHoliday,
        Self::Payday,
        Self::MonthEnd,
        Self::Gotobi,
        Self::WeekOfMonth,
        Self::OwnEvent,
    ];
}
