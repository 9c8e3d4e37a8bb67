//! Files that came together: the person chooses the one that is read.

use leptos::html::H2;
use leptos::prelude::*;
use web_sys::File;

use crate::platform::focus_on;
use crate::state::App;
use crate::views::{Show, Views};

/// Names that are shown; who drops a folder's worth of files sees the first.
const MOST: usize = 12;

/// Files that came together, to choose one; nothing where there are none.
#[component]
pub fn Several() -> impl IntoView {
    let app = App::here();
    let any = Memo::new(move |_| app.data.several.with(|s| !s.is_empty()));
    view! {
        <Show when=move || any.get()>
            <Files />
        </Show>
    }
}

#[component]
fn Files() -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let title = NodeRef::<H2>::new();
    Effect::new(move || title.get().into_iter().for_each(|t| focus_on(&t)));
    let name = move |file: File| {
        let (name, size) = (file.name(), file.size() as u64);
        view! {
            <li>
                <button type="button" class="option" on:click=move |_| app.open(file.clone())>
                    <span class="option-name">{name}</span>
                    <span class="option-cell">{Signal::derive(move || (words().data.bytes)(size))}</span>
                </button>
            </li>
        }
    };
    let names = move || app.data.several.get().into_iter().take(MOST).map(name).views();
    view! {
        <section class="card several" aria-labelledby="several-title">
            <h2 id="several-title" tabindex="-1" node_ref=title>{app.say(|w| w.data.several_title)}</h2>
            <p>{app.say(|w| w.data.several_says)}</p>
            <ul class="ask-options">{names}</ul>
            <button type="button" class="button button-text flush" on:click=move |_| app.data.several.set(Vec::new())>
                {app.say(|w| w.data.several_none)}
            </button>
        </section>
    }
}
