//! Putting data in: a file, several, a sample, cells from the clipboard; and deciding how they are read.

use leptos::prelude::*;
use leptos::task::spawn_local;
use sanpo_api::{Ask, Choice, Choices, Problem};
use web_sys::File;

use super::data::answers;
use super::project::is_project;
use super::{App, Reading, StepId, Trouble};
use crate::client::{Client, Source};
use crate::platform::{Pasted, Sample, bytes_of, file_from, focus_next, focused, read_clipboard};

/// Largest file that is read at all: a larger one could not be held beside its table.
const LIMIT_BYTES: u64 = 1_000_000_000;

impl App {
    /// Reads a file. What was there stays until the new one stands.
    pub fn open(self, file: File) {
        if untrack(|| self.run.is_busy()) {
            return;
        }
        self.place.go(StepId::Data);
        if is_project(&file.name()) {
            return self.open_project(file);
        }
        let size_bytes = file.size() as u64;
        if size_bytes > LIMIT_BYTES {
            self.stop_reading();
            self.data.stopped.set(false);
            self.data.several.set(Vec::new());
            let problem = Problem::TooBig { size_bytes, limit_bytes: LIMIT_BYTES };
            self.data.trouble.set(Some(Trouble::Problem(problem)));
            return;
        }
        self.data.begin(Reading { name: file.name(), done_frac: 0.0, again: false });
        self.data.paste_box.set(false);
        self.read(Source { file, choices: Choices::default() });
    }

    /// Files that came together: one is read, of several the person chooses one.
    pub fn open_one_of(self, mut files: Vec<File>) {
        if untrack(|| self.run.is_busy()) {
            return;
        }
        match files.len() {
            0 => {}
            1 => self.open(files.remove(0)),
            _ => {
                self.place.go(StepId::Data);
                self.data.several.set(files);
            }
        }
    }

    /// Reads the last file again after a failure; loads the engine again if there was no file yet.
    pub fn open_again(self) {
        self.data.trouble.set(None);
        match self.data.source.get_value() {
            Some(source) => {
                self.data.begin(Reading { name: source.file.name(), done_frac: 0.0, again: false });
                self.read(source);
            }
            None => self.with_client(Client::load),
        }
    }

    /// Reads a sample.
    pub fn open_sample(self, sample: Sample) {
        if untrack(|| self.run.is_busy()) {
            return;
        }
        let attempt = self.data.begin(Reading { name: sample.name.clone(), done_frac: 0.0, again: false });
        let lang = self.place.lang.get_untracked();
        spawn_local(async move {
            let file = bytes_of(&sample.path(lang)).await.and_then(|bytes| file_from(&sample.name, &bytes));
            if self.data.attempt.get_value() != attempt {
                return;
            }
            match file {
                Ok(file) => self.open(file),
                Err(_) => {
                    self.data.reading.set(None);
                    self.data.trouble.set(Some(Trouble::NoSample));
                }
            }
        });
    }

    /// Reads what is on the clipboard; where the browser does not let us, opens a box to paste into.
    pub fn open_clipboard(self) {
        spawn_local(async move {
            match read_clipboard().await {
                Some(text) => self.open_text(&text),
                None => self.data.paste_box.set(true),
            }
        });
    }

    /// Reads a text as if it were a file.
    pub fn open_text(self, text: &str) {
        let name = sanpo_text::ui(self.place.lang.get_untracked()).data.pasted_name;
        if let Ok(file) = file_from(name, &text.into()) {
            self.open(file);
        }
    }

    /// Something was pasted into the page; says whether it was of use.
    pub fn pasted(self, pasted: Pasted) -> bool {
        let of_use = self.place.step.get_untracked() == StepId::Data && !untrack(|| self.run.is_busy());
        match pasted {
            _ if !of_use => {}
            Pasted::Text(text) => self.open_text(&text),
            Pasted::File(file) => self.open(file),
        }
        of_use
    }

    /// Decides about the reading of the file that stands, and reads it again. The focus then goes to the first of `focus`
    /// that is there, if what had it is gone.
    pub fn decide(self, choice: Choice, focus: &'static [&'static str]) {
        self.read_again(focus, |choices| choices.put(choice));
    }

    /// Takes a decision back, and reads the file again. Its question is open again.
    pub fn take_back(self, choice: &Choice, focus: &'static [&'static str]) {
        self.data.passed.update(|passed| passed.retain(|ask| !answers(ask, choice)));
        self.read_again(focus, |choices| choices.remove(choice));
    }

    /// Answers a question about the reading.
    pub fn answer_ask(self, ask: &Ask, choice: Choice, focus: &'static [&'static str]) {
        if untrack(|| self.can_decide()) {
            self.data.pass(ask);
            self.decide(choice, focus);
        }
    }

    /// Whether the reading can be decided about now: not while something is calculated, or another file is being read.
    pub fn can_decide(self) -> bool {
        !self.run.is_busy() && self.data.reading.with(|r| r.as_ref().is_none_or(|r| r.again))
    }

    /// Gives up the reading, at once. What stood before stands still.
    pub fn stop_reading(self) {
        if self.data.reading.get_untracked().is_none() {
            return;
        }
        self.with_client(Client::stop_reading);
        self.data.attempt.update_value(|n| *n += 1);
        self.data.end();
        self.data.stopped.set(true);
        focus_next(&["main"], None);
    }

    fn read_again(self, focus: &'static [&'static str], change: impl FnOnce(&mut Choices)) {
        if !untrack(|| self.can_decide()) {
            return;
        }
        // A second decision before the first is carried out adds to it.
        let under_way = self.data.reading.get_untracked().and_then(|_| self.data.source.get_value());
        let Some(mut source) = under_way.or_else(|| self.standing()) else { return };
        change(&mut source.choices);
        self.data.focus.set_value((focus, focused()));
        self.data.begin(Reading { name: source.file.name(), done_frac: 0.0, again: true });
        self.read(source);
    }

    pub(super) fn read(self, source: Source) {
        self.data.source.set_value(Some(source.clone()));
        self.with_client(|c| c.open(source));
    }

    pub(super) fn standing(self) -> Option<Source> {
        let mut held = None;
        self.with_client(|c| held = c.held());
        held
    }
}
