//! What each task asks, plans, runs and reports.
//!
//! A task is one folder: `form` (what to ask, pre-filled from the data), `plan` (which jobs to try), `work` (how a job runs, on
//! any engine), `report` (what to show) and `sheet` (what can be saved). [`task`] is the registry; nothing else lists the tasks.
//!
//! Invariant: a job's body is all that [`Task::work`] gets, and a [`Run`] only learns of it through the returned bytes, so that
//! jobs can run in other workers and a run can be given up at any moment.

mod anomaly;
mod answers;
mod columns;
mod forecast;
mod grade;
mod how;
mod predict;
mod seasons;
mod segment;
mod shares;
mod sheet;

use sanpo_api::{Answers, ExportKind, Form, JobId, Lang, Phrase, Problem, Promise, Report, Stage, TaskId, Words};
use sanpo_table::Table;

pub use sheet::{OutCell, Sheet};

/// A task: stateless, one for the whole program.
pub trait Task: Sync {
    /// The questions, with answers from the data where `answers` has none that fits.
    fn form(&self, table: &Table, answers: &Answers) -> Form;
    /// Starts a run. Fails when the data or the answers cannot carry the task.
    fn plan(&self, table: &Table, answers: &Answers) -> Result<Box<dyn Run>, Problem>;
    /// Runs a job from its body alone; `progress` takes the share done. Returns the result's bytes.
    fn work(&self, body: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Vec<u8>, Problem>;
}

/// A run of a task: stages of jobs until the report.
pub trait Run {
    /// The jobs of the first stage.
    fn start(&mut self, table: &Table) -> Result<Next, Problem>;
    /// Takes a job's result; tells what comes next once the stage is complete.
    fn collect(&mut self, table: &Table, job: JobId, result: Vec<u8>) -> Result<Next, Problem>;
    /// How good the answer would be if the run were finished now, where that has changed; see [`Run::finish`].
    fn best(&mut self) -> Option<Phrase> {
        None
    }
    /// Goes on with the results that are there; those of jobs that are still out never come. Fails, and changes nothing, where
    /// nothing can be said yet.
    fn finish(&mut self, _table: &Table) -> Result<Next, Problem> {
        Err(Problem::NothingYet)
    }
    /// The task, for what is said when something does not apply to it.
    fn task(&self) -> TaskId;
    /// Uses what was learnt on another table. Most tasks learn nothing that another table could use.
    fn apply(&mut self, _table: &Table, _new: Table) -> Result<Report, Problem> {
        Err(Problem::NotApplicable { task: self.task() })
    }
    /// Takes a former forecast, to be held against what happened; before the report. Tasks without one pass it over.
    fn compare(&mut self, _former: Promise) {}
    /// What can be held against what will happen; only asked for after the report.
    fn promise(&self) -> Option<Promise> {
        None
    }
    /// The results as a sheet to save; only asked for after the report.
    fn sheet<'a>(
        &'a self,
        table: &'a Table,
        kind: ExportKind,
        lang: Lang,
        words: &'a dyn Words,
    ) -> Result<Sheet<'a>, Problem>;
}

/// What a run needs next.
pub enum Next {
    /// The results of the jobs that are still out.
    Wait,
    /// These jobs. Their numbers go on from the jobs before.
    Jobs {
        /// What they are for.
        stage: Stage,
        /// The jobs.
        jobs: Vec<Job>,
    },
    /// Nothing: here is the answer.
    Report(Box<Report>),
}

/// A piece of work of 0.2 to 3 seconds.
pub struct Job {
    /// Work units: about milliseconds natively.
    pub cost: f64,
    /// All that the work needs.
    pub body: Vec<u8>,
}

/// The registry.
pub fn task(id: TaskId) -> &'static dyn Task {
    match id {
        TaskId::Forecast => &forecast::Forecast,
        TaskId::Anomaly => &anomaly::Anomaly,
        TaskId::Segment => &segment::Segment,
        TaskId::Predict => &predict::Predict,
    }
}
