//! The page's script and module before the optimiser sees them: without what nobody uses, and with short names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::cut;
use super::glue::{Names, without_classes};
use crate::places::Places;
use crate::shell::{program, run};

/// Changes `module` and the script beside it, in place.
pub fn page(places: &Places, module: &Path) -> Result<()> {
    let script_path = script_of(module).context("a WebAssembly file that wasm-bindgen did not name")?;
    let script =
        without_classes(&fs::read_to_string(&script_path).with_context(|| script_path.display().to_string())?)?;
    let before = fs::read(module)?;
    let border = cut::border(&before)?;
    let names = Names::new(&script, border.iter().map(String::as_str));
    fs::write(&script_path, names.in_script(&script))?;
    minify(places, &script_path)?;
    Ok(fs::write(module, cut::module(&before, &names)?)?)
}

fn script_of(module: &Path) -> Option<std::path::PathBuf> {
    Some(module.with_file_name(module.file_name()?.to_str()?.replace("_bg.wasm", ".js")))
}

fn minify(places: &Places, script: &Path) -> Result<()> {
    let terser = places.node().join("node_modules/terser/bin/terser");
    let mut node = program("node");
    node.arg(terser).arg(script).args(["--module", "--compress", "passes=3", "--mangle", "--output"]).arg(script);
    run(&mut node)
}
