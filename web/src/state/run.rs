//! The calculation under way and the results that are there.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Answers, Phrase, Report, RunId, TaskId};

use super::{PerTask, Trouble};
use crate::client::Tally;

/// A calculation under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Working {
    /// Its number.
    pub run: RunId,
    /// The task.
    pub task: TaskId,
    /// The settings.
    pub answers: Answers,
    /// When it began.
    pub began_ms: f64,
}

/// A result.
#[derive(Clone, Debug)]
pub struct Finished {
    /// The run that made it.
    pub run: RunId,
    /// The settings that it was made with.
    pub answers: Answers,
    /// The answer.
    pub report: Arc<Report>,
    /// Name of the second file, if the answer is for one.
    pub applied: Option<String>,
    /// The engine that made it is gone: it can be seen, not saved.
    pub lost: bool,
}

/// Small work beside a result.
#[derive(Clone, Debug, PartialEq)]
pub enum Side {
    /// None.
    Idle,
    /// A file is being written.
    Saving,
    /// A file was saved under this name.
    Saved(String),
    /// Predictions for this second file are being made.
    Applying(String),
}

/// The calculation under way and the results that are there.
#[derive(Clone, Copy)]
pub struct Run {
    /// The calculation under way.
    pub working: RwSignal<Option<Working>>,
    /// How far it is; of one that failed, how far it came.
    pub tally: RwSignal<Option<Tally>>,
    /// How good the answer would be if the run were finished now.
    pub best: RwSignal<Option<Phrase>>,
    /// When the engine was last heard of it.
    pub heard_ms: StoredValue<f64>,
    /// Whether the last one was stopped by the person.
    pub cancelled: RwSignal<bool>,
    /// Why it failed.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The newest result of each task.
    pub results: RwSignal<PerTask<Finished>>,
    /// The task whose result is shown.
    pub shown: RwSignal<Option<TaskId>>,
    /// Small work beside the result.
    pub side: RwSignal<Side>,
    /// Why a file was not saved.
    pub side_trouble: RwSignal<Option<Trouble>>,
    /// Why a second file was not predicted.
    pub apply_trouble: RwSignal<Option<Trouble>>,
    /// Number of the last run.
    pub last_id: StoredValue<RunId>,
}

impl Run {
    /// Nothing has run.
    pub fn new() -> Self {
        Self {
            working: RwSignal::new(None),
            tally: RwSignal::new(None),
            best: RwSignal::new(None),
            heard_ms: StoredValue::new(0.0),
            cancelled: RwSignal::new(false),
            trouble: RwSignal::new(None),
            results: RwSignal::new(PerTask::new()),
            shown: RwSignal::new(None),
            side: RwSignal::new(Side::Idle),
            side_trouble: RwSignal::new(None),
            apply_trouble: RwSignal::new(None),
            last_id: StoredValue::new(0),
        }
    }

    /// Forgets all results: another file has come, and with it an engine that knows nothing of them.
    pub fn clear(self) {
        self.results.set(PerTask::new());
        self.shown.set(None);
        self.trouble.set(None);
        self.cancelled.set(false);
        self.settle();
    }

    /// The small work beside a result, and what was said about it, is past.
    pub fn settle(self) {
        self.side.set(Side::Idle);
        self.side_trouble.set(None);
        self.apply_trouble.set(None);
    }

    /// The number of a new run.
    pub fn next_id(self) -> RunId {
        self.last_id.update_value(|id| *id += 1);
        self.last_id.get_value()
    }

    /// The result that is shown.
    pub fn finished(self) -> Option<Finished> {
        let task = self.shown.get()?;
        self.results.with(|r| r.get(task).cloned())
    }

    /// Whether a calculation or other work is under way that must not be broken off unasked.
    pub fn is_busy(self) -> bool {
        self.working.with(Option::is_some) || self.side.with(|s| matches!(s, Side::Saving | Side::Applying(_)))
    }
}
