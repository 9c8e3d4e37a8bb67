//! A last period that is not over: the day on which a log of sales breaks off, a month of which only the beginning is in.

use std::collections::BTreeMap;

use sanpo_api::{DAY_SECS, Grain, Moment, Step};

/// Days of a log before its last day can be told from the others.
const LEAST_DAYS: usize = 14;
/// Periods before which a low last value says nothing.
const LEAST_PERIODS: usize = 13;
/// The last value has to be below this share of what was the lowest so far, in units of the periods before it.
const LOW: f64 = 0.6;

/// A period that is not over.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Running {
    /// Its beginning.
    pub at: Moment,
    /// What it holds so far, all series together.
    pub so_far: f64,
    /// What the periods before it held, about.
    pub usual: f64,
}

/// Looks at the last of the totals of all series by period; `moments` are those of all rows.
pub fn find(step: Step, totals: &BTreeMap<Moment, f64>, moments: &[Option<Moment>]) -> Option<Running> {
    let (&at, &so_far) = totals.last_key_value()?;
    let values: Vec<f64> = totals.values().copied().collect();
    let usual = typical(&values, values.len() - 1)?;
    let over = match (step.grain, step.every) {
        (Grain::Day, 1) => !breaks_off(moments) || so_far >= usual,
        (Grain::Week | Grain::Month | Grain::Quarter, 1) => !falls(&values),
        _ => true,
    };
    (!over).then_some(Running { at, so_far, usual })
}

/// Whether the last day of a log ends clearly earlier in the day than the others.
fn breaks_off(moments: &[Option<Moment>]) -> bool {
    let mut ends: BTreeMap<i64, i64> = BTreeMap::new();
    for moment in moments.iter().flatten() {
        let end = ends.entry(moment.0.div_euclid(DAY_SECS)).or_default();
        *end = (*end).max(moment.0.rem_euclid(DAY_SECS));
    }
    let Some((_, last)) = ends.pop_last() else { return false };
    let mut ends: Vec<i64> = ends.into_values().collect();
    ends.sort_unstable();
    let early = ends.get(ends.len() / 20).copied().unwrap_or(0);
    ends.len() >= LEAST_DAYS && early > 0 && last + 3600 < early
}

/// Whether the last value falls as none did before, measured by the three before it and by the same time of the year before.
fn falls(values: &[f64]) -> bool {
    let n = values.len();
    if n < LEAST_PERIODS || values.iter().any(|v| *v <= 0.0 || !v.is_finite()) {
        return false;
    }
    let ratio = |i: usize| typical(values, i).map_or(1.0, |t| values[i] / t);
    let lowest = (3..n - 1).map(ratio).fold(f64::INFINITY, f64::min);
    ratio(n - 1) < LOW * lowest.min(1.0)
}

/// Median of the three values before a place.
fn typical(values: &[f64], place: usize) -> Option<f64> {
    let mut before = values.get(place.checked_sub(3)?..place)?.to_vec();
    before.sort_by(f64::total_cmp);
    Some(before[1]).filter(|v| *v > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(values: &[f64]) -> BTreeMap<Moment, f64> {
        values.iter().enumerate().map(|(i, v)| (Moment(i as i64 * 30 * DAY_SECS), *v)).collect()
    }

    #[test]
    fn a_month_of_which_a_third_is_in_is_running() {
        let step = Step { grain: Grain::Month, every: 1 };
        let mut values: Vec<f64> = (0..24).map(|i| 100.0 + (i % 5) as f64 * 4.0).collect();
        assert_eq!(find(step, &months(&values), &[]), None);
        values.push(35.0);
        let running = find(step, &months(&values), &[]).unwrap();
        assert_eq!((running.so_far, running.usual), (35.0, 108.0));
        // A series that falls like that now and then is left alone.
        values[10] = 40.0;
        assert_eq!(find(step, &months(&values), &[]), None);
    }

    #[test]
    fn a_log_that_breaks_off_at_noon_is_running() {
        let step = Step { grain: Grain::Day, every: 1 };
        let rows = |last: i64| -> Vec<Option<Moment>> {
            (0..30).map(|d| Some(Moment(d * DAY_SECS + if d == 29 { last } else { 19 * 3600 }))).collect()
        };
        let mut totals: BTreeMap<Moment, f64> = (0..30).map(|d| (Moment(d * DAY_SECS), 10.0)).collect();
        totals.insert(Moment(29 * DAY_SECS), 4.0);
        assert!(find(step, &totals, &rows(11 * 3600)).is_some());
        assert!(find(step, &totals, &rows(19 * 3600)).is_none());
    }
}
