//! Behaviour at the border: properties that hold for any series, and odd inputs.

use super::*;
use crate::random::Random;

fn setting(horizon: usize, seasons: &[usize]) -> Setting {
    Setting { horizon, seasons: seasons.to_vec(), levels: vec![80, 95, 50] }
}

/// Checks what holds for every answer, and returns it.
fn check(y: &[f64], setting: &Setting) -> Outcome {
    let outcome = forecast(y, setting).unwrap();
    assert_eq!(outcome, forecast(y, setting).unwrap(), "same input, same digits");
    assert_eq!(outcome.mean.len(), setting.horizon);
    assert!(
        outcome.mean.iter().all(|v| v.is_finite()) && outcome.level.is_finite() && outcome.trend_per_step.is_finite()
    );
    assert_eq!(outcome.ranges.iter().map(|r| r.level).collect::<Vec<_>>(), setting.levels);
    for range in &outcome.ranges {
        for (h, &m) in outcome.mean.iter().enumerate() {
            assert!(
                range.lower[h] <= m && m <= range.upper[h] && range.lower[h].is_finite() && range.upper[h].is_finite()
            );
        }
    }
    for narrow in &outcome.ranges {
        for wide in outcome.ranges.iter().filter(|w| w.level > narrow.level) {
            assert!((0..setting.horizon).all(|h| wide.lower[h] <= narrow.lower[h] && narrow.upper[h] <= wide.upper[h]));
        }
    }
    let total: f64 = outcome.members.iter().map(|m| m.1).sum();
    assert!((total - 1.0).abs() < 1e-9 && outcome.members.windows(2).all(|w| w[0].1 >= w[1].1));
    if y.iter().all(|v| v.is_nan() || *v >= 0.0) {
        assert!(outcome.mean.iter().chain(&outcome.ranges[1].lower).all(|v| *v >= 0.0));
    }
    for season in outcome.season.iter().chain(&outcome.outer) {
        let size = season.profile.iter().fold(0.0f64, |a, v| a.max(v.abs()));
        assert_eq!(season.profile.len(), season.period);
        assert!(season.profile.iter().map(|v| v / size.max(f64::MIN_POSITIVE)).sum::<f64>().abs() < 1e-6);
    }
    check_backtest(y, &outcome);
    outcome
}

fn check_backtest(y: &[f64], outcome: &Outcome) {
    let Some(backtest) = &outcome.backtest else { return };
    let steps = backtest.mae_by_step.len();
    assert!(steps > 0 && steps == backtest.naive_mae_by_step.len() && !backtest.origins.is_empty());
    let last = y.iter().rposition(|v| !v.is_nan()).unwrap() + 1;
    for origin in &backtest.origins {
        assert!(origin.forecast.len() == steps && origin.at + steps <= last);
        let range = origin.range.as_ref().unwrap();
        assert_eq!((range.level, range.lower.len(), range.upper.len()), (outcome.ranges[0].level, steps, steps));
        assert!(range.lower.iter().zip(&range.upper).all(|(l, u)| l <= u));
    }
    assert!(backtest.mae.is_finite() && backtest.naive_mae.is_finite());
    assert!(backtest.coverage.iter().all(|c| (0.0..=1.0).contains(&c.1) && c.2 <= steps * backtest.origins.len()));
}

fn seasonal(n: usize, noise: f64) -> Vec<f64> {
    let mut random = Random::new(11);
    let shape = [30.0, 10.0, -20.0, -40.0, 0.0, 5.0, 15.0];
    (0..n).map(|i| 200.0 + 0.5 * i as f64 + shape[i % 7] + noise * random.normal()).collect()
}

#[test]
fn short_series() {
    let mut random = Random::new(2);
    for n in 1..30 {
        for seasons in [&[][..], &[4], &[12], &[2, 7]] {
            let y: Vec<f64> = (0..n).map(|_| 10.0 + 3.0 * random.normal()).collect();
            check(&y, &setting(5, seasons));
        }
    }
    let one = check(&[7.0], &setting(3, &[12]));
    assert!(one.mean.iter().all(|v| (v - 7.0).abs() < 1e-9));
    assert!(one.ranges[1].upper[0] > 7.0 && one.backtest.is_none());
}

#[test]
fn flat_and_zero_series() {
    for value in [5.0, 0.0, -3.0] {
        for n in [2, 5, 40, 300] {
            let outcome = check(&vec![value; n], &setting(4, &[7]));
            assert!(outcome.mean.iter().all(|v| (v - value).abs() < 1e-9));
            assert!(outcome.ranges[1].upper[3] - outcome.ranges[1].lower[3] < 1e-9);
            assert_eq!((outcome.season, outcome.trend_per_step), (None, 0.0));
        }
    }
}

#[test]
fn extreme_sizes_scale_exactly() {
    let y = seasonal(60, 5.0);
    let base = check(&y, &setting(7, &[7]));
    for exponent in [-1060, -900, 900, 1013] {
        let scaled: Vec<f64> = y.iter().map(|&v| libm::scalbn(v, exponent)).collect();
        let outcome = check(&scaled, &setting(7, &[7]));
        if exponent != -1060 {
            let back: Vec<f64> = outcome.mean.iter().map(|&v| libm::scalbn(v, -exponent)).collect();
            assert_eq!(back, base.mean);
        }
    }
    check(&[f64::MAX, -f64::MAX, f64::MAX, 0.0, 1.0, f64::MAX, 3.0, -f64::MAX], &setting(9, &[2]));
    check(&[1e300, 1e-300, 1e300, 1e-300, 0.0, 1e300, 5.0, 7.0, 1e300, 1.0], &setting(9, &[2]));
}

#[test]
fn a_clear_season_is_found_and_continued() {
    let y = seasonal(150, 2.0);
    let outcome = check(&y[..140], &setting(10, &[7, 365]));
    for (h, m) in outcome.mean.iter().enumerate() {
        assert!((m - y[140 + h]).abs() < 8.0);
    }
    let season = outcome.season.unwrap();
    assert!(season.period == 7 && season.profile[0] > 25.0 && season.profile[3] < -35.0);
    assert!((outcome.trend_per_step - 0.5).abs() < 0.2, "{}", outcome.trend_per_step);
    assert!((outcome.level - 270.0).abs() < 10.0);
    let backtest = outcome.backtest.unwrap();
    assert!(backtest.naive_is_seasonal && backtest.mae < backtest.naive_mae);
}

#[test]
fn gaps_inside_and_at_the_ends() {
    let full = seasonal(155, 1.0);
    let mut y = full[..140].to_vec();
    (0..3).for_each(|i| y[i] = f64::NAN);
    [50, 51, 52, 77, 100].into_iter().for_each(|i| y[i] = f64::NAN);
    (135..140).for_each(|i| y[i] = f64::NAN);
    let outcome = check(&y, &setting(10, &[7]));
    for (h, m) in outcome.mean.iter().enumerate() {
        assert!((m - full[140 + h]).abs() < 8.0, "the forecast starts after the last place of the grid");
    }
    let profile = outcome.season.unwrap().profile;
    assert!(profile[0] > 25.0 && profile[3] < -35.0, "index 0 is the place of y[0]: {profile:?}");
    let mut lonely = vec![f64::NAN; 50];
    lonely[20] = 3.0;
    assert!((check(&lonely, &setting(5, &[7])).mean[4] - 3.0).abs() < 1e-9);
}

#[test]
fn odd_shapes() {
    let mut random = Random::new(9);
    let sparse: Vec<f64> = (0..200).map(|i| if i % 9 == 0 { random.unit() * 20.0 } else { 0.0 }).collect();
    check(&sparse, &setting(28, &[7]));
    let mut jump = vec![10.0; 60];
    jump[59] = 1e12;
    check(&jump, &setting(12, &[12]));
    let grows: Vec<f64> = (0..60).map(|i| libm::exp(0.5 * f64::from(i))).collect();
    check(&grows, &setting(40, &[12]));
    let switches: Vec<f64> = (0..60).map(|i| if i % 2 == 0 { 1.0 } else { -1.0 }).collect();
    check(&switches, &setting(300, &[2, 2, 0, 1, 1_000_000]));
}

#[test]
fn long_series_and_horizons() {
    let y: Vec<f64> =
        (0..9000).map(|i| 50.0 + [0.0, 9.0, 3.0, 1.0][i % 4] + if i % 28 < 8 { 5.0 } else { 0.0 }).collect();
    let outcome = check(&y, &setting(500, &[4, 28]));
    assert!(outcome.mean.iter().enumerate().all(|(h, m)| (m - y[9000 - 28 * 20 + h % 28]).abs() < 2.0));
    assert!(cost(9000, &setting(500, &[4, 28])) > cost(90, &setting(5, &[])));
}

#[test]
fn ranges_hold_what_they_promise() {
    let (mut inside, mut total) = (0, 0);
    for seed in 0..60 {
        let mut random = Random::new(seed);
        let mut level = 100.0;
        let walk: Vec<f64> = (0..92)
            .map(|_| {
                level += random.normal();
                level + 2.0 * random.normal()
            })
            .collect();
        let outcome = forecast(&walk[..80], &setting(12, &[])).unwrap();
        let range = &outcome.ranges[0];
        inside += (0..12).filter(|&h| (range.lower[h]..=range.upper[h]).contains(&walk[80 + h])).count();
        total += 12;
    }
    let share = f64::from(inside as u32) / f64::from(total);
    assert!((0.7..0.92).contains(&share), "{share}");
}

#[test]
fn shifted_and_scaled_data_shift_and_scale_the_forecast() {
    let y: Vec<f64> = seasonal(90, 6.0).iter().map(|v| v - 230.0).collect();
    let base = check(&y, &setting(7, &[7]));
    let moved: Vec<f64> = y.iter().map(|v| 3.0 * v - 40.0).collect();
    for (a, b) in check(&moved, &setting(7, &[7])).mean.iter().zip(&base.mean) {
        assert!((a - (3.0 * b - 40.0)).abs() < 3.0, "{a} {b}");
    }
}

#[test]
fn a_pure_season_is_continued() {
    for period in [4, 7, 12, 24] {
        let at = |i: usize| 50.0 + (i * 7 % period) as f64;
        let y: Vec<f64> = (0..7 * period).map(at).collect();
        let outcome = check(&y, &setting(period, &[period]));
        assert!(outcome.mean.iter().enumerate().all(|(h, m)| (m - at(7 * period + h)).abs() < 0.2), "{period}");
    }
}

#[test]
fn rare_sales_get_a_rate_and_whole_numbers() {
    let mut random = Random::new(3);
    let mut total = (0.0, 0.0);
    for _ in 0..40 {
        let all: Vec<f64> =
            (0..60).map(|_| if random.unit() < 0.3 { 1.0 + random.index(4) as f64 } else { 0.0 }).collect();
        let outcome = check(&all[..48], &setting(12, &[12]));
        total.0 += outcome.mean.iter().sum::<f64>();
        total.1 += all[48..].iter().sum::<f64>();
        for range in &outcome.ranges {
            assert!(range.lower.iter().chain(&range.upper).all(|v| v.fract() == 0.0));
        }
        assert!(outcome.ranges[1].upper[0] <= 12.0 && outcome.members.len() > 1);
    }
    assert!((total.0 / total.1 - 1.0).abs() < 0.12, "not biased: {total:?}");
}

#[test]
fn bad_input_is_an_error() {
    let good = setting(3, &[]);
    assert_eq!(forecast(&[], &good), Err(ForecastError::Empty));
    assert_eq!(forecast(&[f64::NAN; 3], &good), Err(ForecastError::Empty));
    assert_eq!(forecast(&[1.0, f64::NEG_INFINITY], &good), Err(ForecastError::NotFinite));
    assert_eq!(forecast(&[1.0], &setting(0, &[])), Err(ForecastError::BadSetting));
    assert_eq!(forecast(&[1.0], &setting(usize::MAX, &[])), Err(ForecastError::BadSetting));
    for level in [0, 100] {
        assert_eq!(forecast(&[1.0], &Setting { levels: vec![level], ..good.clone() }), Err(ForecastError::BadSetting));
    }
}

#[test]
fn a_year_that_rises_is_no_trend() {
    // A week, a year whose last month rises steeply, no growth: 1,096 days, 30 to come.
    let mut random = Random::new(9);
    let year = |i: usize| -60.0 * libm::cos(std::f64::consts::TAU * (i as f64 - 60.0) / 365.0);
    let week = [30.0, 10.0, -20.0, -40.0, 0.0, 5.0, 15.0];
    let y: Vec<f64> = (0..1096).map(|i| 300.0 + year(i) + week[i % 7] + 8.0 * random.normal()).collect();
    let outcome = check(&y, &setting(30, &[7, 365]));
    assert!((outcome.trend_per_step * 30.0).abs() < 6.0, "{}", outcome.trend_per_step);
    assert!((outcome.level - 300.0).abs() < 10.0, "{}", outcome.level);
    let outer = outcome.outer.unwrap();
    assert_eq!((outcome.season.unwrap().period, outer.period), (7, 365));
    for i in (1096..1126).step_by(5) {
        assert!((outer.profile[i % 365] - year(i)).abs() < 12.0, "{i} {}", outer.profile[i % 365]);
    }
}
