//! The facts of a day as numbers with names, for a regression that says what each effect is.
//!
//! Shapes: one value a feature, in the order of [`CalendarFeature::ALL`]; each value of a day is 0 or 1.
//! Two groups are complete (the seven weekdays and the five weeks of the month each sum to 1): a model with a constant leaves
//! one of each out, or shrinks.

use serde::{Deserialize, Serialize};

use super::facts::DayFacts;

/// The longest span that [`span_features`] sums over, in days: a year.
pub const MAX_SPAN_DAYS: i64 = 366;

/// Length of a rest run, in days, from which it counts as long: more than a weekend.
const LONG_REST_DAYS: u8 = 3;

/// Declares the features once: the variant, its code, and its rule over the facts of a day.
macro_rules! calendar_features {
    ($($(#[$doc:meta])* $name:ident $code:literal $rule:expr;)*) => {
        /// One named feature of a day.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum CalendarFeature {
            $($(#[$doc])* $name,)*
        }

        impl CalendarFeature {
            /// All of them, in the order in which [`features`] gives the values.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$name),*];
            /// Number of features.
            pub const COUNT: usize = [$($code),*].len();

            /// A name for files and messages between programs; it never changes. The same as in serialised form.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// Does the day have the feature?
            pub fn holds(self, facts: &DayFacts) -> bool {
                let rule: fn(&DayFacts) -> bool = match self { $(Self::$name => $rule,)* };
                rule(facts)
            }
        }
    };
}

calendar_features! {
    /// A Monday.
    Monday "monday" |f| f.weekday == 0;
    /// A Tuesday.
    Tuesday "tuesday" |f| f.weekday == 1;
    /// A Wednesday.
    Wednesday "wednesday" |f| f.weekday == 2;
    /// A Thursday.
    Thursday "thursday" |f| f.weekday == 3;
    /// A Friday.
    Friday "friday" |f| f.weekday == 4;
    /// A Saturday.
    Saturday "saturday" |f| f.weekday == 5;
    /// A Sunday.
    Sunday "sunday" |f| f.weekday == 6;
    /// Days 1 to 7 of the month.
    Week1 "week1" |f| f.week_of_month == 1;
    /// Days 8 to 14.
    Week2 "week2" |f| f.week_of_month == 2;
    /// Days 15 to 21.
    Week3 "week3" |f| f.week_of_month == 3;
    /// Days 22 to 28.
    Week4 "week4" |f| f.week_of_month == 4;
    /// Days 29 to 31.
    Week5 "week5" |f| f.week_of_month == 5;
    /// A public holiday from Monday to Friday: one that takes a day of work away.
    WeekdayHoliday "weekday_holiday" |f| f.holiday.is_some() && f.weekday < 5;
    /// A public holiday on a Saturday or a Sunday.
    WeekendHoliday "weekend_holiday" |f| f.holiday.is_some() && f.weekday >= 5;
    /// The day before a public holiday, itself none.
    HolidayEve "holiday_eve" |f| f.days_until_holiday == Some(1);
    /// The day after a public holiday, itself none.
    AfterHoliday "after_holiday" |f| f.days_since_holiday == Some(1);
    /// In a rest run of three days or more.
    LongRest "long_rest" |f| f.rest_run >= LONG_REST_DAYS;
    /// The business day before a rest run of three days or more.
    BeforeLongRest "before_long_rest" |f| f.business_day && f.rest_after >= LONG_REST_DAYS;
    /// The business day after a rest run of three days or more.
    AfterLongRest "after_long_rest" |f| f.business_day && f.rest_before >= LONG_REST_DAYS;
    /// A single business day between two rest days.
    Bridge "bridge" |f| f.bridge;
    /// 29 December to 3 January.
    YearEnd "year_end" |f| f.year_end;
    /// Golden Week, with the rest days that touch it.
    GoldenWeek "golden_week" |f| f.golden_week;
    /// 13 to 16 August.
    Obon "obon" |f| f.obon;
    /// The 5th, 10th, 15th, 20th, 25th or last of the month.
    Gotobi "gotobi" |f| f.gotobi;
    /// The business day on which such a day is settled.
    GotobiBusiness "gotobi_business" |f| f.gotobi_business;
    /// The 25th or the business day before it.
    Payday "payday" |f| f.payday;
    /// The last day of the month.
    MonthEnd "month_end" |f| f.month_end;
    /// The last business day of the month.
    MonthEndBusiness "month_end_business" |f| f.month_end_business;
}

/// The features of a day, each 0 or 1, in the order of [`CalendarFeature::ALL`].
pub fn features(facts: &DayFacts) -> [f64; CalendarFeature::COUNT] {
    CalendarFeature::ALL.map(|feature| f64::from(u8::from(feature.holds(facts))))
}

/// The features of a week, a month or any span of days: on how many of its days each one holds, from the first day (included)
/// until another (not included). `None` when the span is empty, longer than [`MAX_SPAN_DAYS`] or outside the years 1 to 9999.
pub fn span_features(from: i64, until: i64) -> Option<[f64; CalendarFeature::COUNT]> {
    let days = until.checked_sub(from)?;
    if !(1..=MAX_SPAN_DAYS).contains(&days) {
        return None;
    }
    let mut sums = [0.0; CalendarFeature::COUNT];
    for day in from..until {
        let values = features(&DayFacts::of(day)?);
        sums.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
    }
    Some(sums)
}
