//! How good a forecast is said to be.

use std::fmt::Write as _;

use sanpo_api::{GradePhrase, Letter, Phrase};
use sanpo_models::random::Random;

use super::super::report;
use super::super::run::ForecastRun;
use super::{answers, day, run, text_of};

/// Two years of an item whose days differ by chance: `sold` makes a value of two draws.
fn item(sold: impl Fn(f64, f64) -> f64) -> ForecastRun {
    let mut random = Random::new(11);
    let mut csv = "日付,売上\n".to_owned();
    for d in day(2022, 10, 1)..=day(2024, 9, 30) {
        let (a, b) = (random.unit(), random.unit());
        writeln!(csv, "{},{:.0}", text_of(d), sold(a, b)).unwrap();
    }
    run(&csv, &answers(28, false))
}

#[test]
fn an_error_of_two_thirds_of_the_mean_is_not_good() {
    // Most days sell a little, some a lot: far better than the same day of last week, and still far off.
    let run = item(|a, b| 2.0 + 8.0 * a + if b > 0.75 { 60.0 * a } else { 0.0 });
    let grade = report::report(&run).grade.expect("a grade");
    assert_eq!(grade.letter, Letter::C, "{grade:?}");
    let Phrase::Grade(GradePhrase::Both { first, then }) = &grade.reason else { panic!("{grade:?}") };
    assert!(matches!(**first, Phrase::Grade(GradePhrase::BetterThanNaive { frac }) if frac > 0.15), "{grade:?}");
    assert!(
        matches!(**then, Phrase::Grade(GradePhrase::LargeError { frac, of_sum: false }) if frac > 0.6),
        "{grade:?}"
    );
}

#[test]
fn slow_demand_is_judged_by_the_sums() {
    // A piece on every fifth day or so: single days cannot be known, four weeks can.
    let run = item(|a, _| if a > 0.8 { 1.0 } else { 0.0 });
    let grade = report::report(&run).grade.expect("a grade");
    let single = run.series[0].outcome.as_ref().unwrap().backtest.as_ref().unwrap().mae / 0.2;
    assert!(single > 1.0, "{single}");
    let large = |p: &Phrase| matches!(p, Phrase::Grade(GradePhrase::LargeError { of_sum: false, .. }));
    assert!(!matches!(&grade.reason, Phrase::Grade(GradePhrase::Both { then, .. }) if large(then)), "{grade:?}");
}

#[test]
fn a_range_that_past_values_left_is_a_caution_and_lowers_the_grade() {
    let mut run = item(|a, _| 100.0 + 40.0 * a);
    let before = report::report(&run);
    let missed = |p: &Phrase| matches!(p, Phrase::Grade(GradePhrase::RangeMissed { .. }));
    assert!(!before.cautions.iter().any(missed), "{:?}", before.cautions);
    let coverage = &mut run.series[0].outcome.as_mut().unwrap().backtest.as_mut().unwrap().coverage;
    assert!(coverage[0].0 == 80 && coverage[0].2 >= 20, "{coverage:?}");
    coverage[0].1 = 0.5;
    let after = report::report(&run);
    assert!(
        after.cautions.contains(&Phrase::Grade(GradePhrase::RangeMissed { level: 80, frac: 0.5 })),
        "{:?}",
        after.cautions
    );
    let (before, after) = (before.grade.unwrap(), after.grade.unwrap());
    assert!(before.letter < Letter::C && after.letter > before.letter, "{before:?} {after:?}");
}
