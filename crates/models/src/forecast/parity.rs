//! The models beside statsforecast 2.1.1, or numpy where only our own documentation describes them.

use super::baseline::Baseline;
use super::decomposed::Decomposed;
use super::folded::Folded;
use super::model::{Model, Path, Sample};
use super::reference::{cases, numbers, same, series};
use super::regression::Regression;
use super::season;

fn path(model: &dyn Model, name: &str) -> Path {
    let (values, period) = series(name);
    model.fit(&Sample { values: &values, period }).unwrap().forecast(14)
}

#[test]
fn baselines() {
    for name in ["air", "quarters", "days"] {
        let ours = path(&Baseline::SeasonalNaive, name);
        let case = format!("seasonal {name}");
        same(&case, &ours.mean, &numbers(&case, "mean"), 1e-12);
        same(&case, &ours.spread, &numbers(&case, "spread"), 1e-9);
    }
    for name in cases("drift ", "mean") {
        let ours = path(&Baseline::Drift, name);
        let case = format!("drift {name}");
        same(&case, &ours.mean, &numbers(&case, "mean"), 1e-12);
        // We count the slope as learned, the library does not.
        let steps = (series(name).0.len() - 1) as f64;
        let theirs: Vec<f64> = numbers(&case, "spread").iter().map(|s| s * (steps / (steps - 1.0)).sqrt()).collect();
        same(&case, &ours.spread, &theirs, 1e-9);
    }
}

#[test]
fn autoregressions() {
    for name in cases("regression ", "mean") {
        let ours = path(&Regression, name);
        let case = format!("regression {name}");
        same(&case, &ours.mean, &numbers(&case, "mean"), 1e-9);
        same(&case, &ours.spread, &numbers(&case, "spread"), 1e-9);
    }
}

#[test]
fn folded() {
    for name in cases("folded ", "mean") {
        same(name, &path(&Folded, name).mean, &numbers(&format!("folded {name}"), "mean"), 1e-9);
    }
}

#[test]
fn decompositions() {
    for name in cases("decomposed ", "profile") {
        let (values, period) = series(name);
        let theirs = numbers(&format!("decomposed {name}"), "profile");
        same(name, &season::profile(&values, period.unwrap(), 0.8), &theirs, 1e-12);
    }
    // Where the library chooses the same form for the rest.
    same("quarters", &path(&Decomposed::default(), "quarters").mean, &numbers("decomposed quarters", "mean"), 5e-3);
}

#[test]
fn multiplicative_profiles() {
    for name in cases("theta ", "factors") {
        let ((values, period), theirs) = (series(name), numbers(&format!("theta {name}"), "factors"));
        same(name, &season::factors(&values, period.unwrap(), 1.0).unwrap(), &theirs, 1e-12);
    }
}
