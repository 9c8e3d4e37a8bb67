//! What a page that is loaded again says about the time before: the file's name, the task, the answers. No data.

use leptos::prelude::*;
use sanpo_api::{Journal, decode_journal, encode};

use super::{App, StepId};
use crate::platform::{keep_note, kept_note};
use wasm_bindgen::JsValue;

/// What the page noted before it was loaded again.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    /// How far the person came.
    pub journal: Journal,
    /// Whether the same file stands again.
    pub is_back: bool,
}

/// Reads what was noted.
pub fn past() -> Option<Past> {
    let journal = decode_journal(&kept_note()?).ok()?;
    Some(Past { journal, is_back: false })
}

impl App {
    /// Notes from now on how far the person is.
    pub(super) fn keep_journal(self) {
        Effect::new(move || {
            if let Some(journal) = self.journal() {
                keep_note(Some(&encode(&journal)));
            }
        });
    }

    fn journal(self) -> Option<Journal> {
        let file = self.data.profile.with(|p| p.as_ref().map(|p| (p.file.name.clone(), p.file.size_bytes)))?;
        let form = self.choice.form()?;
        let has_result = self.run.results.with(|r| r.has(form.task));
        Some(Journal { file: file.0, size_bytes: file.1, task: form.task, answers: form.answers(), has_result })
    }

    /// A file stands: if it is the one of before, its task and answers are as they were.
    pub(super) fn recall(self, again: bool) {
        let Some(past) = self.past.get_untracked().filter(|_| !again) else { return };
        let is_back = self
            .data
            .profile
            .with_untracked(|p| p.as_ref().is_some_and(|p| past.journal.is_of(&p.file.name, p.file.size_bytes)));
        self.past.set(is_back.then(|| Past { is_back, ..past.clone() }));
        if is_back {
            let Journal { task, answers, .. } = past.journal;
            self.choice.given.update_value(|given| drop(given.put(task, answers)));
            self.choose(task);
        }
    }

    /// Goes on where the person stopped: to the settings, or by making the result again.
    pub fn go_on(self) {
        let Some(Past { journal, .. }) = self.past.get_untracked() else { return };
        self.past.set(None);
        self.choose(journal.task);
        self.place.go(StepId::Choice);
        if journal.has_result && !untrack(|| self.run.is_busy()) && self.place.is_open(StepId::Result) {
            self.work(journal.task, journal.answers, JsValue::NULL);
        }
    }

    /// Forgets what was noted.
    pub fn forget_past(self) {
        self.past.set(None);
        keep_note(None);
    }
}
