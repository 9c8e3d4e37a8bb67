//! Columns as a model sees them: numbers on a common scale, categories by how rare they are, gaps named.

use serde::{Deserialize, Serialize};

use super::within::Within;
use crate::anomaly::robust;
use crate::feature::{Feature, Features, MISSING};

/// What was usual in one column of the sample.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Column {
    /// Numbers.
    Number {
        /// Median.
        center: f64,
        /// Robust standard deviation, above 0.
        scale: f64,
        /// Sample values in ascending order, at most [`KNOTS`].
        knots: Vec<f64>,
        /// Share of gaps.
        missing_frac: f64,
        /// The category that its numbers depend on.
        within: Option<Within>,
    },
    /// Categories.
    Category {
        /// Share of each level among all rows, smoothed so that none is 0.
        share: Vec<f64>,
        /// Share of gaps.
        missing_frac: f64,
    },
    /// Constant or empty: says nothing.
    Idle,
}

/// Values kept of each column to answer "how many are beyond".
const KNOTS: usize = 1000;

/// A row as the detectors see it.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// One value a used column: numbers in robust standard deviations, squeezed by asinh; categories by their surprise.
    pub cells: Vec<f64>,
    /// Codes of the category columns.
    pub codes: Vec<u32>,
    /// Surprise in nats of gaps and of rare categories, one a used column; 0 for numbers.
    pub surprise: Vec<f64>,
}

/// All columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Columns {
    /// One a column of the table.
    pub all: Vec<Column>,
    /// Places of those that vary.
    pub used: Vec<usize>,
    rows: usize,
}

impl Columns {
    /// Learns the columns of a sample.
    pub fn fit(sample: &Features) -> Self {
        let mut all: Vec<Column> = sample.columns.iter().map(learn).collect();
        for (place, column) in all.iter_mut().enumerate() {
            if let Column::Number { within, .. } = column {
                *within = Within::find(sample, place);
            }
        }
        let used = (0..all.len()).filter(|&c| all[c] != Column::Idle).collect();
        Self { all, used, rows: sample.rows() }
    }

    /// Fills `out` with a row of `features`; a column that is not there or of another kind counts as a gap.
    pub fn row(&self, features: &Features, row: usize, out: &mut Row) {
        out.cells.clear();
        out.codes.clear();
        out.surprise.clear();
        for &c in &self.used {
            match &self.all[c] {
                Column::Number { missing_frac, .. } => match number(features, c, row).zip(self.usual(c, features, row))
                {
                    Some((x, usual)) => out.push(squeeze(usual.distance(x)), 0.0),
                    None => out.push(0.0, self.surprise(*missing_frac)),
                },
                Column::Category { share, missing_frac } => {
                    let code = category(features, c, row);
                    let frac = code.map_or(*missing_frac, |code| share.get(code as usize).copied().unwrap_or(0.0));
                    let nats = self.surprise(frac);
                    out.push(nats, nats);
                    out.codes.push(code.unwrap_or(MISSING));
                }
                Column::Idle => {}
            }
        }
    }

    /// Surprise of something with this share of the rows, in nats.
    fn surprise(&self, frac: f64) -> f64 {
        -libm::log(frac.max(0.5 / (self.rows as f64 + 1.0)))
    }

    /// What is usual for a number of a row; none if the column holds none.
    pub fn usual(&self, column: usize, features: &Features, row: usize) -> Option<Usual<'_>> {
        let Some(Column::Number { center, scale, knots, within, .. }) = self.all.get(column) else { return None };
        let own = within.as_ref().and_then(|w| w.of(category(features, w.by, row)));
        Some(match own {
            Some((center, scale, knots)) => {
                Usual { center, scale, knots, is_distance: true, by: within.as_ref().map(|w| w.by) }
            }
            None => Usual { center: *center, scale: *scale, knots, is_distance: false, by: None },
        })
    }
}

/// What a number of a row is held against.
#[derive(Clone, Copy, Debug)]
pub struct Usual<'a> {
    /// The middle.
    pub center: f64,
    /// Robust standard deviation, above 0.
    pub scale: f64,
    /// The column of the category whose numbers these are; none if they are all numbers.
    pub by: Option<usize>,
    knots: &'a [f64],
    /// Whether the knots are distances from the middle in standard deviations, else numbers of the column.
    is_distance: bool,
}

impl Usual<'_> {
    /// Distance of a number from the middle, in standard deviations.
    pub fn distance(&self, x: f64) -> f64 {
        (x - self.center) / self.scale
    }

    fn on_knots(&self, x: f64) -> f64 {
        if self.is_distance { self.distance(x) } else { x }
    }

    /// Share of the sample's values at or below, and at or above `x`; each at least half a value.
    pub fn tails(&self, x: f64) -> (f64, f64) {
        let (n, x) = (self.knots.len() as f64 + 1.0, self.on_knots(x));
        let below = self.knots.partition_point(|&k| k <= x) as f64;
        let above = self.knots.len() as f64 - self.knots.partition_point(|&k| k < x) as f64;
        ((below + 0.5) / n, (above + 0.5) / n)
    }

    /// The quantile at `at` (0 to 1), in the unit of the column; times of a middle are none below 0.
    pub fn quantile(&self, at: f64) -> f64 {
        let knot = robust::quantile(self.knots, at);
        let times = self.center + self.scale * knot;
        match self.is_distance {
            true if times < 0.0 => 0.0,
            true => times,
            false => knot,
        }
    }

    /// How many of the sample's values are kept.
    pub fn count(&self) -> usize {
        self.knots.len()
    }
}

impl Row {
    fn push(&mut self, cell: f64, surprise: f64) {
        self.cells.push(cell);
        self.surprise.push(surprise);
    }
}

/// Squeezes large deviations: as it is near 0, a logarithm far out.
pub fn squeeze(z: f64) -> f64 {
    libm::asinh(z.clamp(-1e300, 1e300))
}

/// The number in a cell.
pub fn number(features: &Features, column: usize, row: usize) -> Option<f64> {
    match features.columns.get(column)? {
        Feature::Number(values) => values.get(row).copied().filter(|x| x.is_finite()),
        Feature::Category { .. } => None,
    }
}

/// The category code in a cell.
pub fn category(features: &Features, column: usize, row: usize) -> Option<u32> {
    match features.columns.get(column)? {
        Feature::Category { codes, .. } => codes.get(row).copied().filter(|&code| code != MISSING),
        Feature::Number(_) => None,
    }
}

fn learn(feature: &Feature) -> Column {
    match feature {
        Feature::Number(values) => learn_number(values),
        Feature::Category { codes, .. } => learn_category(codes),
    }
}

fn learn_number(values: &[f64]) -> Column {
    let sorted = robust::sorted(values.iter().copied());
    let scale = robust::spread(&sorted);
    if !(scale > 0.0 && scale.is_finite()) {
        return Column::Idle;
    }
    let missing_frac = 1.0 - sorted.len() as f64 / values.len() as f64;
    let center = robust::quantile(&sorted, 0.5);
    Column::Number { center, scale, knots: thinned(sorted), missing_frac, within: None }
}

/// At most [`KNOTS`] of ascending values, both ends among them.
pub fn thinned(sorted: Vec<f64>) -> Vec<f64> {
    if sorted.len() <= KNOTS {
        return sorted;
    }
    (0..KNOTS).map(|i| sorted[i * (sorted.len() - 1) / (KNOTS - 1)]).collect()
}

fn learn_category(codes: &[u32]) -> Column {
    // The levels seen in the sample decide, not the declared number: codes come from outside.
    let seen: Vec<u32> = codes.iter().copied().filter(|&c| c != MISSING && (c as usize) < 1_000_000).collect();
    let Some(&top) = seen.iter().max() else { return Column::Idle };
    let mut count = vec![0usize; top as usize + 1];
    for &code in &seen {
        count[code as usize] += 1;
    }
    let n = codes.len() as f64;
    if count.contains(&codes.len()) {
        return Column::Idle;
    }
    let share = count.iter().map(|&k| k as f64 / n).collect();
    Column::Category { share, missing_frac: 1.0 - seen.len() as f64 / n }
}
