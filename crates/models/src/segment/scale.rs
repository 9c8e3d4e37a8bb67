//! Columns on a common scale, so that each has one vote in a distance.
//!
//! In plain words: numbers are counted in standard deviations (amounts that run over several sizes by their logarithm), categories as
//! yes/no columns that together weigh as much as one number; gaps sit at the middle.
//! Model:  z = (x - mean) / sd, cut at +-5; level l of a category: (is_l - p_l) / sqrt(sum_l p_l (1 - p_l)), so its variance is 1.
//! Shapes: n rows -> n x width, width = numbers + levels (at most [`LEVELS`] a category, the rest pooled).
//! Source: one vote a column as in factor analysis of mixed data (Pages, 2004).

use crate::feature::{Feature, Features};

/// Levels of a category that are told apart.
const LEVELS: usize = 20;
const FARTHEST: f64 = 5.0;
/// Skewness above which positive numbers go by their logarithm.
const SKEWED: f64 = 2.0;

/// Rows on the common scale, row after row.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// Cells of a row.
    pub width: usize,
    /// `rows * width` values.
    pub cells: Vec<f64>,
}

impl Matrix {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.cells.len() / self.width.max(1)
    }

    /// One row.
    pub fn row(&self, r: usize) -> &[f64] {
        &self.cells[r * self.width..(r + 1) * self.width]
    }

    /// The given rows.
    pub fn take(&self, rows: &[usize]) -> Self {
        Self { width: self.width, cells: rows.iter().flat_map(|&r| self.row(r).iter().copied()).collect() }
    }
}

/// Squared Euclidean distance, summed from left to right.
pub fn square_distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0, |sum, (x, y)| sum + (x - y) * (x - y))
}

/// Scales the columns that vary, and says of which feature each cell of a row is; width 0 if none varies.
pub fn scale(features: &Features) -> (Matrix, Vec<usize>) {
    let mut columns: Vec<Vec<f64>> = Vec::new();
    let mut of = Vec::new();
    for (place, feature) in features.columns.iter().enumerate() {
        columns.extend(match feature {
            Feature::Number(values) => number(values),
            Feature::Category { codes, .. } => category(codes),
        });
        of.resize(columns.len(), place);
    }
    let width = columns.len();
    let rows = features.rows();
    let cells = (0..rows).flat_map(|r| columns.iter().map(move |c| c[r])).collect();
    (Matrix { width, cells }, of)
}

fn number(values: &[f64]) -> Vec<Vec<f64>> {
    let top = values.iter().filter(|v| v.is_finite()).fold(0.0, |top: f64, v| top.max(v.abs()));
    // Cubes of huge numbers would overflow.
    let unit = if top > 1e90 { top } else { 1.0 };
    let mut x: Vec<f64> = values.iter().map(|v| v / unit).collect();
    let Some((_, sd, skew)) = moments(&x) else { return Vec::new() };
    let low = x.iter().copied().filter(|v| v.is_finite()).fold(f64::INFINITY, f64::min);
    if skew > SKEWED && low >= 0.0 {
        // The unit of the logarithm is a small typical step, so that zero and one stay apart in counts.
        let unit = typical(&x, low).unwrap_or(sd);
        x.iter_mut().for_each(|v| *v = libm::log1p((*v - low) / unit));
    }
    let Some((mean, sd, _)) = moments(&x) else { return Vec::new() };
    let z = |v: f64| if v.is_finite() { ((v - mean) / sd).clamp(-FARTHEST, FARTHEST) } else { 0.0 };
    vec![x.into_iter().map(z).collect()]
}

/// Mean, standard deviation and skewness of the finite values; `None` if they do not vary.
fn moments(values: &[f64]) -> Option<(f64, f64, f64)> {
    let kept: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    let n = kept.len() as f64;
    let mean = kept.iter().sum::<f64>() / n;
    let square = kept.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / n;
    let sd = square.sqrt();
    if !(sd > 1e-12 * mean.abs() && sd.is_finite() && sd > 0.0) {
        return None;
    }
    let cube = kept.iter().map(|v| ((v - mean) / sd) * ((v - mean) / sd) * ((v - mean) / sd)).sum::<f64>() / n;
    Some((mean, sd, cube))
}

/// Median of the values above the lowest, as a distance from it.
fn typical(values: &[f64], low: f64) -> Option<f64> {
    let mut above: Vec<f64> = values.iter().filter(|v| v.is_finite() && **v > low).map(|v| v - low).collect();
    above.sort_unstable_by(f64::total_cmp);
    above.get(above.len() / 2).copied()
}

fn category(codes: &[u32]) -> Vec<Vec<f64>> {
    let mut sorted = codes.to_vec();
    sorted.sort_unstable();
    let mut levels: Vec<(usize, u32)> = sorted.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0])).collect();
    // A column of names or numbers of its own for every row says nothing about groups.
    if levels.len() < 2 || levels.len() * 2 > codes.len() {
        return Vec::new();
    }
    levels.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let pooled = levels.len() > LEVELS;
    levels.truncate(LEVELS);
    let n = codes.len() as f64;
    let mut parts: Vec<Vec<f64>> =
        levels.iter().map(|&(_, level)| codes.iter().map(|&c| f64::from(u8::from(c == level))).collect()).collect();
    if pooled {
        let rest = codes.iter().map(|c| f64::from(u8::from(levels.iter().all(|(_, level)| level != c))));
        parts.push(rest.collect());
    }
    let shares: Vec<f64> = parts.iter().map(|part| part.iter().sum::<f64>() / n).collect();
    let weight = 1.0 / shares.iter().map(|p| p * (1.0 - p)).sum::<f64>().sqrt();
    for (part, p) in parts.iter_mut().zip(&shares) {
        part.iter_mut().for_each(|x| *x = (*x - p) * weight);
    }
    parts
}
