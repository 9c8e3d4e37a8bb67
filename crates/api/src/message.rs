//! The two enums that carry everything; `wire` has their bytes.
//!
//! A message has a head (a [`Command`] or an [`Event`], small) and a body (bytes: a file, the columns of a job, a result). Only
//! the head is decoded by the page; a body passes from worker to worker as a transferred buffer.

use serde::{Deserialize, Serialize};

use crate::{Answers, Choices, FileFormat, Form, Lang, Phrase, Problem, Profile, Project, Report, TaskId};

/// Number of a run, given by the caller; a new plan gets a new one.
pub type RunId = u32;
/// Number of a job within its run.
pub type JobId = u32;

/// What the caller wants.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// Read a file. Body: its bytes. Answer: [`Event::Opened`].
    Open {
        /// File name without folders.
        name: String,
        /// What the person decided about its reading.
        choices: Choices,
    },
    /// Look at the beginning of a file, to show it while the rest is read. Body: its first bytes. Answer:
    /// [`Event::Glimpsed`]; nothing where it is no table.
    Glimpse {
        /// File name without folders.
        name: String,
        /// What the person decided about its reading.
        choices: Choices,
    },
    /// What does the task ask, given the answers so far? Answer: [`Event::Form`].
    Form {
        /// The task.
        task: TaskId,
        /// Answers that the person changed; an answer that no longer fits is replaced.
        answers: Answers,
    },
    /// Start a run. Body: a [`crate::Project`] whose forecast is to be held against what happened, or nothing. Answer:
    /// [`Event::Planned`] and an [`Event::Job`] for each job.
    Plan {
        /// The run's number.
        run: RunId,
        /// The task.
        task: TaskId,
        /// The answers.
        answers: Answers,
    },
    /// Work on a job; any engine can. Body: as in [`Event::Job`]. Answer: [`Event::JobDone`].
    Run {
        /// The run.
        run: RunId,
        /// The job.
        job: JobId,
    },
    /// A job's result comes home. Body: as in [`Event::JobDone`]. Answer when a stage is complete: more jobs, or
    /// [`Event::Report`].
    Collect {
        /// The run.
        run: RunId,
        /// The job.
        job: JobId,
    },
    /// Use the trained model on another file. Body: its bytes. Answer: [`Event::Report`] with the new predictions.
    Apply {
        /// The run whose model is used.
        run: RunId,
        /// File name.
        name: String,
    },
    /// Write results. Answer: [`Event::File`].
    Export {
        /// The run.
        run: RunId,
        /// What.
        kind: ExportKind,
        /// Language of headings and reasons.
        lang: Lang,
        /// Encoding.
        format: FileFormat,
    },
    /// Write a run down as a [`crate::Project`]. Answer: [`Event::File`]; the data may be put behind its bytes.
    Pack {
        /// The run.
        run: RunId,
    },
    /// Look into a project. Body: the file up to its data. Answer: [`Event::Unpacked`].
    Unpack,
    /// Give up a run and free what it holds.
    Forget {
        /// The run.
        run: RunId,
    },
    /// Panic on purpose; does nothing outside test builds.
    Provoke,
    /// End a run with what has come in so far; jobs that are still out are dropped. Answer: as for [`Command::Collect`]; a run
    /// that can say nothing yet goes on, and the answer is [`Event::Failed`].
    Finish {
        /// The run.
        run: RunId,
    },
}

/// What the engine says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// A file was read.
    Opened(Box<Profile>),
    /// The beginning of a file.
    Glimpsed {
        /// Names of the columns.
        header: Vec<String>,
        /// The first rows as text, one entry a column; at most 200.
        rows: Vec<Vec<String>>,
    },
    /// A task's questions.
    Form(Form),
    /// Jobs of a stage follow.
    Planned {
        /// The run.
        run: RunId,
        /// The stage.
        stage: Stage,
        /// How many jobs follow.
        jobs: u32,
        /// Work units of these jobs together.
        cost: f64,
    },
    /// A job to run anywhere. Body: what it needs.
    Job {
        /// The run.
        run: RunId,
        /// The job.
        job: JobId,
        /// Work units.
        cost: f64,
    },
    /// Work is going on.
    Progress {
        /// The run; 0 while reading a file.
        run: RunId,
        /// The job, if it is one.
        job: Option<JobId>,
        /// What is being done.
        stage: Stage,
        /// Share done, 0 to 1.
        done_frac: f64,
    },
    /// A job is done. Body: its result.
    JobDone {
        /// The run.
        run: RunId,
        /// The job.
        job: JobId,
    },
    /// The answer.
    Report {
        /// The run.
        run: RunId,
        /// The report.
        report: Box<Report>,
    },
    /// A file to save. Body: its bytes.
    File {
        /// Suggested name.
        name: String,
        /// Media type.
        mime: String,
    },
    /// It could not be done.
    Failed {
        /// The run, if it belongs to one.
        run: Option<RunId>,
        /// Why.
        problem: Problem,
    },
    /// What a project holds.
    Unpacked(Box<Project>),
    /// How good the answer would be if the run were finished now; [`Command::Finish`] does so.
    Best {
        /// The run.
        run: RunId,
        /// The score in words.
        says: Phrase,
    },
}

/// What is being done, in the order in which it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Reading the file.
    Read,
    /// Getting the columns ready.
    Prepare,
    /// Trying methods on past data.
    Evaluate,
    /// Learning from all data.
    Train,
    /// Writing the report.
    Report,
}

/// What can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportKind {
    /// The bare results with fixed English column names, one row a result, for other programs.
    Plain,
    /// The user's own columns with the results beside them (forecast: the past and what is to come), headings in words.
    Sheet,
    /// The order list of a forecast, headings in words.
    Orders {
        /// Index of the span in [`crate::OrderList::spans`].
        span: u8,
        /// Chance in percent that the quantity is enough; see [`crate::ORDER_LEVELS`].
        level: u8,
    },
}
