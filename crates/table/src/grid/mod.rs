//! A regular grid: one row a series and period, rows of one period added up.

mod lay;
mod step;

use sanpo_api::{Grain, Moment, Problem, Step};

use crate::table::Table;
use crate::typing::MISSING;

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
    /// First period; period `i` is [`moment_at`](crate::civil::moment_at)`(start, step, i)`.
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
        lay::lay(&rows, (&values, request.merge), names, grain, moments.len())
    }

    fn grain(&self, name: &str) -> Grain {
        self.profile().columns.iter().find(|c| c.name == name).and_then(|c| c.grain).unwrap_or(Grain::Day)
    }
}

/// The step of moments in any order.
fn find(by_series: &mut [Vec<i64>], grain: Grain) -> step::Found {
    by_series.iter_mut().for_each(|m| {
        m.sort_unstable();
        m.dedup();
    });
    step::find(by_series, grain)
}
