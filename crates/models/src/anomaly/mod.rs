//! Unusual rows of a plain table ([`table`]) and unusual moments of a series ([`series`]), without labels.

pub mod cost;
mod error;
mod robust;
pub mod series;
pub mod table;

pub use error::AnomalyError;
