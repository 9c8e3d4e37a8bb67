//! Where the person stopped before the page was loaded again.

use leptos::prelude::*;

use crate::state::{App, Past};

/// The card; nothing where there is nothing to go on with.
#[component]
pub fn PastCard() -> impl IntoView {
    let app = App::here();
    move || app.past.get().map(|past| card(app, past).into_any())
}

fn card(app: App, past: Past) -> impl IntoView {
    let Past { journal, is_back } = past;
    let says = move || {
        let words = app.place.words();
        let task = sanpo_text::task_name(app.place.lang.get(), journal.task);
        match is_back {
            true => words.choice.journal_same.to_owned(),
            false => (words.choice.journal_says)(&journal.file, task, journal.has_result),
        }
    };
    let does: fn(&sanpo_text::Ui) -> &'static str =
        if journal.has_result { |w| w.saving.remake } else { |w| w.saving.project_settings };
    let go_on = move || {
        view! {
            <button type="button" class="button button-primary button-large" on:click=move |_| app.go_on()>
                {app.say(does)}
            </button>
        }
        .into_any()
    };
    view! {
        <section class="card past" aria-labelledby="past-title">
            <h2 id="past-title">{app.say(|w| w.choice.journal_title)}</h2>
            <p>{Signal::derive(says)}</p>
            {is_back.then(go_on)}
            <button type="button" class="button button-text flush" on:click=move |_| app.forget_past()>
                {app.say(|w| w.choice.journal_forget)}
            </button>
        </section>
    }
}
