//! The answers that need no fitting: last value, value of one season ago, recent mean.
//!
//! Cost:   O(n). They set the bar, carry short series, and stand in when nothing else holds.
//! Source: Hyndman & Athanasopoulos, FPP3, sections 5.2 and 5.5 (spread by distance).

use super::measure::mean;
use super::model::{Fitted, Model, Path, Sample};
use super::outcome::Member;
use super::{season, sparse};

/// A baseline that has not seen data.
#[derive(Clone, Copy, Debug)]
pub(super) enum Baseline {
    Naive,
    SeasonalNaive,
    Mean,
    Drift,
    Level,
}

/// The last values to be repeated, and how the spread grows.
struct Repeat {
    values: Vec<f64>,
    spread: f64,
    /// Whether errors add up cycle by cycle (naive) or not (mean).
    adds_up: bool,
}

impl Model for Baseline {
    fn member(&self) -> Member {
        match self {
            Self::Naive => Member::Naive,
            Self::SeasonalNaive => Member::SeasonalNaive,
            Self::Mean => Member::Mean,
            Self::Drift => Member::Drift,
            Self::Level => Member::Level,
        }
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        let y = sample.values;
        let period = match self {
            Self::Naive => 1,
            Self::SeasonalNaive => sample.period?,
            Self::Mean => return recent_mean(sample),
            Self::Drift => return drift(sample),
            Self::Level => return slow_level(sample),
        };
        if y.len() < period || y.is_empty() {
            return None;
        }
        let steps: Vec<f64> = y[period..].iter().zip(y).map(|(a, b)| (a - b) * (a - b)).collect();
        let spread = mean(&steps).sqrt();
        Some(Box::new(Repeat { values: y[y.len() - period..].to_vec(), spread, adds_up: true }))
    }
}

/// The mean of the last two cycles, or of the last dozen values.
fn recent_mean(sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
    let y = sample.values;
    let width = sample.period.map_or(12, |p| 2 * p).min(y.len());
    if width == 0 {
        return None;
    }
    let recent = &y[y.len() - width..];
    let centre = mean(recent);
    let square: f64 = recent.iter().map(|v| (v - centre) * (v - centre)).sum();
    let spread = (square / (width as f64 - 1.0).max(1.0) * (1.0 + 1.0 / width as f64)).sqrt();
    Some(Box::new(Repeat { values: vec![centre], spread, adds_up: false }))
}

/// The straight line through the first and the last value; like one more step of the usual size.
fn drift(sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
    let y = sample.values;
    let (first, last) = (*y.first()?, *y.last()?);
    if y.len() < 3 {
        return None;
    }
    let steps = (y.len() - 1) as f64;
    let slope = (last - first) / steps;
    let squares: f64 = y.windows(2).map(|w| (w[1] - w[0] - slope) * (w[1] - w[0] - slope)).sum();
    Some(Box::new(Line { last, slope, spread: (squares / (steps - 1.0).max(1.0)).sqrt(), steps }))
}

/// A line from the last value on.
struct Line {
    last: f64,
    slope: f64,
    spread: f64,
    /// Steps behind it.
    steps: f64,
}

impl Fitted for Line {
    fn forecast(&self, horizon: usize) -> Path {
        let ahead = || (1..=horizon).map(|h| h as f64);
        let mean = ahead().map(|h| self.last + h * self.slope).collect();
        Path { mean, spread: ahead().map(|h| self.spread * (h * (1.0 + h / self.steps)).sqrt()).collect() }
    }
}

/// A level that follows slowly, with the season's profile on top.
fn slow_level(sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
    let y = sample.values;
    if y.len() < 4 {
        return None;
    }
    let shape = sample.period.map(|p| season::profile(y, p, 1.0));
    let at = |i: usize| shape.as_ref().map_or(0.0, |s| s[i % s.len()]);
    let rest: Vec<f64> = y.iter().enumerate().map(|(i, v)| v - at(i)).collect();
    let (level, spread) = sparse::slow(&rest);
    let period = sample.period.unwrap_or(1);
    let values = (0..period).map(|i| level + at(y.len() + i)).collect();
    Some(Box::new(Repeat { values, spread, adds_up: false }))
}

impl Fitted for Repeat {
    fn forecast(&self, horizon: usize) -> Path {
        let period = self.values.len();
        let mean = (0..horizon).map(|h| self.values[h % period]).collect();
        let cycles = |h: usize| if self.adds_up { (h / period + 1) as f64 } else { 1.0 };
        Path { mean, spread: (0..horizon).map(|h| self.spread * cycles(h).sqrt()).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(model: Baseline, values: &[f64], period: Option<usize>) -> Path {
        model.fit(&Sample { values, period }).unwrap().forecast(3)
    }

    #[test]
    fn repeat_what_they_say() {
        let y = [1.0, 2.0, 3.0, 5.0];
        assert_eq!(run(Baseline::Naive, &y, None).mean, [5.0, 5.0, 5.0]);
        assert_eq!(run(Baseline::SeasonalNaive, &y, Some(2)).mean, [3.0, 5.0, 3.0]);
        assert_eq!(run(Baseline::Mean, &y, None).mean, [2.75; 3]);
        let spread = run(Baseline::Naive, &y, None).spread;
        assert!((spread[0] - 2.0f64.sqrt()).abs() < 1e-12 && (spread[2] / spread[0] - 3.0f64.sqrt()).abs() < 1e-12);
        assert!(Baseline::SeasonalNaive.fit(&Sample { values: &y, period: None }).is_none());
    }
}
