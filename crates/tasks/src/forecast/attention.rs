//! What makes a series worth a look, for a list of many.

use super::run::{ForecastRun, SeriesState};

/// Places at the end that count as recent.
const RECENT: usize = 14;
/// Values below which a series is new.
const NEW: usize = 14;

/// The facts of one series. Shares are of its recent mean; `None` where there is nothing to compare with.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Attention {
    /// Change of the mean forecast against the mean of as many values before.
    pub change_frac: Option<f64>,
    /// Mean width of the 80 % range as a share of the mean forecast.
    pub width_frac: Option<f64>,
    /// Stray values among the latest.
    pub recent_stray: usize,
    /// The level has moved within the last quarter of the past.
    pub recent_shift: bool,
    /// Places without a value that were not closed.
    pub gaps: usize,
    /// Values known.
    pub known: usize,
    /// Too few values of its own.
    pub is_new: bool,
    /// It ended before the others.
    pub has_ended: bool,
    /// How much it needs a look: 0 for none, larger for more.
    pub score: f64,
}

impl ForecastRun {
    /// The facts of one of the run's series.
    pub fn attention(&self, state: &SeriesState) -> Attention {
        let known = state.values.iter().filter(|v| v.is_finite()).count();
        let gaps = state.gaps();
        let n = state.values.len();
        let recent_stray = state.oddities.stray.iter().filter(|i| **i + RECENT >= n).count();
        let recent_shift = state.oddities.shift.is_some_and(|s| s.at * 4 >= n * 3);
        let has_ended = !self.is_current(state);
        let mut found = Attention {
            recent_stray,
            recent_shift,
            gaps,
            known,
            is_new: known < NEW,
            has_ended,
            ..Attention::default()
        };
        let outcome = state.outcome.as_ref().filter(|o| !o.mean.is_empty());
        if let Some(outcome) = outcome {
            let count = outcome.mean.len() as f64;
            let ahead = outcome.mean.iter().sum::<f64>() / count;
            let before: Vec<f64> =
                state.values.iter().rev().filter(|v| v.is_finite()).take(outcome.mean.len()).copied().collect();
            let mean_before = before.iter().sum::<f64>() / before.len().max(1) as f64;
            found.change_frac = (mean_before > 0.0).then(|| ahead / mean_before - 1.0);
            found.width_frac = outcome
                .ranges
                .first()
                .filter(|_| ahead > 0.0)
                .map(|r| r.upper.iter().zip(&r.lower).map(|(u, l)| u - l).sum::<f64>() / count / ahead);
        }
        found.score = score(&found);
        found
    }
}

/// Large changes first, then doubtful data, then wide ranges.
fn score(facts: &Attention) -> f64 {
    let flag = |yes: bool, weight: f64| if yes { weight } else { 0.0 };
    facts.change_frac.map_or(0.0, |c| 2.0 * c.abs().min(1.5))
        + facts.width_frac.map_or(0.0, |w| 0.3 * w.min(3.0))
        + flag(facts.recent_shift, 1.0)
        + flag(facts.recent_stray > 0, 0.7)
        + flag(facts.is_new, 0.5)
        + flag(facts.has_ended, 0.5)
        + facts.gaps as f64 / (facts.gaps + facts.known).max(1) as f64
}
