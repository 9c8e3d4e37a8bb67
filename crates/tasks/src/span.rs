//! Steps of a grid as people count time: 48 steps of 30 minutes are a day.

use sanpo_api::{Grain, Step};

/// So many of a grain; whole hours and days instead of minutes where that is possible.
pub fn span(step: Step, steps: usize) -> (u32, Grain) {
    let mut count = steps as u64 * u64::from(step.every.max(1));
    let mut grain = step.grain;
    for (fine, size, coarse) in
        [(Grain::Second, 60, Grain::Minute), (Grain::Minute, 60, Grain::Hour), (Grain::Hour, 24, Grain::Day)]
    {
        if grain == fine && count > 0 && count.is_multiple_of(size) {
            (count, grain) = (count / size, coarse);
        }
    }
    (u32::try_from(count).unwrap_or(u32::MAX), grain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_hours_add_up_to_hours_and_days() {
        let half_hours = Step { grain: Grain::Minute, every: 30 };
        assert_eq!(span(half_hours, 1), (30, Grain::Minute));
        assert_eq!(span(half_hours, 2), (1, Grain::Hour));
        assert_eq!(span(half_hours, 48), (1, Grain::Day));
        assert_eq!(span(half_hours, 49), (1470, Grain::Minute));
        assert_eq!(span(Step { grain: Grain::Month, every: 2 }, 3), (6, Grain::Month));
    }
}
