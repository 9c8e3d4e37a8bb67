//! User Timing marks, so that anyone can measure a stage from outside without touching it.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

use super::now_ms;

/// A stage that has begun.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch {
    name: &'static str,
    start_ms: f64,
}

impl Stopwatch {
    /// Starts a stage, for example `sanpo:read`.
    pub fn start(name: &'static str) -> Self {
        Self { name, start_ms: now_ms() }
    }

    /// Records it as a measure from the start until now.
    pub fn stop(self) {
        // A page that cannot be measured works as well, so a refusal is nothing to tell of.
        let _ = measure(self.name, self.start_ms, now_ms());
    }
}

/// `performance.measure(name, {start, end})`; the bindings do not know this form.
fn measure(name: &str, start_ms: f64, end_ms: f64) -> Result<JsValue, JsValue> {
    let performance: JsValue = window().performance().into();
    let span = Object::new();
    Reflect::set(&span, &"start".into(), &start_ms.into())?;
    Reflect::set(&span, &"end".into(), &end_ms.into())?;
    let measure: Function = Reflect::get(&performance, &"measure".into())?.dyn_into()?;
    measure.call2(&performance, &name.into(), &span)
}
