//! Values before a shift of the level, brought to the new level where the trials since then come out better so.
//!
//! In plain words: a shop that moved sells half as much again ever since; what it sold before still tells the season when it is
//! taken half as much again.

use sanpo_models::effects::{Shift, judge};
use sanpo_models::forecast::{self, Outcome, Setting};

/// Share of the error of the trials since the shift that has to be saved.
const CLEAR_GAIN: f64 = 0.02;

/// The forecast of the levelled series; `None` where it is no better than the `plain` one of the same values, or where no trial
/// lies behind the shift.
pub fn forecast(values: &[f64], shift: Shift, setting: &Setting, plain: &Outcome) -> Option<Outcome> {
    let level = |i: usize, v: f64| match (i < shift.at, shift.before > 0.0 && shift.after > 0.0) {
        (false, _) => v,
        (true, true) => v * (shift.after / shift.before),
        (true, false) => v + (shift.after - shift.before),
    };
    let moved: Vec<f64> = values.iter().enumerate().map(|(i, v)| level(i, *v)).collect();
    let mut levelled = forecast::forecast(&moved, setting).ok()?;
    let (before, after) = (error_since(plain, values, shift.at)?, error_since(&levelled, values, shift.at)?);
    if after.is_nan() || after > before * (1.0 - CLEAR_GAIN) {
        return None;
    }
    // Trials from before the shift were held against values that never were.
    let period = levelled.season.as_ref().map(|s| s.period);
    if let Some(backtest) = &mut levelled.backtest {
        backtest.origins.retain(|o| o.at >= shift.at);
        judge(backtest, values, period);
    }
    Some(levelled)
}

/// Mean error of the trials that knew the new level; `None` without any.
fn error_since(outcome: &Outcome, values: &[f64], at: usize) -> Option<f64> {
    let origins = outcome.backtest.as_ref()?.origins.iter().filter(|o| o.at >= at);
    let pairs = origins.flat_map(|o| o.forecast.iter().zip(values.get(o.at..).unwrap_or(&[])));
    let errors: Vec<f64> = pairs.map(|(f, v)| (f - v).abs()).filter(|e| e.is_finite()).collect();
    (!errors.is_empty()).then(|| errors.iter().sum::<f64>() / errors.len() as f64)
}
