//! What the reading could not know: one question at a time, with the person's own cells as answers. The guess is in force, so
//! that one can always go on.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Ask, AskOption, Profile};

use super::{Icon, Picture};
use crate::platform::{focus_next, focused};
use crate::state::{App, same_ask};
use crate::views::{Show, Views, live};

/// Where the focus goes after an answer: to the next question, or to what comes after the questions.
const NEXT: &[&str] = &["ask-title", "asks-again", "preview-title"];

/// The first question that the person has not seen yet.
#[component]
pub fn Asks(profile: Signal<Arc<Profile>>) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let open = Memo::new(move |_| {
        let passed = app.data.passed.get();
        let is_open = |ask: &&Ask| !passed.iter().any(|p| same_ask(p, ask));
        profile.with(|p| p.asks.iter().filter(is_open).cloned().collect::<Vec<Ask>>())
    });
    let first = Memo::new(move |_| open.with(|o| o.first().cloned()));
    let position = move || {
        let passed = app.data.passed.with(Vec::len);
        (words().data.ask_position)(passed + 1, passed + open.with(Vec::len))
    };
    let unanswered = move || first.with(Option::is_none) && profile.with(|p| !p.asks.is_empty());
    let again = move |_| {
        app.data.passed.set(Vec::new());
        focus_next(NEXT, focused());
    };
    view! {
        {live(move || first.get().map(|ask| view! { <AskCard ask position=Signal::derive(position) /> }.into_any()))}
        <Show when=unanswered>
            <button type="button" id="asks-again" class="button button-text flush" on:click=again>
                {app.say(|w| w.data.asks_again)}
            </button>
        </Show>
    }
}

#[component]
fn AskCard(ask: Ask, position: Signal<String>) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let bare = ask.options.is_empty();
    let ask = StoredValue::new(ask);
    let pass = move |_| {
        ask.with_value(|a| app.data.pass(a));
        focus_next(NEXT, focused());
    };
    let question = move || ask.with_value(|a| sanpo_text::question(app.place.lang.get(), a));
    view! {
        <section class="card card-warning ask" aria-labelledby="ask-title">
            <p class="ask-position">
                <Icon picture=Picture::Warning />
                {position}
            </p>
            <h3 id="ask-title" tabindex="-1">{question}</h3>
            <ul class="ask-options">
                {ask.with_value(|a| a.options.clone()).into_iter().map(|option| view! { <Answer ask option /> }).views()}
            </ul>
            <button type="button" class="button button-text flush ask-pass" on:click=pass>
                {Signal::derive(move || if bare { words().data.ask_seen } else { words().data.ask_pass })}
            </button>
        </section>
    }
}

/// An answer, and what it makes of the person's own cells.
#[component]
fn Answer(ask: StoredValue<Ask>, option: AskOption) -> impl IntoView {
    let app = App::here();
    let lang = app.place.lang;
    let AskOption { choice, in_force, cells } = option;
    let name = choice.clone();
    let take = move |_| ask.with_value(|a| app.answer_ask(a, choice.clone(), NEXT));
    view! {
        <li>
            <button
                type="button"
                class="option"
                class:is-chosen=in_force
                disabled=Signal::derive(move || !app.can_decide())
                on:click=take
            >
                <span class="option-name">
                    {Signal::derive(move || sanpo_text::choice(lang.get(), &name))}
                    {in_force.then(|| view! { <span class="badge badge-role">{app.say(|w| w.data.ask_in_force)}</span> }.into_any())}
                </span>
                {cells.into_iter().map(|(from, to)| view! { <span class="option-cell">{in_short(&from, &to)}</span> }).views()}
            </button>
        </li>
    }
}

/// A cell, and what is made of it.
fn in_short(from: &str, to: &str) -> String {
    match (from.trim(), to.trim()) {
        (from, to) if to.is_empty() || from == to => from.to_owned(),
        ("", to) => to.to_owned(),
        (from, to) => format!("{from} → {to}"),
    }
}
