//! Demand forecasting of one series: a pool of models, rolling origins, a shrunk blend, calibrated ranges.
//!
//! In plain words: several sound methods each make a forecast; the past shows which to trust on this series, and how
//! wide the range has to be.
//! Path:   `history` (gaps, scale) -> `season` -> `backtest` (rolling origins over the `pool`) -> `blend` -> `ranges`.
//! Shapes: y: n values, oldest first, equally spaced, `NaN` = gap. Gives [`Outcome`]; fails as [`ForecastError`] says.
//! Cost:   see [`cost`].

mod answer;
mod backtest;
mod baseline;
mod blend;
mod ces;
mod cost;
mod decomposed;
mod ets;
mod folded;
mod history;
mod judge;
mod measure;
mod model;
mod outcome;
mod pool;
mod prior;
mod ranges;
mod regression;
mod ridge;
mod season;
mod simplex;
mod sparse;
mod theta;
mod thin;
mod trend;

#[cfg(test)]
mod parity;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod tests;

pub use answer::forecast;
pub use cost::cost;
pub use outcome::{Backtest, ForecastError, Member, Origin, Outcome, Range, Season, Setting};
