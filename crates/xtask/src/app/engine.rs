//! The engine's files: glue and message loop in one script, named after their bytes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{Pair, files};

const BUILT: &str = "sanpo-worker";
const TAIL: &str = include_str!("engine_tail.js");

/// Joins the engine's glue with the handshake and renames both files to `engine-<hash>…`.
pub fn name(out: &Path) -> Result<Pair> {
    let glue_path = out.join(format!("{BUILT}.js"));
    let wasm_path = out.join(format!("{BUILT}_bg.wasm"));
    let glue = fs::read_to_string(&glue_path).with_context(|| glue_path.display().to_string())?;
    let script = format!("{glue}\n{TAIL}");
    let wasm = fs::read(&wasm_path).with_context(|| wasm_path.display().to_string())?;
    let hash = files::hash([script.as_bytes(), &wasm]);
    let pair = Pair { script: format!("engine-{hash}.js"), wasm: format!("engine-{hash}_bg.wasm") };
    fs::write(out.join(&pair.script), script)?;
    fs::remove_file(glue_path)?;
    fs::rename(wasm_path, out.join(&pair.wasm))?;
    Ok(pair)
}
