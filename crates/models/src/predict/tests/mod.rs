//! The module at its border: what comes out for known tables, and for odd ones.

mod made;
mod odd;
mod scoring;
mod whole;
