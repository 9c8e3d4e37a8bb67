//! Effects that are known are found, those that are not there are not, and what was taken off adds up again.

use super::*;
use crate::random::Random;

const WEEK: [f64; 7] = [0.8, 0.9, 0.9, 1.0, 1.2, 1.4, 0.8];

/// A shop: 100 a day with a week and noise, and more on the days of `event` by a share.
fn shop(n: usize, event: impl Fn(usize) -> bool, more: f64, seed: u64) -> Vec<f64> {
    let mut random = Random::new(seed);
    (0..n)
        .map(|i| {
            let noise = 1.0 + 0.2 * (random.unit() - 0.5);
            100.0 * WEEK[i % 7] * noise * if event(i) { 1.0 + more } else { 1.0 }
        })
        .collect()
}

fn flag(n: usize, event: impl Fn(usize) -> bool) -> Group {
    let values = (0..n).map(|i| f64::from(u8::from(event(i)))).collect();
    Group { columns: vec![Column { values, penalty: 1.0 }] }
}

#[test]
fn a_promotion_is_found_and_its_days_to_come_get_it() {
    let event = |i: usize| i % 23 == 5;
    let other = |i: usize| i % 31 == 8;
    let y = shop(600, event, 0.5, 1);
    let groups = [flag(630, other), flag(630, event)];
    let effects = estimate(&y, 7, &groups);
    assert_eq!(effects.kept.iter().map(|k| k.group).collect::<Vec<_>>(), [1]);
    let kept = &effects.kept[0];
    assert!((kept.effect[603] - 0.5).abs() < 0.06, "{}", kept.effect[603]);
    assert_eq!(kept.effect.len(), 630);
    assert!(kept.gain > 0.5);
    // What is left is the shop without promotions.
    let clean = effects.taken_off(&y);
    assert!((5..600).step_by(23).all(|i| (clean[i] / WEEK[i % 7] - 100.0).abs() < 25.0));
    let parts = effects.parts(&y, &[100.0; 30]);
    for i in 0..600 {
        assert!((clean[i] + parts[0][i] - y[i]).abs() < 1e-9);
    }
    assert!((parts[0][603] - 50.0).abs() < 6.0 && parts[0][604] == 0.0);
}

/// Three years of weeks with a year in them: too few years for the shape of one, and more swing than the promotion makes.
#[test]
fn a_promotion_is_found_beside_a_year_that_is_not_known_yet() {
    for seed in 0..5 {
        let mut random = Random::new(seed);
        let event: Vec<bool> = (0..170).map(|_| random.unit() < 0.15).collect();
        let year = |i: usize| 1.0 + 0.25 * libm::cos(std::f64::consts::TAU * i as f64 / 52.0);
        let y: Vec<f64> = (0..164)
            .map(|i| 2500.0 * year(i) * (1.0 + 0.04 * random.normal()) * if event[i] { 1.4 } else { 1.0 })
            .collect();
        let column = Column { values: event.iter().map(|e| f64::from(u8::from(*e))).collect(), penalty: 1.0 };
        let effects = estimate(&y, 52, &[Group { columns: vec![column] }]);
        let found = effects.kept.first().map(|k| k.effect.iter().copied().fold(0.0, f64::max));
        assert!(found.is_some_and(|e| (e - 0.4).abs() < 0.08), "{seed}: {found:?}");
    }
}

#[test]
fn nothing_is_found_in_noise() {
    let mut found = 0;
    for seed in 0..20 {
        let y = shop(400, |_| false, 0.0, seed);
        let groups: Vec<Group> = (11..21).map(|k| flag(430, move |i| i % k == 3)).collect();
        found += estimate(&y, 7, &groups).kept.len();
    }
    // 200 groups that do nothing.
    assert!(found <= 6, "{found}");
}

#[test]
fn size_does_not_matter_and_signs_do_not() {
    let event = |i: usize| i % 20 == 4;
    let y = shop(400, event, -0.4, 3);
    let groups = [flag(420, event)];
    let plain = estimate(&y, 7, &groups);
    assert!((plain.kept[0].effect[404] + 0.4).abs() < 0.06);
    let large: Vec<f64> = y.iter().map(|v| v * 1024.0).collect();
    assert_eq!(estimate(&large, 7, &groups).kept[0].effect, plain.kept[0].effect);
    let low: Vec<f64> = y.iter().map(|v| v - 1000.0).collect();
    let absolute = estimate(&low, 7, &groups);
    assert!(!absolute.relative && absolute.kept[0].effect[404] < -25.0);
}

#[test]
fn odd_input_has_no_effects_and_never_fails() {
    let group = [flag(300, |i| i % 9 == 0)];
    for y in [vec![], vec![f64::NAN; 300], vec![0.0; 300], vec![5.0; 300], vec![1e300; 300], vec![1.0; 10]] {
        assert!(estimate(&y, 7, &group).kept.is_empty());
        let _ = oddities(&y, 7, 365);
        if let Some(shape) = own_shape(&y, 0, 7) {
            let _ = shared_shape([shape.as_slice(); 4].into_iter());
        }
    }
    assert!(estimate(&[1.0; 300], 0, &[Group::default()]).kept.is_empty());
    assert!(estimate(&[1.0; 301], 7, &group).kept.is_empty());
}

#[test]
fn stray_values_and_shifts_are_found() {
    let mut y = shop(300, |_| false, 0.0, 5);
    assert_eq!(oddities(&y, 7, 365), Oddities::default());
    y[120] = 900.0;
    y[201] = 2.0;
    assert_eq!(oddities(&y, 7, 365).stray, [120, 201]);
    let shifted: Vec<f64> =
        shop(300, |_| false, 0.0, 6).iter().enumerate().map(|(i, v)| if i < 180 { *v } else { v * 2.0 }).collect();
    let shift = oddities(&shifted, 7, 365).shift.unwrap();
    assert!((174..=186).contains(&shift.at), "{shift:?}");
    assert!((shift.after / shift.before - 2.0).abs() < 0.2);
    let months: Vec<f64> = (0..72).map(|i| (100 + i * 5 % 12 * 4) as f64 * if i < 48 { 1.0 } else { 2.6 }).collect();
    assert!(oddities(&months, 12, 12).shift.is_some_and(|s| (46..=50).contains(&s.at)));
    let grows: Vec<f64> = (0..120).map(|i| (100 + i * 5 % 12 * 4) as f64 * (1.0 + 0.01 * i as f64)).collect();
    assert_eq!(oddities(&grows, 12, 12).shift, None);
}

#[test]
fn a_custom_of_every_year_is_not_stray() {
    let y = shop(800, |i| i % 365 == 100, 4.0, 7);
    assert_eq!(oddities(&y, 7, 365).stray, Vec::<usize>::new());
}

/// What such series share, the place of the season of the first value being the number of the series.
fn share(ys: &[Vec<f64>]) -> Option<SharedShape> {
    let shapes: Vec<Vec<f64>> = ys.iter().enumerate().filter_map(|(s, y)| own_shape(y, s % 7, 7)).collect();
    shared_shape(shapes.iter().map(Vec::as_slice))
}

#[test]
fn series_that_agree_share_a_shape() {
    let ys: Vec<Vec<f64>> = (0..5).map(|s| shop(100, |_| false, 0.0, s)[s as usize..].to_vec()).collect();
    let shape = share(&ys).unwrap();
    assert!(shape.factors.iter().zip(WEEK).all(|(a, b)| (a - b).abs() < 0.1), "{shape:?}");
    assert_eq!(share(&ys[..2]), None);
    // Many that go each their own way besides still share what they share.
    let mut random = Random::new(8);
    let wild: Vec<Vec<f64>> = (0..30)
        .map(|s| {
            let own: Vec<f64> = (0..7).map(|_| 1.0 + 0.3 * random.normal().clamp(-1.5, 1.5)).collect();
            shop(100, |_| false, 0.0, s).iter().enumerate().map(|(i, v)| v * own[i % 7]).collect::<Vec<_>>()
                [s as usize % 7..]
                .to_vec()
        })
        .collect();
    let shape = share(&wild).expect("a shape");
    assert!(shape.factors[5] > 1.15 && shape.factors.iter().sum::<f64>() - 7.0 < 0.1, "{shape:?}");
    let found = (0..50).filter(|_| {
        let noise: Vec<Vec<f64>> = (0..5).map(|_| (0..40).map(|_| 1.0 + random.unit()).collect()).collect();
        share(&noise).is_some()
    });
    assert!(found.count() <= 2);
}
