//! How large a page of its own may be on a sheet, with its own styles and none of this page's.

use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element, HtmlElement, ShadowRootInit, ShadowRootMode};

/// Sizes that are tried, in percent of the screen's.
const SIZES: [u32; 11] = [76, 73, 70, 67, 64, 61, 58, 55, 52, 48, 44];
/// A sheet of A4 inside its margins in CSS pixels; a little lower than it is.
const SHEET: (u32, f64) = (688, 985.0);

/// The largest size, in percent, at which `body` fits on one sheet of A4; the smallest there is for what never fits. It is laid
/// out inside `place`, by `style` alone.
pub fn size_on_a_sheet(style: &str, place: &Element, body: &Element) -> Result<u32, JsValue> {
    let host: HtmlElement = document().create_element("div")?.unchecked_into();
    place.append_child(&host)?;
    let inside = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(style)?;
    inside.set_adopted_style_sheets(&Array::of1(&sheet));
    inside.append_child(body)?;
    let fits = |size: u32| {
        let _ = host.style().set_property("width", &format!("{}px", SHEET.0 * 100 / size));
        body.get_bounding_client_rect().height() * f64::from(size) <= SHEET.1 * 100.0
    };
    Ok(SIZES.into_iter().find(|size| fits(*size)).unwrap_or(SIZES[SIZES.len() - 1]))
}
