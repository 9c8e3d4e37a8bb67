//! Finding the season, and its profile by classical decomposition.
//!
//! In plain words: take off a moving average of one cycle; what the same places of the cycle share is the season.
//! Source: Hyndman & Athanasopoulos, FPP3, sections 3.4 and 4.3 (strength); the F ratio of the places is the test.

use super::measure::mean;
use super::thin;
use super::trend::{cycle_line, detrend, moving_average};

/// The seasons that a history supports.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Seasons {
    /// The shorter (or only) one: the models see it.
    pub main: Option<usize>,
    /// A longer one on top: taken off before the models see the history.
    pub outer: Option<usize>,
    /// Where the history is too short for models to learn the main season: the share of it that is kept; see `thin`.
    pub thin: Option<f64>,
}

impl Seasons {
    /// The profile of the longer season, where two cycles of it are there; index 0 = the place of the first value.
    pub fn outer_profile(&self, values: &[f64]) -> Option<Vec<f64>> {
        self.outer.filter(|p| values.len() >= 2 * p).map(|p| smooth_profile(values, p))
    }
}

/// Chooses among the candidates those with two full cycles or more and places that differ by more than chance.
pub(super) fn choose(values: &[f64], candidates: &[usize]) -> Seasons {
    let mut sorted: Vec<usize> = candidates.iter().copied().filter(|&p| p >= 2).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let mut found = Seasons::default();
    let mut rest = values.to_vec();
    for period in sorted {
        if !is_seasonal(&rest, period) {
            continue;
        }
        if found.main.is_some() {
            found.outer = Some(period);
            break;
        }
        found.main = Some(period);
        let shape = profile(&rest, period, 1.0);
        rest.iter_mut().enumerate().for_each(|(i, v)| *v -= shape[i % period]);
    }
    found.thin = found.main.filter(|&period| values.len() < thin::least(period)).map(|period| kept(values, period));
    found
}

/// The share of a season that is no chance: 1 - 1/F of its places, or between one cycle and two their correlation.
fn kept(values: &[f64], period: usize) -> f64 {
    let share = match values.len() >= 2 * period {
        true => ratio(values, period).map(|ratio| 1.0 - 1.0 / ratio),
        false => overlap(values, period),
    };
    share.unwrap_or(0.0).clamp(0.0, 1.0)
}

/// Correlation of an incomplete second cycle with the first from which on it is taken for a season.
const ALIKE: f64 = 0.5;

/// Whether the places of the cycle differ by more than chance would make them (a lenient test: the models judge again).
fn is_seasonal(values: &[f64], period: usize) -> bool {
    if values.len() < 2 * period {
        return overlap(values, period).is_some_and(|r| r > ALIKE);
    }
    let (between, within) = freedom(values, period);
    let chance = (2.0 / between + 2.0 / within).sqrt();
    ratio(values, period).is_some_and(|ratio| ratio > 1.0 + clear(values.len(), period) * chance)
}

/// Degrees of freedom between the places of the cycle and within them.
fn freedom(values: &[f64], period: usize) -> (f64, f64) {
    let known = if values.len() < 3 * period { values.len() } else { values.len() - period / 2 * 2 };
    ((period - 1) as f64, known as f64 - period as f64)
}

/// The F ratio of the places of the cycle, about 1 when they differ by chance; `None` below two cycles, and without any difference.
fn ratio(values: &[f64], period: usize) -> Option<f64> {
    if values.len() < 2 * period {
        return None;
    }
    let detrended = detrend(values, period);
    let known: Vec<(usize, f64)> = detrended.iter().copied().enumerate().filter(|(_, v)| v.is_finite()).collect();
    let shape = centred(place_means(&detrended, period, 1.0));
    let explained: f64 = known.iter().map(|(i, _)| shape[i % period] * shape[i % period]).sum();
    let left: f64 = known.iter().map(|(i, v)| (v - shape[i % period]) * (v - shape[i % period])).sum();
    let (between, within) = freedom(values, period);
    if within < 1.0 || explained <= 1e-24 * known.len() as f64 {
        return None;
    }
    Some((explained / between) / (left / within).max(1e-300))
}

/// How far the ratio has to lie above chance: quarters and months are expected to have a season, but a week has to be clear, as
/// anything that is counted by days has one to offer.
fn clear(count: usize, period: usize) -> f64 {
    match (5..=8).contains(&period) {
        false => 2.5,
        // What a few weeks seem to show is drawn towards none before it is used.
        true if count < thin::least(period) => 1.5,
        true => 4.0,
    }
}

/// Correlation of the values of a second, incomplete cycle with those of the first, both around the same slope; `None` when too
/// few lie over each other.
fn overlap(values: &[f64], period: usize) -> Option<f64> {
    let count = values.len().checked_sub(period)?;
    if count < (period / 4).max(4) || count > period {
        return None;
    }
    // Growth alone would make any two parts alike.
    let (_, slope) = cycle_line(values, period);
    let around = |part: &[f64]| -> Vec<f64> {
        let level: Vec<f64> = part.iter().enumerate().map(|(i, v)| v - slope * i as f64).collect();
        let centre = mean(&level);
        level.iter().map(|v| v - centre).collect()
    };
    let (first, second) = (around(&values[..count]), around(&values[period..]));
    let product = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f64>();
    let size = (product(&first, &first) * product(&second, &second)).sqrt();
    (size > 0.0).then(|| product(&first, &second) / size)
}

/// Weighted mean of the finite values at each place; a value one cycle older weighs `decay` times as much.
fn place_means(values: &[f64], period: usize, decay: f64) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0); period];
    for (i, v) in values.iter().enumerate() {
        let (sum, weight) = &mut sums[i % period];
        if v.is_finite() {
            *sum = *sum * decay + v;
            *weight = *weight * decay + 1.0;
        }
    }
    sums.iter().map(|&(s, w)| if w > 0.0 { s / w } else { 0.0 }).collect()
}

/// The additive profile, centred on 0, index 0 = the place of the first value.
pub(super) fn profile(values: &[f64], period: usize, decay: f64) -> Vec<f64> {
    centred(place_means(&detrend(values, period), period, decay))
}

fn centred(mut shape: Vec<f64>) -> Vec<f64> {
    let centre = mean(&shape);
    shape.iter_mut().for_each(|v| *v -= centre);
    shape
}

/// The multiplicative profile (mean 1) of positive values; `None` when a factor is not above 0.01.
pub(super) fn factors(values: &[f64], period: usize, decay: f64) -> Option<Vec<f64>> {
    let ratios: Vec<f64> = if values.len() < 3 * period {
        let (start, slope) = cycle_line(values, period);
        // A line that meets zero is no level to divide by.
        let lowest = 0.1 * mean(values);
        values.iter().enumerate().map(|(i, v)| v / (start + slope * i as f64).max(lowest)).collect()
    } else {
        values.iter().zip(moving_average(values, period)).map(|(v, t)| v / t).collect()
    };
    let mut shape = place_means(&ratios, period, decay);
    let centre = mean(&shape);
    shape.iter_mut().for_each(|v| *v /= centre);
    shape.iter().all(|&f| f > 0.01).then_some(shape)
}

/// The profile of a long outer season: neighbours are averaged until about ten values stand behind each place.
fn smooth_profile(values: &[f64], period: usize) -> Vec<f64> {
    let raw = profile(values, period, 1.0);
    let cycles = (values.len() / period).max(1);
    let half = (10usize.div_ceil(cycles) / 2).min(period / 8);
    let width = (2 * half + 1) as f64;
    (0..period).map(|i| (0..=2 * half).map(|k| raw[(i + period + k - half) % period]).sum::<f64>() / width).collect()
}

/// The test of the theta method: is the autocorrelation at one season beyond its 90 % limit?
///
/// Source: Assimakopoulos & Nikolopoulos (2000), as in the benchmarks of the M4 competition.
pub(super) fn repeats(values: &[f64], period: usize) -> bool {
    let n = values.len();
    if n < 2 * period + 1 {
        return false;
    }
    let centre = mean(values);
    let power: f64 = values.iter().map(|v| (v - centre) * (v - centre)).sum();
    if power <= 0.0 {
        return false;
    }
    let at =
        |lag: usize| values[lag..].iter().zip(values).map(|(a, b)| (a - centre) * (b - centre)).sum::<f64>() / power;
    let before: f64 = (1..period).map(|lag| at(lag) * at(lag)).sum();
    at(period).abs() > 1.645 * ((1.0 + 2.0 * before) / n as f64).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn finds_the_season_and_its_profile() {
        let shape = [3.0, -1.0, -2.0, 0.0];
        let y: Vec<f64> = (0..40).map(|i| shape[i % 4] + 0.5 * i as f64).collect();
        assert_eq!(choose(&y, &[4, 12]).main, Some(4));
        for (a, b) in profile(&y, 4, 1.0).iter().zip(shape) {
            assert!((a - b).abs() < 1e-9);
        }
        assert!(repeats(&y.iter().enumerate().map(|(i, v)| v - 0.5 * i as f64).collect::<Vec<_>>(), 4));
    }

    #[test]
    fn noise_and_lines_have_no_season() {
        let mut random = Random::new(5);
        let found = (0..200).filter(|_| {
            let y: Vec<f64> = (0..60).map(|_| random.normal()).collect();
            choose(&y, &[12]).main.is_some()
        });
        assert!(found.count() < 30);
        let grows = (0..100).filter(|_| {
            let y: Vec<f64> = (0..18).map(|i| 100.0 + 5.0 * f64::from(i) + 5.0 * random.normal()).collect();
            choose(&y, &[12]).main.is_some()
        });
        assert!(grows.count() < 25);
        assert_eq!(choose(&(0..40).map(f64::from).collect::<Vec<_>>(), &[4]), Seasons::default());
        assert_eq!(choose(&[2.0; 40], &[4]), Seasons::default());
    }

    #[test]
    fn two_seasons() {
        let y: Vec<f64> = (0..600).map(|i| [0.0, 2.0, 5.0, 1.0][i % 4] + if i % 28 < 8 { 3.0 } else { 0.0 }).collect();
        assert_eq!(choose(&y, &[4, 28]), Seasons { main: Some(4), outer: Some(28), thin: None });
    }
}
