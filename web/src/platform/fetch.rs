//! Reads files of the page's own folder: the engine and the samples. Nothing else is ever fetched, nothing is ever sent.

use js_sys::{Array, Reflect, WebAssembly};
use leptos::prelude::window;
use sanpo_api::Lang;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The folder of the samples, from the document.
const SAMPLES: &str = "samples";

/// A sample: where it is and what it is called in `sanpo-text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name.
    pub name: String,
    /// Its id.
    pub id: String,
}

impl Sample {
    /// Where it lies: beside the list, or in a folder there.
    pub fn path(&self, lang: Lang) -> String {
        SAMPLES.to_owned() + if lang == Lang::Ja { "/" } else { "/en/" } + &self.name
    }
}

/// The samples that were built in; an empty list if there is none to be had.
pub async fn samples() -> Vec<Sample> {
    let Ok(list) = json(&format!("{SAMPLES}/index.json")).await else { return Vec::new() };
    let text = |item: &JsValue, key: &str| Reflect::get(item, &key.into()).ok()?.as_string();
    let name = |item: &JsValue| Some(text(item, "file")?.rsplit('/').next()?.to_owned());
    let sample = |item: JsValue| Some(Sample { name: name(&item)?, id: text(&item, "id")? });
    list.dyn_ref::<Array>().map(|items| items.iter().filter_map(sample).collect()).unwrap_or_default()
}

/// The bytes at a path, as an `ArrayBuffer`.
pub async fn bytes_of(path: &str) -> Result<JsValue, JsValue> {
    JsFuture::from(response(path).await?.array_buffer()?).await
}

/// The text at a path; none if it cannot be had.
pub async fn text_of(path: &str) -> Option<String> {
    let text = response(path).await.ok()?.text().ok()?;
    JsFuture::from(text).await.ok()?.as_string()
}

/// Compiles the WebAssembly at a path while it arrives; a server with a wrong media type costs one more step.
pub async fn compile(path: &str) -> Result<WebAssembly::Module, JsValue> {
    let streamed = JsFuture::from(WebAssembly::compile_streaming(&window().fetch_with_str(path))).await;
    let module = match streamed {
        Ok(module) => module,
        Err(_) => JsFuture::from(WebAssembly::compile(&bytes_of(path).await?)).await?,
    };
    module.dyn_into()
}

async fn response(path: &str) -> Result<Response, JsValue> {
    let response: Response = JsFuture::from(window().fetch_with_str(path)).await?.dyn_into()?;
    if response.ok() { Ok(response) } else { Err(JsValue::from_str(&format!("{} {path}", response.status()))) }
}

async fn json(path: &str) -> Result<JsValue, JsValue> {
    JsFuture::from(response(path).await?.json()?).await
}
