//! A regular grid: one row a series and period, rows of one period added up.

mod step;

use polars::prelude::*;
use sanpo_api::{DAY_SECS, Grain, Moment, Problem, Step};

use crate::civil::{moment_at, month_number, months_of, secs_of};
use crate::frame::internal;
use crate::table::Table;
use crate::typing::MISSING;

/// Most periods of all series together.
const LIMIT_PERIODS: usize = 2_000_000;

/// Days that must be covered before a weekday without rows counts as a closing day.
const CLOSED_AFTER_DAYS: i64 = 56;

/// Which columns make the grid.
#[derive(Clone, Copy, Debug)]
pub struct GridRequest<'a> {
    /// Column with the dates.
    pub time: &'a str,
    /// Column with the numbers.
    pub value: &'a str,
    /// Column that tells series apart; without one all rows are one series.
    pub series: Option<&'a str>,
    /// What becomes of several rows in one period of a series.
    pub merge: Merge,
}

/// What several rows of one period make together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merge {
    /// Their sum: sales of a day.
    Sum,
    /// Their mean: readings of a sensor.
    Mean,
}

/// Equally spaced series.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Distance of neighbours, one for all series.
    pub step: Step,
    /// The series, in order of first appearance.
    pub series: Vec<GridSeries>,
    /// Rows that were added to an earlier row of the same series and period.
    pub duplicates: usize,
    /// Rows without a date or a series name.
    pub rows_left_out: usize,
    /// Weekdays (0 = Monday) that never occur in a daily grid of eight weeks or more: regular closing days.
    pub closed_weekdays: Vec<u8>,
    /// Series and period of each data row; `None` for rows left out.
    pub row_place: Vec<Option<(u32, u32)>>,
}

/// One series of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct GridSeries {
    /// Its name; empty if the grid has one series only because none was asked for.
    pub name: String,
    /// First period; period `i` is [`moment_at`]`(start, step, i)`.
    pub start: Moment,
    /// One value a period, `NaN` where there is no row or no number.
    pub values: Vec<f64>,
    /// Periods without a row, closing days not counted.
    pub gaps: usize,
}

/// A row with a date, and the series that it belongs to.
#[derive(Clone, Copy)]
struct Dated {
    row: u32,
    series: u32,
    moment: i64,
}

/// The distance of neighbouring moments (`i64::MIN` = none) within each of the series that `codes` name; none for single events,
/// which come at any time.
pub fn distance(moments: &[i64], codes: Option<&[u32]>, grain: Grain) -> Option<Step> {
    let moments = || moments.iter().map(|moment| Some(Moment(*moment)).filter(|m| m.0 != i64::MIN));
    let mut by_series = apart(moments(), codes);
    let found = find(&mut by_series, grain);
    let dated: usize = by_series.iter().map(Vec::len).sum();
    (dated > 1).then(|| found.kept()).flatten()
}

/// The moments of each series, in any order; `codes` name the series of each row, and a row without a name is in none.
fn apart(moments: impl Iterator<Item = Option<Moment>>, codes: Option<&[u32]>) -> Vec<Vec<i64>> {
    let code = |row: usize| codes.map_or(Some(0), |codes| codes.get(row).copied().filter(|code| *code != MISSING));
    let mut by_series: Vec<Vec<i64>> = Vec::new();
    for (row, moment) in moments.enumerate() {
        let (Some(code), Some(moment)) = (code(row), moment) else { continue };
        if code as usize >= by_series.len() {
            by_series.resize(code as usize + 1, Vec::new());
        }
        by_series[code as usize].push(moment.0);
    }
    by_series
}

impl Table {
    /// The step that [`Table::grid`] finds.
    ///
    /// Fails: `UnknownColumn`, `WrongColumnType`.
    pub fn step(&self, time: &str, series: Option<&str>) -> Result<Step, Problem> {
        let moments = self.moments(time)?;
        let codes = series.map(|name| self.categories(name).map(|c| c.codes)).transpose()?;
        let mut by_series = apart(moments.into_iter(), codes.as_deref());
        Ok(find(&mut by_series, self.grain(time)).step)
    }

    /// Puts a column on a regular grid. The step is found from the data of all series together.
    ///
    /// Fails: `UnknownColumn`, `WrongColumnType`, `AllMissing` (no date, or no number), `GridTooLong`.
    pub fn grid(&self, request: &GridRequest) -> Result<Grid, Problem> {
        let moments = self.moments(request.time)?;
        let values = self.numbers(request.value)?;
        let (codes, names) = match request.series {
            Some(name) => {
                let categories = self.categories(name)?;
                (categories.codes, categories.levels)
            }
            None => (vec![0; moments.len()], vec![String::new()]),
        };
        let rows: Vec<Dated> = (0..moments.len())
            .filter(|i| (codes[*i] as usize) < names.len())
            .filter_map(|i| Some(Dated { row: i as u32, series: codes[i], moment: moments[i]?.0 }))
            .collect();
        if rows.is_empty() {
            return Err(Problem::AllMissing { name: request.time.to_owned() });
        }
        if rows.iter().all(|r| values[r.row as usize].is_nan()) {
            return Err(Problem::AllMissing { name: request.value.to_owned() });
        }
        let grain = self.grain(request.time);
        lay(&rows, (&values, request.merge), names, grain, moments.len())
    }

    fn grain(&self, name: &str) -> Grain {
        self.profile().columns.iter().find(|c| c.name == name).and_then(|c| c.grain).unwrap_or(Grain::Day)
    }
}

/// Lays the rows out.
fn lay(
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

/// The step of moments in any order.
fn find(by_series: &mut [Vec<i64>], grain: Grain) -> step::Found {
    by_series.iter_mut().for_each(|m| {
        m.sort_unstable();
        m.dedup();
    });
    step::find(by_series, grain)
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
