//! Cells from the clipboard: a door beside the file.

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::platform::focus_on;
use crate::state::App;
use crate::views::Show;

/// Reads the cells that were copied elsewhere.
#[component]
pub fn PasteButton() -> impl IntoView {
    let app = App::here();
    view! {
        <button
            type="button"
            class="button button-secondary paste"
            disabled=Signal::derive(move || app.run.is_busy())
            on:click=move |_| app.open_clipboard()
        >
            {app.say(|w| w.data.paste)}
        </button>
    }
}

/// A box to paste into, where the browser does not give the clipboard away.
#[component]
pub fn PasteBox() -> impl IntoView {
    let open = App::here().data.paste_box;
    view! {
        <Show when=move || open.get()>
            <Box />
        </Show>
    }
}

#[component]
fn Box() -> impl IntoView {
    let app = App::here();
    let text = RwSignal::new(String::new());
    let field = NodeRef::<Textarea>::new();
    Effect::new(move || field.get().into_iter().for_each(|f| focus_on(&f)));
    let read = move || {
        let text = text.get_untracked();
        if text.trim().is_empty() {
            field.get_untracked().into_iter().for_each(|f| focus_on(&f));
        } else {
            app.open_text(&text);
        }
    };
    view! {
        <section class="card paste-box" aria-labelledby="paste-title">
            <h2 id="paste-title">
                <label for="paste-text">{app.say(|w| w.data.paste_title)}</label>
            </h2>
            <p id="paste-says">{app.say(|w| w.data.paste_says)}</p>
            <textarea
                id="paste-text"
                rows="6"
                spellcheck="false"
                autocomplete="off"
                aria-describedby="paste-says"
                node_ref=field
                on:input=move |event| text.set(event_target_value(&event))
            ></textarea>
            <div class="buttons">
                <button type="button" class="button button-primary" on:click=move |_| read()>
                    {app.say(|w| w.data.paste_read)}
                </button>
                <button type="button" class="button button-text" on:click=move |_| app.data.paste_box.set(false)>
                    {app.say(|w| w.frame.close)}
                </button>
            </div>
        </section>
    }
}
