//! Japanese public holidays by the letter of the law.
//!
//! In plain words: a table of the named days with the years in which each wording held, then two rules for the days off that
//! follow from them: in place of a holiday on a Sunday, and between two holidays.
//! Gives:  the holiday of a day, from 1948-07-20 to the end of 2099. Fails: never; other days have none.
//! Source: Act on National Holidays, articles 2 and 3, and the acts that changed it (1966, 1973, 1985, 1989, 1995, 1998, 2001,
//! 2005, 2014, 2017, 2018); single days by their own acts of 1959, 1989, 1990, 1993 and 2018; 2020 and 2021 by the special
//! measures act for the Olympic games.

use super::date::{Date, weekday};
use super::equinox;
use super::holiday::Holiday;

/// 1948-07-20, when the law took effect.
pub const FIRST_HOLIDAY_DAY: i64 = -7835;
/// 2099-12-31, the last day for which holidays are worked out.
pub const LAST_HOLIDAY_DAY: i64 = 47_481;
/// 1973-04-12, from when a holiday on a Sunday gives a day off.
const SUBSTITUTES_FROM: i64 = 1197;
/// 1985-12-27, from when a day between two holidays is a day off.
const BETWEEN_FROM: i64 = 5839;
/// 2007-01-01, from when a substitute moves past further holidays and a day between may be any day.
const REWORDED_FROM: i64 = 13_514;
const SUNDAY: u8 = 6;
/// The last year of a wording that still holds.
const STILL: i64 = 2099;

/// Where in its month a named holiday falls.
#[derive(Clone, Copy)]
enum On {
    Day(u8),
    /// The n-th Monday.
    Monday(u8),
    VernalEquinox,
    AutumnalEquinox,
}

/// One wording of the law: the holiday, the first and the last year, the day of the month.
type Clause = (Holiday, i64, i64, On);

/// The wordings of each month, January first.
#[rustfmt::skip]
const CLAUSES: [&[Clause]; 12] = {
    use Holiday::*;
    use On::*;
    [
        &[
            (GanJitsu,           1949, STILL, Day(1)),
            (SeijinNoHi,         1949, 1999,  Day(15)),
            (SeijinNoHi,         2000, STILL, Monday(2)),
        ],
        &[
            (KenkokuKinenNoHi,   1967, STILL, Day(11)),
            (TennoTanjobi,       2020, STILL, Day(23)),
            (TaisoNoRei,         1989, 1989,  Day(24)),
        ],
        &[
            (ShunbunNoHi,        1949, STILL, VernalEquinox),
        ],
        &[
            (KekkonNoGi,         1959, 1959,  Day(10)),
            (TennoTanjobi,       1949, 1988,  Day(29)),
            (MidoriNoHi,         1989, 2006,  Day(29)),
            (ShowaNoHi,          2007, STILL, Day(29)),
        ],
        &[
            (SokuiNoHi,          2019, 2019,  Day(1)),
            (KenpoKinenbi,       1949, STILL, Day(3)),
            (MidoriNoHi,         2007, STILL, Day(4)),
            (KodomoNoHi,         1949, STILL, Day(5)),
        ],
        &[
            (KekkonNoGi,         1993, 1993,  Day(9)),
        ],
        &[
            (UmiNoHi,            1996, 2002,  Day(20)),
            (UmiNoHi,            2003, 2019,  Monday(3)),
            (UmiNoHi,            2020, 2020,  Day(23)),
            (SportsNoHi,         2020, 2020,  Day(24)),
            (UmiNoHi,            2021, 2021,  Day(22)),
            (SportsNoHi,         2021, 2021,  Day(23)),
            (UmiNoHi,            2022, STILL, Monday(3)),
        ],
        &[
            (YamaNoHi,           2016, 2019,  Day(11)),
            (YamaNoHi,           2020, 2020,  Day(10)),
            (YamaNoHi,           2021, 2021,  Day(8)),
            (YamaNoHi,           2022, STILL, Day(11)),
        ],
        &[
            (KeiroNoHi,          1966, 2002,  Day(15)),
            (KeiroNoHi,          2003, STILL, Monday(3)),
            (ShubunNoHi,         1948, STILL, AutumnalEquinox),
        ],
        &[
            (TaiikuNoHi,         1966, 1999,  Day(10)),
            (TaiikuNoHi,         2000, 2019,  Monday(2)),
            (SportsNoHi,         2022, STILL, Monday(2)),
            (SokuireiSeidenNoGi, 2019, 2019,  Day(22)),
        ],
        &[
            (BunkaNoHi,          1948, STILL, Day(3)),
            (SokuireiSeidenNoGi, 1990, 1990,  Day(12)),
            (KinroKanshaNoHi,    1948, STILL, Day(23)),
        ],
        &[
            (TennoTanjobi,       1989, 2018,  Day(23)),
        ],
    ]
};

/// The public holiday that a day (days since 1970-01-01) is, with days off in place of and between holidays.
///
/// ```
/// use sanpo_models::calendar::{Date, Holiday, holiday};
/// let day = Date::new(2026, 9, 22).map(Date::day_number).unwrap();
/// assert_eq!(holiday(day), Some(Holiday::KokuminNoKyujitsu));
/// ```
pub fn holiday(day: i64) -> Option<Holiday> {
    if !(FIRST_HOLIDAY_DAY..=LAST_HOLIDAY_DAY).contains(&day) {
        return None;
    }
    named(day).or_else(|| {
        if is_substitute(day) {
            Some(Holiday::FurikaeKyujitsu)
        } else if is_between(day) {
            Some(Holiday::KokuminNoKyujitsu)
        } else {
            None
        }
    })
}

/// All public holidays of a year, earliest first, as day numbers with their names. Empty outside 1948 to 2099.
pub fn holidays_of(year: i64) -> Vec<(i64, Holiday)> {
    let (Some(first), Some(last)) = (Date::new(year, 1, 1), Date::new(year, 12, 31)) else { return Vec::new() };
    (first.day_number()..=last.day_number()).filter_map(|day| Some((day, holiday(day)?))).collect()
}

/// The holiday that the law names for the day.
fn named(day: i64) -> Option<Holiday> {
    let date = Date::of_day(day)?;
    let holds = |&&(_, first, last, on): &&Clause| (first..=last).contains(&date.year()) && falls_on(on, date, day);
    CLAUSES[usize::from(date.month()) - 1].iter().find(holds).map(|clause| clause.0)
}

fn falls_on(on: On, date: Date, day: i64) -> bool {
    match on {
        On::Day(number) => date.day() == number,
        On::Monday(nth) => weekday(day) == 0 && date.week_of_month() == nth,
        On::VernalEquinox => date.day() == equinox::vernal(date.year()),
        On::AutumnalEquinox => date.day() == equinox::autumnal(date.year()),
    }
}

/// Is the day, which is no named holiday, off in place of a holiday on a Sunday? To 2006 only the Monday after could be; from
/// 2007 it is the first day that is no named holiday, so the row of named holidays before the day decides.
fn is_substitute(day: i64) -> bool {
    if day < SUBSTITUTES_FROM {
        return false;
    }
    // Named holidays never fill a week.
    let reach = if day < REWORDED_FROM { 1 } else { 7 };
    (1..=reach).map(|back| day - back).take_while(|&d| named(d).is_some()).any(|d| weekday(d) == SUNDAY)
}

/// Is the day, which is neither a named holiday nor a substitute, off because it lies between two named holidays?
fn is_between(day: i64) -> bool {
    let may_be = day >= REWORDED_FROM || (day >= BETWEEN_FROM && weekday(day) != SUNDAY);
    may_be && named(day - 1).is_some() && named(day + 1).is_some()
}
