//! Reading a file: a worker of its own reads it, so that the table before it, and its results, are there until the new table
//! stands, whatever happens.

use leptos::task::spawn_local;
use sanpo_api::{Choices, Command, Problem, Profile};
use web_sys::File;

use super::crew::{Crew, Speaker};
use super::desk::Desk;
use super::engine::cause;
use super::link::Client;
use super::wire::Body;
use super::words::{Asked, Heard};
use crate::platform::{Stopwatch, first_lines};

/// A file, and what was decided about its reading.
#[derive(Clone)]
pub struct Source {
    /// The file.
    pub file: File,
    /// The decisions.
    pub choices: Choices,
}

impl Source {
    fn open(&self) -> Command {
        Command::Open { name: self.file.name(), choices: self.choices.clone() }
    }
}

impl Client {
    /// Reads a file; the table that is there stays until the new one stands. One that is still being read is given up: the
    /// person has changed their mind.
    pub fn open(&self, source: Source) {
        let reading = {
            let mut desk = self.0.desk.borrow_mut();
            desk.dismiss_reader();
            desk.incoming = Some((source.clone(), Stopwatch::start("sanpo:read")));
            desk.reading += 1;
            desk.reading
        };
        self.load();
        let client = self.clone();
        spawn_local(async move {
            let head = match source.choices.is_empty() {
                true => first_lines(&source.file).await,
                false => None,
            };
            let heard = client.0.desk.borrow_mut().read(reading, head);
            heard.into_iter().for_each(&client.0.sink);
        });
    }

    /// The file whose table stands.
    pub fn held(&self) -> Option<Source> {
        self.0.desk.borrow().held.clone()
    }

    /// Gives up the file that is being read, at once.
    pub fn stop_reading(&self) {
        self.0.desk.borrow_mut().dismiss_reader();
    }
}

impl Desk {
    /// The beginning of the file of that reading is there, if it is worth showing: now the file can be read.
    pub(super) fn read(&mut self, reading: u32, head: Option<Body>) -> Vec<Heard> {
        if reading != self.reading {
            return Vec::new();
        }
        self.head = Some(head.unwrap_or(Body::NULL));
        self.send_file()
    }

    /// Gives the file that is to be read to a reader, as soon as its beginning and the engine are there.
    pub(super) fn send_file(&mut self) -> Vec<Heard> {
        let (Some((source, _)), Some(crew)) = (self.incoming.as_ref(), self.crew.as_mut()) else { return Vec::new() };
        let Some(head) = self.head.take() else { return Vec::new() };
        match crew.hire_reader(self.held.is_none()) {
            Ok(port) => {
                if !head.is_null() {
                    let glimpse = Command::Glimpse { name: source.file.name(), choices: source.choices.clone() };
                    port.send(&glimpse, &head);
                }
                port.send(&source.open(), &source.file.clone().into());
                Vec::new()
            }
            Err(cause) => self.not_read(Problem::Internal { detail: cause }),
        }
    }

    /// Gives up the file that is being read.
    pub(super) fn dismiss_reader(&mut self) {
        (self.incoming, self.head) = (None, None);
        self.reading += 1;
        self.crew.iter_mut().for_each(Crew::dismiss_reader);
    }

    /// Gives a new keeper the file of the former one, before anything else.
    pub(super) fn reopen(&mut self, crew: &mut Crew) {
        if let Some(held) = &self.held {
            self.asked.push_front(Asked::Reopen);
            crew.tell_keeper(&held.open(), &held.file.clone().into());
        }
    }

    /// A table stands. The reader's takes the place of the one before; a keeper that read its file again says nothing new.
    pub(super) fn opened(&mut self, speaker: Speaker, profile: Box<Profile>) -> Vec<Heard> {
        if speaker != Speaker::Reader {
            self.asked.pop_front_if(|a| *a == Asked::Reopen);
            return Vec::new();
        }
        let (Some((source, clock)), Some(crew)) = (self.incoming.take(), self.crew.as_mut()) else { return Vec::new() };
        crew.promote_reader();
        self.held = Some(source);
        self.asked.clear();
        self.finished.clear();
        vec![Heard::Opened(profile, clock)]
    }

    /// A file could not be read; the reader is as good as before.
    pub(super) fn not_read(&mut self, problem: Problem) -> Vec<Heard> {
        (self.incoming, self.head) = (None, None);
        match self.crew.as_mut() {
            Some(crew) if crew.has_keeper() => crew.dismiss_reader(),
            Some(crew) => crew.promote_reader(),
            None => {}
        }
        vec![Heard::Failed(Asked::Open, problem)]
    }

    /// The reader died; the table that stands is not touched by it.
    pub(super) fn lost_reader(&mut self, problem: Problem) -> Vec<Heard> {
        let Some(crew) = self.crew.as_mut() else { return Vec::new() };
        let stood = crew.port(Speaker::Reader).is_some_and(|p| p.is_ready());
        if !stood && !crew.has_keeper() {
            // The engine does not start at all in this browser: starting it again and again would not help.
            self.clear();
            return vec![Heard::NoEngine(cause(problem))];
        }
        self.dismiss_reader();
        vec![Heard::Failed(Asked::Open, problem)]
    }
}
