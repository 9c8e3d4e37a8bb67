//! Single values far from all around them, and levels that moved at once.
//!
//! In plain words: a stray number is so far off its week and its level that it says nothing of the future; a shift is a point
//! after which everything lies higher or lower. Both are told from how far the series usually strays.
//! Source: median and median absolute deviation as location and scale (Hampel 1974).

use serde::{Deserialize, Serialize};

use super::base::{Base, median};

/// Values that a series needs before any is called odd.
const LEAST: usize = 24;
/// Usual deviations beyond which a value is odd.
const FAR: f64 = 8.0;
/// And what it has to be at least and at most, in units of its base: a slip of the pen is rarely smaller.
const MANY_TIMES: f64 = 2.5;
const FEW_TIMES: f64 = 0.3;
/// Where values hardly stray, a smaller multiple is odd as well, if it is this many usual deviations off.
const QUIET_FAR: f64 = 16.0;
const QUIET_TIMES: f64 = 1.5;
/// The same in usual deviations where there is no base to measure by.
const VERY_FAR: f64 = 16.0;
/// Odd values per hundred above which the series is simply a wild one.
const MOST_PERCENT: usize = 2;
/// Usual deviations that a shift has to be large.
const SHIFT_SIZE: f64 = 3.0;
/// Share of the level that a shift has to be large.
const SHIFT_SHARE: f64 = 0.25;

/// What is unusual about a series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Oddities {
    /// Places of stray values, ascending.
    pub stray: Vec<usize>,
    /// The clearest shift of the level.
    pub shift: Option<Shift>,
}

/// A level that moved.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shift {
    /// First place of the new level.
    pub at: usize,
    /// Level before.
    pub before: f64,
    /// Level after.
    pub after: f64,
}

/// Looks through a series whose short season has `period` places; `year` is the length of the long one, 0 for none.
pub fn oddities(y: &[f64], period: usize, year: usize) -> Oddities {
    let known: Vec<f64> = y.iter().copied().filter(|v| v.is_finite()).collect();
    let zeros = known.iter().filter(|v| **v == 0.0).count();
    if known.len() < LEAST || zeros * 5 > known.len() || known.iter().any(|v| v.abs() > 1e100) {
        return Oddities::default();
    }
    let relative = zeros == 0 && known.iter().all(|v| *v > 0.0);
    let residual = Base::new(y, period, relative).residual(y);
    let seen = |i: usize| residual.weight[i] > 0.0;
    let mut sizes: Vec<f64> = (0..y.len()).filter(|&i| seen(i)).map(|i| residual.departure[i].abs()).collect();
    let usual = 1.4826 * median(&mut sizes).unwrap_or(0.0);
    if usual <= 0.0 {
        return Oddities::default();
    }
    let apart = |i: usize| residual.departure[i] / usual;
    let times = |i: usize| (1.0 + residual.departure[i]).max(1e-6);
    let usual_times = usual_ratio((0..y.len()).filter(|&i| seen(i)).map(times));
    // Values that often multiply are wild, not mistyped: a ratio has to be unusual as a ratio as well.
    let extreme = |i: usize| {
        let ratio = libm::log(times(i)).abs();
        let many = !(FEW_TIMES..=MANY_TIMES).contains(&times(i)) && ratio > FAR * usual_times;
        let clear = ratio > libm::log(QUIET_TIMES) && ratio > QUIET_FAR * usual_times;
        if relative { many || clear } else { apart(i).abs() > VERY_FAR }
    };
    let far = |i: usize| seen(i) && apart(i).abs() > FAR && extreme(i);
    // What came a year ago as well is a custom, not a mishap; neither is one of several in a row.
    let custom = |i: usize| {
        year > 0
            && [i.checked_sub(year), Some(i + year)]
                .into_iter()
                .flatten()
                .any(|j| (j.saturating_sub(3)..(j + 4).min(y.len())).any(|k| seen(k) && apart(k).abs() > FAR / 2.0))
    };
    let beside = |i: usize| {
        let near = [i.wrapping_sub(1), i + 1];
        near.into_iter().any(|k| k < y.len() && seen(k) && apart(k) * apart(i).signum() > FAR / 2.0)
    };
    // The last values may be the beginning of something.
    let stray: Vec<usize> = (0..y.len().saturating_sub(2)).filter(|&i| far(i) && !custom(i) && !beside(i)).collect();
    let stray = if stray.len() * 100 > known.len().max(100) * MOST_PERCENT { Vec::new() } else { stray };
    Oddities { stray, shift: shift(y, period, &residual.unit, usual, relative) }
}

/// The usual size of the logarithm of ratios.
fn usual_ratio(ratios: impl Iterator<Item = f64>) -> f64 {
    let mut sizes: Vec<f64> = ratios.map(|r| libm::log(r).abs()).collect();
    1.4826 * median(&mut sizes).unwrap_or(0.0)
}

/// The clearest shift: the medians of whole weeks before and after differ, and so do those of half the time.
fn shift(y: &[f64], period: usize, unit: &[f64], usual: f64, relative: bool) -> Option<Shift> {
    // Two whole cycles to either side, four where they are short, so that half of it has whole cycles too.
    let cycles = if period > 7 { 2 } else { 4 };
    let width = (period.clamp(1, 31) * cycles).max(12) / 2 * 2;
    if y.len() < 5 * width / 2 {
        return None;
    }
    let middle =
        |from: usize, to: usize| median(&mut y[from..to].iter().copied().filter(|v| v.is_finite()).collect::<Vec<_>>());
    let mut best: Option<(f64, Shift)> = None;
    for at in width..=y.len() - width {
        let (Some(before), Some(after)) = (middle(at - width, at), middle(at, at + width)) else { continue };
        let size = (after - before).abs();
        let noise = usual * if relative { 0.5 * (unit[at - 1] + unit[at]) } else { 1.0 };
        if size < SHIFT_SIZE * noise || size < SHIFT_SHARE * before.abs().max(after.abs()) {
            continue;
        }
        let (Some(near), Some(next)) = (middle(at - width / 2, at), middle(at, at + width / 2)) else { continue };
        let sharp = (next - near) * (after - before).signum();
        // Slow growth moves less within half the time.
        if sharp < 0.8 * size || y[at].is_nan() {
            continue;
        }
        if best.as_ref().is_none_or(|b| size + sharp > b.0) {
            best = Some((size + sharp, Shift { at, before, after }));
        }
    }
    best.map(|b| b.1)
}
