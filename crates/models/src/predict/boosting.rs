//! The boosting member: many small trees, each correcting a little of what the ones before left over.
//!
//! In plain words: simple yes/no questions about the columns, asked hundreds of times, each answer moving the prediction a bit.
//! Model:  score = base + sum of small trees, fitted by second-order gradient steps on squares, log loss or Poisson loss.
//! Shapes: the columns of [`super::tree_columns`]; several classes grow one tree a class in each round.
//! Gives:  one score vector, or one a class. Fails: never; without usable columns it is the base.
//! Cost:   rounds * classes * (rows + bins * leaves) * columns * depth.
//! Source: Chen & Guestrin (2016), "XGBoost: a scalable tree boosting system"; Friedman (2001) for the shrinkage.

use serde::{Deserialize, Serialize};

use crate::feature::Features;
use crate::random::Random;

use super::Target;
use super::grower::{Grower, Growth, Tree};
use super::link::Link;
use super::tree_columns::TreeColumns;

/// Share of the columns that each tree may use.
const COLUMN_FRAC: f64 = 0.7;
/// Least curvature of a row, relative to 1: keeps Newton steps short where the model is sure.
const MIN_CURVATURE: f64 = 1e-6;

/// A fitted boosting member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Boosting {
    columns: TreeColumns,
    base: Vec<f64>,
    /// Trees of each score.
    trees: Vec<Vec<Tree>>,
}

/// Settings by size of the task: many slow rounds of shallow trees for small tables, deeper ones where rows allow it.
pub(super) fn settings(rows: usize, link: &Link) -> (usize, Growth) {
    let depth = match rows {
        0..1_000 => 2,
        1_000..5_000 => 3,
        5_000..10_000 => 4,
        _ => 6,
    };
    let (rounds, learning_rate) = match link {
        Link::Softmax { classes } if *classes > 5 => (100, 0.09),
        Link::Softmax { .. } => (150, 0.06),
        _ if rows < 6_000 => (300, 0.03),
        _ => (400, 0.06),
    };
    let min_leaf_weight = match link {
        Link::Identity { .. } => 8.0,
        _ => 2.0,
    };
    (rounds, Growth { depth, bins: if rows < 2_000 { 64 } else { 128 }, learning_rate, l2: 1.0, min_leaf_weight })
}

impl Boosting {
    pub fn fit(features: &Features, target: &Target, link: &Link, seed: u64) -> Self {
        let responses = link.responses(target);
        let (columns, made) = TreeColumns::new(features, &responses, seed);
        let base = link.base(&responses);
        let (rounds, growth) = settings(target.rows(), link);
        let trees = match Grower::new(&made, &growth) {
            Some(grower) => boost(&grower, &responses, link, &base, rounds, seed),
            None => vec![Vec::new(); base.len()],
        };
        Self { columns, base, trees }
    }

    /// Scores, one vector each.
    pub fn scores(&self, features: &Features) -> Vec<Vec<f64>> {
        let columns = self.columns.columns(features);
        let score = |(base, trees): (&f64, &Vec<Tree>)| {
            let mut scores = vec![*base; features.rows()];
            for tree in trees {
                scores.iter_mut().enumerate().for_each(|(r, s)| *s += tree.value(&columns, r));
            }
            scores
        };
        self.base.iter().zip(&self.trees).map(score).collect()
    }
}

fn boost(
    grower: &Grower,
    responses: &[Vec<f64>],
    link: &Link,
    base: &[f64],
    rounds: usize,
    seed: u64,
) -> Vec<Vec<Tree>> {
    let mut random = Random::new(seed);
    let rows = responses[0].len();
    let used = ((grower.columns() as f64 * COLUMN_FRAC).ceil() as usize).clamp(1, grower.columns());
    let mut scores: Vec<Vec<f64>> = base.iter().map(|&b| vec![b; rows]).collect();
    let mut trees = vec![Vec::with_capacity(rounds); base.len()];
    for _ in 0..rounds {
        let slopes = slopes(link, &scores, responses);
        for (k, (gradient, curvature)) in slopes.iter().enumerate() {
            let mut columns = random.sample(grower.columns(), used);
            columns.sort_unstable();
            trees[k].push(grower.grow(&columns, gradient, curvature, &mut scores[k]));
        }
    }
    trees
}

/// First and second derivative of the loss by each score.
fn slopes(link: &Link, scores: &[Vec<f64>], responses: &[Vec<f64>]) -> Vec<(Vec<f32>, Vec<f32>)> {
    let rows = responses[0].len();
    let mut slopes = vec![(vec![0.0; rows], vec![0.0; rows]); scores.len()];
    let mut means = vec![0.0; scores.len()];
    for r in 0..rows {
        for (mean, score) in means.iter_mut().zip(scores) {
            *mean = score[r];
        }
        link.mean(&mut means);
        for (k, &mean) in means.iter().enumerate() {
            let curvature = match link {
                Link::Identity { .. } => 1.0,
                Link::Log { .. } => mean,
                Link::Logistic | Link::Softmax { .. } => mean * (1.0 - mean),
            };
            slopes[k].0[r] = (mean - responses[k][r]) as f32;
            slopes[k].1[r] = curvature.max(MIN_CURVATURE) as f32;
        }
    }
    slopes
}
