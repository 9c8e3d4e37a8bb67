//! A window over the page in which the help is read: file and results stay as they are.

use leptos::html::{Dialog, Div};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::{help_page, help_wanted, show_help};
use crate::state::App;

/// The window; it opens when a link to a help page is pressed anywhere.
#[component]
pub fn HelpWindow() -> impl IntoView {
    let app = App::here();
    let (window, page) = (NodeRef::<Dialog>::new(), NodeRef::<Div>::new());
    let show = move |main: &str, meant: &str| {
        if let (Some(window), Some(page)) = (window.get_untracked(), page.get_untracked()) {
            show_help(&window, &page, main, meant);
        }
    };
    let close = move || window.get_untracked().into_iter().for_each(|w| w.close());
    let pressed = window_event_listener(leptos::ev::click, move |event| {
        let Some(address) = help_wanted(&event) else { return };
        event.prevent_default();
        spawn_local(async move {
            let (path, meant) = address.split_once('#').unwrap_or((&address, ""));
            match help_page(path).await {
                Some(main) => show(&main, meant),
                None => show(sanpo_text::ui(app.place.lang.get_untracked()).help.help_failed, ""),
            }
        });
    });
    on_cleanup(move || pressed.remove());
    // The address changed: the person follows a link back to the app.
    Effect::new(move || {
        app.place.open_to.track();
        close();
    });
    view! {
        <dialog class="help-window" aria-label=app.say(|w| w.help.help) node_ref=window>
            <button type="button" class="button button-secondary button-small" on:click=move |_| close()>
                {app.say(|w| w.frame.close)}
            </button>
            <div class="help" node_ref=page></div>
        </dialog>
    }
}
