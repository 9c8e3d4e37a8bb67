//! From the table to series ready for the models: where the past ends, which days are closed, what is known of the future.

use std::collections::BTreeMap;

use sanpo_api::{Answer, Answers, DAY_SECS, FieldId, Grain, Handling, Moment, Problem, Step};
use sanpo_table::{Grid, GridRequest, GridSeries, Merge, Table, moment_at};

use super::closed::{self, Closings, Trade};
use super::ended;
use super::own::{self, OwnColumn};
use super::running::{self, Running};
use super::state::SeriesState;
use crate::answers::optional_column;

/// Everything about the series before the models have seen them.
pub struct Prepared {
    /// The grid without its values.
    pub grid: Grid,
    /// The series.
    pub series: Vec<SeriesState>,
    /// The user's columns that are known ahead.
    pub own: Vec<OwnColumn>,
    /// Closed days.
    pub closings: Closings,
    /// The period that is not over and was left out.
    pub running: Option<Running>,
}

/// What is to be done; everything when nothing was said.
pub fn handlings(answers: &Answers) -> Vec<Handling> {
    match answers.get(&FieldId::Handling) {
        Some(Answer::Handlings(chosen)) => chosen.clone(),
        _ => Handling::ALL.to_vec(),
    }
}

/// Lays the value column out and finds the ends, the closed days and the columns known ahead.
pub fn prepare(
    table: &Table,
    answers: &Answers,
    (time, value): (&str, &str),
    merge: Merge,
    horizon: usize,
) -> Result<Prepared, Problem> {
    let handlings = handlings(answers);
    let does = |handling| handlings.contains(&handling);
    let series = optional_column(answers, FieldId::Series);
    let mut grid = table.grid(&GridRequest { time, value, series: series.as_deref(), merge })?;
    let found = std::mem::take(&mut grid.series);
    let closes = does(Handling::ClosedDays);
    let said = if closes { said_closed(table, value, &grid, &found)? } else { nothing_said(&found) };
    let lengths: Vec<usize> = found.iter().map(|s| s.values.len()).collect();
    let last = own::last_known(table, time, value)?.unwrap_or(Moment(i64::MAX));
    let mut ends: Vec<usize> = found.iter().map(|s| end(s, grid.step, last)).collect();
    ended::cut_silence(&found, &mut ends, grid.step);

    let running = if does(Handling::RunningPeriod) && merge == Merge::Sum && end_together(&found, &ends, grid.step) {
        running::find(grid.step, &totals(&found, &ends, grid.step), &table.moments(time)?)
    } else {
        None
    };
    if let Some(running) = running {
        for (end, s) in ends.iter_mut().zip(&found) {
            while *end > 0 && moment_at(s.start, grid.step, *end as i64 - 1) >= running.at {
                *end -= 1;
            }
        }
    }
    let daily = grid.step == Step { grain: Grain::Day, every: 1 };
    let closings = if daily && closes { closings(&found, &ends, &said, &grid, horizon) } else { Closings::default() };
    grid.closed_weekdays.clone_from(&closings.weekdays);

    let own = if does(Handling::OwnColumns) { own::known_ahead(table, answers)? } else { vec![] };
    let laid: Vec<Vec<Vec<f64>>> = own.iter().map(|c| own::lay(c, &grid.row_place, &lengths)).collect();
    let lay = |number: usize| laid.iter().map(|column| column[number].as_slice()).collect::<Vec<_>>();
    let series = found
        .iter()
        .enumerate()
        .map(|(i, s)| state(s, ends[i], horizon, grid.step, &closings, &said[i], &lay(i)))
        .collect();
    Ok(Prepared { grid, series, own, closings, running })
}

fn nothing_said(found: &[GridSeries]) -> Vec<Vec<bool>> {
    found.iter().map(|s| vec![false; s.values.len()]).collect()
}

/// Places of each series whose cell says that it was closed.
fn said_closed(table: &Table, value: &str, grid: &Grid, found: &[GridSeries]) -> Result<Vec<Vec<bool>>, Problem> {
    let mut said = nothing_said(found);
    for row in table.closed_rows(value)? {
        let place = grid.row_place.get(*row as usize).copied().flatten();
        let cell = place.and_then(|(series, place)| {
            // A number in another row of the same day says more.
            let known = found.get(series as usize)?.values.get(place as usize)?.is_finite();
            said.get_mut(series as usize)?.get_mut(place as usize).filter(|_| !known)
        });
        if let Some(cell) = cell {
            *cell = true;
        }
    }
    Ok(said)
}

/// How many places of a series belong to the past of the file.
fn end(series: &GridSeries, step: Step, last: Moment) -> usize {
    let mut end = series.values.len();
    while end > 0 && series.values[end - 1].is_nan() && moment_at(series.start, step, end as i64 - 1) > last {
        end -= 1;
    }
    end
}

/// Whether nearly all series go on to the last period: where they end one by one, the last total is small for that alone.
fn end_together(found: &[GridSeries], ends: &[usize], step: Step) -> bool {
    let last = |(s, end): (&GridSeries, &usize)| moment_at(s.start, step, *end as i64 - 1);
    let lasts: Vec<Moment> = found.iter().zip(ends).map(last).collect();
    let latest = lasts.iter().max();
    lasts.iter().filter(|m| Some(*m) == latest).count() * 10 >= lasts.len() * 9
}

/// Totals of all series by period, of the periods that have any value.
fn totals(found: &[GridSeries], ends: &[usize], step: Step) -> BTreeMap<Moment, f64> {
    let mut totals = BTreeMap::new();
    for (s, end) in found.iter().zip(ends) {
        for (i, v) in s.values[..*end].iter().enumerate().filter(|(_, v)| v.is_finite()) {
            *totals.entry(moment_at(s.start, step, i as i64)).or_insert(0.0) += v;
        }
    }
    totals
}

fn day_of(moment: Moment) -> i64 {
    moment.0.div_euclid(DAY_SECS)
}

/// What each day of the file was, and what follows from it.
fn closings(found: &[GridSeries], ends: &[usize], said: &[Vec<bool>], grid: &Grid, horizon: usize) -> Closings {
    let mut days: BTreeMap<i64, (Trade, f64)> = BTreeMap::new();
    let (mut from, mut until) = (i64::MAX, i64::MIN);
    for ((s, end), said) in found.iter().zip(ends).zip(said) {
        let first = day_of(s.start);
        for (i, v) in s.values[..*end].iter().enumerate() {
            let trade = match (*v, said[i]) {
                (v, _) if v != 0.0 && v.is_finite() => Trade::Open,
                (v, _) if v.is_finite() => Trade::Zero,
                (_, true) => Trade::Said,
                _ => continue,
            };
            let day = days.entry(first + i as i64).or_insert((trade, 0.0));
            let open = trade == Trade::Open || day.0 == Trade::Open;
            day.0 = if open {
                Trade::Open
            } else if trade == Trade::Zero {
                Trade::Zero
            } else {
                day.0
            };
            day.1 += if v.is_finite() { *v } else { 0.0 };
        }
        let next = first + *end as i64;
        (from, until) = (from.min(next), until.max(next + horizon as i64));
    }
    closed::find(&days, &grid.closed_weekdays, from..until)
}

/// One series: closed weekdays are no part of it, single closed days are no value.
fn state(
    s: &GridSeries,
    end: usize,
    horizon: usize,
    step: Step,
    closings: &Closings,
    said: &[bool],
    own: &[&[f64]],
) -> SeriesState {
    let at = |i: usize| moment_at(s.start, step, i as i64);
    let kept = |i: &usize| closings.weekdays.is_empty() || !closings.weekdays.contains(&at(*i).civil().weekday);
    // What stands before the first number was before the first sale.
    let begin = s.values[..end].iter().position(|v| v.is_finite()).unwrap_or(0);
    let past: Vec<usize> = (begin..end).filter(kept).collect();
    let ahead: Vec<usize> = (end..end + horizon).filter(kept).collect();
    let shut = |i: &usize| said[*i] || closings.past.binary_search(&day_of(at(*i))).is_ok();
    let closed: Vec<bool> = past.iter().map(shut).collect();
    let value = |(i, closed): (&usize, &bool)| if *closed { f64::NAN } else { s.values[*i] };
    let will_close = |i: usize| closings.future.binary_search(&day_of(at(i))).is_ok();
    let column =
        |column: &&[f64]| past.iter().chain(&ahead).map(|i| column.get(*i).copied().unwrap_or(f64::NAN)).collect();
    SeriesState {
        name: s.name.clone(),
        times: past.iter().map(|i| at(*i)).collect(),
        values: past.iter().zip(&closed).map(value).collect(),
        closed,
        future: (end..end + horizon).map(at).collect(),
        open: (end..end + horizon).map(|i| kept(&i) && !will_close(i)).collect(),
        steps_open: ahead.iter().map(|i| !will_close(*i)).collect(),
        step_times: ahead.iter().map(|i| at(*i)).collect(),
        own: own.iter().map(column).collect(),
        outcome: None,
        effects: Vec::new(),
        tried: Vec::new(),
        beyond_end: None,
        oddities: Default::default(),
        is_levelled: false,
        borrows: None,
    }
}
