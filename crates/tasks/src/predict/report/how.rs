//! How predictions came about.

use sanpo_api::{How, Phrase, PredictPhrase, Section};

use super::{View, sure, why};
use crate::how::section;

/// The section.
pub fn how(view: &View) -> Section {
    let run = view.run;
    // What tells most comes first; columns that told nothing follow.
    let mut columns: Vec<String> = why::ranked(view).into_iter().map(|(name, _)| name).collect();
    let others: Vec<String> = run.specs.iter().map(|spec| spec.name.clone()).filter(|n| !columns.contains(n)).collect();
    columns.extend(others);
    let rows = run.labelled.rows.len();
    let learnt = How::Learnt { target: run.target_name.clone(), columns, rows };
    let held_out = Phrase::Predict(PredictPhrase::HeldOut { folds: run.parts(), rows });
    let methods = How::Methods { count: view.blend.weights.len() };
    section(vec![learnt, methods], vec![held_out, sure::grade(view).reason], vec![How::PredictLimits])
}
