//! What makes each group different from the rest.
//!
//! Model:  numbers: (mean inside - mean of the rest) / pooled standard deviation; categories: the difference of the two shares as an
//!         arcsine effect h = 2 asin sqrt(p) - 2 asin sqrt(q), which is on the same scale. Long-tailed positive numbers are compared
//!         by their logarithm, but the means shown are plain. A group without any such difference is described by what is weaker,
//!         as long as the figures that are shown differ visibly.
//! Source: Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), chapters 2 and 6.

use serde::{Deserialize, Serialize};

use crate::feature::{Feature, Features, MISSING};

/// How a column is different in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TraitKind {
    /// The mean is higher than in the rest.
    High,
    /// The mean is lower.
    Low,
    /// This category is more frequent.
    More(u32),
}

/// One thing that sets a group apart.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trait {
    /// Place of the column in the table.
    pub column: usize,
    /// How it is different.
    pub kind: TraitKind,
    /// Mean, or share of the category, in the group.
    pub inside: f64,
    /// The same over all rows.
    pub overall: f64,
    /// Size of the difference to the rest, in standard deviations.
    pub effect: f64,
}

/// Differences below this are not worth a word: "small" ends at 0.2 to 0.5 in Cohen's terms.
const MATTERS: f64 = 0.3;
/// Relative difference of two means, or difference of two shares, from which on a reader sees one.
const VISIBLE: f64 = 0.1;
/// Weaker differences that are told of a group that has no others.
const WEAKER: usize = 2;
const LEVELS: usize = 1000;

/// Traits of each group, strongest first; empty for a group whose figures are those of all rows, more or less. Rows beyond the shorter of features and `group`, and groups
/// at or above `groups`, are left out.
pub fn describe(features: &Features, group: &[u32], groups: usize) -> Vec<Vec<Trait>> {
    let mut found: Vec<Vec<Trait>> = vec![Vec::new(); groups];
    for (column, feature) in features.columns.iter().enumerate() {
        match feature {
            Feature::Number(values) => numbers(column, values, group, &mut found),
            Feature::Category { codes, .. } => categories(column, codes, group, &mut found),
        }
    }
    for traits in &mut found {
        traits.sort_by(|a, b| b.effect.total_cmp(&a.effect).then(a.column.cmp(&b.column)));
        let strong = traits.iter().filter(|t| t.effect >= MATTERS).count();
        if strong > 0 {
            traits.truncate(strong);
        } else {
            traits.retain(is_visible);
            traits.truncate(WEAKER);
        }
    }
    found
}

/// Whether the two figures of a trait differ for whoever reads them.
fn is_visible(found: &Trait) -> bool {
    let gap = (found.inside - found.overall).abs();
    match found.kind {
        TraitKind::More(_) => gap >= VISIBLE,
        TraitKind::High | TraitKind::Low => gap >= VISIBLE * found.overall.abs(),
    }
}

#[derive(Clone, Copy, Default)]
struct Sums {
    n: f64,
    plain: f64,
    scaled: f64,
    square: f64,
}

impl Sums {
    fn minus(self, other: Self) -> Self {
        Self {
            n: self.n - other.n,
            plain: self.plain - other.plain,
            scaled: self.scaled - other.scaled,
            square: self.square - other.square,
        }
    }

    fn mean(self) -> f64 {
        self.scaled / self.n
    }

    fn variance(self) -> f64 {
        (self.square / self.n - self.mean() * self.mean()).max(0.0)
    }
}

fn numbers(column: usize, values: &[f64], group: &[u32], found: &mut [Vec<Trait>]) {
    let scaled = comparable(values);
    let mut sums = vec![Sums::default(); found.len()];
    let mut all = Sums::default();
    for ((&x, &s), &g) in values.iter().zip(&scaled).zip(group) {
        let Some(own) = sums.get_mut(g as usize).filter(|_| x.is_finite()) else { continue };
        for sum in [own, &mut all] {
            sum.n += 1.0;
            sum.plain += x;
            sum.scaled += s;
            sum.square += s * s;
        }
    }
    for (inside, traits) in sums.into_iter().zip(found) {
        let rest = all.minus(inside);
        if inside.n < 1.0 || rest.n < 1.0 {
            continue;
        }
        let sd = ((inside.variance() * inside.n + rest.variance() * rest.n) / all.n).sqrt();
        let effect = (inside.mean() - rest.mean()) / sd.max(0.05);
        let (mean, overall) = (inside.plain / inside.n, all.plain / all.n);
        let kind = if mean > overall { TraitKind::High } else { TraitKind::Low };
        // The means that are shown have to say the same as the effect: where they do not, the effect counts for nothing.
        let effect = if (mean > overall) == (effect > 0.0) { effect.abs() } else { 0.0 };
        traits.push(Trait { column, kind, inside: mean, overall, effect });
    }
}

/// Centered values of unit size; by logarithm if the mean lies far above the median of values that are not negative.
fn comparable(values: &[f64]) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let n = sorted.len() as f64;
    let mean = sorted.iter().sum::<f64>() / n;
    let median = sorted.get(sorted.len() / 2).copied().unwrap_or(0.0);
    let by_log = sorted.first().is_some_and(|&low| low >= 0.0) && median > 0.0 && mean > 1.5 * median;
    let shape = |x: f64| if by_log { libm::log1p(x / median) } else { x };
    let center = sorted.iter().map(|&x| shape(x)).sum::<f64>() / n;
    let sd = (sorted.iter().map(|&x| (shape(x) - center) * (shape(x) - center)).sum::<f64>() / n).sqrt();
    let unit = if sd > 0.0 { sd } else { 1.0 };
    values.iter().map(|&x| (shape(x) - center) / unit).collect()
}

fn categories(column: usize, codes: &[u32], group: &[u32], found: &mut [Vec<Trait>]) {
    let known = |code: u32| code != MISSING && (code as usize) < LEVELS;
    let levels = codes.iter().copied().filter(|&c| known(c)).max().map_or(0, |c| c as usize + 1);
    let mut counts = vec![0.0; levels * found.len()];
    let mut sizes = vec![0.0; found.len()];
    for (&code, &g) in codes.iter().zip(group).filter(|&(_, &g)| (g as usize) < found.len()) {
        sizes[g as usize] += 1.0;
        if known(code) {
            counts[g as usize * levels + code as usize] += 1.0;
        }
    }
    let rows: f64 = sizes.iter().sum();
    for (g, traits) in found.iter_mut().enumerate() {
        let rest = rows - sizes[g];
        if sizes[g] < 1.0 || rest < 1.0 {
            continue;
        }
        // One trait a column: the category whose share grows most.
        let best = (0..levels)
            .map(|level| {
                let total: f64 = (0..sizes.len()).map(|other| counts[other * levels + level]).sum();
                let own = counts[g * levels + level];
                (level, own / sizes[g], total / rows, arc(own / sizes[g]) - arc((total - own) / rest))
            })
            .reduce(|a, b| if b.3 > a.3 { b } else { a });
        if let Some((level, inside, overall, effect)) = best.filter(|b| b.3 > 0.0) {
            traits.push(Trait { column, kind: TraitKind::More(level as u32), inside, overall, effect });
        }
    }
}

fn arc(share: f64) -> f64 {
    2.0 * libm::asin(share.clamp(0.0, 1.0).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_group_is_called_average_whose_figures_are_not() {
        // A few very large amounts hide that the first group spends less.
        let values: Vec<f64> = (0..100)
            .map(|i| {
                if i < 50 {
                    365.0
                } else if i < 97 {
                    330.0
                } else {
                    4000.0
                }
            })
            .collect();
        let group: Vec<u32> = (0..100).map(|i| u32::from(i >= 50) + u32::from(i >= 97)).collect();
        let overall = values.iter().sum::<f64>() / 100.0;
        let found = describe(&Features { columns: vec![Feature::Number(values)] }, &group, 3);
        assert!(overall > 450.0 && found[0].iter().any(|t| t.kind == TraitKind::Low && t.inside == 365.0), "{found:?}");
        let same = describe(
            &Features { columns: vec![Feature::Number((0..100).map(|i| f64::from(i % 7)).collect())] },
            &group,
            2,
        );
        assert!(same[0].is_empty(), "{same:?}");
    }
}
