//! Where the engine is, and its compiled module: compiled once on the page, posted to each worker.

use js_sys::WebAssembly;
use sanpo_api::{Lang, Problem};
use wasm_bindgen::JsValue;

use crate::platform::{compile, meta};

/// The engine, ready to be put into workers.
#[derive(Clone)]
pub struct Engine {
    /// Address of the worker's script.
    pub script: String,
    /// The compiled engine.
    pub module: WebAssembly::Module,
}

impl Engine {
    /// Loads and compiles it. Fails without a connection, or in a browser without WebAssembly.
    pub async fn load() -> Result<Self, String> {
        let places = meta("sanpo-engine").unwrap_or_default();
        let (script, wasm) = places.split_once(' ').ok_or("the page does not say where its engine is")?;
        let module = compile(wasm.trim()).await.map_err(in_words)?;
        Ok(Self { script: script.to_owned(), module })
    }
}

/// What is known of an engine that did not start.
pub(super) fn cause(problem: Problem) -> String {
    match problem {
        Problem::Internal { detail } => detail,
        other => sanpo_text::problem(Lang::En, &other).what,
    }
}

fn in_words(cause: JsValue) -> String {
    cause.as_string().unwrap_or_else(|| format!("{cause:?}"))
}
