//! How many digits of a forecast are worth telling: those that its range leaves of it.

use sanpo_api::Bar;

use super::super::run::ForecastRun;

/// The number for a table on the screen: rounded to two digits of `half` its range, and to pieces where pieces are counted. What is
/// saved keeps every digit.
pub fn told(run: &ForecastRun, value: f64, half: f64) -> f64 {
    rounded(value, half, run.whole)
}

/// The bars of one chart, rounded alike: three digits of the longest.
pub fn alike(bars: &mut [Bar]) {
    let longest = bars.iter().map(|bar| bar.value.abs()).fold(0.0, f64::max);
    bars.iter_mut().for_each(|bar| bar.value = rounded(bar.value, longest / 10.0, false));
}

fn rounded(value: f64, half: f64, whole: bool) -> f64 {
    // Powers of ten by multiplication: the same on every platform. Fractions are rounded by whole divisors, which are exact.
    let (mut unit, mut parts) = (1.0f64, 1.0f64);
    while unit * 100.0 <= half && unit < 1e12 {
        unit *= 10.0;
    }
    while half * parts < 10.0 && half > 0.0 && parts < 1e12 && !whole {
        parts *= 10.0;
    }
    let rounded = (value / unit * parts).round() / parts * unit;
    if (half > 0.0 || whole) && rounded.is_finite() { rounded } else { value }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_of_one_chart_have_the_same_digits() {
        let label = || sanpo_api::Label::Text(String::new());
        let mut bars: Vec<Bar> = [361.83, -1.967, 203.55].map(|value| Bar { label: label(), value }).into();
        alike(&mut bars);
        assert_eq!(bars.iter().map(|b| b.value).collect::<Vec<_>>(), [362.0, -2.0, 204.0]);
    }

    #[test]
    fn digits_follow_the_range() {
        for (value, half, whole, told) in [
            (56.41, 10.0, false, 56.0),
            (56.41, 9.5, false, 56.4),
            (56.41, 9.5, true, 56.0),
            (39_988.0, 8_757.0, true, 40_000.0),
            (35_469.0, 8_610.0, true, 35_500.0),
            (0.123_456, 0.02, false, 0.123),
            (1234.5, 0.0, false, 1234.5),
            (1234.5, 0.0, true, 1235.0),
            (-56.41, 300.0, false, -60.0),
            (f64::MAX, f64::MAX, false, f64::MAX),
        ] {
            let got = rounded(value, half, whole);
            assert!((got - told).abs() <= 1e-9 * told.abs(), "{value} {half} {got}");
        }
    }
}
