//! One worker: starts it, shakes hands, speaks with it, ends it.

use std::rc::Rc;

use js_sys::{Array, WebAssembly};
use leptos::logging::error;
use sanpo_api::{Command, Event};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker};

use super::wire::{Body, pack, unpack};

/// What comes from a worker.
pub enum Voice {
    /// The engine in it stands.
    Ready,
    /// It said something.
    Said(Event, Body),
    /// It is of no use any more.
    Broke(String),
}

/// A worker. Dropping it ends the worker at once, whatever it does.
pub struct Port {
    worker: Worker,
    ready: bool,
    outbox: Vec<(Array, Array)>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(web_sys::Event)>,
}

impl Port {
    /// Starts a worker from a script; `listener` hears everything that follows. Fails when the script may not be started.
    pub fn open(script: &str, module: WebAssembly::Module, listener: Rc<dyn Fn(Voice)>) -> Result<Self, JsValue> {
        let worker = Worker::new(script)?;
        let on_message = message_handler(worker.clone(), module, listener.clone());
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        let on_error = error_handler(listener);
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, ready: false, outbox: Vec::new(), _on_message: on_message, _on_error: on_error })
    }

    /// Whether its engine stands.
    pub fn is_ready(&self) -> bool {
        self.ready
    }

    /// The engine stands: what waited goes out, in order.
    pub fn set_ready(&mut self) {
        self.ready = true;
        for (message, handed) in std::mem::take(&mut self.outbox) {
            self.post(&message, &handed);
        }
    }

    /// Sends a command; before the engine stands it waits.
    pub fn send(&mut self, command: &Command, body: &Body) {
        let (message, handed) = pack(command, body);
        if self.ready { self.post(&message, &handed) } else { self.outbox.push((message, handed)) }
    }

    fn post(&self, message: &Array, handed: &Array) {
        if let Err(cause) = self.worker.post_message_with_transfer(message, handed) {
            error!("A message could not be sent: {cause:?}");
        }
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

/// The script says "loaded" when it can take the module, "ready" when the engine stands; then events follow.
fn message_handler(
    worker: Worker,
    module: WebAssembly::Module,
    listener: Rc<dyn Fn(Voice)>,
) -> Closure<dyn FnMut(MessageEvent)> {
    Closure::new(move |event: MessageEvent| {
        let data = event.data();
        match data.as_string().as_deref() {
            Some("loaded") => {
                if let Err(cause) = worker.post_message(&module) {
                    listener(Voice::Broke(format!("{cause:?}")));
                }
            }
            Some("ready") => listener(Voice::Ready),
            Some(other) => listener(Voice::Broke(other.to_owned())),
            None => listener(match unpack(&data) {
                Ok((event, body)) => Voice::Said(event, body),
                Err(cause) => Voice::Broke(cause),
            }),
        }
    })
}

fn error_handler(listener: Rc<dyn Fn(Voice)>) -> Closure<dyn FnMut(web_sys::Event)> {
    Closure::new(move |event: web_sys::Event| {
        event.prevent_default();
        let cause = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).unwrap_or_default();
        listener(Voice::Broke(if cause.is_empty() { event.type_() } else { cause }));
    })
}
