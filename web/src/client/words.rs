//! What passes between the page and the line to the engine: what is asked, what is heard.

use sanpo_api::{Form, Phrase, Problem, Profile, Project, Report, RunId};

use super::tally::Tally;
use super::wire::Body;
use crate::platform::Stopwatch;

/// A question with one answer, asked of the keeper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Read a file; asked of the reader, named here for failures only.
    Open,
    /// Read the file again that a former keeper had; nobody waits for it.
    Reopen,
    /// The questions of a task.
    Form,
    /// A file to save.
    Export,
    /// Predictions for a second file.
    Apply,
    /// What a project holds.
    Unpack,
    /// A run; not a single answer, named here for failures only.
    Run,
}

/// What the page hears.
pub enum Heard {
    /// The engine stands.
    Ready,
    /// The engine could not be loaded.
    NoEngine(String),
    /// A file was read; the clock runs until it is drawn.
    Opened(Box<Profile>, Stopwatch),
    /// The beginning of a file: names and rows.
    Glimpsed(Vec<String>, Vec<Vec<String>>),
    /// Share of a file that is read.
    Reading(f64),
    /// A task's questions.
    Form(Form),
    /// A run goes on.
    Progress(Tally),
    /// A run's answer; the clock runs until it is drawn.
    Report(RunId, Box<Report>, Stopwatch),
    /// How good the answer would be if the run were finished now.
    Best(Phrase),
    /// The results that the keeper held are gone.
    Lost,
    /// Predictions for a second file.
    Applied(RunId, Box<Report>),
    /// A file to save: name, media type, bytes.
    File(String, String, Body),
    /// What a project holds.
    Unpacked(Box<Project>),
    /// It could not be done.
    Failed(Asked, Problem),
}
