//! The developer's commands: `cargo xtask run | test | dist | fuzz | samples | serve`.
//!
//! Each command sets up what is missing and says what it does and how long that may take.

mod app;
mod dist;
mod fuzz;
mod places;
mod samples;
mod serve;
mod setup;
mod shell;
mod slim;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::places::Places;

/// The developer's commands of Sanpo.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

/// What can be done.
#[derive(Subcommand)]
enum Task {
    /// Build the app and serve it on this computer.
    Run {
        /// Port; 0 takes a free one.
        #[arg(long, default_value_t = 8000)]
        port: u16,
    },
    /// Check and test everything, or only the parts named.
    Test {
        /// Parts to run; all of them when none is named.
        #[arg(value_enum)]
        parts: Vec<test::Part>,
        /// Browser and engine parts: only tests whose name contains this.
        #[arg(long)]
        filter: Option<String>,
        /// Browser and engine parts: take the app as it was built last.
        #[arg(long)]
        no_build: bool,
    },
    /// Build the folder to copy to a web server: small, compressed, measured.
    Dist,
    /// Try fresh hostile inputs on the reader.
    Fuzz(fuzz::Wanted),
    /// Write `sample_data/` anew from its seed.
    Samples,
    /// Serve a folder that was built before.
    Serve {
        /// Folder; the app that `run` built when there is none.
        dir: Option<PathBuf>,
        /// Port; 0 takes a free one.
        #[arg(long, default_value_t = 8000)]
        port: u16,
        /// Path under which the folder appears, beginning and ending with a slash.
        #[arg(long, default_value = "/")]
        base: String,
    },
}

fn main() -> ExitCode {
    let outcome = start(Arguments::parse().command);
    if let Err(error) = &outcome {
        eprintln!("\nerror: {error:#}");
    }
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

/// Does one command; `false` means that a test failed and that this was said already.
fn start(task: Task) -> Result<bool> {
    let places = Places::find()?;
    // Serving builds nothing, and may go on while another clone builds.
    if !matches!(task, Task::Serve { .. }) {
        places.claim_builds()?;
    }
    match task {
        Task::Run { port } => {
            setup::for_building(&places)?;
            app::build(&places, app::Purpose::Use)?;
            serve::forever(&places.app(), port, "/")?;
        }
        Task::Test { parts, filter, no_build } => return test::all(&places, &parts, filter.as_deref(), no_build),
        Task::Dist => dist::make(&places)?,
        Task::Fuzz(wanted) => fuzz::search(&places, &wanted)?,
        Task::Samples => samples::write(&places)?,
        Task::Serve { dir, port, base } => {
            serve::forever(&dir.unwrap_or_else(|| places.app()), port, &base)?;
        }
    }
    Ok(true)
}
