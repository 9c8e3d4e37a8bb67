//! Runs a task to its report on one engine, job after job: for the command line and for tests.

use std::collections::VecDeque;

use sanpo_api::{Answers, Command, Event, Problem, Report, RunId, TaskId};

use crate::Engine;

/// A finished run.
pub struct Finished {
    /// Its number, for exports.
    pub run: RunId,
    /// Its report.
    pub report: Report,
}

/// Plans a task and works off its jobs in order; every event goes to `watch` as well. The forecast of a former project, if
/// its bytes are given, is held against what happened. Fails with the first problem.
pub fn drive(
    engine: &mut Engine,
    run: RunId,
    task: TaskId,
    answers: Answers,
    former: &[u8],
    watch: &mut dyn FnMut(&Event),
) -> Result<Finished, Problem> {
    let mut queue: VecDeque<(Command, Vec<u8>)> = VecDeque::new();
    queue.push_back((Command::Plan { run, task, answers }, former.to_vec()));
    let mut outcome = None;
    while let Some((command, body)) = queue.pop_front() {
        engine.handle(command, body, &mut |event, body| {
            watch(&event);
            match event {
                Event::Job { run, job, .. } => queue.push_back((Command::Run { run, job }, body)),
                Event::JobDone { run, job } => queue.push_back((Command::Collect { run, job }, body)),
                Event::Report { report, .. } => outcome = Some(Ok(*report)),
                Event::Failed { problem, .. } => outcome = Some(Err(problem)),
                _ => {}
            }
        });
        if let Some(Err(problem)) = outcome {
            return Err(problem);
        }
    }
    let report =
        outcome.unwrap_or_else(|| Err(Problem::Internal { detail: "the run ended without a report".into() }))?;
    Ok(Finished { run, report })
}
