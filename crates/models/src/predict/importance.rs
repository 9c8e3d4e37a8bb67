//! How much worse held-out predictions get when one column is shuffled.
//!
//! Source: Breiman (2001), "Random forests", section 10; on held-out rows as in Fisher, Rudin, Dominici (2019).

use crate::feature::Features;
use crate::random::Random;

use super::scores::loss;
use super::{Fitted, Target};

/// Cells (rows * columns of the table) that are predicted at most per column round, so that wide tables stay quick.
const MAX_CELLS: usize = 12_000;
/// Fewest rows used, if there are as many.
const MIN_ROWS: usize = 60;

/// Increase of the loss for each column; 0 for a column without effect, below 0 by chance.
pub(super) fn importance(fitted: &Fitted, features: &Features, target: &Target, seed: u64) -> Vec<f64> {
    let mut random = Random::new(seed);
    let columns = features.columns.len();
    let rows = random.sample(target.rows(), (MAX_CELLS / columns.max(1)).max(MIN_ROWS));
    let (mut features, target) = (features.take(&rows), target.take(&rows));
    let usual = loss(&target, &fitted.predict(&features));
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut increase = |c: usize| {
        random.shuffle(&mut order);
        let shuffled = features.columns[c].take(&order);
        let original = std::mem::replace(&mut features.columns[c], shuffled);
        let worse = loss(&target, &fitted.predict(&features)) - usual;
        features.columns[c] = original;
        worse
    };
    (0..columns).map(&mut increase).collect()
}
