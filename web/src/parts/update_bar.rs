//! Tells that a new version of the page is there; never takes over by itself.

use leptos::prelude::*;

use crate::state::App;
use crate::views::Show;

/// The bar for a new version.
#[component]
pub fn UpdateBar() -> impl IntoView {
    let app = App::here();
    let accept = move |_| {
        if let Some(update) = app.update.get_untracked() {
            update.accept();
        }
    };
    view! {
        <div role="status">
            <Show when=move || app.update.with(Option::is_some)>
                <div class="update">
                    <p>{app.say(|w| w.frame.update_says)}</p>
                    <Show when=move || !app.run.is_busy() fallback=move || view! { <p>{app.say(|w| w.frame.update_wait)}</p> }>
                        <button type="button" class="button button-secondary button-small" on:click=accept>
                            {app.say(|w| w.frame.update_now)}
                        </button>
                    </Show>
                </div>
            </Show>
        </div>
    }
}
