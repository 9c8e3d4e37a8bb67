//! Names for groups, no two alike: groups of one name are told apart by a figure in which they differ.

use sanpo_api::{Label, Phrase, RfmName, SegmentPhrase};
use sanpo_models::feature::{Feature, Features};

/// The least difference between two groups, in standard deviations over all rows, that a name may rest on.
const MATTERS: f64 = 0.1;

/// The columns as they are called on the screen.
pub struct Columns<'a> {
    /// What they hold.
    pub features: &'a Features,
    /// Their names, with units.
    pub labels: &'a [(Label, Option<String>)],
    /// Texts of the category columns.
    pub levels: &'a [Option<Vec<String>>],
}

/// A name for each group from its kind of customers, if one group only is of that kind, else from its traits.
pub fn names(
    columns: &Columns,
    kinds: Option<&[Option<RfmName>]>,
    traits: &[Vec<Phrase>],
    group: &[u32],
) -> Vec<Phrase> {
    let by_traits =
        |g: usize| Phrase::Segment(SegmentPhrase::GroupName { traits: traits[g].iter().take(2).cloned().collect() });
    let own_kind = |g: usize| {
        let kinds = kinds?;
        let name = (*kinds.get(g)?)?;
        (kinds.iter().filter(|k| **k == Some(name)).count() == 1)
            .then_some(Phrase::Segment(SegmentPhrase::RfmGroup { name }))
    };
    let plain: Vec<Phrase> = (0..traits.len()).map(|g| own_kind(g).unwrap_or_else(|| by_traits(g))).collect();
    let keys: Vec<Vec<Key>> = plain.iter().map(key).collect();
    let mut names = plain.clone();
    for g in 0..plain.len() {
        let alike: Vec<usize> = (0..plain.len()).filter(|&other| keys[other] == keys[g]).collect();
        if alike.len() > 1 && alike[0] == g {
            let figure = telling(columns, &alike, group);
            for (nth, &own) in alike.iter().enumerate() {
                let by = figure.as_ref().map(|f| Box::new(f.phrase(columns, nth)));
                let name = Box::new(plain[own].clone());
                names[own] = Phrase::Segment(SegmentPhrase::GroupApart { name, by, nth: nth as u32 + 1 });
            }
        }
    }
    names
}

/// What a name says, without its figures.
type Key = (u8, Option<Label>, Option<String>);

fn key(name: &Phrase) -> Vec<Key> {
    match name {
        // The order of two traits tells no groups apart.
        Phrase::Segment(SegmentPhrase::GroupName { traits }) => {
            let mut keys: Vec<Key> = traits.iter().flat_map(key).collect();
            keys.sort();
            keys
        }
        Phrase::Segment(SegmentPhrase::RfmGroup { name }) => vec![(0, None, Some(format!("{name:?}")))],
        Phrase::Segment(SegmentPhrase::TraitHigh { column, .. }) => vec![(1, Some(column.clone()), None)],
        Phrase::Segment(SegmentPhrase::TraitLow { column, .. }) => vec![(2, Some(column.clone()), None)],
        Phrase::Segment(SegmentPhrase::TraitText { column, text, .. }) => {
            vec![(3, Some(column.clone()), Some(text.clone()))]
        }
        _ => vec![(4, None, None)],
    }
}

/// A figure in which groups differ: the mean of a column, or the share of one of its texts.
struct Figure {
    column: usize,
    text: Option<String>,
    /// Of each of the groups.
    own: Vec<f64>,
    /// Of all rows.
    all: f64,
    /// The least gap between any two of the groups, in standard deviations over all rows.
    gap: f64,
}

impl Figure {
    fn new(column: usize, text: Option<String>, own: Vec<f64>, (all, deviation): (f64, f64)) -> Option<Self> {
        // A group without a value in the column cannot be told apart by it.
        if own.iter().any(|value| !value.is_finite()) {
            return None;
        }
        let mut sorted = own.clone();
        sorted.sort_by(f64::total_cmp);
        let least = sorted.windows(2).map(|w| w[1] - w[0]).fold(f64::INFINITY, f64::min);
        // Means are written with three digits, shares in whole percents: what is closer reads the same.
        let written = if text.is_some() { 1.0 } else { own.iter().fold(0.0, |most: f64, v| most.max(v.abs())) };
        let gap = least / deviation;
        (gap.is_finite() && gap >= MATTERS && least >= 0.01 * written).then_some(Self { column, text, own, all, gap })
    }

    /// What it says of the `nth` of the groups.
    fn phrase(&self, columns: &Columns, nth: usize) -> Phrase {
        let (own, all) = (self.own[nth], self.all);
        let (column, unit) = columns.labels[self.column].clone();
        match self.text.clone() {
            Some(text) => {
                Phrase::Segment(SegmentPhrase::TraitText { column, text, share_frac: own, overall_frac: all })
            }
            None if own >= all => Phrase::Segment(SegmentPhrase::TraitHigh { column, mean: own, overall: all, unit }),
            None => Phrase::Segment(SegmentPhrase::TraitLow { column, mean: own, overall: all, unit }),
        }
    }
}

/// The figure in which the groups differ most; none where they differ in nothing.
fn telling(columns: &Columns, alike: &[usize], group: &[u32]) -> Option<Figure> {
    let place = |own: u32| alike.iter().position(|&g| g as u32 == own);
    let found = columns.features.columns.iter().enumerate().flat_map(|(column, feature)| match feature {
        Feature::Number(values) => numbers(column, values, alike.len(), group, &place).into_iter().collect(),
        Feature::Category { codes, .. } => match columns.levels.get(column).and_then(Option::as_ref) {
            Some(texts) => shares(column, codes, texts, alike.len(), group, &place),
            None => vec![],
        },
    });
    found.reduce(|best, other| if other.gap > best.gap { other } else { best })
}

fn numbers(
    column: usize,
    values: &[f64],
    groups: usize,
    group: &[u32],
    place: &impl Fn(u32) -> Option<usize>,
) -> Option<Figure> {
    let (mut n, mut sum, mut squares) = (0.0, 0.0, 0.0);
    let mut own = vec![(0.0, 0.0); groups];
    for (value, group) in values.iter().zip(group).filter(|(value, _)| value.is_finite()) {
        (n, sum, squares) = (n + 1.0, sum + value, squares + value * value);
        if let Some(at) = place(*group) {
            own[at] = (own[at].0 + 1.0, own[at].1 + value);
        }
    }
    let mean = sum / n;
    let deviation = (squares / n - mean * mean).max(0.0).sqrt();
    Figure::new(column, None, own.iter().map(|(n, sum)| sum / n).collect(), (mean, deviation))
}

fn shares(
    column: usize,
    codes: &[u32],
    texts: &[String],
    groups: usize,
    group: &[u32],
    place: &impl Fn(u32) -> Option<usize>,
) -> Vec<Figure> {
    let mut sizes = vec![0.0; groups];
    let mut counts = vec![vec![0.0; groups]; texts.len()];
    let mut totals = vec![0.0; texts.len()];
    for (code, group) in codes.iter().zip(group) {
        let own = place(*group);
        own.iter().for_each(|&at| sizes[at] += 1.0);
        if let Some(count) = totals.get_mut(*code as usize) {
            *count += 1.0;
            own.iter().for_each(|&at| counts[*code as usize][at] += 1.0);
        }
    }
    let rows = codes.len() as f64;
    let figure = |level: usize| {
        let own = counts[level].iter().zip(&sizes).map(|(count, size)| count / size).collect();
        let all: f64 = totals[level] / rows;
        Figure::new(column, Some(texts[level].clone()), own, (all, (all * (1.0 - all)).max(0.0).sqrt()))
    };
    (0..texts.len()).filter_map(figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(n: usize) -> Vec<(Label, Option<String>)> {
        (0..n).map(|i| (Label::Text(format!("c{i}")), None)).collect()
    }

    fn named(features: Features, levels: &[Option<Vec<String>>], traits: &[Vec<Phrase>], group: &[u32]) -> Vec<Phrase> {
        let labels = labels(features.columns.len());
        let columns = Columns { features: &features, labels: &labels, levels };
        names(&columns, None, traits, group)
    }

    #[test]
    fn groups_of_one_name_get_the_figure_in_which_they_differ() {
        let features = Features { columns: vec![Feature::Number(vec![1.0, 1.0, 5.0, 5.0, 9.0, 9.0])] };
        let average = vec![vec![Phrase::Segment(SegmentPhrase::TraitAverage)]; 3];
        let found = named(features, &[None], &average, &[0, 0, 1, 1, 2, 2]);
        let means: Vec<f64> = found
            .iter()
            .map(|name| match name {
                Phrase::Segment(SegmentPhrase::GroupApart { by: Some(by), .. }) => match **by {
                    Phrase::Segment(SegmentPhrase::TraitHigh { mean, .. })
                    | Phrase::Segment(SegmentPhrase::TraitLow { mean, .. }) => mean,
                    _ => f64::NAN,
                },
                _ => f64::NAN,
            })
            .collect();
        assert_eq!(means, [1.0, 5.0, 9.0]);
    }

    #[test]
    fn shares_tell_apart_too_and_groups_without_a_difference_are_counted() {
        let codes = vec![0, 0, 1, 1];
        let features = Features { columns: vec![Feature::Category { codes, levels: 2 }] };
        let levels = [Some(vec!["a".to_owned(), "b".to_owned()])];
        let average = vec![vec![Phrase::Segment(SegmentPhrase::TraitAverage)]; 2];
        let found = named(features.clone(), &levels, &average, &[0, 0, 1, 1]);
        assert!(
            matches!(&found[0], Phrase::Segment(SegmentPhrase::GroupApart { by: Some(_), .. })) && found[0] != found[1]
        );
        let counted = named(features, &levels, &average, &[0, 1, 0, 1]);
        assert!(matches!(&counted[1], Phrase::Segment(SegmentPhrase::GroupApart { by: None, nth: 2, .. })));
    }
}
