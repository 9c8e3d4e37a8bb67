//! A file in, results out, through the engine's commands alone: what the page and the command line do.

use sanpo_api::{
    Answer, Answers, Choices, Command, Event, ExportKind, FieldId, FileFormat, Form, Lang, Problem, Profile, Report,
    TaskId,
};
use sanpo_engine::{Engine, drive};
use sanpo_text::Text;

/// An engine that has read a file.
pub struct Session {
    engine: Engine,
    /// What was found in the file.
    pub profile: Profile,
}

impl Session {
    /// Reads bytes as a file of that name.
    pub fn open(name: &str, bytes: &[u8]) -> Result<Self, Problem> {
        let mut engine = Engine::new(Box::new(Text));
        let opened =
            ask(&mut engine, Command::Open { name: name.to_owned(), choices: Choices::default() }, bytes.to_vec())?;
        match opened {
            (Event::Opened(profile), _) => Ok(Self { engine, profile: *profile }),
            other => panic!("opening answered {other:?}"),
        }
    }

    /// Reads a file of the project or beside it.
    pub fn open_path(path: &std::path::Path) -> Result<Self, Problem> {
        let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        Self::open(&path.file_name().expect("a file").to_string_lossy(), &bytes)
    }

    /// A task's form.
    pub fn form(&mut self, task: TaskId, answers: Answers) -> Form {
        match ask(&mut self.engine, Command::Form { task, answers }, vec![]).expect("a form") {
            (Event::Form(form), _) => form,
            other => panic!("the form answered {other:?}"),
        }
    }

    /// Runs a task to its report.
    pub fn run(&mut self, task: TaskId, answers: Answers) -> Result<Report, Problem> {
        self.run_after(task, answers, &[])
    }

    /// Runs a task to its report, with a former forecast to be held against what happened.
    pub fn run_after(&mut self, task: TaskId, answers: Answers, former: &[u8]) -> Result<Report, Problem> {
        drive(&mut self.engine, 1, task, answers, former, &mut |_| {}).map(|finished| finished.report)
    }

    /// The last run as a project file, without the data.
    pub fn pack(&mut self) -> Vec<u8> {
        match ask(&mut self.engine, Command::Pack { run: 1 }, vec![]).expect("a project") {
            (Event::File { name, .. }, bytes) if name.ends_with(".sanpo") => bytes,
            other => panic!("packing answered {other:?}"),
        }
    }

    /// Uses the last run's model on another file.
    pub fn apply(&mut self, name: &str, bytes: &[u8]) -> Result<Report, Problem> {
        match ask(&mut self.engine, Command::Apply { run: 1, name: name.to_owned() }, bytes.to_vec())? {
            (Event::Report { report, .. }, _) => Ok(*report),
            other => panic!("apply answered {other:?}"),
        }
    }

    /// The last run's results as a workbook.
    pub fn workbook(&mut self, kind: ExportKind, lang: Lang) -> Vec<u8> {
        let command = Command::Export { run: 1, kind, lang, format: FileFormat::Workbook };
        match ask(&mut self.engine, command, vec![]).expect("a file") {
            (Event::File { name, .. }, bytes) if name.ends_with(".xlsx") => bytes,
            other => panic!("export answered {other:?}"),
        }
    }

    /// What the last run's results are called as a file.
    pub fn file_name(&mut self, kind: ExportKind, format: FileFormat) -> String {
        match ask(&mut self.engine, Command::Export { run: 1, kind, lang: Lang::Ja, format }, vec![]).expect("a file") {
            (Event::File { name, .. }, _) => name,
            other => panic!("export answered {other:?}"),
        }
    }

    /// The last run's results as lines of CSV, without the byte order mark.
    pub fn export(&mut self, kind: ExportKind) -> Vec<String> {
        let command = Command::Export { run: 1, kind, lang: Lang::Ja, format: FileFormat::Csv };
        let (_, bytes) = ask(&mut self.engine, command, vec![]).expect("a file");
        let text = String::from_utf8(bytes).expect("UTF-8");
        text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect()
    }
}

/// Sends a command and takes the answer, passing over progress.
fn ask(engine: &mut Engine, command: Command, body: Vec<u8>) -> Result<(Event, Vec<u8>), Problem> {
    let mut answer = None;
    engine.handle(command, body, &mut |event, body| match event {
        Event::Progress { .. } => {}
        Event::Failed { problem, .. } => answer = Some(Err(problem)),
        event => answer = Some(Ok((event, body))),
    });
    answer.expect("every command has an answer")
}

/// Answers from pairs of field and column.
pub fn columns(pairs: &[(FieldId, &str)]) -> Answers {
    pairs.iter().map(|(field, name)| (*field, Answer::Column((*name).to_owned()))).collect()
}

/// A sample of the project.
pub fn sample(id: &str) -> Session {
    let folder = std::path::Path::new("../sample_data").join(id);
    let path = folder.join(format!("{id}.csv"));
    Session::open_path(&path).unwrap_or_else(|problem| panic!("{id}: {problem:?}"))
}
