//! Names of sheets: what a block is about, in letters that a spreadsheet program takes, each once.

use std::collections::BTreeSet;

use sanpo_api::{
    AnomalyPhrase, Block, ForecastPhrase, LabelCode, Phrase, PredictPhrase, SectionId, SegmentPhrase, SheetName,
    TaskId, TrialPhrase,
};

/// Letters of a name, without the number that tells two alike apart.
const MAX_LETTERS: usize = 27;
/// Letters of a column's own name within one.
const MAX_COLUMN: usize = 16;

/// What a block of a task's report shows, under a heading.
pub fn of_block(block: &Block, task: TaskId, heading: SectionId) -> SheetName {
    let caption = match block {
        Block::Line(chart) => &chart.caption,
        Block::Bars(chart) => &chart.caption,
        Block::Scatter(chart) => &chart.caption,
        Block::Gains(chart) => &chart.caption,
        Block::Heat(chart) => &chart.caption,
        Block::Table(table) => &table.caption,
        Block::Items(_) => return SheetName::Items,
        Block::Groups { .. } => return SheetName::Groups,
        Block::Order(_) => return SheetName::Orders,
        Block::Trials(_) => return SheetName::Trials,
        Block::Parts(_) => return SheetName::Parts,
        Block::Sentences { .. } | Block::WhatIf(_) => return SheetName::Under(task, heading),
    };
    of_caption(caption).unwrap_or(SheetName::Under(task, heading))
}

fn of_caption(caption: &Phrase) -> Option<SheetName> {
    Some(match caption {
        Phrase::Forecast(ForecastPhrase::Caption { .. }) => SheetName::Forecast,
        Phrase::Forecast(ForecastPhrase::TotalCaption { .. }) => SheetName::Total,
        Phrase::Forecast(ForecastPhrase::GroupTotals { column, .. }) => SheetName::TotalBy(column_name(column)),
        Phrase::Trial(TrialPhrase::PromiseCaption { .. }) => SheetName::Checked,
        Phrase::Forecast(ForecastPhrase::Table) => SheetName::ForecastTable,
        Phrase::Forecast(ForecastPhrase::SeasonCaption { .. }) => SheetName::Season,
        Phrase::Forecast(ForecastPhrase::HeatCaption { high: (_, LabelCode::Hour(_)), .. }) => SheetName::WeekdayHour,
        Phrase::Forecast(ForecastPhrase::HeatCaption { .. }) => SheetName::WeekdayMonth,
        Phrase::Trial(TrialPhrase::ErrorByDistance) => SheetName::ErrorByDistance,
        Phrase::Anomaly(AnomalyPhrase::Table) => SheetName::UnusualRows,
        Phrase::Anomaly(AnomalyPhrase::EventTable { .. }) => SheetName::UnusualTimes,
        Phrase::Anomaly(AnomalyPhrase::Columns) => SheetName::UnusualColumns,
        Phrase::Anomaly(AnomalyPhrase::Chart { what }) => SheetName::Track(column_name(what)),
        Phrase::Segment(SegmentPhrase::Sizes) => SheetName::GroupSizes,
        Phrase::Segment(SegmentPhrase::Map) => SheetName::GroupMap,
        Phrase::Segment(SegmentPhrase::Table) => SheetName::GroupMeans,
        Phrase::Predict(PredictPhrase::Table) => SheetName::Predictions,
        Phrase::Predict(PredictPhrase::ImportanceCaption) => SheetName::Importance,
        Phrase::Predict(PredictPhrase::GainsCaption { .. }) => SheetName::Gains,
        Phrase::Predict(PredictPhrase::LiftCaption { .. }) => SheetName::Lift,
        Phrase::Predict(PredictPhrase::ConfusionCaption) => SheetName::Confusion,
        Phrase::Predict(PredictPhrase::PredictedActualCaption) => SheetName::PredictedActual,
        _ => return None,
    })
}

/// A column's name, short enough to leave room for what is said about it.
fn column_name(name: &str) -> String {
    name.chars().take(MAX_COLUMN).collect()
}

/// A name without the letters that sheets must not have, and not too long.
pub fn tidy(name: &str) -> String {
    let allowed = |c: char| if c.is_control() || r"[]:*?/\".contains(c) { ' ' } else { c };
    let mut units = 0;
    let fits = |c: &char| {
        units += c.len_utf16();
        units <= MAX_LETTERS
    };
    let tidy: String = name.chars().map(allowed).take_while(fits).collect();
    tidy.trim_matches([' ', '\'', '\u{3000}']).to_owned()
}

/// A name that no sheet has yet, capital letters or not: `売上の動き`, `売上の動き 2`.
pub fn free(taken: &mut BTreeSet<String>, name: &str) -> String {
    let mut free = name.to_owned();
    let mut number = 1;
    while free.is_empty() || !taken.insert(free.to_lowercase()) {
        number += 1;
        free = format!("{name} {number}");
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_allowed_and_each_once() {
        assert_eq!(tidy("'売上/個数[税込]:*?\\の動き'"), "売上 個数 税込     の動き");
        assert!(tidy(&"𠮷".repeat(40)).encode_utf16().count() <= MAX_LETTERS);
        let mut taken = BTreeSet::new();
        assert_eq!(
            ["Sales", "SALES", "sales", ""].map(|name| free(&mut taken, name)),
            ["Sales", "SALES 2", "sales 3", " 2"]
        );
    }
}
