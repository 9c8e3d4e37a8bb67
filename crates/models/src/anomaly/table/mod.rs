//! Unusual rows of a plain table: an ensemble of small detectors that fail in different ways.
//!
//! In plain words: five judges look at each row; each says by how much the row is odder than most; the verdict is their sum.
//! Model:  an isolation forest, the distance to the neighbours (one far, one bagged), a robust ellipse and histograms; each
//!         score is held against its median and spread in the sample, squeezed by asinh, and added up. Never ranks: they forget by
//!         how much.
//! Shapes: any number of rows and columns, numbers or categories, gaps allowed; at least [`MIN_ROWS`] rows.
//! Gives:  a raw score a row, larger is odder ([`Detector::raw_scores`]); [`decide`] makes marks of all rows' raw scores;
//!         [`Detector::reasons`] says which columns. Fails: TooShort, NoColumn, UnequalColumns.
//! Cost:   see [`cost`](super::cost); a table above [`SAMPLE_ROWS`] rows is fitted on a sample.
//! Source: combination after Aggarwal and Sathe (Outlier Ensembles, 2017); the members name theirs.

mod cause;
mod columns;
mod decide;
pub(super) mod ellipse;
mod forest;
mod histogram;
mod neighbours;
mod within;

use serde::{Deserialize, Serialize};

pub use cause::{Cause, CauseKind};
pub use decide::{Decision, decide};

use super::error::AnomalyError;
use super::robust;
use crate::feature::{Feature, Features};
use crate::random::Random;
use columns::{Column, Columns, Row};

/// Fewest rows.
pub const MIN_ROWS: usize = 10;
/// Most rows that a detector is fitted on.
pub const SAMPLE_ROWS: usize = 4000;
/// Rows whose scores set each member's scale.
const SCALE_ROWS: usize = 1000;
const MEMBERS: usize = 5;
/// Say of each member: the ellipse is the best single one, the histograms see one column at a time only.
const WEIGHTS: [f64; MEMBERS] = [1.0, 1.0, 1.0, 1.5, 0.5];

/// A fitted ensemble.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detector {
    columns: Columns,
    forest: forest::Forest,
    neighbours: neighbours::Neighbours,
    ellipse: Option<ellipse::Ellipse>,
    histogram: histogram::Histogram,
    /// Sorted residuals in size, one list a used column, for the reasons.
    residuals: Vec<Vec<f64>>,
    /// Median and spread of each member's score; a spread of 0 silences the member.
    scales: [(f64, f64); MEMBERS],
}

/// Fits the ensemble on at most [`SAMPLE_ROWS`] rows drawn with the seed.
pub fn fit(features: &Features, seed: u64) -> Result<Detector, AnomalyError> {
    let rows = features.rows();
    if features.columns.iter().any(|c| c.rows() != rows) {
        return Err(AnomalyError::UnequalColumns);
    }
    if rows < MIN_ROWS {
        return Err(AnomalyError::TooShort { have: rows, need: MIN_ROWS });
    }
    let mut random = Random::new(seed);
    let mut chosen = random.sample(rows, SAMPLE_ROWS);
    chosen.sort_unstable();
    let sample = features.take(&chosen);
    let columns = Columns::fit(&sample);
    if columns.used.is_empty() {
        return Err(AnomalyError::NoColumn);
    }
    Ok(Detector::of(&sample, columns, &mut random))
}

impl Detector {
    fn of(sample: &Features, columns: Columns, random: &mut Random) -> Self {
        let width = columns.used.len();
        let rows: Vec<Row> = (0..sample.rows())
            .map(|r| {
                let mut row = Row::default();
                columns.row(sample, r, &mut row);
                row
            })
            .collect();
        let cells: Vec<f64> = rows.iter().flat_map(|r| r.cells.iter().copied()).collect();
        let is_category: Vec<bool> =
            columns.used.iter().map(|&c| matches!(columns.all[c], Column::Category { .. })).collect();
        let mut detector = Self {
            forest: forest::Forest::fit(&cells, width, &mut Random::new(random.next_u64())),
            histogram: histogram::Histogram::fit(&rows, &is_category),
            neighbours: neighbours::Neighbours::fit(&rows, is_category, &mut Random::new(random.next_u64())),
            ellipse: ellipse::Ellipse::fit(&cells, width),
            residuals: Vec::new(),
            scales: [(0.0, 0.0); MEMBERS],
            columns,
        };
        detector.set_scales(&rows[..]);
        detector.residuals = cause::residuals(detector.ellipse.as_ref(), &cells, width);
        detector
    }

    fn set_scales(&mut self, rows: &[Row]) {
        let step = rows.len().div_ceil(SCALE_ROWS);
        let mut work = Vec::new();
        let scores: Vec<[f64; MEMBERS]> = rows.iter().step_by(step).map(|r| self.members(r, &mut work)).collect();
        for m in 0..MEMBERS {
            let sorted = robust::sorted(scores.iter().map(|s| s[m]));
            self.scales[m] = (robust::quantile(&sorted, 0.5), robust::spread(&sorted));
        }
    }

    /// The members' own scores of a row.
    fn members(&self, row: &Row, work: &mut Vec<f64>) -> [f64; MEMBERS] {
        let [far, bagged] = self.neighbours.score(row, work);
        let ellipse = self.ellipse.as_ref().map_or(0.0, |e| e.score(&row.cells));
        [self.forest.score(&row.cells), far, bagged, ellipse, self.histogram.score(row)]
    }

    /// The weighted mean of the members' squeezed deviations; a member without a spread says nothing.
    fn combine(&self, members: &[f64; MEMBERS]) -> f64 {
        let mut total = 0.0;
        for m in 0..MEMBERS {
            let (center, scale) = self.scales[m];
            if scale > 0.0 && members[m].is_finite() {
                total += WEIGHTS[m] * libm::asinh((members[m] - center) / scale);
            }
        }
        total / WEIGHTS.iter().sum::<f64>()
    }

    /// A score for each row of a chunk, larger is odder, not bounded. The chunk has the columns of the fitted table in the same
    /// order; a missing column, an unknown category or a number that is not finite counts as a gap. Scores of a row do not depend on
    /// the chunk that it comes in.
    pub fn raw_scores(&self, chunk: &Features) -> Vec<f64> {
        let (mut row, mut work) = (Row::default(), Vec::new());
        let rows = chunk.columns.iter().map(Feature::rows).min().unwrap_or(0);
        (0..rows)
            .map(|r| {
                self.columns.row(chunk, r, &mut row);
                let members = self.members(&row, &mut work);
                self.combine(&members)
            })
            .collect()
    }

    /// Why a row of a chunk stands out: at most three causes, the strongest first; empty if the row is not there.
    pub fn reasons(&self, chunk: &Features, row: usize) -> Vec<Cause> {
        let rows = chunk.columns.iter().map(Feature::rows).min().unwrap_or(0);
        if row >= rows {
            return Vec::new();
        }
        let mut seen = Row::default();
        self.columns.row(chunk, row, &mut seen);
        cause::causes(&self.columns, self.ellipse.as_ref(), &self.residuals, chunk, row, &seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feature::MISSING;

    /// Two numbers that go together, a number of its own, a category with one rare level; row 0 breaks the pair, row 1 is far out in
    /// column 2, row 2 has the rare level, row 3 has a gap.
    fn table() -> Features {
        let mut random = Random::new(11);
        let rows = 400;
        let base: Vec<f64> = (0..rows).map(|_| random.normal()).collect();
        let mut other: Vec<f64> = base.iter().map(|b| 2.0 * b + 0.1 * random.normal()).collect();
        let mut alone: Vec<f64> = (0..rows).map(|_| 100.0 + 5.0 * random.normal()).collect();
        let mut codes: Vec<u32> = (0..rows).map(|_| random.index(3) as u32).collect();
        let mut base = base;
        (base[0], other[0], alone[1], codes[2], alone[3]) = (1.2, -2.4, 190.0, 3, f64::NAN);
        codes[7] = MISSING;
        Features {
            columns: vec![
                Feature::Number(base),
                Feature::Number(other),
                Feature::Number(alone),
                Feature::Category { codes, levels: 4 },
                Feature::Number(vec![1.0; rows]),
            ],
        }
    }

    #[test]
    fn odd_rows_are_found_with_their_causes() {
        let features = table();
        let detector = fit(&features, 1).unwrap();
        let raw = detector.raw_scores(&features);
        let decision = decide(&raw, 3);
        assert!(decision.is_anomaly[0] && decision.is_anomaly[1], "{:?}", &decision.score[..4]);
        let marked = decision.is_anomaly.iter().filter(|m| **m).count();
        assert!(marked < 30, "{marked}");
        let top = |row: usize| detector.reasons(&features, row)[0];
        assert!(top(0).kind == CauseKind::Combination && top(0).column < 2, "{:?}", top(0));
        let far = top(1);
        assert!(far.kind == CauseKind::High && far.column == 2 && far.value == 190.0, "{far:?}");
        assert!(far.low > 85.0 && far.high < 115.0 && far.share_frac < 0.01);
        assert!(detector.reasons(&features, 2).iter().any(|c| c.kind == CauseKind::Rare && c.value == 3.0));
        assert!(detector.reasons(&features, 3).iter().any(|c| c.kind == CauseKind::Missing && c.column == 2));
    }

    #[test]
    fn chunks_and_reruns_give_the_same_scores() {
        let features = table();
        let detector = fit(&features, 5).unwrap();
        let whole = detector.raw_scores(&features);
        let part: Vec<usize> = (100..180).collect();
        assert_eq!(detector.raw_scores(&features.take(&part)), whole[100..180]);
        assert_eq!(fit(&features, 5).unwrap(), detector);
    }

    #[test]
    fn strange_chunks_do_no_harm() {
        let detector = fit(&table(), 1).unwrap();
        let strange = Features {
            columns: vec![
                Feature::Number(vec![f64::INFINITY, 1e300, f64::NAN]),
                Feature::Category { codes: vec![0, 9, MISSING], levels: 10 },
                Feature::Number(vec![0.0, -1e300, f64::NAN]),
                Feature::Category { codes: vec![77, 0, MISSING], levels: 100 },
            ],
        };
        assert!(detector.raw_scores(&strange).iter().all(|s| s.is_finite()));
        for row in 0..4 {
            let reasons = detector.reasons(&strange, row);
            assert!(reasons.iter().all(|c| c.weight.is_finite() && c.share_frac.is_finite()));
        }
        assert!(detector.raw_scores(&Features::default()).is_empty());
    }

    #[test]
    fn tables_without_a_usual_are_refused() {
        let constant = Features { columns: vec![Feature::Number(vec![3.0; 50])] };
        assert_eq!(fit(&constant, 1), Err(AnomalyError::NoColumn));
        let short = Features { columns: vec![Feature::Number(vec![3.0, 4.0])] };
        assert_eq!(fit(&short, 1), Err(AnomalyError::TooShort { have: 2, need: MIN_ROWS }));
        assert_eq!(fit(&Features::default(), 1), Err(AnomalyError::TooShort { have: 0, need: MIN_ROWS }));
        let unequal = Features { columns: vec![Feature::Number(vec![3.0; 50]), Feature::Number(vec![3.0; 9])] };
        assert_eq!(fit(&unequal, 1), Err(AnomalyError::UnequalColumns));
    }
}
