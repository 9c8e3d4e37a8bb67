//! Why an answer has its grade.

use serde::{Deserialize, Serialize};

use crate::Phrase;

/// The reason of a grade.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GradePhrase {
    /// A grade of a run that was ended before everything was tried.
    CutShort {
        /// The reason of the grade.
        reason: Box<Phrase>,
    },
    /// Better than the naive answer by so much (0.3: the error is 30 % smaller).
    BetterThanNaive {
        /// Share by which the error is smaller.
        frac: f64,
    },
    /// Worse than the naive answer by so much (0.3: the error is 30 % larger).
    WorseThanNaive {
        /// Share by which the error is larger.
        frac: f64,
    },
    /// No better than the naive answer.
    NoBetterThanNaive,
    /// Too little data to judge.
    TooLittleToJudge,
    /// The error is large beside the usual value, whatever it is held against.
    LargeError {
        /// The error as a share of the mean of the past.
        frac: f64,
        /// Whether it is the error of the sum over all periods tried: most single values are zero.
        of_sum: bool,
    },
    /// Far fewer past values fell inside the expected range than should have.
    RangeMissed {
        /// Percent that should.
        level: u8,
        /// Share that did.
        frac: f64,
    },
    /// The same, as a part of the reason of a grade.
    OftenOutside,
    /// One sentence, and then another.
    Both {
        /// The one.
        first: Box<Phrase>,
        /// The other.
        then: Box<Phrase>,
    },
    /// Groups are clear, fair or vague, by stability.
    GroupsStable {
        /// Agreement, 0 to 1.
        frac: f64,
    },
    /// Probabilities are better than the naive answer's by so much: their log loss is smaller.
    ChancesBetter {
        /// Share by which it is smaller.
        frac: f64,
    },
}
