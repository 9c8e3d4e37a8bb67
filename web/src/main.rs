//! The page: three steps from a spreadsheet to an answer. It draws and asks; the engine in the workers does the rest.

mod blocks;
mod client;
mod pages;
mod parts;
mod platform;
mod state;
mod views;

use leptos::mount::mount_to;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn main() {
    let app = document().get_element_by_id("app").and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(app) = app {
        // What stands there so far is the first paint of index.html.
        app.replace_children_with_node_0();
        mount_to(app, || leptos::view! { <pages::Shell /> }).forget();
    }
}
