//! Which rows are learnt from and which are held out.

use serde::{Deserialize, Serialize};

use crate::random::Random;

use super::Target;

/// Most rows that are learnt from; more give little and take long.
pub const MAX_ROWS: usize = 20_000;
/// Rows of a rare class that a sample keeps in any case.
const RARE_ROWS: usize = 50;
/// Folds when there are enough rows.
const FOLDS: usize = 5;
/// With fewer rows than this a fold would hold out too few to say anything, so there are fewer, larger ones.
const FEW_ROWS: usize = 50;

/// A partition of the rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folds {
    /// Fold of each row, `0..count`.
    pub of_row: Vec<u8>,
    /// Number of folds, at least 2.
    pub count: usize,
}

impl Folds {
    /// Rows that the fold learns from and rows that it holds out, ascending.
    pub fn split(&self, fold: usize) -> (Vec<usize>, Vec<usize>) {
        (0..self.of_row.len()).partition(|&r| usize::from(self.of_row[r]) != fold)
    }
}

/// Five folds (three with fewer than 50 rows) with the same mix of answers in each: rows are ordered by class, or by size of the
/// number, and dealt out in turn, in random order among neighbours.
pub fn folds(target: &Target, seed: u64) -> Folds {
    let count = if target.rows() < FEW_ROWS { 3 } else { FOLDS };
    Folds { of_row: stratified(target, count, seed), count }
}

/// Fold of each row, `0..count`, with the same mix of answers in each.
pub(super) fn stratified(target: &Target, count: usize, seed: u64) -> Vec<u8> {
    let mut random = Random::new(seed);
    let mut of_row = vec![0; target.rows()];
    let mut labels: Vec<u8> = (0..count).map(|f| f as u8).collect();
    for block in order(target, &mut random).chunks(count) {
        random.shuffle(&mut labels);
        for (&row, &label) in block.iter().zip(&labels) {
            of_row[row] = label;
        }
    }
    of_row
}

/// The rows to learn from: all of them, or some [`MAX_ROWS`] with the same mix of answers, of each class at least a few. Ascending.
pub fn sample(target: &Target, seed: u64) -> Vec<usize> {
    let rows = target.rows();
    if rows <= MAX_ROWS {
        return (0..rows).collect();
    }
    let order = order(target, &mut Random::new(seed));
    let mut chosen: Vec<usize> =
        (0..MAX_ROWS).map(|i| order[(i as u64 * rows as u64 / MAX_ROWS as u64) as usize]).collect();
    if let Target::Class { codes, .. } = target {
        chosen.extend(rare(&order, codes));
    }
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// The first rows of each class in an order by class: a stride alone may step over a class of a few rows.
fn rare(order: &[usize], codes: &[u32]) -> Vec<usize> {
    let mut kept = Vec::new();
    let (mut class, mut count) = (None, 0);
    for &row in order {
        if class != Some(codes[row]) {
            (class, count) = (Some(codes[row]), 0);
        }
        if count < RARE_ROWS {
            kept.push(row);
        }
        count += 1;
    }
    kept
}

/// Rows by class or by number; equal ones in random order.
fn order(target: &Target, random: &mut Random) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..target.rows()).collect();
    random.shuffle(&mut rows);
    match target {
        Target::Class { codes, .. } => rows.sort_by_key(|&r| codes[r]),
        Target::Number(values) => rows.sort_by(|&a, &b| values[a].total_cmp(&values[b])),
    }
    rows
}
