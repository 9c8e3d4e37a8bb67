//! Scenes of ordinary and of odd data: always complete, always finite.

mod lines;
mod planes;
mod stage;
