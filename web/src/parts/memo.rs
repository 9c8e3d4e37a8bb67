//! The reading memo: what was set aside, repaired or assumed, each with its way back; and what the person decided.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Choice, MemoLine, Outcome, Profile};

use crate::state::App;
use crate::views::{Show, Views, live};

/// Where the focus goes after a click here, when the line is gone.
const HERE: &[&str] = &["memo-title"];

/// The reading memo.
#[component]
pub fn Memo(profile: Signal<Arc<Profile>>) -> impl IntoView {
    let app = App::here();
    let warn = move || profile.with(|p| p.outcome == Outcome::Warn);
    view! {
        <div class="card memo-card">
            <Show when=warn>
                <p class="strong">{app.say(|w| w.data.memo_warn)}</p>
            </Show>
            {live(move || lines(app, &profile.get()))}
            {live(move || decisions(app, &profile.get()))}
        </div>
    }
}

fn lines(app: App, profile: &Profile) -> AnyView {
    if profile.notes.is_empty() {
        return view! { <p>{app.place.words().data.memo_none}</p> }.into_any();
    }
    let lang = app.place.lang.get();
    let line = |MemoLine { note, undo }: &MemoLine| {
        let act = move |choice: &Choice| app.decide(choice.clone(), HERE);
        line_view(
            app,
            sanpo_text::note(lang, note),
            undo.clone().map(|choice| (sanpo_text::undo(lang, &choice), choice)),
            act,
        )
    };
    view! { <ul class="memo">{profile.notes.iter().map(line).views()}</ul> }.into_any()
}

fn decisions(app: App, profile: &Profile) -> Option<AnyView> {
    if profile.choices.is_empty() {
        return None;
    }
    let lang = app.place.lang.get();
    let words = app.place.words();
    let line = |choice: &Choice| {
        let act = move |choice: &Choice| app.take_back(choice, HERE);
        line_view(app, sanpo_text::decided(lang, choice), Some((words.data.take_back, choice.clone())), act)
    };
    let list = view! {
        <h3>{words.data.decided_title}</h3>
        <ul class="memo decided">{profile.choices.iter().map(line).views()}</ul>
    };
    Some(list.into_any())
}

/// A text, and the button that changes it.
fn line_view(
    app: App,
    text: String,
    button: Option<(&'static str, Choice)>,
    act: impl Fn(&Choice) + Copy + 'static,
) -> impl IntoView {
    let button = button.map(|(name, choice)| {
        view! {
            <button
                type="button"
                class="button button-secondary button-small"
                aria-label=format!("{name}: {text}")
                disabled=Signal::derive(move || !app.can_decide())
                on:click=move |_| act(&choice)
            >
                {name}
            </button>
        }
    });
    view! {
        <li>
            <span>{text}</span>
            {button}
        </li>
    }
}
