//! Running other programs, and saying what is going on.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Says what begins now and how long it may take.
pub fn announce(what: &str, how_long: &str) {
    eprintln!("\n==> {what} ({how_long})");
}

/// A program on the PATH. On Windows npm is a script, which only the shell can start.
pub fn program(name: &str) -> Command {
    if cfg!(windows) && name == "npm" {
        let mut command = Command::new("cmd");
        command.args(["/C", "npm"]);
        return command;
    }
    Command::new(name)
}

/// Runs a program and waits. Fails when it cannot start or ends with a failure.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", line(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", line(command));
    }
    Ok(())
}

/// What a program prints, or `None` when it cannot start or ends with a failure.
pub fn asked(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The command as one would type it.
pub fn line(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|a| a.to_string_lossy().into_owned()));
    words.join(" ")
}

/// Time since a start, for reading: `4 s` or `3 min 20 s`.
pub fn since(start: Instant) -> String {
    spoken(start.elapsed())
}

fn spoken(time: Duration) -> String {
    match time.as_secs() {
        secs @ 0..60 => format!("{secs} s"),
        secs => format!("{} min {} s", secs / 60, secs % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_spoken_in_minutes_and_seconds() {
        assert_eq!(spoken(Duration::from_secs(4)), "4 s");
        assert_eq!(spoken(Duration::from_secs(200)), "3 min 20 s");
    }

    #[test]
    fn a_missing_program_is_an_error_with_its_name() {
        let error = run(&mut Command::new("no-such-program-of-sanpo")).unwrap_err();
        assert!(error.to_string().contains("no-such-program-of-sanpo"));
        assert_eq!(asked(&mut Command::new("no-such-program-of-sanpo")), None);
    }
}
