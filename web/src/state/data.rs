//! The file and what was found in it.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::Profile;

use super::Trouble;
use crate::platform::Sample;

/// A file that is being read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Its name.
    pub name: String,
    /// Share read.
    pub done_frac: f64,
}

/// The file and what was found in it.
#[derive(Clone, Copy)]
pub struct Data {
    /// What was found in the file; stays until another file stands.
    pub profile: RwSignal<Option<Arc<Profile>>>,
    /// The file that is being read.
    pub reading: RwSignal<Option<Reading>>,
    /// Why the last file could not be read.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Samples to try.
    pub samples: RwSignal<Vec<Sample>>,
}

impl Data {
    /// No file yet.
    pub fn new() -> Self {
        Self {
            profile: RwSignal::new(None),
            reading: RwSignal::new(None),
            trouble: RwSignal::new(None),
            samples: RwSignal::new(Vec::new()),
        }
    }
}
