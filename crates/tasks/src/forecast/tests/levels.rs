//! A level that moves: at once, or over the years.

use std::fmt::Write as _;

use sanpo_api::{Answer, Block, FieldId, ForecastPhrase, Phrase};
use sanpo_models::random::Random;

use super::super::report;
use super::{YEAR, answers, day, run, sales, text_of};

#[test]
fn a_level_that_moved_is_taken_along_and_can_be_left() {
    let mut random = Random::new(8);
    let mut csv = "日付,売上\n".to_owned();
    for month in 0..72usize {
        let season = 1.0 + 0.4 * YEAR[month % 12];
        let level = if month < 48 { 100.0 } else { 260.0 };
        let sold = level * season * (0.97 + 0.06 * random.unit());
        writeln!(csv, "{}-{:02},{sold:.1}", 2018 + month / 12, month % 12 + 1).unwrap();
    }
    let found = run(&csv, &answers(12, false));
    let state = &found.series[0];
    assert!(state.is_levelled && state.oddities.shift.is_some_and(|s| (46..=50).contains(&s.at)));
    let outcome = state.outcome.as_ref().unwrap();
    let year = outcome.mean.iter().sum::<f64>() / 12.0;
    assert!((year - 260.0).abs() < 15.0 && outcome.mean[0] > 1.8 * outcome.mean[6], "{:?}", outcome.mean);
    assert!(outcome.backtest.as_ref().unwrap().origins.iter().all(|o| o.at >= 46));
    let mut all = answers(12, false);
    all.insert(FieldId::Handling, Answer::Handlings(vec![]));
    assert!(!run(&csv, &all).series[0].is_levelled);
}

#[test]
fn the_change_over_a_year_is_the_same_whatever_is_asked_for() {
    let said = |growth: f64, horizon: u32| {
        let mut random = Random::new(13);
        let mut csv = "日付,売上\n".to_owned();
        for d in day(2022, 9, 1)..=day(2024, 9, 30) {
            let grown = 1.0 + growth * (d - day(2022, 9, 1)) as f64 / 365.0;
            writeln!(csv, "{},{:.1}", text_of(d), sales(d, &mut random) * grown).unwrap();
        }
        let run = run(&csv, &answers(horizon, false));
        let sections = report::report(&run).sections;
        let phrases = sections.into_iter().flat_map(|s| s.blocks).filter_map(|b| match b {
            Block::Sentences { phrases } => Some(phrases),
            _ => None,
        });
        phrases
            .flatten()
            .find_map(|p| if let Phrase::Forecast(ForecastPhrase::Trend { frac }) = p { Some(frac) } else { None })
    };
    let frac = said(0.2, 7).expect("a trend");
    assert!((frac - 0.18).abs() < 0.03, "{frac}");
    assert_eq!(said(0.2, 60), Some(frac));
    assert_eq!(said(0.0, 7), None);
}
