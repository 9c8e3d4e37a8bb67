//! A new version of the page that waits behind the service worker.

use leptos::prelude::{window, window_event_listener_untyped};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, ServiceWorker};

/// A new version, ready to take over.
#[derive(Clone, Debug)]
pub struct Update(ServiceWorker);

impl Update {
    /// Lets the new version take over and loads the page anew. What is in the page is lost: ask first.
    pub fn accept(&self) {
        let reload = Closure::once_into_js(|| {
            let _ = window().location().reload();
        });
        let container = window().navigator().service_worker();
        let _ = container.add_event_listener_with_callback("controllerchange", reload.unchecked_ref());
        let _ = self.0.post_message(&JsValue::from_str("skip-waiting"));
    }
}

/// Calls `found` when `boot.js` tells that a new version waits (`sanpo-update`, its worker as the detail).
pub fn watch_updates(found: impl Fn(Update) + 'static) {
    std::mem::forget(window_event_listener_untyped("sanpo-update", move |event| {
        let worker = event.dyn_into::<CustomEvent>().ok().and_then(|e| e.detail().dyn_into::<ServiceWorker>().ok());
        if let Some(worker) = worker {
            found(Update(worker));
        }
    }));
}
