//! How often the same rows end up together when the grouping is repeated on parts of the data.
//!
//! Model:  mean agreement (adjusted Rand index) of two groupings on the rows that two random 80 % samples share, over a few pairs.
//! Source: Ben-Hur, Elisseeff and Guyon (PSB 2002), with the adjusted Rand index.

use super::index::agreement;
use super::scale::Matrix;
use crate::random::Random;

const PART: f64 = 0.8;

/// Mean agreement for each entry of what `group` returns (one labeling of the given rows for each number of groups),
/// over so many pairs of samples.
pub fn stability(
    data: &Matrix,
    pairs: usize,
    random: &mut Random,
    mut group: impl FnMut(&Matrix) -> Vec<Vec<u32>>,
) -> Vec<f64> {
    let rows = data.rows();
    let part = ((rows as f64 * PART) as usize).clamp(2.min(rows), rows);
    let mut totals: Vec<f64> = Vec::new();
    for _ in 0..pairs {
        let [(one, first), (two, second)] = [(); 2].map(|()| {
            let mut chosen = random.sample(rows, part);
            chosen.sort_unstable();
            let labels = group(&data.take(&chosen));
            (chosen, labels)
        });
        let shared = shared(&one, &two);
        totals.resize(first.len().min(second.len()).max(totals.len()), 0.0);
        for ((total, a), b) in totals.iter_mut().zip(&first).zip(&second) {
            let a: Vec<u32> = shared.iter().map(|&(i, _)| a[i]).collect();
            let b: Vec<u32> = shared.iter().map(|&(_, j)| b[j]).collect();
            *total += agreement(&a, &b) / pairs as f64;
        }
    }
    totals
}

/// Places of the common numbers of two ascending lists.
fn shared(one: &[usize], two: &[usize]) -> Vec<(usize, usize)> {
    one.iter().enumerate().filter_map(|(i, r)| two.binary_search(r).ok().map(|j| (i, j))).collect()
}
