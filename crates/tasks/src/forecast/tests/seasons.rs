//! The season that new series take from the others.

use std::fmt::Write as _;

use sanpo_api::{Answer, FieldId};
use sanpo_models::random::Random;

use super::super::run::ForecastRun;
use super::{YEAR, answers, day, run, sales, text_of};

/// Thirty products of five years in two departments, ice and stew, and six of five months; months in the year of each.
fn departments() -> (String, Vec<(String, Vec<f64>)>) {
    let mut random = Random::new(6);
    let (mut csv, mut future) = ("日付,商品,棚,売上\n".to_owned(), Vec::new());
    for i in 0..36usize {
        let (is_new, is_ice) = (i >= 30, i % 2 == 0);
        let (own, size) = (0.25 + 0.1 * random.unit(), 40.0 + 200.0 * random.unit());
        let mut sold = |month: usize| {
            let wave = YEAR[month % 12];
            let season = 1.0 + if is_ice { -2.0 * own * wave } else { 2.0 * own * wave };
            size * season * (0.9 + 0.2 * random.unit())
        };
        let (name, shelf) = (format!("品{i:02}"), if is_ice { "冷" } else { "温" });
        for month in if is_new { 55..60usize } else { 0..60 } {
            let (year, month_number) = (2020 + month / 12, month % 12 + 1);
            writeln!(csv, "{year}-{month_number:02},{name},{shelf},{:.1}", sold(month)).unwrap();
        }
        future.push((name, (60..72).map(sold).collect()));
    }
    (csv, future)
}

#[test]
fn new_products_get_the_season_of_their_department() {
    let (csv, future) = departments();
    let error = |run: &ForecastRun| -> f64 {
        let of = |(name, came): &(String, Vec<f64>)| {
            let state = run.series.iter().find(|s| s.name == *name).unwrap();
            let mean = &state.outcome.as_ref().unwrap().mean;
            came.iter().zip(mean).map(|(a, f)| (a - f).abs()).sum::<f64>() / came.iter().sum::<f64>()
        };
        future[30..].iter().map(of).sum::<f64>() / 6.0
    };
    let with = run(&csv, &answers(12, true));
    assert!(with.series.iter().all(|s| s.borrows.is_some() == (s.values.len() < 12)));
    let mut alone = answers(12, true);
    alone.insert(FieldId::Handling, Answer::Handlings(vec![]));
    let (shared, own) = (error(&with), error(&run(&csv, &alone)));
    assert!(shared < 0.4 * own && shared < 0.15, "{shared} {own}");
}

#[test]
fn three_weeks_of_a_new_product_get_the_week_of_the_others() {
    let mut random = Random::new(7);
    let mut csv = "日付,商品,売上\n".to_owned();
    let last = day(2024, 9, 29);
    for i in 0..20i64 {
        for d in last - if i == 0 { 20 } else { 300 }..=last {
            let noisy = sales(d, &mut random) * (0.5 + random.unit());
            writeln!(csv, "{},品{i:02},{noisy:.1}", text_of(d)).unwrap();
        }
    }
    let run = run(&csv, &answers(7, true));
    assert_eq!(run.series.iter().filter(|s| s.borrows.is_some()).count(), 1);
    let mean = &run.series[0].outcome.as_ref().unwrap().mean;
    // From Monday on; Saturday sells 160 where the mean of the week is 117.
    assert!((mean[5] / mean.iter().sum::<f64>() * 820.0 - 160.0).abs() < 12.0, "{mean:?}");
}
