//! The usual value at each moment and how widely values usually scatter around it.
//!
//! Model:  value = season + running median of what the season leaves; width = 1.48 x median absolute residual, half of it (in squares)
//!         from the same part of the season, so that quiet nights have a narrower band than busy days.

use super::season::Season;
use super::smooth::running_median;
use crate::anomaly::robust;

/// Usual values and widths.
#[derive(Clone, Debug, PartialEq)]
pub struct Usual {
    /// Expected value at each moment.
    pub value: Vec<f64>,
    /// Robust standard deviation at each moment, above 0.
    pub width: Vec<f64>,
}

/// Expects each value from all the others.
pub fn expect(y: &[f64], season: Option<&Season>) -> Usual {
    let seasonal: Vec<f64> = (0..y.len()).map(|i| season.map_or(0.0, |s| s.profile[i % s.period])).collect();
    let rest: Vec<f64> = y.iter().zip(&seasonal).map(|(v, s)| v - s).collect();
    let level = running_median(&rest, reach(y.len(), season));
    let value: Vec<f64> = level.iter().zip(&seasonal).map(|(l, s)| l + s).collect();
    let residual: Vec<f64> = y.iter().zip(&value).map(|(v, e)| v - e).collect();
    let width = widths(&residual, season, floor(y));
    Usual { value, width }
}

/// Half of the level's window: long enough that an odd stretch cannot pull the level along.
fn reach(rows: usize, season: Option<&Season>) -> usize {
    let period = season.map_or(0, |s| s.period);
    (rows / 8).max(period).max(5)
}

/// Least width: a band needs a thickness even where most values are the same.
fn floor(y: &[f64]) -> f64 {
    let sorted = robust::sorted(y.iter().copied());
    let size = robust::quantile(&sorted, 0.5).abs().max(robust::spread(&sorted));
    (0.05 * robust::spread(&sorted)).max(1e-6 * size).max(1e-12)
}

fn widths(residual: &[f64], season: Option<&Season>, floor: f64) -> Vec<f64> {
    let all = robust::deviation(residual, 0.0).max(floor);
    let Some(season) = season.filter(|s| residual.len() >= 4 * s.period) else { return vec![all; residual.len()] };
    let reach = season.period / 24;
    let phases: Vec<f64> = (0..season.period)
        .map(|phase| {
            let near = (0..=2 * reach).map(|step| (phase + season.period + step - reach) % season.period);
            let values: Vec<f64> =
                near.flat_map(|p| (p..residual.len()).step_by(season.period)).map(|i| residual[i]).collect();
            let own = robust::deviation(&values, 0.0);
            (0.5 * own * own + 0.5 * all * all).sqrt()
        })
        .collect();
    (0..residual.len()).map(|i| phases[i % season.period]).collect()
}
