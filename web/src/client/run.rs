//! A run under way: its jobs, how far it is, and whether the keeper is at work for it.

use sanpo_api::{JobId, RunId, Stage};

use super::queue::Queue;
use super::tally::Tally;
use super::wire::Body;
use crate::platform::Stopwatch;

/// A run under way.
pub struct Running {
    /// Its number.
    pub id: RunId,
    /// How far it is.
    pub tally: Tally,
    /// Jobs that wait for a hand.
    pub queue: Queue<Body>,
    /// Whether the keeper works for this run: planning, or making the next stage or the report of what was collected.
    pub keeper_busy: bool,
    /// Whether the next job's worker is to panic (tests).
    pub provoke: bool,
    arrived: u32,
    clock: Stopwatch,
}

impl Running {
    /// A run that the keeper was just asked to plan.
    pub fn new(id: RunId, provoke: bool) -> Self {
        Self {
            id,
            tally: Tally::new(Stage::Prepare, 0, 0.0),
            queue: Queue::new(),
            keeper_busy: true,
            provoke,
            arrived: 0,
            clock: Stopwatch::start("sanpo:plan"),
        }
    }

    /// A stage was planned; its jobs follow.
    pub fn planned(&mut self, stage: Stage, jobs: u32, cost: f64) {
        self.clock.stop();
        self.clock = Stopwatch::start(if jobs == 0 { "sanpo:report" } else { "sanpo:train" });
        self.tally = Tally::new(stage, jobs, cost);
        self.arrived = 0;
        self.keeper_busy = true;
    }

    /// A job came.
    pub fn job(&mut self, job: JobId, cost: f64, body: Body) {
        self.tally.job(job, cost);
        self.queue.push(job, cost, body);
        self.arrived += 1;
        self.keeper_busy = self.arrived < self.tally.jobs;
    }

    /// A job was done; after the last one the keeper goes on.
    pub fn done(&mut self, job: JobId) {
        self.tally.done(job);
        if self.tally.is_complete() {
            self.keeper_busy = true;
            self.clock.stop();
            self.clock = Stopwatch::start("sanpo:report");
        }
    }

    /// The person does not wait for the jobs that are still out.
    pub fn finish(&mut self) {
        self.queue = Queue::new();
        self.keeper_busy = true;
        self.tally = Tally::new(Stage::Train, 0, 0.0);
    }

    /// The clock that runs since the last job, to be stopped when the report is drawn.
    pub fn report_clock(&self) -> Stopwatch {
        self.clock
    }
}
