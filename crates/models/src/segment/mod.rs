//! Groups of similar rows.
//!
//! In plain words: put the columns on a common scale, group the rows in two ways and for every number of groups, and keep the grouping
//! that comes out the same when parts of the rows are left out. If none does, say so.
//! Model:  `kmeans` (round groups) and `genie` (groups of any form); number and kind by stability and silhouette, see `choose`.
//! Shapes: at least [`MIN_ROWS`] rows, numbers or categories, gaps allowed.
//! Gives:  a group for every row, how clear the groups are, and a map. Fails: TooShort, NoColumn, UnequalColumns, TooManyGroups.
//! Cost:   see [`cost`]; choosing works on 1,200 rows, fitting on at most 10,000, all others go to the nearest group.

mod choose;
mod clarity;
pub mod cost;
mod describe;
mod genie;
mod index;
mod kmeans;
mod map;
mod rfm;
mod scale;
mod stability;

use std::fmt;

use serde::{Deserialize, Serialize};

pub use clarity::Clarity;
pub use describe::{Trait, TraitKind, describe};
pub use map::Projection;
pub use rfm::{RfmKind, rfm_names};

use crate::feature::Features;
use crate::random::Random;
use choose::Choice;
use scale::Matrix;

/// Fewest rows.
pub const MIN_ROWS: usize = 10;
/// Most groups that are tried when their number is not given.
pub const MOST_TRIED: usize = 12;
/// Most groups that can be asked for.
pub const MOST_GROUPS: usize = 50;
/// Rows that k-means is fitted on.
const FIT_ROWS: usize = 10_000;
/// Rows that Genie's tree is built on.
const TREE_ROWS: usize = 4000;
/// Comparisons spent on rows outside the tree.
const COMPARISONS: usize = 150_000_000;

/// Rows in groups.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grouping {
    /// Group of each row; 0 is the largest group, then in order of size.
    pub group: Vec<u32>,
    /// Number of groups; fewer than asked for if there are not so many different rows.
    pub groups: usize,
    /// How the groups were made.
    pub method: Method,
    /// Agreement (adjusted Rand index) of this number of groups on parts of the rows, up to 1.
    pub stability: f64,
    /// Mean silhouette, -1 to 1.
    pub silhouette: f64,
    /// Whether the groups are a fact or a help for sorting.
    pub clear: Clarity,
    /// Numbers of groups tried with this method: the number, its stability, its silhouette.
    pub by_k: Vec<(usize, f64, f64)>,
    /// The rows in a plane.
    pub map: Projection,
}

/// How groups are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Round groups around centers.
    KMeans,
    /// Groups of any form, chained by neighbours.
    Genie,
}

/// Why there is no grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SegmentError {
    /// Too few rows.
    TooShort {
        /// What there is.
        have: usize,
        /// What is needed.
        need: usize,
    },
    /// Every column is constant, empty or different in every row.
    NoColumn,
    /// The columns are of different lengths.
    UnequalColumns,
    /// Fewer than 2 groups, or more than the rows can fill.
    GroupCount {
        /// Asked for.
        asked: usize,
        /// At most possible.
        most: usize,
    },
}

impl fmt::Display for SegmentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort { have, need } => write!(f, "{have} rows, at least {need} are needed"),
            Self::NoColumn => write!(f, "no column that could tell groups apart"),
            Self::UnequalColumns => write!(f, "the columns are of different lengths"),
            Self::GroupCount { asked, most } => write!(f, "{asked} groups asked for, possible are 2 to {most}"),
        }
    }
}

impl std::error::Error for SegmentError {}

/// Groups the rows; finds the number of groups if it is not given.
pub fn fit(features: &Features, groups: Option<usize>, seed: u64) -> Result<Grouping, SegmentError> {
    let rows = features.rows();
    if features.columns.iter().any(|c| c.rows() != rows) {
        return Err(SegmentError::UnequalColumns);
    }
    if rows < MIN_ROWS {
        return Err(SegmentError::TooShort { have: rows, need: MIN_ROWS });
    }
    let most = MOST_GROUPS.min(rows / 2);
    if let Some(asked) = groups.filter(|k| !(2..=most).contains(k)) {
        return Err(SegmentError::GroupCount { asked, most });
    }
    let (data, of) = scale::scale(features);
    if data.width == 0 {
        return Err(SegmentError::NoColumn);
    }
    let mut random = Random::new(seed);
    let choice = choose::choose(&data, groups, &mut random);
    let group = match choice.method {
        Method::KMeans => round(&data, choice.groups, &mut random),
        Method::Genie => chained(&data, choice.groups, &mut random),
    };
    let (group, found) = by_size(&group);
    let clear = clarity::judge(&data, &group, found, choice.method, choice.stability);
    let map = map::project(&data, &of, &mut random);
    let Choice { method, stability, silhouette, by_k, .. } = choice;
    Ok(Grouping { group, groups: found, method, stability, silhouette, clear, by_k, map })
}

fn draw(data: &Matrix, most: usize, random: &mut Random) -> Vec<usize> {
    let mut chosen = random.sample(data.rows(), most);
    chosen.sort_unstable();
    chosen
}

fn round(data: &Matrix, k: usize, random: &mut Random) -> Vec<u32> {
    let part = data.take(&draw(data, FIT_ROWS, random));
    kmeans::assign(data, &kmeans::centers(&part, k, 5, random))
}

/// Genie on a part of the rows; every other row joins its nearest neighbour of that part.
fn chained(data: &Matrix, k: usize, random: &mut Random) -> Vec<u32> {
    let chosen = draw(data, TREE_ROWS, random);
    let Some(labels) = genie::levels(&data.take(&chosen), k).pop() else { return vec![0; data.rows()] };
    let outside = data.rows() - chosen.len();
    let near = random.sample(chosen.len(), COMPARISONS.checked_div(outside).unwrap_or(usize::MAX).max(100));
    let among = data.take(&near.iter().map(|&i| chosen[i]).collect::<Vec<_>>());
    let mut group = vec![u32::MAX; data.rows()];
    chosen.iter().zip(labels.iter()).for_each(|(&r, &label)| group[r] = label);
    for (r, g) in group.iter_mut().enumerate().filter(|(_, g)| **g == u32::MAX) {
        *g = labels[near[kmeans::nearest(data.row(r), &among).0]];
    }
    group
}

/// Numbers the groups by size, the largest 0; returns how many are not empty.
fn by_size(group: &[u32]) -> (Vec<u32>, usize) {
    let top = group.iter().max().map_or(0, |&g| g as usize + 1);
    let mut count = vec![0usize; top];
    group.iter().for_each(|&g| count[g as usize] += 1);
    let mut order: Vec<usize> = (0..top).filter(|&g| count[g] > 0).collect();
    order.sort_by_key(|&g| (std::cmp::Reverse(count[g]), g));
    let mut name = vec![0u32; top];
    order.iter().enumerate().for_each(|(new, &old)| name[old] = new as u32);
    (group.iter().map(|&g| name[g as usize]).collect(), order.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feature::{Feature, MISSING};

    /// Three groups of 100, 60 and 40 rows in two numbers and a category, with a gap each.
    fn three() -> Features {
        let mut random = Random::new(9);
        let of = |r: usize| {
            if r < 100 {
                0
            } else if r < 160 {
                1
            } else {
                2
            }
        };
        let mut x: Vec<f64> = (0..200).map(|r| [0.0, 10.0, 0.0][of(r)] + random.normal()).collect();
        let y = (0..200).map(|r| [0.0, 0.0, 10.0][of(r)] + random.normal()).collect();
        let mut codes: Vec<u32> =
            (0..200).map(|r| if random.unit() < 0.9 { of(r) as u32 } else { random.index(3) as u32 }).collect();
        x[5] = f64::NAN;
        codes[6] = MISSING;
        Features { columns: vec![Feature::Number(x), Feature::Number(y), Feature::Category { codes, levels: 3 }] }
    }

    #[test]
    fn clear_groups_are_found_ordered_and_described() {
        let features = three();
        let found = fit(&features, None, 1).unwrap();
        assert_eq!((found.groups, found.clear), (3, Clarity::Clear));
        let sizes: Vec<usize> = (0..3).map(|g| found.group.iter().filter(|&&x| x == g).count()).collect();
        assert!(sizes[0] >= 98 && sizes[1].abs_diff(60) <= 2 && sizes[2].abs_diff(40) <= 2, "{sizes:?}");
        assert!(found.stability > 0.9 && found.by_k.iter().all(|t| t.1.is_finite() && t.2.is_finite()));
        let traits = describe(&features, &found.group, found.groups);
        assert!(traits[1].iter().any(|t| t.column == 0 && t.kind == TraitKind::High && (t.inside - 10.0).abs() < 1.0));
        assert!(traits[2].iter().any(|t| t.column == 2 && t.kind == TraitKind::More(2)));
        assert!(traits.iter().all(|ts| ts.windows(2).all(|w| w[0].effect >= w[1].effect)));
        assert_eq!(found.map.rows.len(), 200);
        assert!(found.map.x.iter().chain(&found.map.y).all(|v| v.is_finite()));
        assert_eq!(fit(&features, None, 1).unwrap(), found);
    }

    #[test]
    fn a_cloud_is_not_called_clear() {
        let mut random = Random::new(2);
        let columns = (0..5).map(|_| Feature::Number((0..500).map(|_| random.normal()).collect())).collect();
        let found = fit(&Features { columns }, None, 1).unwrap();
        assert_ne!(found.clear, Clarity::Clear);
    }

    #[test]
    fn the_number_of_groups_can_be_given() {
        let found = fit(&three(), Some(5), 1).unwrap();
        assert_eq!(found.groups, 5);
        assert!(found.group.iter().all(|&g| g < 5));
        assert_eq!(fit(&three(), Some(1), 1), Err(SegmentError::GroupCount { asked: 1, most: 50 }));
        assert_eq!(fit(&three(), Some(51), 1), Err(SegmentError::GroupCount { asked: 51, most: 50 }));
    }

    #[test]
    fn thin_tables_do_no_harm() {
        let of = |values: Vec<f64>| Features { columns: vec![Feature::Number(values)] };
        assert_eq!(fit(&of(vec![1.0; 5]), None, 1), Err(SegmentError::TooShort { have: 5, need: MIN_ROWS }));
        assert_eq!(fit(&of(vec![1.0; 50]), None, 1), Err(SegmentError::NoColumn));
        assert_eq!(fit(&of(vec![f64::NAN; 50]), None, 1), Err(SegmentError::NoColumn));
        let two_values = fit(&of([0.0, 1.0].repeat(10)), Some(6), 1).unwrap();
        assert!(two_values.groups >= 2 && two_values.groups <= 6);
        let huge: Vec<f64> = (0..40).map(|i| if i == 0 { 1e300 } else { f64::from(i) }).collect();
        assert!(fit(&of(huge), None, 1).is_ok_and(|g| g.map.x.iter().all(|v| v.is_finite())));
        assert!(describe(&three(), &[7; 300], 2).iter().all(Vec::is_empty));
    }
}
