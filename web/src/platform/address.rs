//! The address bar's hash: where in the page we are, kept so that the browser's Back works.

use leptos::prelude::{window, window_event_listener_untyped};
use wasm_bindgen::JsValue;

/// The hash without `#`; empty if there is none.
pub fn read_hash() -> String {
    window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
}

/// Writes the hash, as a new place in the history or over the present one. Fails silently where history is not allowed
/// (some `file:` pages): the page works without it.
pub fn write_hash(hash: &str, new_place: bool) {
    if read_hash() == hash {
        return;
    }
    let url = format!("#{hash}");
    let Ok(history) = window().history() else { return };
    let written = if new_place {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
    let _ = written;
}

/// Opens the page anew at a hash: everything it knew is forgotten.
pub fn begin_again(hash: &str) {
    write_hash(hash, false);
    let _ = window().location().reload();
}

/// Calls `changed` when the person goes back or forward, or edits the hash.
pub fn watch_hash(changed: impl Fn() + Clone + 'static) {
    let on_hash = changed.clone();
    // Both events can fire for one step back; reading the hash twice changes nothing. They stay for the life of the page.
    std::mem::forget(window_event_listener_untyped("hashchange", move |_| on_hash()));
    std::mem::forget(window_event_listener_untyped("popstate", move |_| changed()));
}
