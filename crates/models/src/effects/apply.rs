//! Effects taken off a series, and put back onto its forecast.

use super::{Effects, clean};
use crate::forecast::{Backtest, Outcome};

impl Effects {
    /// The sum of the effects on each past and future place; empty without effects.
    pub fn total(&self) -> Vec<f64> {
        let places = self.kept.first().map_or(0, |k| k.effect.len());
        (0..places).map(|i| self.kept.iter().map(|k| k.effect[i]).sum()).collect()
    }

    /// The series without the effects, for the models.
    pub fn taken_off(&self, y: &[f64]) -> Vec<f64> {
        if self.kept.is_empty() { y.to_vec() } else { clean(y, &self.total(), self.relative) }
    }

    /// What a kept group adds to each place, in the unit of `y`: past places of `y`, then those of the forecast `base`, which
    /// has no effects in it yet.
    pub fn parts(&self, y: &[f64], base: &[f64]) -> Vec<Vec<f64>> {
        let plain: Vec<f64> = self.taken_off(y).into_iter().chain(base.iter().copied()).collect();
        let part = |(effect, plain): (&f64, &f64)| {
            let part = if self.relative { effect * plain } else { *effect };
            if part.is_finite() { part } else { 0.0 }
        };
        self.kept.iter().map(|k| k.effect.iter().zip(&plain).map(part).collect()).collect()
    }

    /// Puts the effects onto a forecast of the series without them. The trial forecasts get the effects as they were estimated
    /// without their own stretch, and are held against the true values again.
    pub fn put_on(&self, outcome: &mut Outcome, y: &[f64]) {
        if self.kept.is_empty() {
            return;
        }
        let total = self.total();
        let future = total.get(y.len()..).unwrap_or(&[]);
        self.add(&mut outcome.mean, future);
        for range in &mut outcome.ranges {
            self.add(&mut range.lower, future);
            self.add(&mut range.upper, future);
        }
        let period = outcome.season.as_ref().map(|s| s.period);
        if let Some(backtest) = &mut outcome.backtest {
            for origin in &mut backtest.origins {
                let then = self.crossed.get(origin.at..).unwrap_or(&[]);
                self.add(&mut origin.forecast, then);
                if let Some(range) = &mut origin.range {
                    self.add(&mut range.lower, then);
                    self.add(&mut range.upper, then);
                }
            }
            judge(backtest, y, period);
        }
    }

    fn add(&self, values: &mut [f64], effect: &[f64]) {
        for (v, e) in values.iter_mut().zip(effect) {
            *v = if self.relative { *v * (1.0 + e) } else { *v + e };
        }
    }
}

/// A series of relative effects only: a shape borrowed from elsewhere.
pub fn shaped(effect: Vec<f64>, past: usize) -> Effects {
    let crossed = effect[..past.min(effect.len())].to_vec();
    Effects { relative: true, kept: vec![super::Kept { group: 0, effect, gain: 0.0 }], crossed, tried: vec![] }
}

/// Errors of the trial forecasts against the values that are known; `period` is the season's.
pub fn judge(backtest: &mut Backtest, y: &[f64], period: Option<usize>) {
    let period = period.filter(|_| backtest.naive_is_seasonal);
    let naive = |at: usize, h: usize| match period {
        Some(p) => (at + h % p).checked_sub(p).and_then(|i| y.get(i)).copied(),
        None => (0..at).rev().find_map(|i| y.get(i).filter(|v| v.is_finite())).copied(),
    };
    let steps = backtest.mae_by_step.len();
    let mut sums = vec![[0.0f64; 4]; steps];
    for origin in &backtest.origins {
        for (h, forecast) in origin.forecast.iter().enumerate().take(steps) {
            let Some(actual) = y.get(origin.at + h).filter(|v| v.is_finite()) else { continue };
            sums[h][0] += (actual - forecast).abs();
            sums[h][1] += 1.0;
            if let Some(naive) = naive(origin.at, h).filter(|v| v.is_finite()) {
                sums[h][2] += (actual - naive).abs();
                sums[h][3] += 1.0;
            }
        }
    }
    let share = |sum: f64, count: f64| if count > 0.0 { sum / count } else { f64::NAN };
    let over = |a: usize, b: usize| {
        let all = sums.iter().fold((0.0, 0.0), |all, s| (all.0 + s[a], all.1 + s[b]));
        share(all.0, all.1)
    };
    let (error, naive_error) = (over(0, 1), over(2, 3));
    if !error.is_finite() || !naive_error.is_finite() {
        return;
    }
    (backtest.mae, backtest.naive_mae) = (error, naive_error);
    // A distance at which nothing is known keeps what was found on the filled series.
    for (h, s) in sums.iter().enumerate().filter(|(_, s)| s[1] > 0.0 && s[3] > 0.0) {
        backtest.mae_by_step[h] = s[0] / s[1];
        backtest.naive_mae_by_step[h] = s[2] / s[3];
    }
}

/// Keeps the future places of an outcome that `open` names, one flag a place, and none beyond; the past stays.
pub fn keep_places(outcome: &mut Outcome, open: &[bool]) {
    let keep = |values: &mut Vec<f64>| {
        let mut flags = open.iter();
        values.retain(|_| flags.next().copied().unwrap_or(false));
    };
    keep(&mut outcome.mean);
    for range in &mut outcome.ranges {
        keep(&mut range.lower);
        keep(&mut range.upper);
    }
}
