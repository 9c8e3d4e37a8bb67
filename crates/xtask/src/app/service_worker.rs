//! The service worker: keeps every file of one version, so that the app works without a network.

use std::fs;
use std::path::Path;

use anyhow::Result;

use super::files;

const TEMPLATE: &str = include_str!("service_worker.js");

/// The script for the files that lie in `out` now.
pub fn script(out: &Path) -> Result<String> {
    let kept: Vec<String> = files::list(out)?.into_iter().filter(|file| is_kept(file)).collect();
    let mut contents = Vec::new();
    for file in &kept {
        contents.push(file.clone().into_bytes());
        contents.push(fs::read(out.join(file))?);
    }
    let version = files::hash(contents.iter().map(Vec::as_slice).chain([TEMPLATE.as_bytes()]));
    let paths: Vec<String> = kept.iter().map(|file| address(file)).collect();
    Ok(TEMPLATE
        .replace("\"VERSION\"", &format!("\"{version}\""))
        .replace("[/* FILES */]", &serde_json::to_string(&paths)?))
}

fn is_kept(file: &str) -> bool {
    !matches!(file, "sw.js" | "_headers") && !file.ends_with(".br") && !file.ends_with(".gz")
}

/// A page is kept under its folder's address: some hosts redirect `index.html` there, and a redirected page cannot be replayed.
fn address(file: &str) -> String {
    let folder = file.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("./{}", folder.unwrap_or(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_has_both_places() {
        assert_eq!(TEMPLATE.matches("\"VERSION\"").count(), 1);
        assert_eq!(TEMPLATE.matches("[/* FILES */]").count(), 1);
    }

    #[test]
    fn the_page_is_kept_as_its_folder() {
        assert_eq!(address("index.html"), "./");
        assert_eq!(address("help/ja/guide/index.html"), "./help/ja/guide/");
        assert_eq!(address("samples/index.json"), "./samples/index.json");
        assert!(!is_kept("boot.js.br") && !is_kept("sw.js") && is_kept("boot.js"));
    }
}
