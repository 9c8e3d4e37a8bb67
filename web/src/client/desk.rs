//! What the line to the engine knows, and who hears what a worker has to say.

use std::collections::VecDeque;

use sanpo_api::{Command, RunId};

use super::crew::{Crew, Speaker, WorkerId};
use super::port::{Port, Voice};
use super::reading::Source;
use super::run::Running;
use super::wire::Body;
use super::words::{Asked, Heard};
use crate::platform::{Stopwatch, hands_wanted};

/// What the line knows.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) crew: Option<Crew>,
    /// The engine is on its way.
    pub(super) loading: bool,
    /// The clock of loading it.
    pub(super) clock: Option<Stopwatch>,
    /// Commands that wait for the crew.
    pub(super) early: Vec<(Command, Body)>,
    /// Questions that the keeper has not answered, oldest first.
    pub(super) asked: VecDeque<Asked>,
    /// The file whose table the keeper has.
    pub(super) held: Option<Source>,
    /// The file that is to be read or being read, and the clock of its reading.
    pub(super) incoming: Option<(Source, Stopwatch)>,
    /// The beginning of that file, to be shown first.
    pub(super) head: Option<Body>,
    /// Number of the last reading: a late word about an earlier one is known as such.
    pub(super) reading: u32,
    pub(super) run: Option<Running>,
    /// A test build was asked to make a worker panic, and did: once is enough.
    pub(super) provoked: bool,
    /// Runs whose results the keeper holds for saving.
    pub(super) finished: Vec<RunId>,
}

impl Desk {
    /// A worker has something to say.
    pub(super) fn hear(&mut self, id: WorkerId, voice: Voice) -> Vec<Heard> {
        let Some(speaker) = self.crew.as_ref().and_then(|c| c.speaker(id)) else { return Vec::new() };
        match voice {
            Voice::Ready => self.ready(speaker),
            Voice::Said(event, body) => self.said(speaker, event, body),
            Voice::Broke(cause) => self.broke(speaker, cause),
        }
    }

    fn ready(&mut self, speaker: Speaker) -> Vec<Heard> {
        let Some(crew) = self.crew.as_mut() else { return Vec::new() };
        crew.port(speaker).into_iter().for_each(Port::set_ready);
        if matches!(speaker, Speaker::Hand(_)) {
            return Vec::new();
        }
        crew.hire_hands(hands_wanted());
        self.dispatch();
        if let Some(clock) = self.clock.take() {
            clock.stop();
        }
        vec![Heard::Ready]
    }

    /// Nothing can be answered any more: forget what was asked.
    pub(super) fn clear(&mut self) {
        *self = Self { held: self.held.take(), reading: self.reading + 1, ..Self::default() };
    }
}
