//! Dated rows become equally spaced values.

use polars::prelude::*;
use sanpo_api::{DAY_SECS, Grain, Moment, Problem, Step};

use super::{Dated, Grid, GridSeries, Merge, find};
use crate::civil::{moment_at, month_number, months_of, secs_of};
use crate::frame::internal;

/// Most periods of all series together.
const LIMIT_PERIODS: usize = 2_000_000;

/// Days that must be covered before a weekday without rows counts as a closing day.
const CLOSED_AFTER_DAYS: i64 = 56;

/// Lays the rows out; `values` and `all_rows` count every row of the table, `names` are those of the series.
///
/// Fails: `GridTooLong`.
pub fn lay(
    rows: &[Dated],
    (values, merge): (&[f64], Merge),
    names: Vec<String>,
    grain: Grain,
    all_rows: usize,
) -> Result<Grid, Problem> {
    let mut by_series: Vec<Vec<i64>> = vec![Vec::new(); names.len()];
    rows.iter().for_each(|r| by_series[r.series as usize].push(r.moment));
    let found = find(&mut by_series, grain);
    let starts: Vec<Moment> = by_series.iter().map(|m| found.floor(Moment(m.first().copied().unwrap_or(0)))).collect();
    let length =
        |(m, start): (&Vec<i64>, &Moment)| m.last().map_or(0, |last| place(*start, found.step, Moment(*last)) + 1);
    // Counted in 64 bits: one stray year must not wrap around where a place has 32.
    let lengths: Vec<u64> = by_series.iter().zip(&starts).map(length).collect();
    let have = lengths.iter().fold(0u64, |sum, n| sum.saturating_add(*n));
    if have > LIMIT_PERIODS as u64 {
        let have = usize::try_from(have).unwrap_or(usize::MAX);
        return Err(Problem::GridTooLong { have, limit: LIMIT_PERIODS });
    }
    let lengths: Vec<usize> = lengths.into_iter().map(|n| n as usize).collect();

    let mut row_place = vec![None; all_rows];
    let places: Vec<u32> =
        rows.iter().map(|r| place(starts[r.series as usize], found.step, Moment(r.moment)) as u32).collect();
    for (row, at) in rows.iter().zip(&places) {
        row_place[row.row as usize] = Some((row.series, *at));
    }
    let mut grid: Vec<Vec<f64>> = lengths.iter().map(|n| vec![f64::NAN; *n]).collect();
    let mut filled = vec![0usize; names.len()];
    let mut duplicates = 0;
    for (first, group) in groups(rows, &places)? {
        filled[rows[first].series as usize] += 1;
        duplicates += group.len() - 1;
        let have = group.iter().map(|i| values[rows[*i as usize].row as usize]).filter(|v| !v.is_nan());
        // Added in the order of the rows, so that every machine rounds alike.
        let (sum, count) = have.fold((0.0, 0u32), |(sum, count), v| (sum + v, count + 1));
        let value = if merge == Merge::Mean { sum / f64::from(count) } else { sum };
        if count > 0 && value.is_finite() {
            grid[rows[first].series as usize][places[first] as usize] = value;
        }
    }
    let closed_weekdays = closed_weekdays(rows, found.step);
    let shut = |start: Moment, n: usize| closed_periods(start, n, found.step, &closed_weekdays);
    let series = names.into_iter().zip(starts).zip(grid).zip(filled).filter(|((_, g), _)| !g.is_empty());
    let series: Vec<GridSeries> = series
        .map(|(((name, start), values), filled)| {
            let gaps = values.len().saturating_sub(filled + shut(start, values.len()));
            GridSeries { name, start, values, gaps }
        })
        .collect();
    let grid =
        Grid { step: found.step, series, duplicates, rows_left_out: all_rows - rows.len(), closed_weekdays, row_place };
    Ok(without_absent(grid, &lengths))
}

/// Series without a dated row are not in the grid: row places count the others only.
fn without_absent(mut grid: Grid, lengths: &[usize]) -> Grid {
    if lengths.iter().all(|n| *n > 0) {
        return grid;
    }
    let mut next = 0;
    let renumbered: Vec<u32> = lengths
        .iter()
        .map(|n| {
            let at = next;
            next += u32::from(*n > 0);
            at
        })
        .collect();
    for (series, _) in grid.row_place.iter_mut().flatten() {
        *series = renumbered[*series as usize];
    }
    grid
}

/// Groups of rows (places in `rows`, ascending) with one series and period, by polars.
fn groups(rows: &[Dated], places: &[u32]) -> Result<Vec<(usize, Vec<IdxSize>)>, Problem> {
    let series = UInt32Chunked::from_vec("series".into(), rows.iter().map(|r| r.series).collect());
    let period = UInt32Chunked::from_vec("period".into(), places.to_vec());
    let frame = DataFrame::new(rows.len(), vec![series.into_column(), period.into_column()]).map_err(internal)?;
    let grouped = frame.group_by_stable(["series", "period"]).map_err(internal)?;
    let groups = grouped.get_groups().iter().map(|group| {
        let mut rows = match group {
            GroupsIndicator::Idx((_, rows)) => rows.to_vec(),
            GroupsIndicator::Slice([first, n]) => (first..first + n).collect(),
        };
        rows.sort_unstable();
        (rows[0] as usize, rows)
    });
    Ok(groups.collect())
}

/// The period of a moment, counted from the start.
fn place(start: Moment, step: Step, moment: Moment) -> u64 {
    let every = i64::from(step.every.max(1));
    let at = match months_of(step.grain) {
        Some(months) => (month_number(moment) - month_number(start)).div_euclid(months * every),
        None => {
            let secs = secs_of(step.grain) * every;
            // The nearest period: clocks that are a few seconds off stay in line.
            (moment.0 - start.0 + secs / 2).div_euclid(secs)
        }
    };
    u64::try_from(at).unwrap_or(0)
}

/// Weekdays without any row in a daily grid.
fn closed_weekdays(rows: &[Dated], step: Step) -> Vec<u8> {
    let (first, last) = rows.iter().fold((i64::MAX, i64::MIN), |(a, b), r| (a.min(r.moment), b.max(r.moment)));
    if step != (Step { grain: Grain::Day, every: 1 }) || (last - first) / DAY_SECS < CLOSED_AFTER_DAYS {
        return Vec::new();
    }
    let mut counts = [0usize; 7];
    rows.iter().for_each(|r| counts[usize::from(Moment(r.moment).civil().weekday)] += 1);
    (0..7).filter(|day| counts[usize::from(*day)] == 0).collect()
}

/// Periods of a series that fall on closed weekdays.
fn closed_periods(start: Moment, n: usize, step: Step, closed: &[u8]) -> usize {
    if closed.is_empty() {
        return 0;
    }
    (0..n).filter(|i| closed.contains(&moment_at(start, step, *i as i64).civil().weekday)).count()
}
