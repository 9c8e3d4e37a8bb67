//! Smoothing over longer buckets: ADIDA (one length) and IMAPA (all lengths up to it).
//!
//! In plain words: sums of several days have fewer zeros and less noise; smooth those, and divide again.
//! Model:  buckets as long as the mean interval between demands, counted from the end; simple smoothing, weight 0.1 to 0.3.
//! Source: Nikolopoulos, Syntetos, Boylan, Petropoulos & Assimakopoulos (2011); Petropoulos & Kourentzes (2015).

use super::super::measure::mean;
use super::super::model::{Fitted, Model, Sample};
use super::super::outcome::Member;
use super::smooth::smooth_best;
use super::{Flat, arrivals};

/// Unfitted, one length.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Adida;

/// Unfitted, all lengths.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Imapa;

impl Model for Adida {
    fn member(&self) -> Member {
        Member::Adida
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        let longest = bucket(sample.values)?;
        Some(Flat::boxed(sample.values, level(sample.values, longest)))
    }
}

impl Model for Imapa {
    fn member(&self) -> Member {
        Member::Imapa
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        let longest = bucket(sample.values)?;
        // A dozen of lengths say as much as hundreds.
        let stride = longest.div_ceil(12);
        let levels: Vec<f64> = (1..=longest).step_by(stride).map(|width| level(sample.values, width)).collect();
        Some(Flat::boxed(sample.values, mean(&levels)))
    }
}

/// The mean interval between demands in whole steps, with two buckets or more in the history.
fn bucket(values: &[f64]) -> Option<usize> {
    let (gaps, _) = arrivals(values)?;
    // Below half the number of values, so the conversion holds.
    Some((mean(&gaps).round() as usize).clamp(1, (values.len() / 2).max(1)))
}

/// Demand a step by smoothing buckets of `width` steps, the oldest incomplete one left out.
fn level(values: &[f64], width: usize) -> f64 {
    let sums: Vec<f64> = values[values.len() % width..].chunks(width).map(|c| c.iter().sum()).collect();
    smooth_best(&sums).0 / width as f64
}
