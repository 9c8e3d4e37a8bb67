//! How much each member counts.
//!
//! In plain words: again and again the member is added that makes the common prediction best on rows that none of them has
//! seen; a member added more often counts more. With few rows that choice is partly luck, so it is drawn toward the plain mean
//! of the members that are nearly as good as the best.
//! Model:  weight = (1 - g) * greedy share + g * plain mean, g = 150 / (150 + rows).
//! Source: Caruana, Niculescu-Mizil, Crew, Ksikes (2004), "Ensemble selection from libraries of models".

use serde::{Deserialize, Serialize};

use super::scores::{log_loss, loss};
use super::{FoldResult, Member, PredictError, Target};

/// Members added by the greedy choice.
const ADDITIONS: usize = 40;
/// Rows at which the greedy choice and the plain mean count the same.
const TRUST_ROWS: f64 = 150.0;
/// Members whose loss is beyond this multiple of the best one's are left out of the plain mean.
const NEARLY_AS_GOOD: f64 = 1.1;
/// Smaller weights are dropped: they cost a whole member's training and change nothing.
const MIN_WEIGHT: f64 = 0.04;

/// The members' weights and their common predictions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Blend {
    /// Members that count, with weights above 0 that add to 1, in the order given.
    pub weights: Vec<(Member, f64)>,
    /// Held-out loss of every complete member: log loss, or squared error relative to the variance.
    pub losses: Vec<(Member, f64)>,
    /// Held-out loss of the blend.
    pub loss: f64,
    /// Predictions of the blend for every row, each made without that row: one vector an output.
    pub out_of_fold: Vec<Vec<f64>>,
    /// For each column, how much the loss grows when it is shuffled; at least 0.
    pub importance: Vec<f64>,
}

/// Weighs the members by their held-out predictions. A member without results for every row is left out; fails if none is
/// complete.
pub fn blend(target: &Target, results: &[(Member, Vec<FoldResult>)]) -> Result<Blend, PredictError> {
    let whole: Vec<Whole> = results
        .iter()
        .filter_map(|(member, folds)| Some(Whole { member: *member, predictions: gather(target, folds)?, folds }))
        .collect();
    if whole.is_empty() {
        return Err(PredictError::Incomplete);
    }
    let losses: Vec<(Member, f64)> = whole.iter().map(|w| (w.member, loss(target, &w.predictions))).collect();
    let predictions: Vec<&Vec<Vec<f64>>> = whole.iter().map(|w| &w.predictions).collect();
    let weights = weights(target, &predictions, &losses);
    let out_of_fold = mix(&predictions, &weights);
    let importance = importance(&whole, &weights, target.rows());
    Ok(Blend {
        weights: whole.iter().map(|w| w.member).zip(weights).filter(|(_, w)| *w > 0.0).collect(),
        losses,
        loss: loss(target, &out_of_fold),
        out_of_fold,
        importance,
    })
}

/// A member with results for every row.
struct Whole<'a> {
    member: Member,
    predictions: Vec<Vec<f64>>,
    folds: &'a [FoldResult],
}

/// Weighted mean over members and folds.
fn importance(whole: &[Whole], weights: &[f64], rows: usize) -> Vec<f64> {
    let columns = whole[0].folds.first().map_or(0, |f| f.importance.len());
    let mut importance = vec![0.0; columns];
    for (member, weight) in whole.iter().zip(weights) {
        for fold in member.folds {
            let share = weight * fold.rows.len() as f64 / rows as f64;
            importance.iter_mut().zip(&fold.importance).for_each(|(sum, i)| *sum += share * i);
        }
    }
    importance.iter_mut().for_each(|i| *i = i.max(0.0));
    importance
}

/// Held-out predictions in the order of the rows; `None` if a row is missing or a result does not fit.
fn gather(target: &Target, folds: &[FoldResult]) -> Option<Vec<Vec<f64>>> {
    let mut all = vec![vec![f64::NAN; target.rows()]; target.outputs()];
    for fold in folds {
        for (all, part) in all.iter_mut().zip(&fold.predictions) {
            for (&row, &value) in fold.rows.iter().zip(part) {
                *all.get_mut(row)? = value;
            }
        }
    }
    all.iter().flatten().all(|v| v.is_finite()).then_some(all)
}

fn weights(target: &Target, predictions: &[&Vec<Vec<f64>>], losses: &[(Member, f64)]) -> Vec<f64> {
    let greedy = greedy(target, predictions);
    let best = losses.iter().map(|(_, l)| *l).fold(f64::INFINITY, f64::min);
    let good: Vec<bool> = losses.iter().map(|(_, l)| *l <= NEARLY_AS_GOOD * best).collect();
    let plain = 1.0 / good.iter().filter(|&&g| g).count().max(1) as f64;
    let caution = TRUST_ROWS / (TRUST_ROWS + target.rows() as f64);
    let mut weights: Vec<f64> = greedy
        .iter()
        .zip(&good)
        .map(|(g, &good)| (1.0 - caution) * g + if good { caution * plain } else { 0.0 })
        .map(|w| if w < MIN_WEIGHT { 0.0 } else { w })
        .collect();
    let sum: f64 = weights.iter().sum();
    weights.iter_mut().for_each(|w| *w /= sum);
    weights
}

/// Shares of the greedy choice.
fn greedy(target: &Target, predictions: &[&Vec<Vec<f64>>]) -> Vec<f64> {
    // Only the prediction for the true answer matters to the loss: the probability of the true class, or the number.
    let relevant: Vec<Vec<f64>> = predictions.iter().map(|p| relevant(target, p)).collect();
    let mut sum = vec![0.0; target.rows()];
    let mut chosen = vec![0.0; predictions.len()];
    for step in 1..=ADDITIONS {
        let size = step as f64;
        let losses: Vec<f64> = relevant.iter().map(|p| sum_loss(target, &sum, p, size)).collect();
        let mut best = 0;
        for (k, loss) in losses.iter().enumerate() {
            if *loss < losses[best] {
                best = k;
            }
        }
        chosen[best] += 1.0;
        sum.iter_mut().zip(&relevant[best]).for_each(|(s, p)| *s += p);
    }
    chosen.iter().map(|c| c / ADDITIONS as f64).collect()
}

fn relevant(target: &Target, predictions: &[Vec<f64>]) -> Vec<f64> {
    match target {
        Target::Class { codes, .. } => codes.iter().enumerate().map(|(r, &c)| predictions[c as usize][r]).collect(),
        Target::Number(_) => predictions[0].clone(),
    }
}

/// Loss of the mean of `size` predictions: those summed so far and one more.
fn sum_loss(target: &Target, sum: &[f64], more: &[f64], size: f64) -> f64 {
    let means = sum.iter().zip(more).map(|(s, p)| (s + p) / size);
    match target {
        Target::Class { .. } => means.map(log_loss).sum(),
        Target::Number(values) => means.zip(values).map(|(m, y)| (y - m) * (y - m)).sum(),
    }
}

fn mix(predictions: &[&Vec<Vec<f64>>], weights: &[f64]) -> Vec<Vec<f64>> {
    let mut mixed: Vec<Vec<f64>> = predictions[0].iter().map(|p| vec![0.0; p.len()]).collect();
    for (predictions, weight) in predictions.iter().zip(weights) {
        for (mixed, part) in mixed.iter_mut().zip(*predictions) {
            mixed.iter_mut().zip(part).for_each(|(m, p)| *m += weight * p);
        }
    }
    mixed
}
