//! Anomalies: rows of a table that are unlike the others, or moments of a series away from what was expected.

mod chart;
mod floor;
mod form;
mod report;
mod run;
mod series;
mod shared;
mod sheet;
mod table;
mod work;

use sanpo_api::{Answers, Form, Problem};
use sanpo_table::Table;

use crate::{Run, Task};

/// The task.
pub struct Anomaly;

impl Task for Anomaly {
    fn form(&self, table: &Table, answers: &Answers) -> Form {
        form::form(table, answers)
    }

    fn plan(&self, table: &Table, answers: &Answers) -> Result<Box<dyn Run>, Problem> {
        Ok(Box::new(run::AnomalyRun::new(table, answers)?))
    }

    fn work(&self, body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
        work::work(body, progress)
    }
}
