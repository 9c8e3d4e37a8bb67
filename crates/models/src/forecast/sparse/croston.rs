//! Croston's method, as it was and with the correction of Syntetos and Boylan.
//!
//! In plain words: how much is sold when something is sold, over how long it takes until something is sold.
//! Model:  size and interval smoothed apart with weight 0.1; demand a step = factor * size / interval.
//! Source: Croston (1972); Syntetos & Boylan (2005): the ratio is too high by 1 / (1 - alpha / 2).

use super::super::model::{Fitted, Model, Sample};
use super::super::outcome::Member;
use super::smooth::smooth;
use super::{Flat, arrivals};

const ALPHA: f64 = 0.1;

/// Unfitted.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Croston {
    /// Whether to take the known bias off (SBA).
    pub corrected: bool,
}

impl Model for Croston {
    fn member(&self) -> Member {
        if self.corrected { Member::Sba } else { Member::Croston }
    }

    fn fit(&self, sample: &Sample<'_>) -> Option<Box<dyn Fitted>> {
        let (gaps, sizes) = arrivals(sample.values)?;
        let factor = if self.corrected { 1.0 - ALPHA / 2.0 } else { 1.0 };
        Some(Flat::boxed(sample.values, factor * smooth(&sizes, ALPHA) / smooth(&gaps, ALPHA)))
    }
}
