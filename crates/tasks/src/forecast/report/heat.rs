//! Weekdays by months, or by hours: what was usual there.

use sanpo_api::{Civil, ForecastPhrase, Grain, HeatChart, Label, LabelCode, Phrase};

use super::super::run::ForecastRun;
use super::super::state::SeriesState;

/// Days of a week, the rows.
const DAYS: usize = 7;
/// Cells with a value that are worth a picture.
const LEAST: usize = 24;

/// How many columns there are, the column of a moment, and its name.
type Columns = (usize, fn(&Civil) -> u8, fn(u8) -> LabelCode);

/// The means of a series whose values repeat within a day, or by the day of the week; none where a month or an hour is missing,
/// or where weekdays are not told apart.
pub fn chart(run: &ForecastRun, state: &SeriesState) -> Option<HeatChart> {
    state.outcome.as_ref()?.season.as_ref()?;
    let (columns, place, name): Columns = match run.grid.step.grain {
        Grain::Day if run.grid.step.every == 1 => (12, |at| at.month.saturating_sub(1), |i| LabelCode::Month(i + 1)),
        Grain::Hour if run.grid.step.every == 1 => (24, |at| at.hour, LabelCode::Hour),
        _ => return None,
    };
    let mut cells = vec![(0.0f64, 0usize); DAYS * columns];
    for (moment, value) in state.times.iter().zip(&state.values).filter(|(_, value)| value.is_finite()) {
        let at = moment.civil();
        let cell = cells.get_mut(usize::from(at.weekday) * columns + usize::from(place(&at)))?;
        *cell = (cell.0 + value, cell.1 + 1);
    }
    let mean = |(sum, count): &(f64, usize)| if *count > 0 { sum / *count as f64 } else { f64::NAN };
    let means: Vec<f64> = cells.iter().map(mean).collect();
    let column_known = |column: usize| (0..DAYS).any(|day| means[day * columns + column].is_finite());
    // Closed weekdays have no row.
    let days: Vec<usize> = (0..DAYS)
        .filter(|day| {
            means[day * columns..][..columns].iter().any(|v| v.is_finite()) && !state.hardly_opens(*day as u8)
        })
        .collect();
    let is_shown = |i: &usize| means[*i].is_finite() && days.contains(&(i / columns));
    let mut known: Vec<usize> = (0..means.len()).filter(is_shown).collect();
    known.sort_by(|a, b| means[*a].total_cmp(&means[*b]));
    let (low, high) = (*known.first()?, *known.last()?);
    if known.len() < LEAST || !(0..columns).all(column_known) || days.len() < 2 || means[low] == means[high] {
        return None;
    }
    let day = |i: usize| LabelCode::Weekday(i as u8);
    let spot = |i: usize| (day(i / columns), name((i % columns) as u8));
    Some(HeatChart {
        caption: Phrase::Forecast(ForecastPhrase::HeatCaption { high: spot(high), low: spot(low) }),
        unit: run.unit.clone(),
        rows: days.iter().map(|d| Label::Code(day(*d))).collect(),
        columns: (0..columns).map(|c| Label::Code(name(c as u8))).collect(),
        values: days.iter().flat_map(|d| means[d * columns..][..columns].to_vec()).collect(),
    })
}
