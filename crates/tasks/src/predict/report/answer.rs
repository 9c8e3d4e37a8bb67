//! The answer in sentences: what is expected, and how useful the prediction is.

use sanpo_api::{Phrase, Role};
use sanpo_models::predict::{Evaluation, Target};

use super::super::run::{PredictRun, Predicted};
use super::View;
use crate::columns::by_role;

/// The answer in sentences: how many are expected to have which answer, or that nothing was to be predicted; then how well it
/// does on known answers.
pub fn headline(view: &View) -> Vec<Phrase> {
    let done = match &view.run.predicted {
        Some(predicted) => expected(view, predicted),
        None => Phrase::PredictGiveFile { target: view.run.target_name.clone() },
    };
    let quality = picked(view).or_else(|| score(view.run, view.evaluation));
    std::iter::once(done).chain(quality).collect()
}

/// What the predictions come to in all, beside the known answers.
fn expected(view: &View, predicted: &Predicted) -> Phrase {
    let run = view.run;
    let rows = predicted.rows.len();
    let means: Vec<f64> = predicted.outputs.iter().map(|o| o.iter().sum::<f64>() / rows.max(1) as f64).collect();
    let class = match &run.labelled.target {
        Target::Class { .. } => Some(rare_class(view).unwrap_or_else(|| largest(&means))),
        Target::Number(_) => None,
    };
    let place = class.unwrap_or(0);
    Phrase::PredictRows {
        rows,
        new_file: predicted.new.is_some(),
        customers: customers(view),
        target: run.target_name.clone(),
        unit: run.unit.clone(),
        class: class.map(|class| run.labelled.classes[class].clone()),
        expected: means[place],
        known: run.usual[place],
    }
}

/// Whether a row is a customer: in a table with a column that names them.
fn customers(view: &View) -> bool {
    by_role(view.table, Role::Customer).is_some()
}

/// The place of the largest value; the first of equals.
fn largest(values: &[f64]) -> usize {
    (1..values.len()).fold(0, |best, i| if values[i] > values[best] { i } else { best })
}

/// Of the tenth of the rows held most likely to have the rarer class: how many had it.
fn picked(view: &View) -> Option<Phrase> {
    let scores = view.evaluation.class.as_ref()?;
    let (top, class) = (scores.lift.first()?, rare_class(view)?);
    let rows: usize = scores.confusion.iter().flatten().sum();
    let of_class: usize = scores.confusion[class].iter().sum();
    let part = |all: usize, frac: f64| (all as f64 * frac).round() as usize;
    let picked = part(rows, top.top_frac);
    Some(Phrase::PredictPicked {
        target: view.run.target_name.clone(),
        class: view.run.labelled.classes[class].clone(),
        customers: customers(view),
        rows,
        picked,
        right: part(of_class, top.caught_frac).min(picked),
        by_chance: part(of_class, top.top_frac),
    })
}

/// How often the answer was right, or how far off, against the simple answer.
pub fn score(run: &PredictRun, evaluation: &Evaluation) -> Option<Phrase> {
    let target = run.target_name.clone();
    if let Some(scores) = &evaluation.class {
        let (correct_frac, naive_frac) = (scores.accuracy, scores.naive_accuracy);
        let rows = scores.confusion.iter().flatten().sum();
        return Some(Phrase::PredictCorrect { target, rows, correct_frac, naive_frac });
    }
    let scores = evaluation.number.as_ref()?;
    let (error, naive_error, unit) = (scores.mae, scores.naive_mae, run.unit.clone());
    Some(Phrase::PredictError { target, error, naive_error, unit })
}

/// The rarer of two classes: the one people look for.
pub fn rare_class(view: &View) -> Option<usize> {
    view.evaluation.class.as_ref()?.lift_class.map(|class| class as usize)
}
