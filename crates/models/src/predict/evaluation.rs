//! The figures that say how good held-out predictions are, beside the naive answer's.

use linfa::prelude::SingleTargetRegression;
use ndarray::ArrayView1;
use serde::{Deserialize, Serialize};

use super::Target;
use super::scores::log_loss;
use super::target::mean_sd;

/// Steps of the lift table.
const LIFT_STEPS: usize = 10;

/// One of the two, by the target's kind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Evaluation {
    /// For classes.
    pub class: Option<ClassScores>,
    /// For a number.
    pub number: Option<NumberScores>,
}

/// How well classes are told apart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClassScores {
    /// Area under the ROC curve of class 1, for two classes that both occur.
    pub auc: Option<f64>,
    /// Mean negative logarithm of the probability of the true class.
    pub log_loss: f64,
    /// The same when every row gets the overall class shares.
    pub naive_log_loss: f64,
    /// Share of rows whose most probable class is the true one.
    pub accuracy: f64,
    /// The same when every row gets the most frequent class.
    pub naive_accuracy: f64,
    /// Number of rows by true class (outer) and most probable class (inner).
    pub confusion: Vec<Vec<usize>>,
    /// For two classes: which one the lift table is about, the rarer one.
    pub lift_class: Option<u32>,
    /// For two classes: rows ranked by the probability of `lift_class`, in steps of a tenth.
    pub lift: Vec<LiftPoint>,
}

/// The best rows of a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LiftPoint {
    /// Share of all rows taken from the top.
    pub top_frac: f64,
    /// Share of the class among them.
    pub class_frac: f64,
    /// That, relative to the share among all rows.
    pub lift: f64,
    /// Share of all rows of the class that is among them.
    pub caught_frac: f64,
}

/// How close numbers come, in the target's own unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberScores {
    /// Share of the variance that is explained; below 0 if the mean would be better.
    pub r2: f64,
    /// Mean absolute error.
    pub mae: f64,
    /// Mean absolute error of the median for every row.
    pub naive_mae: f64,
    /// Root of the mean squared error.
    pub rmse: f64,
}

/// Scores predictions (one vector an output, one value a row) against the answers. Empty if their shapes do not fit.
pub fn evaluation(target: &Target, out_of_fold: &[Vec<f64>]) -> Evaluation {
    let fits = out_of_fold.len() == target.outputs() && out_of_fold.iter().all(|o| o.len() == target.rows());
    if !fits || target.rows() == 0 || out_of_fold.iter().flatten().any(|v| !v.is_finite()) {
        return Evaluation::default();
    }
    match target {
        Target::Class { codes, classes } => {
            Evaluation { class: Some(class_scores(codes, *classes as usize, out_of_fold)), number: None }
        }
        Target::Number(values) => Evaluation { class: None, number: number_scores(values, &out_of_fold[0]) },
    }
}

fn class_scores(codes: &[u32], classes: usize, probabilities: &[Vec<f64>]) -> ClassScores {
    let n = codes.len() as f64;
    let mut confusion = vec![vec![0; classes]; classes];
    let mut sum = 0.0;
    for (r, &code) in codes.iter().enumerate() {
        sum += log_loss(probabilities[code as usize][r]);
        confusion[code as usize][top_class(probabilities, r)] += 1;
    }
    let counts: Vec<usize> = confusion.iter().map(|row| row.iter().sum()).collect();
    let shares = counts.iter().filter(|&&c| c > 0).map(|&c| c as f64 / n);
    let both = classes == 2 && counts.iter().all(|&c| c > 0);
    let rarer = usize::from(both && counts[1] <= counts[0]);
    ClassScores {
        auc: both.then(|| auc(codes, &probabilities[1])),
        log_loss: sum / n,
        naive_log_loss: -shares.map(|s| s * libm::log(s)).sum::<f64>(),
        accuracy: (0..classes).map(|k| confusion[k][k]).sum::<usize>() as f64 / n,
        naive_accuracy: counts.iter().copied().max().unwrap_or(0) as f64 / n,
        lift_class: both.then_some(rarer as u32),
        lift: if both { lift(codes, rarer, &probabilities[rarer]) } else { Vec::new() },
        confusion,
    }
}

/// Most probable class; the first of equals.
fn top_class(probabilities: &[Vec<f64>], r: usize) -> usize {
    (1..probabilities.len()).fold(0, |best, k| if probabilities[k][r] > probabilities[best][r] { k } else { best })
}

/// smartcore's rank formula, in which equal probabilities share their rank.
fn auc(codes: &[u32], probability: &Vec<f64>) -> f64 {
    let truth: Vec<f64> = codes.iter().map(|&c| f64::from(c)).collect();
    smartcore::metrics::roc_auc_score(&truth, probability)
}

fn lift(codes: &[u32], class: usize, probability: &[f64]) -> Vec<LiftPoint> {
    let n = codes.len();
    let expected = expected_hits(codes, class, probability);
    let total: f64 = expected.iter().sum();
    let point = |step: usize| {
        let top = (n * step).div_ceil(LIFT_STEPS).max(1);
        let caught: f64 = expected[..top].iter().sum();
        let (top_frac, class_frac) = (top as f64 / n as f64, caught / top as f64);
        LiftPoint { top_frac, class_frac, lift: class_frac / (total / n as f64), caught_frac: caught / total }
    };
    (1..=LIFT_STEPS).map(point).collect()
}

/// By rank, how much of the class a row is worth: rows of equal probability share theirs, as their order is chance.
fn expected_hits(codes: &[u32], class: usize, probability: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..codes.len()).collect();
    order.sort_by(|&a, &b| probability[b].total_cmp(&probability[a]));
    let mut hits = Vec::with_capacity(order.len());
    for ties in order.chunk_by(|&a, &b| probability[a] == probability[b]) {
        let of_class = ties.iter().filter(|&&r| codes[r] as usize == class).count();
        hits.extend(std::iter::repeat_n(of_class as f64 / ties.len() as f64, ties.len()));
    }
    hits
}

fn number_scores(values: &[f64], predicted: &[f64]) -> Option<NumberScores> {
    let (mean, sd) = mean_sd(values);
    // In standard units, because linfa adds a small constant to the variance.
    let unit = if sd > 0.0 { sd } else { 1.0 };
    let standard = |v: &[f64]| v.iter().map(|v| (v - mean) / unit).collect::<Vec<f64>>();
    let (truth, guess) = (standard(values), standard(predicted));
    let (truth, guess) = (ArrayView1::from(&truth), ArrayView1::from(&guess));
    let middle = vec![(median(values) - mean) / unit; values.len()];
    Some(NumberScores {
        r2: guess.r2(&truth).ok()?,
        mae: unit * guess.mean_absolute_error(&truth).ok()?,
        naive_mae: unit * ArrayView1::from(&middle).mean_absolute_error(&truth).ok()?,
        rmse: unit * guess.mean_squared_error(&truth).ok()?.sqrt(),
    })
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (low, high) = (sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
    low + (high - low) / 2.0
}
