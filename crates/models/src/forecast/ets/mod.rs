//! Exponential smoothing: additive or multiplicative errors; no, additive or damped trend; no, additive or multiplicative season.
//!
//! In plain words: yesterday's level, slope and season, each corrected a little by today's surprise.
//! Model:  y_t = (l + phi b) + s + e_t, or (l + phi b) s (1 + e_t); the form with the smallest AICc is taken.
//! Shapes: n values; needs n >= 4; a season of at most 24 steps (a longer one is left to the decomposition).
//! Gives:  h values with spreads. Fails: too short for any form, season too long.
//! Cost:   O(n) a likelihood; about 60 likelihoods a form and 150 more for the best three.
//! Source: Hyndman, Koehler, Snyder & Grose (2002); Hyndman & Athanasopoulos, FPP3, chapter 8.

mod filter;
mod form;
mod start;

use super::model::{Fitted, Model, Path, Sample};
use super::outcome::Member;
use super::simplex::{Axis, minimise};
use filter::{States, run};
use form::{Cycle, Error, Form, Trend, Weights};

/// Longest season that the states carry.
const LONGEST_CYCLE: usize = 24;

/// Largest share of a surprise that passes from the level to the slope. More fits the past better and forecasts worse:
/// on the yearly development sets a limit of 0.2 lowers OWA by 0.06 to 0.13 against no limit.
const STEEPEST: f64 = 0.2;

/// Unfitted exponential smoothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Ets {
    /// A form already chosen, with its weights as a start; `None` tries them all.
    chosen: Option<(Form, Vec<f64>)>,
}

/// Fitted exponential smoothing.
#[derive(Clone, Debug)]
struct FittedEts {
    form: Form,
    /// The point of the search: shares of the weights, then shifts of the first states.
    point: Vec<f64>,
    weights: Weights,
    /// States after the last value.
    states: States,
    /// Number of values seen: the place of the next value in the cycle.
    seen: usize,
    /// Standard deviation of the one-step errors (relative for multiplicative errors).
    sigma: f64,
    aicc: f64,
}

impl Model for Ets {
    fn member(&self) -> Member {
        Member::Ets
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        if sample.period.is_some_and(|p| p > LONGEST_CYCLE) {
            return None;
        }
        let period = sample.period;
        let fitted = match &self.chosen {
            Some((form, start)) => fit_form(*form, sample.values, period, start, 80)?,
            None => choose(sample, period)?,
        };
        Some(Box::new(fitted))
    }
}

/// A short search in every form, a longer one in the three that look best.
fn choose(sample: &Sample<'_>, period: Option<usize>) -> Option<FittedEts> {
    let pool = Form::pool(sample.is_positive(), period.is_some());
    let mut fits: Vec<FittedEts> =
        pool.into_iter().filter_map(|form| fit_form(form, sample.values, period, &[], 60)).collect();
    fits.sort_by(|a, b| a.aicc.total_cmp(&b.aicc));
    fits.truncate(3);
    fits.into_iter()
        .filter_map(|f| fit_form(f.form, sample.values, period, &f.point, 150))
        .min_by(|a, b| a.aicc.total_cmp(&b.aicc))
}

/// Fits one form; `None` when the values are too few for its parameters or the states never hold.
fn fit_form(form: Form, values: &[f64], period: Option<usize>, start: &[f64], calls: usize) -> Option<FittedEts> {
    let (n, parameters) = (values.len(), form.parameters(period.unwrap_or(0)));
    if n < parameters + 2 {
        return None;
    }
    let first = start::first_states(form, values, period)?;
    let scale = step_size(values);
    let axes = axes(form, start);
    let mut work = first.clone();
    let (point, _) = minimise(&axes, calls, |point| {
        place_states(&mut work, &first, form, point, scale);
        run(form, &weights(form, point), values, &mut work).deviance
    });
    let mut states = first.clone();
    place_states(&mut states, &first, form, &point, scale);
    let weights = weights(form, &point);
    let fit = run(form, &weights, values, &mut states);
    if !fit.deviance.is_finite() {
        return None;
    }
    let k = parameters as f64;
    let aicc = fit.deviance + 2.0 * k + 2.0 * k * (k + 1.0) / (n as f64 - k - 1.0);
    // The size of the errors with the weights and the level and slope counted; the profile is an average over all cycles.
    let freedom = n as f64 - (axes.len() as f64).min(n as f64 / 2.0);
    let sigma = (fit.squares / freedom).sqrt();
    Some(FittedEts { form, point, weights, states, seen: n, sigma, aicc })
}

/// Mean absolute step: the natural unit for shifts of the first states.
fn step_size(values: &[f64]) -> f64 {
    let total: f64 = values.windows(2).map(|w| (w[1] - w[0]).abs()).sum();
    (total / (values.len() as f64 - 1.0).max(1.0)).max(1e-9)
}

fn axes(form: Form, start: &[f64]) -> Vec<Axis> {
    let mut axes = vec![Axis { low: 1e-4, high: 0.9999, start: 0.3, step: 0.2 }];
    if form.cycle != Cycle::None {
        axes.push(Axis { low: 1e-4, high: 0.9999, start: 0.1, step: 0.1 });
    }
    if form.trend != Trend::None {
        axes.push(Axis { low: 1e-4, high: STEEPEST, start: 0.05, step: 0.05 });
    }
    if form.trend == Trend::Damped {
        axes.push(Axis { low: 0.8, high: 0.98, start: 0.95, step: -0.05 });
    }
    axes.push(Axis { low: -20.0, high: 20.0, start: 0.0, step: 1.0 });
    if form.trend != Trend::None {
        axes.push(Axis { low: -5.0, high: 5.0, start: 0.0, step: 0.3 });
    }
    for (axis, &start) in axes.iter_mut().zip(start) {
        axis.start = start;
        axis.step *= 0.5;
    }
    axes
}

/// Reads the weights from a point: gamma is a share of 1 - alpha, beta a share of alpha.
fn weights(form: Form, point: &[f64]) -> Weights {
    let alpha = point[0];
    let mut rest = point[1..].iter().copied();
    let gamma = if form.cycle == Cycle::None { 0.0 } else { rest.next().unwrap_or(0.0) * (1.0 - alpha) };
    let beta = if form.trend == Trend::None { 0.0 } else { rest.next().unwrap_or(0.0) * alpha };
    let phi = match form.trend {
        Trend::None => 0.0,
        Trend::Additive => 1.0,
        Trend::Damped => rest.next().unwrap_or(1.0),
    };
    Weights { alpha, beta, gamma, phi }
}

/// Sets `states` to the first states, shifted as the end of the point says.
fn place_states(states: &mut States, first: &States, form: Form, point: &[f64], scale: f64) {
    let shifts = if form.trend == Trend::None { 1 } else { 2 };
    let shifts = &point[point.len() - shifts..];
    states.cycle.copy_from_slice(&first.cycle);
    states.level = first.level + shifts[0] * scale;
    states.slope = first.slope + shifts.get(1).map_or(0.0, |s| s * scale);
}

impl Fitted for FittedEts {
    fn forecast(&self, horizon: usize) -> Path {
        let Weights { alpha, beta, gamma, phi } = self.weights;
        let period = self.states.cycle.len().max(1);
        let (mut mean, mut spread) = (Vec::with_capacity(horizon), Vec::with_capacity(horizon));
        let (mut reach, mut power, mut variance) = (0.0, 1.0, 1.0f64);
        for h in 0..horizon {
            power *= phi;
            reach += power;
            let base = self.states.level + reach * self.states.slope;
            let cycle = self.states.cycle.get((self.seen + h) % period).copied();
            let value = match (self.form.cycle, cycle) {
                (Cycle::Additive, Some(s)) => base + s,
                (Cycle::Multiplicative, Some(s)) => base * s,
                _ => base,
            };
            let size = if self.form.error == Error::Multiplicative { value.abs() } else { 1.0 };
            mean.push(value);
            spread.push(self.sigma * size * variance.sqrt());
            let season = if (h + 1) % period == 0 && self.form.cycle != Cycle::None { gamma } else { 0.0 };
            let carried = alpha + beta * reach + season;
            variance += carried * carried;
        }
        Path { mean, spread }
    }

    fn again(&self) -> Option<Box<dyn Model>> {
        // The shifts of the first states belong to those values: begin them anew.
        let shifts = if self.form.trend == Trend::None { 1 } else { 2 };
        let kept = self.point[..self.point.len() - shifts].to_vec();
        Some(Box::new(Ets { chosen: Some((self.form, kept)) }))
    }
}

#[cfg(test)]
mod parity;
