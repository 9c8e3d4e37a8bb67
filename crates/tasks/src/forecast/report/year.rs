//! The same time a year before: what the periods to come are held against where the data reach back that far.

use sanpo_api::{DAY_SECS, Grain, Moment, Step};
use sanpo_table::moment_at;

use super::super::run::ForecastRun;
use super::super::state::SeriesState;

/// A year as whole weeks, so that weekdays meet their own kind.
pub const YEAR_SECS: i64 = 364 * DAY_SECS;
/// Of so many open periods one may lack its value.
const GAPS: usize = 10;

/// A year before a moment: the same weekday 52 weeks earlier, the same month or quarter; none for years.
pub fn before(step: Step, at: Moment) -> Option<Moment> {
    let back = |places: i64| moment_at(at, Step { every: 1, ..step }, -places);
    match step.grain {
        Grain::Year | Grain::FiscalYear => None,
        Grain::Month => Some(back(12)),
        Grain::Quarter => Some(back(4)),
        Grain::Second | Grain::Minute | Grain::Hour | Grain::Day | Grain::Week => Some(Moment(at.0 - YEAR_SECS)),
    }
}

/// Whether a year is a whole number of steps, so that the same time of it is on the grid.
fn meets(step: Step) -> bool {
    let every = step.every.max(1);
    match step.grain {
        Grain::Month => 12u32.is_multiple_of(every),
        Grain::Quarter => 4u32.is_multiple_of(every),
        Grain::Week => 52u32.is_multiple_of(every),
        _ => 364u32.is_multiple_of(every),
    }
}

/// The first and the last of the periods a year before those to come; none for parts of a day, whose year is far away, for
/// horizons of more than a year, and where a year is no whole number of steps.
pub fn span(run: &ForecastRun, state: &SeriesState) -> Option<(Moment, Moment)> {
    let step = run.grid.step;
    let (from, to) = (before(step, *state.future.first()?)?, before(step, *state.future.last()?)?);
    (meets(step) && step.grain >= Grain::Day && to < *state.future.first()?).then_some((from, to))
}

/// The values of the open periods a year before; none where the series does not reach back that far, or hardly.
pub fn values(run: &ForecastRun, state: &SeriesState) -> Option<Vec<f64>> {
    let (from, to) = span(run, state)?;
    if *state.times.first()? > from || *state.times.last()? < to {
        return None;
    }
    let (start, end) = (state.times.partition_point(|t| *t < from), state.times.partition_point(|t| *t <= to));
    let open = (start..end).filter(|&i| state.closed.get(i) != Some(&true));
    let values: Vec<f64> = open.filter_map(|i| state.values.get(i)).copied().collect();
    let gaps = values.iter().filter(|v| !v.is_finite()).count();
    (gaps * GAPS <= values.len() && gaps < values.len()).then_some(values)
}
