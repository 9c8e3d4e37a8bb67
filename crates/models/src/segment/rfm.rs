//! Names for groups of customers by recency, frequency and amount.
//!
//! In plain words: each customer gets 1 to 5 points for how lately, how often and how much; a group's mean points say what kind it may
//! be. A name must also follow from the means that stand beside it: the best customers are those who spent most, and so on.
//! Model:  points by quintile, 5 is best; equal values get equal points (the mean of their places). What is the same for everybody
//!         gives no name: without differences in recency and frequency there are no kinds of customers.
//! Rules:  see [`Means::is`]. A group that fits no rule has no name of this kind.
//! Source: Hughes, Strategic Database Marketing (1994); the boxes follow common practice (R package rfm), made coarser.

use serde::{Deserialize, Serialize};

/// A kind of customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RfmKind {
    /// Bought lately, and spent most of all groups.
    Champion,
    /// Bought lately, and more often than the average.
    Loyal,
    /// Bought lately, but seldom so far.
    New,
    /// Used to buy, but not lately.
    AtRisk,
    /// Bought once, neither lately nor longest ago of all groups.
    Once,
    /// Bought seldom, and longest ago of all groups.
    Lost,
    /// In the middle.
    Regular,
}

/// The order in which kinds are tried.
const KINDS: [RfmKind; 7] =
    [RfmKind::Champion, RfmKind::Loyal, RfmKind::New, RfmKind::Once, RfmKind::Lost, RfmKind::AtRisk, RfmKind::Regular];

/// The kind of each group, if it fits one. `recency` counts the time since the last purchase (small is good), `frequency` the purchases,
/// `monetary` the amount; one value a row, values that are not finite get the middle points.
pub fn rfm_names(
    recency: &[f64],
    frequency: &[f64],
    monetary: &[f64],
    group: &[u32],
    groups: usize,
) -> Vec<Option<RfmKind>> {
    let lately: Vec<f64> = recency.iter().map(|x| -x).collect();
    let [r, f, m] = [&lately[..], frequency, monetary].map(|values| Side::new(values, group, groups));
    if !r.varies && !f.varies {
        return vec![None; groups];
    }
    let means = Means { r, f, m };
    (0..groups).map(|g| KINDS.into_iter().find(|kind| means.is(*kind, g))).collect()
}

/// One of the three sides of all groups.
struct Side {
    /// Mean points of each group.
    points: Vec<f64>,
    /// Mean of each group as it is shown; `NaN` for a group without rows.
    mean: Vec<f64>,
    /// Mean over all rows.
    all: f64,
    /// Whether the customers differ in it.
    varies: bool,
}

impl Side {
    fn new(values: &[f64], group: &[u32], groups: usize) -> Self {
        let finite: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
        let all = finite.iter().sum::<f64>() / finite.len() as f64;
        Self {
            points: means(&points(values), group, groups)
                .into_iter()
                .map(|p| if p.is_nan() { 3.0 } else { p })
                .collect(),
            mean: means(values, group, groups),
            all,
            varies: finite.windows(2).any(|w| w[0] != w[1]),
        }
    }

    fn is_most(&self, g: usize) -> bool {
        self.mean.iter().all(|other| other.is_nan() || *other <= self.mean[g])
    }

    fn is_least(&self, g: usize) -> bool {
        self.mean.iter().all(|other| other.is_nan() || *other >= self.mean[g])
    }

    fn is_above(&self, g: usize) -> bool {
        self.varies && self.mean[g] > self.all
    }

    fn is_below(&self, g: usize) -> bool {
        self.varies && self.mean[g] < self.all
    }
}

/// All sides; recency counts backwards, so that larger is better throughout.
struct Means {
    r: Side,
    f: Side,
    m: Side,
}

impl Means {
    /// Whether a group is of that kind: by its points, and by the means that are shown.
    fn is(&self, kind: RfmKind, g: usize) -> bool {
        let (r, value) = (self.r.points[g], self.value(g));
        match kind {
            RfmKind::Champion => r >= 2.9 && value >= 3.6 && self.m.is_most(g) && self.m.is_above(g),
            RfmKind::Loyal => r >= 2.9 && value >= 3.6 && self.f.is_above(g),
            RfmKind::New => r >= 3.5 && value < 2.7 && self.r.is_above(g) && self.f.is_below(g),
            RfmKind::Once => self.came_once(g) && self.f.is_below(g) && (r >= 2.0 || !self.r.is_least(g)),
            RfmKind::Lost => r < 2.7 && value < 2.7 && !self.came_often(g) && self.r.is_below(g) && self.r.is_least(g),
            RfmKind::AtRisk => r < 2.9 && (value >= 2.7 || self.came_often(g)) && self.r.is_below(g),
            RfmKind::Regular => [r, value].iter().all(|points| (2.4..=3.6).contains(points)),
        }
    }

    /// Whether hardly anybody of the group came twice.
    fn came_once(&self, g: usize) -> bool {
        self.f.mean[g] < 1.2
    }

    /// Whether the group came often beside others who came once, even if it is not much beside the best.
    fn came_often(&self, g: usize) -> bool {
        self.f.mean[g] >= 5.0 && (0..self.f.mean.len()).any(|other| self.came_once(other))
    }

    /// Points for how often and how much, as far as customers differ in it.
    fn value(&self, g: usize) -> f64 {
        match (self.f.varies, self.m.varies) {
            (true, false) => self.f.points[g],
            (false, true) => self.m.points[g],
            _ => f64::midpoint(self.f.points[g], self.m.points[g]),
        }
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

/// Means of the finite values of each group; `NaN` for a group without any.
fn means(values: &[f64], group: &[u32], groups: usize) -> Vec<f64> {
    let (mut sums, mut counts) = (vec![0.0; groups], vec![0.0; groups]);
    for (v, &g) in values.iter().zip(group).filter(|&(v, &g)| v.is_finite() && (g as usize) < groups) {
        sums[g as usize] += v;
        counts[g as usize] += 1.0;
    }
    sums.iter().zip(&counts).map(|(sum, n)| sum / n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn best_and_worst_customers_get_their_names() {
        let recency: Vec<f64> = (0..100).map(|i| f64::from(100 - i)).collect();
        let value: Vec<f64> = (0..100).map(f64::from).collect();
        let group: Vec<u32> = (0..100).map(|i| i / 20).collect();
        let names = rfm_names(&recency, &value, &value, &group, 6);
        assert_eq!((names[0], names[4]), (Some(RfmKind::Lost), Some(RfmKind::Champion)));
        let late = rfm_names(&value, &value, &value, &group, 5);
        assert_eq!((late[0], late[4]), (Some(RfmKind::New), Some(RfmKind::AtRisk)));
    }

    #[test]
    fn who_spends_most_is_best_and_who_comes_often_is_frequent() {
        // Small purchases every week, and large ones every month.
        let recency: Vec<f64> = (0..300).map(|i| [200.0, 9.0, 25.0][i % 3] + (i % 7) as f64).collect();
        let frequency: Vec<f64> = (0..300).map(|i| [3.0, 48.0, 17.0][i % 3] + (i % 5) as f64).collect();
        let monetary: Vec<f64> = (0..300).map(|i| [9.0, 104.0, 132.0][i % 3] + (i % 11) as f64).collect();
        let group: Vec<u32> = (0..300).map(|i| i % 3).collect();
        let names = rfm_names(&recency, &frequency, &monetary, &group, 3);
        assert_eq!(names, [Some(RfmKind::Lost), Some(RfmKind::Loyal), Some(RfmKind::Champion)]);
    }

    #[test]
    fn names_follow_the_means_whatever_the_groups() {
        for seed in 0..200 {
            let mut random = Random::new(seed);
            let mut draw = |scale: f64| -> Vec<f64> { (0..120).map(|_| scale * libm::exp(random.normal())).collect() };
            let (recency, frequency, monetary) = (draw(60.0), draw(5.0), draw(900.0));
            let group: Vec<u32> = (0..120).map(|_| random.index(4) as u32).collect();
            let names = rfm_names(&recency, &frequency, &monetary, &group, 4);
            let [r, f, m] = [&recency, &frequency, &monetary].map(|values| means(values, &group, 4));
            let all = |values: &[f64]| values.iter().sum::<f64>() / 120.0;
            for (g, name) in names.iter().enumerate() {
                let holds = match name {
                    Some(RfmKind::Champion) => m.iter().all(|other| *other <= m[g]),
                    Some(RfmKind::Loyal) => f[g] > all(&frequency),
                    Some(RfmKind::New) => r[g] < all(&recency) && f[g] < all(&frequency),
                    Some(RfmKind::Once) => f[g] < 1.2,
                    Some(RfmKind::AtRisk) => r[g] > all(&recency),
                    Some(RfmKind::Lost) => r.iter().all(|other| *other <= r[g]),
                    Some(RfmKind::Regular) | None => true,
                };
                assert!(holds, "{seed} {name:?} {g}: {r:?} {f:?} {m:?}");
            }
        }
    }

    #[test]
    fn what_is_the_same_for_everybody_gives_no_name() {
        let money: Vec<f64> = (0..40).map(f64::from).collect();
        let group: Vec<u32> = (0..40).map(|i| i / 10).collect();
        assert_eq!(rfm_names(&[0.0; 40], &[1.0; 40], &money, &group, 4), [None; 4]);
        // All bought on the last day: nobody is new, nobody drifts away.
        for name in rfm_names(&[0.0; 40], &money, &money, &group, 4).into_iter().flatten() {
            assert!(matches!(name, RfmKind::Champion | RfmKind::Loyal | RfmKind::Regular), "{name:?}");
        }
    }

    #[test]
    fn gaps_and_short_inputs_are_in_the_middle() {
        assert_eq!(rfm_names(&[f64::NAN], &[], &[1.0], &[0, 9], 2), [None; 2]);
        assert_eq!(points(&[1.0, 1.0, 1.0, 5.0]), [2.0, 2.0, 2.0, 5.0]);
    }
}
