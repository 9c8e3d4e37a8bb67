//! Days, weekdays and Japanese holidays of the sample years.

use sanpo_api::Lang;

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Day(pub i32);

/// National holidays, with the substitute ones, as the Cabinet Office publishes them; month times 100 plus day.
const HOLIDAYS: [(i32, &[i32]); 3] = [
    (
        2024,
        &[101, 108, 211, 212, 223, 320, 429, 503, 504, 505, 506, 715, 811, 812, 916, 922, 923, 1014, 1103, 1104, 1123],
    ),
    (2025, &[101, 113, 211, 223, 224, 320, 429, 503, 504, 505, 506, 721, 811, 915, 923, 1013, 1103, 1123, 1124]),
    (2026, &[101, 112, 211, 223, 320, 429, 503, 504, 505, 506, 720, 811, 921, 922, 923, 1012, 1103, 1123]),
];

impl Day {
    /// The day of a date. Source: days_from_civil (H. Hinnant, chrono-compatible low-level date algorithms).
    pub fn of(year: i32, month: i32, day: i32) -> Self {
        let y = if month <= 2 { year - 1 } else { year };
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }

    /// Year, month and day.
    pub fn date(self) -> (i32, i32, i32) {
        let z = self.0 + 719_468;
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = (shifted + 2) % 12 + 1;
        let year = z.div_euclid(146_097) * 400 + year_of_era + i32::from(month <= 2);
        (year, month, day_of_year - (153 * shifted + 2) / 5 + 1)
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> usize {
        (self.0 + 3).rem_euclid(7) as usize
    }

    /// Month times 100 plus day.
    pub fn month_day(self) -> i32 {
        let (_, month, day) = self.date();
        month * 100 + day
    }

    /// Whether it is a national holiday; years without a list have none.
    pub fn is_holiday(self) -> bool {
        let year = self.date().0;
        HOLIDAYS.iter().any(|(y, days)| *y == year && days.contains(&self.month_day()))
    }

    /// Where in the year the day lies, from 0 up to 1.
    pub fn season_frac(self) -> f64 {
        let (year, _, _) = self.date();
        f64::from(self.0 - Self::of(year, 1, 1).0) / 366.0
    }

    /// `2024/4/1`, as Excel writes it in Japan.
    pub fn text(self, lang: Lang) -> String {
        let (year, month, day) = self.date();
        match lang {
            Lang::Ja => format!("{year}/{month}/{day}"),
            Lang::En => format!("{year}-{month:02}-{day:02}"),
        }
    }

    /// The days from this one to another, both included.
    pub fn to(self, last: Self) -> impl Iterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_go_there_and_back() {
        assert_eq!(Day::of(1970, 1, 1), Day(0));
        for day in Day::of(1999, 12, 1).to(Day::of(2027, 3, 31)) {
            let (y, m, d) = day.date();
            assert_eq!(Day::of(y, m, d), day);
        }
        assert_eq!(Day::of(2024, 2, 29).text(Lang::Ja), "2024/2/29");
    }

    #[test]
    fn weekdays_and_holidays_are_known() {
        assert_eq!(Day::of(2024, 4, 1).weekday(), 0);
        assert_eq!(Day::of(2026, 11, 22).weekday(), 6);
        assert!(Day::of(2025, 5, 6).is_holiday());
        assert!(!Day::of(2025, 5, 7).is_holiday());
    }
}
