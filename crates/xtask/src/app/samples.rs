//! The samples in the app: the files, and a list of them for the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::files::list;

/// Copies the data of `sample_data/<id>/` to `out` and writes `index.json`: `[{"id", "file"}]`, sorted by id.
pub fn copy(from: &Path, out: &Path) -> Result<()> {
    fs::create_dir_all(out)?;
    let mut index = Vec::new();
    for path in list(from)? {
        let Some((id, file)) = path.split_once('/') else { continue };
        if file.ends_with(".md") {
            continue;
        }
        fs::copy(from.join(&path), out.join(file)).with_context(|| path.clone())?;
        index.push(json!({ "id": id, "file": file }));
    }
    Ok(fs::write(out.join("index.json"), serde_json::to_string(&index)?)?)
}
