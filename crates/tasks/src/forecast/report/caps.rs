//! Why a forecast that beats the naive answer may still be no good one: its error is large beside the usual value, or the past
//! did not keep to the range that was given.
//!
//! The error is the mean absolute error as a share of the mean of the past, over all series together, so that large items count
//! for what they are. Where most values are zero (slow demand, weighed by how much each series sells), the error of a single
//! period says little: half a piece a week is off by half a piece or more whatever is said. There the sums over each trial are
//! compared instead, as it is the sum that people order by. Values of both signs have no share, and are left to the naive answer.

use sanpo_api::{Grade, GradePhrase, Letter, Phrase};

use super::super::run::{ForecastRun, LEVELS};
use super::super::state::SeriesState;
use super::sure::{self, FEW_POINTS};

/// An error beyond this share of the mean is not very good, however much better than the naive answer.
const NOT_SMALL: f64 = 0.3;
/// Beyond this it is to be used with care.
const LARGE: f64 = 0.6;
/// Share of past values inside the 80 % range below which the range is too narrow.
const LEAST_INSIDE: f64 = 0.65;

/// The grade, lowered where the error is large or the range too narrow.
pub fn capped(run: &ForecastRun, mut grade: Grade) -> Grade {
    if let Some((frac, of_sum)) = share_of_mean(run) {
        let best = match frac {
            f if f > LARGE => Letter::C,
            f if f > NOT_SMALL => Letter::B,
            _ => Letter::A,
        };
        lower(&mut grade, best, Phrase::Grade(GradePhrase::LargeError { frac, of_sum }));
    }
    if range_missed(run).is_some() {
        let next = if grade.letter == Letter::A { Letter::B } else { Letter::C };
        lower(&mut grade, next, Phrase::Grade(GradePhrase::OftenOutside));
    }
    grade
}

fn lower(grade: &mut Grade, to: Letter, why: Phrase) {
    if grade.letter < to {
        let first = Box::new(grade.reason.clone());
        *grade = Grade { letter: to, reason: Phrase::Grade(GradePhrase::Both { first, then: Box::new(why) }) };
    }
}

/// That far fewer past values fell inside the range than should have; nothing where too few were tried.
pub fn range_missed(run: &ForecastRun) -> Option<Phrase> {
    let (level, frac, points) = sure::inside(&sure::backtests(run), LEVELS[0]);
    (points >= FEW_POINTS && frac < LEAST_INSIDE).then_some(Phrase::Grade(GradePhrase::RangeMissed { level, frac }))
}

/// The error as a share of the mean, and whether it is that of the sums.
fn share_of_mean(run: &ForecastRun) -> Option<(f64, bool)> {
    let tried = || run.series.iter().filter(|s| s.outcome.as_ref().is_some_and(|o| o.backtest.is_some()));
    let mut levels = Vec::new();
    for state in tried() {
        levels.push(level_and_zeros(state)?);
    }
    let total: f64 = levels.iter().map(|l| l.0).sum();
    let zeros: f64 = levels.iter().map(|(level, zeros)| level * zeros).sum();
    let of_sum = zeros > 0.5 * total;
    let error = |state: &SeriesState| match of_sum {
        true => error_of_sums(state),
        false => state.outcome.as_ref()?.backtest.as_ref().map(|b| b.mae),
    };
    let errors: f64 = tried().filter_map(error).sum();
    let frac = errors / total;
    (total > 0.0 && frac.is_finite()).then_some((frac, of_sum))
}

/// Mean and share of zeros of a series; none with a negative value.
fn level_and_zeros(state: &SeriesState) -> Option<(f64, f64)> {
    let (mut sum, mut zeros, mut count) = (0.0, 0.0, 0.0);
    for value in state.values.iter().filter(|v| v.is_finite()) {
        if *value < 0.0 {
            return None;
        }
        sum += value;
        zeros += f64::from(u8::from(*value == 0.0));
        count += 1.0;
    }
    (count > 0.0).then(|| (sum / count, zeros / count))
}

/// How far the sums of the trials were off, a period.
fn error_of_sums(state: &SeriesState) -> Option<f64> {
    let (mut off, mut periods) = (0.0, 0.0);
    for origin in &state.outcome.as_ref()?.backtest.as_ref()?.origins {
        let pairs = state.values.iter().skip(origin.at).zip(&origin.forecast);
        let errors = pairs.map(|(value, said)| value - said).filter(|e| e.is_finite());
        let (sum, count) = errors.fold((0.0, 0.0), |(sum, count), e| (sum + e, count + 1.0));
        off += f64::abs(sum);
        periods += count;
    }
    (periods > 0.0).then(|| off / periods)
}
