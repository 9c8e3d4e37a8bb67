//! The models beside statsforecast 2.1.1 on two short public series: monthly air passengers 1949-1952 (thousands) and the
//! yearly flow of the Nile at Aswan 1871-1900.

use super::ces::Ces;
use super::ets::Ets;
use super::model::{Model, Sample};
use super::theta::Theta;

#[rustfmt::skip]
const AIR: [f64; 48] = [
    112.0, 118.0, 132.0, 129.0, 121.0, 135.0, 148.0, 148.0, 136.0, 119.0, 104.0, 118.0,
    115.0, 126.0, 141.0, 135.0, 125.0, 149.0, 170.0, 170.0, 158.0, 133.0, 114.0, 140.0,
    145.0, 150.0, 178.0, 163.0, 172.0, 178.0, 199.0, 199.0, 184.0, 162.0, 146.0, 166.0,
    171.0, 180.0, 193.0, 181.0, 183.0, 218.0, 230.0, 242.0, 209.0, 191.0, 172.0, 194.0,
];

#[rustfmt::skip]
pub(super) const NILE: [f64; 30] = [
    1120.0, 1160.0, 963.0, 1210.0, 1160.0, 1160.0, 813.0, 1230.0, 1370.0, 1140.0, 995.0, 935.0, 1110.0, 994.0, 1020.0,
    960.0, 1180.0, 799.0, 958.0, 1140.0, 1100.0, 1210.0, 1150.0, 1250.0, 1260.0, 1220.0, 1030.0, 1100.0, 774.0, 840.0,
];

fn mean(model: &dyn Model, values: &[f64], period: Option<usize>, horizon: usize) -> Vec<f64> {
    let path = model.fit(&Sample { values, period }).unwrap().forecast(horizon);
    assert!(path.spread.windows(2).all(|w| w[1] > 0.3 * w[0]) && path.spread.iter().all(|s| *s > 0.0));
    path.mean
}

fn check(ours: &[f64], theirs: &[f64], within_frac: f64) {
    for (a, b) in ours.iter().zip(theirs) {
        assert!((a / b - 1.0).abs() < within_frac, "{ours:?} is not {theirs:?}");
    }
}

#[test]
fn yearly_forecasts_agree() {
    check(&mean(&Ets::default(), &NILE, None, 3), &[1078.289; 3], 1e-3);
    check(&mean(&Theta::default(), &NILE, None, 4), &[1055.571; 4], 1e-2);
}

#[test]
fn monthly_forecasts_agree() {
    // The test for a season says no to both of us: the trend hides it.
    check(&mean(&Theta::default(), &AIR, Some(12), 12), &[193.782; 12], 1e-2);
    let ces =
        [196.282, 205.011, 224.313, 214.206, 213.915, 236.115, 253.056, 254.972, 239.277, 218.07, 200.987, 222.902];
    check(&mean(&Ces::default(), &AIR, Some(12), 12), &ces, 0.08);
}

#[test]
fn quarterly_forecasts_agree() {
    let shape = [30.0, 10.0, -20.0, -20.0];
    let y: Vec<f64> = (0..32).map(|i| 100.0 + shape[i % 4] + (i * 7 % 11) as f64 + 0.5 * i as f64).collect();
    check(&mean(&Theta::default(), &y, Some(4), 4), &[152.706, 132.345, 99.664, 98.91], 5e-3);
    check(&mean(&Ets::default(), &y, Some(4), 4), &[150.826, 132.842, 102.061, 102.705], 3e-2);
    check(&mean(&Ces::default(), &y, Some(4), 4), &[150.863, 132.309, 101.998, 101.731], 3e-2);
}
