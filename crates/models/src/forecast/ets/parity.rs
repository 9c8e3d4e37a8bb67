//! Beside the exponential smoothing of statsforecast 2.1.1, form by form.

use super::super::reference::{cases, numbers, same, series};
use super::*;

/// The form of a case such as `nile MAN damped`.
fn form(case: &str) -> Form {
    let code = case.split(' ').nth(1).unwrap().as_bytes();
    let error = if code[0] == b'M' { Error::Multiplicative } else { Error::Additive };
    let trend = match (code[1], case.ends_with("damped")) {
        (b'N', _) => Trend::None,
        (_, false) => Trend::Additive,
        (_, true) => Trend::Damped,
    };
    let cycle = match code[2] {
        b'N' => Cycle::None,
        b'A' => Cycle::Additive,
        _ => Cycle::Multiplicative,
    };
    Form { error, trend, cycle }
}

fn fixed_forms() -> impl Iterator<Item = (&'static str, String, Form)> {
    cases("ets ", "weights")
        .into_iter()
        .map(|case| (case.split(' ').next().unwrap(), format!("ets {case}"), form(case)))
}

#[test]
fn the_same_parameters_give_the_same_forecast() {
    for (name, case, form) in fixed_forms() {
        let (values, _) = series(name);
        let [alpha, beta, gamma, phi] = numbers(&case, "weights")[..] else { panic!("four weights") };
        let phi = if form.trend == Trend::None { 0.0 } else { phi };
        let weights = Weights { alpha, beta, gamma, phi };
        let [level, slope, cycle @ ..] = &numbers(&case, "states")[..] else { panic!("states") };
        let mut states = States { level: *level, slope: *slope, cycle: cycle.to_vec() };
        let fit = run(form, &weights, &values, &mut states);
        let k = form.parameters(cycle.len()) as f64;
        let aicc = fit.deviance + 2.0 * k + 2.0 * k * (k + 1.0) / (values.len() as f64 - k - 1.0);
        same(&case, &[aicc], &numbers(&case, "aicc"), 1e-9);
        let fitted = FittedEts { form, point: vec![], weights, states, seen: values.len(), sigma: 1.0, aicc };
        // The library counts the first damping twice in its second step: only the first step can be held against it.
        let steps = if form.trend == Trend::Damped { 1 } else { 14 };
        same(&case, &fitted.forecast(steps).mean, &numbers(&case, "mean")[..steps], 1e-9);
    }
}

/// Hyndman & Athanasopoulos, FPP3, section 8.2: the slope adds phi + phi^2 + ... + phi^h.
#[test]
fn damping_sums_up_as_in_the_textbook() {
    let form = Form { error: Error::Additive, trend: Trend::Damped, cycle: Cycle::None };
    let weights = Weights { alpha: 0.3, beta: 0.1, gamma: 0.0, phi: 0.9 };
    let states = States { level: 10.0, slope: 2.0, cycle: vec![] };
    let fitted = FittedEts { form, point: vec![], weights, states, seen: 9, sigma: 1.0, aicc: 0.0 };
    same("damped", &fitted.forecast(3).mean, &[11.8, 13.42, 14.878], 1e-12);
}

#[test]
fn our_search_finds_as_good_a_fit_where_nothing_is_held_back() {
    for (name, case, form) in fixed_forms().filter(|c| c.2.cycle == Cycle::None) {
        let (values, period) = series(name);
        let fitted = fit_form(form, &values, period.filter(|_| false), &[], 400).unwrap();
        let theirs = numbers(&case, "aicc")[0];
        assert!((theirs - 0.6..theirs + 0.05).contains(&fitted.aicc), "{case}: {} {theirs}", fitted.aicc);
        if form.trend == Trend::None {
            same(&case, &fitted.forecast(14).mean, &numbers(&case, "mean"), 1e-3);
        }
    }
}

/// The first season is not searched for but taken from the decomposition, so the criterion may stay a little behind.
#[test]
fn seasonal_forms_come_close() {
    for (name, case, form) in fixed_forms().filter(|c| c.2.cycle != Cycle::None) {
        let (values, period) = series(name);
        let fitted = fit_form(form, &values, period, &[], 400).unwrap();
        let theirs = numbers(&case, "aicc")[0];
        assert!(fitted.aicc < theirs + 1.5, "{case}: {} {theirs}", fitted.aicc);
    }
}

#[test]
fn the_choice_is_as_good() {
    for name in ["nile", "air", "quarters", "days"] {
        let (values, period) = series(name);
        let chosen = choose(&Sample { values: &values, period }, period).unwrap();
        let theirs = numbers(&format!("ets {name} chosen"), "aicc")[0];
        assert!(chosen.aicc < theirs + 1.0, "{name}: {:?} {} {theirs}", chosen.form, chosen.aicc);
        if ["nile", "quarters"].contains(&name) {
            same(name, &chosen.forecast(14).mean, &numbers(&format!("ets {name} chosen"), "mean"), 5e-3);
        }
    }
}
