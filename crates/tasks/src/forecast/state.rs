//! One series of a forecast: what was read, what is to come, and what the models said.

use sanpo_api::{Label, Moment};
use sanpo_models::effects::Oddities;
use sanpo_models::forecast::Outcome;

/// Of so many days of a weekday at least one has to be open for it to count as an open one.
const RARE: usize = 10;

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
    /// What was tried as a cause, whether it adds something or not.
    pub tried: Vec<Label>,
    /// What the models said of a series that ended long before the others: only programs are told.
    pub beyond_end: Option<Outcome>,
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

    /// Values of the open periods to come, laid on all places that the models forecast: a `NaN` where it is closed.
    pub fn with_gaps(&self, values: &[f64]) -> Vec<f64> {
        let mut values = values.iter().copied();
        let place = |open: &bool| if *open { values.next().unwrap_or(f64::NAN) } else { f64::NAN };
        self.steps_open.iter().map(place).collect()
    }

    /// What was said of the places of the past from `at` on: a `NaN` where it was closed.
    pub fn without_closed(&self, at: usize, said: &[f64]) -> Vec<f64> {
        let closed = self.closed.iter().skip(at);
        said.iter().zip(closed).map(|(v, closed)| if *closed { f64::NAN } else { *v }).collect()
    }

    /// Whether the shop is nearly always closed on that weekday (0 = Monday): a rare open one says nothing of the week.
    pub fn hardly_opens(&self, weekday: u8) -> bool {
        let days = self.times.iter().zip(&self.closed).filter(|(time, _)| time.civil().weekday == weekday);
        let (all, closed) = days.fold((0, 0), |(all, shut), (_, closed)| (all + 1, shut + usize::from(*closed)));
        closed * RARE > all * (RARE - 1)
    }

    /// Values that are known.
    pub fn known(&self) -> usize {
        self.values.iter().filter(|v| v.is_finite()).count()
    }

    /// The last period with a value.
    pub fn last_known(&self) -> Option<Moment> {
        let place = self.values.iter().rposition(|v| v.is_finite())?;
        self.times.get(place).copied()
    }

    /// Periods without a value that were not closed.
    pub fn gaps(&self) -> impl Iterator<Item = &Moment> {
        let values = self.values.iter().zip(&self.closed);
        self.times.iter().zip(values).filter(|(_, (v, closed))| v.is_nan() && !**closed).map(|(time, _)| time)
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
