//! What the person gave that no series' forecast uses: tried in vain, or not to be tried at all.

use sanpo_api::{DataPhrase, Label, LabelCode, Occasion, Phrase};
use sanpo_models::effects;

use super::super::causes::LEAST_DAYS;
use super::super::run::ForecastRun;
use super::super::state::SeriesState;

/// Own days of the past from which an effect can be learned.
const LEAST_OWN_DAYS: usize = 2;
/// With fewer, a vain trial does not say that they have none.
const FEW_OWN_DAYS: usize = 5;

/// Sentences about the user's columns, and about own days that were tried in vain.
pub fn unused(run: &ForecastRun) -> Vec<Phrase> {
    // What is the same all along a series, as its department, could not have helped.
    let moves = |number: usize| run.series.iter().filter_map(|s| s.own.get(number)).any(|values| varies(values));
    let columns = run.own_columns.iter().enumerate().filter(|(number, _)| moves(*number));
    let columns = columns.map(|(_, name)| Label::Text(name.clone())).filter(|label| !is_used(run, label));
    let (mut no_help, untold): (Vec<Label>, Vec<Label>) = columns.partition(|label| was_tried(run, label));
    let own = own_event();
    if own_days(run).is_none() && run.own_days_known().is_some() && !is_used(run, &own) {
        no_help.push(own);
    }
    let mut phrases = Vec::new();
    if !no_help.is_empty() {
        phrases.push(Phrase::Data(DataPhrase::NoHelp { labels: no_help }));
    }
    if !untold.is_empty() {
        let need = longest(run).and_then(|s| too_short(s, effects::LEAST_VALUES));
        phrases.push(Phrase::Data(DataPhrase::CannotTell { labels: untold, need }));
    }
    phrases
}

/// Why the own days say nothing; none without own days, and where they were used or really tried.
pub fn own_days(run: &ForecastRun) -> Option<Phrase> {
    let past = run.own_days_known()?;
    let own = own_event();
    if is_used(run, &own) {
        return None;
    }
    let tried = was_tried(run, &own);
    let longest = longest(run)?;
    let need = too_short(longest, LEAST_DAYS);
    if !tried && past >= LEAST_OWN_DAYS && (need.is_some() || !effects::can_be_tried(&longest.values)) {
        return Some(Phrase::Data(DataPhrase::CannotTell { labels: vec![own], need }));
    }
    (!tried || past < FEW_OWN_DAYS).then_some(Phrase::Data(DataPhrase::OwnDaysFew { past }))
}

fn own_event() -> Label {
    Label::Code(LabelCode::Occasion(Occasion::OwnEvent))
}

fn is_used(run: &ForecastRun, label: &Label) -> bool {
    run.series.iter().flat_map(|s| &s.effects).any(|e| e.label == *label)
}

fn was_tried(run: &ForecastRun, label: &Label) -> bool {
    run.series.iter().any(|s| s.tried.contains(label))
}

/// The series that has most values: if any could tell, it could.
fn longest(run: &ForecastRun) -> Option<&SeriesState> {
    run.series.iter().max_by_key(|s| s.known())
}

/// The values that effects take, if a series has fewer.
fn too_short(state: &SeriesState, need: usize) -> Option<usize> {
    (state.values.len() < need || state.known() < effects::LEAST_VALUES).then_some(need)
}

fn varies(values: &[f64]) -> bool {
    let mut known = values.iter().filter(|v| v.is_finite());
    let first = known.next();
    known.any(|v| Some(v) != first)
}
