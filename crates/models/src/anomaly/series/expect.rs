//! The usual value at each moment and how widely values usually scatter around it.
//!
//! Model:  value = season + running median of what the season leaves; width = 1.48 x median absolute residual, the more of it (in
//!         squares) from the same part of the season the more values that has: quiet nights have a narrower band than busy days.
//!         Where the season leaps, a value may be early or late: from `lowest` to `highest` all values are as expected.

use super::season::Season;
use super::smooth::wide_median;
use crate::anomaly::robust;

/// Usual values and widths.
#[derive(Clone, Debug, PartialEq)]
pub struct Usual {
    /// Expected value at each moment.
    pub value: Vec<f64>,
    /// Lowest expected value within the moments by which a leap may be late or early; else the expected value.
    pub lowest: Vec<f64>,
    /// The highest.
    pub highest: Vec<f64>,
    /// Robust standard deviation at each moment, above 0.
    pub width: Vec<f64>,
}

/// Values of a part of the season that count as much as the whole series does for the width of that part.
const STEADY: f64 = 100.0;
/// Fewest moments whose season is about as high, and most such heights, for a width of their own.
const LEVEL: usize = 100;
const LEVELS: usize = 10;
/// Moments of a cycle for one by which a leap may be late or early.
const CYCLE_PER_LATE: usize = 96;
/// Widths from which on a change from one moment to the next is a leap.
const LEAP: f64 = 4.0;

impl Usual {
    /// Distance of a value from what is expected, in widths.
    pub fn deviation(&self, moment: usize, value: f64) -> f64 {
        let nearest = value.clamp(self.lowest[moment], self.highest[moment]);
        let from = if self.lowest[moment] < self.highest[moment] { nearest } else { self.value[moment] };
        (value - from) / self.width[moment]
    }
}

/// Expects each value from all the others.
pub fn expect(y: &[f64], season: Option<&Season>) -> Usual {
    let seasonal: Vec<f64> = (0..y.len()).map(|i| season.map_or(0.0, |s| s.at(i))).collect();
    let rest: Vec<f64> = y.iter().zip(&seasonal).map(|(v, s)| v - s).collect();
    let level = wide_median(&rest, reach(y.len(), season.map_or(0, |s| s.cycle)));
    let value: Vec<f64> = level.iter().zip(&seasonal).map(|(l, s)| l + s).collect();
    let residual: Vec<f64> = y.iter().zip(&value).map(|(v, e)| v - e).collect();
    let width = widths(&residual, &seasonal, season, floor(y));
    let late = season.map_or(0, |s| s.cycle / CYCLE_PER_LATE);
    let (lowest, highest) = leaps(&value, &width, late);
    Usual { value, lowest, highest, width }
}

/// Half of the level's window: long enough that an odd stretch cannot pull the level along.
pub fn reach(rows: usize, cycle: usize) -> usize {
    (rows / 8).max(cycle).max(5)
}

/// Least width: a band needs a thickness even where most values are the same.
fn floor(y: &[f64]) -> f64 {
    let sorted = robust::sorted(y.iter().copied());
    let size = robust::quantile(&sorted, 0.5).abs().max(robust::spread(&sorted));
    (0.05 * robust::spread(&sorted)).max(1e-6 * size).max(1e-12)
}

fn widths(residual: &[f64], seasonal: &[f64], season: Option<&Season>, floor: f64) -> Vec<f64> {
    let all = by_size(residual, seasonal);
    let Some(season) = season.filter(|s| residual.len() >= 4 * s.cycle) else {
        return all.iter().map(|w| w.max(floor)).collect();
    };
    let reach = season.day() / 24;
    let moments = season.moments(residual.len());
    let own: Vec<(f64, f64)> = (0..moments.len())
        .map(|place| {
            let (kind, phase) = (place / season.cycle, place % season.cycle);
            let near = (0..=2 * reach).map(|step| (phase + season.cycle + step - reach) % season.cycle);
            let values: Vec<f64> = near.flat_map(|p| &moments[kind * season.cycle + p]).map(|&i| residual[i]).collect();
            (robust::deviation(&values, 0.0), values.len() as f64 / (values.len() as f64 + STEADY))
        })
        .collect();
    let mixed = |i: usize| {
        let (own, trust) = own[season.place(i)];
        (trust * own * own + (1.0 - trust) * all[i] * all[i]).sqrt().max(floor)
    };
    (0..residual.len()).map(mixed).collect()
}

/// Robust standard deviation at each moment among those whose season is about as high: counts scatter the more the larger they are,
/// and quiet nights say nothing of busy days. The level has no part in it: a stretch with a level of its own would set its own width.
fn by_size(residual: &[f64], seasonal: &[f64]) -> Vec<f64> {
    let is_flat = seasonal.iter().all(|s| *s == 0.0);
    let parts = if is_flat { 1 } else { (residual.len() / LEVEL).clamp(1, LEVELS) };
    let mut order: Vec<usize> = (0..seasonal.len()).collect();
    order.sort_by(|&a, &b| seasonal[a].total_cmp(&seasonal[b]).then(a.cmp(&b)));
    let mut widths = vec![0.0; seasonal.len()];
    for part in 0..parts {
        let members = &order[part * order.len() / parts..(part + 1) * order.len() / parts];
        let width = robust::deviation(&members.iter().map(|&i| residual[i]).collect::<Vec<_>>(), 0.0);
        members.iter().for_each(|&i| widths[i] = width);
    }
    widths
}

/// Ends of the expected values within `late` moments of a leap.
fn leaps(value: &[f64], width: &[f64], late: usize) -> (Vec<f64>, Vec<f64>) {
    let (mut lowest, mut highest) = (value.to_vec(), value.to_vec());
    for i in (1..value.len()).filter(|&i| late > 0 && (value[i] - value[i - 1]).abs() > LEAP * width[i]) {
        let around = i.saturating_sub(late)..(i + late).min(value.len());
        let (low, high) = (value[i].min(value[i - 1]), value[i].max(value[i - 1]));
        for j in around {
            lowest[j] = lowest[j].min(low);
            highest[j] = highest[j].max(high);
        }
    }
    (lowest, highest)
}
