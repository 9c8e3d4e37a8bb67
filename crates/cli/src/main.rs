//! The command line: the same engine as in the browser, over files.
//!
//! Errors are one line on stderr (what happened, what to do) and exit code 2.

mod args;
mod inspect;
mod levels;
mod task;

use std::process::ExitCode;

use clap::Parser;
use sanpo_api::{Lang, Problem};

use args::{Args, Work};

fn main() -> ExitCode {
    let args = Args::parse();
    let lang = args.lang.into();
    let done = match &args.work {
        Work::Inspect(work) => return inspect::inspect(work, lang),
        Work::Forecast(work) => task::forecast(work, lang),
        Work::Anomaly(work) => task::anomaly(work, lang),
        Work::Segment(work) => task::segment(work, lang),
        Work::Predict(work) => task::predict(work, lang),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => complain(&problem, lang),
    }
}

/// Says what happened and what to do, in one line.
fn complain(problem: &Problem, lang: Lang) -> ExitCode {
    let text = sanpo_text::problem(lang, problem);
    eprintln!("sanpo: {} {}", text.what, text.remedy);
    ExitCode::from(2)
}
