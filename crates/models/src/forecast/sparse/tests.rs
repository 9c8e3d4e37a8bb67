//! Beside statsforecast 2.1.1 (numbers made by `tests/ref/slow_demand.py`), and odd inputs.

use super::super::model::{Model, Sample};
use super::super::outcome::Member;
use super::*;

#[rustfmt::skip]
const RARE: [f64; 30] = [
    0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 1.0, 0.0, 5.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0,
    0.0, 4.0, 0.0, 1.0, 0.0, 0.0, 0.0, 2.0, 0.0, 0.0, 3.0, 0.0, 0.0, 0.0, 1.0,
];
#[rustfmt::skip]
const LUMPY: [f64; 26] = [
    12.0, 0.0, 7.0, 30.0, 0.0, 0.0, 4.0, 9.0, 0.0, 22.0, 0.0, 1.0, 0.0,
    0.0, 18.0, 3.0, 0.0, 6.0, 0.0, 0.0, 41.0, 0.0, 5.0, 0.0, 8.0, 0.0,
];
#[rustfmt::skip]
const DYING: [f64; 24] = [
    4.0, 0.0, 2.0, 3.0, 0.0, 1.0, 2.0, 0.0, 1.0, 0.0, 0.0, 1.0,
    0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
];

fn models() -> [Box<dyn Model>; 5] {
    let croston = |corrected| Box::new(Croston { corrected });
    [croston(false), croston(true), Box::new(Tsb), Box::new(Adida), Box::new(Imapa)]
}

#[test]
fn levels_agree() {
    let theirs = [
        (&RARE[..], [0.800985, 0.760936, 0.63341, 0.807623, 0.6921]),
        (&LUMPY, [7.171663, 6.813079, 7.726718, 6.126723, 6.199293]),
        (&DYING, [2.015257, 1.914494, 1.241542, 0.11408, 0.061845]),
    ];
    for (values, levels) in theirs {
        for (model, theirs) in models().iter().zip(levels) {
            let path = model.fit(&Sample { values, period: None }).unwrap().forecast(3);
            // Two of them search for a weight.
            let within = if matches!(model.member(), Member::Adida | Member::Imapa) { 2e-3 } else { 1e-5 };
            assert!((path.mean[0] - theirs).abs() < within * theirs, "{:?}: {} {theirs}", model.member(), path.mean[0]);
            assert!(path.mean[2] == path.mean[0] && path.spread[0] > 0.0);
        }
    }
}

#[test]
fn refuse_what_they_are_not_for() {
    for values in [&[][..], &[0.0; 9], &[0.0, 4.0, 0.0], &[1.0, -1.0, 2.0]] {
        assert!(models().iter().all(|m| m.fit(&Sample { values, period: None }).is_none()));
    }
    assert_eq!((share_of_zeros(&[]), share_of_zeros(&[0.0; 4]), share_of_zeros(&[-1.0, 0.0])), (0.0, 0.0, 0.0));
    assert_eq!(share_of_zeros(&[0.0, 1.0]), 0.5);
}
