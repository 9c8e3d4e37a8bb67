//! Names for groups of customers by recency, frequency and amount.
//!
//! In plain words: each customer gets 1 to 5 points for how lately, how often and how much; a group is named by its mean points.
//! Model:  points by quintile, 5 is best; equal values get equal points (the mean of their places).
//! Source: Hughes, Strategic Database Marketing (1994); the boxes follow common practice (R package rfm), made coarser.

use serde::{Deserialize, Serialize};

/// A kind of customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RfmKind {
    /// Bought lately, often and much.
    Champion,
    /// Buy often.
    Loyal,
    /// Bought lately, but seldom so far.
    New,
    /// Used to buy, but not lately.
    AtRisk,
    /// Bought seldom and long ago.
    Lost,
    /// In the middle.
    Regular,
}

/// The kind of each group. `recency` counts the time since the last purchase (small is good), `frequency` the purchases, `monetary` the
/// amount; one value a row, values that are not finite get the middle points. Groups without rows are [`RfmKind::Regular`].
pub fn rfm_names(recency: &[f64], frequency: &[f64], monetary: &[f64], group: &[u32], groups: usize) -> Vec<RfmKind> {
    let lately: Vec<f64> = recency.iter().map(|x| -x).collect();
    let [r, f, m] = [&lately[..], frequency, monetary].map(|values| means(&points(values), group, groups));
    (0..groups).map(|g| name(r[g], f[g], m[g])).collect()
}

fn name(r: f64, f: f64, m: f64) -> RfmKind {
    match f64::midpoint(f, m) {
        value if r >= 3.9 && value >= 4.1 => RfmKind::Champion,
        value if r >= 2.9 && value >= 3.6 => RfmKind::Loyal,
        value if r >= 3.5 && value < 2.7 => RfmKind::New,
        value if r < 2.9 && value >= 2.7 => RfmKind::AtRisk,
        value if r < 2.7 && value < 2.7 => RfmKind::Lost,
        _ => RfmKind::Regular,
    }
}

/// Points from 1 to 5 by the place among all values; 3 for a gap.
fn points(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).filter(|&i| values[i].is_finite()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    let mut points = vec![3.0; values.len()];
    let n = order.len() as f64;
    let mut before = 0;
    for run in order.chunk_by(|&a, &b| values[a] == values[b]) {
        let middle = before as f64 + run.len() as f64 / 2.0;
        run.iter().for_each(|&i| points[i] = (middle / n * 5.0).floor().min(4.0) + 1.0);
        before += run.len();
    }
    points
}

fn means(points: &[f64], group: &[u32], groups: usize) -> Vec<f64> {
    let (mut sums, mut counts) = (vec![0.0; groups], vec![0.0; groups]);
    for (p, &g) in points.iter().zip(group).filter(|&(_, &g)| (g as usize) < groups) {
        sums[g as usize] += p;
        counts[g as usize] += 1.0;
    }
    sums.iter().zip(&counts).map(|(sum, &n)| if n > 0.0 { sum / n } else { 3.0 }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn best_and_worst_customers_get_their_names() {
        let recency: Vec<f64> = (0..100).map(|i| f64::from(100 - i)).collect();
        let value: Vec<f64> = (0..100).map(f64::from).collect();
        let group: Vec<u32> = (0..100).map(|i| i / 20).collect();
        let names = rfm_names(&recency, &value, &value, &group, 6);
        assert_eq!((names[0], names[4], names[5]), (RfmKind::Lost, RfmKind::Champion, RfmKind::Regular));
        let late = rfm_names(&value, &value, &value, &group, 5);
        assert_eq!((late[0], late[4]), (RfmKind::New, RfmKind::AtRisk));
    }

    #[test]
    fn gaps_and_short_inputs_are_in_the_middle() {
        assert_eq!(rfm_names(&[f64::NAN], &[], &[1.0], &[0, 9], 2), [RfmKind::Regular; 2]);
        assert_eq!(points(&[1.0, 1.0, 1.0, 5.0]), [2.0, 2.0, 2.0, 5.0]);
    }
}
