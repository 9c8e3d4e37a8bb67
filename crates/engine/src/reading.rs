//! From the bytes of a file to a table, or to its first rows.

use sanpo_api::{Choice, Choices, Event, Problem, RunId, Stage};
use sanpo_table::Table;

use crate::Emit;

/// Reads a file, and tells how far it is.
pub fn read(name: &str, bytes: &[u8], choices: &Choices, run: RunId, emit: &mut Emit) -> Result<Table, Problem> {
    sanpo_table::read(name, bytes, choices, &mut |done_frac| {
        emit(Event::Progress { run, job: None, stage: Stage::Read, done_frac }, Vec::new());
    })
}

/// The beginning of a file, where it can be read by itself.
pub fn glimpse(name: &str, bytes: &[u8], choices: &Choices, emit: &mut Emit) {
    let Ok(table) = sanpo_table::read(name, bytes, choices, &mut |_| ()) else { return };
    let profile = table.profile();
    let header = profile.columns.iter().map(|c| c.name.clone()).collect();
    emit(Event::Glimpsed { header, rows: profile.preview.clone() }, Vec::new());
}

/// The decisions that hold for a file of the same make as well: how its columns are to be read, not where they stand or in which
/// year they begin.
pub fn for_another_file(choices: &Choices) -> Choices {
    let of_this_file = |c: &&Choice| {
        matches!(c, Choice::Encoding(_) | Choice::Sheet(_) | Choice::Table(_) | Choice::Year(_) | Choice::Restore(_))
    };
    choices.iter().filter(|c| !of_this_file(c)).cloned().collect()
}
