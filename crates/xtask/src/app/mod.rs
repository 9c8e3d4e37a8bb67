//! Building the app: Trunk compiles the two WebAssembly files, then the folder is put together.
//!
//! What Trunk leaves out: an engine with a name that changes with its bytes, a page without inline scripts (the security policy
//! forbids them), a service worker that knows every file, the samples, the help pages, and a `_headers` file for web hosts.

mod engine;
mod files;
mod help;
mod index;
mod policy;
mod samples;
mod service_worker;
mod styles;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::places::Places;
use crate::shell::{announce, program, run};
use crate::{setup, slim};

pub use files::{hash, list};
pub use policy::{cache_control, headers};

/// Names of a script and the WebAssembly that it loads, as the page sees them.
pub struct Pair {
    /// The script.
    pub script: String,
    /// The WebAssembly.
    pub wasm: String,
}

/// What the app is built for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// For people.
    Use,
    /// For tests: the page can make a worker break down (`?provoke=panic`).
    Test,
}

/// Builds the app for `run` and `test`.
pub fn build(places: &Places, purpose: Purpose) -> Result<()> {
    compile(places, purpose)?;
    if purpose == Purpose::Test {
        // As in a release, so that the tests see what people get.
        setup::node_ready(places)?;
        slim::page(places)?;
    }
    assemble(places, &places.app())
}

/// Compiles page and engine into the raw folder. Needs [`crate::setup::for_building`].
pub fn compile(places: &Places, purpose: Purpose) -> Result<()> {
    announce("Building page and engine", "the first time 10 to 20 minutes, later about one");
    let mut trunk = places.with_environment(program("trunk"));
    trunk.current_dir(&places.root);
    if purpose == Purpose::Test {
        trunk.env("SANPO_PROVOKE", "1");
    }
    trunk.args(["build", "--release", "--locked", "--skip-version-check", "--public-url", "./", "--dist"]);
    run(trunk.arg(places.raw()))
}

/// Puts the folder `out` together from what Trunk wrote; what was in `out` before is gone.
pub fn assemble(places: &Places, out: &Path) -> Result<()> {
    announce(&format!("Putting the app together in {}", out.display()), "seconds");
    files::copy_fresh(&places.raw(), out)?;
    let engine = engine::name(out)?;
    let page_path = out.join("index.html");
    let html = fs::read_to_string(&page_path).context("Trunk wrote no index.html")?;
    let page = index::name(out, &html)?;
    samples::copy(&places.root.join("sample_data"), &out.join("samples"))?;
    help::write(out, &places.root.join("web/style/help.css"))?;
    let html = styles::join(out, &html)?;
    fs::write(&page_path, index::rewrite(&html, &page, &engine)?)?;
    fs::write(out.join("sw.js"), service_worker::script(out)?)?;
    Ok(fs::write(out.join("_headers"), policy::headers_file(&list(out)?))?)
}
