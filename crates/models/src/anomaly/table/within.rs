//! Numbers that depend on a category: the price of an item is held against that item's prices, not against all prices.
//!
//! In plain words: if each item's numbers lie closer together than all numbers do, a number is read as so many times its item's middle one.
//! Model:  the category that narrows the spread of the logarithms most, if it does so clearly; a level with few rows is held
//!         against all rows.

use serde::{Deserialize, Serialize};

use crate::anomaly::robust;
use crate::feature::{Feature, Features};

/// Rows that a level needs for a middle of its own.
const LEAST_ROWS: usize = 8;
/// Share of the rows that lie in such levels.
const COVERED: f64 = 0.9;
/// Share of the numbers that have to be above 0: times of nothing say nothing.
const POSITIVE: f64 = 0.95;
/// Most of the spread that may be left within levels.
const LEFT: f64 = 0.7;
/// Rows of a level that count as much for its scale as all rows do.
const STEADY: f64 = 30.0;
/// Pairs of a number and a category that are tried in all: each is a pass over the sample.
const PAIRS: usize = 1000;
/// Least scale, as a share of the middle: where an item has one price, a hundredth more is not yet odd.
const LEAST_SCALE: f64 = 0.01;

/// A category that a column of numbers depends on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Within {
    /// Place of the category column.
    pub by: usize,
    /// Middle number of each level, above 0; `NaN` where it has too few rows.
    centers: Vec<f64>,
    /// Robust standard deviation of each level's numbers as shares of their middle.
    scales: Vec<f64>,
    /// Ascending distances from the middle in these standard deviations.
    knots: Vec<f64>,
}

impl Within {
    /// The category on which column `number` depends most, if it depends on one.
    pub fn find(sample: &Features, number: usize) -> Option<Self> {
        let Feature::Number(values) = sample.columns.get(number)? else { return None };
        let known = values.iter().filter(|v| v.is_finite()).count();
        let positive = values.iter().filter(|v| v.is_finite() && **v > 0.0).count();
        if known < 2 * LEAST_ROWS || (positive as f64) < POSITIVE * known as f64 {
            return None;
        }
        let all = spread_of_logs(values.iter().map(|v| (*v, 1.0)));
        let mut best: Option<(f64, usize, Vec<f64>)> = None;
        let categories = sample.columns.iter().enumerate().filter_map(|(by, feature)| match feature {
            Feature::Category { codes, .. } => Some((by, codes)),
            Feature::Number(_) => None,
        });
        for (by, codes) in categories.take((PAIRS / sample.columns.len()).max(1)) {
            let Some(centers) = centers(values, codes, known) else { continue };
            let left = spread_of_logs(values.iter().zip(codes).map(|(v, c)| (*v, of_level(&centers, *c))));
            if left <= LEFT * all && best.as_ref().is_none_or(|b| left < b.0) {
                best = Some((left, by, centers));
            }
        }
        let (_, by, centers) = best?;
        let Feature::Category { codes, .. } = &sample.columns[by] else { return None };
        let shares = |level: Option<u32>| {
            let of = values.iter().zip(codes).filter(move |(_, c)| level.is_none_or(|level| **c == level));
            robust::sorted(of.map(|(v, c)| v / of_level(&centers, *c) - 1.0))
        };
        let all = robust::spread(&shares(None));
        let scales: Vec<f64> = (0..centers.len() as u32).map(|level| scale(&shares(Some(level)), all)).collect();
        let distance = |(v, c): (&f64, &u32)| (v / of_level(&centers, *c) - 1.0) / of_level(&scales, *c);
        let knots = super::columns::thinned(robust::sorted(values.iter().zip(codes).map(distance)));
        Some(Self { by, centers, scales, knots })
    }

    /// Middle and standard deviation of a level, in the unit of the column, and ascending distances in these; none for a level
    /// without a middle of its own.
    pub fn of(&self, code: Option<u32>) -> Option<(f64, f64, &[f64])> {
        let middle = Some(of_level(&self.centers, code?)).filter(|c| c.is_finite())?;
        Some((middle, middle * of_level(&self.scales, code?), &self.knots))
    }
}

/// Standard deviation of a level from its own shares, the more of it the more there are, and from those of all levels.
fn scale(own: &[f64], all: f64) -> f64 {
    let (trust, own) = (own.len() as f64 / (own.len() as f64 + STEADY), robust::spread(own));
    (trust * own * own + (1.0 - trust) * all * all).sqrt().max(LEAST_SCALE)
}

/// What is known of a level; `NaN` where nothing is.
fn of_level(list: &[f64], code: u32) -> f64 {
    list.get(code as usize).copied().unwrap_or(f64::NAN)
}

/// Middles of the levels, if those with rows enough hold nearly all rows and are several.
fn centers(values: &[f64], codes: &[u32], known: usize) -> Option<Vec<f64>> {
    let mut levels: Vec<Vec<f64>> = Vec::new();
    for (value, &code) in values.iter().zip(codes) {
        // A code beyond the number of rows is no level but a gap.
        if value.is_finite() && (code as usize) < values.len().max(1000) {
            if levels.len() <= code as usize {
                levels.resize(code as usize + 1, Vec::new());
            }
            levels[code as usize].push(*value);
        }
    }
    let covered: usize = levels.iter().map(Vec::len).filter(|n| *n >= LEAST_ROWS).sum();
    let middle = |level: &Vec<f64>| robust::quantile(&robust::sorted(level.iter().copied()), 0.5);
    let own =
        |level: &Vec<f64>| Some(middle(level)).filter(|m| level.len() >= LEAST_ROWS && *m > 0.0).unwrap_or(f64::NAN);
    let centers: Vec<f64> = levels.iter().map(own).collect();
    let several = centers.iter().filter(|c| c.is_finite()).count() >= 2;
    (several && covered as f64 >= COVERED * known as f64).then_some(centers)
}

/// Robust spread of the logarithms of positive numbers as shares of their middles.
fn spread_of_logs(values: impl Iterator<Item = (f64, f64)>) -> f64 {
    robust::spread(&robust::sorted(values.filter(|(v, c)| *v > 0.0 && *c > 0.0).map(|(v, c)| libm::log(v / c))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feature::MISSING;
    use crate::random::Random;

    /// Prices of three items, 10, 200 and 5,000, by a few percent around; quantities that depend on no item.
    fn slips() -> Features {
        let mut random = Random::new(4);
        let codes: Vec<u32> = (0..300).map(|i| (i % 3) as u32).collect();
        let price = |c: &u32| [10.0, 200.0, 5000.0][*c as usize];
        let prices = codes.iter().map(|c| price(c) * (1.0 + 0.03 * random.normal())).collect();
        let counts = (0..300).map(|_| 1.0 + random.index(20) as f64).collect();
        Features {
            columns: vec![Feature::Number(prices), Feature::Number(counts), Feature::Category { codes, levels: 3 }],
        }
    }

    #[test]
    fn a_price_is_held_against_its_item() {
        let slips = slips();
        let within = Within::find(&slips, 0).unwrap();
        assert_eq!(within.by, 2);
        let (center, scale, _) = within.of(Some(1)).unwrap();
        assert!((center - 200.0).abs() < 5.0 && (scale - 6.0).abs() < 2.0, "{center} {scale}");
        assert!(within.of(Some(9)).is_none() && within.of(Some(MISSING)).is_none() && within.of(None).is_none());
        assert_eq!(Within::find(&slips, 1), None);
    }

    #[test]
    fn a_wrong_price_that_other_items_have_is_found() {
        let mut slips = slips();
        let Feature::Number(prices) = &mut slips.columns[0] else { panic!("prices") };
        prices[4] = 600.0;
        let detector = super::super::fit(&slips, 1).unwrap();
        let raw = detector.raw_scores(&slips);
        let oddest = (0..300).max_by(|&a, &b| raw[a].total_cmp(&raw[b])).unwrap();
        assert_eq!(oddest, 4);
        let cause = detector.reasons(&slips, 4)[0];
        assert!(cause.column == 0 && cause.high > 200.0 && cause.high < 230.0, "{cause:?}");
    }
}
