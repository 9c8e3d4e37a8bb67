//! A job's bytes: two bytes that say whose it is, then what the task put there.

use sanpo_api::{Event, JobId, Problem, RunId, Stage, TaskId};
use sanpo_tasks::task;

use crate::Emit;

/// Stages in the order of their byte.
const STAGES: [Stage; 5] = [Stage::Read, Stage::Prepare, Stage::Evaluate, Stage::Train, Stage::Report];

/// Puts task and stage behind the job's own bytes (behind, so that nothing has to move).
pub fn pack(id: TaskId, stage: Stage, mut body: Vec<u8>) -> Vec<u8> {
    let place = |found: Option<usize>| found.unwrap_or(0) as u8;
    body.push(place(TaskId::ALL.iter().position(|t| *t == id)));
    body.push(place(STAGES.iter().position(|s| *s == stage)));
    body
}

/// Runs a packed job and emits its result.
pub fn run(run: RunId, job: JobId, body: &[u8], emit: &mut Emit) -> Result<(), Problem> {
    let broken = || Problem::Internal { detail: "a job without an owner".to_owned() };
    let (body, tail) = body.split_at_checked(body.len().wrapping_sub(2)).ok_or_else(broken)?;
    let id = *TaskId::ALL.get(tail[0] as usize).ok_or_else(broken)?;
    let stage = *STAGES.get(tail[1] as usize).ok_or_else(broken)?;
    let result = task(id).work(body, &mut |done_frac| {
        emit(Event::Progress { run, job: Some(job), stage, done_frac }, Vec::new());
    })?;
    emit(Event::JobDone { run, job }, result);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_jobs_fail_kindly() {
        for body in [vec![], vec![1], vec![9, 9], vec![1, 2, 3, 99]] {
            assert!(run(1, 0, &body, &mut |_, _| {}).is_err());
        }
    }

    #[test]
    fn every_stage_has_its_byte() {
        let body = pack(TaskId::Predict, Stage::Report, vec![7]);
        assert_eq!(body, [7, 3, 4]);
    }
}
