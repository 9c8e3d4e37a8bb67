//! The file and what was found in it.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Ask, Profile};
use web_sys::{Element, File};

use super::Trouble;
use crate::client::Source;
use crate::platform::Sample;

/// A file that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its name.
    pub name: String,
    /// Share read.
    pub done_frac: f64,
    /// The file stands already, and is read again with another decision.
    pub again: bool,
}

/// The beginning of a file that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Glimpse {
    /// Names of the columns.
    pub header: Vec<String>,
    /// The first rows as text, one entry a column.
    pub rows: Vec<Vec<String>>,
}

/// The file and what was found in it.
#[derive(Clone, Copy)]
pub struct Data {
    /// What was found in the file; stays until another file stands.
    pub profile: RwSignal<Option<Arc<Profile>>>,
    /// Number of the file that stands; the same when it was read again with another decision.
    pub file: RwSignal<u32>,
    /// The file that is being read.
    pub reading: RwSignal<Option<Reading>>,
    /// Its beginning, as soon as it is known.
    pub glimpse: RwSignal<Option<Glimpse>>,
    /// Why the last file could not be read.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The last reading was given up by the person.
    pub stopped: RwSignal<bool>,
    /// Files that came at once: one of them is to be chosen.
    pub several: RwSignal<Vec<File>, LocalStorage>,
    /// The box to paste into is open.
    pub paste_box: RwSignal<bool>,
    /// Questions that the person has answered or passed over.
    pub passed: RwSignal<Vec<Ask>>,
    /// Samples to try.
    pub samples: RwSignal<Vec<Sample>>,
    /// What was read last or is being read: to try it again, or to add another decision to it.
    pub(super) source: StoredValue<Option<Source>, LocalStorage>,
    /// Where the focus goes after the file was read again, and where it was before.
    pub(super) focus: StoredValue<(&'static [&'static str], Option<Element>), LocalStorage>,
    /// Grows with each attempt to read something.
    pub(super) attempt: StoredValue<u32>,
}

impl Data {
    /// No file yet.
    pub fn new() -> Self {
        Self {
            profile: RwSignal::new(None),
            file: RwSignal::new(0),
            reading: RwSignal::new(None),
            glimpse: RwSignal::new(None),
            trouble: RwSignal::new(None),
            stopped: RwSignal::new(false),
            several: RwSignal::new_local(Vec::new()),
            paste_box: RwSignal::new(false),
            passed: RwSignal::new(Vec::new()),
            samples: RwSignal::new(Vec::new()),
            source: StoredValue::new_local(None),
            focus: StoredValue::new_local((&[], None)),
            attempt: StoredValue::new(0),
        }
    }

    /// Another attempt begins: what was said about the one before it goes.
    pub(super) fn begin(self, reading: Reading) -> u32 {
        self.trouble.set(None);
        self.stopped.set(false);
        self.several.set(Vec::new());
        self.glimpse.set(None);
        self.reading.set(Some(reading));
        self.attempt.update_value(|n| *n += 1);
        self.attempt.get_value()
    }

    /// A reading led to nothing: what stood before stands still, and questions are open whose answers did not come to force.
    pub(super) fn end(self) {
        self.reading.set(None);
        self.glimpse.set(None);
        let wanted = self.source.with_value(|s| s.as_ref().map(|s| s.choices.clone())).unwrap_or_default();
        let in_force = self.profile.with_untracked(|p| p.as_ref().map(|p| p.choices.clone())).unwrap_or_default();
        let failed = |ask: &Ask| wanted.iter().any(|choice| answers(ask, choice) && !in_force.has(choice));
        self.passed.update(|passed| passed.retain(|ask| !failed(ask)));
    }

    /// Takes note of a question that the person has seen.
    pub fn pass(self, ask: &Ask) {
        self.passed.update(|passed| passed.push(ask.clone()));
    }
}

/// Whether both are the same question, perhaps with other answers.
pub fn same_ask(a: &Ask, b: &Ask) -> bool {
    let both_bare = a.options.is_empty() && b.options.is_empty();
    a.what == b.what && (both_bare || a.options.iter().any(|o| answers(b, &o.choice)))
}

/// Whether the decision is an answer to the question.
pub fn answers(ask: &Ask, choice: &sanpo_api::Choice) -> bool {
    ask.options.iter().any(|o| o.choice.same_question(choice))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanpo_api::{AskOption, AskWhat, Choice};

    fn spelt(column: &str, merges: &[bool]) -> Ask {
        let option = |merge: &bool| AskOption {
            choice: Choice::MergeSpellings { column: column.into(), merge: *merge },
            in_force: false,
            cells: Vec::new(),
        };
        Ask { what: AskWhat::Spellings, options: merges.iter().map(option).collect() }
    }

    #[test]
    fn a_question_is_known_by_its_column() {
        assert!(same_ask(&spelt("a", &[true, false]), &spelt("a", &[false])));
        assert!(!same_ask(&spelt("a", &[true]), &spelt("b", &[true])));
        let bare = |what| Ask { what, options: Vec::new() };
        assert!(same_ask(&bare(AskWhat::NoDateColumn), &bare(AskWhat::NoDateColumn)));
        assert!(!same_ask(&bare(AskWhat::NoDateColumn), &bare(AskWhat::Sheet)));
        assert!(answers(&spelt("a", &[true]), &Choice::MergeSpellings { column: "a".into(), merge: false }));
    }
}
