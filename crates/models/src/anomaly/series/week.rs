//! Days of the week that are unlike the others, when there are too few weeks to learn a whole one.

use super::season::{profile, size};

/// Days in a week.
pub const DAYS: usize = 7;
/// Share of the common profile's misses that a weekday's own profile has to save.
const SAVED: f64 = 0.5;

/// Kind of each day of the week, for two weeks or more: 0 for the common one, a number of its own for a weekday that its other weeks
/// foretell much better than the other days do. One 0 where all days are alike.
pub fn kinds(around: &[f64], cycle: usize) -> Vec<usize> {
    let mut own = 0;
    let kinds: Vec<usize> = (0..DAYS)
        .map(|weekday| {
            let special = is_special(around, cycle, weekday);
            own += usize::from(special);
            if special { own } else { 0 }
        })
        .collect();
    if own == 0 || own == DAYS { vec![0] } else { kinds }
}

fn is_special(around: &[f64], cycle: usize, weekday: usize) -> bool {
    let common = profile(around, cycle, |day| day % DAYS != weekday);
    let days: Vec<usize> = (weekday..around.len() / cycle).step_by(DAYS).collect();
    let miss = |day: usize, expected: &[f64]| {
        let values = &around[day * cycle..(day + 1) * cycle];
        size(&values.iter().zip(expected).map(|(v, e)| v - e).collect::<Vec<_>>())
    };
    let by_own: f64 =
        days.iter().map(|&day| miss(day, &profile(around, cycle, |d| d != day && d % DAYS == weekday))).sum();
    let by_common: f64 = days.iter().map(|&day| miss(day, &common)).sum();
    by_own < SAVED * by_common
}
