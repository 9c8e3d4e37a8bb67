//! Short histories: the season is taken off before a model that would need more cycles to learn it.
//!
//! In plain words: with two years of months a clear season is there for everybody to see, but a model with twelve numbers for it
//! finds them too dear. So the season is estimated first, drawn towards none by as much as chance can explain, and put on again.
//! Shapes: one cycle or more, fewer than [`least`]. Gives: values without the season, and forecasts with it again.
//! Source: Miller & Williams (2003), shrunken seasonal factors; the shrinkage is 1 - 1/F of the places, after James & Stein (1961);
//!         between one cycle and two it is the correlation of what lies over each other.

use super::measure::mean_absolute;
use super::model::Path;
use super::outcome::Member;
use super::season::{self, Seasons};

/// Cycles from which on a model learns the season itself.
const CYCLES: usize = 5;
/// The same for a season of many places, which other members learn well from two cycles: a year of weeks.
const LONG_CYCLES: usize = 2;
/// Places of such a season.
const LONG: usize = 27;

/// A history without its season.
pub(super) struct Thin {
    /// The values without it.
    pub values: Vec<f64>,
    /// What each place adds, or by how much it multiplies; index 0 = the first value after the history.
    profile: Vec<f64>,
    is_ratio: bool,
}

/// Values from which on a model learns the season itself.
pub(super) fn least(period: usize) -> usize {
    period * if period < LONG { CYCLES } else { LONG_CYCLES }
}

/// Whether the model is fitted to the values without the season. The others know seasons from two cycles on, or count zeros.
pub(super) fn takes_off(member: Member) -> bool {
    let knows = matches!(member, Member::SeasonalNaive | Member::Decomposed | Member::Folded | Member::Regression);
    let counts = matches!(member, Member::Croston | Member::Sba | Member::Tsb | Member::Adida | Member::Imapa);
    !knows && !counts
}

impl Thin {
    /// Takes the season off; `None` without one, or with enough cycles.
    pub fn of(values: &[f64], seasons: &Seasons, is_positive: bool) -> Option<Self> {
        let (period, kept) = seasons.main.zip(seasons.thin).filter(|(period, _)| values.len() >= *period)?;
        let shape: Vec<f64> = season::profile(values, period, 1.0).iter().map(|s| kept * s).collect();
        let rest: Vec<f64> = values.iter().enumerate().map(|(i, v)| v - shape[i % period]).collect();
        let after = |shape: &[f64]| (0..period).map(|i| shape[(values.len() + i) % period]).collect();
        if let Some(factors) = is_positive.then(|| season::factors(values, period, 1.0)).flatten() {
            let factors: Vec<f64> = factors.iter().map(|f| 1.0 + kept * (f - 1.0)).collect();
            let divided: Vec<f64> = values.iter().enumerate().map(|(i, v)| v / factors[i % period]).collect();
            if mean_absolute(&divided[1..], &divided) < mean_absolute(&rest[1..], &rest) {
                return Some(Self { values: divided, profile: after(&factors), is_ratio: true });
            }
        }
        Some(Self { values: rest, profile: after(&shape), is_ratio: false })
    }

    /// Puts the season on a forecast again.
    pub fn put_back(&self, path: &mut Path) {
        for (h, (mean, spread)) in path.mean.iter_mut().zip(&mut path.spread).enumerate() {
            let place = self.profile[h % self.profile.len()];
            if self.is_ratio {
                *mean *= place;
                *spread *= place;
            } else {
                *mean += place;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::forecast::{Setting, forecast};
    use crate::random::Random;

    /// Months with a clear year; `noise` and `swing` as shares of the level.
    fn months(count: usize, swing: f64, noise: f64, seed: u64) -> Vec<f64> {
        let mut random = Random::new(seed);
        let place = seed as f64;
        let year = |i: usize| libm::sin(std::f64::consts::TAU * i as f64 / 12.0 + place);
        (0..count).map(|i| 100.0 * (1.0 + swing * year(i)) * (1.0 + noise * random.normal())).collect()
    }

    /// Mean absolute errors over six months of the forecast, and of the same months a year ago.
    fn errors(known: usize, swing: f64, noise: f64) -> (f64, f64) {
        let setting = Setting { horizon: 6, seasons: vec![12], levels: vec![80] };
        let (mut own, mut naive) = (0.0, 0.0);
        for seed in 0..40 {
            let y = months(known + 6, swing, noise, seed);
            let found = forecast(&y[..known], &setting).unwrap().mean;
            for h in 0..6 {
                own += (found[h] - y[known + h]).abs();
                naive += (y[known + h - 12] - y[known + h]).abs();
            }
        }
        (own, naive)
    }

    #[test]
    fn a_clear_year_is_forecast_from_two_years_on() {
        for known in [24, 30, 36, 48] {
            let (own, naive) = errors(known, 0.4, 0.1);
            assert!(own < 1.05 * naive, "{known}: {own} against {naive}");
        }
        assert!(errors(60, 0.4, 0.1).0 < 0.85 * errors(60, 0.4, 0.1).1);
        // Half a year that lies over another shows the season in most cases; without one the error would be more than double.
        let (own, naive) = errors(18, 0.4, 0.1);
        assert!(own < 1.4 * naive, "18: {own} against {naive}");
    }

    #[test]
    fn two_years_of_noise_are_not_taken_for_a_season() {
        let (own, naive) = errors(24, 0.0, 0.1);
        assert!(own < 0.85 * naive, "{own} against {naive}");
    }
}
