//! Civil dates of a [`Moment`]: the proleptic Gregorian calendar, without zones and leap seconds.

use crate::Moment;

/// Seconds of a day.
pub const DAY_SECS: i64 = 86_400;

/// A moment as a calendar and a clock show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    /// Year; 0 is 1 BC.
    pub year: i64,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
    /// Day of the week, 0 = Monday.
    pub weekday: u8,
}

impl Civil {
    /// Quarter of the year, 1 to 4.
    pub fn quarter(self) -> u8 {
        self.month.div_ceil(3)
    }
}

impl Moment {
    /// The date and the time of day. Works for every moment.
    pub fn civil(self) -> Civil {
        let days = self.0.div_euclid(DAY_SECS);
        let secs = self.0.rem_euclid(DAY_SECS);
        let (year, month, day) = date_of(days);
        Civil {
            year,
            month,
            day,
            hour: (secs / 3600) as u8,
            minute: (secs / 60 % 60) as u8,
            second: (secs % 60) as u8,
            // 1970-01-01 was a Thursday.
            weekday: (days + 3).rem_euclid(7) as u8,
        }
    }

    /// Midnight at the start of a day. Months and days beyond their range count on: month 13 is January of the next year, day
    /// 0 the last day of the month before. Years are held to ±100,000,000.
    pub fn from_date(year: i64, month: i64, day: i64) -> Self {
        let months = year.clamp(-100_000_000, 100_000_000) * 12 + month.clamp(-1_000_000, 1_000_000) - 1;
        let first = days_before(months.div_euclid(12), months.rem_euclid(12) + 1);
        Self((first + day.clamp(-100_000_000, 100_000_000) - 1) * DAY_SECS)
    }
}

/// Days from 1970-01-01 to the first of a month. Years start in March so that the leap day comes last.
fn days_before(year: i64, month: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    // (153 m + 2) / 5 counts the days of the months from March on: 31, 30, 31, 30, 31, 31, 30, ...
    year * 365 + leap_days + (153 * month + 2) / 5 - 719_468
}

/// Year, month and day of a day counted from 1970-01-01; the inverse of [`days_before`].
fn date_of(days: i64) -> (i64, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let in_era = days.rem_euclid(146_097);
    let year_of_era = (in_era - in_era / 1460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * in_year + 2) / 153;
    let day = in_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month as u8, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(secs: i64) -> (i64, u8, u8) {
        let c = Moment(secs).civil();
        (c.year, c.month, c.day)
    }

    #[test]
    fn known_days() {
        assert_eq!(ymd(0), (1970, 1, 1));
        assert_eq!(ymd(-1), (1969, 12, 31));
        assert_eq!(ymd(951_782_400), (2000, 2, 29));
        let c = Moment(1_711_963_800).civil();
        assert_eq!((c.year, c.month, c.day, c.hour, c.minute, c.weekday), (2024, 4, 1, 9, 30, 0));
        assert_eq!(c.quarter(), 2);
    }

    #[test]
    fn there_and_back_for_every_day_of_eight_centuries() {
        let start = Moment::from_date(1600, 1, 1).0;
        for i in 0..292_195 {
            let secs = start + i * DAY_SECS;
            let (y, m, d) = ymd(secs);
            assert_eq!(Moment::from_date(y, i64::from(m), i64::from(d)).0, secs);
        }
    }

    #[test]
    fn parts_count_on_and_extremes_hold() {
        assert_eq!(Moment::from_date(2023, 14, 0), Moment::from_date(2024, 1, 31));
        assert_eq!(Moment::from_date(2024, 0, 1), Moment::from_date(2023, 12, 1));
        for secs in [i64::MIN, i64::MAX] {
            assert!((1..=12).contains(&Moment(secs).civil().month));
            let _ = Moment::from_date(secs, secs, secs);
        }
    }
}
