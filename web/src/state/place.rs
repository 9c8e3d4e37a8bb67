//! Where the person stands: step and language, mirrored in the address so that Back and a kept link work.
//!
//! In a seminar the address says how far everybody may go (`seminar=1`), so that the bar outlives a reload.

use leptos::prelude::*;
use sanpo_api::Lang;

use crate::platform::{begin_again, keep_note, prefers_japanese, read_hash, set_lang, watch_hash, write_hash};

/// The three steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepId {
    /// Put in data.
    Data,
    /// Choose what to find out.
    Choice,
    /// See and use the result.
    Result,
}

impl StepId {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Data, Self::Choice, Self::Result];

    /// Number from 0.
    pub fn index(self) -> usize {
        self as usize
    }

    /// Its name in the address.
    pub fn code(self) -> &'static str {
        ["data", "choice", "result"][self.index()]
    }
}

/// Step and language.
#[derive(Clone, Copy)]
pub struct Place {
    /// The step.
    pub step: RwSignal<StepId>,
    /// The language of the screen.
    pub lang: RwSignal<Lang>,
    /// Whether the person has moved since the page was opened: from then on the focus follows.
    pub moved: StoredValue<bool>,
    /// In a seminar, the last step that is open.
    pub open_to: RwSignal<Option<StepId>>,
    /// The person wanted to go further than that.
    pub held_back: RwSignal<bool>,
    /// How far the tour is; 0 when there is none.
    pub tour: RwSignal<usize>,
    /// The language was chosen, not guessed.
    lang_chosen: StoredValue<bool>,
}

impl Place {
    /// Reads the address and follows it from now on.
    pub fn new() -> Self {
        let guess = if prefers_japanese() { Lang::Ja } else { Lang::En };
        let (step, lang) = parse(&read_hash());
        let open_to = seminar(&read_hash());
        let place = Self {
            step: RwSignal::new(open_to.map_or(step, |limit| step.min(limit))),
            lang: RwSignal::new(lang.unwrap_or(guess)),
            moved: StoredValue::new(false),
            open_to: RwSignal::new(open_to),
            held_back: RwSignal::new(false),
            tour: RwSignal::new(0),
            lang_chosen: StoredValue::new(lang.is_some()),
        };
        // At once, for the first paint: another language may have other letters, and wider lines.
        set_lang(place.lang.get_untracked());
        Effect::new(move || set_lang(place.lang.get()));
        watch_hash(move || place.follow());
        place
    }

    /// Whether a step is open; if a seminar holds it back, the person is told.
    pub fn is_open(self, step: StepId) -> bool {
        let open = self.open_to.get_untracked().is_none_or(|limit| step <= limit);
        self.held_back.set(!open);
        open
    }

    /// Opens the next step of a seminar.
    pub fn open_next(self) {
        let next = self.open_to.get_untracked().and_then(|limit| StepId::ALL.get(limit.index() + 1).copied());
        if next.is_some() {
            self.open_to.set(next);
            self.held_back.set(false);
            self.write(false);
        }
    }

    /// Forgets everything and begins the seminar anew.
    pub fn start_over(self) {
        keep_note(None);
        begin_again(&self.hash(StepId::Data, Some(StepId::Data)));
    }

    /// Goes to a step.
    pub fn go(self, step: StepId) {
        if !self.is_open(step) {
            return;
        }
        if self.step.get_untracked() != step {
            self.moved.set_value(true);
            self.step.set(step);
            self.write(true);
        }
    }

    /// Changes the language.
    pub fn speak(self, lang: Lang) {
        self.lang_chosen.set_value(true);
        self.lang.set(lang);
        self.write(false);
    }

    /// The words of the present language.
    pub fn words(self) -> &'static sanpo_text::Ui {
        sanpo_text::ui(self.lang.get())
    }

    fn write(self, new_place: bool) {
        write_hash(&self.hash(self.step.get_untracked(), self.open_to.get_untracked()), new_place);
    }

    fn hash(self, step: StepId, open_to: Option<StepId>) -> String {
        let lang = self.lang_chosen.get_value().then(|| self.lang.get_untracked());
        let place = print(step, lang);
        open_to.map_or(place.clone(), |limit| format!("{place}&seminar={}", limit.index() + 1))
    }

    fn follow(self) {
        let (step, lang) = parse(&read_hash());
        // A seminar begins by a link; how far it is does not change by going back.
        if self.open_to.get_untracked().is_none() {
            self.open_to.set(seminar(&read_hash()));
        }
        if step != self.step.get_untracked() {
            if !self.is_open(step) {
                return self.write(false);
            }
            self.moved.set_value(true);
            self.step.set(step);
        }
        if let Some(lang) = lang.filter(|l| *l != self.lang.get_untracked()) {
            self.lang.set(lang);
        }
    }
}

/// The last step that is open in a seminar; none outside of one.
fn seminar(hash: &str) -> Option<StepId> {
    let number: usize = hash.split('&').find_map(|part| part.strip_prefix("seminar="))?.parse().ok()?;
    Some(StepId::ALL[number.clamp(1, 3) - 1])
}

fn parse(hash: &str) -> (StepId, Option<Lang>) {
    let value = |key: &str| hash.split('&').filter_map(|part| part.split_once('=')).find(|(k, _)| *k == key);
    let step = value("step").and_then(|(_, v)| StepId::ALL.into_iter().find(|s| s.code() == v));
    let lang = value("lang").and_then(|(_, v)| match v {
        "ja" => Some(Lang::Ja),
        "en" => Some(Lang::En),
        _ => None,
    });
    (step.unwrap_or(StepId::Data), lang)
}

fn print(step: StepId, lang: Option<Lang>) -> String {
    let step = format!("step={}", step.code());
    match lang {
        None => step,
        Some(Lang::Ja) => step + "&lang=ja",
        Some(Lang::En) => step + "&lang=en",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_back() {
        for step in StepId::ALL {
            for lang in [None, Some(Lang::Ja), Some(Lang::En)] {
                assert_eq!(parse(&print(step, lang)), (step, lang));
            }
        }
    }

    #[test]
    fn a_seminar_begins_with_the_first_step() {
        assert_eq!(seminar("seminar=1"), Some(StepId::Data));
        assert_eq!(seminar("step=choice&lang=en&seminar=2"), Some(StepId::Choice));
        assert_eq!([seminar("seminar=0"), seminar("seminar=99")], [Some(StepId::Data), Some(StepId::Result)]);
        assert_eq!([seminar(""), seminar("seminar="), seminar("step=data")], [None; 3]);
        assert_eq!(parse("seminar=1"), (StepId::Data, None));
    }

    #[test]
    fn odd_addresses_lead_to_the_start() {
        for hash in ["", "x", "step", "step=9", "&&=", "lang=fr&step=", "step==choice"] {
            assert_eq!(parse(hash), (StepId::Data, None), "{hash}");
        }
    }
}
