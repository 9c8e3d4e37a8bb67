//! One column out of a list: as a question of the form, or in the sentence.

use leptos::prelude::*;
use sanpo_api::{Answer, FieldKind};

use super::field::{Question, Support};
use crate::state::App;
use crate::views::{Show, Views, live};

/// One column out of a list, under its name.
#[component]
pub fn ColumnField(question: Question) -> impl IntoView {
    let app = App::here();
    let optional = move || {
        is_optional(question).then(|| view! { <span class="optional">{app.place.words().frame.optional}</span> })
    };
    view! {
        <label class="field-name" for=question.element("select")>
            {Signal::derive(move || question.name())}
            {live(move || optional().into_any())}
        </label>
        <Support question />
        <ColumnMenu question none=Signal::derive(move || question.none()) />
    }
}

fn is_optional(question: Question) -> bool {
    let optional = |kind: &FieldKind| matches!(kind, FieldKind::Column { optional: true, .. });
    question.field.with(|f| f.as_ref().is_none_or(|f| optional(&f.kind)))
}

/// The menu alone; `none` is what no answer is called, `label` its name where no other text gives it one.
#[component]
pub fn ColumnMenu(
    question: Question,
    none: Signal<&'static str>,
    #[prop(optional)] label: Option<Signal<&'static str>>,
) -> impl IntoView {
    let app = App::here();
    let options = Memo::new(move |_| {
        question.field.with(|f| match f.as_ref().map(|f| &f.kind) {
            Some(FieldKind::Column { options, .. }) => options.clone(),
            _ => Vec::new(),
        })
    });
    let answer = Memo::new(move |_| question.field.with(|f| f.as_ref().map(|f| f.answer.clone())));
    let no_answer = move || !matches!(answer.get(), Some(Answer::Column(_)));
    // The choices go by their place in the list: a column may have any name.
    let change = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let name = at.and_then(|at| options.with_untracked(|o| o.get(at).cloned()));
        app.answer(question.id, name.map_or(Answer::None, Answer::Column));
    };
    let choices = move || options.get().into_iter().enumerate().map(|(at, name)| choice(at, name, answer)).views();
    let none = move || if is_optional(question) { none.get() } else { app.place.words().choice.missing_column };
    view! {
        <select
            id=question.element("select")
            aria-label=Signal::derive(move || label.map(|label| label.get()))
            aria-describedby=format!("{} {}", question.element("says"), question.element("error"))
            aria-invalid=Signal::derive(move || question.is_lacking().then_some("true"))
            on:change=change
        >
            <Show when=move || is_optional(question) || no_answer()>
                <option value="" prop:selected=no_answer>{none}</option>
            </Show>
            {choices}
        </select>
    }
}

fn choice(at: usize, name: String, answer: Memo<Option<Answer>>) -> impl IntoView {
    let own = name.clone();
    let selected = move || answer.with(|a| matches!(a, Some(Answer::Column(chosen)) if *chosen == own));
    view! { <option value=at.to_string() prop:selected=selected>{name}</option> }
}
