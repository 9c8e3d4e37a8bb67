//! Marks of a time axis: starts of years, months, days, hours.

use sanpo_api::{DAY_SECS, Grain, Moment};

/// A mark of a time axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateTick {
    /// When.
    pub at: Moment,
    /// How fine the axis is marked.
    pub unit: Grain,
}

/// Distances between marks, finest first: a unit and how many of it.
const STEPS: [(Grain, i64); 25] = [
    (Grain::Second, 1),
    (Grain::Second, 5),
    (Grain::Second, 15),
    (Grain::Second, 30),
    (Grain::Minute, 1),
    (Grain::Minute, 5),
    (Grain::Minute, 15),
    (Grain::Minute, 30),
    (Grain::Hour, 1),
    (Grain::Hour, 3),
    (Grain::Hour, 6),
    (Grain::Hour, 12),
    (Grain::Day, 1),
    (Grain::Day, 2),
    (Grain::Week, 1),
    (Grain::Week, 2),
    (Grain::Month, 1),
    (Grain::Month, 3),
    (Grain::Month, 6),
    (Grain::Year, 1),
    (Grain::Year, 2),
    (Grain::Year, 5),
    (Grain::Year, 10),
    (Grain::Year, 20),
    (Grain::Year, 50),
];

/// The marks between two moments, both in seconds: at most `most`, never finer than the data. Spans of more than a few hundred
/// years get no marks.
pub fn date_ticks(from: f64, to: f64, most: usize, grain: Grain) -> Vec<DateTick> {
    let most = most.max(1);
    if !(from.abs() < 1e14 && to.abs() < 1e14 && from <= to) {
        return Vec::new();
    }
    let (from, to) = (from.ceil() as i64, to.floor() as i64);
    for (unit, every) in STEPS {
        let about = (to - from) / (seconds(unit) * every);
        if seconds(unit) < seconds(grain).min(seconds(Grain::Year)) || about > 2 * most as i64 {
            continue;
        }
        // Business years are marked as such.
        let unit = if grain == Grain::FiscalYear { grain } else { unit };
        let ticks = marks(from, to, unit, every, most + 1);
        if ticks.len() <= most {
            return ticks;
        }
    }
    Vec::new()
}

/// Usual length of a unit.
fn seconds(unit: Grain) -> i64 {
    match unit {
        Grain::Second => 1,
        Grain::Minute => 60,
        Grain::Hour => 3_600,
        Grain::Day => DAY_SECS,
        Grain::Week => 7 * DAY_SECS,
        Grain::Month | Grain::Quarter => 30 * DAY_SECS,
        Grain::Year | Grain::FiscalYear => 365 * DAY_SECS,
    }
}

fn marks(from: i64, to: i64, unit: Grain, every: i64, most: usize) -> Vec<DateTick> {
    let start = floor(from, unit, every);
    (0..)
        .map(|n| moment(start, unit, every * n))
        .skip_while(|at| at.0 < from)
        .take_while(|at| at.0 <= to)
        .take(most)
        .map(|at| DateTick { at, unit })
        .collect()
}

/// The last multiple of a step at or before a moment.
fn floor(at: i64, unit: Grain, every: i64) -> i64 {
    let civil = Moment(at).civil();
    match unit {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::Day => {
            let step = seconds(unit) * every;
            at.div_euclid(step) * step
        }
        // 1970-01-05 was a Monday.
        Grain::Week => {
            let step = seconds(unit) * every;
            (at - 4 * DAY_SECS).div_euclid(step) * step + 4 * DAY_SECS
        }
        Grain::Month | Grain::Quarter => {
            Moment::from_date(civil.year, (i64::from(civil.month) - 1) / every * every + 1, 1).0
        }
        Grain::Year | Grain::FiscalYear => Moment::from_date(civil.year.div_euclid(every) * every, 1, 1).0,
    }
}

/// So many units after the start of a step.
fn moment(start: i64, unit: Grain, n: i64) -> Moment {
    let civil = Moment(start).civil();
    match unit {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::Day | Grain::Week => Moment(start + n * seconds(unit)),
        Grain::Month | Grain::Quarter => Moment::from_date(civil.year, i64::from(civil.month) + n, 1),
        Grain::Year | Grain::FiscalYear => Moment::from_date(civil.year + n, 1, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(from: (i64, i64, i64), to: (i64, i64, i64), most: usize, grain: Grain) -> Vec<(i64, u8, u8)> {
        let secs = |(y, m, d)| Moment::from_date(y, m, d).0 as f64;
        date_ticks(secs(from), secs(to), most, grain)
            .iter()
            .map(|t| (t.at.civil().year, t.at.civil().month, t.at.civil().day))
            .collect()
    }

    #[test]
    fn marks_stand_at_starts() {
        assert_eq!(
            days((2023, 11, 15), (2024, 10, 1), 6, Grain::Day),
            [(2024, 1, 1), (2024, 4, 1), (2024, 7, 1), (2024, 10, 1)]
        );
        assert_eq!(days((2024, 4, 2), (2024, 4, 20), 5, Grain::Day), [(2024, 4, 8), (2024, 4, 15)]);
        assert_eq!(days((1999, 1, 1), (2024, 1, 1), 6, Grain::Year).len(), 5);
    }

    #[test]
    fn marks_are_never_finer_than_the_data() {
        assert_eq!(days((2020, 1, 1), (2021, 1, 1), 12, Grain::Year), [(2020, 1, 1), (2021, 1, 1)]);
    }

    #[test]
    fn odd_ranges_end() {
        for (from, to) in [(0.0, 0.0), (5.0, 1.0), (f64::NAN, 1.0), (-1e13, 1e13), (0.0, f64::INFINITY)] {
            for grain in [Grain::Second, Grain::Quarter, Grain::Year] {
                assert!(date_ticks(from, to, 8, grain).len() <= 8);
            }
        }
        assert_eq!(date_ticks(0.0, 86_400.0, 0, Grain::Second).len(), 1);
    }
}
