//! How well a grouping fits the data, and how much two groupings agree.

use super::scale::{Matrix, square_distance};

/// Mean silhouette: (b - a) / max(a, b), where a is a row's mean distance to its own group and b to the nearest other one; -1 to 1, and
/// 0 for a single group. Rows alone in their group count 0. O(n^2 width). Source: Rousseeuw (1987).
pub fn silhouettes(data: &Matrix, labelings: &[Vec<u32>]) -> Vec<f64> {
    let rows = data.rows();
    let groups: Vec<usize> = labelings.iter().map(|l| l.iter().max().map_or(0, |&g| g as usize + 1)).collect();
    let mut sizes: Vec<Vec<f64>> = groups.iter().map(|&k| vec![0.0; k]).collect();
    for (labels, sizes) in labelings.iter().zip(&mut sizes) {
        labels.iter().for_each(|&g| sizes[g as usize] += 1.0);
    }
    let mut totals = vec![0.0; labelings.len()];
    let mut away = vec![0.0; rows];
    for r in 0..rows {
        for (i, gap) in away.iter_mut().enumerate() {
            *gap = square_distance(data.row(r), data.row(i)).sqrt();
        }
        for (l, labels) in labelings.iter().enumerate() {
            let mut sums = vec![0.0; groups[l]];
            labels.iter().zip(&away).for_each(|(&g, gap)| sums[g as usize] += gap);
            totals[l] += one(&sums, &sizes[l], labels[r] as usize);
        }
    }
    totals.into_iter().map(|t| t / rows.max(1) as f64).collect()
}

fn one(sums: &[f64], sizes: &[f64], own: usize) -> f64 {
    if sizes[own] < 2.0 {
        return 0.0;
    }
    let inside = sums[own] / (sizes[own] - 1.0);
    let others = (0..sums.len()).filter(|&g| g != own && sizes[g] > 0.0).map(|g| sums[g] / sizes[g]);
    let outside = others.fold(f64::INFINITY, f64::min);
    let larger = inside.max(outside);
    if outside.is_finite() && larger > 0.0 { (outside - inside) / larger } else { 0.0 }
}

/// Adjusted Rand index of two labelings of the same rows: 1 for the same groups, about 0 for unrelated ones.
/// Source: Hubert and Arabie (1985).
pub fn agreement(a: &[u32], b: &[u32]) -> f64 {
    let width = b.iter().max().map_or(0, |&g| g as usize + 1);
    let height = a.iter().max().map_or(0, |&g| g as usize + 1);
    let mut both = vec![0.0; width * height];
    let (mut left, mut right) = (vec![0.0; height], vec![0.0; width]);
    for (&i, &j) in a.iter().zip(b) {
        both[i as usize * width + j as usize] += 1.0;
        left[i as usize] += 1.0;
        right[j as usize] += 1.0;
    }
    let pairs = |counts: &[f64]| counts.iter().map(|n| n * (n - 1.0) / 2.0).sum::<f64>();
    let n = a.len().min(b.len()) as f64;
    let expected = pairs(&left) * pairs(&right) / (n * (n - 1.0) / 2.0).max(1.0);
    let top = 0.5 * (pairs(&left) + pairs(&right));
    if top - expected > 0.0 { (pairs(&both) - expected) / (top - expected) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreement_does_not_depend_on_names() {
        assert_eq!(agreement(&[0, 0, 1, 1], &[1, 1, 0, 0]), 1.0);
        assert!((agreement(&[0, 0, 1, 1], &[0, 0, 1, 2]) - 0.571_428_571).abs() < 1e-8);
        assert!(agreement(&[0, 0, 1, 1], &[0, 1, 0, 1]) < 0.0);
    }

    #[test]
    fn silhouette_of_two_far_pairs() {
        let data = Matrix { width: 1, cells: vec![0.0, 1.0, 10.0, 11.0] };
        let got = silhouettes(&data, &[vec![0, 0, 1, 1], vec![0, 1, 0, 1]]);
        assert!((got[0] - (9.5 / 10.5 + 8.5 / 9.5) / 2.0).abs() < 1e-12, "{got:?}");
        assert!(got[1] < 0.0);
    }
}
