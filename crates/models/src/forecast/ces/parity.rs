//! Beside the complex exponential smoothing of statsforecast 2.1.1.

use super::super::reference::{cases, numbers, same, series};
use super::*;

fn form(code: &str) -> Form {
    match code {
        "N" => Form::Plain,
        "S" => Form::Seasonal,
        "P" => Form::Partial,
        _ => Form::Full,
    }
}

/// Sum of squared one-step errors; the states end as those after the last value.
fn squares(form: Form, y: &[f64], states: &mut States, point: &[f64]) -> f64 {
    y.iter().map(|&v| step(form, point, states, v)).map(|e| e * e).sum()
}

/// Their first states.
fn first(case: &str, form: Form) -> States {
    let [level, partner] = numbers(case, "level")[..] else { panic!("two numbers") };
    let cycle = match form {
        Form::Plain => vec![],
        _ => numbers(case, "cycle").iter().zip(numbers(case, "partner")).map(|(s, p)| [*s, p]).collect(),
    };
    States { level: [level, partner], cycle, place: 0 }
}

#[test]
fn the_same_parameters_give_the_same_forecast() {
    for case in cases("ces ", "mean") {
        let (name, code) = case.split_once(' ').unwrap();
        let ((y, _), form, case) = (series(name), form(code), format!("ces {case}"));
        let (mut states, point) = (first(&case, form), numbers(&case, "point"));
        let ours = squares(form, &y, &mut states, &point);
        same(&case, &[ours], &numbers(&case, "squares"), 1e-9);
        same(&case, &coast(form, &point, states, 14), &numbers(&case, "mean"), 1e-9);
    }
}

/// The library finds the first states by running backwards through the values, so its fit may be a little closer.
#[test]
fn our_search_comes_close() {
    for case in cases("ces ", "mean") {
        let (name, code) = case.split_once(' ').unwrap();
        let ((y, period), form) = (series(name), form(code));
        let fitted = fit_form(form, &Sample { values: &y, period }, &[], 120).unwrap();
        let mut states = first_states(form, &y, if form == Form::Plain { 0 } else { period.unwrap() });
        let (ours, theirs) =
            (squares(form, &y, &mut states, &fitted.point), numbers(&format!("ces {case}"), "squares")[0]);
        assert!(ours < 1.05 * theirs, "{case}: {ours} {theirs}");
    }
}
