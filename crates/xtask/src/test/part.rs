//! The parts of the test run, each with the command that does it.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};
use clap::ValueEnum;

use super::Session;
use super::tally::{self, Tally};
use crate::places::Places;
use crate::shell::{program, run};
use crate::{app, setup};

/// The parts, in the order in which they run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Part {
    /// Formatting.
    Fmt,
    /// Lints of everything, natively.
    Clippy,
    /// Documentation without warnings.
    Doc,
    /// Rust tests, with the architecture test among them.
    Native,
    /// Lints of page and engine for WebAssembly.
    ClippyWasm,
    /// Building the app.
    App,
    /// The built engine in a real worker.
    Engine,
    /// The built app in a real browser.
    Browser,
}

impl Part {
    /// Its name for reading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Fmt => "Formatting",
            Self::Clippy => "Lints",
            Self::Doc => "Documentation",
            Self::Native => "Rust tests",
            Self::ClippyWasm => "Lints for WebAssembly",
            Self::App => "Build",
            Self::Engine => "Engine in a worker",
            Self::Browser => "App in a browser",
        }
    }

    /// What to expect on two cores.
    pub fn how_long(self) -> &'static str {
        match self {
            Self::Fmt => "seconds",
            Self::Clippy | Self::ClippyWasm => "the first time some 5 minutes, later seconds",
            Self::Doc => "about a minute",
            Self::Native => "the first time some 10 minutes, later one or two",
            Self::App => "the first time 10 to 20 minutes, later one or two",
            Self::Engine | Self::Browser => "a few minutes",
        }
    }

    /// Whether the app must be built before.
    pub fn needs_app(self) -> bool {
        matches!(self, Self::Engine | Self::Browser)
    }

    /// Whether the tools for WebAssembly are needed.
    pub fn needs_wasm(self) -> bool {
        self.needs_app() || matches!(self, Self::App | Self::ClippyWasm)
    }

    /// Does it. Fails when a command that is one test fails; a runner of many tests reports failures in its count.
    pub fn check(self, session: &Session) -> Result<Tally> {
        let places = session.places;
        match self {
            Self::Fmt => one(&mut cargo(places, "fmt --all --check")),
            Self::Clippy => {
                one(&mut cargo(places, "clippy --workspace --all-targets --release --locked --quiet -- -D warnings"))
            }
            Self::Doc => {
                let mut command = cargo(places, "doc --workspace --no-deps --release --locked --quiet");
                one(command.env("RUSTDOCFLAGS", "-D warnings"))
            }
            Self::Native => tally::stream(&mut cargo(places, "test --workspace --release --locked --no-fail-fast")),
            Self::ClippyWasm => clippy_for_wasm(places),
            Self::App => app::build(places, app::Purpose::Test).map(|()| Tally::success()),
            Self::Engine => {
                record(places)?;
                tally::stream(&mut node(session, "engine")?)
            }
            Self::Browser => {
                // What is saved in the browser is held against what the command line writes.
                run(&mut cargo(places, "build --workspace --release --locked --bins --quiet"))?;
                tally::stream(&mut node(session, "browser")?)
            }
        }
    }
}

fn cargo(places: &Places, arguments: &str) -> Command {
    let mut command = places.cargo();
    command.args(arguments.split(' '));
    command
}

/// A command that is one test.
fn one(command: &mut Command) -> Result<Tally> {
    run(command).map(|()| Tally::success())
}

/// In the profiles that the app is built with: what is compiled for the build's own use is shared with Trunk.
fn clippy_for_wasm(places: &Places) -> Result<Tally> {
    for (package, profile) in [("sanpo-web", "page"), ("sanpo-worker", "engine")] {
        let mut command = cargo(places, "clippy --locked --quiet --target");
        command.args([setup::TARGET, "--package", package, "--profile", profile, "--", "-D", "warnings"]);
        run(&mut command)?;
    }
    Ok(Tally::success())
}

/// Writes down what the native engine says about the Japanese samples, for the engine in the worker to be held against.
fn record(places: &Places) -> Result<()> {
    let samples = places.root.join("sample_data");
    let mut command = cargo(places, "run --release --locked --quiet --package sanpo-tests --example transcript --");
    command.arg(places.transcript());
    command.args(
        app::list(&samples)?
            .iter()
            .filter(|file| file.ends_with(".csv") && !file.contains("/en/"))
            .map(|file| samples.join(file)),
    );
    run(&mut command)
}

/// Node's test runner over one folder of `tests/e2e`.
fn node(session: &Session, folder: &str) -> Result<Command> {
    let places = session.places;
    let tests = places.root.join("tests/e2e").join(folder);
    let files = app::list(&tests)?.into_iter().filter(|file| file.ends_with(".test.mjs")).map(|file| tests.join(file));
    let files: Vec<PathBuf> = files.collect();
    if files.is_empty() {
        bail!("no tests in {}", tests.display());
    }
    let mut command = program("node");
    // One file after the other: each has a browser of its own, and two of them at work would disturb each other.
    command.args(["--test", "--test-concurrency=1", "--test-reporter=spec", "--test-timeout=300000"]);
    command.args(session.filter.map(|filter| format!("--test-name-pattern={filter}")));
    command.args(files).current_dir(&places.root);
    command.env("SANPO_NODE", places.node()).env("SANPO_APP", places.app());
    command.env("SANPO_XTASK", std::env::current_exe()?).env("SANPO_TRANSCRIPT", places.transcript());
    if let Some(chrome) = &session.chrome {
        command.env("CHROME", chrome);
    }
    Ok(command)
}
