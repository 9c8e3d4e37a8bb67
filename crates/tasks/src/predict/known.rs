//! What is known of a row when it is to be predicted.
//!
//! In plain words: hours of overtime are written down together with the hours on the road. Where the one is to be predicted the
//! other is empty as well: whoever learnt from it would be very good at rows whose answer is known, and at no others.
//! Model:  such a clue is filled less than half as often in the rows to predict as in those with an answer, and too seldom for
//!         chance (one-sided binomial test, 1 %). Rows that hold next to nothing, such as a closing word, say nothing.
//! Cost:   one pass over each column with gaps.

use std::collections::BTreeMap;

use sanpo_api::{ColumnProfile, ColumnType, Problem};
use sanpo_models::feature::MISSING;
use sanpo_table::Table;

use crate::columns::is_mark;

/// A column that waits for answers is empty in at least so many rows at an end of the table.
const FEW: usize = 3;
/// Such gaps by chance are rarer than this.
const CHANCE: f64 = 0.01;

/// Which cells hold something.
pub struct Cells {
    /// Of the columns with gaps, for each row.
    gaps: BTreeMap<String, Vec<bool>>,
    /// Columns in which nothing beside a mark is an answer, not a gap.
    marks: Vec<String>,
    /// Rows that hold more than one thing.
    rows: Vec<usize>,
}

impl Cells {
    /// Looks at the whole table.
    pub fn new(table: &Table) -> Result<Self, Problem> {
        let columns = &table.profile().columns;
        let is_mark = |c: &ColumnProfile| is_mark(c, table.rows());
        let gappy = |c: &&ColumnProfile| c.n_missing > 0 && !is_mark(c);
        let full = columns.iter().filter(|c| c.n_missing == 0).count();
        let mut gaps = BTreeMap::new();
        let mut held = vec![full; table.rows()];
        for column in columns.iter().filter(gappy) {
            let cells = filled(table, &column.name, column.kind)?;
            held.iter_mut().zip(&cells).for_each(|(held, cell)| *held += usize::from(*cell));
            gaps.insert(column.name.clone(), cells);
        }
        let rows = (0..table.rows()).filter(|&row| held[row] > 1).collect();
        let marks = columns.iter().filter(|c| is_mark(c)).map(|c| c.name.clone()).collect();
        Ok(Self { gaps, marks, rows })
    }

    fn has(&self, name: &str, row: usize) -> bool {
        self.gaps.get(name).is_none_or(|cells| cells[row])
    }

    /// Whether the column waits for answers: nearly all of its gaps lie together at the end of the table, or at its beginning.
    pub fn waits(&self, name: &str) -> bool {
        let empty = |row: &&usize| !self.has(name, **row);
        let all = self.rows.iter().filter(empty).count();
        let last = self.rows.iter().rev().take_while(empty).count();
        let first = self.rows.iter().take_while(empty).count();
        let most = last.max(first);
        most >= FEW && most * 10 >= all * 9 && all * 2 < self.rows.len()
    }

    /// Those of the columns that are filled in where the target is known, and empty where it is to be predicted.
    pub fn late(&self, target: &str, columns: &[String]) -> Vec<String> {
        let (known, open): (Vec<usize>, Vec<usize>) = self.rows.iter().partition(|&&row| self.has(target, row));
        let count = |name: &str, rows: &[usize]| (rows.iter().filter(|&&r| self.has(name, r)).count(), rows.len());
        let is_late = |name: &&String| self.gaps.contains_key(*name) && fewer(count(name, &known), count(name, &open));
        columns.iter().filter(is_late).cloned().collect()
    }

    /// Those of the columns that are filled here and empty in a table of rows to predict.
    pub fn late_in(&self, new: &Self, columns: &[String]) -> Vec<String> {
        let count = |cells: &Self, name: &str| {
            (cells.rows.iter().filter(|&&row| cells.has(name, row)).count(), cells.rows.len())
        };
        let is_late = |name: &&String| !self.marks.contains(name) && fewer(count(self, name), count(new, name));
        columns.iter().filter(is_late).cloned().collect()
    }
}

fn filled(table: &Table, name: &str, kind: ColumnType) -> Result<Vec<bool>, Problem> {
    Ok(match kind {
        ColumnType::Number => table.numbers(name)?.iter().map(|value| !value.is_nan()).collect(),
        ColumnType::Date => table.moments(name)?.iter().map(Option::is_some).collect(),
        ColumnType::Empty => vec![false; table.rows()],
        ColumnType::Category | ColumnType::Text | ColumnType::Id => {
            table.categories(name)?.codes.iter().map(|code| *code != MISSING).collect()
        }
    })
}

/// Whether a column is filled in so few of the open rows that it is not known there. Both are pairs of filled rows and all rows.
fn fewer(known: (usize, usize), open: (usize, usize)) -> bool {
    let half = 2.0 * open.0 as f64 * (known.1 as f64) < known.0 as f64 * open.1 as f64;
    half && at_most(open.0, open.1, (known.0 as f64 + 1.0) / (known.1 as f64 + 2.0)) < CHANCE
}

/// The chance of at most `most` hits in `n` draws that each hit with the probability `p`, strictly between 0 and 1.
fn at_most(most: usize, n: usize, p: f64) -> f64 {
    let mut term = (0..n).fold(1.0, |product, _| product * (1.0 - p));
    let mut sum = term;
    for hits in 0..most {
        term *= (n - hits) as f64 / (hits + 1) as f64 * p / (1.0 - p);
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn binomial_tails() {
        assert!((at_most(0, 2, 0.5) - 0.25).abs() < 1e-12);
        assert!((at_most(2, 4, 0.5) - 11.0 / 16.0).abs() < 1e-12);
        assert!((at_most(4, 4, 0.3) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn gaps_that_are_as_frequent_as_elsewhere_are_no_sign() {
        assert!(fewer((480, 480), (0, 40)));
        assert!(fewer((480, 480), (0, 1)));
        assert!(fewer((200, 480), (1, 40)));
        // Half of the rows to predict have it; three in ten have it anyway; nobody is asked.
        assert!(!fewer((480, 480), (20, 40)));
        assert!(!fewer((144, 480), (0, 3)));
        assert!(!fewer((480, 480), (0, 0)));
    }
}
