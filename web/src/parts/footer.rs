//! The foot of the page: the way to the help.

use leptos::prelude::*;

use crate::state::App;
use crate::views::Views;

/// The foot.
#[component]
pub fn Footer() -> impl IntoView {
    let app = App::here();
    let links = move || {
        let words = app.place.words();
        let link = |(folder, name): &(&'static str, &'static str)| {
            view! {
                <li>
                    <a href=(words.help.help_address)(folder, "")>{*name}</a>
                </li>
            }
        };
        words.help.help_pages.iter().map(link).views()
    };
    view! {
        <footer class="foot">
            <p>{app.say(|w| w.frame.footer_says)}</p>
            <nav aria-label=app.say(|w| w.help.help)>
                <ul>{links}</ul>
            </nav>
        </footer>
    }
}
