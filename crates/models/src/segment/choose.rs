//! How many groups, and of which kind.
//!
//! Model:  round groups: the largest k whose stability x silhouette is within 5 % of the best; groups of any form: the largest k with a
//!         stability of at least 0.9. Groups of any form win on at most three columns of fine numbers, where neighbours mean something,
//!         unless round ones are far apart (silhouette 0.7, "strong" in Rousseeuw's words); on wider tables only if they are stable
//!         and round ones are not. With k given, the kinds are held against each other by their stability at that k.
//! Source: stability after Ben-Hur et al. (2002); the rule was measured on the reference sets.

use super::clarity;
use super::genie;
use super::index::silhouettes;
use super::kmeans;
use super::scale::Matrix;
use super::stability::stability;
use super::{MOST_TRIED, Method};
use crate::random::Random;

/// Scaled columns up to which neighbours say more than centers.
const FEW_COLUMNS: usize = 3;
/// Rows that the choice is made on, and for chains of neighbours in a plane, which a thin sample would break.
const ROWS: usize = 1200;
const PLANE_ROWS: usize = 3000;
/// Pairs of samples for the stability of each kind; trees are cheap.
const TREE_PAIRS: usize = 8;
const CENTER_PAIRS: usize = 4;
const STABLE: f64 = 0.9;
const STRONG: f64 = 0.7;
const UNSTABLE: f64 = 0.75;
/// How much less stable the preferred kind may be.
const SLACK: f64 = 0.1;
/// A value that more than one row in so many has makes a column coarse.
const TIES: usize = 10;
/// A larger number of groups is preferred if it costs no more than this share of the best worth: two groups seldom help anybody.
const TOLERANCE: f64 = 0.05;

/// What to fit, and what was seen.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Kind.
    pub method: Method,
    /// Number of groups.
    pub groups: usize,
    /// Its stability.
    pub stability: f64,
    /// Its silhouette.
    pub silhouette: f64,
    /// All that were tried with this kind.
    pub by_k: Vec<(usize, f64, f64)>,
}

/// A number of groups, its stability and its silhouette.
type Tried = (usize, f64, f64);

/// Tries both kinds on a part of the rows.
pub fn choose(data: &Matrix, given: Option<usize>, random: &mut Random) -> Choice {
    let is_plane = data.width <= FEW_COLUMNS && is_fine(data);
    let part = data.take(&super::draw(data, ROWS, random));
    let most = MOST_TRIED.min(part.rows() / 2);
    let counts: Vec<usize> = (2..=most).chain(given.filter(|&k| k > most)).collect();
    let dense = if is_plane { data.take(&super::draw(data, PLANE_ROWS, random)) } else { part.clone() };
    let chained = try_genie(&dense, &counts, random);
    let round = try_kmeans(&part, &counts, random);
    let pick = |tried: &[Tried], best: Option<Tried>| match given {
        Some(k) => tried.iter().copied().find(|t| t.0 == k),
        None => best,
    };
    let genie = pick(&chained, last_stable(&chained));
    let mut means = pick(&round, best_product(&round)).unwrap_or((2, 0.0, 0.0));
    if given.is_none() && means.0 == 2 && is_cloud(&part, random) {
        means = steadiest_of_few(&round).unwrap_or(means);
    }
    let (method, (groups, stability, silhouette), by_k) = match genie {
        Some(genie) if is_chained(genie, means, given.is_some(), is_plane) => (Method::Genie, genie, chained),
        _ => (Method::KMeans, means, round),
    };
    Choice { method, groups, stability, silhouette, by_k }
}

fn is_chained(genie: Tried, means: Tried, given: bool, is_plane: bool) -> bool {
    match (given, is_plane) {
        (true, true) => genie.1 >= means.1 - SLACK,
        (true, false) => genie.1 >= means.1 + SLACK,
        (false, true) => means.2 < STRONG,
        (false, false) => means.1 < UNSTABLE,
    }
}

/// Whether two groups would only be a cloud cut in two.
fn is_cloud(part: &Matrix, random: &mut Random) -> bool {
    let group = kmeans::assign(part, &kmeans::centers(part, 2, 2, random));
    clarity::valley(part, &group, 2) > clarity::VALLEY
}

/// A cloud has no groups to find: three to five even parts are of more use for sorting than two halves.
fn steadiest_of_few(tried: &[Tried]) -> Option<Tried> {
    let few = tried.iter().copied().filter(|t| (3..=5).contains(&t.0) && t.1 >= clarity::STABLE);
    few.reduce(|a, b| if b.1 > a.1 { b } else { a })
}

/// Whether no column repeats one value often: counts and codes leave gaps between their values that are no gaps between groups.
fn is_fine(data: &Matrix) -> bool {
    (0..data.width).all(|c| {
        let mut column: Vec<f64> = (0..data.rows()).map(|r| data.row(r)[c]).collect();
        column.sort_unstable_by(f64::total_cmp);
        let most = column.chunk_by(|a, b| a == b).map(<[f64]>::len).max().unwrap_or(0);
        most * TIES < data.rows() || data.rows() < TIES * TIES
    })
}

fn last_stable(tried: &[Tried]) -> Option<Tried> {
    tried.iter().rev().copied().find(|t| t.1 >= STABLE)
}

fn best_product(tried: &[Tried]) -> Option<Tried> {
    let worth = |t: &Tried| t.1.max(0.0) * t.2.max(0.0);
    let top = tried.iter().map(worth).fold(0.0, f64::max);
    let good = |t: &Tried| t.1 >= clarity::UNSTABLE && worth(t) >= (1.0 - TOLERANCE) * top;
    let steadiest = tried.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
    tried.iter().rev().copied().find(good).or(steadiest)
}

fn try_genie(part: &Matrix, counts: &[usize], random: &mut Random) -> Vec<Tried> {
    let most = counts.last().copied().unwrap_or(2);
    let cut = |data: &Matrix| {
        let levels = genie::levels(data, most);
        // A part of the rows can hold fewer levels than asked for: then every row is a group of its own.
        counts.iter().map(|&k| levels[(k - 1).min(levels.len() - 1)].clone()).collect::<Vec<_>>()
    };
    let stability = stability(part, TREE_PAIRS, random, cut);
    table(counts, stability, silhouettes(part, &cut(part)))
}

fn try_kmeans(part: &Matrix, counts: &[usize], random: &mut Random) -> Vec<Tried> {
    let mut draws = Random::new(random.next_u64());
    let mut fit = |data: &Matrix| {
        let one = |&k: &usize| kmeans::assign(data, &kmeans::centers(data, k.min(data.rows()), 2, &mut draws));
        counts.iter().map(one).collect::<Vec<_>>()
    };
    let stability = stability(part, CENTER_PAIRS, random, &mut fit);
    table(counts, stability, silhouettes(part, &fit(part)))
}

fn table(counts: &[usize], stability: Vec<f64>, silhouette: Vec<f64>) -> Vec<Tried> {
    counts.iter().zip(stability).zip(silhouette).map(|((&k, st), si)| (k, st, si)).collect()
}
