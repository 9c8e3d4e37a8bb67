//! The heading of a step: takes the focus when the person comes to it, and names the browser's tab.

use leptos::html::H1;
use leptos::prelude::*;

use crate::platform::{focus_on, set_title};
use crate::state::App;

/// The heading of a step.
#[component]
pub fn Heading(
    /// Its words.
    #[prop(into)]
    text: Signal<&'static str>,
    /// The id of what is read out with it.
    #[prop(optional)]
    with: Option<&'static str>,
) -> impl IntoView {
    let app = App::here();
    let node = NodeRef::<H1>::new();
    Effect::new(move || set_title(&format!("{} - {}", text.get(), app.place.words().frame.app)));
    Effect::new(move || {
        if let Some(heading) = node.get()
            && app.place.moved.get_value()
        {
            focus_on(&heading);
        }
    });
    view! { <h1 class="heading" tabindex="-1" aria-describedby=with node_ref=node>{text}</h1> }
}
