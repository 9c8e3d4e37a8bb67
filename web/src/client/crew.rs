//! The workers: the keeper of the table, the reader of a file, and the hands that run jobs.

use std::rc::Rc;

use sanpo_api::{Command, JobId};

use super::engine::Engine;
use super::port::{Port, Voice};
use super::wire::Body;

/// Number of a worker; a replaced worker gets a new one, so that a late word of the old one is known as such.
pub type WorkerId = u32;

/// Hears every worker.
pub type Listener = Rc<dyn Fn(WorkerId, Voice)>;

/// A worker and what it is doing.
pub struct Member {
    id: WorkerId,
    /// Its line.
    pub port: Port,
    /// The job it runs.
    pub job: Option<JobId>,
}

/// Whose voice it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The keeper.
    Keeper,
    /// The reader.
    Reader,
    /// The hand of that number.
    Hand(usize),
}

/// All workers.
pub struct Crew {
    engine: Engine,
    listener: Listener,
    last_id: WorkerId,
    /// Holds the table that stands; missing only before there is one.
    keeper: Option<Member>,
    /// Reads a file, and becomes the keeper when it has: until then the table before it is out of danger.
    reader: Option<Member>,
    hands: Vec<Member>,
}

impl Crew {
    /// Starts the keeper alone: the hands come when it stands. Fails when the browser refuses a worker.
    pub fn hire(engine: Engine, listener: Listener) -> Result<Self, String> {
        let keeper = member(&engine, &listener, 0)?;
        Ok(Self { engine, listener, last_id: 0, keeper: Some(keeper), reader: None, hands: Vec::new() })
    }

    /// Starts hands until there are so many. One that cannot be started is left out: fewer do as well.
    pub fn hire_hands(&mut self, wanted: usize) {
        while self.hands.len() < wanted {
            match self.new_member() {
                Ok(hand) => self.hands.push(hand),
                Err(_) => return,
            }
        }
    }

    /// Who a worker is; `None` for one that was replaced.
    pub fn speaker(&self, id: WorkerId) -> Option<Speaker> {
        let is = |member: &Option<Member>| member.as_ref().is_some_and(|m| m.id == id);
        match () {
            () if is(&self.keeper) => Some(Speaker::Keeper),
            () if is(&self.reader) => Some(Speaker::Reader),
            () => self.hands.iter().position(|h| h.id == id).map(Speaker::Hand),
        }
    }

    /// The line of a worker.
    pub fn port(&mut self, speaker: Speaker) -> Option<&mut Port> {
        let member = match speaker {
            Speaker::Keeper => self.keeper.as_mut(),
            Speaker::Reader => self.reader.as_mut(),
            Speaker::Hand(at) => self.hands.get_mut(at),
        };
        member.map(|m| &mut m.port)
    }

    /// Tells the keeper something.
    pub fn tell_keeper(&mut self, command: &Command, body: &Body) {
        self.keeper.iter_mut().for_each(|k| k.port.send(command, body));
    }

    /// A fresh reader, in place of one that may be at work. Where the keeper keeps nothing yet it is the one.
    pub fn hire_reader(&mut self, keeper_is_idle: bool) -> Result<&mut Port, String> {
        self.reader = None;
        let idle = self.keeper.take_if(|_| keeper_is_idle);
        let reader = idle.map_or_else(|| self.new_member(), Ok)?;
        Ok(&mut self.reader.insert(reader).port)
    }

    /// The reader has a table: it is the keeper from now on, and the former one ends.
    pub fn promote_reader(&mut self) {
        self.keeper = self.reader.take().or(self.keeper.take());
    }

    /// Ends the reader at once, whatever it does.
    pub fn dismiss_reader(&mut self) {
        self.reader = None;
    }

    /// Whether there is a keeper.
    pub fn has_keeper(&self) -> bool {
        self.keeper.is_some()
    }

    /// A hand that has nothing to do, those that stand before those that are still starting.
    pub fn free_hand(&mut self) -> Option<&mut Member> {
        self.hands.iter_mut().filter(|h| h.job.is_none()).min_by_key(|h| !h.port.is_ready())
    }

    /// A hand has finished its job.
    pub fn rest(&mut self, at: usize) {
        self.hands[at].job = None;
    }

    /// Puts a new keeper in place of the old one, which ends at once. Without a table: give it its file.
    pub fn replace_keeper(&mut self) -> Result<(), String> {
        self.keeper = Some(self.new_member()?);
        Ok(())
    }

    /// Puts a new hand in place of a broken one.
    pub fn replace_hand(&mut self, at: usize) {
        match self.new_member() {
            Ok(hand) => self.hands[at] = hand,
            Err(_) => drop(self.hands.remove(at)),
        }
    }

    /// Lets a hand go without another in its place.
    pub fn dismiss_hand(&mut self, at: usize) {
        drop(self.hands.remove(at));
    }

    /// Ends every job at once: busy hands are replaced.
    pub fn drop_jobs(&mut self) {
        for at in (0..self.hands.len()).rev().filter(|at| self.hands[*at].job.is_some()).collect::<Vec<_>>() {
            self.replace_hand(at);
        }
    }

    fn new_member(&mut self) -> Result<Member, String> {
        self.last_id += 1;
        member(&self.engine, &self.listener, self.last_id)
    }
}

fn member(engine: &Engine, listener: &Listener, id: WorkerId) -> Result<Member, String> {
    let listener = listener.clone();
    let hears = Rc::new(move |voice| listener(id, voice));
    let port = Port::open(&engine.script, engine.module.clone(), hears).map_err(|e| format!("{e:?}"))?;
    Ok(Member { id, port, job: None })
}
