//! The line to the engine: what the page can ask.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::task::spawn_local;
use sanpo_api::{Answers, Command, ExportKind, FileFormat, Lang, RunId, TaskId};
use wasm_bindgen::JsValue;
use web_sys::File;

use super::crew::{Crew, WorkerId};
use super::desk::Desk;
use super::engine::Engine;
use super::port::Voice;
use super::run::Running;
use super::wire::Body;
use super::words::{Asked, Heard};
use crate::platform::{Stopwatch, provoke_wanted};

/// The line to the engine. Clones share it.
#[derive(Clone)]
pub struct Client(pub(super) Rc<Inner>);

pub(super) struct Inner {
    pub(super) sink: Box<dyn Fn(Heard)>,
    pub(super) desk: RefCell<Desk>,
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
