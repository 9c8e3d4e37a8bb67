//! Tries fresh inputs on a room of the reader until the time is up: `cargo xtask fuzz TARGET --minutes N`.
//!
//! A finding is an input that panics, breaks an agreement, takes longer than [`SLOW`], or needs more memory than [`FAT_KB`].
//! It is written to a file, with the line that runs it again. Inputs follow from seed and number, so a run can be repeated.

#[path = "../tests/fuzz/drive/mod.rs"]
mod drive;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use drive::{Draw, Target};

/// Small inputs that take longer are findings.
const SLOW: Duration = Duration::from_secs(2);
/// An input that takes longer than this is given up together with the run.
const HUNG: Duration = Duration::from_secs(30);
/// Peak memory of the process in KiB beyond which the input is a finding.
const FAT_KB: u64 = 1 << 20;
/// Findings after which a target is left.
const MOST_FINDINGS: usize = 20;

/// The input at work, for the watchman: since when, and where to put it.
static AT_WORK: Mutex<Option<(Instant, PathBuf, Vec<u8>)>> = Mutex::new(None);

struct Arguments {
    targets: Vec<Target>,
    minutes: f64,
    seed: u64,
    out: PathBuf,
    again: Option<PathBuf>,
    write_corpus: bool,
}

fn main() -> ExitCode {
    let Some(arguments) = arguments() else {
        eprintln!(
            "usage: fuzz [decode|records|cells|table|workbook]... [--minutes N] [--seed N] [--out DIR] [--again FILE] [--corpus]"
        );
        return ExitCode::from(2);
    };
    if arguments.write_corpus {
        return write_corpus(&arguments.targets);
    }
    std::thread::spawn(watch);
    if let Some(path) = &arguments.again {
        let Ok(bytes) = std::fs::read(path) else { return ExitCode::from(2) };
        let found = attempt(arguments.targets[0], &bytes, path.clone());
        println!("{}", found.as_deref().unwrap_or("no finding"));
        return ExitCode::from(u8::from(found.is_some()));
    }
    let findings: usize = arguments.targets.iter().map(|target| run(*target, &arguments)).sum();
    ExitCode::from(u8::from(findings > 0))
}

fn arguments() -> Option<Arguments> {
    let out = PathBuf::from("target/fuzz");
    let mut found = Arguments { targets: vec![], minutes: 1.0, seed: 1, out, again: None, write_corpus: false };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            "--minutes" => found.minutes = words.next()?.parse().ok()?,
            "--seed" => found.seed = words.next()?.parse().ok()?,
            "--out" => found.out = words.next()?.into(),
            "--again" => found.again = Some(words.next()?.into()),
            "--corpus" => found.write_corpus = true,
            name => found.targets.push(Target::ALL.into_iter().find(|target| target.name() == name)?),
        }
    }
    if found.targets.is_empty() {
        found.targets = Target::ALL.to_vec();
    }
    Some(found)
}

/// Fresh inputs for some minutes; gives the number of findings.
fn run(target: Target, arguments: &Arguments) -> usize {
    let corpus = corpus(target);
    let start = Instant::now();
    let (mut number, mut findings, mut slowest) = (0, 0, Duration::ZERO);
    while start.elapsed().as_secs_f64() < arguments.minutes * 60.0 && findings < MOST_FINDINGS {
        let bytes = target.input(&mut Draw::new(arguments.seed, number), &corpus);
        let path = arguments.out.join(format!("{}-{}-{number}", target.name(), arguments.seed));
        let began = Instant::now();
        if let Some(what) = attempt(target, &bytes, path.clone()) {
            findings += 1;
            report(target, &bytes, &path, &what);
        }
        slowest = slowest.max(began.elapsed());
        number += 1;
    }
    println!(
        "{}: {number} inputs of seed {} in {} s, {findings} findings, slowest {} ms, peak {} MB",
        target.name(),
        arguments.seed,
        start.elapsed().as_secs(),
        slowest.as_millis(),
        peak_kb() / 1024
    );
    findings
}

/// Checks one input under the watchman's eyes; a panic is caught and said.
fn attempt(target: Target, bytes: &[u8], path: PathBuf) -> Option<String> {
    let began = Instant::now();
    let peak = peak_kb();
    *AT_WORK.lock().ok()? = Some((began, path, bytes.to_vec()));
    let outcome = std::panic::catch_unwind(|| target.check(bytes));
    *AT_WORK.lock().ok()? = None;
    match outcome {
        Err(_) => Some("a panic".to_owned()),
        Ok(Err(wrong)) => Some(wrong),
        Ok(Ok(())) if began.elapsed() > SLOW => slow(target, bytes),
        Ok(Ok(())) if peak < FAT_KB && peak_kb() > FAT_KB => Some(format!("needed {} MB", peak_kb() / 1024)),
        Ok(Ok(())) => None,
    }
}

/// Whether an input is slow each time: a busy machine makes any input slow once.
fn slow(target: Target, bytes: &[u8]) -> Option<String> {
    let again = || {
        let began = Instant::now();
        target.check(bytes).is_ok().then(|| began.elapsed())
    };
    let least = (0..5).filter_map(|_| again()).min()?;
    (least > SLOW).then(|| format!("took {} ms", least.as_millis()))
}

/// Ends the run when an input hangs: nothing else can stop it.
fn watch() {
    loop {
        std::thread::sleep(Duration::from_secs(1));
        let Ok(at_work) = AT_WORK.lock() else { continue };
        if let Some((_, path, bytes)) = at_work.as_ref().filter(|(began, ..)| began.elapsed() > HUNG) {
            report(Target::Table, bytes, path, "hangs");
            std::process::exit(1);
        }
    }
}

fn report(target: Target, bytes: &[u8], path: &Path, what: &str) {
    let kept = path.parent().is_none_or(|folder| std::fs::create_dir_all(folder).is_ok())
        && std::fs::write(path, bytes).is_ok();
    let place = if kept { path.display().to_string() } else { format!("{bytes:?}") };
    println!("FINDING in {}: {what}\n  cargo xtask fuzz {} --again {place}", target.name(), target.name());
}

/// Peak memory of this process in KiB; 0 where the system does not tell.
fn peak_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse().ok()).unwrap_or(0)
}

fn corpus_folder(target: Target) -> PathBuf {
    Path::new("crates/table/tests/corpus").join(target.name())
}

fn corpus(target: Target) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(corpus_folder(target)).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read(path).ok()).collect()
}

/// Writes the targets' own starting points into the corpus.
fn write_corpus(targets: &[Target]) -> ExitCode {
    for target in targets {
        let folder = corpus_folder(*target);
        let made = std::fs::create_dir_all(&folder).is_ok();
        let written = target
            .seeds()
            .iter()
            .enumerate()
            .all(|(at, bytes)| std::fs::write(folder.join(format!("seed-{at:02}")), bytes).is_ok());
        if !made || !written {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
