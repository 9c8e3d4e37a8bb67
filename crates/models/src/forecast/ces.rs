//! Complex exponential smoothing: without season, seasonal only, with a simple or with a full season.
//!
//! In plain words: a level with a hidden partner that remembers past surprises, so that one model slides between
//! flat, trending and swinging without having to choose.
//! Model:  l' = l - (1-a1) c + (a0-a1) e, c' = l + (1-a0) c + (a0+a1) e; the season runs the same at lag m.
//! Shapes: n >= 6 values; seasonal forms need n >= 2m + 4.
//! Gives:  h values with spreads. Fails: too short, or nothing stable found.
//! Cost:   O(n) an evaluation, about 120 evaluations a form, 1 or 4 forms.
//! Source: Svetunkov, Kourentzes & Ord (2022); form by AICc.

use super::measure::mean;
use super::model::{Fitted, Model, Path, Sample};
use super::outcome::Member;
use super::season;
use super::simplex::{Axis, minimise};

/// The forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Level only.
    Plain,
    /// One pair of states for each place of the season, no common level.
    Seasonal,
    /// Level, and a season of plain states.
    Partial,
    /// Level, and a season of paired states.
    Full,
}

/// Unfitted complex smoothing.
#[derive(Clone, Debug, Default)]
pub(super) struct Ces {
    chosen: Option<(Form, Vec<f64>)>,
}

#[derive(Clone, Debug)]
struct States {
    /// Level and partner.
    level: [f64; 2],
    /// Season and partner, one a place.
    cycle: Vec<[f64; 2]>,
    place: usize,
}

#[derive(Clone, Debug)]
struct FittedCes {
    form: Form,
    point: Vec<f64>,
    states: States,
    sigma: f64,
    aicc: f64,
}

impl Model for Ces {
    fn member(&self) -> Member {
        Member::Ces
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        if let Some((form, start)) = &self.chosen {
            return Some(Box::new(fit_form(*form, sample, start, 60)?));
        }
        let forms = [Form::Plain, Form::Seasonal, Form::Partial, Form::Full];
        let fits = forms.into_iter().filter_map(|form| fit_form(form, sample, &[], 120));
        Some(Box::new(fits.min_by(|a, b| a.aicc.total_cmp(&b.aicc))?))
    }
}

fn fit_form(form: Form, sample: &Sample<'_>, start: &[f64], calls: usize) -> Option<FittedCes> {
    let y = sample.values;
    let period = if form == Form::Plain { 0 } else { sample.period? };
    if y.len() < (2 * period + 4).max(6) {
        return None;
    }
    let first = first_states(form, y, period);
    let axes = axes(form, start);
    let mut work = first.clone();
    let mut squares = |point: &[f64]| {
        work.level = first.level;
        work.cycle.copy_from_slice(&first.cycle);
        work.place = 0;
        y.iter().map(|&v| step(form, point, &mut work, v)).map(|e| e * e).sum::<f64>()
    };
    let (point, loss) = minimise(&axes, calls, &mut squares);
    if !loss.is_finite() {
        return None;
    }
    let mut states = first.clone();
    y.iter().for_each(|&v| {
        step(form, &point, &mut states, v);
    });
    let (n, k) = (y.len() as f64, axes.len() as f64 + 1.0);
    let aicc = n * libm::log(loss.max(1e-30 * n)) + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0).max(0.5);
    let sigma = (loss / (n - axes.len() as f64).max(1.0)).sqrt();
    Some(FittedCes { form, point, states, sigma, aicc })
}

fn axes(form: Form, start: &[f64]) -> Vec<Axis> {
    let level =
        [Axis { low: 0.01, high: 1.8, start: 1.3, step: -0.2 }, Axis { low: 0.01, high: 1.9, start: 1.0, step: 0.1 }];
    let mut axes = level.to_vec();
    match form {
        Form::Plain | Form::Seasonal => {}
        Form::Partial => axes.push(Axis { low: 0.01, high: 1.5, start: 0.1, step: 0.1 }),
        Form::Full => axes.extend(level.map(|a| Axis { high: 1.5, ..a })),
    }
    for (axis, &start) in axes.iter_mut().zip(start) {
        axis.start = start;
        axis.step *= 0.5;
    }
    axes
}

/// The partner begins at the value over 1.1, as the authors do.
fn first_states(form: Form, y: &[f64], period: usize) -> States {
    let pair = |v: f64| [v, v / 1.1];
    let width = if form == Form::Plain { 10 } else { period };
    let level = pair(mean(&y[..width.min(y.len())]));
    let cycle = match form {
        Form::Plain => Vec::new(),
        Form::Seasonal => y[..period].iter().copied().map(pair).collect(),
        Form::Partial | Form::Full => season::profile(y, period, 1.0).into_iter().map(pair).collect(),
    };
    States { level, cycle, place: 0 }
}

/// The next value to expect.
fn expect(form: Form, states: &States) -> f64 {
    match form {
        Form::Plain => states.level[0],
        Form::Seasonal => states.cycle[states.place][0],
        Form::Partial | Form::Full => states.level[0] + states.cycle[states.place][0],
    }
}

/// Takes in a value and returns the surprise.
fn step(form: Form, point: &[f64], states: &mut States, y: f64) -> f64 {
    let error = y - expect(form, states);
    let turn = |s: [f64; 2], a0: f64, a1: f64| {
        [s[0] - (1.0 - a1) * s[1] + (a0 - a1) * error, s[0] + (1.0 - a0) * s[1] + (a0 + a1) * error]
    };
    if form != Form::Seasonal {
        states.level = turn(states.level, point[0], point[1]);
    }
    if let Some(cell) = states.cycle.get_mut(states.place) {
        *cell = match form {
            Form::Partial => [cell[0] + point[2] * error, cell[1]],
            Form::Full => turn(*cell, point[2], point[3]),
            _ => turn(*cell, point[0], point[1]),
        };
        states.place = (states.place + 1) % states.cycle.len();
    }
    error
}

/// `horizon` steps without surprises.
fn coast(form: Form, point: &[f64], mut states: States, horizon: usize) -> Vec<f64> {
    (0..horizon)
        .map(|_| {
            let value = expect(form, &states);
            step(form, point, &mut states, value);
            value
        })
        .collect()
}

impl Fitted for FittedCes {
    fn forecast(&self, horizon: usize) -> Path {
        // The model is linear: the answer to one unit of surprise gives the weights of the variance.
        let mut still = self.states.clone();
        still.level = [0.0; 2];
        still.cycle.iter_mut().for_each(|c| *c = [0.0; 2]);
        step(self.form, &self.point, &mut still, 1.0);
        let echo = coast(self.form, &self.point, still, horizon);
        let mut variance = 1.0f64;
        let spread = echo
            .iter()
            .map(|e| {
                let now = self.sigma * variance.sqrt();
                variance += e * e;
                now
            })
            .collect();
        Path { mean: coast(self.form, &self.point, self.states.clone(), horizon), spread }
    }

    fn again(&self) -> Option<Box<dyn Model>> {
        Some(Box::new(Ces { chosen: Some((self.form, self.point.clone())) }))
    }
}

#[cfg(test)]
mod parity;
