//! From the column as it came to a history without gaps, of order 1 in size.
//!
//! Scaling is by a power of two, so it loses no digit and values of 1e300 or 1e-300 neither overflow nor vanish.

use super::outcome::ForecastError;

/// A prepared series.
#[derive(Clone, Debug)]
pub(super) struct History {
    /// The values, scaled, gaps filled.
    pub values: Vec<f64>,
    /// Whether each of them was there; the others fill gaps.
    pub known: Vec<bool>,
    /// Number of places of `y` before the first of `values` (leading gaps, and what is too old to matter).
    pub before: usize,
    /// Number of gaps after the last value: the forecast starts beyond them.
    pub behind: usize,
    /// Binary exponent of the scale: `y = value * 2^exponent`.
    exponent: i32,
    /// Whether no value of the whole series is negative.
    pub non_negative: bool,
    /// Whether every value is a whole number (and there are enough to say so).
    pub whole: bool,
}

impl History {
    /// Checks, trims, scales and fills; keeps at most the `longest` most recent places.
    pub fn new(y: &[f64], seasons: &[usize], longest: usize) -> Result<Self, ForecastError> {
        if y.iter().any(|v| v.is_infinite()) {
            return Err(ForecastError::NotFinite);
        }
        let first = y.iter().position(|v| !v.is_nan()).ok_or(ForecastError::Empty)?;
        let last = y.iter().rposition(|v| !v.is_nan()).ok_or(ForecastError::Empty)?;
        let mut before = first.max((last + 1).saturating_sub(longest));
        while y[before].is_nan() {
            before += 1;
        }
        let kept = &y[before..=last];
        let largest = kept.iter().filter(|v| !v.is_nan()).fold(0.0f64, |a, v| a.max(v.abs()));
        let exponent = if largest > 0.0 { libm::frexp(largest).1 } else { 0 };
        let mut values: Vec<f64> = kept.iter().map(|&v| libm::scalbn(v, -exponent)).collect();
        let known_at = values.iter().map(|v| !v.is_nan()).collect();
        fill(&mut values, seasons);
        let non_negative = y.iter().all(|v| v.is_nan() || *v >= 0.0);
        let known = || y.iter().filter(|v| !v.is_nan());
        let whole = known().count() >= 5 && known().all(|v| v.fract() == 0.0);
        Ok(Self { values, known: known_at, before, behind: y.len() - 1 - last, exponent, non_negative, whole })
    }

    /// A scaled number in units of `y`, kept finite.
    pub fn unscale(&self, value: f64) -> f64 {
        libm::scalbn(value, self.exponent).clamp(-f64::MAX, f64::MAX)
    }

    /// A number as it is given: in units of `y`, finite, and not negative where the history never was.
    pub fn shown(&self, value: f64) -> f64 {
        let value = self.unscale(value);
        if self.non_negative { value.max(0.0) } else { value }
    }

    /// A range as it is given: whole numbers where all values are, but never without the forecast inside.
    pub fn shown_range(&self, mean: f64, (lower, upper): (f64, f64)) -> (f64, f64) {
        let (mean, lower, upper) = (self.shown(mean), self.shown(lower), self.shown(upper));
        if !self.whole {
            return (lower, upper);
        }
        // A number that is whole but for its last digits is whole.
        let tiny = (1e-9 * mean.abs()).clamp(1e-9, 1e-2);
        let (up, down) = (|v: f64| (v - tiny).ceil(), |v: f64| (v + tiny).floor());
        let low = if self.non_negative { 0.0 } else { -f64::MAX };
        (up(lower).min(down(mean)).clamp(low, mean), down(upper).max(up(mean)).clamp(mean, f64::MAX))
    }
}

/// Fills the gaps: straight lines between the neighbours, plus the usual departure from such lines at that place of the
/// season when two cycles or more are known.
fn fill(values: &mut [f64], seasons: &[usize]) {
    let known: Vec<bool> = values.iter().map(|v| !v.is_nan()).collect();
    let count = known.iter().filter(|k| **k).count();
    if count == values.len() {
        return;
    }
    let period = seasons.iter().copied().find(|&p| p >= 2 && count >= 3 * p);
    let shape = period.map(|p| rough_shape(values, p));
    let base = |i: usize| shape.as_ref().map_or(0.0, |s| s[i % s.len()]);
    for (i, v) in values.iter_mut().enumerate() {
        *v -= base(i);
    }
    draw_lines(values);
    for (i, v) in values.iter_mut().enumerate() {
        *v += base(i);
    }
    // A line plus a season may dip below what was ever seen; a gap gives no reason to believe that.
    let range = |keep: fn(f64, f64) -> f64, start: f64| {
        values.iter().zip(&known).filter(|(_, k)| **k).fold(start, |a, (v, _)| keep(a, *v))
    };
    let (low, high) = (range(f64::min, f64::INFINITY), range(f64::max, f64::NEG_INFINITY));
    for (v, _) in values.iter_mut().zip(&known).filter(|(_, k)| !**k) {
        *v = v.clamp(low, high);
    }
}

/// Mean of the known values at each place of the season, centred on 0.
fn rough_shape(values: &[f64], period: usize) -> Vec<f64> {
    let mut sums = vec![(0.0, 0usize); period];
    for (i, v) in values.iter().enumerate().filter(|(_, v)| !v.is_nan()) {
        sums[i % period].0 += v;
        sums[i % period].1 += 1;
    }
    let known: Vec<f64> = sums.iter().filter(|s| s.1 > 0).map(|s| s.0 / s.1 as f64).collect();
    let centre = super::measure::mean(&known);
    sums.iter().map(|&(sum, count)| if count > 0 { sum / count as f64 - centre } else { 0.0 }).collect()
}

/// Straight lines over the gaps; the first and the last value are known.
fn draw_lines(values: &mut [f64]) {
    let mut left = 0;
    for right in 1..values.len() {
        if values[right].is_nan() {
            continue;
        }
        let width = (right - left) as f64;
        for i in left + 1..right {
            let share = (i - left) as f64 / width;
            values[i] = values[left] * (1.0 - share) + values[right] * share;
        }
        left = right;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_scales_and_fills() {
        let nan = f64::NAN;
        let history = History::new(&[nan, 4.0, nan, 8.0, nan, nan], &[], 100).unwrap();
        assert_eq!((history.before, history.behind), (1, 2));
        let back: Vec<f64> = history.values.iter().map(|&v| history.unscale(v)).collect();
        assert_eq!(back, [4.0, 6.0, 8.0]);
        assert!(history.values.iter().all(|v| v.abs() < 1.0));
    }

    #[test]
    fn fills_with_the_season() {
        let mut y: Vec<f64> = (0..40).map(|i| [10.0, 20.0, 60.0, 30.0][i % 4]).collect();
        y[18] = f64::NAN;
        let history = History::new(&y, &[4], 100).unwrap();
        assert!((history.unscale(history.values[18]) - 60.0).abs() < 1e-9);
    }

    #[test]
    fn refuses_and_keeps_extremes() {
        assert_eq!(History::new(&[], &[], 9).unwrap_err(), ForecastError::Empty);
        assert_eq!(History::new(&[f64::NAN], &[], 9).unwrap_err(), ForecastError::Empty);
        assert_eq!(History::new(&[1.0, f64::INFINITY], &[], 9).unwrap_err(), ForecastError::NotFinite);
        for size in [1e-320, 1e-300, 1e300, f64::MAX] {
            let history = History::new(&[size, size / 2.0], &[], 9).unwrap();
            assert_eq!(history.unscale(history.values[0]), size);
        }
        assert_eq!(History::new(&[1.0; 50], &[], 9).unwrap().before, 41);
    }
}
