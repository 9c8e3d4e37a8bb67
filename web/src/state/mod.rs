//! What the page knows: the data, the choice, the run; and the place, which is where the person stands.
//!
//! Going back and forth between the steps changes the place only, so nothing is ever lost by it.

mod actions;
mod app;
mod choice;
mod data;
mod handling;
mod hear;
mod journal;
mod open;
mod per_task;
mod place;
mod project;
mod run;
mod trouble;

pub use app::App;
pub use choice::Choice;
pub use data::{Data, Glimpse, Reading, same_ask};
pub use journal::Past;
pub use per_task::PerTask;
pub use place::{Place, StepId};
pub use project::Opened;
pub use run::{Finished, Run, Side, Working};
pub use trouble::Trouble;
