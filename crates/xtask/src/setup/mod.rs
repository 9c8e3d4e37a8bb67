//! Getting what is missing on a fresh machine. Everything lands in the cache folder, except the compiler's target and the browser.

mod chrome;
mod packages;
mod tools;

use std::path::PathBuf;

use anyhow::Result;

use crate::places::Places;

pub use packages::node_ready;
pub use tools::TARGET;

/// What building the app needs: the WebAssembly target, Trunk and wasm-bindgen.
pub fn for_building(places: &Places) -> Result<()> {
    tools::wasm_target()?;
    tools::trunk(places)?;
    tools::wasm_bindgen(places)
}

/// What tests in a browser need beyond that: npm packages and a browser, whose path is returned.
pub fn for_browser_tests(places: &Places) -> Result<PathBuf> {
    packages::node_ready(places)?;
    let chrome = chrome::ready()?;
    chrome::second_browser();
    Ok(chrome)
}
