//! Messages from and to the page.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use sanpo_api::{Command, Event, LIMIT_BYTES, Problem, decode, encode};
use sanpo_engine::Engine;
use sanpo_text::Text;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

/// Bytes read from a file at a time: progress in between, and no second copy of the whole file.
const SLICE_BYTES: f64 = 8.0 * 1024.0 * 1024.0;

/// Files from this size on show their beginning first.
const GLIMPSE_FROM_BYTES: f64 = 2.0 * 1024.0 * 1024.0;
/// Bytes of the beginning: more than 200 rows of any usual table.
const GLIMPSE_BYTES: f64 = 256.0 * 1024.0;

/// Installs the message handler; every message is carried out before the next is taken.
pub fn listen() {
    std::panic::set_hook(Box::new(|info| {
        let detail = info.to_string();
        post(&Event::Failed { run: None, problem: Problem::Internal { detail } }, Vec::new());
    }));
    let mut engine = Engine::new(Box::new(Text));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |message: MessageEvent| {
        if let Err(problem) = take(&mut engine, &message.data()) {
            post(&Event::Failed { run: None, problem }, Vec::new());
        }
    });
    scope().set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn take(engine: &mut Engine, message: &JsValue) -> Result<(), Problem> {
    let parts: &Array = message.dyn_ref().ok_or_else(|| internal("a message that is no array"))?;
    let head = Uint8Array::new(&parts.get(0)).to_vec();
    let command: Command = decode(&head).map_err(|e| internal(&e.0))?;
    // Test builds only (`cargo xtask test` sets it): the page can ask for a breakdown.
    if option_env!("SANPO_PROVOKE").is_some() && command == Command::Provoke {
        panic!("provoked");
    }
    // A large file takes seconds: its first rows are on the screen while the rest is still being read.
    if let (Command::Open { name, choices }, Some(blob)) = (&command, parts.get(1).dyn_ref::<Blob>())
        && let Some(bytes) = beginning(blob)?
    {
        let glimpse = Command::Glimpse { name: name.clone(), choices: choices.clone() };
        engine.handle(glimpse, bytes, &mut |event, body| post(&event, body));
    }
    let body = body(&parts.get(1))?;
    engine.handle(command, body, &mut |event, body| post(&event, body));
    Ok(())
}

fn body(part: &JsValue) -> Result<Vec<u8>, Problem> {
    if let Some(buffer) = part.dyn_ref::<ArrayBuffer>() {
        return Ok(Uint8Array::new(buffer).to_vec());
    }
    match part.dyn_ref::<Blob>() {
        Some(blob) => read(blob),
        None => Ok(Vec::new()),
    }
}

/// Reads a file slice by slice into one buffer of the right size.
fn read(blob: &Blob) -> Result<Vec<u8>, Problem> {
    let size = blob.size();
    if size as u64 > LIMIT_BYTES {
        return Err(Problem::TooBig { size_bytes: size as u64, limit_bytes: LIMIT_BYTES });
    }
    let reader = FileReaderSync::new().map_err(|e| cause(&e))?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(size as usize).map_err(|_| Problem::OutOfMemory)?;
    let mut start = 0.0;
    while start < size {
        let end = (start + SLICE_BYTES).min(size);
        let slice = slice(blob, &reader, start, end)?;
        let from = bytes.len();
        bytes.resize(from + slice.length() as usize, 0);
        slice.copy_to(&mut bytes[from..]);
        start = end;
    }
    Ok(bytes)
}

fn slice(blob: &Blob, reader: &FileReaderSync, start: f64, end: f64) -> Result<Uint8Array, Problem> {
    let slice = blob.slice_with_f64_and_f64(start, end).map_err(|e| cause(&e))?;
    let buffer = reader.read_as_array_buffer(&slice).map_err(|e| cause(&e))?;
    Ok(Uint8Array::new(&buffer))
}

/// The beginning of a large file, up to its last line end; `None` where it says nothing without the rest.
fn beginning(blob: &Blob) -> Result<Option<Vec<u8>>, Problem> {
    if blob.size() < GLIMPSE_FROM_BYTES || blob.size() as u64 > LIMIT_BYTES {
        return Ok(None);
    }
    let reader = FileReaderSync::new().map_err(|e| cause(&e))?;
    let mut bytes = slice(blob, &reader, 0.0, GLIMPSE_BYTES)?.to_vec();
    let container = bytes.starts_with(b"PK") || bytes.starts_with(b"\xD0\xCF\x11\xE0");
    let end = bytes.iter().rposition(|b| matches!(b, b'\n' | b'\r')).filter(|_| !container);
    bytes.truncate(end.map_or(0, |end| end + 1));
    Ok((!bytes.is_empty()).then_some(bytes))
}

fn cause(error: &JsValue) -> Problem {
    Problem::File { name: String::new(), cause: format!("{error:?}") }
}

fn internal(detail: &str) -> Problem {
    Problem::Internal { detail: detail.to_owned() }
}

/// Sends an event; its body leaves without a second copy.
fn post(event: &Event, body: Vec<u8>) {
    let head = Uint8Array::from(encode(event).as_slice());
    let transfer = Array::new();
    let part: JsValue = if body.is_empty() {
        JsValue::NULL
    } else {
        let buffer = Uint8Array::from(body.as_slice()).buffer();
        transfer.push(&buffer);
        buffer.into()
    };
    // A page that is gone cannot be told anything.
    let _ = scope().post_message_with_transfer(&Array::of2(&head, &part), &transfer);
}
