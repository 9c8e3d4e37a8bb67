//! A project that was opened: its own data go straight to its result; another file can be worked on with its settings.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use sanpo_api::{Answers, FieldId, Fit, NoProject, PROJECT_ENDING, PROJECT_PREFIX, Problem, Profile, Project, TaskId};
use wasm_bindgen::JsValue;
use web_sys::File;

use super::{App, Reading, StepId, Trouble};
use crate::client::Source;
use crate::platform::{beginning, file_from, part};

/// A project that was opened.
#[derive(Clone, Copy)]
pub struct Opened {
    /// What it holds.
    pub project: RwSignal<Option<Arc<Project>>>,
    /// Its bytes up to the data.
    head: StoredValue<JsValue, LocalStorage>,
    /// Its own data, until they are read.
    data: StoredValue<Option<File>, LocalStorage>,
    /// Its own data are being read: then its result is made again.
    own: StoredValue<bool>,
    /// The file that stands is its own data, as it was read for the project.
    pub is_own: RwSignal<bool>,
    /// The data file that goes behind the project that is being saved.
    pub(super) behind: StoredValue<Option<File>, LocalStorage>,
}

impl Opened {
    /// None.
    pub fn new() -> Self {
        Self {
            project: RwSignal::new(None),
            head: StoredValue::new_local(JsValue::NULL),
            data: StoredValue::new_local(None),
            own: StoredValue::new(false),
            is_own: RwSignal::new(false),
            behind: StoredValue::new_local(None),
        }
    }
}

/// Whether a file is a project by its name.
pub fn is_project(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case(PROJECT_ENDING))
}

impl App {
    /// Opens a project: its head goes to the engine, which checks it.
    pub(super) fn open_project(self, file: File) {
        let attempt = self.data.begin(Reading { name: file.name(), done_frac: 0.0, again: false });
        spawn_local(async move {
            let prefix = beginning(&file, PROJECT_PREFIX).await.unwrap_or_default();
            if self.data.attempt.get_value() != attempt {
                return;
            }
            match Project::head_length(&prefix) {
                Ok(length) => self.send_project(&file, PROJECT_PREFIX + length),
                Err(why) => {
                    self.data.end();
                    self.data.trouble.set(Some(Trouble::Problem(match why {
                        NoProject::OtherVersion => Problem::ProjectOfOtherVersion,
                        NoProject::OtherFile | NoProject::Damaged => Problem::ProjectDamaged,
                    })));
                }
            }
        });
    }

    fn send_project(self, file: &File, end: usize) {
        let head = part(file, 0, Some(end)).map_or(JsValue::NULL, JsValue::from);
        let data = (file.size() as usize > end).then(|| part(file, end, None)).flatten();
        self.project.head.set_value(head.clone());
        self.project.data.set_value(data);
        self.with_client(|c| c.unpack(head));
    }

    /// The project is sound. With its own data its result is made again; without them it waits for a file.
    pub(super) fn unpacked(self, project: Project) {
        let data = self.project.data.try_update_value(Option::take).flatten();
        self.data.end();
        self.past.set(None);
        let (name, choices) = (project.file.clone(), project.choices.clone());
        self.project.is_own.set(false);
        self.project.project.set(Some(Arc::new(project)));
        if let Some(file) = data.and_then(|data| file_from(&name, &data.into()).ok()) {
            self.project.own.set_value(true);
            self.data.begin(Reading { name, done_frac: 0.0, again: false });
            self.read(Source { file, choices });
        }
    }

    /// A file stands: if it is the project's own, its result is made again.
    pub(super) fn go_on_with_project(self) {
        let own = self.project.own.try_update_value(std::mem::take) == Some(true);
        self.project.is_own.set(own);
        if own && let Some(project) = self.project.project.get_untracked() {
            self.work_as(&project, &project.answers.clone(), JsValue::NULL);
        }
    }

    /// Works on the file that stands with the project's settings, and holds its forecast against what happened.
    pub fn work_as_before(self, fit: &Fit) {
        if let Some(project) = self.project.project.get_untracked() {
            self.work_as(&project, &fit.answers(&project.answers), self.project.head.get_value());
        }
    }

    /// Shows the project's settings, as far as they fit, to be completed by hand.
    pub fn settings_as_before(self, fit: &Fit) {
        if let Some(project) = self.project.project.get_untracked() {
            let answers = fit.answers(&project.answers);
            self.choice.given.update_value(|given| drop(given.put(project.task, answers)));
            self.choose(project.task);
            self.place.go(StepId::Choice);
        }
    }

    /// How the project's settings fit the file that stands; none without both, and none once its result is there.
    pub fn offered(self) -> Option<Fit> {
        let project = self.project.project.get()?;
        if self.run.results.with(|r| r.has(project.task)) {
            return None;
        }
        self.data.profile.with(|profile| profile.as_ref().map(|profile| project.fit(profile)))
    }

    /// The bytes of the project whose forecast was of the same thing, to be held against another file; nothing else.
    pub(super) fn former(self, task: TaskId, answers: &Answers) -> JsValue {
        const WHAT: [FieldId; 3] = [FieldId::Time, FieldId::Value, FieldId::Series];
        let same = |project: &Project, profile: &Profile| {
            let before = project.fit(profile).answers(&project.answers);
            let again = WHAT.iter().all(|field| before.get(field) == answers.get(field));
            again && project.task == task
        };
        let project = self.project.project.get_untracked().filter(|_| !self.project.is_own.get_untracked());
        let found = self.data.profile.with_untracked(|p| project.zip(p.as_ref()).is_some_and(|(a, b)| same(&a, b)));
        if found { self.project.head.get_value() } else { JsValue::NULL }
    }

    /// Whether something of an earlier time can be gone on with: that comes before beginning anew.
    pub fn can_go_on(self) -> bool {
        self.offered().is_some() || self.past.with(|past| past.as_ref().is_some_and(|past| past.is_back))
    }

    /// Puts the project away.
    pub fn close_project(self) {
        self.project.project.set(None);
        self.project.head.set_value(JsValue::NULL);
    }

    fn work_as(self, project: &Project, answers: &Answers, former: JsValue) {
        if untrack(|| self.run.is_busy() || self.data.reading.with(Option::is_some)) {
            return;
        }
        self.choice.given.update_value(|given| drop(given.put(project.task, answers.clone())));
        self.choose(project.task);
        self.place.go(StepId::Choice);
        self.work(project.task, answers.clone(), former);
    }
}
