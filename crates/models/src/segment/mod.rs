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
mod error;
mod genie;
mod index;
mod kmeans;
mod map;
mod rfm;
mod rfm_scale;
mod scale;
mod stability;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use clarity::Clarity;
pub use describe::{Trait, TraitKind, describe};
pub use error::SegmentError;
pub use map::Projection;
pub use rfm::{RfmKind, rfm_names};
pub use rfm_scale::rfm_scale;

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
