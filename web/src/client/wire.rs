//! A message between page and worker: `[head: Uint8Array, body: ArrayBuffer | Blob | null]`.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use sanpo_api::{Command, Event, decode_event, encode};
use wasm_bindgen::{JsCast, JsValue};

/// A body on its way; `null` if there is none. Never looked into.
pub type Body = JsValue;

/// The message of a command, and what of it is handed over instead of copied.
pub fn pack(command: &Command, body: &Body) -> (Array, Array) {
    let head = Uint8Array::from(encode(command).as_slice());
    let handed = if body.is_instance_of::<ArrayBuffer>() { Array::of1(body) } else { Array::new() };
    (Array::of2(&head, body), handed)
}

/// What a worker said; an error text if it is no message of this version.
pub fn unpack(data: &JsValue) -> Result<(Event, Body), String> {
    let parts = data.dyn_ref::<Array>().ok_or("not a message")?;
    let head = parts.get(0).dyn_into::<Uint8Array>().map_err(|_| "a message without a head")?;
    let event = decode_event(&head.to_vec()).map_err(|e| e.0)?;
    Ok((event, parts.get(1)))
}
