//! Unusual moments of a series.
//!
//! In plain words: say what the value should have been from the season and the level around it; mark what is far from that, and
//! stretches whose form is like no other stretch.
//! Model:  expected value = robust season + running median (`expect`), deviation in robust standard deviations; form of stretches
//!         by neighbours and ellipse (`form`); both squeezed and added to one score.
//! Shapes: y: values at equal steps, oldest first, `NaN` for a gap; at least [`MIN_POINTS`] values.
//! Gives:  score, mark and band for each moment, and events: marked moments that belong together. Fails: TooShort, NotFinite.
//! Cost:   see [`cost`](super::cost); some 100 ms for 20,000 values.
//! Source: residual and band after Hochenbaum, Vallis and Kejariwal (2017); both views together after the comparison TSB-AD
//!         (Liu and Paparrizos, NeurIPS 2024), in which each wins on other sources.

mod event;
mod expect;
mod form;
mod season;
mod smooth;
mod week;

use serde::{Deserialize, Serialize};

pub use event::{Event, EventKind};

use super::error::AnomalyError;
use super::robust;

/// Fewest values.
pub const MIN_POINTS: usize = 12;

/// Deviations at which marks begin, in robust standard deviations, for sensitivity 1 to 5.
const POINT_CUTS: [f64; 5] = [7.0, 5.5, 4.5, 3.7, 3.0];
/// The same for the form of a stretch.
const FORM_CUTS: [f64; 5] = [14.0, 10.0, 7.0, 5.0, 4.0];

/// Share of the moments that may lie beyond a cut: where more do, it is their habit, and the cut moves outwards.
const MOST_MARKED: [f64; 5] = [0.005, 0.01, 0.02, 0.04, 0.08];
/// The most that a moment without a mark is said to stand out; marks begin at one half.
const UNMARKED: f64 = 0.49;

/// What was found; all vectors have one entry a value of the series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeriesOutcome {
    /// How odd, from 0 to below 1; 0 at gaps. It does not depend on the sensitivity.
    pub score: Vec<f64>,
    /// The same question on the scale of the marks: how far beyond the cuts, from 0 to below 1, 0.5 at a cut and 0 at gaps; what is
    /// not marked lies below one half. Events are ranked by it; `score` weighs the moments around, and finds the places where labels of experts lie more often.
    pub oddness: Vec<f64>,
    /// Whether the moment belongs to an event.
    pub is_anomaly: Vec<bool>,
    /// The usual value, in the series' unit.
    pub expected: Vec<f64>,
    /// Lower end of the usual range at this sensitivity.
    pub lower: Vec<f64>,
    /// Upper end.
    pub upper: Vec<f64>,
    /// Marked stretches, oldest first.
    pub events: Vec<Event>,
    /// The season that was used: steps of its cycle.
    pub season: Option<usize>,
}

/// Looks for unusual moments. `seasons` are candidate periods in steps (those that do not fit are passed over); `sensitivity` goes from 1
/// (few marks) to 5 (many), other values count as the nearest of these.
pub fn detect(y: &[f64], seasons: &[usize], sensitivity: u8) -> Result<SeriesOutcome, AnomalyError> {
    let known = y.iter().filter(|v| !v.is_nan()).count();
    if known < MIN_POINTS {
        return Err(AnomalyError::TooShort { have: known, need: MIN_POINTS });
    }
    // Beyond this size sums of squares overflow.
    if y.iter().any(|v| v.abs() > 1e150) {
        return Err(AnomalyError::NotFinite);
    }
    let filled = smooth::fill(y);
    let season = season::choose(&filled, seasons, |cycle| expect::reach(filled.len(), cycle));
    let usual = expect::expect(&filled, season.as_ref());
    let deviation: Vec<f64> = filled.iter().enumerate().map(|(i, v)| usual.deviation(i, *v)).collect();
    let period = season.as_ref().map(|s| s.cycle);
    let stretch = form::length(filled.len(), period);
    let shape = form::oddness(&filled, stretch);
    let alone: Vec<f64> = deviation.iter().map(|d| libm::asinh(d.abs())).collect();
    let around = smooth::moving_mean(&alone, stretch / 2);
    let level = usize::from(sensitivity.clamp(1, 5)) - 1;
    let strength: Vec<f64> =
        (0..y.len()).map(|i| if y[i].is_nan() { 0.0 } else { strength(alone[i], around[i], shape[i]) }).collect();
    let size: Vec<f64> = deviation.iter().map(|d| d.abs()).collect();
    let point_cut = cut(&size, POINT_CUTS[level], MOST_MARKED[level]);
    let form_cut = cut(&shape, FORM_CUTS[level], MOST_MARKED[level]);
    let excess: Vec<f64> = (0..y.len())
        .map(|i| if y[i].is_nan() { 0.0 } else { (size[i] / point_cut).max(shape[i] / form_cut) })
        .collect();
    // What stands in for a gap is no value.
    let known: Vec<f64> = deviation.iter().zip(y).map(|(d, v)| if v.is_nan() { 0.0 } else { *d }).collect();
    let events = event::merge(&excess, &known, point_cut, stretch, level);
    let mut is_anomaly = vec![false; y.len()];
    for event in &events {
        is_anomaly[event.start..=event.end].iter_mut().zip(&y[event.start..]).for_each(|(m, v)| *m = !v.is_nan());
    }
    let side = |end: &[f64], sign: f64| end.iter().zip(&usual.width).map(|(e, s)| e + sign * point_cut * s).collect();
    let (lower, upper) = (side(&usual.lowest, -1.0), side(&usual.highest, 1.0));
    // Moments beyond a cut that made no event lie below all that are marked.
    let ranked = |(i, e): (usize, &f64)| {
        let oddness = e / (1.0 + e);
        if is_anomaly[i] { oddness.max(0.5) } else { oddness.min(UNMARKED) }
    };
    let oddness = excess.iter().enumerate().map(ranked).collect();
    let score = strength.iter().map(|s| s / (1.0 + s)).collect();
    Ok(SeriesOutcome { score, oddness, is_anomaly, expected: usual.value, lower, upper, events, season: period })
}

fn cut(oddness: &[f64], least: f64, share: f64) -> f64 {
    robust::quantile(&robust::sorted(oddness.iter().copied()), 1.0 - share).max(least)
}

/// Deviation at the moment, deviation around it and form in one number from 0. Odd moments come in stretches, so the neighbourhood has
/// the larger part; the moment's own deviation puts the peak in its place.
fn strength(alone: f64, around: f64, shape: f64) -> f64 {
    0.15 * alone + 0.25 * around + 0.6 * libm::asinh(shape.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    fn daily(days: usize, seed: u64) -> Vec<f64> {
        let mut random = Random::new(seed);
        let hour = |i: usize| std::f64::consts::TAU * (i % 24) as f64 / 24.0;
        (0..days * 24).map(|i| 100.0 + 30.0 * libm::sin(hour(i)) + 3.0 * random.normal()).collect()
    }

    #[test]
    fn a_spike_a_dip_and_nothing_else() {
        let mut y = daily(60, 3);
        y[500] += 60.0;
        y[1000] -= 60.0;
        let found = detect(&y, &[24, 168], 3).unwrap();
        assert_eq!(found.season, Some(24));
        let seen: Vec<_> = found.events.iter().map(|e| (e.peak, e.kind)).collect();
        assert_eq!(seen, [(500, EventKind::High), (1000, EventKind::Low)]);
        assert!(y[500] > found.upper[500] && (found.expected[500] - (y[500] - 60.0)).abs() < 15.0);
        assert!(found.is_anomaly[500] && found.score[500] > found.score[700]);
        assert!(found.oddness[500] > 0.5 && found.oddness[700] < 0.5);
    }

    #[test]
    fn an_odd_form_within_the_usual_range() {
        let mut y = daily(80, 4);
        for (i, value) in y[960..984].iter_mut().enumerate() {
            *value = if i % 8 < 4 { 128.0 } else { 72.0 };
        }
        let found = detect(&y, &[24], 3).unwrap();
        assert!(found.events.iter().any(|e| e.start <= 984 && e.end >= 960), "{:?}", found.events);
    }

    /// Two weeks of a machine that runs from 8 to 20 except on Sundays, five minutes a step, from a Tuesday on.
    fn shifts(seed: u64) -> Vec<f64> {
        let mut random = Random::new(seed);
        let runs = |i: usize| (96..240).contains(&(i % 288)) && (i / 288) % 7 != 5;
        (0..14 * 288).map(|i| if runs(i) { 5.2 } else { 0.3 } + 0.05 * random.normal()).collect()
    }

    #[test]
    fn days_off_and_shifts_are_usual_and_a_drop_of_pressure_is_not() {
        for seed in 0..5 {
            let mut y = shifts(seed);
            assert_eq!(detect(&y, &[288, 2016], 3).unwrap().events, [], "{seed}");
            y[3000..3040].iter_mut().for_each(|v| *v -= 1.1);
            let found = detect(&y, &[288, 2016], 3).unwrap();
            let seen: Vec<_> = found.events.iter().map(|e| (e.start, e.end, e.kind)).collect();
            assert_eq!(seen, [(3000, 3039, EventKind::Low)], "{seed}");
            let far = (0..y.len()).filter(|&i| (found.expected[i] - shifts(seed)[i]).abs() > 0.5).count();
            assert_eq!(far, 0, "{seed}");
        }
    }

    #[test]
    fn a_week_on_a_slope_is_a_season_though_a_year_is_a_candidate_too() {
        let mut random = Random::new(2);
        let place = |i: usize| [20.0, 20.0, -8.0, -8.0, -8.0, -8.0, -8.0][i % 7];
        let y: Vec<f64> = (0..800).map(|i| 0.5 * i as f64 + place(i) + 3.0 * random.normal()).collect();
        assert_eq!(detect(&y, &[7, 365], 3).unwrap().season, Some(7));
    }

    #[test]
    fn a_shift_that_begins_a_little_late_is_usual() {
        let mut y = shifts(9);
        y[3 * 288 + 96..3 * 288 + 98].fill(0.3);
        y[8 * 288 + 240..8 * 288 + 243].fill(5.2);
        assert_eq!(detect(&y, &[288, 2016], 3).unwrap().events, []);
    }

    #[test]
    fn quiet_series_stay_quiet() {
        for seed in 0..10 {
            let found = detect(&daily(60, seed), &[24, 168], 3).unwrap();
            assert!(found.events.len() <= 1, "{seed}: {:?}", found.events);
        }
        let flat = detect(&[7.0; 200], &[7], 5).unwrap();
        assert!(flat.events.is_empty() && flat.expected.iter().all(|e| *e == 7.0));
    }

    #[test]
    fn more_sensitivity_never_marks_less() {
        let mut y = daily(40, 8);
        (0..900).step_by(90).for_each(|i| y[i] += 4.0 * (i / 90) as f64);
        let marks = |level: u8| {
            let found = detect(&y, &[24], level).unwrap();
            found.is_anomaly.iter().filter(|m| **m).count()
        };
        assert!((1..5).all(|level| marks(level) <= marks(level + 1)));
        assert_eq!(marks(0), marks(1));
    }

    #[test]
    fn short_gappy_and_broken_series() {
        let mut y: Vec<f64> = (0..36).map(|i| 50.0 + f64::from(i % 12)).collect();
        y[20] = f64::NAN;
        y[30] = 200.0;
        let found = detect(&y, &[12], 3).unwrap();
        assert_eq!(found.events.iter().map(|e| e.peak).collect::<Vec<_>>(), [30]);
        assert!(found.score[20] == 0.0 && !found.is_anomaly[20] && found.expected[20].is_finite());
        assert_eq!(detect(&y[..8], &[], 3), Err(AnomalyError::TooShort { have: 8, need: MIN_POINTS }));
        assert_eq!(detect(&[f64::NAN; 50], &[], 3), Err(AnomalyError::TooShort { have: 0, need: MIN_POINTS }));
        y[3] = f64::INFINITY;
        assert_eq!(detect(&y, &[12], 3), Err(AnomalyError::NotFinite));
        let odd_seasons = detect(&[1.0, 2.0, 1.0, 3.0].repeat(5), &[0, 1, 4, usize::MAX], 3).unwrap();
        assert!(odd_seasons.score.iter().all(|s| s.is_finite()));
    }
}
