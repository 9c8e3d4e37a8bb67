//! The help pages: read from the page's own folder, shown in a window of the page. Leaving the page would lose the file.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use super::document::focus_on;
use super::fetch::text_of;

/// Where a help page stands for the app's folder, and what it is in the app.
const FROM_PAGE: (&str, &str) = ("../../../", "./");

/// The address of the help page that a click asks for; none where it asks for something else, or for another window.
pub fn help_wanted(event: &web_sys::MouseEvent) -> Option<String> {
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a").ok()??;
    let plain = event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key());
    link.get_attribute("href").filter(|address| plain && address.starts_with("./help/"))
}

/// The main part of a help page, with its links as they are in the app. Fails when it cannot be had.
pub async fn help_page(address: &str) -> Option<String> {
    let whole = text_of(address).await?;
    let (_, rest) = whole.split_once("<main class=\"help\">")?;
    let (main, _) = rest.split_once("</main>")?;
    Some(main.replace(FROM_PAGE.0, FROM_PAGE.1))
}

/// Shows a part of a help page in the window; `meant` is the id of the entry that was asked for.
pub fn show_help(window: &HtmlDialogElement, into: &HtmlElement, main: &str, meant: &str) {
    style();
    into.set_inner_html(main);
    if !window.open() {
        let _ = window.show_modal();
    }
    let entry = into.query_selector(&format!("[id=\"{meant}\"]")).ok().flatten();
    let entry = entry.and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(entry) = &entry {
        entry.set_class_name("is-meant");
    }
    // The link that was pressed may be gone with the page before: the focus goes to what is to be read.
    let start = entry.as_ref().unwrap_or(into);
    start.set_tab_index(-1);
    focus_on(start);
    if entry.is_none() {
        window.set_scroll_top(0);
    }
}

/// The pages' own style comes with the first of them.
fn style() {
    const ID: &str = "help-style";
    if document().get_element_by_id(ID).is_some() {
        return;
    }
    let (Ok(link), Some(head)) = (document().create_element("link"), document().head()) else { return };
    for (name, value) in [("id", ID), ("rel", "stylesheet"), ("href", "./help/help.css")] {
        let _ = link.set_attribute(name, value);
    }
    let _ = head.append_child(&link);
}
