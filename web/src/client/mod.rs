//! The engine as the page sees it: one worker that keeps the table (the keeper), one that reads a file and then takes the
//! keeper's place (the reader), and a few that run jobs (the hands).
//!
//! The page decodes heads only; a body goes from worker to worker as it is. A worker may die at any moment: it is replaced, and
//! the keeper gets its file back from the file handle.

mod crew;
mod desk;
mod engine;
mod link;
mod port;
mod queue;
mod reading;
mod run;
mod said;
mod tally;
mod wire;
mod words;

pub use link::Client;
pub use reading::Source;
pub use tally::Tally;
pub use words::{Asked, Heard};
