//! Grades from A to D: how much better than the naive answer.

use sanpo_api::{Grade, GradePhrase, Letter, Phrase};

/// A grade from an error and the naive answer's error, both at least 0. An error 30 % smaller is an A, 15 % a B, no gain a D.
pub fn against_naive(error: f64, naive_error: f64) -> Grade {
    if !(naive_error > 0.0 && error.is_finite()) {
        return Grade { letter: Letter::C, reason: Phrase::Grade(GradePhrase::TooLittleToJudge) };
    }
    let frac = 1.0 - error / naive_error;
    let letter = match frac {
        f if f >= 0.3 => Letter::A,
        f if f >= 0.15 => Letter::B,
        f if f > 0.02 => Letter::C,
        f if f < -0.02 => {
            return Grade { letter: Letter::D, reason: Phrase::Grade(GradePhrase::WorseThanNaive { frac: -f }) };
        }
        _ => return Grade { letter: Letter::D, reason: Phrase::Grade(GradePhrase::NoBetterThanNaive) },
    };
    Grade { letter, reason: Phrase::Grade(GradePhrase::BetterThanNaive { frac }) }
}

/// The same from the log loss of probabilities and of the naive answer's: a chance has no error that people would call so.
pub fn of_chances(loss: f64, naive_loss: f64) -> Grade {
    let found = against_naive(loss, naive_loss);
    let reason = match found.reason {
        Phrase::Grade(GradePhrase::BetterThanNaive { frac }) => GradePhrase::ChancesBetter { frac },
        Phrase::Grade(GradePhrase::WorseThanNaive { .. }) => GradePhrase::NoBetterThanNaive,
        other => return Grade { reason: other, ..found },
    };
    Grade { reason: Phrase::Grade(reason), ..found }
}

/// The grade of a run that was ended early says so. Where parts of the answer are `untried`, it is no A.
pub fn cut_short(grade: Grade, untried: bool) -> Grade {
    let letter = if untried { grade.letter.max(Letter::B) } else { grade.letter };
    Grade { letter, reason: Phrase::Grade(GradePhrase::CutShort { reason: Box::new(grade.reason) }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirty_percent_less_is_an_a_and_no_gain_a_d() {
        assert_eq!(against_naive(6.9, 10.0).letter, Letter::A);
        assert_eq!(against_naive(8.4, 10.0).letter, Letter::B);
        assert_eq!(against_naive(9.0, 10.0).letter, Letter::C);
        assert_eq!(against_naive(10.1, 10.0).reason, Phrase::Grade(GradePhrase::NoBetterThanNaive));
        assert_eq!(against_naive(0.0, 0.0).reason, Phrase::Grade(GradePhrase::TooLittleToJudge));
    }
}
