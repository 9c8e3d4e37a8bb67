//! The command line: the same engine as in the browser, over files.
//!
//! Errors are one line on stderr (what happened, what to do) and exit code 2.

mod args;
mod inspect;
mod levels;
mod task;

use std::process::ExitCode;

use clap::Parser;
use sanpo_api::{Choices, Lang, Problem};

use args::{Args, Work};

/// What holds for every command.
struct Around {
    /// Language of messages and reasons.
    lang: Lang,
    /// Decisions about the reading of the file.
    choices: Choices,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let around = Around { lang: args.lang.into(), choices: args.decisions.iter().cloned().collect() };
    let lang = around.lang;
    let done = match &args.work {
        Work::Inspect(work) => return inspect::inspect(work, &around),
        Work::Forecast(work) => task::forecast(work, &around),
        Work::Anomaly(work) => task::anomaly(work, &around),
        Work::Segment(work) => task::segment(work, &around),
        Work::Predict(work) => task::predict(work, &around),
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
