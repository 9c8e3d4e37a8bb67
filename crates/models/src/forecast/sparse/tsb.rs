//! The method of Teunter, Syntetos and Babai: unlike Croston's it sees that nothing is sold any more.
//!
//! In plain words: how much is sold when something is sold, times how often something is sold lately.
//! Model:  the share of steps with demand smoothed at every step, the size at every demand.
//! Source: Teunter, Syntetos & Babai (2011); weights 0.1 for the size and 0.05 for the share.

use super::super::model::{Fitted, Model, Sample};
use super::super::outcome::Member;
use super::smooth::smooth;
use super::{Flat, arrivals};

const SIZE_ALPHA: f64 = 0.1;
const SHARE_ALPHA: f64 = 0.05;

/// Unfitted.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Tsb;

impl Model for Tsb {
    fn member(&self) -> Member {
        Member::Tsb
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        let (_, sizes) = arrivals(sample.values)?;
        Some(Flat::boxed(sample.values, level(sample.values, &sizes, SIZE_ALPHA, SHARE_ALPHA)))
    }
}

/// Demand a step with the given weights; `sizes` are the values above zero.
pub(super) fn level(values: &[f64], sizes: &[f64], size_alpha: f64, share_alpha: f64) -> f64 {
    let happens: Vec<f64> = values.iter().map(|v| f64::from(u8::from(*v > 0.0))).collect();
    smooth(sizes, size_alpha) * smooth(&happens, share_alpha)
}
