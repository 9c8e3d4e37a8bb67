//! The theta method: dynamic, optimised.
//!
//! In plain words: half a straight line through all that is known so far, half a smoothed level; how much of each is learnt.
//! Model:  mu_t = l + (1 - 1/theta) ((1-a)^(t-1) A + (1 - (1-a)^t)/a B), l smoothed with weight a, A and B the running line.
//! Shapes: n >= 4 values; a season that passes the test is divided out (or taken off when values are not positive).
//! Gives:  h values with spreads. Fails: too short.
//! Cost:   O(n) an evaluation, about 250 evaluations.
//! Source: Assimakopoulos & Nikolopoulos (2000); Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler (2016), model DOTM.

use super::model::{Fitted, Model, Path, Sample};
use super::outcome::Member;
use super::season;
use super::simplex::{Axis, minimise};

/// Unfitted theta method.
#[derive(Clone, Debug, Default)]
pub(super) struct Theta {
    /// Weight of the level and the share `1 / theta`, to start from.
    start: Option<[f64; 2]>,
}

/// The season taken out before the method runs.
enum Removed {
    Nothing,
    Differences(Vec<f64>),
    Ratios(Vec<f64>),
}

struct FittedTheta {
    state: State,
    alpha: f64,
    /// `1 / theta`, in (0, 1].
    inverse: f64,
    sigma: f64,
    removed: Removed,
}

/// What is known after `count` values.
#[derive(Clone, Copy)]
struct State {
    count: f64,
    mean: f64,
    level: f64,
    intercept: f64,
    slope: f64,
    /// `(1 - alpha)^count`.
    power: f64,
}

impl State {
    /// After the first value.
    fn new(first: f64, level: f64, alpha: f64) -> Self {
        let level = alpha * first + (1.0 - alpha) * level;
        Self { count: 1.0, mean: first, level, intercept: first, slope: 0.0, power: 1.0 - alpha }
    }

    /// The next value to expect.
    fn next(&self, alpha: f64, inverse: f64) -> f64 {
        let reach = (1.0 - self.power * (1.0 - alpha)) / alpha;
        self.level + (1.0 - inverse) * (self.power * self.intercept + reach * self.slope)
    }

    /// Takes in a value.
    fn push(&mut self, y: f64, alpha: f64) {
        let t = self.count + 1.0;
        self.slope = ((t - 2.0) * self.slope + 6.0 / t * (y - self.mean)) / (t + 1.0);
        self.mean += (y - self.mean) / t;
        self.intercept = self.mean - (t + 1.0) / 2.0 * self.slope;
        self.level = alpha * y + (1.0 - alpha) * self.level;
        self.power *= 1.0 - alpha;
        self.count = t;
    }
}

impl Model for Theta {
    fn member(&self) -> Member {
        Member::Theta
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        if sample.values.len() < 4 {
            return None;
        }
        let (values, removed) = take_season_out(sample);
        let calls = if self.start.is_some() { 100 } else { 250 };
        let [alpha, inverse] = self.start.unwrap_or([0.5, 0.5]);
        let (point, loss) = search(&values, [alpha, inverse], calls);
        if !loss.is_finite() {
            return None;
        }
        let (_, state) = squares(&values, &point);
        let freedom = (values.len() as f64 - 2.0 - 3.0f64.min(values.len() as f64 / 3.0)).max(1.0);
        let sigma = (loss / freedom).sqrt();
        Some(Box::new(FittedTheta { state, alpha: point[0], inverse: point[1], sigma, removed }))
    }
}

/// The weight of the level, the share `1 / theta` and the first level with the smallest squared errors.
fn search(values: &[f64], [alpha, inverse]: [f64; 2], calls: usize) -> (Vec<f64>, f64) {
    // The first level is a share of the first value, as the line carries the rest.
    let axes = [
        Axis { low: 0.1, high: 0.99, start: alpha, step: 0.2 },
        Axis { low: 1e-4, high: 1.0, start: inverse, step: 0.2 },
        Axis { low: -3.0, high: 4.0, start: inverse, step: 0.3 },
    ];
    minimise(&axes, calls, |p| squares(values, p).0)
}

/// Sum of squared one-step errors from the third value on, and the state at the end.
fn squares(values: &[f64], point: &[f64]) -> (f64, State) {
    let (alpha, inverse, share) = (point[0], point[1], point[2]);
    let mut state = State::new(values[0], share * values[0], alpha);
    let mut total = 0.0;
    for (i, &y) in values.iter().enumerate().skip(1) {
        if i >= 2 {
            let error = y - state.next(alpha, inverse);
            total += error * error;
        }
        state.push(y, alpha);
    }
    (total, state)
}

fn take_season_out(sample: &Sample<'_>) -> (Vec<f64>, Removed) {
    let y = sample.values;
    let Some(period) = sample.period.filter(|&p| season::repeats(y, p)) else {
        return (y.to_vec(), Removed::Nothing);
    };
    if let Some(factors) = sample.is_positive().then(|| season::factors(y, period, 1.0)).flatten() {
        let rest = y.iter().enumerate().map(|(i, v)| v / factors[i % period]).collect();
        return (rest, Removed::Ratios(rotate(&factors, y.len())));
    }
    let profile = season::profile(y, period, 1.0);
    let rest = y.iter().enumerate().map(|(i, v)| v - profile[i % period]).collect();
    (rest, Removed::Differences(rotate(&profile, y.len())))
}

/// The profile as seen from the value after the last.
fn rotate(profile: &[f64], seen: usize) -> Vec<f64> {
    (0..profile.len()).map(|i| profile[(seen + i) % profile.len()]).collect()
}

impl Fitted for FittedTheta {
    fn forecast(&self, horizon: usize) -> Path {
        let mut state = self.state;
        let (mut mean, mut spread) = (Vec::with_capacity(horizon), Vec::with_capacity(horizon));
        for h in 0..horizon {
            let value = state.next(self.alpha, self.inverse);
            state.push(value, self.alpha);
            let grown = self.sigma * (1.0 + h as f64 * self.alpha * self.alpha).sqrt();
            let (value, width) = match &self.removed {
                Removed::Nothing => (value, grown),
                Removed::Differences(s) => (value + s[h % s.len()], grown),
                Removed::Ratios(s) => (value * s[h % s.len()], grown * s[h % s.len()]),
            };
            mean.push(value);
            spread.push(width);
        }
        Path { mean, spread }
    }

    fn again(&self) -> Option<Box<dyn Model>> {
        Some(Box::new(Theta { start: Some([self.alpha, self.inverse]) }))
    }
}

#[cfg(test)]
mod parity;
