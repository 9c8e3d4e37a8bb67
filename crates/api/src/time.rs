//! Civil time without zones: an office file says "1 April", never which side of the planet.

use serde::{Deserialize, Serialize};

/// Seconds since 1970-01-01T00:00 in the file's own civil time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// How fine a date column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
    /// Business years, named by the year in which they begin: 2008年度.
    FiscalYear,
}

/// The distance between neighbours of a regular grid: `every` times `grain`, for example 30 minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Step {
    /// The unit.
    pub grain: Grain,
    /// How many of it, at least 1.
    pub every: u32,
}

impl Step {
    /// So many steps as people count time: whole hours and days instead of minutes where that is possible, 48 steps of 30 minutes
    /// are a day.
    pub fn span(self, steps: usize) -> (u32, Grain) {
        let mut count = steps as u64 * u64::from(self.every.max(1));
        let mut grain = self.grain;
        for (fine, size, coarse) in
            [(Grain::Second, 60, Grain::Minute), (Grain::Minute, 60, Grain::Hour), (Grain::Hour, 24, Grain::Day)]
        {
            if grain == fine && count > 0 && count.is_multiple_of(size) {
                (count, grain) = (count / size, coarse);
            }
        }
        (u32::try_from(count).unwrap_or(u32::MAX), grain)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_hours_add_up_to_hours_and_days() {
        let half_hours = Step { grain: Grain::Minute, every: 30 };
        assert_eq!(half_hours.span(1), (30, Grain::Minute));
        assert_eq!(half_hours.span(2), (1, Grain::Hour));
        assert_eq!(half_hours.span(48), (1, Grain::Day));
        assert_eq!(half_hours.span(49), (1470, Grain::Minute));
        assert_eq!(Step { grain: Grain::Month, every: 2 }.span(3), (6, Grain::Month));
    }
}
