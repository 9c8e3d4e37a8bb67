//! The three steps.

mod choice;
mod data;
mod facts;
mod result;
mod shell;

pub use shell::Shell;
