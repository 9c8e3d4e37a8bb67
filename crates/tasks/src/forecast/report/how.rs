//! How a forecast came about.

use sanpo_api::{How, Label, Section};

use super::super::run::ForecastRun;
use super::{notes, sure};
use crate::how::section;

/// The section.
pub fn how(run: &ForecastRun) -> Section {
    let mut before: Vec<How> = past(run).into_iter().collect();
    if !notes::cautions(run).is_empty() {
        before.push(How::Prepared);
    }
    before.extend(effects(run));
    let count = sure::trials(run);
    if count == 0 {
        return section(before, sure::too_short(run), vec![How::ForecastLimits]);
    }
    before.push(How::Trials { count });
    // As many as the details name.
    before.push(How::Methods { count: notes::methods(run).len() });
    section(before, vec![sure::grade(run).reason], vec![How::ForecastLimits])
}

fn past(run: &ForecastRun) -> Option<How> {
    let from = run.series.iter().filter_map(|s| s.times.first()).min().copied()?;
    let to = run.series.iter().filter_map(|s| s.times.last()).max().copied()?;
    let series = run.series.iter().filter(|s| s.outcome.is_some()).count();
    Some(How::Past { what: run.value.clone(), series, from, to, grain: run.grid.step.grain })
}

/// What adds to the forecast beside the series' own past, where it could be looked for.
fn effects(run: &ForecastRun) -> Option<How> {
    let tried = run.series.iter().any(|s| !s.tried.is_empty());
    let mut labels: Vec<Label> = Vec::new();
    for effect in run.series.iter().flat_map(|s| &s.effects) {
        if !labels.contains(&effect.label) {
            labels.push(effect.label.clone());
        }
    }
    (tried || !labels.is_empty()).then_some(How::Effects { labels })
}
