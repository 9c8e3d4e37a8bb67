//! How much each model counts before the series has spoken: by the kind of series.
//!
//! In plain words: yearly figures are short and smooth, hourly ones long and regular; sound methods differ accordingly.
//! Source: set by hand, coarsely, on the development sets; that the gain lies in weighing by kind is the lesson of Fiorucci &
//!         Louzada (2020) and Montero-Manso et al. (2020) in the M4 competition.

use super::outcome::Member;
use super::sparse;

/// What is counted in one step, as the shortest candidate season tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// No season to expect: years, or unknown.
    None,
    /// Up to 4 steps: quarters.
    Quarters,
    /// 5 to 8 steps: days of a week.
    Days,
    /// 9 to 13 steps: months.
    Months,
    /// About 52 steps: weeks.
    Weeks,
    /// Anything else that is long: hours and shorter.
    Hours,
}

/// The kind of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Kind {
    pub rhythm: Rhythm,
    /// Whether a season was found.
    pub seasonal: bool,
    /// Whether there are 50 values or more.
    pub long: bool,
    /// Whether zeros are so frequent that the methods for slow demand join.
    pub slow: bool,
}

impl Kind {
    /// Reads the kind from prepared values, the candidate seasons and whether one was found.
    pub fn of(values: &[f64], candidates: &[usize], seasonal: bool) -> Self {
        let shortest = candidates.iter().copied().filter(|&p| p >= 2).min();
        let rhythm = match shortest {
            None => Rhythm::None,
            Some(..=4) => Rhythm::Quarters,
            // Days without a weekly season move like any series without one.
            Some(5..=8) if !seasonal => Rhythm::None,
            Some(5..=8) => Rhythm::Days,
            Some(9..=13) => Rhythm::Months,
            Some(50..=54) => Rhythm::Weeks,
            Some(_) => Rhythm::Hours,
        };
        Self { rhythm, seasonal, long: values.len() >= 50, slow: sparse::share_of_zeros(values) >= sparse::MANY_ZEROS }
    }

    /// Whether sales are so rare, and so irregular, that only a mean rate can be known.
    pub fn is_rate_only(self) -> bool {
        self.slow && !self.seasonal
    }

    /// The weight of a member before anything else is known; 0 leaves it out of the pool.
    pub fn prior(self, member: Member) -> f64 {
        if self.is_rate_only() {
            return rate(member);
        }
        let slow = if self.slow { 0.3 } else { 0.0 };
        match member {
            Member::Tsb | Member::Adida | Member::Imapa => slow,
            Member::SeasonalNaive | Member::Decomposed | Member::Folded if !self.seasonal => 0.0,
            _ => usual(self.rhythm, self.long, member),
        }
    }
}

/// Weights where most values are zero.
fn rate(member: Member) -> f64 {
    match member {
        Member::Tsb | Member::Adida | Member::Imapa => 1.0,
        Member::Sba | Member::Mean => 0.5,
        Member::Croston => 0.25,
        _ => 0.0,
    }
}

/// Weights in all other cases, in the order of the columns below.
fn usual(rhythm: Rhythm, long: bool, member: Member) -> f64 {
    let [ets, theta, ces, regression, level, decomposed, folded, seasonal, naive, mean, drift] = match (rhythm, long) {
        (Rhythm::None, false) => [1.0, 1.5, 0.5, 0.2, 0.0, 0.0, 0.0, 0.0, 0.15, 0.03, 0.2],
        (Rhythm::None, true) => [1.2, 1.0, 0.7, 0.8, 0.0, 0.0, 0.0, 0.0, 0.1, 0.03, 0.2],
        (Rhythm::Quarters, _) => [1.0, 1.2, 1.0, 0.4, 0.2, 0.5, 0.2, 0.3, 0.2, 0.05, 0.1],
        (Rhythm::Months, _) => [1.0, 1.1, 1.0, 0.6, 0.3, 0.4, 0.2, 0.3, 0.1, 0.1, 0.05],
        (Rhythm::Days, _) => [1.0, 1.0, 1.0, 1.0, 0.7, 0.4, 0.7, 0.5, 0.1, 0.3, 0.0],
        (Rhythm::Weeks, _) => [1.0, 1.0, 1.0, 2.0, 0.4, 0.7, 0.3, 0.3, 0.3, 0.1, 0.05],
        (Rhythm::Hours, _) => [0.4, 0.4, 0.4, 2.5, 0.2, 0.6, 1.0, 0.6, 0.05, 0.1, 0.0],
    };
    match member {
        Member::Ets => ets,
        Member::Theta => theta,
        Member::Ces => ces,
        Member::Regression => regression,
        Member::Level => level,
        Member::Decomposed => decomposed,
        Member::Folded => folded,
        Member::SeasonalNaive => seasonal,
        Member::Naive => naive,
        Member::Mean => mean,
        Member::Drift => drift,
        _ => 0.0,
    }
}
