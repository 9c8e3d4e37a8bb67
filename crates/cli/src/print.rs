//! What is printed. Whoever reads it may stop at any time, as `head` does; that is no failure worth a word.

use std::io::{ErrorKind, Write as _};
use std::process::ExitCode;

use sanpo_api::{Lang, Problem};
use serde::Serialize;

/// What a shell shows for a program whose reader has gone: 128 and the number of the signal SIGPIPE.
const READER_GONE: u8 = 141;

/// Why a call ended before its time.
pub enum Ended {
    /// Something is in the way, and the person has to know.
    Problem(Problem),
    /// Nobody reads any longer.
    ReaderGone,
}

impl From<Problem> for Ended {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Ended {
    /// The exit code, after a line on stderr where there is something to say.
    pub fn exit_code(&self, lang: Lang) -> ExitCode {
        match self {
            Self::Problem(problem) => complain(problem, lang),
            Self::ReaderGone => ExitCode::from(READER_GONE),
        }
    }
}

/// Prints a value as JSON.
pub fn json(value: &impl Serialize) -> Result<(), Ended> {
    let text = serde_json::to_string_pretty(value).expect("plain data");
    lines([text])
}

/// Prints lines.
pub fn lines(lines: impl IntoIterator<Item = String>) -> Result<(), Ended> {
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => Ended::ReaderGone,
        _ => Problem::File { name: "stdout".to_owned(), cause: error.to_string() }.into(),
    })
}

/// Says what happened and what to do, in one line.
fn complain(problem: &Problem, lang: Lang) -> ExitCode {
    let text = sanpo_text::problem(lang, problem);
    // Where nobody reads this either, the exit code still tells.
    let _ = writeln!(std::io::stderr(), "sanpo: {} {}", text.what, text.remedy);
    ExitCode::from(2)
}
