//! One tree of the forest: cuts drawn at random, the best of a few kept at each node.
//!
//! Source: Geurts, Ernst, Wehenkel (2006), "Extremely randomized trees", table 1.

use serde::{Deserialize, Serialize};

use crate::random::Random;

/// A grown tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// Leaf contents, `responses` numbers a leaf.
    values: Vec<f32>,
}

/// The left child of a split is the next node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Node {
    Leaf { values: u32 },
    Split { column: u32, at_most: f32, right: u32 },
}

impl Tree {
    /// Values of the leaf that row `r` falls into.
    pub fn leaf(&self, data: &[Vec<f32>], r: usize) -> &[f32] {
        let mut at = 0;
        loop {
            match self.nodes[at] {
                Node::Leaf { values } => return &self.values[values as usize..],
                Node::Split { column, at_most, right } => {
                    at = if data[column as usize][r] <= at_most { at + 1 } else { right as usize };
                }
            }
        }
    }
}

/// What all trees share while they grow.
pub(super) struct Plan<'a> {
    /// Columns without gaps.
    pub data: Vec<Vec<f32>>,
    /// Columns that are tried at a node.
    pub drawn: usize,
    pub answers: Answers<'a>,
    /// Overall mean of each response, and how many rows of it are mixed into a leaf.
    pub prior: Vec<f64>,
    pub prior_rows: f64,
    /// Fewest rows in a leaf.
    pub min_rows: usize,
}

/// Responses in the form that is counted fastest.
pub(super) enum Answers<'a> {
    One(&'a [f64]),
    /// Which of several responses is 1.
    Classes(Vec<u8>),
}

impl<'a> Answers<'a> {
    pub fn new(responses: &'a [Vec<f64>]) -> Self {
        if let [one] = responses {
            return Self::One(one);
        }
        let class = |r: usize| responses.iter().position(|y| y[r] == 1.0).unwrap_or(0) as u8;
        Self::Classes((0..responses[0].len()).map(class).collect())
    }

    fn rows(&self) -> usize {
        match self {
            Self::One(y) => y.len(),
            Self::Classes(codes) => codes.len(),
        }
    }

    fn is_constant(&self, rows: &[u32]) -> bool {
        let mut pairs = rows.windows(2).map(|w| (w[0] as usize, w[1] as usize));
        match self {
            Self::One(y) => pairs.all(|(a, b)| y[a] == y[b]),
            Self::Classes(codes) => pairs.all(|(a, b)| codes[a] == codes[b]),
        }
    }

    /// Number of rows for which `left` holds (0 or 1), and the sum of each response over them.
    fn sums(&self, rows: &[u32], left: impl Fn(usize) -> f64, sums: &mut [f64]) -> f64 {
        sums.fill(0.0);
        let mut count = 0.0;
        // Multiplying by 0 or 1 spares the processor a jump that it cannot foresee.
        match self {
            Self::One(y) => {
                for &r in rows {
                    let left = left(r as usize);
                    count += left;
                    sums[0] += left * y[r as usize];
                }
            }
            Self::Classes(codes) => {
                rows.iter().for_each(|&r| sums[usize::from(codes[r as usize])] += left(r as usize));
                count = sums.iter().sum();
            }
        }
        count
    }
}

/// A node whose rows are still to be split.
struct Open {
    start: usize,
    end: usize,
    /// The split whose right child this is.
    right_of: Option<usize>,
}

struct Cut {
    column: usize,
    at_most: f32,
    score: f64,
}

impl Plan<'_> {
    pub fn grow(&self, random: &mut Random) -> Tree {
        let mut rows: Vec<u32> = (0..self.answers.rows() as u32).collect();
        let mut order: Vec<usize> = (0..self.data.len()).collect();
        let mut tree = Tree { nodes: Vec::new(), values: Vec::new() };
        let mut open = vec![Open { start: 0, end: rows.len(), right_of: None }];
        while let Some(Open { start, end, right_of }) = open.pop() {
            let at = tree.nodes.len();
            if let Some(parent) = right_of
                && let Node::Split { right, .. } = &mut tree.nodes[parent]
            {
                *right = at as u32;
            }
            match self.best_cut(&rows[start..end], &mut order, random) {
                Some(cut) => {
                    let middle = start + part(&mut rows[start..end], &self.data[cut.column], cut.at_most);
                    tree.nodes.push(Node::Split { column: cut.column as u32, at_most: cut.at_most, right: 0 });
                    open.push(Open { start: middle, end, right_of: Some(at) });
                    open.push(Open { start, end: middle, right_of: None });
                }
                None => {
                    tree.nodes.push(Node::Leaf { values: tree.values.len() as u32 });
                    tree.values.extend(self.leaf(&rows[start..end]));
                }
            }
        }
        tree
    }

    fn best_cut(&self, rows: &[u32], order: &mut [usize], random: &mut Random) -> Option<Cut> {
        if rows.len() < 2 * self.min_rows || self.answers.is_constant(rows) {
            return None;
        }
        let (mut totals, mut sums) = (vec![0.0; self.prior.len()], vec![0.0; self.prior.len()]);
        self.answers.sums(rows, |_| 1.0, &mut totals);
        let mut best: Option<Cut> = None;
        let mut tried = 0;
        for i in 0..order.len() {
            if tried == self.drawn {
                break;
            }
            order.swap(i, i + random.index(order.len() - i));
            let column = order[i];
            let Some(at_most) = random_cut(&self.data[column], rows, random) else { continue };
            tried += 1;
            if let Some(score) = self.score(rows, column, at_most, &totals, &mut sums)
                && best.as_ref().is_none_or(|b| score > b.score)
            {
                best = Some(Cut { column, at_most, score });
            }
        }
        best
    }

    /// Fall of the sum of squares, up to a constant; `None` if a side has too few rows.
    fn score(&self, rows: &[u32], column: usize, at_most: f32, totals: &[f64], sums: &mut [f64]) -> Option<f64> {
        let data = &self.data[column];
        let count = self.answers.sums(rows, |r| f64::from(u8::from(data[r] <= at_most)), sums);
        let rest = rows.len() as f64 - count;
        if count.min(rest) < self.min_rows as f64 {
            return None;
        }
        Some(sums.iter().zip(totals).map(|(s, t)| s * s / count + (t - s) * (t - s) / rest).sum())
    }

    fn leaf(&self, rows: &[u32]) -> Vec<f32> {
        let mut sums = vec![0.0; self.prior.len()];
        let count = self.answers.sums(rows, |_| 1.0, &mut sums);
        let value = |(sum, prior): (&f64, &f64)| ((sum + self.prior_rows * prior) / (count + self.prior_rows)) as f32;
        sums.iter().zip(&self.prior).map(value).collect()
    }
}

/// A cut with rows on both sides; `None` where all values are equal.
fn random_cut(data: &[f32], rows: &[u32], random: &mut Random) -> Option<f32> {
    let (mut low, mut high) = (f32::INFINITY, f32::NEG_INFINITY);
    for &r in rows {
        let v = data[r as usize];
        low = if v < low { v } else { low };
        high = if v > high { v } else { high };
    }
    if low >= high {
        return None;
    }
    let cut = (f64::from(low) + random.unit() * (f64::from(high) - f64::from(low))) as f32;
    Some(if cut < high { cut } else { low })
}

/// Puts the rows at or below the cut first; gives their number.
fn part(rows: &mut [u32], data: &[f32], at_most: f32) -> usize {
    let mut middle = 0;
    for i in 0..rows.len() {
        if data[rows[i] as usize] <= at_most {
            rows.swap(i, middle);
            middle += 1;
        }
    }
    middle
}
