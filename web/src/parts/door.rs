//! A button that lets the person choose a file.

use leptos::html::Input;
use leptos::prelude::*;
use web_sys::File;

/// Endings that the file dialogue offers first; any other file can be chosen as well.
const ENDINGS: &str = ".csv,.tsv,.txt,.tab,.xlsx,.xlsm,.xls,.ods,.sanpo,text/csv,text/plain,text/tab-separated-values";

/// A button that lets the person choose a file; `chosen` gets it.
#[component]
pub fn FileDoor(
    /// The words on the button.
    #[prop(into)]
    text: Signal<&'static str>,
    /// `button-primary`, `button-secondary`: how much it stands out.
    class: &'static str,
    /// Whether it can be used now.
    #[prop(into)]
    disabled: Signal<bool>,
    /// Gets the file.
    chosen: impl Fn(File) + Copy + 'static,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let open = move |_| {
        if let Some(input) = input.get() {
            input.click();
        }
    };
    // Emptied afterwards, so that choosing the same file again is a change too.
    let take = move |_| {
        let Some(input) = input.get() else { return };
        let file = input.files().and_then(|f| f.get(0));
        input.set_value("");
        if let Some(file) = file {
            chosen(file);
        }
    };
    view! {
        <button type="button" class=format!("button {class}") disabled=disabled on:click=open>
            {text}
        </button>
        <input type="file" hidden accept=ENDINGS node_ref=input on:change=take />
    }
}
