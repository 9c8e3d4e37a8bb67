//! An isolation forest whose cuts may lean over several columns.
//!
//! In plain words: cut the space at random again and again; a row that is soon alone is odd.
//! Model:  each tree sees 256 rows; a cut is a random line through two columns; path length l(x), score 2^(-mean l(x) / c(256)).
//! Shapes: rows of the squeezed cells, any width.
//! Gives:  a score in 0..1, larger is odder.
//! Cost:   trees x depth a row.
//! Source: Liu, Ting and Zhou (ICDM 2008); leaning cuts after Hariri, Carrasco Kind and Brunner (TKDE 2021).

use serde::{Deserialize, Serialize};

use crate::random::Random;

const TREES: usize = 100;
const ROWS_A_TREE: usize = 256;
const MAX_DEPTH: usize = 12;

/// A fitted forest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forest {
    trees: Vec<Vec<Node>>,
    usual_path: f64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Node {
    Cut { columns: [u32; 2], weights: [f64; 2], at: f64, right: u32 },
    Leaf { path: f64 },
}

impl Forest {
    /// Grows the trees on rows of `width` cells.
    pub fn fit(cells: &[f64], width: usize, random: &mut Random) -> Self {
        let rows = cells.len() / width;
        let trees = (0..TREES)
            .map(|_| {
                let mut members = random.sample(rows, ROWS_A_TREE);
                let mut nodes = Vec::new();
                grow(cells, width, &mut members, 0, &mut nodes, random);
                nodes
            })
            .collect();
        Self { trees, usual_path: usual_path(rows.min(ROWS_A_TREE)).max(1.0) }
    }

    /// Score of a row.
    pub fn score(&self, cells: &[f64]) -> f64 {
        let total: f64 = self.trees.iter().map(|tree| walk(tree, cells)).sum();
        libm::exp2(-total / self.trees.len() as f64 / self.usual_path)
    }
}

fn walk(tree: &[Node], cells: &[f64]) -> f64 {
    let mut place = 0;
    loop {
        match &tree[place] {
            Node::Leaf { path } => return *path,
            Node::Cut { columns, weights, at, right } => {
                let x = cells[columns[0] as usize] * weights[0] + cells[columns[1] as usize] * weights[1];
                place = if x < *at { place + 1 } else { *right as usize };
            }
        }
    }
}

fn grow(cells: &[f64], width: usize, rows: &mut [usize], depth: usize, nodes: &mut Vec<Node>, random: &mut Random) {
    let place = nodes.len();
    let leaf = Node::Leaf { path: depth as f64 + usual_path(rows.len()) };
    nodes.push(leaf);
    if rows.len() < 2 || depth >= MAX_DEPTH {
        return;
    }
    let Some((columns, weights, at)) = cut(cells, width, rows, random) else { return };
    let value = |r: usize| cells[r * width + columns[0]] * weights[0] + cells[r * width + columns[1]] * weights[1];
    rows.sort_unstable_by(|&a, &b| value(a).total_cmp(&value(b)).then(a.cmp(&b)));
    let middle = rows.partition_point(|&r| value(r) < at);
    if middle == 0 || middle == rows.len() {
        return;
    }
    let (left, right) = rows.split_at_mut(middle);
    grow(cells, width, left, depth + 1, nodes, random);
    let right_place = nodes.len();
    grow(cells, width, right, depth + 1, nodes, random);
    let columns = [columns[0] as u32, columns[1] as u32];
    nodes[place] = Node::Cut { columns, weights, at, right: right_place as u32 };
}

/// A random line through two columns that vary among these rows; the same column twice is a plain cut.
fn cut(cells: &[f64], width: usize, rows: &[usize], random: &mut Random) -> Option<([usize; 2], [f64; 2], f64)> {
    let range = |c: usize| {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for &r in rows {
            low = low.min(cells[r * width + c]);
            high = high.max(cells[r * width + c]);
        }
        high - low
    };
    let mut varying = || {
        let first = random.index(width);
        (0..width).map(|step| (first + step) % width).find(|&c| range(c) > 0.0)
    };
    let columns = [varying()?, varying()?];
    let weights = [random.normal(), if columns[0] == columns[1] { 0.0 } else { random.normal() }];
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for &r in rows {
        let x = cells[r * width + columns[0]] * weights[0] + cells[r * width + columns[1]] * weights[1];
        low = low.min(x);
        high = high.max(x);
    }
    Some((columns, weights, low + (high - low) * random.unit()))
}

/// Mean path length of an unsuccessful search among `n` rows: what a leaf still hides.
fn usual_path(n: usize) -> f64 {
    match n {
        0 | 1 => 0.0,
        2 => 1.0,
        _ => {
            let n = n as f64;
            2.0 * (libm::log(n - 1.0) + 0.577_215_664_901_532_9) - 2.0 * (n - 1.0) / n
        }
    }
}
