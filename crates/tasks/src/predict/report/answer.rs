//! The answer in sentences: what is expected, and how useful the prediction is.

use sanpo_api::{Phrase, PredictPhrase, Role};
use sanpo_models::predict::{Evaluation, Target};

use super::super::run::{PredictRun, Predicted};
use super::View;
use sanpo_table::COUNT_LIMIT;

/// The answer in sentences: how many are expected to have which answer, or that nothing was to be predicted; then how well it
/// does on known answers.
pub fn headline(view: &View) -> Vec<Phrase> {
    let done = match &view.run.predicted {
        Some(predicted) => expected(view, predicted),
        None => Phrase::Predict(PredictPhrase::GiveFile {
            target: view.run.target_name.clone(),
            marks: view.run.labelled.marks,
        }),
    };
    let good = quality_for(view.run, view.evaluation, customers(view));
    std::iter::once(done).chain(marked(view)).chain(good).collect()
}

/// How many of the predicted rows got the rarer class.
fn marked(view: &View) -> Option<Phrase> {
    let (run, class) = (view.run, rare_class(view)?);
    let outputs = &run.predicted.as_ref()?.outputs;
    let rows = (0..outputs[class].len()).filter(|&place| run.class_of(outputs, place) == class).count();
    let from = run.cut.map(|cut| cut.from);
    let marked =
        Phrase::Predict(PredictPhrase::Marked { class: run.called(class), customers: customers(view), rows, from });
    (rows > 0).then_some(marked)
}

/// How well it does, while it still learns.
pub fn quality(run: &PredictRun, evaluation: &Evaluation) -> Option<Phrase> {
    quality_for(run, evaluation, false)
}

fn quality_for(run: &PredictRun, evaluation: &Evaluation, customers: bool) -> Option<Phrase> {
    picked(run, evaluation, customers).or_else(|| score(run, evaluation))
}

/// What the predictions come to in all, beside the known answers.
fn expected(view: &View, predicted: &Predicted) -> Phrase {
    let run = view.run;
    let rows = predicted.rows.len();
    let means = means(predicted);
    let place = told_place(view, predicted);
    let class = matches!(run.labelled.target, Target::Class { .. }).then_some(place);
    Phrase::Predict(PredictPhrase::Rows {
        rows,
        new_file: predicted.new.is_some(),
        customers: customers(view),
        target: run.target_name.clone(),
        unit: run.unit.clone(),
        class: class.map(|class| run.labelled.classes[class].clone()),
        expected: means[place],
        known: run.usual[place],
    })
}

/// The class that the answer tells of, and that the list is sorted by; 0 for a number.
pub fn told_place(view: &View, predicted: &Predicted) -> usize {
    rare_class(view).unwrap_or_else(|| largest(&means(predicted)))
}

fn means(predicted: &Predicted) -> Vec<f64> {
    let rows = predicted.rows.len().max(1) as f64;
    predicted.outputs.iter().map(|o| o.iter().sum::<f64>() / rows).collect()
}

/// Whether a row is a customer: in a table with a column that names each of them once.
fn customers(view: &View) -> bool {
    let named = view.table.profile().columns.iter().find(|c| c.role == Some(Role::Customer));
    named.is_some_and(|c| c.n_unique >= (view.table.rows() - c.n_missing).min(COUNT_LIMIT))
}

/// The place of the largest value; the first of equals.
fn largest(values: &[f64]) -> usize {
    (1..values.len()).fold(0, |best, i| if values[i] > values[best] { i } else { best })
}

/// Of the rows that got the rarer class by a line of its own, or else of the tenth held most likely to have it: how many had it.
fn picked(run: &PredictRun, evaluation: &Evaluation, customers: bool) -> Option<Phrase> {
    let scores = evaluation.class.as_ref()?;
    let (top, class) = (scores.lift.first()?, scores.lift_class? as usize);
    let rows: usize = scores.confusion.iter().flatten().sum();
    let of_class: usize = scores.confusion[class].iter().sum();
    let part = |all: usize, frac: f64| (all as f64 * frac).round() as usize;
    let tenth = part(rows, top.top_frac);
    let (picked, right) = match &run.cut {
        Some(cut) => (cut.marked, cut.right),
        None => (tenth, part(of_class, top.caught_frac).min(tenth)),
    };
    Some(Phrase::Predict(PredictPhrase::Picked {
        target: run.target_name.clone(),
        class: run.labelled.classes[class].clone(),
        customers,
        rows,
        picked,
        right,
        by_chance: part(of_class, picked as f64 / rows as f64),
    }))
}

/// How often the answer was right, or how far off, against the simple answer.
pub fn score(run: &PredictRun, evaluation: &Evaluation) -> Option<Phrase> {
    let target = run.target_name.clone();
    if let Some(scores) = &evaluation.class {
        let (correct_frac, naive_frac) = (scores.accuracy, scores.naive_accuracy);
        let rows = scores.confusion.iter().flatten().sum();
        return Some(Phrase::Predict(PredictPhrase::Correct { target, rows, correct_frac, naive_frac }));
    }
    let scores = evaluation.number.as_ref()?;
    let (error, naive_error, unit) = (scores.mae, scores.naive_mae, run.unit.clone());
    Some(Phrase::Predict(PredictPhrase::Error { target, error, naive_error, unit }))
}

/// The rarer of two classes: the one people look for.
pub fn rare_class(view: &View) -> Option<usize> {
    view.evaluation.class.as_ref()?.lift_class.map(|class| class as usize)
}
