//! Civil dates without zones: the proleptic Gregorian calendar on seconds since 1970-01-01T00:00.

use sanpo_api::{DAY_SECS, Grain, Moment, Step};

/// Days since 1970-01-01 of a date; the month must be 1 to 12.
pub fn days_from_date(year: i32, month: u8, day: u8) -> i64 {
    Moment::from_date(year.into(), month.into(), day.into()).0 / DAY_SECS
}

/// Days of a month.
pub fn month_days(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The moment at midnight of a date; `None` if there is no such date or the year is outside 1 to 9999.
pub fn midnight(year: i32, month: u8, day: u8) -> Option<Moment> {
    let fits = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= month_days(year, month);
    fits.then(|| Moment(days_from_date(year, month, day) * DAY_SECS))
}

/// The moment as ISO text at a grain: `2024-04-01T09:30`, `2024-04-01`, `2024-W14`, `2024-04`, `2024-Q1`, `2024`.
pub fn iso(moment: Moment, grain: Grain) -> String {
    let c = moment.civil();
    let date = || format!("{:04}-{:02}-{:02}", c.year, c.month, c.day);
    match grain {
        Grain::Second => format!("{}T{:02}:{:02}:{:02}", date(), c.hour, c.minute, c.second),
        Grain::Minute | Grain::Hour => format!("{}T{:02}:{:02}", date(), c.hour, c.minute),
        Grain::Day => date(),
        Grain::Week => {
            let (year, week) = iso_week(moment);
            format!("{year:04}-W{week:02}")
        }
        Grain::Month => format!("{:04}-{:02}", c.year, c.month),
        Grain::Quarter => format!("{:04}-Q{}", c.year, (c.month - 1) / 3 + 1),
        Grain::Year | Grain::FiscalYear => format!("{:04}", c.year),
    }
}

/// Year and number of the ISO 8601 week: the week belongs to the year of its Thursday.
fn iso_week(moment: Moment) -> (i32, i64) {
    let days = moment.0.div_euclid(DAY_SECS);
    let thursday = days - (days + 3).rem_euclid(7) + 3;
    let year = Moment(thursday * DAY_SECS).civil().year as i32;
    (year, (thursday - days_from_date(year, 1, 1)) / 7 + 1)
}

/// Monday of an ISO week; `None` for week 0 or beyond 53.
pub fn week_start(year: i32, week: u8) -> Option<Moment> {
    if !(1..=53).contains(&week) || !(1..=9999).contains(&year) {
        return None;
    }
    let fourth = days_from_date(year, 1, 4);
    let monday = fourth - (fourth + 3).rem_euclid(7);
    Some(Moment((monday + 7 * (i64::from(week) - 1)) * DAY_SECS))
}

/// The moment `index` steps after `start`, by the calendar.
///
/// Months, quarters and years keep the day of the month, cut to the month's length; a start on the last day of its month stays on
/// last days. So 1975-12-31 yearly, 2001-06-01 quarterly and 31 January, 29 February, 31 March all come out as people write them.
/// Saturates at the years 1 and 9999.
///
/// ```
/// use sanpo_api::{DAY_SECS, Grain, Moment, Step};
/// let january_31 = Moment(30 * 86_400);
/// let next = sanpo_table::moment_at(january_31, Step { grain: Grain::Month, every: 1 }, 1);
/// assert_eq!(sanpo_table::iso(next, Grain::Day), "1970-02-28");
/// ```
pub fn moment_at(start: Moment, step: Step, index: i64) -> Moment {
    let count = index.saturating_mul(i64::from(step.every));
    match months_of(step.grain) {
        Some(months) => add_months(start, count.saturating_mul(months)),
        None => Moment(start.0.saturating_add(count.saturating_mul(secs_of(step.grain)))),
    }
}

/// What an ISO week becomes where weeks run from Sunday and the first one holds 1 January: the Sunday of the week of that number.
pub fn new_year_week(monday: Moment) -> Moment {
    // The Thursday tells which year the ISO week belongs to.
    let year = Moment(monday.0 + 3 * DAY_SECS).civil().year as i32;
    let first = week_start(year, 1).map_or(monday.0, |m| m.0);
    let number = (monday.0 - first).div_euclid(7 * DAY_SECS);
    let new_year = days_from_date(year, 1, 1);
    // 1 January 1970 was a Thursday, four days after a Sunday.
    let sunday = new_year - (new_year + 4).rem_euclid(7);
    Moment(sunday * DAY_SECS + number * 7 * DAY_SECS)
}

/// Months of a calendar grain; `None` for grains of a fixed length.
pub fn months_of(grain: Grain) -> Option<i64> {
    match grain {
        Grain::Month => Some(1),
        Grain::Quarter => Some(3),
        Grain::Year | Grain::FiscalYear => Some(12),
        _ => None,
    }
}

/// Seconds of a grain of fixed length (calendar grains: their usual length).
pub fn secs_of(grain: Grain) -> i64 {
    match grain {
        Grain::Second => 1,
        Grain::Minute => 60,
        Grain::Hour => 3600,
        Grain::Day => DAY_SECS,
        Grain::Week => 7 * DAY_SECS,
        Grain::Month => 30 * DAY_SECS,
        Grain::Quarter => 91 * DAY_SECS,
        Grain::Year | Grain::FiscalYear => 365 * DAY_SECS,
    }
}

/// Months since year 0 of a moment.
pub fn month_number(moment: Moment) -> i64 {
    let c = moment.civil();
    c.year * 12 + i64::from(c.month) - 1
}

fn add_months(start: Moment, months: i64) -> Moment {
    let c = start.civil();
    let number = month_number(start).saturating_add(months).clamp(12, 9999 * 12 + 11);
    let (year, month) = ((number / 12) as i32, (number % 12 + 1) as u8);
    let last = month_days(year, month);
    let day = if c.day == month_days(c.year as i32, c.month) { last } else { c.day.min(last) };
    Moment(days_from_date(year, month, day) * DAY_SECS + start.0.rem_euclid(DAY_SECS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_are_inverse() {
        for days in (-800_000..3_000_000).step_by(97) {
            let c = Moment(days * DAY_SECS).civil();
            assert_eq!(days_from_date(c.year as i32, c.month, c.day), days);
        }
        assert_eq!(days_from_date(2000, 3, 1), 11_017);
    }

    #[test]
    fn calendar_steps_keep_month_ends() {
        let at =
            |y, m, d, grain, i| iso(moment_at(midnight(y, m, d).unwrap(), Step { grain, every: 1 }, i), Grain::Day);
        assert_eq!(at(1975, 12, 31, Grain::Year, 1), "1976-12-31");
        assert_eq!(at(2001, 6, 1, Grain::Quarter, 3), "2002-03-01");
        assert_eq!(at(2024, 1, 31, Grain::Month, 1), "2024-02-29");
        assert_eq!(at(2023, 2, 28, Grain::Month, 1), "2023-03-31");
        assert_eq!(at(2024, 5, 15, Grain::Month, -5), "2023-12-15");
    }

    #[test]
    fn weeks_follow_iso() {
        assert_eq!(iso(week_start(2024, 10).unwrap(), Grain::Week), "2024-W10");
        assert_eq!(iso(week_start(2024, 10).unwrap(), Grain::Day), "2024-03-04");
        assert_eq!(iso(midnight(2021, 1, 3).unwrap(), Grain::Week), "2020-W53");
    }

    #[test]
    fn weeks_may_count_from_new_year() {
        let sunday = |year, week| iso(new_year_week(week_start(year, week).unwrap()), Grain::Day);
        assert_eq!(sunday(2024, 1), "2023-12-31");
        assert_eq!(sunday(2024, 14), "2024-03-31");
        assert_eq!(sunday(2021, 1), "2020-12-27");
    }

    #[test]
    fn far_away_never_overflows() {
        for grain in [Grain::Second, Grain::Week, Grain::Month, Grain::Year] {
            moment_at(Moment(0), Step { grain, every: u32::MAX }, i64::MAX);
            moment_at(Moment(0), Step { grain, every: u32::MAX }, i64::MIN);
        }
    }
}
