//! Columns as a linear model needs them: comparable numbers without gaps, and 0/1 for levels.
//!
//! A number with a long upper tail is put on a log scale, its gaps take the median, and it is brought to mean 0 and standard
//! deviation 1; where there are many different values its slope may bend at three of them, so that a peak in the middle can be
//! learnt; where gaps are frequent a 0/1 column says so. Categories become one 0/1 column a level (rare ones pooled). The
//! last column is the intercept.

use serde::{Deserialize, Serialize};

use crate::feature::{Feature, Features, MISSING};

use super::level::{Levels, codes, numbers};
use super::matrix::Matrix;
use super::target::{mean_sd, skewness};

/// Fewest rows with a gap for a column that says so.
const MIN_GAP_ROWS: usize = 5;
/// Skewness from which a non-negative number is put on a log scale.
const LONG_TAIL: f64 = 1.5;
/// Standard units beyond which a number counts no more.
const MAX_UNITS: f64 = 8.0;
/// Different values from which a number's slope may change.
const MIN_BENT_VALUES: usize = 8;
/// Shares of the rows below the places where it may.
const BEND_SHARES: [f64; 3] = [0.2, 0.5, 0.8];
/// Most columns that the categories may become together.
const MAX_LEVEL_COLUMNS: usize = 160;
/// Most columns that one category may become.
const MAX_LEVELS: usize = 60;

/// How to turn columns into a matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Design {
    sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Source {
    Number(Number),
    /// One cell a level, and one for gaps if they are frequent.
    Category {
        column: usize,
        levels: Levels,
        gaps: bool,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Number {
    column: usize,
    /// Log scale: log(1 + value / this).
    tail: Option<f64>,
    fill: f64,
    mean: f64,
    sd: f64,
    gaps: bool,
    /// Places, in standard units, where the slope may change.
    bends: Vec<f64>,
}

impl Design {
    /// Learns fills, means and levels from the training rows.
    pub fn new(features: &Features) -> Self {
        let categories = features.columns.iter().filter(|c| matches!(c, Feature::Category { .. })).count();
        let most = (MAX_LEVEL_COLUMNS / categories.max(1)).clamp(2, MAX_LEVELS);
        let sources = features.columns.iter().enumerate().filter_map(|(c, column)| match column {
            Feature::Number(_) => Number::new(c, &numbers(features, c)).map(Source::Number),
            Feature::Category { codes, levels } => {
                let levels = Levels::new(codes, *levels, most);
                let gaps = codes.iter().filter(|&&c| c == MISSING).count() >= MIN_GAP_ROWS;
                (levels.count > 0).then_some(Source::Category { column: c, levels, gaps })
            }
        });
        Self { sources: sources.collect() }
    }

    /// Number of matrix columns, with the intercept.
    pub fn width(&self) -> usize {
        1 + self.sources.iter().map(Source::width).sum::<usize>()
    }

    /// The matrix.
    pub fn matrix(&self, features: &Features) -> Matrix {
        let (rows, width) = (features.rows(), self.width());
        let mut data = vec![0.0; rows * width];
        let mut at = 0;
        for source in &self.sources {
            match source {
                Source::Number(number) => {
                    for (r, v) in numbers(features, number.column).into_iter().enumerate() {
                        number.write(v, &mut data[r * width + at..]);
                    }
                }
                Source::Category { column, levels, gaps } => {
                    for (r, &code) in codes(features, *column).unwrap_or(&[]).iter().enumerate() {
                        if let Some(place) = levels.place(code).or((*gaps && code == MISSING).then_some(levels.count)) {
                            data[r * width + at + place] = 1.0;
                        }
                    }
                }
            }
            at += source.width();
        }
        data.iter_mut().skip(at).step_by(width).for_each(|v| *v = 1.0);
        Matrix { width, data }
    }
}

impl Source {
    fn width(&self) -> usize {
        match self {
            Self::Number(number) => 1 + number.bends.len() + usize::from(number.gaps),
            Self::Category { levels, gaps, .. } => levels.count + usize::from(*gaps),
        }
    }
}

impl Number {
    /// `None` for a column that says nothing.
    fn new(column: usize, values: &[f64]) -> Option<Self> {
        let mut known: Vec<f64> = values.iter().copied().filter(|v| !v.is_nan()).collect();
        let gap_rows = values.len() - known.len();
        let gaps = gap_rows >= MIN_GAP_ROWS && known.len() >= MIN_GAP_ROWS;
        known.sort_by(f64::total_cmp);
        let tail = tail(&known);
        let fill = *known.get(known.len() / 2)?;
        let scaled: Vec<f64> = values.iter().map(|&v| on_scale(if v.is_nan() { fill } else { v }, tail)).collect();
        let (mean, sd) = mean_sd(&scaled);
        // Rounding leaves a trace of spread in a constant.
        let spread = sd > 1e-12 * mean.abs() && sd > 0.0;
        let mut number = Self { column, tail, fill, mean, sd: if spread { sd } else { 1.0 }, gaps, bends: Vec::new() };
        number.bends = number.bends(&known);
        (spread || gaps).then_some(number)
    }

    /// Quantiles of the known values, if there are many different values.
    fn bends(&self, sorted: &[f64]) -> Vec<f64> {
        let different = 1 + sorted.windows(2).filter(|w| w[0] < w[1]).count();
        if different < MIN_BENT_VALUES {
            return Vec::new();
        }
        let at = |share: f64| self.units(sorted[(share * (sorted.len() - 1) as f64) as usize]);
        let mut bends: Vec<f64> = BEND_SHARES.iter().map(|&s| at(s)).collect();
        bends.dedup();
        bends
    }

    /// Writes the column's cells of one row.
    fn write(&self, value: f64, cells: &mut [f64]) {
        let units = self.units(value);
        cells[0] = units;
        for (cell, bend) in cells[1..].iter_mut().zip(&self.bends) {
            *cell = (units - bend).max(0.0);
        }
        if self.gaps && value.is_nan() {
            cells[1 + self.bends.len()] = 1.0;
        }
    }

    fn units(&self, value: f64) -> f64 {
        let value = if value.is_nan() { self.fill } else { value };
        ((on_scale(value, self.tail) - self.mean) / self.sd).clamp(-MAX_UNITS, MAX_UNITS)
    }
}

/// The unit of the log scale (the median of the positive values) for non-negative sorted values with a long upper tail.
fn tail(sorted: &[f64]) -> Option<f64> {
    let positive = sorted.partition_point(|&v| v <= 0.0);
    let never_negative = sorted.first().is_some_and(|&v| v >= 0.0);
    (never_negative && skewness(sorted) >= LONG_TAIL).then(|| sorted[(positive + sorted.len()) / 2])
}

fn on_scale(value: f64, tail: Option<f64>) -> f64 {
    match tail {
        Some(unit) => libm::log1p(value.max(0.0) / unit),
        None => value,
    }
}
