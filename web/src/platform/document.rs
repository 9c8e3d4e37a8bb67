//! The document around the app: title, language, focus.

use leptos::prelude::{document, request_animation_frame, set_timeout, window};
use sanpo_api::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, HtmlMetaElement};

/// The content of `<meta name="...">`.
pub fn meta(name: &str) -> Option<String> {
    let found = document().query_selector(&format!("meta[name=\"{name}\"]")).ok()??;
    Some(found.dyn_into::<HtmlMetaElement>().ok()?.content())
}

/// The title of the browser's tab.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// The language of the document, for screen readers and line breaks.
pub fn set_lang(lang: Lang) {
    let code = match lang {
        Lang::Ja => "ja",
        Lang::En => "en",
    };
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", code);
    }
}

/// Runs `then` when the browser has painted what stands now.
pub fn after_paint(then: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(then, std::time::Duration::ZERO));
}

/// Moves the focus, and so the screen reader, to an element, and shows it.
pub fn focus_on(element: &HtmlElement) {
    let _ = element.focus();
    element.scroll_into_view();
}

/// The element that has the focus.
pub fn focused() -> Option<Element> {
    document().active_element()
}

/// Gives the focus to the first of these elements that there is, without scrolling, when it is still at `from` or at nothing:
/// whoever has gone on meanwhile is not called back.
pub fn focus_next(ids: &'static [&'static str], from: Option<Element>) {
    request_animation_frame(move || {
        let now = focused();
        if now.as_ref().is_some_and(|e| e.tag_name() != "BODY") && now != from {
            return;
        }
        let Some(found) = ids.iter().find_map(|id| document().get_element_by_id(id)) else { return };
        let quietly = FocusOptions::new();
        quietly.set_prevent_scroll(true);
        let _ = found.unchecked_into::<HtmlElement>().focus_with_options(&quietly);
    });
}

/// Opens the browser's print dialogue.
pub fn print() {
    let _ = window().print();
}

/// Lays the page out as for the printer while something is done with it.
pub fn as_on_paper(act: impl FnOnce() + 'static) {
    let tell = |name: &str| {
        if let Ok(event) = Event::new(name) {
            let _ = window().dispatch_event(&event);
        }
    };
    tell("beforeprint");
    let after = move || {
        act();
        tell("afterprint");
    };
    set_timeout(after, std::time::Duration::ZERO);
}

/// Moves the focus to the element of that id.
pub fn focus_by_id(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        focus_on(&element);
    }
}

/// Opens what is folded under that id and goes to its heading.
pub fn open_by_id(id: &str) {
    let folded = document().get_element_by_id(id);
    let heading = folded.and_then(|f| f.set_attribute("open", "").ok().and_then(|()| f.first_element_child()));
    if let Some(heading) = heading.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        focus_on(&heading);
    }
}

/// Scrolls to the first element that the selector finds.
pub fn show_first(selector: &str) {
    if let Ok(Some(element)) = document().query_selector(selector) {
        element.scroll_into_view();
    }
}
