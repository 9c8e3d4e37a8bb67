//! The step of a grid, found from the distances of neighbouring dates in all series.

use sanpo_api::{DAY_SECS, Grain, Moment, Step};

use crate::civil::{month_days, month_number, secs_of};

/// A step, and whether periods begin on its round moments (a log of single events) or on the data's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The step.
    pub step: Step,
    rounded: bool,
}

impl Found {
    /// The step, if the dates keep it: a log of single events is merely counted by it.
    pub fn kept(self) -> Option<Step> {
        (!self.rounded).then_some(self.step)
    }

    /// Where the first period of a series begins.
    pub fn floor(self, first: Moment) -> Moment {
        if !self.rounded {
            return first;
        }
        let secs = secs_of(self.step.grain);
        Moment(first.0.div_euclid(secs) * secs)
    }
}

fn step(grain: Grain, every: i64) -> Found {
    Found { step: Step { grain, every: u32::try_from(every).unwrap_or(1).max(1) }, rounded: false }
}

/// Finds the step. Each series is ascending without repetition; `grain` is how finely the dates are written.
pub fn find(series: &[Vec<i64>], grain: Grain) -> Found {
    let mut gaps: Vec<i64> = series.iter().flat_map(|m| m.windows(2).map(|w| w[1] - w[0])).collect();
    if gaps.is_empty() {
        return step(grain, 1);
    }
    gaps.sort_unstable();
    let days_only = series.iter().flatten().all(|m| m.rem_euclid(DAY_SECS) == 0);
    if !days_only {
        return timed(series, &gaps);
    }
    if gaps[gaps.len() / 2] >= 28 * DAY_SECS && (grain > Grain::Week || is_calendar(series)) {
        return months(series, grain);
    }
    days(&gaps)
}

/// Dates that keep their day of the month, or stand on last days.
fn is_calendar(series: &[Vec<i64>]) -> bool {
    series.iter().all(|moments| {
        let most = moments.iter().map(|m| Moment(*m).civil().day).max().unwrap_or(1);
        moments.iter().map(|m| Moment(*m).civil()).all(|c| c.day == most || c.day == month_days(c.year as i32, c.month))
    })
}

/// The greatest common number of months.
fn months(series: &[Vec<i64>], grain: Grain) -> Found {
    let number = |m: i64| month_number(Moment(m));
    let common = series.iter().flat_map(|m| m.windows(2)).fold(0, |g, w| gcd(g, number(w[1]) - number(w[0])));
    match common.max(1) {
        n if n % 12 == 0 => step(grain.max(Grain::Year), n / 12),
        n if n % 3 == 0 => step(Grain::Quarter, n / 3),
        n => step(Grain::Month, n),
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}

/// Whole days: weeks where the weekday is kept, else days.
fn days(gaps: &[i64]) -> Found {
    let days = usual(gaps) / DAY_SECS;
    let share = |unit: i64| gaps.iter().filter(|g| *g / DAY_SECS % unit == 0).count() * 10 >= gaps.len() * 8;
    match days {
        0 | 1 => step(Grain::Day, 1),
        n if n % 7 == 0 && share(7) => step(Grain::Week, if share(n) { n / 7 } else { 1 }),
        n if gaps.iter().all(|g| g / DAY_SECS % n == 0) => step(Grain::Day, n),
        _ => step(Grain::Day, 1),
    }
}

/// Times of day: the usual distance if most distances are multiples of it, else a log of single events, which is counted by the
/// hour or by the day.
fn timed(series: &[Vec<i64>], gaps: &[i64]) -> Found {
    let usual = usual(gaps);
    let slack = usual / 10;
    let multiple = |g: &i64| {
        let over = (g + usual / 2).rem_euclid(usual) - usual / 2;
        over.abs() <= slack
    };
    let regular = gaps.iter().filter(|g| multiple(g)).count() * 10 >= gaps.len() * 6;
    let same = gaps.iter().filter(|g| (*g - usual).abs() <= slack).count() * 5 >= gaps.len();
    if regular && same {
        return in_units(usual);
    }
    let first = series.iter().filter_map(|m| m.first()).min().copied().unwrap_or(0);
    let last = series.iter().filter_map(|m| m.last()).max().copied().unwrap_or(0);
    let grain = match (last - first) / DAY_SECS {
        14.. => Grain::Day,
        2.. => Grain::Hour,
        _ => Grain::Minute,
    };
    Found { rounded: true, ..step(grain, 1) }
}

/// Seconds in the largest unit that fits.
fn in_units(secs: i64) -> Found {
    let units = [Grain::Week, Grain::Day, Grain::Hour, Grain::Minute, Grain::Second];
    let unit = units.into_iter().find(|g| secs % secs_of(*g) == 0).unwrap_or(Grain::Second);
    step(unit, secs / secs_of(unit))
}

/// The most frequent distance, the smallest on a tie. The distances are ascending.
fn usual(gaps: &[i64]) -> i64 {
    let mut best = (0, gaps[0]);
    for run in gaps.chunk_by(|a, b| a == b) {
        if run.len() > best.0 {
            best = (run.len(), run[0]);
        }
    }
    best.1.max(1)
}
