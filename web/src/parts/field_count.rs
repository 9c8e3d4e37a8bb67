//! A whole number: a few good ones to press, and a box for any other.

use leptos::prelude::*;
use sanpo_api::{Answer, FieldKind, Lang, Step};
use sanpo_text::typed_number;

use super::field::{Question, Support};
use crate::state::App;
use crate::views::{Show, Views};

/// What a count may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limits {
    /// Smallest.
    pub min: u32,
    /// Largest.
    pub max: u32,
    suggestions: Vec<u32>,
    /// One of it, if it is a span of time.
    pub step: Option<Step>,
    automatic: bool,
}

impl Limits {
    /// The limits of a field; of one that takes no number, none.
    pub fn of(kind: Option<&FieldKind>) -> Self {
        match kind.cloned() {
            Some(FieldKind::Count { min, max, suggestions, step, automatic }) => {
                Self { min, max, suggestions, step, automatic }
            }
            _ => Self::default(),
        }
    }

    /// What a menu offers: "found by the app" where that is an answer, the suggestions, and the present answer in its place.
    pub fn offered(&self, answer: Option<u32>) -> Vec<Option<u32>> {
        let mut numbers = self.suggestions.clone();
        if let Some(n) = answer.filter(|n| !numbers.contains(n)) {
            let at = numbers.iter().position(|s| *s > n).unwrap_or(numbers.len());
            numbers.insert(at, n);
        }
        self.automatic.then_some(None).into_iter().chain(numbers.into_iter().map(Some)).collect()
    }

    /// Whether the suggestions leave other numbers.
    pub fn has_others(&self) -> bool {
        self.max.saturating_sub(self.min) as usize >= self.suggestions.len()
    }

    /// The number that a person typed, put inside the limits.
    pub fn read(&self, text: &str) -> Option<u32> {
        let number = typed_number(text)?;
        Some((number.round() as u32).clamp(self.min, self.max.max(self.min)))
    }
}

/// A whole number.
#[component]
pub fn CountField(question: Question) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let limits = Memo::new(move |_| question.field.with(|f| Limits::of(f.as_ref().map(|f| &f.kind))));
    let answer = Memo::new(move |_| {
        question.field.with(|f| match f.as_ref().map(|f| &f.answer) {
            Some(Answer::Count(n)) => Some(*n),
            _ => None,
        })
    });
    let put = move |n: Option<u32>| app.answer(question.id, n.map_or(Answer::None, Answer::Count));
    let chips = move || {
        let limits = limits.get();
        let automatic = limits.automatic.then_some(None);
        let all = automatic.into_iter().chain(limits.suggestions.into_iter().map(Some));
        all.map(|value| view! { <Chip question value step=limits.step answer put /> }).views()
    };
    let typed = move |event| {
        if let Some(n) = limits.with_untracked(|l| l.read(&event_target_value(&event))) {
            put(Some(n));
        }
    };
    view! {
        <fieldset aria-describedby=question.element("says")>
            <legend class="field-name">{Signal::derive(move || question.name())}</legend>
            <Support question />
            <div class="chips">{chips}</div>
            <Show when=move || limits.with(Limits::has_others)>
                <label class="other">
                    <span>{app.say(|w| w.choice.count_other)}</span>
                    <input
                        type="number"
                        inputmode="numeric"
                        min=Signal::derive(move || limits.with(|l| l.min.to_string()))
                        max=Signal::derive(move || limits.with(|l| l.max.to_string()))
                        prop:value=Signal::derive(move || answer.get().map(|n| n.to_string()).unwrap_or_default())
                        on:change=typed
                    />
                    <span class="note">{Signal::derive(move || limits.with(|l| (words().choice.count_range)(l.min, l.max, l.step)))}</span>
                </label>
            </Show>
        </fieldset>
    }
}

#[component]
fn Chip(
    question: Question,
    value: Option<u32>,
    step: Option<Step>,
    answer: Memo<Option<u32>>,
    put: impl Fn(Option<u32>) + Copy + 'static,
) -> impl IntoView {
    let app = App::here();
    let text = move || value.map_or_else(|| question.none().to_owned(), |n| span(app.place.lang.get(), n, step));
    let chosen = move || answer.get() == value;
    view! {
        <label class="chip" class:is-chosen=chosen>
            <input type="radio" name=question.element("chip") prop:checked=chosen on:change=move |_| put(value) />
            <span>{text}</span>
        </label>
    }
}

fn span(lang: Lang, n: u32, step: Option<Step>) -> String {
    match step {
        Some(step) => sanpo_text::steps(lang, n, step),
        None => sanpo_text::count(lang, n as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::Limits;

    #[test]
    fn typed_numbers_end_inside_the_limits() {
        let limits = Limits { min: 2, max: 8, ..Limits::default() };
        let read = |text| limits.read(text);
        assert_eq!([read("5"), read(" 3.6 "), read("-7"), read("1e99")], [Some(5), Some(4), Some(2), Some(8)]);
        assert_eq!([read(""), read("x"), read("NaN"), read("inf")], [None; 4]);
    }

    #[test]
    fn a_menu_holds_the_answer_in_its_place() {
        let limits = Limits { suggestions: vec![7, 30], ..Limits::default() };
        assert_eq!(limits.offered(Some(30)), [Some(7), Some(30)]);
        assert_eq!(limits.offered(Some(14)), [Some(7), Some(14), Some(30)]);
        let limits = Limits { automatic: true, ..limits };
        assert_eq!(limits.offered(None), [None, Some(7), Some(30)]);
    }

    #[test]
    fn a_box_only_where_numbers_are_left() {
        let limits = |max| Limits { min: 1, max, suggestions: vec![1, 2, 3, 4, 5], ..Limits::default() };
        assert!(!limits(5).has_others());
        assert!(limits(6).has_others());
    }
}
