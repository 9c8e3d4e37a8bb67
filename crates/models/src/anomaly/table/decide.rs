//! From raw scores to marks: how odd is odd enough.
//!
//! In plain words: measure how wide the bulk of the scores is and mark what lies clearly beyond its upper edge.
//! Model:  z = (raw - median) / s; s is the mean of two robust widths, the interquartile range's and that of the lower half, which odd
//!         rows cannot stretch, but at least 7/8 of the upper quartile's, because scores of a few columns lean to the right without
//!         any odd row; marks begin at z = 2 by default.
//! Gives:  on tables of random numbers marks for some 1 % of the rows at the default (4 % with a single column), on tables with odd
//!         rows more: the share is estimated, not given.

use serde::{Deserialize, Serialize};

use crate::anomaly::robust;

/// Scores on a common scale, and the marks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// One a row, above 0 and below 1, in the order of the raw scores; 0.5 is where marks begin at sensitivity 3. It does not depend on
    /// the sensitivity.
    pub score: Vec<f64>,
    /// Whether the row is marked.
    pub is_anomaly: Vec<bool>,
    /// Score at which marks begin at the sensitivity asked for.
    pub threshold: f64,
}

/// Where marks begin, in robust standard deviations above the median, for sensitivity 1 to 5.
const CUTS: [f64; 5] = [2.8, 2.4, 2.0, 1.7, 1.4];

/// Marks the rows whose raw scores lie beyond the bulk's upper edge; `sensitivity` goes from 1 (few) to 5 (many), other values count
/// as the nearest of these. A raw score that is not finite counts as the median.
pub fn decide(raw: &[f64], sensitivity: u8) -> Decision {
    let sorted = robust::sorted(raw.iter().copied());
    let center = robust::quantile(&sorted, 0.5);
    let lower = (center - robust::quantile(&sorted, 0.1)) / 1.2816;
    let upper = (robust::quantile(&sorted, 0.75) - center) / 0.6745;
    let width = (0.5 * (robust::spread(&sorted) + lower)).max(0.875 * upper);
    let z = |r: f64| if r.is_finite() && width > 0.0 { (r - center) / width } else { 0.0 };
    let cut = CUTS[usize::from(sensitivity.clamp(1, 5)) - 1];
    Decision {
        score: raw.iter().map(|&r| level(z(r))).collect(),
        is_anomaly: raw.iter().map(|&r| z(r) > cut).collect(),
        threshold: level(cut),
    }
}

/// Maps a deviation to 0..1, strictly increasing however large it is.
fn level(z: f64) -> f64 {
    let beyond = z - CUTS[2];
    0.5 + 0.5 * beyond / (1.0 + beyond.abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn marks_what_is_far_and_little_else() {
        let mut random = Random::new(2);
        let mut raw: Vec<f64> = (0..1000).map(|_| random.normal()).collect();
        raw.extend([9.0, 12.0, f64::NAN]);
        let few = decide(&raw, 1);
        let many = decide(&raw, 5);
        assert!(few.is_anomaly[1000] && few.is_anomaly[1001] && !few.is_anomaly[1002]);
        assert!(few.score[1001] > few.score[1000] && few.score[1001] < 1.0);
        assert_eq!(few.score, many.score);
        assert!(few.threshold > many.threshold);
        let count = |d: &Decision| d.is_anomaly.iter().filter(|m| **m).count();
        assert!(count(&few) < 12 && count(&many) > count(&few), "{} {}", count(&few), count(&many));
    }

    #[test]
    fn equal_scores_and_no_scores_give_no_marks() {
        let flat = decide(&[1.0; 20], 3);
        assert!(flat.is_anomaly.iter().all(|m| !m) && flat.score.iter().all(|s| *s < 0.5));
        assert!(decide(&[], 3).score.is_empty());
    }
}
