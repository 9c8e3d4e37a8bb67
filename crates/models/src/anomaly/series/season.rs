//! Which of the candidate periods the series follows, and its form.
//!
//! Model:  around a moving mean over one period, the profile of a period is the median of each phase over the cycles. A period is
//!         taken if the profile of the even cycles foretells the odd ones and the other way round. Where a week is too long to be
//!         learned whole, days of the week that are unlike the others (a day off) get a profile of their own (`week`).

use super::smooth::{period_mean, wide_median};
use super::week;
use crate::anomaly::robust;

/// A season. A period is made of one or several cycles; cycles of one kind share their profile.
#[derive(Clone, Debug, PartialEq)]
pub struct Season {
    /// Steps in a cycle.
    pub cycle: usize,
    /// Kind of each cycle of the period, from 0; one entry where all cycles are alike.
    pub kinds: Vec<usize>,
    /// Usual distance from the level at each place; see [`Self::place`].
    pub profile: Vec<f64>,
}

/// Cycles that a series needs for a period to be tried.
const CYCLES: usize = 3;
/// Share of the spread that a season has to explain.
const GAIN: f64 = 0.1;
/// Steps of a day of hours.
const HOURS: usize = 24;
/// Rounds in which level and profile are taken in turns from what the other leaves.
const ROUNDS: usize = 2;

impl Season {
    /// Place of a moment in the profile.
    pub fn place(&self, moment: usize) -> usize {
        self.kinds[(moment / self.cycle) % self.kinds.len()] * self.cycle + moment % self.cycle
    }

    /// Usual distance from the level at a moment.
    pub fn at(&self, moment: usize) -> f64 {
        self.profile[self.place(moment)]
    }

    /// The moments of each place of the profile.
    pub fn moments(&self, rows: usize) -> Vec<Vec<usize>> {
        let mut moments = vec![Vec::new(); self.profile.len()];
        (0..rows).for_each(|i| moments[self.place(i)].push(i));
        moments
    }

    /// Steps by which the season is cut into days: a cycle of a week, as far as there are steps enough for hours, has seven of them.
    pub fn day(&self) -> usize {
        let is_week = self.cycle.is_multiple_of(week::DAYS) && self.cycle >= week::DAYS * HOURS;
        if is_week { self.cycle / week::DAYS } else { self.cycle }
    }

    fn fit(&mut self, around: &[f64]) {
        let of_place = |moments: &Vec<usize>| middle(moments.iter().map(|&i| around[i]));
        self.profile = self.moments(around.len()).iter().map(of_place).collect();
    }
}

/// The candidate that foretells best; `None` if none does. `reach` is half of the window of the level.
pub fn choose(y: &[f64], candidates: &[usize], reach: impl Fn(usize) -> usize) -> Option<Season> {
    let mut periods: Vec<usize> = candidates.iter().copied().filter(|&m| m >= 2 && m <= y.len() / CYCLES).collect();
    periods.sort_unstable();
    periods.dedup();
    let around = around_means(y, *periods.last()?);
    let alone = size(&around);
    let mut best: Option<(f64, usize)> = None;
    for period in periods {
        let left = crossed(&around, period) / alone.max(f64::MIN_POSITIVE);
        // A longer period has to be worth its many phases.
        if left < best.map_or(1.0, |b| b.0) * (1.0 - GAIN) {
            best = Some((left, period));
        }
    }
    let (_, cycle) = best?;
    // A week that is long enough to be tried whole has had its chance.
    let is_new = |week: &usize| *week == cycle * week::DAYS && *week > y.len() / CYCLES && *week <= y.len() / 2;
    let kinds = match candidates.iter().find(|week| is_new(week)) {
        Some(week) => week::kinds(&around_means(y, *week), cycle),
        None => vec![0],
    };
    let mut season = Season { profile: vec![0.0; cycle * (1 + kinds.iter().max().unwrap_or(&0))], cycle, kinds };
    season.fit(&around);
    for _ in 0..ROUNDS {
        let rest: Vec<f64> = y.iter().enumerate().map(|(i, v)| v - season.at(i)).collect();
        let level = wide_median(&rest, reach(cycle));
        let around: Vec<f64> = y.iter().zip(&level).map(|(v, l)| v - l).collect();
        season.fit(&around);
    }
    Some(season)
}

/// Distances from a mean over one period: a median would jump where the series is half the time high and half the time low.
fn around_means(y: &[f64], period: usize) -> Vec<f64> {
    y.iter().zip(&period_mean(y, period)).map(|(v, m)| v - m).collect()
}

/// Mean distance that is left when each half of the cycles is foretold by the other.
fn crossed(around: &[f64], period: usize) -> f64 {
    let halves = [0, 1].map(|half| profile(around, period, |cycle| cycle % 2 == half));
    let left: Vec<f64> = around.iter().enumerate().map(|(i, v)| v - halves[1 - (i / period) % 2][i % period]).collect();
    size(&left)
}

/// Mean size without the largest tenth.
pub fn size(values: &[f64]) -> f64 {
    let sizes = robust::sorted(values.iter().map(|v| v.abs()));
    let kept = sizes.len() * 9 / 10;
    sizes[..kept].iter().sum::<f64>() / kept.max(1) as f64
}

/// Median of each phase over the cycles that count.
pub fn profile(around: &[f64], period: usize, cycles: impl Fn(usize) -> bool) -> Vec<f64> {
    (0..period)
        .map(|phase| {
            let places = (phase..around.len()).step_by(period).filter(|i| cycles(i / period));
            middle(places.map(|i| around[i]))
        })
        .collect()
}

/// The median; 0 of nothing.
fn middle(values: impl Iterator<Item = f64>) -> f64 {
    let middle = robust::quantile(&robust::sorted(values), 0.5);
    if middle.is_finite() { middle } else { 0.0 }
}
