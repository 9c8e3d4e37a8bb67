//! Drawn charts as files: elements with their colours written into them, their text as SVG, pixels as PNG, the clipboard.

use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement, Url, XmlSerializer,
};

/// The name space of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";
/// The media type of SVG.
pub const SVG_TYPE: &str = "image/svg+xml";
/// Pixels a CSS pixel: sharp on slides and on paper.
const SHARP: f64 = 2.0;
/// What a style sheet says about a drawing, with the value that need not be said.
const LOOKS: [(&str, &str); 11] = [
    ("fill", "rgb(0, 0, 0)"),
    ("fill-opacity", "1"),
    ("stroke", "none"),
    ("stroke-width", "1px"),
    ("stroke-opacity", "1"),
    ("stroke-dasharray", "none"),
    ("stroke-linejoin", "miter"),
    ("stroke-linecap", "butt"),
    ("opacity", "1"),
    ("font-size", "16px"),
    ("font-weight", "400"),
];

/// An element of SVG with attributes and a text.
pub fn svg_element(name: &str, attributes: &[(&str, &str)], text: &str) -> Result<Element, JsValue> {
    filled(document().create_element_ns(Some(SVG), name)?, attributes, text)
}

/// An element of HTML with attributes and a text.
pub fn html_element(name: &str, attributes: &[(&str, &str)], text: &str) -> Result<Element, JsValue> {
    filled(document().create_element(name)?, attributes, text)
}

fn filled(made: Element, attributes: &[(&str, &str)], text: &str) -> Result<Element, JsValue> {
    for (name, value) in attributes {
        made.set_attribute(name, value)?;
    }
    if !text.is_empty() {
        made.set_text_content(Some(text));
    }
    Ok(made)
}

/// The elements that a selector finds, in their order.
pub fn all(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect()
}

/// Puts a sheet of white paper out of sight, lets it be filled, and takes it away again: on it, style sheets give colours for
/// paper whatever the screen looks like.
pub fn on_paper<T>(fill: impl FnOnce(&Element) -> Result<T, JsValue>) -> Result<T, JsValue> {
    let paper = html_element("div", &[("class", "paper"), ("aria-hidden", "true")], "")?;
    document().body().ok_or(JsValue::NULL)?.append_child(&paper)?;
    let filled = fill(&paper);
    paper.remove();
    filled
}

/// Writes what the style sheets say about a drawing into its elements, so that it looks the same without them.
pub fn keep_looks(drawing: &Element) -> Result<(), JsValue> {
    let parts = all(drawing, "*");
    for part in &parts {
        if let Some(style) = window().get_computed_style(part)? {
            for (name, usual) in LOOKS {
                let value = style.get_property_value(name)?;
                let of_text = !name.starts_with("font") || part.tag_name() == "text";
                if of_text && value != usual {
                    part.set_attribute(name, &value)?;
                }
            }
        }
    }
    // What a style sheet says may depend on the class of what is around.
    parts.iter().try_for_each(|part| part.remove_attribute("class"))
}

/// An element as the text of a file.
pub fn written(drawing: &Element) -> Result<String, JsValue> {
    XmlSerializer::new()?.serialize_to_string(drawing)
}

/// A promise of the picture as PNG.
pub fn png(svg: String, width: f64, height: f64) -> Promise {
    future_to_promise(async move {
        let kind = BlobPropertyBag::new();
        kind.set_type(SVG_TYPE);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &kind)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let painted = painted(&url, width, height).await;
        Url::revoke_object_url(&url)?;
        painted
    })
}

async fn painted(url: &str, width: f64, height: f64) -> Result<JsValue, JsValue> {
    let image = HtmlImageElement::new()?;
    let loaded = Promise::new(&mut |done, failed| {
        image.set_onload(Some(&done));
        image.set_onerror(Some(&failed));
        image.set_src(url);
    });
    JsFuture::from(loaded).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width((SHARP * width) as u32);
    canvas.set_height((SHARP * height) as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, SHARP * width, SHARP * height)?;
    let blob = JsFuture::from(Promise::new(&mut |done, _| {
        let _ = canvas.to_blob(&done);
    }));
    blob.await.and_then(|blob| if blob.is_null() { Err(blob) } else { Ok(blob) })
}

/// Puts a PNG on the clipboard; fails where the browser or the person does not let us.
pub async fn copy(png: Promise) -> Result<(), JsValue> {
    let get = |from: &JsValue, name: &str| Reflect::get(from, &name.into());
    let parts = Object::new();
    Reflect::set(&parts, &"image/png".into(), &png)?;
    let item: Function = get(&window(), "ClipboardItem")?.dyn_into()?;
    let item = Reflect::construct(&item, &Array::of1(&parts))?;
    let clipboard = get(&window().navigator(), "clipboard")?;
    let write: Function = get(&clipboard, "write")?.dyn_into()?;
    let promise: Promise = write.call1(&clipboard, &Array::of1(&item))?.dyn_into()?;
    JsFuture::from(promise).await.map(drop)
}
