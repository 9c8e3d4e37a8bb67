//! How empty a row's neighbourhood is in each column on its own.
//!
//! In plain words: a value where few others are is odd, be it at the edge or in a hole; so is a rare category or a rare gap.
//! Model:  sum over columns of -ln of the share of rows in the value's bin, over the fullest bin's share.
//! Shapes: rows of the squeezed cells.
//! Gives:  a score from 0, larger is odder.
//! Cost:   one look-up a cell.
//! Source: Goldstein and Dengel (KI 2012).

use serde::{Deserialize, Serialize};

use super::columns::Row;

const BINS: usize = 20;

/// Fitted histograms.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Histogram {
    columns: Vec<Bins>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Bins {
    low: f64,
    width: f64,
    /// -ln of the share over the fullest bin's share; empty for categories, whose surprise stands in the row.
    emptiness: Vec<f64>,
    floor: f64,
}

impl Histogram {
    /// Counts the sample's rows.
    pub fn fit(rows: &[Row], is_category: &[bool]) -> Self {
        let columns = is_category.iter().enumerate().map(|(c, &kind)| count(rows, c, kind)).collect();
        Self { columns }
    }

    /// Score of a row.
    pub fn score(&self, row: &Row) -> f64 {
        let cells = self.columns.iter().zip(&row.cells).zip(&row.surprise);
        cells.map(|((bins, &x), &surprise)| bins.emptiness(x, surprise)).sum()
    }
}

impl Bins {
    fn emptiness(&self, x: f64, surprise: f64) -> f64 {
        if surprise > 0.0 || self.emptiness.is_empty() {
            return surprise;
        }
        let place = (x - self.low) / self.width;
        // Beyond the sample's range the score goes on growing, so that far is odder than near.
        let beyond = (-place).max(place - BINS as f64);
        if beyond > 0.0 {
            return self.floor + libm::log1p(beyond);
        }
        self.emptiness[(place as usize).min(BINS - 1)]
    }
}

fn count(rows: &[Row], c: usize, is_category: bool) -> Bins {
    let values = || rows.iter().filter(|r| r.surprise[c] == 0.0).map(|r| r.cells[c]);
    let low = values().fold(f64::INFINITY, f64::min);
    let high = values().fold(f64::NEG_INFINITY, f64::max);
    let width = (high - low) / BINS as f64;
    if is_category || width.is_nan() || width <= 0.0 {
        return Bins { low: 0.0, width: 1.0, emptiness: Vec::new(), floor: 0.0 };
    }
    let mut counts = [0.0; BINS];
    values().for_each(|x| counts[(((x - low) / width) as usize).min(BINS - 1)] += 1.0);
    let top = counts.iter().fold(0.0f64, |top, &n| top.max(n)) + 0.5;
    let emptiness = counts.iter().map(|n| -libm::log((n + 0.5) / top)).collect();
    Bins { low, width, emptiness, floor: -libm::log(0.5 / top) }
}
