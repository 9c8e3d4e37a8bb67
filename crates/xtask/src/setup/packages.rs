//! The npm packages: the browser driver of the tests and the WebAssembly optimiser of `dist`.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::places::Places;
use crate::shell::{announce, asked, program, run};

const OLDEST_NODE: u32 = 20;

/// Installs the packages of `tests/e2e/package-lock.json` into the cache. Fails without Node or with one that is too old.
pub fn node_ready(places: &Places) -> Result<()> {
    let answer = asked(program("node").arg("--version"))
        .with_context(|| format!("Node.js is missing: install version {OLDEST_NODE} or later (with npm)"))?;
    if major(&answer).is_none_or(|major| major < OLDEST_NODE) {
        bail!("Node.js {answer} is too old: install version {OLDEST_NODE} or later");
    }
    let wanted = places.root.join("tests/e2e");
    let folder = places.node();
    let lock = fs::read(wanted.join("package-lock.json")).context("tests/e2e/package-lock.json")?;
    let done = folder.join("installed-lock.json");
    if fs::read(&done).is_ok_and(|before| before == lock) {
        return Ok(());
    }
    announce(&format!("Installing the npm packages into {}", folder.display()), "under a minute");
    fs::create_dir_all(&folder)?;
    for file in ["package.json", "package-lock.json"] {
        fs::copy(wanted.join(file), folder.join(file))?;
    }
    run(program("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(&folder))?;
    // Written last: an installation that broke off is done again.
    Ok(fs::write(done, lock)?)
}

fn major(version: &str) -> Option<u32> {
    version.trim_start_matches('v').split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
