//! Predictions for rows: one of two classes, one of several, or a number.

mod class;
mod form;
mod known;
mod report;
mod run;
mod sheet;
mod target;
mod work;

use sanpo_api::{Answers, Form, Problem};
use sanpo_table::Table;

use crate::{Run, Task};

/// The task.
pub struct Predict;

impl Task for Predict {
    fn form(&self, table: &Table, answers: &Answers) -> Form {
        form::form(table, answers)
    }

    fn plan(&self, table: &Table, answers: &Answers) -> Result<Box<dyn Run>, Problem> {
        Ok(Box::new(run::PredictRun::new(table, answers)?))
    }

    fn work(&self, body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
        work::work(body, progress)
    }
}
