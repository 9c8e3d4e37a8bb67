//! Distance to the neighbours in a fixed reference sample, near and far.
//!
//! In plain words: a row far from every row that we have seen is odd.
//! Model:  (1) distance to the k-th nearest of m reference rows, k = 5 % of m; (2) the mean over many bags of 16 reference rows
//!         of the distance to the nearest in the bag, which sees the dense parts at a coarser grain.
//! Shapes: rows of the squeezed cells; category columns differ by [`MISMATCH`] or not at all.
//! Gives:  two distances, larger is odder.
//! Cost:   m x width a row, m at most 640.
//! Source: Ramaswamy, Rastogi and Shim (SIGMOD 2000); bags after Sugiyama and Borgwardt (NeurIPS 2013) and Bandaragoda et al.
//!         (Computational Intelligence 2018).

use serde::{Deserialize, Serialize};

use super::columns::Row;
use crate::random::Random;

const REFERENCES: usize = 640;
const BAGS: usize = 60;
const BAG_ROWS: usize = 16;
/// Squared distance between two different categories: about that of two random rows in one number column.
const MISMATCH: f64 = 1.0;

/// A fitted reference sample.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Neighbours {
    /// Cells of the reference rows, column after column.
    cells: Vec<f64>,
    /// Codes of the reference rows, column after column.
    codes: Vec<u32>,
    /// Whether a cell column is a category, whose distance is counted by code.
    is_category: Vec<bool>,
    references: usize,
    bags: Vec<u32>,
}

impl Neighbours {
    /// Draws the references among the sample's rows.
    pub fn fit(rows: &[Row], is_category: Vec<bool>, random: &mut Random) -> Self {
        let chosen = random.sample(rows.len(), REFERENCES);
        let by_column = |width: usize| (0..width).flat_map(|c| chosen.iter().map(move |&r| (r, c)));
        let cells = by_column(is_category.len()).map(|(r, c)| rows[r].cells[c]).collect();
        let kinds = is_category.iter().filter(|&&k| k).count();
        let codes = by_column(kinds).map(|(r, c)| rows[r].codes[c]).collect();
        let bags = (0..BAGS * BAG_ROWS).map(|_| random.index(chosen.len()) as u32).collect();
        Self { cells, codes, is_category, references: chosen.len(), bags }
    }

    /// The two distances of a row; `work` is room for one distance a reference.
    pub fn score(&self, row: &Row, work: &mut Vec<f64>) -> [f64; 2] {
        work.clear();
        work.resize(self.references, 0.0);
        let mut kind = 0;
        for (c, &is_category) in self.is_category.iter().enumerate() {
            let span = |i: usize| i * self.references..(i + 1) * self.references;
            if is_category {
                let code = row.codes[kind];
                for (sum, &other) in work.iter_mut().zip(&self.codes[span(kind)]) {
                    *sum += if other == code { 0.0 } else { MISMATCH };
                }
                kind += 1;
            } else {
                let x = row.cells[c];
                for (sum, &other) in work.iter_mut().zip(&self.cells[span(c)]) {
                    *sum += (other - x) * (other - x);
                }
            }
        }
        let nearest = self.bags.chunks(BAG_ROWS).map(|bag| {
            let least = bag.iter().fold(f64::INFINITY, |least, &r| least.min(work[r as usize]));
            least.sqrt()
        });
        let bagged = nearest.sum::<f64>() / BAGS as f64;
        let k = (self.references / 20).max(5).min(self.references - 1);
        let (_, kth, _) = work.select_nth_unstable_by(k, f64::total_cmp);
        [kth.sqrt(), bagged]
    }
}
