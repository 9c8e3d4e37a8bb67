//! Names for groups, no two alike: groups of one name are told apart by a figure in which they differ.

use sanpo_api::{Label, Phrase, RfmName};
use sanpo_models::feature::{Feature, Features};

/// The least difference between two groups, in standard deviations over all rows, that a name may rest on.
const MATTERS: f64 = 0.1;
/// Texts of a column that are looked at.
const MOST_LEVELS: u32 = 60;

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
pub fn names(columns: &Columns, kinds: Option<&[RfmName]>, traits: &[Vec<Phrase>], group: &[u32]) -> Vec<Phrase> {
    let by_traits = |g: usize| Phrase::GroupName { traits: traits[g].iter().take(2).cloned().collect() };
    let own_kind = |g: usize| {
        let kinds = kinds?;
        let name = *kinds.get(g)?;
        (kinds.iter().filter(|k| **k == name).count() == 1).then_some(Phrase::RfmGroup { name })
    };
    let plain: Vec<Phrase> = (0..traits.len()).map(|g| own_kind(g).unwrap_or_else(|| by_traits(g))).collect();
    let keys: Vec<Vec<Key>> = plain.iter().map(key).collect();
    (0..plain.len())
        .map(|g| {
            let alike: Vec<usize> = (0..plain.len()).filter(|&other| keys[other] == keys[g]).collect();
            let nth = alike.iter().position(|&other| other == g).unwrap_or(0);
            if alike.len() == 1 { plain[g].clone() } else { apart(columns, &plain[g], &alike, nth, group) }
        })
        .collect()
}

/// What a name says, without its figures.
type Key = (u8, Option<Label>, Option<String>);

fn key(name: &Phrase) -> Vec<Key> {
    match name {
        // The order of two traits tells no groups apart.
        Phrase::GroupName { traits } => {
            let mut keys: Vec<Key> = traits.iter().flat_map(key).collect();
            keys.sort();
            keys
        }
        Phrase::RfmGroup { name } => vec![(0, None, Some(format!("{name:?}")))],
        Phrase::TraitHigh { column, .. } => vec![(1, Some(column.clone()), None)],
        Phrase::TraitLow { column, .. } => vec![(2, Some(column.clone()), None)],
        Phrase::TraitText { column, text, .. } => vec![(3, Some(column.clone()), Some(text.clone()))],
        _ => vec![(4, None, None)],
    }
}

/// The name of the `nth` of the groups that are alike, with the figure in which they differ most.
fn apart(columns: &Columns, name: &Phrase, alike: &[usize], nth: usize, group: &[u32]) -> Phrase {
    let mut best: Option<(f64, Phrase)> = None;
    for (column, (label, unit)) in columns.labels.iter().enumerate() {
        for (gap, figure) in figures(columns, column, alike, nth, group) {
            if gap >= MATTERS && best.as_ref().is_none_or(|b| gap > b.0) {
                best = Some((gap, figure.phrase(label.clone(), unit.clone())));
            }
        }
    }
    let by = best.map(|b| Box::new(b.1));
    Phrase::GroupApart { name: Box::new(name.clone()), by, nth: nth as u32 + 1 }
}

/// A group's own figure: its mean, or the share of a text in it; with that of all rows.
struct Figure {
    own: f64,
    all: f64,
    text: Option<String>,
}

impl Figure {
    fn phrase(self, column: Label, unit: Option<String>) -> Phrase {
        let Self { own, all, text } = self;
        match text {
            Some(text) => Phrase::TraitText { column, text, share_frac: own, overall_frac: all },
            None if own >= all => Phrase::TraitHigh { column, mean: own, overall: all, unit },
            None => Phrase::TraitLow { column, mean: own, overall: all, unit },
        }
    }
}

/// The figures of a column for the `nth` group, each with the least gap between any two of the groups.
fn figures(columns: &Columns, column: usize, alike: &[usize], nth: usize, group: &[u32]) -> Vec<(f64, Figure)> {
    let figure = |values: &[f64], text: Option<String>| {
        let all = Spread::of(values.iter().copied());
        let of_group = |g: &usize| {
            let inside = values.iter().zip(group).filter(|(_, own)| **own as usize == *g);
            Spread::of(inside.map(|(value, _)| *value)).mean
        };
        let means: Vec<f64> = alike.iter().map(of_group).collect();
        let mut sorted = means.clone();
        sorted.sort_by(f64::total_cmp);
        let gap = sorted.windows(2).map(|w| w[1] - w[0]).fold(f64::INFINITY, f64::min) / all.deviation;
        gap.is_finite().then(|| (gap, Figure { own: means[nth], all: all.mean, text }))
    };
    match &columns.features.columns[column] {
        Feature::Number(values) => figure(values, None).into_iter().collect(),
        Feature::Category { codes, levels } => {
            let Some(texts) = columns.levels.get(column).and_then(Option::as_ref) else { return vec![] };
            let share = |level: u32| {
                let has: Vec<f64> = codes.iter().map(|code| f64::from(u8::from(*code == level))).collect();
                figure(&has, Some(texts.get(level as usize)?.clone()))
            };
            (0..(*levels).min(MOST_LEVELS)).filter_map(share).collect()
        }
    }
}

struct Spread {
    mean: f64,
    deviation: f64,
}

impl Spread {
    fn of(values: impl Iterator<Item = f64>) -> Self {
        let (mut n, mut sum, mut square) = (0.0, 0.0, 0.0);
        for value in values.filter(|v| v.is_finite()) {
            n += 1.0;
            sum += value;
            square += value * value;
        }
        let mean: f64 = sum / n;
        Self { mean, deviation: (square / n - mean * mean).max(0.0).sqrt() }
    }
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
        let average = vec![vec![Phrase::TraitAverage]; 3];
        let found = named(features, &[None], &average, &[0, 0, 1, 1, 2, 2]);
        let means: Vec<f64> = found
            .iter()
            .map(|name| match name {
                Phrase::GroupApart { by: Some(by), .. } => match **by {
                    Phrase::TraitHigh { mean, .. } | Phrase::TraitLow { mean, .. } => mean,
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
        let average = vec![vec![Phrase::TraitAverage]; 2];
        let found = named(features.clone(), &levels, &average, &[0, 0, 1, 1]);
        assert!(matches!(&found[0], Phrase::GroupApart { by: Some(_), .. }) && found[0] != found[1]);
        let counted = named(features, &levels, &average, &[0, 1, 0, 1]);
        assert!(matches!(&counted[1], Phrase::GroupApart { by: None, nth: 2, .. }));
    }
}
