//! What is done about odd data, each to be left out.

use leptos::prelude::*;
use sanpo_api::{Answer, FieldKind, Handling};
use sanpo_text::{handling_name, handling_says};

use super::field::{Question, Support};
use crate::state::App;
use crate::views::{Views, live};

/// What is done about odd data.
#[component]
pub fn HandlingField(question: Question) -> impl IntoView {
    let app = App::here();
    let lang = app.place.lang;
    let options = Memo::new(move |_| {
        question.field.with(|f| match f.as_ref().map(|f| &f.kind) {
            Some(FieldKind::Handlings { options }) => options.clone(),
            _ => Vec::new(),
        })
    });
    let chosen = move || question.field.with(|f| f.as_ref().map(|f| f.answer.clone()));
    let done = move |own: Handling| matches!(chosen(), Some(Answer::Handlings(all)) if all.contains(&own));
    let check = move |own: Handling| {
        let says = question.element(&format!("{own:?}"));
        view! {
            <li>
                <label class="check">
                    <input
                        type="checkbox"
                        aria-describedby=says.clone()
                        prop:checked=Signal::derive(move || done(own))
                        on:change=move |_| app.handle(question.task, own, !untrack(|| done(own)))
                    />
                    <span>{Signal::derive(move || handling_name(lang.get(), own))}</span>
                </label>
                <p class="note" id=says>{Signal::derive(move || handling_says(lang.get(), own))}</p>
            </li>
        }
    };
    view! {
        <fieldset aria-describedby=question.element("says")>
            <legend class="field-name">{Signal::derive(move || question.name())}</legend>
            <Support question />
            <ul class="handlings">{live(move || options.get().into_iter().map(check).views())}</ul>
        </fieldset>
    }
}
