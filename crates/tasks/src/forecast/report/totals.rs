//! Totals over series: all of them, and by each column that gathers them. They are the sums of the series' forecasts.

use std::collections::BTreeSet;

use sanpo_api::{Band, Block, ForecastPhrase, Line, LineChart, LineRole, Moment, Panel, Phrase};

use super::super::run::ForecastRun;
use super::adds::adds_up;

/// Columns whose groups get a chart.
const MAX_GROUPINGS: usize = 3;
/// Past points drawn before the forecast.
const PAST_POINTS: usize = 400;

/// A chart of the total, and one a grouping; nothing for a single series or for values that do not add up.
pub fn blocks(run: &ForecastRun) -> Vec<Block> {
    // Series that ended are no part of the totals, here as in the headline.
    let current: Vec<usize> = (0..run.series.len()).filter(|&i| run.is_current(&run.series[i])).collect();
    if current.len() < 2 || !adds_up(run) {
        return vec![];
    }
    let what = || run.value.clone();
    let caption = Phrase::Forecast(ForecastPhrase::TotalCaption { what: what(), series: current.len() });
    let mut blocks = vec![chart(run, caption, vec![panel(run, String::new(), &current)])];
    for grouping in run.groupings.iter().take(MAX_GROUPINGS) {
        let groups = grouping.groups.iter().filter(|(_, members)| members.iter().any(|i| current.contains(i)));
        let panels = groups.map(|(name, members)| panel(run, name.clone(), members)).collect();
        blocks.push(chart(
            run,
            Phrase::Forecast(ForecastPhrase::GroupTotals { what: what(), column: grouping.column.clone() }),
            panels,
        ));
    }
    blocks
}

fn chart(run: &ForecastRun, caption: Phrase, panels: Vec<Panel>) -> Block {
    let (value, unit, grain) = (run.value.clone(), run.unit.clone(), run.grid.step.grain);
    Block::Line(LineChart { caption, value, unit, grain, complete: true, panels })
}

fn panel(run: &ForecastRun, name: String, members: &[usize]) -> Panel {
    let total = run.total(members);
    let seconds = |moments: &[Moment]| -> Vec<f64> { moments.iter().map(|m| m.0 as f64).collect() };
    let from = total.values.len().saturating_sub(PAST_POINTS);
    let states = members.iter().filter_map(|i| run.series.get(*i)).filter(|s| run.is_current(s));
    let places: BTreeSet<Moment> = states.flat_map(|s| &s.step_times).copied().collect();
    let x: Vec<f64> = places.iter().map(|m| m.0 as f64).collect();
    // Where all are closed the line has a gap.
    let gapped = |values: &[f64]| -> Vec<f64> {
        let value = |m: &Moment| total.future.binary_search(m).ok().and_then(|place| values.get(place)).copied();
        places.iter().map(|m| value(m).unwrap_or(f64::NAN)).collect()
    };
    let actual = Line { role: LineRole::Actual, x: seconds(&total.times[from..]), y: total.values[from..].to_vec() };
    let forecast = Line { role: LineRole::Forecast, x: x.clone(), y: gapped(&total.mean) };
    let band = |(level, lower, upper): &(u8, Vec<f64>, Vec<f64>)| Band {
        level: *level,
        x: x.clone(),
        lower: gapped(lower),
        upper: gapped(upper),
    };
    let bands = total.ranges.iter().rev().map(band).collect();
    Panel { name, phrases: vec![], lines: vec![actual, forecast], bands, marks: vec![] }
}
