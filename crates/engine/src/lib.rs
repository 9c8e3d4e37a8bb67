//! The facade: one [`Command`] in, [`Event`]s out, in a browser worker and behind the command line alike.
//!
//! Invariants: an engine never panics on input (a failed command answers [`Event::Failed`]; the table stays, only the run that failed is gone);
//! a job's body is opaque to everyone between `Plan` and `Run`; nothing here depends on the clock.

mod book;
mod csv;
mod drive;
mod export;
mod going;
mod job;
mod pack;
mod reading;

use std::collections::BTreeMap;

use sanpo_api::{
    Choices, Command, Event, ExportKind, FileFormat, Lang, Problem, Profile, Project, RunId, Stage, Words,
};
use sanpo_table::Table;
use sanpo_tasks::{Next, task};

use going::Going;
use reading::{for_another_file, glimpse, read};

pub use drive::{Finished, drive};
pub use sanpo_table::reason_code;

/// Takes the events of a command, each with its body (empty for most).
pub type Emit<'a> = dyn FnMut(Event, Vec<u8>) + 'a;

/// An engine: the table that was read, and the runs over it.
pub struct Engine {
    words: Box<dyn Words>,
    table: Option<Table>,
    runs: BTreeMap<RunId, Going>,
}

impl Engine {
    /// An engine without a table. `words` gives the sentences for exported files.
    pub fn new(words: Box<dyn Words>) -> Self {
        Self { words, table: None, runs: BTreeMap::new() }
    }

    /// Carries a command out. `body` as the command says; events come in order, the answer last.
    pub fn handle(&mut self, command: Command, body: Vec<u8>, emit: &mut Emit) {
        let run = run_of(&command);
        if let Err(problem) = self.try_handle(command, body, emit) {
            if let Some(run) = run {
                // A run that failed has no result; the table stays.
                if self.runs.get(&run).is_some_and(|going| going.report.is_none()) {
                    self.runs.remove(&run);
                }
            }
            emit(Event::Failed { run, problem }, Vec::new());
        }
    }

    /// What was found in the file that was read last.
    pub fn profile(&self) -> Option<&Profile> {
        self.table.as_ref().map(Table::profile)
    }

    fn try_handle(&mut self, command: Command, body: Vec<u8>, emit: &mut Emit) -> Result<(), Problem> {
        match command {
            Command::Open { name, choices } => self.open(&name, &body, &choices, emit),
            Command::Glimpse { name, choices } => {
                glimpse(&name, &body, &choices, emit);
                Ok(())
            }
            Command::Form { task: id, answers } => {
                let form = task(id).form(self.table.as_ref().ok_or(Problem::NoFile)?, &answers);
                emit(Event::Form(form), Vec::new());
                Ok(())
            }
            Command::Plan { run, task: id, answers } => {
                let table = self.table.as_ref().ok_or(Problem::NoFile)?;
                emit(Event::Progress { run, job: None, stage: Stage::Prepare, done_frac: 0.0 }, Vec::new());
                // Answers that are not given are filled in as the form would.
                let answers = task(id).form(table, &answers).answers();
                let mut planned = task(id).plan(table, &answers)?;
                if !body.is_empty() {
                    // A former forecast that cannot be read is no reason to have none now.
                    let former = Project::from_bytes(&body).ok().and_then(|project| project.promise);
                    former.into_iter().for_each(|former| planned.compare(former));
                }
                let next = planned.start(table)?;
                self.runs.insert(run, Going::new(id, answers, planned));
                self.go_on(run, next, emit)
            }
            Command::Run { run, job } => job::run(run, job, &body, emit),
            Command::Collect { run, job } => {
                let table = self.table.as_ref().ok_or(Problem::NoFile)?;
                // Results of a run that was given up may still arrive.
                let Some(going) = self.runs.get_mut(&run).filter(|g| job >= g.first_job) else { return Ok(()) };
                let next = going.run.collect(table, job, body)?;
                if let (Next::Wait, Some(says)) = (&next, going.run.best()) {
                    emit(Event::Best { run, says }, Vec::new());
                }
                self.go_on(run, next, emit)
            }
            Command::Finish { run } => self.finish(run, emit),
            Command::Apply { run, name } => self.apply(run, &name, &body, emit),
            Command::Export { run, kind, lang, format } => {
                let (event, bytes) = self.export(run, kind, lang, format)?;
                emit(event, bytes);
                Ok(())
            }
            Command::Pack { run } => {
                let table = self.table.as_ref().ok_or(Problem::NoFile)?;
                let going = self.runs.get(&run).ok_or(Problem::NoResult)?;
                let (event, bytes) = pack::pack(table, going)?;
                emit(event, bytes);
                Ok(())
            }
            Command::Unpack => {
                emit(Event::Unpacked(Box::new(pack::unpack(&body)?)), Vec::new());
                Ok(())
            }
            Command::Forget { run } => {
                self.runs.remove(&run);
                Ok(())
            }
            Command::Provoke => Ok(()),
        }
    }

    /// Reads a file; the table before it stays when that fails.
    fn open(&mut self, name: &str, bytes: &[u8], choices: &Choices, emit: &mut Emit) -> Result<(), Problem> {
        let table = read(name, bytes, choices, 0, emit)?;
        emit(Event::Opened(Box::new(table.profile().clone())), Vec::new());
        self.table = Some(table);
        self.runs.clear();
        Ok(())
    }

    /// Ends a run with what it has; one that has nothing yet goes on, and one that has ended anyway stays as it is.
    fn finish(&mut self, run: RunId, emit: &mut Emit) -> Result<(), Problem> {
        let table = self.table.as_ref().ok_or(Problem::NoFile)?;
        let Some(going) = self.runs.get_mut(&run).filter(|g| g.report.is_none()) else { return Ok(()) };
        match going.run.finish(table) {
            Ok(next) => {
                going.first_job = going.next_job;
                self.go_on(run, next, emit)
            }
            Err(problem @ Problem::NothingYet) => {
                emit(Event::Failed { run: Some(run), problem }, Vec::new());
                Ok(())
            }
            Err(problem) => Err(problem),
        }
    }

    fn apply(&mut self, run: RunId, name: &str, bytes: &[u8], emit: &mut Emit) -> Result<(), Problem> {
        let table = self.table.as_ref().ok_or(Problem::NoFile)?;
        let going = self.runs.get_mut(&run).filter(|g| g.report.is_some()).ok_or(Problem::NoResult)?;
        let new = read(name, bytes, &for_another_file(&table.profile().choices), run, emit)?;
        let report = Box::new(going.run.apply(table, new)?);
        going.report = Some(report.clone());
        going.applied = Some(name.to_owned());
        emit(Event::Report { run, report }, Vec::new());
        Ok(())
    }

    /// Results of a run as a file to save.
    fn export(
        &self,
        run: RunId,
        kind: ExportKind,
        lang: Lang,
        format: FileFormat,
    ) -> Result<(Event, Vec<u8>), Problem> {
        let table = self.table.as_ref().ok_or(Problem::NoFile)?;
        let going = self.runs.get(&run).ok_or(Problem::NoResult)?;
        let report = going.report.as_ref().ok_or(Problem::NoResult)?;
        let words = self.words.as_ref();
        let sheet = going.run.sheet(table, kind, lang, words)?;
        let source = going.applied.as_ref().unwrap_or(&table.profile().file.name);
        if format != FileFormat::Workbook {
            return Ok(export::csv_file(source, sheet, kind, format));
        }
        // An order list is handed on by itself; results go with all that explains them.
        let whole = (kind == ExportKind::Sheet).then_some(report.as_ref());
        let source = book::Source::of(table, going.applied.as_deref());
        export::workbook_file(&source, sheet, whole, &book::In { lang, words })
    }

    /// Sends out what a run needs next.
    fn go_on(&mut self, run: RunId, next: Next, emit: &mut Emit) -> Result<(), Problem> {
        let going = self.runs.get_mut(&run).ok_or(Problem::NoResult)?;
        match next {
            Next::Wait => {}
            Next::Jobs { stage, jobs } => {
                let cost = jobs.iter().map(|j| j.cost).sum();
                emit(Event::Planned { run, stage, jobs: jobs.len() as u32, cost }, Vec::new());
                for job in jobs {
                    let event = Event::Job { run, job: going.next_job, cost: job.cost };
                    emit(event, job::pack(going.task, stage, job.body));
                    going.next_job += 1;
                }
            }
            Next::Report(report) => {
                going.report = Some(report.clone());
                emit(Event::Report { run, report }, Vec::new());
            }
        }
        Ok(())
    }
}

fn run_of(command: &Command) -> Option<RunId> {
    match command {
        Command::Plan { run, .. }
        | Command::Run { run, .. }
        | Command::Collect { run, .. }
        | Command::Finish { run }
        | Command::Apply { run, .. }
        | Command::Export { run, .. }
        | Command::Pack { run }
        | Command::Forget { run } => Some(*run),
        Command::Open { .. } | Command::Glimpse { .. } | Command::Form { .. } | Command::Provoke | Command::Unpack => {
            None
        }
    }
}
