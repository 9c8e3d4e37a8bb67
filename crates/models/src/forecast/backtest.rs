//! Rolling origins: standing at several past days, forecasting with what was known then.
//!
//! Cost:   one full round of fits at the first origin, cheap rounds (choices kept, parameters refitted) at the others.
//! Source: Hyndman & Athanasopoulos, FPP3, section 5.10; Tashman (2000).

use super::model::{Model, Path};
use super::outcome::Member;
use super::pool;
use super::prior::Kind;
use super::season::Seasons;

/// Where to stand, and how far to look.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plan {
    /// Indices of the first forecast value, ascending.
    pub origins: Vec<usize>,
    /// Steps ahead at each.
    pub horizon: usize,
}

/// What every model said at one origin, and what came.
pub(super) struct Record {
    pub at: usize,
    pub actual: Vec<f64>,
    /// One a model, in the order of the pool.
    pub paths: Vec<(Member, Option<Path>)>,
}

/// Plans the origins for `n` values; `None` when the series is too short for even one.
///
/// Short series take many (they are cheap and need them), long ones few.
pub(super) fn plan(n: usize, horizon: usize, seasons: &Seasons) -> Option<Plan> {
    let horizon = horizon.min(n / 3).max(1);
    // Forecasts made before two cycles are known have no season: they say little about those made with one.
    let least = match seasons.main {
        Some(p) if n >= 3 * p + 4 + horizon => 2 * p + 4,
        Some(p) if n > 2 * p + horizon => (2 * p).max(6),
        Some(_) => 6.max(n / 2),
        None => 6,
    };
    let room = n.checked_sub(least + horizon)?;
    let most = match n {
        0..=60 => 10,
        61..=400 => 6,
        401..=1500 => 4,
        _ => 3,
    };
    let gap = (room / (most - 1)).clamp(1, horizon);
    let count = (room / gap + 1).min(most);
    let last = n - horizon;
    Some(Plan { origins: (0..count).rev().map(|k| last - k * gap).collect(), horizon })
}

/// Runs the whole pool at every origin of the plan.
pub(super) fn run(values: &[f64], kind: Kind, seasons: &Seasons, plan: &Plan) -> Vec<Record> {
    let mut models: Vec<Box<dyn Model>> = Vec::new();
    let mut records = Vec::with_capacity(plan.origins.len());
    for &at in &plan.origins {
        if models.is_empty() {
            models = pool::fresh(kind);
        }
        let entries = pool::round(models, &values[..at], seasons, plan.horizon);
        let actual = values[at..at + plan.horizon].to_vec();
        let mut paths = Vec::with_capacity(entries.len());
        models = Vec::with_capacity(entries.len());
        for entry in entries {
            paths.push((entry.member, entry.path));
            models.push(entry.next);
        }
        records.push(Record { at, actual, paths });
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_fit_the_series() {
        let none = Seasons::default();
        assert_eq!(plan(6, 3, &none), None);
        for n in 7..400 {
            for horizon in [1, 6, 48] {
                let Some(plan) = plan(n, horizon, &none) else { continue };
                assert!(plan.origins.windows(2).all(|w| w[0] < w[1]));
                assert!(plan.origins[0] >= 6 && plan.origins.last().unwrap() + plan.horizon == n, "{n} {horizon}");
            }
        }
        let yearly = Seasons { main: Some(12), outer: None, thin: None };
        assert!(plan(48, 12, &yearly).unwrap().origins[0] >= 24);
    }
}
