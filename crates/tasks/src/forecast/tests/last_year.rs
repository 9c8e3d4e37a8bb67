//! A year that comes back: it is no trend, and what rises as it does every year is nothing to look out for.

use std::fmt::Write as _;

use sanpo_api::{Block, ForecastPhrase, Label, LabelCode, LineRole, Part, Phrase, Report, Value};
use sanpo_models::random::Random;

use super::super::report::report;
use super::{YEAR, answers, day, run, sales, text_of};

/// What a day of the year adds: nothing in January, 60 % in July, no step at the turn of the year.
fn summer(day: i64) -> f64 {
    let share = (day as f64 / 365.25).fract();
    0.6 - 0.6 * (2.0 * share - 1.0).abs()
}

/// A café that is closed on Tuesdays, from April 2022 until the end of May 2025, where every year rises towards summer.
fn cafe() -> String {
    let mut random = Random::new(12);
    let mut csv = "日付,売上\n".to_owned();
    for d in day(2022, 4, 1)..=day(2025, 5, 31) {
        if sanpo_models::calendar::weekday(d) != 1 {
            writeln!(csv, "{},{:.0}", text_of(d), sales(d, &mut random) * (1.0 + summer(d))).unwrap();
        }
    }
    csv
}

fn blocks(report: &Report) -> impl Iterator<Item = &Block> {
    report.sections.iter().flat_map(|s| &s.blocks)
}

#[test]
fn the_year_is_a_part_of_its_own_and_the_parts_add_up() {
    let report = report(&run(&cafe(), &answers(30, false)));
    let parts = blocks(&report).find_map(|b| if let Block::Parts(c) = b { c.panels.first() } else { None }).unwrap();
    let line = blocks(&report).find_map(|b| if let Block::Line(c) = b { c.panels.first() } else { None }).unwrap();
    let forecast = &line.lines.iter().find(|l| l.role == LineRole::Forecast).unwrap().y;
    for (i, value) in forecast.iter().enumerate() {
        let sum: f64 = parts.parts.iter().map(|p| p.y[i]).sum();
        assert!((sum - value).abs() < 1e-9 * value || (sum.is_nan() && value.is_nan()), "{sum} {value}");
    }
    let named = |code: LabelCode| parts.parts.iter().find(|p| p.label == Label::Code(code.clone()));
    let reach = |part: &Part| part.y.iter().filter(|v| v.is_finite()).fold(0.0f64, |a, v| a.max(v.abs()));
    let year = named(LabelCode::SeasonOver(sanpo_api::Grain::Year)).expect("a part for the year");
    // June stands about 20 above the mean of the year, and rises by 15 within its days.
    assert!((10.0..50.0).contains(&reach(year)), "{:?}", year.y);
    assert!(
        matches!(year.phrase, Phrase::Forecast(ForecastPhrase::PartEffect { low, high, .. }) if low < high),
        "{:?}",
        year.phrase
    );
    assert!(named(LabelCode::Season).is_some(), "the week");
    assert!(named(LabelCode::Trend).is_none_or(|trend| reach(trend) < 6.0), "{:?}", named(LabelCode::Trend));
}

#[test]
fn a_year_of_history_is_what_the_headline_compares_with() {
    let change = |csv: &str| {
        let report = report(&run(csv, &answers(30, false)));
        report.headline.iter().find_map(|p| match p {
            Phrase::Forecast(ForecastPhrase::Change { frac, last_year, .. }) => Some((*frac, *last_year)),
            _ => None,
        })
    };
    let (frac, span) = change(&cafe()).unwrap();
    let (from, to) = span.expect("a year before");
    // The same weekdays 52 weeks earlier.
    assert_eq!((from.0 / 86_400, to.0 / 86_400), (day(2024, 6, 2), day(2024, 7, 1)));
    assert!(frac.abs() < 0.06, "{frac}");
    let months: String = cafe()
        .lines()
        .rev()
        .take(120)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .fold("日付,売上\n".to_owned(), |all, line| all + line + "\n");
    assert_eq!(change(&months).unwrap().1, None, "four months have no year before");
}

/// Months of items: most sell as every year, half as much again towards winter; one has nearly doubled this year, one swings wildly.
fn items() -> String {
    let mut random = Random::new(4);
    let mut csv = "日付,商品,売上\n".to_owned();
    for (i, size) in [200.0, 80.0, 900.0, 40.0, 300.0, 120.0].into_iter().enumerate() {
        for month in 0..45usize {
            let (year, number) = (2021 + month / 12, month % 12 + 1);
            let grown = if i == 3 && month >= 39 { 1.8 } else { 1.0 };
            let noise = if i == 1 { 0.3 + 1.4 * random.unit() } else { 0.97 + 0.06 * random.unit() };
            let sold = size * (1.0 + 0.5 * YEAR[number - 1]) * noise * grown;
            writeln!(csv, "{year}-{number:02},品{i},{sold:.0}").unwrap();
        }
    }
    csv
}

#[test]
fn items_that_rise_as_every_year_are_not_marked_and_marked_ones_come_first() {
    let report = report(&run(&items(), &answers(3, true)));
    let list = blocks(&report).find_map(|b| if let Block::Items(list) = b { Some(list) } else { None }).unwrap();
    let names = list.table.columns.iter().map(|c| &c.label).collect::<Vec<_>>();
    assert!(names.contains(&&Label::Code(LabelCode::YearChange)), "{names:?}");
    let rows: Vec<(&str, f64, Option<&Phrase>)> = list
        .table
        .rows
        .iter()
        .map(|row| match row.as_slice() {
            [Value::Text(name), Value::Number(mean), .., Value::Phrase(phrase)] => {
                (name.as_str(), *mean, Some(&**phrase))
            }
            [Value::Text(name), Value::Number(mean), ..] => (name.as_str(), *mean, None),
            _ => panic!("{row:?}"),
        })
        .collect();
    for (name, _, remark) in &rows {
        let expected = ["品1", "品3"].contains(name);
        assert_eq!(remark.is_some(), expected, "{rows:?}");
    }
    assert_eq!(rows[0].0, "品3", "{rows:?}");
    // Those without a remark follow by size.
    let sizes: Vec<f64> = rows.iter().filter(|r| r.2.is_none()).map(|r| r.1).collect();
    assert!(sizes.windows(2).all(|w| w[0] >= w[1]), "{rows:?}");
    // Months are whole numbers here: so is what the table tells.
    assert!(rows.iter().all(|r| r.1.fract() == 0.0), "{rows:?}");
}

#[test]
fn as_many_methods_are_counted_as_are_named() {
    for csv in [items(), cafe()] {
        let report = report(&run(&csv, &answers(3, csv.contains("品"))));
        let said = |of: fn(&Phrase) -> Option<usize>| {
            let all =
                blocks(&report).filter_map(|b| if let Block::Sentences { phrases } = b { Some(phrases) } else { None });
            all.flatten().find_map(of)
        };
        let counted = said(|p| match p {
            Phrase::How(sanpo_api::How::Methods { count }) => Some(*count),
            _ => None,
        });
        let named = said(|p| match p {
            Phrase::Forecast(ForecastPhrase::ModelsUsed { models }) => Some(models.len()),
            _ => None,
        });
        assert!(counted.is_some() && counted == named, "{counted:?} {named:?}");
    }
}

/// What is said of the change, over a file and a horizon.
fn change(csv: &str, horizon: u32) -> Option<Phrase> {
    let is_change =
        |p: &Phrase| matches!(p, Phrase::Forecast(ForecastPhrase::Change { .. } | ForecastPhrase::MeanChange { .. }));
    report(&run(csv, &answers(horizon, false))).headline.into_iter().find(is_change)
}

#[test]
fn steps_that_do_not_meet_a_year_are_held_against_the_time_just_before() {
    // Every ten days about 100, for three years.
    let rows: String =
        (0..110).map(|i| format!("{},{}\n", text_of(day(2022, 1, 1) + i * 10), 100 + i * 7 % 5)).collect();
    for horizon in [2, 3, 6] {
        let Some(Phrase::Forecast(ForecastPhrase::Change { frac, last_year, .. })) =
            change(&format!("日付,売上\n{rows}"), horizon)
        else {
            panic!("no change")
        };
        assert!(last_year.is_none() && frac.abs() < 0.03, "{horizon}: {frac}");
    }
}

#[test]
fn a_history_shorter_than_what_is_to_come_is_not_held_against_it() {
    let rows: String = (1..=9).map(|month| format!("2024-{month:02}-01,{}\n", 100 + month % 3 * 5)).collect();
    assert_eq!(change(&format!("日付,売上\n{rows}"), 24), None);
}

#[test]
fn noise_is_no_change_of_a_level() {
    let row = |i: i64| format!("{}-{:02}-01,{}%\n", 2020 + i / 12, i % 12 + 1, 60 + i % 12);
    let rows: String = (0..48).map(row).collect();
    let Some(Phrase::Forecast(ForecastPhrase::MeanChange { by, .. })) = change(&format!("日付,売上\n{rows}"), 12)
    else {
        panic!("no change")
    };
    assert_eq!(by, 0.0);
}
