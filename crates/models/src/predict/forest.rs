//! The forest member: the average of many trees whose cuts are drawn at random.
//!
//! In plain words: a hundred rough trees, each blind in its own way; their average is smooth and hard to fool.
//! Model:  at each node some columns are drawn, each with one random cut between its least and greatest value; the best of these
//!         cuts is made until few rows are left. A leaf holds class shares or a mean; the forest averages leaves.
//! Shapes: the columns of [`super::tree_columns`], a gap becoming a number below all others.
//! Gives:  mean responses (not scores): one vector, or one a class. Fails: never.
//! Cost:   trees * rows * log(rows) * drawn columns.
//! Source: Geurts, Ernst, Wehenkel (2006), "Extremely randomized trees". Written here because smartcore's trees draw from a
//!         generator that differs between 32-bit and 64-bit machines.

use serde::{Deserialize, Serialize};

use crate::feature::Features;
use crate::random::Random;

use super::Target;
use super::link::Link;
use super::random_tree::{Answers, Plan, Tree};
use super::tree_columns::TreeColumns;

const TREES: usize = 100;
/// Trees of a large table, where single trees are good and cost most.
const FEW_TREES: usize = 60;
/// Cells (rows * columns) that make a table large.
const LARGE_CELLS: usize = 60_000;
/// Fewest rows in a leaf, for numbers and for classes.
const MIN_LEAF_ROWS: [usize; 2] = [4, 5];
/// Rows of the overall class shares that are mixed into a leaf's, so that no class is impossible.
const PRIOR_ROWS: f64 = 0.5;

/// A fitted forest member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Forest {
    columns: TreeColumns,
    /// What a gap becomes in each column.
    gaps: Vec<f32>,
    /// Number of mean responses.
    responses: usize,
    trees: Vec<Tree>,
}

impl Forest {
    pub fn fit(features: &Features, target: &Target, link: &Link, seed: u64) -> Self {
        let responses = link.responses(target);
        let (columns, made) = TreeColumns::new(features, &responses, seed);
        let gaps: Vec<f32> = made.iter().map(|c| below_all(c)).collect();
        let data = without_gaps(&made, &gaps);
        let mut random = Random::new(seed ^ 0x666f_7265_7374);
        let prior = responses.iter().map(|y| y.iter().sum::<f64>() / y.len() as f64).collect();
        let answers = Answers::new(&responses);
        let (min_rows, prior_rows) = match link {
            Link::Identity { .. } | Link::Log { .. } => (MIN_LEAF_ROWS[0], 0.0),
            _ => (MIN_LEAF_ROWS[1], PRIOR_ROWS),
        };
        let trees = if target.rows() * data.len() > LARGE_CELLS { FEW_TREES } else { TREES };
        let plan = Plan { drawn: drawn(data.len(), link), data, answers, prior, prior_rows, min_rows };
        let trees = (0..trees).map(|_| plan.grow(&mut random)).collect();
        Self { columns, gaps, responses: responses.len(), trees }
    }

    /// Mean responses, one vector each.
    pub fn means(&self, features: &Features) -> Vec<Vec<f64>> {
        let data = without_gaps(&self.columns.columns(features), &self.gaps);
        let mut means = vec![vec![0.0; features.rows()]; self.responses];
        for tree in &self.trees {
            for r in 0..features.rows() {
                for (mean, value) in means.iter_mut().zip(tree.leaf(&data, r)) {
                    mean[r] += f64::from(*value);
                }
            }
        }
        let trees = self.trees.len() as f64;
        means.iter_mut().flatten().for_each(|m| *m /= trees);
        means
    }
}

/// Number of columns drawn at a node: numbers gain from looking at all of them, classes from variety.
fn drawn(columns: usize, link: &Link) -> usize {
    match link {
        Link::Identity { .. } | Link::Log { .. } => columns,
        _ => columns.div_ceil(2),
    }
}

/// A number below all of a column's, so far that a random cut often falls between.
fn below_all(column: &[f64]) -> f32 {
    let known = || column.iter().copied().filter(|v| !v.is_nan());
    let low = known().fold(f64::INFINITY, f64::min);
    let high = known().fold(f64::NEG_INFINITY, f64::max);
    if low <= high { bounded(low - 0.5 * (high - low) - f64::from(u8::from(low == high))) } else { 0.0 }
}

fn without_gaps(columns: &[Vec<f64>], gaps: &[f32]) -> Vec<Vec<f32>> {
    let fill = |(c, &gap): (&Vec<f64>, &f32)| c.iter().map(|&v| if v.is_nan() { gap } else { bounded(v) }).collect();
    columns.iter().zip(gaps).map(fill).collect()
}

/// As a single-precision number, never infinite.
fn bounded(value: f64) -> f32 {
    value.clamp(-1e38, 1e38) as f32
}
