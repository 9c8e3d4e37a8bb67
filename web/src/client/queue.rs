//! Jobs that wait for a free hand: the most expensive first, so that none is left over at the end.

use sanpo_api::JobId;

/// A job that waits.
pub struct Waiting<B> {
    /// The job.
    pub job: JobId,
    /// Work units.
    pub cost: f64,
    /// What it needs.
    pub body: B,
}

/// Jobs that wait.
pub struct Queue<B>(Vec<Waiting<B>>);

impl<B> Queue<B> {
    /// An empty queue.
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a job.
    pub fn push(&mut self, job: JobId, cost: f64, body: B) {
        self.0.push(Waiting { job, cost, body });
    }

    /// Takes the most expensive job; of equals, the one that came first.
    pub fn pop(&mut self) -> Option<Waiting<B>> {
        let mut best = 0;
        for (at, waiting) in self.0.iter().enumerate() {
            if waiting.cost > self.0[best].cost {
                best = at;
            }
        }
        (!self.0.is_empty()).then(|| self.0.remove(best))
    }
}

#[cfg(test)]
mod tests {
    use super::Queue;

    #[test]
    fn expensive_jobs_first_and_equals_in_order() {
        let mut queue = Queue::new();
        for (job, cost) in [(1, 1.0), (2, 5.0), (3, f64::NAN), (4, 5.0), (5, 2.0)] {
            queue.push(job, cost, ());
        }
        let order: Vec<u32> = std::iter::from_fn(|| queue.pop()).map(|w| w.job).collect();
        assert_eq!(order, [2, 4, 5, 1, 3]);
    }
}
