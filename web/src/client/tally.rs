//! How far a run is: jobs weighted by their cost, and the parts of jobs that are under way.

use sanpo_api::{JobId, Stage};

/// The state of a run's present stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// The stage.
    pub stage: Stage,
    /// Jobs of this stage.
    pub jobs: u32,
    /// Jobs that are done.
    pub done: u32,
    /// Work units of this stage together.
    total_cost: f64,
    done_cost: f64,
    /// The jobs of this stage that are not done.
    open: Vec<Job>,
    /// Share done where there are no jobs (the keeper's own work).
    own_frac: f64,
}

#[derive(Clone, Debug, PartialEq)]
struct Job {
    id: JobId,
    cost: f64,
    /// Share done, 0 to 1.
    share: f64,
}

impl Tally {
    /// A stage begins.
    pub fn new(stage: Stage, jobs: u32, cost: f64) -> Self {
        let total_cost = if cost.is_finite() { cost.max(0.0) } else { 0.0 };
        Self { stage, jobs, done: 0, total_cost, done_cost: 0.0, open: Vec::new(), own_frac: 0.0 }
    }

    /// A job of the stage is known.
    pub fn job(&mut self, job: JobId, cost: f64) {
        self.open.push(Job { id: job, cost: if cost.is_finite() { cost.max(0.0) } else { 0.0 }, share: 0.0 });
    }

    /// Work goes on: in a job, or in the keeper, which may have gone on to another stage.
    pub fn progress(&mut self, job: Option<JobId>, stage: Stage, done_frac: f64) {
        let frac = if done_frac.is_finite() { done_frac.clamp(0.0, 1.0) } else { 0.0 };
        match job.and_then(|j| self.open.iter_mut().find(|open| open.id == j)) {
            Some(open) => open.share = open.share.max(frac),
            None if job.is_some() => {}
            None if stage > self.stage => *self = Self { own_frac: frac, ..Self::new(stage, 0, 0.0) },
            None if stage == self.stage => self.own_frac = self.own_frac.max(frac),
            None => {}
        }
    }

    /// A job is done.
    pub fn done(&mut self, job: JobId) {
        if let Some(at) = self.open.iter().position(|open| open.id == job) {
            self.done += 1;
            self.done_cost += self.open.swap_remove(at).cost;
        }
    }

    /// Share of the stage that is done, 0 to 1.
    pub fn frac(&self) -> f64 {
        if self.jobs == 0 {
            return self.own_frac;
        }
        if self.total_cost <= 0.0 {
            return (f64::from(self.done) / f64::from(self.jobs)).min(1.0);
        }
        let parts: f64 = self.open.iter().map(|open| open.cost * open.share).sum();
        ((self.done_cost + parts) / self.total_cost).clamp(0.0, 1.0)
    }

    /// Whether every job of the stage is done.
    pub fn is_complete(&self) -> bool {
        self.done >= self.jobs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_jobs() -> Tally {
        let mut tally = Tally::new(Stage::Evaluate, 2, 4.0);
        tally.job(1, 3.0);
        tally.job(2, 1.0);
        tally
    }

    #[test]
    fn a_job_counts_by_its_cost() {
        let mut tally = two_jobs();
        assert_eq!(tally.frac(), 0.0);
        tally.progress(Some(1), Stage::Evaluate, 0.5);
        assert_eq!(tally.frac(), 0.375);
        tally.done(1);
        assert_eq!((tally.frac(), tally.is_complete()), (0.75, false));
        tally.done(2);
        assert_eq!((tally.frac(), tally.is_complete()), (1.0, true));
    }

    #[test]
    fn it_never_goes_back_nor_over_the_end() {
        let mut tally = two_jobs();
        tally.progress(Some(2), Stage::Evaluate, 7.0);
        tally.progress(Some(2), Stage::Evaluate, 0.1);
        tally.progress(Some(9), Stage::Evaluate, 1.0);
        tally.progress(None, Stage::Read, 1.0);
        assert_eq!(tally.frac(), 0.25);
        tally.done(2);
        tally.done(2);
        assert_eq!(tally.done, 1);
    }

    #[test]
    fn odd_costs_do_no_harm() {
        let mut tally = Tally::new(Stage::Train, 2, f64::NAN);
        tally.job(1, f64::INFINITY);
        tally.job(2, -1.0);
        tally.done(1);
        assert_eq!(tally.frac(), 0.5);
    }

    #[test]
    fn the_keepers_own_work_counts_without_jobs() {
        let mut tally = two_jobs();
        tally.progress(None, Stage::Report, 0.25);
        assert_eq!((tally.stage, tally.frac()), (Stage::Report, 0.25));
    }
}
