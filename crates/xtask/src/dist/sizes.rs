//! How large everything is, and the limits.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::app::list;

/// Everything that the first screen needs, compressed by brotli.
const PAGE_LIMIT: u64 = 350_000;
/// The engine's two files, compressed by brotli.
const ENGINE_LIMIT: u64 = 3_500_000;

/// The parts of the app that are measured together.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Part {
    Page,
    Engine,
    Other,
}

struct Size {
    file: String,
    part: Part,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Prints a table of sizes. Fails when page or engine is over its limit.
pub fn check(folder: &Path) -> Result<()> {
    let sizes = measure(folder)?;
    println!("\n{:<44} {:>12} {:>12} {:>12}", "bytes", "raw", "gzip", "brotli");
    for size in &sizes {
        println!("{:<44} {:>12} {:>12} {:>12}", size.file, size.raw, size.gzip, size.brotli);
    }
    let mut over = Vec::new();
    for (part, limit) in [(Part::Page, PAGE_LIMIT), (Part::Engine, ENGINE_LIMIT)] {
        let of_part = || sizes.iter().filter(|size| size.part == part);
        let brotli: u64 = of_part().map(|size| size.brotli).sum();
        let (raw, gzip): (u64, u64) = (of_part().map(|s| s.raw).sum(), of_part().map(|s| s.gzip).sum());
        println!("{:<44} {raw:>12} {gzip:>12} {brotli:>12}  of {limit} allowed", format!("{part:?} in all"));
        if brotli > limit {
            over.push(format!("{part:?} is {brotli} bytes in brotli, {limit} are allowed"));
        }
    }
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    println!("\nCopy the folder {} to any web server.", folder.display());
    Ok(())
}

fn measure(folder: &Path) -> Result<Vec<Size>> {
    let files = list(folder)?;
    let originals = files.iter().filter(|file| !file.ends_with(".br") && !file.ends_with(".gz"));
    originals
        .map(|file| {
            let bytes = |name: &str| fs::metadata(folder.join(name)).map(|meta| meta.len());
            let raw = bytes(file).with_context(|| file.clone())?;
            // What is not compressed counts as it is.
            let gzip = bytes(&format!("{file}.gz")).unwrap_or(raw);
            let brotli = bytes(&format!("{file}.br")).unwrap_or(raw);
            Ok(Size { file: file.clone(), part: part(file), raw, gzip, brotli })
        })
        .collect()
}

/// Samples, help pages, the service worker and icons load later or on demand.
fn part(file: &str) -> Part {
    let image = [".png", ".svg", ".ico"].iter().any(|ending| file.ends_with(ending));
    match file {
        _ if file.starts_with("engine-") => Part::Engine,
        _ if ["samples/", "help/"].iter().any(|folder| file.starts_with(folder)) => Part::Other,
        _ if image || matches!(file, "sw.js" | "_headers") => Part::Other,
        _ => Part::Page,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_belong_to_page_engine_or_neither() {
        assert_eq!(part("engine-0123456789abcdef_bg.wasm"), Part::Engine);
        assert_eq!(part("page-0123456789abcdef.js"), Part::Page);
        assert_eq!(part("index.html"), Part::Page);
        assert_eq!(part("samples/index.json"), Part::Other);
        assert_eq!(part("help/ja/guide/index.html"), Part::Other);
        assert_eq!(part("sw.js"), Part::Other);
    }
}
