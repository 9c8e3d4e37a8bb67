//! Where a rare class begins to be the answer.
//!
//! In plain words: when one in seven leaves, hardly anybody is more likely to leave than to stay, and a list of those who are
//! would be empty. Then as many rows get the rare class as there are in truth: the likeliest ones.
//! Model:  the probability from which on held-out rows are as many as those of the class. Only where the even line marks fewer
//!         than three quarters of them, and only if the marked rows hold more of the class than others do.
//! Source: the break-even point of precision and recall (Joachims 1998), which lies near the largest F1.

use super::{ClassScores, Target};

/// Rows whose probability is at least so high get the rare class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    /// The probability.
    pub from: f64,
    /// Held-out rows that got the class.
    pub marked: usize,
    /// Those of them that have it.
    pub right: usize,
}

/// The line for the rarer of two classes; none where the more probable class is an answer to work with.
pub fn cut(target: &Target, out_of_fold: &[Vec<f64>], scores: &ClassScores) -> Option<Cut> {
    let Target::Class { codes, .. } = target else { return None };
    let class = scores.lift_class?;
    let probability = out_of_fold.get(class as usize)?;
    let actual: usize = scores.confusion.get(class as usize)?.iter().sum();
    let even: usize = scores.confusion.iter().map(|row| row[class as usize]).sum();
    if even * 4 >= actual * 3 {
        return None;
    }
    let from = line(probability, actual)?;
    let marked = || (0..codes.len()).filter(|&r| probability[r] >= from);
    let (right, marked) = (marked().filter(|&r| codes[r] == class).count(), marked().count());
    // Rows that cannot be told apart are no list, and the share among the marked must be larger than that of all.
    let tells = marked <= 2 * actual && right * codes.len() > marked * actual;
    (tells && from < 0.5).then_some(Cut { from, marked, right })
}

/// The probability from which on there are about `wanted` rows; none for no row. Equal ones stay together, on the side that comes
/// closer.
fn line(probability: &[f64], wanted: usize) -> Option<f64> {
    let mut order = probability.to_vec();
    order.sort_by(|a, b| b.total_cmp(a));
    let last = *order.get(wanted.checked_sub(1)?)?;
    let with = order.iter().filter(|p| **p >= last).count();
    let without = order.iter().filter(|p| **p > last).count();
    if without > 0 && wanted - without < with - wanted { order.get(without - 1).copied() } else { Some(last) }
}

#[cfg(test)]
mod tests {
    use super::super::evaluation;
    use super::*;

    /// Of 1,000 rows one in ten has the class; those with a high score have it three times as often as the others.
    fn rare(high: f64, low: f64) -> (Target, Vec<Vec<f64>>) {
        let codes: Vec<u32> = (0..1000).map(|r| u32::from(if r < 250 { r % 5 == 0 } else { r % 15 == 0 })).collect();
        let of_class: Vec<f64> = (0..1000).map(|r| if r < 100 { high } else { low } + f64::from(r) * 1e-7).collect();
        let rest = of_class.iter().map(|p| 1.0 - p).collect();
        (Target::Class { codes, classes: 2 }, vec![rest, of_class])
    }

    fn cut_of((target, probabilities): (Target, Vec<Vec<f64>>)) -> Option<Cut> {
        cut(&target, &probabilities, evaluation(&target, &probabilities).class.as_ref()?)
    }

    #[test]
    fn about_as_many_rows_are_marked_as_there_are() {
        let found = cut_of(rare(0.3, 0.08)).unwrap();
        assert_eq!((found.marked, found.right), (100, 20));
        assert!(found.from > 0.08 && found.from <= 0.3, "{found:?}");
    }

    #[test]
    fn an_even_line_that_marks_enough_stays_and_so_does_one_that_tells_nothing() {
        assert_eq!(cut_of(rare(0.6, 0.08)), None);
        // The likeliest rows hold the class less often than all.
        let (Target::Class { mut codes, classes }, probabilities) = rare(0.3, 0.08) else { return };
        codes[..100].fill(0);
        assert_eq!(cut_of((Target::Class { codes, classes }, probabilities)), None);
    }

    #[test]
    fn equal_probabilities_stay_together() {
        let codes = (0..100).map(|r| u32::from(r % 10 == 0)).collect();
        let of_class = vec![0.1; 100];
        let target = Target::Class { codes, classes: 2 };
        assert_eq!(cut_of((target, vec![vec![0.9; 100], of_class])), None);
    }
}
