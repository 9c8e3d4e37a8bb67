//! The linear member: ridge, logistic, multinomial or Poisson regression with a penalty chosen on held-out rows.
//!
//! In plain words: every column adds or takes away so much, and small amounts of evidence are not believed too readily.
//! Model:  score = sum of coefficient * column + intercept; see [`super::link`] for how scores become predictions.
//! Shapes: the matrix of [`super::design`].
//! Gives:  one score vector, or one a class. Fails: never; a column that says nothing has no effect.
//! Cost:   rows * width^2 a Newton step, some 4 steps a penalty; rows * width * classes an L-BFGS step, some 50 a penalty.
//! Source: see [`super::newton`] and [`super::softmax`]; the penalty by cross-validation, ESL section 7.10.

use serde::{Deserialize, Serialize};

use crate::feature::Features;

use super::Target;
use super::design::Design;
use super::fold::stratified;
use super::link::Link;
use super::matrix::Matrix;
use super::{newton, softmax};

/// Penalties to try, strongest first.
const PENALTIES: [f64; 5] = [300.0, 60.0, 12.0, 2.0, 0.2];
/// Parts for choosing the penalty; only the first is held out where the table is large.
const PARTS: usize = 4;
/// Work (rows * width^2 or rows * width * classes * steps) above which one part is held out and not each in turn.
const LARGE_WORK: f64 = 1.2e7;

/// A fitted linear member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Linear {
    design: Design,
    /// One vector a score, one after another.
    coefficients: Vec<f64>,
}

/// The answers in the form that the solver needs.
enum Answers<'a> {
    One(&'a Link, Vec<f64>),
    Classes(Vec<u32>, usize),
}

impl Linear {
    pub fn fit(features: &Features, target: &Target, link: &Link, seed: u64) -> Self {
        let design = Design::new(features);
        let x = design.matrix(features);
        let answers = Answers::new(target, link);
        let penalty = choose(&x, &answers, target, seed);
        let mut coefficients = answers.start(x.width);
        for &p in PENALTIES.iter().filter(|&&p| p >= penalty) {
            coefficients = answers.fit(&x, p, &coefficients);
        }
        Self { design, coefficients }
    }

    /// Scores, one vector each.
    pub fn scores(&self, features: &Features) -> Vec<Vec<f64>> {
        let x = self.design.matrix(features);
        self.coefficients.chunks_exact(x.width).map(|b| x.times(b)).collect()
    }
}

/// The penalty with the smallest loss on held-out rows; the stronger one of equals.
fn choose(x: &Matrix, answers: &Answers, target: &Target, seed: u64) -> f64 {
    let of_row = stratified(target, PARTS, seed);
    let tried = if answers.work(x) > LARGE_WORK { 1 } else { PARTS };
    let mut losses = [0.0; PENALTIES.len()];
    let mut known = PENALTIES.len();
    for part in 0..tried {
        let (held, learn): (Vec<usize>, Vec<usize>) = (0..x.rows()).partition(|&r| usize::from(of_row[r]) == part);
        let (x_learn, y_learn) = (x.take(&learn), answers.take(&learn));
        let (x_held, y_held) = (x.take(&held), answers.take(&held));
        let mut b = answers.start(x.width);
        let mut best = f64::INFINITY;
        for k in 0..known {
            b = y_learn.fit(&x_learn, PENALTIES[k], &b);
            let loss = y_held.loss(&x_held, &b);
            losses[k] += loss;
            // Weaker penalties cost the most steps and only get worse once the loss turns.
            if tried == 1 && loss > best {
                known = k + 1;
                break;
            }
            best = best.min(loss);
        }
    }
    let best = (0..known).fold(0, |best, k| if losses[k] < losses[best] { k } else { best });
    PENALTIES[best]
}

impl<'a> Answers<'a> {
    fn new(target: &Target, link: &'a Link) -> Self {
        match (target, link) {
            (Target::Class { codes, .. }, Link::Softmax { classes }) => Self::Classes(codes.clone(), *classes),
            _ => Self::One(link, link.responses(target).swap_remove(0)),
        }
    }

    fn take(&self, rows: &[usize]) -> Self {
        match self {
            Self::One(link, y) => Self::One(link, rows.iter().map(|&r| y[r]).collect()),
            Self::Classes(codes, classes) => Self::Classes(rows.iter().map(|&r| codes[r]).collect(), *classes),
        }
    }

    fn start(&self, width: usize) -> Vec<f64> {
        match self {
            Self::One(..) => vec![0.0; width],
            Self::Classes(_, classes) => vec![0.0; width * classes],
        }
    }

    fn fit(&self, x: &Matrix, penalty: f64, start: &[f64]) -> Vec<f64> {
        match self {
            Self::One(link, y) => newton::fit(x, y, link, penalty, start),
            Self::Classes(codes, _) => softmax::fit(x, codes, penalty, start),
        }
    }

    fn loss(&self, x: &Matrix, b: &[f64]) -> f64 {
        match self {
            Self::One(link, y) => newton::loss(link, &x.times(b), y),
            Self::Classes(codes, _) => softmax::loss(x, codes, b),
        }
    }

    fn work(&self, x: &Matrix) -> f64 {
        let cells = x.data.len() as f64;
        match self {
            Self::One(..) => cells * x.width as f64,
            Self::Classes(_, classes) => cells * *classes as f64 * 60.0,
        }
    }
}
