//! Runs a task over a file and writes what it found.

use std::path::Path;

use sanpo_api::{
    Answer, Answers, Command, Event, ExportKind, FieldId, FileFormat, LIMIT_BYTES, Lang, Problem, Report, TaskId, Words,
};
use sanpo_engine::{Engine, drive};
use sanpo_text::Text;

use crate::Around;
use crate::args::{Anomaly, Files, Forecast, Predict, Segment};
use crate::levels;
use crate::print::{self, Ended};

/// The only run of a call.
const RUN: u32 = 1;

/// `forecast`.
pub fn forecast(args: &Forecast, around: &Around) -> Result<(), Ended> {
    let mut answers = Answers::new();
    column(&mut answers, FieldId::Time, args.time.as_ref());
    column(&mut answers, FieldId::Value, args.value.as_ref());
    column(&mut answers, FieldId::Series, args.series.as_ref());
    count(&mut answers, FieldId::Horizon, args.horizon);
    let report = work(&args.files, TaskId::Forecast, answers, None, around)?;
    if let Some(out) = &args.files.out {
        levels::keep(out, &args.level)?;
    }
    tell(&report, &args.files, around.lang)
}

/// `anomaly`.
pub fn anomaly(args: &Anomaly, around: &Around) -> Result<(), Ended> {
    let mut answers = Answers::new();
    column(&mut answers, FieldId::Time, args.time.as_ref());
    if !args.columns.is_empty() {
        answers.insert(FieldId::Columns, Answer::Columns(args.columns.clone()));
    }
    count(&mut answers, FieldId::Sensitivity, args.sensitivity);
    let report = work(&args.files, TaskId::Anomaly, answers, None, around)?;
    tell(&report, &args.files, around.lang)
}

/// `segment`.
pub fn segment(args: &Segment, around: &Around) -> Result<(), Ended> {
    let mut answers = Answers::new();
    column(&mut answers, FieldId::Customer, args.id.as_ref());
    column(&mut answers, FieldId::Time, args.time.as_ref());
    column(&mut answers, FieldId::Value, args.value.as_ref());
    column(&mut answers, FieldId::Quantity, args.quantity.as_ref());
    count(&mut answers, FieldId::Groups, args.groups);
    let report = work(&args.files, TaskId::Segment, answers, None, around)?;
    tell(&report, &args.files, around.lang)
}

/// `predict`.
pub fn predict(args: &Predict, around: &Around) -> Result<(), Ended> {
    let mut answers = Answers::new();
    column(&mut answers, FieldId::Target, args.target.as_ref());
    let report = work(&args.files, TaskId::Predict, answers, args.new.as_deref(), around)?;
    tell(&report, &args.files, around.lang)
}

fn column(answers: &mut Answers, field: FieldId, name: Option<&String>) {
    if let Some(name) = name {
        answers.insert(field, Answer::Column(name.clone()));
    }
}

fn count(answers: &mut Answers, field: FieldId, number: Option<u32>) {
    if let Some(number) = number {
        answers.insert(field, Answer::Count(number));
    }
}

/// Runs a task, and writes the file that was asked for.
fn work(files: &Files, task: TaskId, answers: Answers, new: Option<&Path>, around: &Around) -> Result<Report, Problem> {
    let mut engine = Engine::new(Box::new(Text));
    open(&mut engine, &files.file, around)?;
    check_columns(&engine, &answers)?;
    check_answers(&mut engine, task, &answers)?;
    let mut report = drive(&mut engine, RUN, task, answers, &[], &mut |_| {})?.report;
    if let Some(path) = new {
        report = apply(&mut engine, path)?;
    }
    if let Some(out) = &files.out {
        let (_, bytes) = export(&mut engine, out, around.lang)?;
        std::fs::write(out, bytes).map_err(|e| file_problem(out, &e))?;
    }
    Ok(report)
}

/// Prints the report as it was asked for. Comes last: the reader may go away, and all else is done by then.
fn tell(report: &Report, files: &Files, lang: Lang) -> Result<(), Ended> {
    if files.json {
        print::json(report)
    } else if files.out.is_none() {
        let phrases = report.headline.iter().chain(&report.cautions);
        print::lines(phrases.map(|phrase| Text.phrase(lang, phrase)))
    } else {
        Ok(())
    }
}

/// Reads a file into the engine.
pub fn open(engine: &mut Engine, path: &Path, around: &Around) -> Result<(), Problem> {
    let (name, choices) = (file_name(path), around.choices.clone());
    let body = bytes(path)?;
    answer(engine, Command::Open { name, choices }, body, |event, _| match event {
        Event::Opened(_) => Some(()),
        _ => None,
    })
}

/// A file's bytes. One that is too large is refused before it is read.
fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let size_bytes = std::fs::metadata(path).map_err(|e| file_problem(path, &e))?.len();
    if size_bytes > LIMIT_BYTES {
        return Err(Problem::TooBig { size_bytes, limit_bytes: LIMIT_BYTES });
    }
    std::fs::read(path).map_err(|e| file_problem(path, &e))
}

fn apply(engine: &mut Engine, path: &Path) -> Result<Report, Problem> {
    let body = bytes(path)?;
    answer(engine, Command::Apply { run: RUN, name: file_name(path) }, body, |event, _| match event {
        Event::Report { report, .. } => Some(*report),
        _ => None,
    })
}

/// The results for a file of that name: a workbook where it ends so, else bare rows.
fn export(engine: &mut Engine, out: &Path, lang: Lang) -> Result<(String, Vec<u8>), Problem> {
    let workbook = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    let (kind, format) =
        if workbook { (ExportKind::Sheet, FileFormat::Workbook) } else { (ExportKind::Plain, FileFormat::Csv) };
    answer(engine, Command::Export { run: RUN, kind, lang, format }, Vec::new(), |event, body| match event {
        Event::File { name, .. } => Some((name, body)),
        _ => None,
    })
}

/// Sends a command and waits for the event that `pick` wants; a failure is an error.
fn answer<T>(
    engine: &mut Engine,
    command: Command,
    body: Vec<u8>,
    pick: impl Fn(Event, Vec<u8>) -> Option<T>,
) -> Result<T, Problem> {
    let mut outcome = Err(Problem::Internal { detail: "no answer".to_owned() });
    engine.handle(command, body, &mut |event, body| match event {
        Event::Failed { problem, .. } => outcome = Err(problem),
        event => {
            if let Some(found) = pick(event, body) {
                outcome = Ok(found);
            }
        }
    });
    outcome
}

/// A column that is named on the command line must be there; the screen cannot ask for one that is not.
fn check_columns(engine: &Engine, answers: &Answers) -> Result<(), Problem> {
    let Some(profile) = engine.profile() else { return Err(Problem::NoFile) };
    let have: Vec<String> = profile.columns.iter().map(|c| c.name.clone()).collect();
    let asked = answers.values().flat_map(|answer| match answer {
        Answer::Column(name) => vec![name],
        Answer::Columns(names) => names.iter().collect(),
        _ => vec![],
    });
    for name in asked {
        if !have.contains(name) {
            return Err(Problem::UnknownColumn { name: name.clone(), have });
        }
    }
    Ok(())
}

/// What was asked for must be what is done: the form puts its own answer in place of one that does not fit.
fn check_answers(engine: &mut Engine, task: TaskId, answers: &Answers) -> Result<(), Problem> {
    let command = Command::Form { task, answers: answers.clone() };
    let form = answer(engine, command, Vec::new(), |event, _| match event {
        Event::Form(form) => Some(form),
        _ => None,
    })?;
    let stands = form.answers();
    for (&field, given) in answers {
        if stands.get(&field) != Some(given) {
            return Err(match given {
                Answer::Column(name) => Problem::WrongColumnType { name: name.clone(), field },
                _ => Problem::BadAnswer { field },
            });
        }
    }
    Ok(())
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned())
}

/// A file that could not be read or written.
pub fn file_problem(path: &Path, error: &std::io::Error) -> Problem {
    Problem::File { name: path.display().to_string(), cause: error.to_string() }
}
