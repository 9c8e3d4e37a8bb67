//! Brotli and gzip beside each file, for hosts that send compressed files as they lie.

use std::path::Path;

use anyhow::Result;

use crate::app::list;
use crate::places::Places;
use crate::shell::{announce, program, run};

/// Compresses every file of a folder by Node's zlib, at the strongest level.
pub fn all(places: &Places, folder: &Path) -> Result<()> {
    announce("Compressing every file with brotli and gzip", "under a minute");
    let files: Vec<String> = list(folder)?.into_iter().filter(|file| is_worth_it(file)).collect();
    let mut node = program("node");
    node.current_dir(folder).arg(places.root.join("crates/xtask/src/dist/squeeze.mjs")).args(files);
    run(&mut node)
}

/// Images are compressed already; `_headers` is read by the host.
fn is_worth_it(file: &str) -> bool {
    file != "_headers" && !file.ends_with(".png") && !file.ends_with(".ico")
}
