//! Totals as lines of the saved table, below those of the items: all of them, and by each column that gathers them.

use sanpo_api::{Label, LabelCode, Lang, Words};

use super::super::run::{ForecastRun, LEVELS};
use super::super::total::Total;
use super::adds::adds_up;
use crate::OutCell;

/// The lines, each with its moment, what happened, the forecast and the ends of its ranges, and at its end what it is the total of:
/// no name stands among those of the items, who sums them by name counts nothing twice. A closed day has no numbers. Nothing for a
/// single series or for values that do not add up.
pub fn lines(run: &ForecastRun, lang: Lang, words: &dyn Words) -> Vec<Vec<OutCell>> {
    if run.series.len() < 2 || !adds_up(run) {
        return vec![];
    }
    let all: Vec<usize> = (0..run.series.len()).collect();
    let mut lines = of(run, &words.label(lang, &Label::Code(LabelCode::Total)), &all);
    for grouping in &run.groupings {
        for (group, members) in &grouping.groups {
            let code = LabelCode::GroupTotal(grouping.column.clone(), group.clone());
            lines.extend(of(run, &words.label(lang, &Label::Code(code)), members));
        }
    }
    lines
}

fn of(run: &ForecastRun, name: &str, members: &[usize]) -> Vec<Vec<OutCell>> {
    let total = run.total(members);
    let grain = run.grid.step.grain;
    let line = |time, numbers: Vec<OutCell>| {
        let mut line = vec![OutCell::Empty, OutCell::Time(time, grain)];
        line.extend(numbers);
        line.resize(4 + 2 * LEVELS.len(), OutCell::Empty);
        line.push(OutCell::Text(name.to_owned()));
        line
    };
    let past = total.times.iter().zip(&total.values).filter(|(_, v)| v.is_finite());
    let mut lines: Vec<Vec<OutCell>> = past.map(|(time, v)| line(*time, vec![OutCell::number(*v)])).collect();
    let current = members.iter().filter_map(|i| run.series.get(*i)).find(|s| run.is_current(s));
    for time in current.iter().flat_map(|s| &s.future) {
        let place = total.future.binary_search(time).ok();
        let numbers = place.map(|place| numbers_at(&total, place)).unwrap_or_default();
        let cells = std::iter::once(OutCell::Empty).chain(numbers.into_iter().map(OutCell::number));
        lines.push(line(*time, cells.collect()));
    }
    lines
}

fn numbers_at(total: &Total, place: usize) -> Vec<f64> {
    let ends = total.ranges.iter().flat_map(|(_, lower, upper)| [lower[place], upper[place]]);
    std::iter::once(total.mean[place]).chain(ends).collect()
}
