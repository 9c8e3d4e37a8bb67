//! The line to the engine: what the page can ask, what it hears.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::task::spawn_local;
use sanpo_api::{
    Answers, Command, ExportKind, FileFormat, Form, Lang, Phrase, Problem, Profile, Project, Report, RunId, TaskId,
};
use wasm_bindgen::JsValue;
use web_sys::File;

use super::crew::{Crew, Speaker, WorkerId};
use super::engine::Engine;
use super::port::{Port, Voice};
use super::reading::Source;
use super::run::Running;
use super::tally::Tally;
use super::wire::Body;
use crate::platform::{Stopwatch, hands_wanted, provoke_wanted};

/// A question with one answer, asked of the keeper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Read a file; asked of the reader, named here for failures only.
    Open,
    /// Read the file again that a former keeper had; nobody waits for it.
    Reopen,
    /// The questions of a task.
    Form,
    /// A file to save.
    Export,
    /// Predictions for a second file.
    Apply,
    /// What a project holds.
    Unpack,
    /// A run; not a single answer, named here for failures only.
    Run,
}

/// What the page hears.
pub enum Heard {
    /// The engine stands.
    Ready,
    /// The engine could not be loaded.
    NoEngine(String),
    /// A file was read; the clock runs until it is drawn.
    Opened(Box<Profile>, Stopwatch),
    /// The beginning of a file: names and rows.
    Glimpsed(Vec<String>, Vec<Vec<String>>),
    /// Share of a file that is read.
    Reading(f64),
    /// A task's questions.
    Form(Form),
    /// A run goes on.
    Progress(Tally),
    /// A run's answer; the clock runs until it is drawn.
    Report(RunId, Box<Report>, Stopwatch),
    /// How good the answer would be if the run were finished now.
    Best(Phrase),
    /// The results that the keeper held are gone.
    Lost,
    /// Predictions for a second file.
    Applied(RunId, Box<Report>),
    /// A file to save: name, media type, bytes.
    File(String, String, Body),
    /// What a project holds.
    Unpacked(Box<Project>),
    /// It could not be done.
    Failed(Asked, Problem),
}

/// The line to the engine. Clones share it.
#[derive(Clone)]
pub struct Client(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub(super) sink: Box<dyn Fn(Heard)>,
    pub(super) desk: RefCell<Desk>,
}

/// What the line knows.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) crew: Option<Crew>,
    loading: bool,
    clock: Option<Stopwatch>,
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
    provoked: bool,
    /// Runs whose results the keeper holds for saving.
    pub(super) finished: Vec<RunId>,
}

impl Client {
    /// A line that tells everything to `sink`. Nothing is loaded yet.
    pub fn new(sink: impl Fn(Heard) + 'static) -> Self {
        Self(Rc::new(Inner { sink: Box::new(sink), desk: RefCell::default() }))
    }

    /// Loads the engine, unless it is there or on its way.
    pub fn load(&self) {
        {
            let mut desk = self.0.desk.borrow_mut();
            if desk.loading || desk.crew.is_some() {
                return;
            }
            desk.loading = true;
        }
        let client = self.clone();
        spawn_local(async move {
            let clock = Stopwatch::start("sanpo:engine");
            let engine = Engine::load().await;
            client.loaded(engine, clock);
        });
    }

    /// Asks for a task's questions.
    pub fn form(&self, task: TaskId, answers: Answers) {
        self.ask(Asked::Form, Command::Form { task, answers }, JsValue::NULL);
    }

    /// Starts a run; the forecast of a former project, if there is one, is held against what happened. One at a time.
    pub fn start(&self, run: RunId, task: TaskId, answers: Answers, former: Body) {
        let mut desk = self.0.desk.borrow_mut();
        let provoke = provoke_wanted() && !std::mem::replace(&mut desk.provoked, true);
        desk.run = Some(Running::new(run, provoke));
        drop(desk);
        self.tell(Command::Plan { run, task, answers }, former);
    }

    /// Gives up the run under way, at once.
    pub fn cancel(&self) {
        self.0.desk.borrow_mut().end_run();
    }

    /// Ends the run under way with what has come in.
    pub fn finish(&self) {
        let heard = self.0.desk.borrow_mut().finish_run();
        heard.into_iter().for_each(&self.0.sink);
    }

    /// Frees what a finished run holds.
    pub fn forget(&self, run: RunId) {
        self.0.desk.borrow_mut().finished.retain(|held| *held != run);
        self.tell(Command::Forget { run }, JsValue::NULL);
    }

    /// Asks for a file of results.
    pub fn export(&self, run: RunId, kind: ExportKind, lang: Lang, format: FileFormat) {
        self.ask(Asked::Export, Command::Export { run, kind, lang, format }, JsValue::NULL);
    }

    /// Asks for a run as a project.
    pub fn pack(&self, run: RunId) {
        self.ask(Asked::Export, Command::Pack { run }, JsValue::NULL);
    }

    /// Looks into a project's head.
    pub fn unpack(&self, head: Body) {
        self.ask(Asked::Unpack, Command::Unpack, head);
    }

    /// Uses a run's model on a second file.
    pub fn apply(&self, run: RunId, file: File) {
        self.ask(Asked::Apply, Command::Apply { run, name: file.name() }, file.into());
    }

    fn ask(&self, asked: Asked, command: Command, body: Body) {
        self.0.desk.borrow_mut().asked.push_back(asked);
        self.tell(command, body);
    }

    fn tell(&self, command: Command, body: Body) {
        let mut desk = self.0.desk.borrow_mut();
        match desk.crew.as_mut() {
            Some(crew) => crew.tell_keeper(&command, &body),
            None => desk.early.push((command, body)),
        }
        drop(desk);
        self.load();
    }

    fn loaded(&self, engine: Result<Engine, String>, clock: Stopwatch) {
        let weak = Rc::downgrade(&self.0);
        let listener = Rc::new(move |id, voice| {
            if let Some(inner) = weak.upgrade() {
                Client(inner).hear(id, voice);
            }
        });
        let crew = engine.and_then(|engine| Crew::hire(engine, listener));
        let mut desk = self.0.desk.borrow_mut();
        desk.loading = false;
        match crew {
            Ok(mut crew) => {
                desk.clock = Some(clock);
                desk.reopen(&mut crew);
                for (command, body) in std::mem::take(&mut desk.early) {
                    crew.tell_keeper(&command, &body);
                }
                desk.crew = Some(crew);
                let heard = desk.send_file();
                drop(desk);
                heard.into_iter().for_each(&self.0.sink);
            }
            Err(cause) => {
                desk.clear();
                drop(desk);
                (self.0.sink)(Heard::NoEngine(cause));
            }
        }
    }

    /// The desk is free again before anybody hears of it: the page may ask the next thing at once.
    fn hear(&self, id: WorkerId, voice: Voice) {
        let heard = self.0.desk.borrow_mut().hear(id, voice);
        heard.into_iter().for_each(&self.0.sink);
    }
}

impl Desk {
    fn hear(&mut self, id: WorkerId, voice: Voice) -> Vec<Heard> {
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
