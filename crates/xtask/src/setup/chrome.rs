//! The browser of the tests: an installed Chrome or Chromium, or Debian's.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::shell::{announce, asked, program, run};

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PATHS: [&str; 4] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
];

/// The path of a browser; installs Chromium where the system has apt and no browser is found. `CHROME` names another one.
pub fn ready() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROME") {
        let path = PathBuf::from(named);
        if !path.is_file() {
            bail!("CHROME names {}, which is no file", path.display());
        }
        return Ok(path);
    }
    if let Some(path) = find() {
        return Ok(path);
    }
    install()?;
    find().context("no Chrome or Chromium found: install one, or set CHROME to its path")
}

fn find() -> Option<PathBuf> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let named = env::split_paths(&folders).flat_map(|folder| NAMES.map(|name| folder.join(name)));
    named.chain(PATHS.map(PathBuf::from)).find(|path| path.is_file())
}

/// Installs Firefox, the second browser of the tests, where the system has apt and it is missing. Its tests are left out where
/// there is none, so a failure is only told.
pub fn second_browser() {
    let there = ["/usr/bin/firefox-esr", "/usr/bin/firefox"].iter().any(|path| PathBuf::from(path).is_file());
    if there || env::var_os("FIREFOX").is_some() || asked(program("apt-get").arg("--version")).is_none() {
        return;
    }
    announce("Installing Firefox by apt", "1 to 3 minutes, once");
    if let Err(error) =
        run(as_root().args(["apt-get", "install", "-y", "-q", "--no-install-recommends", "firefox-esr"]))
    {
        eprintln!("    Firefox is left out: {error:#}");
    }
}

fn install() -> Result<()> {
    if asked(program("apt-get").arg("--version")).is_none() {
        bail!("no Chrome or Chromium found: install one, or set CHROME to its path");
    }
    announce("Installing Chromium and Japanese fonts by apt", "2 to 5 minutes, once");
    run(as_root().args(["apt-get", "update", "-q"]))?;
    run(as_root().args(["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-noto-cjk"]))
}

/// A command that runs its arguments as root.
fn as_root() -> Command {
    let root = asked(program("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = program(if root { "env" } else { "sudo" });
    command.arg(if root { "DEBIAN_FRONTEND=noninteractive" } else { "--" });
    command
}
