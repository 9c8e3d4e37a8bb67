//! Where the person stands: step and language, mirrored in the address so that Back and a kept link work.

use leptos::prelude::*;
use sanpo_api::Lang;

use crate::platform::{prefers_japanese, read_hash, set_lang, watch_hash, write_hash};

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

    fn code(self) -> &'static str {
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
    /// The language was chosen, not guessed.
    lang_chosen: StoredValue<bool>,
}

impl Place {
    /// Reads the address and follows it from now on.
    pub fn new() -> Self {
        let guess = if prefers_japanese() { Lang::Ja } else { Lang::En };
        let (step, lang) = parse(&read_hash());
        let place = Self {
            step: RwSignal::new(step),
            lang: RwSignal::new(lang.unwrap_or(guess)),
            moved: StoredValue::new(false),
            lang_chosen: StoredValue::new(lang.is_some()),
        };
        Effect::new(move || set_lang(place.lang.get()));
        watch_hash(move || place.follow());
        place
    }

    /// Goes to a step.
    pub fn go(self, step: StepId) {
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
        let lang = self.lang_chosen.get_value().then(|| self.lang.get_untracked());
        write_hash(&print(self.step.get_untracked(), lang), new_place);
    }

    fn follow(self) {
        let (step, lang) = parse(&read_hash());
        if step != self.step.get_untracked() {
            self.moved.set_value(true);
            self.step.set(step);
        }
        if let Some(lang) = lang.filter(|l| *l != self.lang.get_untracked()) {
            self.lang.set(lang);
        }
    }
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
    fn odd_addresses_lead_to_the_start() {
        for hash in ["", "x", "step", "step=9", "&&=", "lang=fr&step=", "step==choice"] {
            assert_eq!(parse(hash), (StepId::Data, None), "{hash}");
        }
    }
}
