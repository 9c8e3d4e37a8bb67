//! Demand forecast: a value over time, one series or many.

mod causes;
mod closed;
mod ended;
mod form;
mod grouping;
mod levelled;
mod merging;
mod newcomers;
mod own;
mod prepare;
mod promise;
mod report;
mod run;
mod running;
mod sheet;
mod spread;
mod state;
#[cfg(test)]
mod tests;
mod total;
mod work;

use sanpo_api::{Answers, Form, Problem};
use sanpo_table::Table;

use crate::{Run, Task};

/// The task.
pub struct Forecast;

impl Task for Forecast {
    fn form(&self, table: &Table, answers: &Answers) -> Form {
        form::form(table, answers)
    }

    fn plan(&self, table: &Table, answers: &Answers) -> Result<Box<dyn Run>, Problem> {
        Ok(Box::new(run::ForecastRun::new(table, answers)?))
    }

    fn work(&self, body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem> {
        work::work(body, progress)
    }
}
