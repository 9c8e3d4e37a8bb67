//! Whether groups are there or only drawn.
//!
//! Model:  between each group's center and its nearest other center, count the rows near the border and near the two centers along
//!         the line that joins them. Real groups leave a valley there; a cloud cut in two is as dense at the cut as anywhere.
//! Cost:   O(rows x groups x width), on at most 4,000 rows.
//! Source: in the spirit of the dip between modes (Hartigan and Hartigan, 1985), with fixed bands instead of a test.

use serde::{Deserialize, Serialize};

use super::Method;
use super::scale::{Matrix, square_distance};

/// How clear the groups are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Clarity {
    /// The same groups come out again, with gaps between them.
    Clear,
    /// The groups run into each other: a help for sorting.
    Vague,
    /// Other rows give other groups.
    None,
}

/// Agreement from which on groups come out the same.
pub const STABLE: f64 = 0.85;
/// Agreement below which other rows give other groups.
pub const UNSTABLE: f64 = 0.6;
/// Border rows per center row up to which there is a valley.
pub const VALLEY: f64 = 0.5;
const ROWS: usize = 4000;

/// Judges a finished grouping.
pub fn judge(data: &Matrix, group: &[u32], groups: usize, method: Method, stability: f64) -> Clarity {
    if groups < 2 || stability < UNSTABLE {
        return Clarity::None;
    }
    // Chained groups are joined only where neighbours are close: when they are stable, there are gaps.
    let has_gaps = method == Method::Genie || valley(data, group, groups) <= VALLEY;
    if stability >= STABLE && has_gaps { Clarity::Clear } else { Clarity::Vague }
}

/// Mean over the groups of the density at the border to the nearest group over that at the centers; near 0 for groups far apart,
/// around 1 and above for a cloud that was cut.
pub fn valley(data: &Matrix, group: &[u32], groups: usize) -> f64 {
    let centers = centers(data, group, groups);
    let step = data.rows().div_ceil(ROWS);
    let (mut total, mut counted) = (0.0, 0.0);
    for g in 0..groups {
        let away = |h: usize| square_distance(centers.row(g), centers.row(h));
        let Some(h) = (0..groups).filter(|&h| h != g).min_by(|&a, &b| away(a).total_cmp(&away(b))) else { continue };
        let length = away(h);
        if length <= 0.0 {
            continue;
        }
        let (mut border, mut near_g, mut near_h) = (0.0, 0.0, 0.0);
        for r in (0..data.rows()).step_by(step).filter(|&r| group[r] as usize == g || group[r] as usize == h) {
            let along = place(data.row(r), centers.row(g), centers.row(h)) / length;
            match along {
                t if (0.4..0.6).contains(&t) => border += 1.0,
                t if (-0.1..0.1).contains(&t) => near_g += 1.0,
                t if (0.9..1.1).contains(&t) => near_h += 1.0,
                _ => {}
            }
        }
        let weight = group.iter().filter(|&&x| x as usize == g).count() as f64;
        total += weight * (border / f64::max(1.0, f64::min(near_g, near_h))).min(2.0);
        counted += weight;
    }
    if counted > 0.0 { total / counted } else { 1.0 }
}

/// Inner product of `row - from` and `to - from`.
fn place(row: &[f64], from: &[f64], to: &[f64]) -> f64 {
    row.iter().zip(from.iter().zip(to)).fold(0.0, |sum, (x, (a, b))| sum + (x - a) * (b - a))
}

fn centers(data: &Matrix, group: &[u32], groups: usize) -> Matrix {
    let mut cells = vec![0.0; groups * data.width];
    let mut count = vec![0.0; groups];
    for (r, &g) in group.iter().enumerate() {
        let g = g as usize;
        count[g] += 1.0;
        cells[g * data.width..(g + 1) * data.width].iter_mut().zip(data.row(r)).for_each(|(sum, x)| *sum += x);
    }
    for (center, n) in cells.chunks_mut(data.width).zip(&count) {
        center.iter_mut().for_each(|x| *x /= f64::max(*n, 1.0));
    }
    Matrix { width: data.width, cells }
}
