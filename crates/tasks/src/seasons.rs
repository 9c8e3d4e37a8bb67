//! Which season lengths a grid can have.

use sanpo_api::{Grain, Step};

/// Candidate season lengths in steps, the most natural first. `open_days` is the number of open weekdays (7 when none is closed).
pub fn candidates(step: Step, open_days: usize) -> Vec<usize> {
    let every = step.every.max(1) as usize;
    let per_day = |seconds: usize| if 86_400 % (seconds * every) == 0 { 86_400 / (seconds * every) } else { 0 };
    let all = match step.grain {
        Grain::Second => vec![per_day(1), per_day(1) * 7],
        Grain::Minute => vec![per_day(60), per_day(60) * 7],
        Grain::Hour => vec![per_day(3600), per_day(3600) * 7],
        Grain::Day if every == 1 => vec![open_days, 365 * open_days / 7],
        Grain::Week if every == 1 => vec![52],
        Grain::Month if 12 % every == 0 => vec![12 / every],
        Grain::Quarter if 4 % every == 0 => vec![4 / every],
        _ => vec![],
    };
    all.into_iter().filter(|&m| m > 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_weeks_and_half_hours_have_their_seasons() {
        let step = |grain, every| Step { grain, every };
        assert_eq!(candidates(step(Grain::Day, 1), 7), [7, 365]);
        assert_eq!(candidates(step(Grain::Day, 1), 6), [6, 312]);
        assert_eq!(candidates(step(Grain::Minute, 30), 7), [48, 336]);
        assert_eq!(candidates(step(Grain::Minute, 7), 7), Vec::<usize>::new());
        assert_eq!(candidates(step(Grain::Month, 1), 7), [12]);
        assert_eq!(candidates(step(Grain::Year, 1), 7), Vec::<usize>::new());
    }
}
