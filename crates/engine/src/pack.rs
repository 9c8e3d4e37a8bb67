//! A run as a project, and a project from a file.

use sanpo_api::{ColumnMark, Event, NoProject, Problem, Project};
use sanpo_table::Table;

use crate::export;
use crate::going::Going;

/// The run as the file of a project, without the data.
pub fn pack(table: &Table, going: &Going) -> Result<(Event, Vec<u8>), Problem> {
    let report = going.report.as_ref().ok_or(Problem::NoResult)?;
    let profile = table.profile();
    let project = Project {
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        file: profile.file.name.clone(),
        size_bytes: profile.file.size_bytes,
        rows: profile.file.data_rows,
        choices: profile.choices.clone(),
        columns: profile.columns.iter().map(|c| ColumnMark { name: c.name.clone(), kind: c.kind }).collect(),
        task: going.task,
        answers: going.answers.clone(),
        report: report.as_ref().clone(),
        promise: going.run.promise(),
    };
    Ok((export::project_event(&profile.file.name, going.task), project.to_bytes()))
}

/// The project in a file. Fails where it is damaged, or of another version.
pub fn unpack(bytes: &[u8]) -> Result<Project, Problem> {
    Project::from_bytes(bytes).map_err(|why| match why {
        NoProject::OtherVersion => Problem::ProjectOfOtherVersion,
        NoProject::OtherFile | NoProject::Damaged => Problem::ProjectDamaged,
    })
}
