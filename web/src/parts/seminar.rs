//! The bar of the seminar mode: how far everybody may go, the next step, and back to the start for the next group.

use leptos::prelude::*;

use crate::state::{App, StepId};
use crate::views::Show;

/// The bar; nothing outside the seminar mode.
#[component]
pub fn SeminarBar() -> impl IntoView {
    let app = App::here();
    view! {
        <Show when=move || app.place.open_to.get().is_some()>
            <Bar />
        </Show>
    }
}

#[component]
fn Bar() -> impl IntoView {
    let app = App::here();
    let place = app.place;
    let words = move || place.words();
    let limit = move || place.open_to.get().unwrap_or(StepId::Data);
    // Starting over cannot be undone: the button says so at the first press and does it at the second.
    let sure = RwSignal::new(false);
    let reset = move |_| {
        if sure.get_untracked() {
            place.start_over();
        } else {
            sure.set(true);
        }
    };
    view! {
        <section class="seminar" aria-label=app.say(|w| w.help.seminar)>
            <p class="strong">{Signal::derive(move || (words().help.seminar_open)(limit().index() + 1))}</p>
            <div class="buttons">
                <Show when=move || limit() != StepId::Result>
                    <button
                        type="button"
                        class="button button-secondary button-small"
                        on:click=move |_| place.open_next()
                    >
                        {app.say(|w| w.help.seminar_next)}
                    </button>
                </Show>
                <button
                    type="button"
                    class="button button-text button-small"
                    on:click=reset
                    on:blur=move |_| sure.set(false)
                >
                    {Signal::derive(move || if sure.get() { words().help.seminar_sure } else { words().help.seminar_reset })}
                </button>
            </div>
            <p role="status">{Signal::derive(move || place.held_back.get().then(|| words().help.seminar_wait))}</p>
        </section>
    }
}
