//! What single causes add to a series: holidays, paydays, promotions, prices.
//!
//! In plain words: take the level of the weeks around a day and the usual shape of its week away; what is left is explained by
//! causes that can be known for the days to come, and a cause is only believed when days that it had not seen come out better.
//! Model:  `y = base (1 + sum of effects) + noise` for series without negative values, `y = base + sum of effects + noise` for
//!         the others; the effects are one weighted ridge regression on groups of columns, the groups taken in one after the other.
//! Shapes: `y`: `n` values, `NaN` = gap; each column of a [`Group`]: `n + h` finite values, past and to come.
//! Gives:  [`Effects`], with nothing in them when no group helps. Fails: never (short or flat series have no effects).
//! Cost:   about 5 ms for 1,000 days and a dozen groups.
//! Source: ridge regression (Hoerl & Kennard 1970), blocked cross-validation (Bergmeir & Benitez 2012), forward selection with
//!         a paired test of the errors (Diebold & Mariano 1995).

mod apply;
mod base;
mod choose;
mod odd;
mod ridge;
mod rows;
mod shape;
#[cfg(test)]
mod tests;

use base::Base;
use rows::Rows;

pub use apply::{judge, keep_places, shaped};
pub use base::moving_median;
pub use odd::{Oddities, Shift, oddities};
pub use shape::{SharedShape, own_shape, shared_shape};

/// Values that a series needs before anything is learned from single days.
pub const LEAST_VALUES: usize = 40;
/// The most recent values that are looked at.
const LONGEST: usize = 4000;

/// Columns that stand or fall together: all days of one holiday season, the levels of one category.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The columns.
    pub columns: Vec<Column>,
}

/// One regressor.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its values on the past and the future places; 0 where it has nothing to say.
    pub values: Vec<f64>,
    /// How many days of evidence for "no effect" it starts with.
    pub penalty: f64,
}

/// The effects that were believed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effects {
    /// Whether effects are shares of the base, else numbers in the unit of `y`.
    pub relative: bool,
    /// The groups that stayed, in the order of the groups given.
    pub kept: Vec<Kept>,
    /// Sum of the effects on the past places, each estimated without the stretch that the place lies in.
    pub crossed: Vec<f64>,
    /// Numbers of the groups that could be tried, whether they stayed or not.
    pub tried: Vec<usize>,
}

/// A group that stayed.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Its number among the groups given.
    pub group: usize,
    /// Its effect on each past and future place.
    pub effect: Vec<f64>,
    /// Share of the error on its days that it saves, measured on days not used for the estimate.
    pub gain: f64,
}

/// Whether effects can be looked for in `y`: it has values enough and not too many, and not so many zeros that there is no
/// level to hold a day against.
pub fn can_be_tried(y: &[f64]) -> bool {
    let known = || y.iter().filter(|v| v.is_finite());
    let count = known().count();
    let zeros = known().filter(|v| **v == 0.0).count();
    let level = zeros * 3 <= count || known().any(|v| *v < 0.0);
    count >= LEAST_VALUES && y.len() <= LONGEST && level
}

/// Estimates the effects of `groups` on `y`, whose week (or other short season) has `period` places.
pub fn estimate(y: &[f64], period: usize, groups: &[Group]) -> Effects {
    let none = Effects::default();
    let known: Vec<f64> = y.iter().copied().filter(|v| v.is_finite()).collect();
    if !can_be_tried(y) || groups.is_empty() || known.iter().any(|v| v.abs() > 1e100) {
        return none;
    }
    if groups.iter().flat_map(|g| &g.columns).any(|c| c.values.len() < y.len()) {
        return none;
    }
    let relative = known.iter().all(|v| *v >= 0.0);
    let rows = Rows::new(y.len(), groups);
    let first = Base::new(y, period, relative);
    let (chosen, tried) = choose::choose(&rows, &first.residual(y));
    if chosen.is_empty() {
        return Effects { tried, ..none };
    }
    // The level is taken again without the effects, which had pulled it up and down.
    let pull = rows.total(&rows.fit(&first.residual(y), &chosen));
    let second = Base::new(&clean(y, &pull[..y.len()], relative), period, relative).residual(y);
    Effects { tried, ..finish(&rows, &second, &chosen, relative) }
}

/// The estimate over all days, and over all days but the stretch.
fn finish(rows: &Rows, residual: &base::Residual, chosen: &[choose::Chosen], relative: bool) -> Effects {
    let weights = rows.fit(residual, chosen);
    let mut kept: Vec<Kept> =
        chosen.iter().map(|c| Kept { group: c.group, effect: rows.effect(c.group, &weights), gain: c.gain }).collect();
    kept.sort_by_key(|k| k.group);
    bound(&mut kept, relative);
    let mut crossed = choose::crossed(rows, residual, chosen);
    if relative {
        crossed.iter_mut().for_each(|v| *v = v.clamp(LOWEST, HIGHEST));
    }
    Effects { relative, kept, crossed, tried: Vec::new() }
}

/// An effect takes at most nineteen twentieths away: nothing is known of a day whose base is gone.
const LOWEST: f64 = -0.95;
/// And makes at most nine times as much.
const HIGHEST: f64 = 8.0;

/// Holds the sum of relative effects within bounds; the parts shrink alike so that they still add up.
fn bound(kept: &mut [Kept], relative: bool) {
    let places = kept.first().map_or(0, |k| k.effect.len());
    for i in (0..places).filter(|_| relative) {
        let sum: f64 = kept.iter().map(|k| k.effect[i]).sum();
        let held = sum.clamp(LOWEST, HIGHEST);
        if held != sum {
            kept.iter_mut().for_each(|k| k.effect[i] *= held / sum);
        }
    }
}

/// The series with effects taken off.
fn clean(y: &[f64], effect: &[f64], relative: bool) -> Vec<f64> {
    let part = |(y, e): (&f64, &f64)| if relative { y / (1.0 + e.clamp(LOWEST, HIGHEST)) } else { y - e };
    y.iter().zip(effect).map(part).collect()
}
