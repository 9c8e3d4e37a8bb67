//! A run on its way, with what the engine counts for it.

use sanpo_api::{Answers, JobId, Report, TaskId};
use sanpo_tasks::Run;

/// A run with what the engine counts for it.
pub struct Going {
    /// Its task.
    pub task: TaskId,
    /// The settings in force.
    pub answers: Answers,
    /// The task at work.
    pub run: Box<dyn Run>,
    /// The number of the next job.
    pub next_job: JobId,
    /// Jobs before this one were dropped: a late result of theirs is of no use.
    pub first_job: JobId,
    /// Name of the second file, once the answer is for one.
    pub applied: Option<String>,
    /// The answer, once it is there.
    pub report: Option<Box<Report>>,
}

impl Going {
    /// A run that has no jobs yet.
    pub fn new(task: TaskId, answers: Answers, run: Box<dyn Run>) -> Self {
        Self { task, answers, run, next_job: 0, first_job: 0, applied: None, report: None }
    }
}
