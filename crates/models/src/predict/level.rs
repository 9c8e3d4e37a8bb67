//! Which levels of a category get a column of their own; rare ones share one.

use serde::{Deserialize, Serialize};

use crate::feature::{Feature, Features};

/// A level with fewer rows than this has no column of its own.
const MIN_LEVEL_ROWS: usize = 5;

/// Places of the levels of one category column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Levels {
    /// Place of each level, `0..count`, or `count` for none.
    place: Vec<u16>,
    /// Number of places; the last one is for pooled rare levels if there are any.
    pub count: usize,
}

impl Levels {
    /// Gives places to at most `most` levels, the most frequent first (ties: the lower code).
    pub fn new(codes: &[u32], levels: u32, most: usize) -> Self {
        let mut rows = vec![0usize; levels as usize];
        for &code in codes {
            if let Some(n) = rows.get_mut(code as usize) {
                *n += 1;
            }
        }
        let mut order: Vec<usize> = (0..rows.len()).filter(|&l| rows[l] >= MIN_LEVEL_ROWS).collect();
        order.sort_by_key(|&l| (std::cmp::Reverse(rows[l]), l));
        order.truncate(most.min(usize::from(u16::MAX) - 1));
        let pooled: usize = rows.iter().sum::<usize>() - order.iter().map(|&l| rows[l]).sum::<usize>();
        let count = order.len() + usize::from(pooled >= MIN_LEVEL_ROWS);
        // Levels that the training rows do not have are treated as missing, not as rare.
        let mut place: Vec<u16> =
            rows.iter().map(|&n| if n > 0 { order.len().min(count) as u16 } else { count as u16 }).collect();
        for (p, &level) in order.iter().enumerate() {
            place[level] = p as u16;
        }
        Self { place, count }
    }

    /// Place of a code; `None` if it is missing, unknown or has no place.
    pub fn place(&self, code: u32) -> Option<usize> {
        self.place.get(code as usize).map(|&p| usize::from(p)).filter(|&p| p < self.count)
    }
}

/// The numbers of a column; `NaN` where there is no finite number, and everywhere if it is not a number column.
pub(super) fn numbers(features: &Features, column: usize) -> Vec<f64> {
    match features.columns.get(column) {
        // Adding zero turns -0 into 0, which sort apart.
        Some(Feature::Number(values)) => {
            values.iter().map(|&v| if v.is_finite() { v + 0.0 } else { f64::NAN }).collect()
        }
        _ => vec![f64::NAN; features.rows()],
    }
}

/// The codes of a column; `None` if it is not a category column.
pub(super) fn codes(features: &Features, column: usize) -> Option<&[u32]> {
    match features.columns.get(column) {
        Some(Feature::Category { codes, .. }) => Some(codes),
        _ => None,
    }
}
