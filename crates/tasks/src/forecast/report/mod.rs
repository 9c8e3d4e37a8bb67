//! What a forecast shows.

mod adds;
mod answer;
mod caps;
mod digits;
mod headline;
mod heat;
mod how;
mod items;
mod money;
mod notes;
mod order;
mod parts;
mod sure;
mod total_lines;
mod totals;
mod trend;
mod trials;
mod untold;
mod why;
mod year;

use sanpo_api::{Block, ExportKind, Moment, Report, Section, SectionId, TaskId};

use super::run::ForecastRun;
use super::state::SeriesState;

use digits::told;

pub use order::sheet as order_sheet;
pub use sure::so_far;
pub use total_lines::lines as total_lines;

/// Series with charts of their own; the export holds all.
const MAX_PANELS: usize = 40;

/// The report of a run whose series all have outcomes.
pub fn report(run: &ForecastRun) -> Report {
    // The headline of several is about their sum: its chart comes first, then one of each, then the groups.
    let mut sums = totals::blocks(run).into_iter();
    let answer = sums.next().into_iter().chain(answer::blocks(run)).chain(sums).collect();
    let sections = vec![
        Section { id: SectionId::Answer, blocks: answer },
        Section { id: SectionId::Rows, blocks: items::block(run).into_iter().collect() },
        how::how(run),
        Section {
            id: SectionId::Checked,
            blocks: run.former.iter().flat_map(|former| super::promise::blocks(run, former)).collect(),
        },
        Section { id: SectionId::Why, blocks: why::blocks(run) },
        Section { id: SectionId::HowSure, blocks: sure::blocks(run) },
        Section {
            id: SectionId::WhatToDo,
            blocks: order::blocks(run).into_iter().chain(parts::what_if(run)).collect(),
        },
        Section { id: SectionId::Details, blocks: notes::details(run) },
    ];
    Report {
        task: TaskId::Forecast,
        headline: headline::headline(run),
        grade: Some(sure::grade(run)),
        cautions: notes::cautions(run),
        sections: sections.into_iter().filter(|s| !s.blocks.is_empty()).collect(),
        exports: vec![ExportKind::Sheet, ExportKind::Plain],
        takes_new_file: false,
    }
}

/// The series that are forecast, the largest first, but those that go on before those that ended.
fn by_size(run: &ForecastRun) -> Vec<&SeriesState> {
    let forecast = run.series.iter().filter_map(|s| Some((s, s.outcome.as_ref()?)));
    let mut order: Vec<(bool, f64, &SeriesState)> =
        forecast.map(|(s, o)| (!run.is_current(s), o.mean.iter().map(|v| v.abs()).sum(), s)).collect();
    order.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    order.into_iter().map(|(_, _, state)| state).collect()
}

/// The open periods to come.
fn open_times(state: &SeriesState) -> impl Iterator<Item = &Moment> {
    state.future.iter().zip(&state.open).filter(|(_, open)| **open).map(|(m, _)| m)
}

/// Sentences as a block; none for no sentences.
fn sentences(phrases: Vec<sanpo_api::Phrase>) -> Vec<Block> {
    if phrases.is_empty() { vec![] } else { vec![Block::Sentences { phrases }] }
}
