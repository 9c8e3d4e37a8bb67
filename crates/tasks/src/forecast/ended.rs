//! Series that ended long before the others, such as an item that is no longer sold.
//!
//! In plain words: what would follow the last value of such a series lies in the past already. Nobody is helped by its forecast.
//! A series counts as ended when it has been silent for longer than a few periods and than ever before, or rests as it did before,
//! like an item of the summer. Where most series end at times of their own, no end is the usual one: then none counts as ended.

use sanpo_api::{DAY_SECS, Grain, Moment, Step};
use sanpo_table::{GridSeries, moment_at};

use super::state::SeriesState;

/// Takes the forecast away from the series that ended; they keep it for programs.
pub fn set_aside(series: &mut [SeriesState], step: Step) {
    let next = |s: &SeriesState| s.future.first().copied();
    let Some(latest) = series.iter().filter_map(next).max() else { return };
    let known = |s: &SeriesState| -> Vec<Moment> {
        let all = s.times.iter().zip(&s.values);
        all.filter(|(_, v)| v.is_finite()).map(|(time, _)| *time).collect()
    };
    let has_ended = |s: &SeriesState| next(s).is_some_and(|own| is_long(known(s), latest.0 - own.0, step));
    let ended: Vec<bool> = series.iter().map(has_ended).collect();
    if ended.iter().filter(|ended| **ended).count() * 2 > series.len() {
        return;
    }
    for (state, _) in series.iter_mut().zip(&ended).filter(|(_, ended)| **ended) {
        state.beyond_end = state.outcome.take();
    }
}

/// Cuts off what stands behind the last number of the series that say nothing for long while others go on: an item that has a
/// row, but no number, since it is no longer sold. `ends` are the places at which their past ends.
pub fn cut_silence(found: &[GridSeries], ends: &mut [usize], step: Step) {
    let cut: Vec<Option<usize>> = found.iter().zip(ends.iter()).map(|(s, end)| last_word(s, *end, step)).collect();
    if cut.iter().flatten().count() * 2 > found.len() {
        return;
    }
    for (end, cut) in ends.iter_mut().zip(cut) {
        *end = cut.unwrap_or(*end);
    }
}

/// The place behind the last number, if the silence behind it is long.
fn last_word(series: &GridSeries, end: usize, step: Step) -> Option<usize> {
    let at = |place: usize| moment_at(series.start, step, place as i64);
    let values = &series.values[..end];
    let known = values.iter().enumerate().filter(|(_, v)| v.is_finite()).map(|(place, _)| at(place)).collect();
    let last = values.iter().rposition(|v| v.is_finite())? + 1;
    is_long(known, at(end).0 - at(last).0, step).then_some(last)
}

/// So many times what says nothing yet is a rest.
const RESTS: i64 = 2;

/// Whether so many seconds without a value are long for the step of a series, and longer than it was ever silent, or one more rest of
/// one that has rested before.
fn is_long(known: Vec<Moment>, silent: i64, step: Step) -> bool {
    let longest = known.windows(2).map(|w| w[1].0 - w[0].0).max().unwrap_or(0);
    let least = least_days(step) * DAY_SECS;
    // Noodles that are sold cold rest every winter: who has rested that long before rests again.
    silent > least && (silent > longest || longest > RESTS * least)
}

/// Days of silence that say nothing yet.
fn least_days(step: Step) -> i64 {
    let every = i64::from(step.every.max(1));
    match step.grain {
        Grain::Second | Grain::Minute | Grain::Hour => 2,
        Grain::Day => 28 * every,
        Grain::Week => 56 * every,
        Grain::Month => 120 * every,
        Grain::Quarter => 200 * every,
        Grain::Year | Grain::FiscalYear => 400 * every,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_of_the_summer_rests_as_it_did_before() {
        let day = |d: i64| Moment(d * DAY_SECS);
        let step = Step { grain: Grain::Day, every: 1 };
        // Sold for 120 days of each year, three years long.
        let summers: Vec<Moment> = (0..3).flat_map(|year| (0..120).map(move |d| day(year * 365 + d))).collect();
        assert!(is_long(summers.clone(), 31 * DAY_SECS, step));
        assert!(!is_long(summers, 20 * DAY_SECS, step));
        // One that was never away so long is only a little behind.
        let always: Vec<Moment> = (0..900).map(|d| day(d + d / 100 * 40)).collect();
        assert!(!is_long(always, 31 * DAY_SECS, step));
    }
}
