//! The workers: the keeper of the table, and the hands that run jobs.

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
    /// The hand of that number.
    Hand(usize),
}

/// All workers.
pub struct Crew {
    engine: Engine,
    listener: Listener,
    last_id: WorkerId,
    keeper: Member,
    hands: Vec<Member>,
}

impl Crew {
    /// Starts the keeper alone: the hands come when it stands. Fails when the browser refuses a worker.
    pub fn hire(engine: Engine, listener: Listener) -> Result<Self, String> {
        let keeper = member(&engine, &listener, 0)?;
        Ok(Self { engine, listener, last_id: 0, keeper, hands: Vec::new() })
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
        if self.keeper.id == id {
            return Some(Speaker::Keeper);
        }
        self.hands.iter().position(|h| h.id == id).map(Speaker::Hand)
    }

    /// The line of a worker.
    pub fn port(&mut self, speaker: Speaker) -> &mut Port {
        match speaker {
            Speaker::Keeper => &mut self.keeper.port,
            Speaker::Hand(at) => &mut self.hands[at].port,
        }
    }

    /// Tells the keeper something.
    pub fn tell_keeper(&mut self, command: &Command, body: &Body) {
        self.keeper.port.send(command, body);
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
        self.keeper = self.new_member()?;
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
