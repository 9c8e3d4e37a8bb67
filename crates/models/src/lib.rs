//! Algorithms over slices and matrices. Nothing here knows files, column names, words or the browser.
//!
//! Every result is the same on every platform: seeds are arguments, draws go through [`random::Random`], transcendental
//! functions come from `libm` (a lint forbids the others), sums run in a fixed order, and nothing stops on the clock.

pub mod anomaly;
pub mod calendar;
pub mod effects;
pub mod feature;
pub mod forecast;
pub mod predict;
pub mod random;
pub mod segment;
