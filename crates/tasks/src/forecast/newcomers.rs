//! Series too new to know their own season borrow the shape of the others: of their group, where the groups differ.

use sanpo_models::effects::{SharedShape, own_shape, shared_shape};

use super::state::SeriesState;
use super::total::Grouping;

/// Marks the series that are too new for a season of `period` places with the shape that they borrow, from their first value on.
/// `places` has the place of each series' first value, counted from one moment for all.
pub fn lend(series: &mut [SeriesState], groupings: &[Grouping], period: usize, places: &[usize]) {
    // Of four weeks a weekday's mean is still noisier than that of the others; a year has to be lived through twice.
    let needs = if period <= 7 { 4 * period } else { 2 * period + 2 };
    let known = |s: &SeriesState| s.values.iter().filter(|v| v.is_finite()).count();
    let short: Vec<usize> = (0..series.len()).filter(|&i| (1..needs).contains(&known(&series[i]))).collect();
    if period < 2 || short.is_empty() {
        return;
    }
    let shapes: Vec<Option<Vec<f64>>> = series
        .iter()
        .zip(places)
        .map(|(s, place)| if known(s) < needs { None } else { own_shape(&s.values, place % period, period) })
        .collect();
    let share = |members: &mut dyn Iterator<Item = usize>| {
        shared_shape(members.filter_map(|i| shapes.get(i)?.as_deref()).collect::<Vec<_>>().into_iter())
    };
    let all = share(&mut (0..series.len()));
    let of_groups: Vec<(&[usize], SharedShape)> = groupings
        .iter()
        .flat_map(|g| &g.groups)
        .filter_map(|(_, members)| Some((members.as_slice(), share(&mut members.iter().copied())?)))
        .collect();
    for i in short {
        let own = of_groups.iter().filter(|(members, _)| members.contains(&i)).map(|(_, shape)| shape);
        let best = own.chain(&all).min_by(|a, b| a.doubt.total_cmp(&b.doubt));
        let first = places[i] % period;
        series[i].borrows = best.map(|s| (0..period).map(|k| s.factors[(first + k) % period]).collect());
    }
}
