//! What is marked, and what is not.

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

/// Ten weeks of door openings by the hour: about six on a working day, next to none at night.
#[test]
fn busy_days_of_a_count_are_no_bout_of_odd_moments() {
    for seed in 0..5 {
        let mut random = Random::new(seed);
        let works = |i: usize| (6..18).contains(&(i % 24)) && (i / 24) % 7 < 5;
        let mut y: Vec<f64> = (0..10 * 168).map(|i| poisson(&mut random, if works(i) { 6.0 } else { 0.2 })).collect();
        y[1000..1006].iter_mut().for_each(|v| *v += 30.0);
        let found = detect(&y, &[24, 168], 3).unwrap();
        let marked = found.is_anomaly.iter().filter(|m| **m).count();
        assert!(found.is_anomaly[1000..1006].iter().all(|m| *m), "{seed}: {:?}", found.events);
        assert!(marked <= 20, "{seed}: {marked} marked, {:?}", found.events);
        let oddest = (0..y.len()).max_by(|&a, &b| found.oddness[a].total_cmp(&found.oddness[b])).unwrap();
        assert!((1000..1006).contains(&oddest), "{seed}: {oddest}");
    }
}

fn poisson(random: &mut Random, mean: f64) -> f64 {
    let (limit, mut product, mut count) = (libm::exp(-mean), random.unit(), 0.0);
    while product > limit {
        product *= random.unit();
        count += 1.0;
    }
    count
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
