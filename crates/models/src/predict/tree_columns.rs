//! Columns as trees need them: plain numbers with `NaN` for gaps.
//!
//! A category with few levels becomes one 0/1 column a level. One with many becomes the mean response of its levels, shrunk
//! toward the overall mean. A training row must not see its own answer in that mean, so the training columns are made in
//! parts: each part gets the means of the other parts.
//!
//! Source: Micci-Barreca (2001), "A preprocessing scheme for high-cardinality categorical attributes".

use serde::{Deserialize, Serialize};

use crate::feature::{Feature, Features};
use crate::random::Random;

use super::level::{Levels, codes, numbers};

/// Most levels that become columns of their own.
const MAX_LEVELS: usize = 12;
/// Rows of the overall mean that are mixed into a level's mean.
const PRIOR_ROWS: f64 = 10.0;
/// Parts for training columns.
const PARTS: usize = 5;

/// How to turn columns into numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct TreeColumns {
    sources: Vec<Source>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Source {
    Number {
        column: usize,
    },
    Levels {
        column: usize,
        levels: Levels,
    },
    /// Mean of each level for each response.
    Means {
        column: usize,
        means: Vec<Vec<f64>>,
    },
}

impl TreeColumns {
    /// Learns from the training rows and gives their columns too. Columns that say nothing are left out.
    pub fn new(features: &Features, responses: &[Vec<f64>], seed: u64) -> (Self, Vec<Vec<f64>>) {
        let (mut sources, mut columns) = (Vec::new(), Vec::new());
        let parts = parts(features.rows(), seed);
        for (c, column) in features.columns.iter().enumerate() {
            let (source, made) = match column {
                Feature::Number(_) => (Source::Number { column: c }, vec![numbers(features, c)]),
                Feature::Category { codes, levels } => category(c, codes, *levels, responses, &parts),
            };
            if made.iter().any(|m| varies(m)) {
                sources.push(source);
                columns.extend(made);
            }
        }
        (Self { sources }, columns)
    }

    /// The columns for other rows.
    pub fn columns(&self, features: &Features) -> Vec<Vec<f64>> {
        let mut columns = Vec::new();
        for source in &self.sources {
            match source {
                Source::Number { column } => columns.push(numbers(features, *column)),
                Source::Levels { column, levels } => {
                    columns.extend(indicators(codes(features, *column), features.rows(), levels));
                }
                Source::Means { column, means } => {
                    columns.extend(means.iter().map(|m| mean_column(codes(features, *column), features.rows(), m)));
                }
            }
        }
        columns
    }
}

fn category(
    column: usize,
    codes: &[u32],
    levels: u32,
    responses: &[Vec<f64>],
    parts: &[u8],
) -> (Source, Vec<Vec<f64>>) {
    let places = Levels::new(codes, levels, usize::MAX);
    if places.count <= MAX_LEVELS {
        let made = indicators(Some(codes), codes.len(), &places);
        return (Source::Levels { column, levels: places }, made);
    }
    let means = responses.iter().map(|y| level_means(codes, levels, y, |_| true)).collect();
    let made = responses.iter().map(|y| means_of_others(codes, levels, y, parts)).collect();
    (Source::Means { column, means }, made)
}

/// One 0/1 column a level; `NaN` where the level is missing or unknown.
fn indicators(codes: Option<&[u32]>, rows: usize, levels: &Levels) -> Vec<Vec<f64>> {
    let Some(codes) = codes else { return vec![vec![f64::NAN; rows]; indicator_count(levels)] };
    let places: Vec<Option<usize>> = codes.iter().map(|&c| levels.place(c)).collect();
    (0..indicator_count(levels))
        .map(|k| places.iter().map(|p| p.map_or(f64::NAN, |p| f64::from(u8::from(p == k)))).collect())
        .collect()
}

/// Of two levels one column says it all.
fn indicator_count(levels: &Levels) -> usize {
    if levels.count == 2 { 1 } else { levels.count }
}

fn mean_column(codes: Option<&[u32]>, rows: usize, means: &[f64]) -> Vec<f64> {
    match codes {
        Some(codes) => codes.iter().map(|&c| means.get(c as usize).copied().unwrap_or(f64::NAN)).collect(),
        None => vec![f64::NAN; rows],
    }
}

/// Shrunken mean of each level over the rows for which `used` holds.
fn level_means(codes: &[u32], levels: u32, y: &[f64], used: impl Fn(usize) -> bool) -> Vec<f64> {
    let mut sums = vec![0.0; levels as usize];
    let mut counts = vec![0.0; levels as usize];
    let (mut sum, mut count) = (0.0, 0.0);
    for (r, (&code, &v)) in codes.iter().zip(y).enumerate() {
        if used(r) {
            sum += v;
            count += 1.0;
            if let (Some(s), Some(n)) = (sums.get_mut(code as usize), counts.get_mut(code as usize)) {
                *s += v;
                *n += 1.0;
            }
        }
    }
    let prior = if count > 0.0 { sum / count } else { 0.0 };
    sums.iter().zip(&counts).map(|(s, n)| (s + PRIOR_ROWS * prior) / (n + PRIOR_ROWS)).collect()
}

fn means_of_others(codes: &[u32], levels: u32, y: &[f64], parts: &[u8]) -> Vec<f64> {
    let means: Vec<Vec<f64>> =
        (0..PARTS as u8).map(|part| level_means(codes, levels, y, |r| parts[r] != part)).collect();
    let mean = |(&code, &part): (&u32, &u8)| means[usize::from(part)].get(code as usize).copied().unwrap_or(f64::NAN);
    codes.iter().zip(parts).map(mean).collect()
}

/// Part of each row, equal in size.
fn parts(rows: usize, seed: u64) -> Vec<u8> {
    let mut parts: Vec<u8> = (0..rows).map(|r| (r % PARTS) as u8).collect();
    Random::new(seed).shuffle(&mut parts);
    parts
}

fn varies(column: &[f64]) -> bool {
    column.windows(2).any(|w| w[0] != w[1] && !(w[0].is_nan() && w[1].is_nan()))
}
