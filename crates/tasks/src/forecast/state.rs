//! One series of a forecast: what was read, what is to come, and what the models said.

use sanpo_api::{Label, Moment};
use sanpo_models::effects::Oddities;
use sanpo_models::forecast::Outcome;

/// One series on its way.
#[derive(Default)]
pub struct SeriesState {
    /// Name in the file; empty when there is one only.
    pub name: String,
    /// Moments of the periods of the past, closed weekdays left out.
    pub times: Vec<Moment>,
    /// Their values, `NaN` for gaps and closed days.
    pub values: Vec<f64>,
    /// Which of them were single closed days: no gaps.
    pub closed: Vec<bool>,
    /// Moments to come, closed days included.
    pub future: Vec<Moment>,
    /// Which of `future` are open; the outcome has one value for each of these.
    pub open: Vec<bool>,
    /// Of the places that the models forecast (closed weekdays left out), which are open.
    pub steps_open: Vec<bool>,
    /// Moments of these places.
    pub step_times: Vec<Moment>,
    /// The user's columns on past and forecast places, `NaN` where unknown.
    pub own: Vec<Vec<f64>>,
    /// What the models said.
    pub outcome: Option<Outcome>,
    /// What holidays and the user's columns add; part of the forecast already.
    pub effects: Vec<Effect>,
    /// Stray values and a shift of the level, as places of `values`.
    pub oddities: Oddities,
    /// Whether the values before a shift of the level were brought to the new level.
    pub is_levelled: bool,
    /// The factors of a season taken from the other series, from the first value on.
    pub borrows: Option<Vec<f64>>,
}

impl SeriesState {
    /// The open moments to come.
    pub fn open_times(&self) -> impl Iterator<Item = &Moment> {
        self.future.iter().zip(&self.open).filter(|(_, open)| **open).map(|(m, _)| m)
    }

    /// Periods without a value that were not closed.
    pub fn gaps(&self) -> usize {
        self.values.iter().zip(&self.closed).filter(|(v, closed)| v.is_nan() && !**closed).count()
    }
}

/// What one cause adds to a series, in its own unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// A holiday season, or the user's column.
    pub label: Label,
    /// One value for each of the series' values; 0 where it adds nothing.
    pub past: Vec<f64>,
    /// One value for each open period to come.
    pub future: Vec<f64>,
}
