//! The samples in the app: the files, and a list of them for the page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::files::list;

/// The folder of the English files.
const ENGLISH: &str = "en";

/// Copies the data of `sample_data/<id>/` to `out` and writes `index.json`: `[{"id", "file"}]`, sorted by id. The English file of
/// the same name lies in `en/`.
pub fn copy(from: &Path, out: &Path) -> Result<()> {
    fs::create_dir_all(out.join(ENGLISH))?;
    let mut index = Vec::new();
    for path in list(from)? {
        let Some((id, file)) = path.split_once('/') else { continue };
        if file.ends_with(".md") {
            continue;
        }
        fs::copy(from.join(&path), out.join(file)).with_context(|| path.clone())?;
        if file.starts_with(ENGLISH) {
            continue;
        }
        let english = from.join(id).join(ENGLISH).join(file);
        ensure!(english.is_file(), "{} is missing", english.display());
        index.push(json!({ "id": id, "file": file }));
    }
    Ok(fs::write(out.join("index.json"), serde_json::to_string(&index)?)?)
}
