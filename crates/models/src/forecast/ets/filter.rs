//! Running the states through the history.

use super::form::{Cycle, Error, Form, Weights};

/// Level, slope and the cycle (`cycle[i]` belongs to the places `t` with `t % period == i`).
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct States {
    pub level: f64,
    pub slope: f64,
    pub cycle: Vec<f64>,
}

/// What a run through the history gives.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fit {
    /// Minus twice the log likelihood, constants left out; infinite when the states leave their range.
    pub deviance: f64,
    /// Sum of squared one-step errors (relative ones for multiplicative errors).
    pub squares: f64,
}

const NO_FIT: Fit = Fit { deviance: f64::INFINITY, squares: f64::INFINITY };

/// Runs the states through `values` (they end as the states after the last value).
///
/// The recursions of additive and multiplicative errors are the same in terms of the plain residual; only the likelihood differs.
pub(crate) fn run(form: Form, weights: &Weights, values: &[f64], states: &mut States) -> Fit {
    let Weights { alpha, beta, gamma, phi } = *weights;
    let period = states.cycle.len().max(1);
    let mut place = 0;
    let (mut squares, mut product, mut logs) = (0.0, 1.0f64, 0.0);
    for &y in values {
        let base = states.level + phi * states.slope;
        let (forecast, to_level) = match form.cycle {
            Cycle::None => (base, 1.0),
            Cycle::Additive => (base + states.cycle[place], 1.0),
            Cycle::Multiplicative => (base * states.cycle[place], 1.0 / states.cycle[place]),
        };
        let residual = y - forecast;
        if form.error == Error::Multiplicative {
            if forecast < 1e-9 || base < 1e-9 || !to_level.is_finite() || to_level <= 0.0 {
                return NO_FIT;
            }
            squares += (residual / forecast) * (residual / forecast);
            product *= forecast;
            // Logarithms are dear: one for many factors.
            if !(1e-200..1e200).contains(&product) {
                logs += libm::log(product);
                product = 1.0;
            }
        } else {
            squares += residual * residual;
        }
        let push = residual * to_level;
        states.level = base + alpha * push;
        states.slope = phi * states.slope + beta * push;
        match form.cycle {
            Cycle::None => {}
            Cycle::Additive => states.cycle[place] += gamma * residual,
            Cycle::Multiplicative => states.cycle[place] += gamma * residual / base,
        }
        place += 1;
        if place == period {
            place = 0;
        }
    }
    let n = values.len() as f64;
    let deviance = n * libm::log(squares.max(1e-30 * n)) + 2.0 * (logs + libm::log(product));
    if deviance.is_nan() { NO_FIT } else { Fit { deviance, squares } }
}
