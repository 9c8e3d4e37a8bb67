//! Counting what the test runners report.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::shell::line;

/// How many tests passed, failed and were left out.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
    /// Tests that said why they could not run.
    pub skipped: u32,
}

impl Tally {
    /// One test that passed.
    pub fn success() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    /// One test that failed.
    pub fn failure() -> Self {
        Self { failed: 1, ..Self::default() }
    }

    /// Adds another count.
    pub fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

/// Runs a test runner, shows its lines as they come, and counts. A runner that ends badly without a failed test counts as one.
pub fn stream(command: &mut Command) -> Result<Tally> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {}", line(command)))?;
    let mut tally = Tally::default();
    for text in BufReader::new(child.stdout.take().context("the runner's output")?).split(b'\n') {
        let text = text?;
        let text = String::from_utf8_lossy(&text);
        println!("{text}");
        tally.add(&counted(&text));
    }
    let status = child.wait()?;
    if !status.success() && tally.failed == 0 {
        eprintln!("{} ended with {status}", line(command));
        tally.failed = 1;
    }
    Ok(tally)
}

/// What one line of a runner adds: cargo's `test result: ok. 3 passed; 0 failed; …`, Node's `ℹ pass 3`.
fn counted(text: &str) -> Tally {
    if let Some((_, counts)) = text.split_once("test result: ") {
        let before = |word: &str| {
            let words: Vec<&str> = counts.split([' ', ';', '.']).filter(|w| !w.is_empty()).collect();
            words.windows(2).find(|pair| pair[1] == word).and_then(|pair| pair[0].parse().ok()).unwrap_or(0)
        };
        return Tally { passed: before("passed"), failed: before("failed"), skipped: before("ignored") };
    }
    let mut words = text.split_whitespace();
    let (Some("ℹ" | "#"), Some(what), Some(Ok(count)), None) =
        (words.next(), words.next(), words.next().map(str::parse), words.next())
    else {
        return Tally::default();
    };
    match what {
        "pass" => Tally { passed: count, ..Tally::default() },
        "fail" | "cancelled" => Tally { failed: count, ..Tally::default() },
        "skipped" => Tally { skipped: count, ..Tally::default() },
        _ => Tally::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_both_runners_are_counted() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(counted(cargo), Tally { passed: 12, failed: 3, skipped: 1 });
        assert_eq!(counted("ℹ pass 7").passed, 7);
        assert_eq!(counted("ℹ fail 2").failed, 2);
        assert_eq!(counted("ℹ cancelled 1").failed, 1);
        assert_eq!(counted("ℹ skipped 4").skipped, 4);
        assert_eq!(counted("ℹ tests 13"), Tally::default());
        assert_eq!(counted("a test that mentions pass 7"), Tally::default());
    }

    #[test]
    fn the_sum_reads_well() {
        assert_eq!(Tally { passed: 5, failed: 1, skipped: 0 }.to_string(), "5 passed, 1 failed");
        assert_eq!(Tally { passed: 5, failed: 0, skipped: 2 }.to_string(), "5 passed, 0 failed, 2 skipped");
    }
}
