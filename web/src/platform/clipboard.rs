//! What the person copied elsewhere: cells of a spreadsheet, or a file.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{window, window_event_listener_untyped};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Element, File};

/// What was pasted.
pub enum Pasted {
    /// Text: cells come as lines with tabs.
    Text(String),
    /// A file.
    File(File),
}

/// Calls `taken` when something is pasted outside of fields for text; it says whether it was of use.
pub fn watch_paste(taken: impl Fn(Pasted) -> bool + 'static) {
    // It stays for the life of the page.
    std::mem::forget(window_event_listener_untyped("paste", move |event| {
        let meant_for_field = event.target().is_some_and(|t| t.dyn_ref::<Element>().is_some_and(takes_text));
        let pasted = event.dyn_ref::<ClipboardEvent>().filter(|_| !meant_for_field).and_then(pasted);
        if pasted.is_some_and(&taken) {
            event.prevent_default();
        }
    }));
}

/// What comes with a paste. Spreadsheets add a picture of the cells, which is not what is meant.
fn pasted(event: &ClipboardEvent) -> Option<Pasted> {
    let data = event.clipboard_data()?;
    let files = data.files();
    let file = files.and_then(|f| (0..f.length()).filter_map(|i| f.get(i)).find(|f| !f.type_().starts_with("image/")));
    let text = || data.get_data("text/plain").ok().filter(|t| !t.trim().is_empty()).map(Pasted::Text);
    file.map(Pasted::File).or_else(text)
}

/// The text on the clipboard; `None` where the browser or the person does not let us, or there is none.
pub async fn read_clipboard() -> Option<String> {
    // Where the connection is not secure there is no such object.
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok()?;
    let read: Function = Reflect::get(&clipboard, &"readText".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = read.call0(&clipboard).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok().as_ref().and_then(JsValue::as_string).filter(|t| !t.trim().is_empty())
}

fn takes_text(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}
