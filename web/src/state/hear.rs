//! What the page does with each word of the engine.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use sanpo_api::{Profile, Report, RunId};
use wasm_bindgen::JsValue;

use super::{App, Finished, Glimpse, Side, StepId, Trouble};
use crate::client::{Asked, Heard};
use crate::platform::{Stopwatch, after_paint, focus_next, now_ms, save};

/// Where the focus goes when another file stands, if what had it is gone.
const NEW_FILE: &[&str] = &["file-title"];

impl App {
    pub(super) fn hear(self, heard: Heard) {
        match heard {
            Heard::Ready => self.engine_ready.set(true),
            Heard::NoEngine(cause) => self.no_engine(cause),
            Heard::Opened(profile, clock) => self.opened(*profile, clock),
            Heard::Glimpsed(header, rows) => self.data.glimpse.set(Some(Glimpse { header, rows })),
            Heard::Reading(frac) => self.data.reading.update(|r| r.iter_mut().for_each(|r| r.done_frac = frac)),
            Heard::Form(form) => {
                self.choice.waiting.set(false);
                self.choice.trouble.set(None);
                self.choice.forms.update(|forms| drop(forms.put(form.task, form)));
            }
            Heard::Progress(tally) => {
                self.run.heard_ms.set_value(now_ms());
                self.run.tally.set(Some(tally));
            }
            Heard::Best(says) => self.run.best.set(Some(says)),
            Heard::Lost => self.run.results.update(|r| r.all_mut().for_each(|f| f.lost = true)),
            Heard::Report(run, report, clock) => self.report(run, *report, clock),
            Heard::Applied(run, report) => self.applied(run, *report),
            Heard::Unpacked(project) => self.unpacked(*project),
            Heard::File(name, mime, bytes) => self.file(name, &mime, &bytes),
            Heard::Failed(asked, problem) => self.failed(asked, Trouble::Problem(problem)),
        }
    }

    /// Another file stands, or the same one read in another way: choices and results of before make no sense any more.
    fn opened(self, profile: Profile, clock: Stopwatch) {
        self.run.clear();
        self.choice.clear();
        let again = self.data.reading.get_untracked().is_some_and(|r| r.again);
        if !again {
            self.data.passed.set(Vec::new());
            self.data.file.update(|n| *n += 1);
        }
        self.data.reading.set(None);
        self.data.glimpse.set(None);
        self.data.trouble.set(None);
        self.data.profile.set(Some(Arc::new(profile)));
        let (ids, from) = if again { self.data.focus.get_value() } else { (NEW_FILE, None) };
        focus_next(ids, from);
        self.go_on_with_project();
        self.recall(again);
        after_paint(move || clock.stop());
    }

    fn report(self, run: RunId, report: Report, clock: Stopwatch) {
        let Some(working) = self.run.working.get_untracked().filter(|w| w.run == run) else { return };
        let task = working.task;
        let finished = Finished { run, answers: working.answers, report: Arc::new(report), applied: None, lost: false };
        let former = self.run.results.try_update(|results| results.put(task, finished)).flatten();
        if let Some(former) = former {
            self.with_client(|c| c.forget(former.run));
        }
        self.run.working.set(None);
        self.run.tally.set(None);
        self.run.settle();
        self.run.shown.set(Some(task));
        if self.place.step.get_untracked() == StepId::Choice {
            self.place.go(StepId::Result);
        }
        after_paint(move || clock.stop());
    }

    fn applied(self, run: RunId, report: Report) {
        let Side::Applying(name) = self.run.side.get_untracked() else { return };
        self.run.side.set(Side::Idle);
        self.run.results.update(|results| {
            if let Some(finished) = results.all_mut().find(|f| f.run == run) {
                finished.report = Arc::new(report);
                finished.applied = Some(name);
            }
        });
    }

    fn file(self, name: String, mime: &str, bytes: &JsValue) {
        let parts = Array::of1(bytes);
        // The data of a project go behind it as they are.
        if let Some(data) = self.project.behind.try_update_value(Option::take).flatten() {
            parts.push(&data);
        }
        match save(&name, mime, &parts) {
            Ok(()) => self.run.side.set(Side::Saved(name)),
            Err(cause) => self.failed(Asked::Export, Trouble::NotSaved(format!("{cause:?}"))),
        }
    }

    fn failed(self, asked: Asked, trouble: Trouble) {
        match asked {
            Asked::Open | Asked::Unpack => {
                self.data.end();
                self.data.trouble.set(Some(trouble));
            }
            Asked::Form => {
                self.choice.waiting.set(false);
                self.choice.trouble.set(Some(trouble));
            }
            Asked::Run => {
                self.run.working.set(None);
                self.run.trouble.set(Some(trouble));
            }
            Asked::Export | Asked::Apply => {
                self.run.settle();
                let door = if asked == Asked::Apply { self.run.apply_trouble } else { self.run.side_trouble };
                door.set(Some(trouble));
            }
            Asked::Reopen => {}
        }
    }

    /// The engine cannot be had: whoever waits is told.
    fn no_engine(self, cause: String) {
        self.engine_ready.set(false);
        let trouble = || Trouble::NoEngine(cause.clone());
        if self.data.reading.get_untracked().is_some() || self.data.profile.with_untracked(Option::is_none) {
            self.failed(Asked::Open, trouble());
        }
        if self.choice.waiting.get_untracked() {
            self.failed(Asked::Form, trouble());
        }
        if self.run.working.with_untracked(Option::is_some) {
            self.failed(Asked::Run, trouble());
        }
        if untrack(|| self.run.is_busy()) {
            self.failed(Asked::Export, trouble());
        }
    }
}
