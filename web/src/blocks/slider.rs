//! A number to move along a line.

use leptos::prelude::*;

/// A slider with its name and what it stands at, in words.
pub fn slider(name: String, (min, max): (usize, usize), at: RwSignal<usize>, text: Signal<String>) -> AnyView {
    let put = move |ev| at.set(event_target_value(&ev).parse().unwrap_or(min));
    view! {
        <label class="slider">
            <span class="strong">{name}</span>
            <input
                type="range"
                min=min.to_string()
                max=max.to_string()
                prop:value=Signal::derive(move || at.get().to_string())
                aria-valuetext=Signal::derive(move || text.get())
                on:input=put
            />
            <output>{text}</output>
        </label>
    }
    .into_any()
}
