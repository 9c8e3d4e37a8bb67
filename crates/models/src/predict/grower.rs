//! Grows regression trees on binned columns: the one place that talks to `forust-ml`.
//!
//! Only its binning, histograms, splits and trees are used, on one thread. They are sums and comparisons in a fixed order; the
//! seeded parts and the parts that use the platform's `exp` are not called, so the trees are the same on every platform.

use forust_ml::Matrix;
use forust_ml::binning::{BinnedData, bin_matrix};
use forust_ml::constraints::ConstraintMap;
use forust_ml::gradientbooster::GrowPolicy;
use forust_ml::sampler::SampleMethod;
use forust_ml::splitter::MissingImputerSplitter;
use serde::{Deserialize, Serialize};

/// How trees are grown.
#[derive(Clone, Copy, Debug)]
pub(super) struct Growth {
    pub depth: usize,
    pub bins: u16,
    pub learning_rate: f32,
    /// Ridge penalty of a leaf.
    pub l2: f32,
    /// Least sum of curvatures (for squares: rows) in a leaf.
    pub min_leaf_weight: f32,
}

/// Binned training columns.
pub(super) struct Grower {
    binned: BinnedData<f64>,
    rows: usize,
    columns: usize,
    splitter: MissingImputerSplitter,
    depth: usize,
}

/// A tree as short as it can be written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Node {
    Leaf(f32),
    Split { column: u32, below: f64, left: u32, right: u32, gap_left: bool },
}

impl Grower {
    /// Bins the columns. `None` without columns or rows.
    pub fn new(columns: &[Vec<f64>], growth: &Growth) -> Option<Self> {
        let rows = columns.first().map_or(0, Vec::len);
        if rows == 0 {
            return None;
        }
        let data = columns.concat();
        let matrix = Matrix::new(&data, rows, columns.len());
        let binned = bin_matrix(&matrix, &vec![1.0; rows], growth.bins, f64::NAN, false).ok()?;
        let splitter = MissingImputerSplitter {
            l1: 0.0,
            l2: growth.l2,
            max_delta_step: 0.0,
            gamma: 0.0,
            min_leaf_weight: growth.min_leaf_weight,
            learning_rate: growth.learning_rate,
            allow_missing_splits: true,
            constraints_map: ConstraintMap::new(),
        };
        Some(Self { binned, rows, columns: columns.len(), splitter, depth: growth.depth })
    }

    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Grows a tree on some columns (ascending) and adds its values to the training scores.
    pub fn grow(&self, columns: &[usize], gradient: &[f32], curvature: &[f32], scores: &mut [f64]) -> Tree {
        let data = Matrix::new(&self.binned.binned_data, self.rows, self.columns);
        let mut tree = forust_ml::tree::Tree::new();
        let leaf_rows = tree.fit(
            &data,
            data.index.clone(),
            columns,
            &self.binned.cuts,
            gradient,
            curvature,
            &self.splitter,
            usize::MAX,
            self.depth,
            false,
            &SampleMethod::None,
            &GrowPolicy::DepthWise,
        );
        match leaf_rows {
            Some(leaf_rows) => {
                for (rows, value) in leaf_rows.leaves(&tree) {
                    rows.iter().for_each(|&r| scores[r] += value);
                }
            }
            None => self.walk(&tree, scores),
        }
        short(&tree)
    }

    /// Adds a tree's values where the grower does not vouch for its own row partition.
    fn walk(&self, tree: &forust_ml::tree::Tree, scores: &mut [f64]) {
        let bins = forust_ml::tree::split_bins(tree, &self.binned.cuts);
        for (r, score) in scores.iter_mut().enumerate() {
            *score += tree.predict_row_from_bins(|c| self.binned.binned_data[c * self.rows + r], &bins, 0, &f64::NAN);
        }
    }
}

/// Keeps what prediction needs. (The type of a node cannot be named from outside its crate, only its fields.)
fn short(tree: &forust_ml::tree::Tree) -> Tree {
    let nodes = tree.nodes.iter().map(|n| {
        if n.is_leaf {
            return Node::Leaf(n.weight_value);
        }
        Node::Split {
            column: n.split_feature as u32,
            below: n.split_value,
            left: n.left_child as u32,
            right: n.right_child as u32,
            gap_left: n.missing_node == n.left_child,
        }
    });
    Tree { nodes: nodes.collect() }
}

impl Tree {
    /// The value for row `r` of the columns.
    pub fn value(&self, columns: &[Vec<f64>], r: usize) -> f64 {
        let mut at = 0;
        loop {
            match &self.nodes[at] {
                Node::Leaf(value) => return f64::from(*value),
                Node::Split { column, below, left, right, gap_left } => {
                    let v = columns[*column as usize][r];
                    let go_left = if v.is_nan() { *gap_left } else { v < *below };
                    at = if go_left { *left } else { *right } as usize;
                }
            }
        }
    }
}
