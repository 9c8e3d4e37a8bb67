//! What the person left out of a result, each to be put in again.

use leptos::prelude::*;
use sanpo_api::Handling;
use sanpo_text::handling_name;

use crate::state::App;
use crate::views::{Views, live};

/// A line for each; nothing where everything was done.
#[component]
pub fn LeftOut() -> impl IntoView {
    let app = App::here();
    let line = move |handling: Handling| {
        let (lang, words) = (app.place.lang.get(), app.place.words());
        view! {
            <li>
                {(words.report.without_handling)(handling_name(lang, handling))}
                <button type="button" class="button button-text" on:click=move |_| app.again(handling, true)>
                    {words.choice.redo_handling}
                </button>
            </li>
        }
    };
    view! { <ul class="left-out">{live(move || app.left_out().into_iter().map(line).views())}</ul> }
}
