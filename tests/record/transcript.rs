//! Writes down a conversation with the native engine, so that a browser test can hold the same one with the engine in a worker.
//!
//! `transcript OUT FILE...`: reads each file, runs the task that suits it best, saves the results. One JSON object a line:
//! `{"file", "command": {"head", "body"}, "events": [{"head", "body"}]}`, bytes in hexadecimal digits, progress left out.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use sanpo_api::{Answers, Choices, Command, Event, ExportKind, FileFormat, Lang, TaskId, encode};
use sanpo_engine::Engine;
use sanpo_text::Text;
use serde_json::{Value, json};

const RUN: u32 = 1;

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().unwrap_or_else(|| panic!("usage: transcript OUT FILE..."));
    let mut out = BufWriter::new(File::create(out)?);
    for file in arguments {
        converse(Path::new(&file), &mut out)?;
    }
    out.flush()
}

/// Everything that is said about one file.
fn converse(path: &Path, out: &mut impl Write) -> std::io::Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut engine = Engine::new(Box::new(Text));
    let mut queue =
        VecDeque::from([(Command::Open { name: name.clone(), choices: Choices::default() }, std::fs::read(path)?)]);
    while let Some((command, body)) = queue.pop_front() {
        let mut events = Vec::new();
        let said = spoken(&encode(&command), &body);
        engine.handle(command, body, &mut |event, body| {
            if !matches!(event, Event::Progress { .. }) {
                events.push(spoken(&encode(&event), &body));
                queue.extend(answers_to(event, body));
            }
        });
        writeln!(out, "{}", json!({ "file": name, "command": said, "events": events }))?;
    }
    Ok(())
}

/// What the page would say next.
fn answers_to(event: Event, body: Vec<u8>) -> Vec<(Command, Vec<u8>)> {
    let bare = |command| (command, Vec::new());
    match event {
        Event::Opened(profile) => {
            let task = profile.tasks.first().copied().unwrap_or(TaskId::Anomaly);
            let answers = Answers::new();
            vec![
                bare(Command::Form { task, answers: answers.clone() }),
                bare(Command::Plan { run: RUN, task, answers }),
            ]
        }
        Event::Job { run, job, .. } => vec![(Command::Run { run, job }, body)],
        Event::JobDone { run, job } => vec![(Command::Collect { run, job }, body)],
        Event::Report { report, .. } => report.exports.iter().flat_map(|kind| exports(*kind)).map(bare).collect(),
        _ => vec![],
    }
}

/// People save their own columns as a workbook or for an older program, programs the bare rows.
fn exports(kind: ExportKind) -> Vec<Command> {
    let formats = match kind {
        ExportKind::Sheet => vec![FileFormat::Workbook, FileFormat::CsvShiftJis],
        _ => vec![FileFormat::Csv],
    };
    formats.into_iter().map(|format| Command::Export { run: RUN, kind, lang: Lang::Ja, format }).collect()
}

fn spoken(head: &[u8], body: &[u8]) -> Value {
    json!({ "head": digits(head), "body": digits(body) })
}

fn digits(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)]))).collect()
}
