//! Past forecasts beside what happened: a row a moment, a column a forecast.

use std::collections::{BTreeMap, BTreeSet};

use sanpo_api::{BookWord, LabelCode, LineRole, Moment, NumberFormat, Panel, SheetName, Trial, TrialChart};
use sanpo_tasks::OutCell;

use super::drawing::{Drawing, Paint, Shape, Track};
use super::lines::{MAX_DRAWN, is_named};
use super::sheets::at;
use super::{In, Page};

/// What happened before the first trial is shown for as long as this many trials last.
const BEFORE: usize = 2;

type Line = BTreeMap<i64, f64>;

/// The sheet of the trials of all series.
pub fn trials<'a>(name: SheetName, chart: &TrialChart, into: &In) -> Page<'a> {
    let line = &chart.chart;
    let named = is_named(line.panels.iter().map(|panel| &panel.name));
    let most = chart.trials.iter().map(Vec::len).max().unwrap_or_default();
    let mut header = if named { vec![into.code(LabelCode::Series)] } else { vec![] };
    header.extend([LabelCode::Time, LabelCode::Actual].map(|code| into.code(code)));
    header.extend((1..=most).map(|number| into.book(BookWord::Trial(number))));
    let times = usize::from(named);
    let says = into.says(&line.caption);
    let (mut rows, mut drawings): (Vec<Vec<OutCell>>, Vec<Drawing>) = (vec![], vec![]);
    for (panel, trials) in line.panels.iter().zip(&chart.trials) {
        let first = rows.len() as u32 + 1;
        for (moment, values) in moments(panel, trials) {
            let mut cells = if named { vec![OutCell::Text(panel.name.clone())] } else { vec![] };
            cells.push(OutCell::Time(Moment(moment), line.grain));
            cells.extend(values);
            cells.resize(header.len(), OutCell::Empty);
            rows.push(cells);
        }
        let last = rows.len() as u32;
        if last < first || drawings.len() == MAX_DRAWN {
            continue;
        }
        let track = |column: usize| Track {
            name: header[column].clone(),
            columns: (at(times), at(column)),
            rows: (first, last),
            // Two colours in turn: trials follow each other.
            paint: if column == times + 1 { Paint::Line(0x333333) } else { Paint::Group(column % 2) },
        };
        drawings.push(Drawing::Chart {
            shape: Shape::Lines(line.grain),
            title: if panel.name.is_empty() { says.clone() } else { panel.name.clone() },
            axes: (header[times].clone(), line.value.clone()),
            tracks: (times + 1..times + 2 + trials.len()).map(track).collect(),
            numbers: String::new(),
        });
    }
    let unit = NumberFormat::Plain { unit: line.unit.clone() };
    Page { drawings, ..Page::new(name, says, header, rows).formatted(1 + times, &unit) }
}

/// Each moment of a series' trials, and some before them, with what happened and what each trial said.
fn moments(panel: &Panel, trials: &[Trial]) -> Vec<(i64, Vec<OutCell>)> {
    let of = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (*x as i64, *y)).collect::<Line>();
    let actual = panel.lines.iter().find(|line| line.role == LineRole::Actual);
    let mut columns = vec![actual.map(|line| of(&line.x, &line.y)).unwrap_or_default()];
    columns.extend(trials.iter().map(|trial| of(&trial.line.x, &trial.line.y)));
    let tried: BTreeSet<i64> = columns[1..].iter().flat_map(BTreeMap::keys).copied().collect();
    let Some(first) = tried.first() else { return vec![] };
    let before = BEFORE * trials.iter().map(|trial| trial.line.x.len()).max().unwrap_or_default();
    let known = columns[0].range(..first).rev().take(before).map(|(moment, _)| *moment);
    let all: BTreeSet<i64> = known.chain(tried.iter().copied()).collect();
    let cell = |line: &Line, moment: &i64| line.get(moment).map_or(OutCell::Empty, |value| OutCell::number(*value));
    all.into_iter().map(|moment| (moment, columns.iter().map(|line| cell(line, &moment)).collect())).collect()
}
