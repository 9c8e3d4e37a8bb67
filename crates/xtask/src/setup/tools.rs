//! The compiler's WebAssembly target, Trunk and wasm-bindgen.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::places::Places;
use crate::shell::{announce, asked, program, run};

/// The target of page and engine.
pub const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";

/// Adds the WebAssembly target to the compiler.
pub fn wasm_target() -> Result<()> {
    let folder = asked(program("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    announce(&format!("Adding the compiler target {TARGET}"), "under a minute");
    run(program("rustup").args(["target", "add", TARGET]))
}

/// Installs Trunk, which builds the page.
pub fn trunk(places: &Places) -> Result<()> {
    install(places, "trunk", "trunk", TRUNK, "5 to 10 minutes, once")
}

/// Installs the wasm-bindgen tool in the version of the crate: the two must be the same.
pub fn wasm_bindgen(places: &Places) -> Result<()> {
    let lock = fs::read_to_string(places.root.join("Cargo.lock")).context("Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
    install(places, "wasm-bindgen-cli", "wasm-bindgen", version, "2 to 4 minutes, once")
}

fn install(places: &Places, package: &str, binary: &str, version: &str, how_long: &str) -> Result<()> {
    let path = places.tools().join("bin").join(binary);
    if has_version(&path, version) {
        return Ok(());
    }
    announce(&format!("Installing {package} {version} into {}", places.tools().display()), how_long);
    let mut cargo = program("cargo");
    cargo.args(["install", "--locked", "--force", package, "--version", version, "--root"]).arg(places.tools());
    run(&mut cargo)?;
    if !has_version(&path, version) {
        bail!("{} does not run, or is not version {version}", path.display());
    }
    Ok(())
}

fn has_version(path: &Path, version: &str) -> bool {
    asked(Command::new(path).arg("--version"))
        .is_some_and(|answer| answer.split_whitespace().any(|word| word == version))
}

/// The version of a package in a lock file.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.126"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
