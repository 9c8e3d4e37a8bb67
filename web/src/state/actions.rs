//! What the person can do.

use js_sys::Array;
use leptos::prelude::*;
use sanpo_api::{Answer, Answers, ExportKind, FieldId, FileFormat, Lang, TaskId};
use wasm_bindgen::JsValue;
use web_sys::File;

use super::choice::first_missing;
use super::{App, Side, StepId, Trouble, Working};
use crate::client::Client;
use crate::platform::{now_ms, save};

impl App {
    /// Chooses a task and asks for its settings, unless they are there.
    pub fn choose(self, task: TaskId) {
        self.choice.task.set(Some(task));
        self.choice.missing.set(None);
        self.choice.trouble.set(None);
        self.run.trouble.set(None);
        self.run.cancelled.set(false);
        if !self.choice.forms.with_untracked(|f| f.has(task)) {
            self.ask_form(task);
        }
    }

    /// Asks for a task's settings with the answers that the person gave.
    pub fn ask_form(self, task: TaskId) {
        let given = self.choice.given.with_value(|g| g.get(task).cloned()).unwrap_or_default();
        self.choice.waiting.set(true);
        self.choice.trouble.set(None);
        self.with_client(|c| c.form(task, given));
    }

    /// Answers a field; the engine then looks at the others again.
    pub fn answer(self, field: FieldId, answer: Answer) {
        let Some(task) = self.choice.task.get_untracked() else { return };
        let given = self.choice.put(task, field, answer);
        self.choice.waiting.set(true);
        self.with_client(|c| c.form(task, given));
    }

    /// Starts the calculation, or says which answer is missing.
    pub fn start(self) {
        let Some(form) = untrack(|| self.choice.form()) else { return };
        // While another file is being read, these settings belong to the one before it.
        if untrack(|| self.run.is_busy() || self.data.reading.with(Option::is_some)) {
            return;
        }
        if !self.place.is_open(StepId::Result) {
            return;
        }
        if let Some(field) = first_missing(&form) {
            self.choice.missing.set(Some(field));
            return;
        }
        let answers = form.answers();
        let former = self.former(form.task, &answers);
        self.work(form.task, answers, former);
    }

    /// Starts a calculation with these settings; the forecast of a former project, if there is one, is held against what happened.
    pub(super) fn work(self, task: TaskId, answers: Answers, former: JsValue) {
        let run = self.run.next_id();
        self.place.moved.set_value(true);
        self.run.trouble.set(None);
        self.run.cancelled.set(false);
        self.run.tally.set(None);
        self.run.best.set(None);
        self.run.heard_ms.set_value(now_ms());
        self.run.working.set(Some(Working { run, task, answers: answers.clone(), began_ms: now_ms() }));
        self.with_client(|c| c.start(run, task, answers, former));
    }

    /// Stops the calculation at once; data and settings stay.
    pub fn cancel(self) {
        self.with_client(Client::cancel);
        self.run.working.set(None);
        self.run.tally.set(None);
        self.run.cancelled.set(true);
        // A question that waited behind the calculation may have ended with it.
        if self.choice.waiting.get_untracked()
            && let Some(task) = self.choice.task.get_untracked()
        {
            self.ask_form(task);
        }
    }

    /// Ends the calculation with what has come in.
    pub fn finish(self) {
        self.with_client(Client::finish);
    }

    /// Works the result that is shown out again, as it was.
    pub fn remake(self) {
        if let Some(finished) = untrack(|| self.run.finished()) {
            self.choose(finished.report.task);
            self.place.go(StepId::Choice);
            let former = self.former(finished.report.task, &finished.answers);
            self.work(finished.report.task, finished.answers, former);
        }
    }

    /// Shows the result of a task, or goes to its settings if there is none yet.
    pub fn look_at(self, task: TaskId) {
        if self.run.results.with_untracked(|r| r.has(task)) {
            self.run.shown.set(Some(task));
            self.run.settle();
        } else {
            self.choose(task);
            self.place.go(StepId::Choice);
        }
    }

    /// Goes to the settings of the result that is shown.
    pub fn change_settings(self) {
        if let Some(task) = self.run.shown.get_untracked() {
            self.choose(task);
        }
        self.place.go(StepId::Choice);
    }

    /// Asks for a file of the result that is shown.
    pub fn export(self, kind: ExportKind, format: FileFormat) {
        let Some(finished) = self.ready_result() else { return };
        self.run.side.set(Side::Saving);
        let lang = self.place.lang.get_untracked();
        self.with_client(|c| c.export(finished, kind, lang, format));
    }

    /// Asks for the result that is shown as a project, with the data behind it or without.
    pub fn export_project(self, with_data: bool) {
        let Some(finished) = self.ready_result() else { return };
        self.run.side.set(Side::Saving);
        let data = with_data.then(|| self.standing().map(|source| source.file)).flatten();
        self.project.behind.set_value(data);
        self.with_client(|c| c.pack(finished));
    }

    /// Uses the model of the result that is shown on a second file.
    pub fn apply(self, file: File) {
        let Some(finished) = self.ready_result() else { return };
        self.run.side.set(Side::Applying(file.name()));
        self.with_client(|c| c.apply(finished, file));
    }

    /// Saves what is known of a failure, for those who mend it.
    pub fn save_record(self, trouble: &Trouble) {
        // Only a calculation has a stage.
        let of_run = self.run.trouble.with_untracked(|failed| failed.as_ref() == Some(trouble));
        let tally = self.run.tally.get_untracked().filter(|_| of_run);
        let stage = tally.map(|tally| sanpo_text::stage(Lang::En, tally.stage));
        let record = trouble.record(self.place.step.get_untracked().code(), stage.unwrap_or_default());
        let _ = save("sanpo-record.txt", "text/plain;charset=utf-8", &Array::of1(&record.into()));
    }

    fn ready_result(self) -> Option<sanpo_api::RunId> {
        let busy = untrack(|| self.run.is_busy());
        self.run.side_trouble.set(None);
        self.run.apply_trouble.set(None);
        untrack(|| self.run.finished()).filter(|_| !busy).map(|f| f.run)
    }
}
