//! The engine in a Web Worker: a message loop around [`sanpo_engine::Engine`].
//!
//! A message in either direction is the array `[head, body]`: the head is a `Uint8Array` with an encoded command or event, the
//! body an `ArrayBuffer` (transferred), a `Blob` (a file that is read here) or `null`.

#[cfg(target_arch = "wasm32")]
mod port;

#[cfg(target_arch = "wasm32")]
fn main() {
    port::listen();
}

/// The worker only exists in a browser; natively the command line is the way in.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a web worker. Use `sanpo` on the command line.");
}
