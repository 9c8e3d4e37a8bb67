//! The command line: the same engine as in the browser, over files.
//!
//! Errors are one line on stderr (what happened, what to do) and exit code 2. Where the reader of what is printed goes away, the
//! program ends without a word.

mod args;
mod inspect;
mod levels;
mod print;
mod task;

use std::process::ExitCode;

use clap::Parser;
use sanpo_api::{Choices, Lang};

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
    let done = match &args.work {
        Work::Inspect(work) => inspect::inspect(work, &around),
        Work::Forecast(work) => task::forecast(work, &around),
        Work::Anomaly(work) => task::anomaly(work, &around),
        Work::Segment(work) => task::segment(work, &around),
        Work::Predict(work) => task::predict(work, &around),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(ended) => ended.exit_code(around.lang),
    }
}
