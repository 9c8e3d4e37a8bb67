//! How predictions came about.

use sanpo_api::{How, Phrase, Section};

use super::{View, sure};
use crate::how::section;

/// The section.
pub fn how(view: &View) -> Section {
    let run = view.run;
    let columns = run.specs.iter().map(|spec| spec.name.clone()).collect();
    let rows = run.labelled.rows.len();
    let learnt = How::Learnt { target: run.target_name.clone(), columns, rows };
    let held_out = Phrase::HeldOut { folds: run.parts(), rows };
    let methods = How::Methods { count: view.blend.weights.len() };
    section(vec![learnt, methods], vec![held_out, sure::grade(view).reason], vec![How::PredictLimits])
}
