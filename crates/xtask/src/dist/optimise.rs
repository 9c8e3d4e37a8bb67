//! wasm-opt over what Trunk wrote. The optimiser itself is slow (it runs as WebAssembly in Node), so its results are kept.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::app::{hash, list};
use crate::places::Places;
use crate::shell::{announce, program, run};

/// The features that today's rustc uses; with all of them on, the optimiser writes code that browsers refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
];
const ALSO: [&str; 4] = ["--enable-sign-ext", "--strip-debug", "--strip-producers", "--strip-target-features"];

const FAST: &[&str] = &["-O3"];
/// What may be where is worked out (`--gufa`), and blocks and loops are built anew: together 0.8 % less than `-Oz` alone, as
/// brotli packs it.
const SMALL: &[&str] = &["-Oz", "--gufa", "-Oz", "--flatten", "--rereloop", "-Oz"];

/// Optimises every WebAssembly file of the raw folder in place.
pub fn all(places: &Places) -> Result<()> {
    for file in list(&places.raw())?.iter().filter(|file| file.ends_with(".wasm")) {
        one(places, &places.raw().join(file), level(file))?;
    }
    Ok(())
}

/// The engine is to be fast, the page small.
fn level(file: &str) -> &'static [&'static str] {
    if file.contains("worker") { FAST } else { SMALL }
}

fn one(places: &Places, file: &Path, level: &[&str]) -> Result<()> {
    let before = fs::read(file)?;
    let package = fs::read(places.node().join("package-lock.json"))?;
    let settings = [FEATURES.as_slice(), &ALSO].concat().join(" ");
    let key = hash([before.as_slice(), &package, settings.as_bytes(), level.join(" ").as_bytes()]);
    let kept = places.cache.join("optimised").join(format!("{key}.wasm"));
    if !kept.is_file() {
        let minutes = 1 + before.len() / 3_000_000;
        let what = format!("Optimising {} ({} kB)", file.display(), before.len() / 1000);
        announce(&what, &format!("about {minutes} min, once for these bytes"));
        fs::create_dir_all(places.cache.join("optimised"))?;
        let unfinished = kept.with_extension("part");
        let input = kept.with_extension("in");
        fs::write(&input, &before)?;
        let script = places.node().join("node_modules/binaryen/bin/wasm-opt");
        let mut node = program("node");
        node.arg(script).arg(&input).args(level).args(FEATURES).args(ALSO).arg("-o").arg(&unfinished);
        run(&mut node)?;
        fs::remove_file(input)?;
        fs::rename(unfinished, &kept)?;
    }
    fs::copy(kept, file)?;
    Ok(())
}
