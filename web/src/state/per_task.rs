//! Something for each task.

use sanpo_api::TaskId;

/// At most one value for each task. There are four tasks: a tree would be larger than all it could hold.
#[derive(Clone, Debug)]
pub struct PerTask<T>(Vec<(TaskId, T)>);

impl<T> PerTask<T> {
    /// Nothing for any task.
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// What there is for a task.
    pub fn get(&self, task: TaskId) -> Option<&T> {
        self.0.iter().find(|(of, _)| *of == task).map(|(_, value)| value)
    }

    /// What there is for a task, to be changed.
    pub fn get_mut(&mut self, task: TaskId) -> Option<&mut T> {
        self.0.iter_mut().find(|(of, _)| *of == task).map(|(_, value)| value)
    }

    /// Whether there is something for a task.
    pub fn has(&self, task: TaskId) -> bool {
        self.get(task).is_some()
    }

    /// Puts something in and returns what was there before.
    pub fn put(&mut self, task: TaskId, value: T) -> Option<T> {
        let before = self.0.iter().position(|(of, _)| *of == task).map(|at| self.0.swap_remove(at).1);
        self.0.push((task, value));
        before
    }

    /// All there is, to be changed.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.0.iter_mut().map(|(_, value)| value)
    }
}
