//! Which groups are believed: those that make days better that they had not seen.
//!
//! The past is cut into stretches; each is predicted from all the others. A group is taken in when the errors on its own days
//! fall by a clear share and more surely than by chance, the one that saves most first.

use super::base::Residual;
use super::ridge::Normal;
use super::rows::Rows;

/// Share of the error on its days that a group has to save.
const CLEAR_GAIN: f64 = 0.03;
/// How many standard errors the saving has to lie above none.
const SURE: f64 = 2.5;
/// Groups taken in at most.
const MOST: usize = 10;

/// A group that is believed.
pub(super) struct Chosen {
    pub group: usize,
    pub gain: f64,
}

/// The stretches of the past and their equations.
struct Stretches {
    bounds: Vec<std::ops::Range<usize>>,
    /// Equations of everything but the stretch.
    others: Vec<Normal>,
}

impl Stretches {
    fn new(rows: &Rows, residual: &Residual) -> Self {
        let count = (rows.past / 60).clamp(5, 12);
        let bounds: Vec<_> = (0..count).map(|k| k * rows.past / count..(k + 1) * rows.past / count).collect();
        let all = rows.normal(residual, 0..rows.past);
        let others = bounds.iter().map(|b| all.without(&rows.normal(residual, b.clone()))).collect();
        Self { bounds, others }
    }

    /// What the columns say of each place without having seen its stretch.
    fn predict(&self, rows: &Rows, columns: &[usize]) -> Vec<f64> {
        let mut said = Vec::with_capacity(rows.past);
        for (bound, normal) in self.bounds.iter().zip(&self.others) {
            let weights = rows.solve(normal, columns);
            said.extend(bound.clone().map(|i| rows.say(i, &weights)));
        }
        said
    }
}

/// Chooses among the groups; gives those that could be tried too.
pub(super) fn choose(rows: &Rows, residual: &Residual) -> (Vec<Chosen>, Vec<usize>) {
    let stretches = Stretches::new(rows, residual);
    let mut chosen: Vec<Chosen> = Vec::new();
    let mut open: Vec<usize> =
        (0..rows.len()).filter(|&g| appears_twice(rows, residual, &stretches.bounds, g)).collect();
    let tried = open.clone();
    let mut said = stretches.predict(rows, &[]);
    while chosen.len() < MOST {
        let mut best: Option<(f64, Chosen, Vec<f64>)> = None;
        for &group in &open {
            let columns = rows.columns(chosen.iter().map(|c| c.group).chain([group]));
            let with = stretches.predict(rows, &columns);
            let Some((saved, gain)) = saving(rows, residual, group, &said, &with) else { continue };
            if best.as_ref().is_none_or(|b| saved > b.0) {
                best = Some((saved, Chosen { group, gain }, with));
            }
        }
        let Some((_, winner, with)) = best else { break };
        open.retain(|g| *g != winner.group);
        chosen.push(winner);
        said = with;
    }
    (chosen, tried)
}

/// The effects of the chosen groups on each past place, estimated without its stretch; without the constant.
pub(super) fn crossed(rows: &Rows, residual: &Residual, chosen: &[Chosen]) -> Vec<f64> {
    let stretches = Stretches::new(rows, residual);
    let columns = rows.columns(chosen.iter().map(|c| c.group));
    let mut effects = Vec::with_capacity(rows.past);
    for (bound, normal) in stretches.bounds.iter().zip(&stretches.others) {
        let weights = rows.solve(normal, &columns);
        let constant = weights.last().copied().unwrap_or(0.0);
        effects.extend(bound.clone().map(|i| rows.say(i, &weights) - constant));
    }
    effects
}

/// Whether a group speaks in two stretches at least, of days whose value is known.
fn appears_twice(rows: &Rows, residual: &Residual, bounds: &[std::ops::Range<usize>], group: usize) -> bool {
    let speaks = |b: &std::ops::Range<usize>| b.clone().any(|i| residual.weight[i] > 0.0 && rows.speaks(group, i));
    bounds.iter().filter(|b| speaks(b)).count() >= 2
}

/// What a group saves on its days in all, and as a share of the error there; `None` when it is not clear or not sure.
fn saving(rows: &Rows, residual: &Residual, group: usize, said: &[f64], with: &[f64]) -> Option<(f64, f64)> {
    let (mut count, mut sum, mut squares, mut before) = (0.0, 0.0, 0.0, 0.0);
    for i in (0..rows.past).filter(|&i| residual.weight[i] > 0.0 && rows.speaks(group, i)) {
        let error = |said: f64| (residual.departure[i] - said).abs() * residual.unit[i];
        let saved = error(said[i]) - error(with[i]);
        count += 1.0;
        sum += saved;
        squares += saved * saved;
        before += error(said[i]);
    }
    if count < 2.0 || before <= 0.0 {
        return None;
    }
    let mean: f64 = sum / count;
    let variance: f64 = (squares / count - mean * mean).max(0.0);
    let error_of_mean = (variance / (count - 1.0)).sqrt();
    let gain = sum / before;
    (gain >= CLEAR_GAIN && mean > SURE * error_of_mean).then_some((sum, gain))
}
