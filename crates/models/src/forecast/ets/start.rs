//! First states, close enough for the search to polish.
//!
//! Source: Hyndman et al. (2002), section 3: profile by decomposition, level and slope by a line through the first values.

use super::super::measure::line;
use super::super::season;
use super::filter::States;
use super::form::{Cycle, Form, Trend};

/// The first states of a form; `None` when the cycle has no multiplicative profile.
pub(super) fn first_states(form: Form, values: &[f64], period: Option<usize>) -> Option<States> {
    let cycle = match (form.cycle, period) {
        (Cycle::None, _) | (_, None) => Vec::new(),
        (Cycle::Additive, Some(p)) => season::profile(values, p, 1.0),
        (Cycle::Multiplicative, Some(p)) => season::factors(values, p, 1.0)?,
    };
    let width = period.map_or(10, |p| (2 * p).max(10)).min(values.len());
    let at = |i: usize| match form.cycle {
        Cycle::None => values[i],
        Cycle::Additive => values[i] - cycle[i % cycle.len()],
        Cycle::Multiplicative => values[i] / cycle[i % cycle.len()],
    };
    let adjusted: Vec<f64> = (0..width).map(at).collect();
    let (at_first, slope) = line(&adjusted);
    if form.trend == Trend::None {
        let level = super::super::measure::mean(&adjusted[..width.min(10)]);
        return Some(States { level, slope: 0.0, cycle });
    }
    Some(States { level: at_first - slope, slope, cycle })
}
