//! Customer segments: groups of similar rows, or of the customers in a sales log.

mod form;
mod kinds;
mod names;
mod report;
mod run;
mod season;
mod sheet;
mod work;

use sanpo_api::{Answers, Form, Problem};
use sanpo_table::Table;

use crate::{Run, Task};

/// The task.
pub struct Segment;

impl Task for Segment {
    fn form(&self, table: &Table, answers: &Answers) -> Form {
        form::form(table, answers)
    }

    fn plan(&self, table: &Table, answers: &Answers) -> Result<Box<dyn Run>, Problem> {
        Ok(Box::new(run::SegmentRun::new(table, answers)?))
    }

    fn work(&self, body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
        work::work(body, progress)
    }
}
