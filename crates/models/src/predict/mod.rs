//! Row prediction: two classes, several classes or a number from the other columns of the row.
//!
//! In plain words: three kinds of learner (a linear model, boosted trees, averaged random trees) each learn on four fifths of
//! the labelled rows and are judged on the fifth they have not seen, five times over. How well they did there decides how much
//! each counts in the final answer, and gives the honest figures for the screen. Then each learns once more on all rows.
//!
//! The steps are separate jobs that can run anywhere: [`sample`] (if there are very many rows) and [`folds`] once,
//! [`evaluate`] for each member and fold, [`blend`] over the results, [`fit`] for each member that has weight,
//! [`Ensemble::predict`] for new rows, [`evaluation`] for the figures.
//!
//! Shapes: predictions are one vector an output: the probability of each class (they add to 1 in every row), or one vector of
//! numbers in the target's own unit.
//!
//! Invariant: the same input gives the same bits on every platform. The trees of `forust-ml` are grown through its tree-level
//! interface with gradients made here, because its own boosting loop uses the platform's `exp`; `smartcore` solves the normal
//! equations and ranks for the AUC; `linfa` computes the errors of numbers.

mod blend;
mod boosting;
mod check;
mod cost;
mod cut;
mod design;
mod ensemble;
mod evaluation;
mod fitted;
mod fold;
mod forest;
mod grower;
mod importance;
mod job;
mod level;
mod linear;
mod link;
mod matrix;
mod newton;
mod random_tree;
mod scores;
mod softmax;
mod target;
mod tree_columns;

pub use blend::{Blend, blend};
pub use check::{MAX_CLASSES, MIN_ROWS, PredictError, check};
pub use cost::cost;
pub use cut::{Cut, cut};
pub use ensemble::Ensemble;
pub use evaluation::{ClassScores, Evaluation, LiftPoint, NumberScores, evaluation};
pub use fitted::{Fitted, fit};
pub use fold::{Folds, MAX_ROWS, folds, sample};
pub use job::{FoldResult, evaluate};
pub use target::{Member, Target};

#[cfg(test)]
mod tests;
