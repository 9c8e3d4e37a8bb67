//! Everything that must hold, part by part; a part that fails does not stop the others.

mod part;
mod tally;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Result, anyhow};
use clap::ValueEnum;

use crate::places::Places;
use crate::setup;
use crate::shell::{announce, since};
use tally::Tally;

pub use part::Part;

/// What the parts need to know.
pub struct Session<'a> {
    places: &'a Places,
    /// The browser; parts that need none run without.
    chrome: Option<PathBuf>,
    /// Only tests that contain this run in the browser.
    filter: Option<&'a str>,
}

/// Runs the parts named, or all of them, and says how many tests passed; `true` when nothing failed. With `no_build` the app
/// stays as it was built last.
pub fn all(places: &Places, named: &[Part], filter: Option<&str>, no_build: bool) -> Result<bool> {
    let parts = chosen(named, no_build);
    if parts.iter().any(|part| part.needs_wasm()) {
        setup::for_building(places)?;
    }
    let in_browser = parts.iter().any(|part| part.needs_app());
    let chrome = if in_browser { Some(setup::for_browser_tests(places)?) } else { None };
    let session = Session { places, chrome, filter };
    let mut total = Tally::default();
    let mut failed = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        announce(&format!("[{}/{}] {}", number + 1, parts.len(), part.title()), part.how_long());
        let start = Instant::now();
        let no_app = part.needs_app() && failed.contains(&Part::App.title());
        let result = if no_app { Err(anyhow!("there is no app to test")) } else { part.check(&session) };
        let tally = result.unwrap_or_else(|error| {
            eprintln!("{error:#}");
            Tally::failure()
        });
        eprintln!("    {}: {tally} in {}", part.title(), since(start));
        if tally.failed > 0 {
            failed.push(part.title());
        }
        total.add(&tally);
    }
    report(&total, &failed);
    Ok(total.failed == 0)
}

/// The parts to run, in their order; the tests of the app bring its build along.
fn chosen(named: &[Part], no_build: bool) -> Vec<Part> {
    let every = Part::value_variants().iter().copied();
    let builds = named.iter().any(|part| part.needs_app());
    every
        .filter(|part| match part {
            Part::App => !no_build && (named.is_empty() || builds || named.contains(part)),
            _ => named.is_empty() || named.contains(part),
        })
        .collect()
}

/// The last line is for programs: `N passed, N failed`.
fn report(total: &Tally, failed: &[&str]) {
    println!();
    if total.skipped > 0 {
        println!("{} skipped: see above what they miss", total.skipped);
    }
    if !failed.is_empty() {
        println!("Failed: {}", failed.join(", "));
    }
    println!("{} passed, {} failed", total.passed, total.failed);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browser_tests_bring_the_build_along() {
        assert_eq!(chosen(&[Part::Browser], false), [Part::App, Part::Browser]);
        assert_eq!(chosen(&[Part::Browser], true), [Part::Browser]);
        assert_eq!(chosen(&[Part::Fmt], false), [Part::Fmt]);
        assert_eq!(chosen(&[], false), Part::value_variants());
    }
}
