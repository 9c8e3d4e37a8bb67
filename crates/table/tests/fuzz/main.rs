//! The committed corpus, and a few thousand fresh inputs a target: no panic, and every table in agreement with itself.
//!
//! `cargo xtask fuzz` goes on from here for as long as one likes.

mod drive;

use std::path::PathBuf;

use drive::{Draw, MOST_BYTES, Target};

/// Fresh inputs a target in the normal test run.
const FRESH: u64 = 400;

/// The committed files of a target.
fn corpus(target: Target) -> Vec<Vec<u8>> {
    let folder = PathBuf::from(".").join("tests/corpus").join(target.name());
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a readable file")).collect()
}

fn replay(target: Target) {
    let corpus = corpus(target);
    assert!(!corpus.is_empty() && corpus.iter().all(|bytes| bytes.len() < MOST_BYTES), "{}", target.name());
    for (at, bytes) in corpus.iter().enumerate() {
        target.check(bytes).unwrap_or_else(|wrong| panic!("{} file {at}: {wrong}", target.name()));
    }
    for number in 0..FRESH {
        let bytes = target.input(&mut Draw::new(1, number), &corpus);
        target.check(&bytes).unwrap_or_else(|wrong| panic!("{} input {number} of seed 1: {wrong}", target.name()));
    }
}

#[test]
fn decode() {
    replay(Target::Decode);
}

#[test]
fn records() {
    replay(Target::Records);
}

#[test]
fn cells() {
    replay(Target::Cells);
}

#[test]
fn table() {
    replay(Target::Table);
}

#[test]
fn workbook() {
    replay(Target::Workbook);
}

#[test]
fn the_driver_gives_every_target_its_own_inputs() {
    for target in Target::ALL {
        let inputs = |seed| (0..20).map(|n| target.input(&mut Draw::new(seed, n), &[])).collect::<Vec<_>>();
        assert_eq!(inputs(3), inputs(3), "{}", target.name());
        assert_ne!(inputs(3), inputs(4), "{}", target.name());
        assert!(!target.seeds().is_empty());
    }
}
