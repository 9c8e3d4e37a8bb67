//! The page's script and module without what nobody uses, and with short names: what people get and what is tested.

mod cut;
mod glue;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::app::list;
use crate::places::Places;
use crate::shell::{program, run};

/// Changes the page's files in the raw folder, in place. Needs [`crate::setup::node_ready`].
pub fn page(places: &Places) -> Result<()> {
    let files = list(&places.raw())?;
    let script = files.iter().find(|file| file.starts_with("sanpo-web-") && file.ends_with(".js"));
    let script_path = places.raw().join(script.context("Trunk wrote no script for the page")?);
    let module_path = script_path.with_file_name(module_of(&script_path).context("a script without a name")?);
    let script = fs::read_to_string(&script_path).with_context(|| script_path.display().to_string())?;
    let module = fs::read(&module_path).with_context(|| module_path.display().to_string())?;
    let script = glue::without_classes(&script)?;
    let border = cut::border(&module)?;
    let names = glue::Names::new(&script, border.iter().map(String::as_str));
    fs::write(&script_path, names.in_script(&script))?;
    minify(places, &script_path)?;
    Ok(fs::write(module_path, cut::module(&module, &names)?)?)
}

fn module_of(script: &Path) -> Option<String> {
    Some(format!("{}_bg.wasm", script.file_stem()?.to_str()?))
}

fn minify(places: &Places, script: &Path) -> Result<()> {
    let terser = places.node().join("node_modules/terser/bin/terser");
    let mut node = program("node");
    node.arg(terser).arg(script).args(["--module", "--compress", "passes=3", "--mangle", "--output"]).arg(script);
    run(&mut node)
}
