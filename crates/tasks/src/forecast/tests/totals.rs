//! Totals of all series and of groups.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sanpo_api::{
    Block, BookWord, Choices, DAY_SECS, DataPhrase, ExportKind, ForecastPhrase, LabelCode, Lang, Moment, Phrase, Words,
};
use sanpo_models::calendar::DayFacts;
use sanpo_models::random::Random;
use sanpo_table::read;

use super::super::report;
use super::{answers, day, run, sales, text_of};
use crate::{OutCell, Run};

/// Four products of two shelves; the last one is 10 days old.
fn products() -> String {
    let mut random = Random::new(4);
    let mut csv = "日付,商品,棚,売上\n".to_owned();
    for (i, (name, shelf)) in [("パン", "A"), ("米", "B"), ("茶", "A"), ("菓子", "B"), ("新作", "A")].iter().enumerate()
    {
        let first = if *name == "新作" { day(2024, 9, 21) } else { day(2023, 10, 1) };
        for d in first..=day(2024, 9, 30) {
            let closed = sanpo_models::calendar::weekday(d) == 2;
            let sold = if closed { 0.0 } else { sales(d, &mut random) * (i + 1) as f64 };
            writeln!(csv, "{},{name},{shelf},{sold:.1}", text_of(d)).unwrap();
        }
    }
    csv
}

#[test]
fn a_new_product_borrows_the_week_and_totals_add_up() {
    let run = run(&products(), &answers(12, true));
    // Nothing is ever sold on Wednesdays: they are closed, not zero.
    assert_eq!(run.grid.closed_weekdays, [2]);
    let new = run.series.iter().find(|s| s.name == "新作").unwrap();
    let outcome = new.outcome.as_ref().unwrap();
    assert!(new.borrows.is_some() && outcome.season.as_ref().unwrap().period == 6);
    // 1 October 2024 was a Tuesday; Saturday the 5th is the fourth open day.
    assert!(outcome.mean[3] > 1.3 * outcome.mean[0], "{:?}", outcome.mean);
    assert_eq!(new.open.iter().filter(|o| **o).count(), outcome.mean.len());

    let all = run.total(&[0, 1, 2, 3, 4]);
    let sum: f64 = run.series.iter().flat_map(|s| &s.outcome.as_ref().unwrap().mean).sum();
    assert!((all.mean.iter().sum::<f64>() - sum).abs() < 1e-6);
    let grouping = &run.groupings[0];
    assert_eq!((grouping.column.as_str(), grouping.groups.len()), ("棚", 2));
    let parts: f64 = grouping.groups.iter().map(|g| run.total(&g.1).mean.iter().sum::<f64>()).sum();
    assert!((parts - sum).abs() < 1e-6);
    // The range of a total is narrower than the sum of the ranges and wider than nothing.
    let widths: f64 = run
        .series
        .iter()
        .map(|s| {
            let r = &s.outcome.as_ref().unwrap().ranges[0];
            r.upper[0] - r.lower[0]
        })
        .sum();
    let width = all.ranges[0].2[0] - all.ranges[0].1[0];
    assert!(width > 0.0 && width <= widths + 1e-9, "{width} {widths}");
}

#[test]
fn the_saved_table_has_totals_that_are_the_sums_of_the_items() {
    let mut random = Random::new(4);
    let mut csv = "日付,部門,商品,売上\n".to_owned();
    for d in day(2024, 1, 1)..=day(2024, 5, 31) {
        for (i, item) in ["a", "b", "c", "d", "e"].iter().enumerate() {
            let department = ["食品", "雑貨"][i % 2];
            writeln!(csv, "{},{department},{item},{:.0}", text_of(d), sales(d, &mut random)).unwrap();
        }
    }
    let run = run(&csv, &answers(7, true));
    let table = read("shop.csv", csv.as_bytes(), &Choices::default(), &mut |_| {}).unwrap();
    let sheet = run.sheet(&table, ExportKind::Sheet, Lang::Ja, &Names).unwrap();
    let width = sheet.header.len();
    let mut sums: BTreeMap<(String, Moment), f64> = BTreeMap::new();
    for row in sheet.rows {
        assert_eq!(row.len(), width);
        // A total has its name at the end, and none among those of the items.
        let (OutCell::Text(name), OutCell::Empty) = (match (&row[0], &row[width - 1]) {
            (OutCell::Empty, total) => (total, &row[0]),
            item => item,
        }) else {
            panic!("{row:?}")
        };
        let [_, OutCell::Time(time, _), actual, forecast, ..] = row.as_slice() else { panic!("{row:?}") };
        let number = |c: &OutCell| if let OutCell::Number(v) = c { *v } else { 0.0 };
        let of = match name.as_str() {
            "a" | "c" | "e" => vec!["items", "食品 items"],
            "b" | "d" => vec!["items", "雑貨 items"],
            total => vec![total],
        };
        for name in of {
            *sums.entry((name.to_owned(), *time)).or_default() += number(actual) + number(forecast);
        }
    }
    for (total, items) in [("all", "items"), ("部門/食品", "食品 items"), ("部門/雑貨", "雑貨 items")] {
        let of = |name: &str| sums.iter().filter(|s| s.0.0 == name).map(|s| *s.1).collect::<Vec<f64>>();
        let (total, items) = (of(total), of(items));
        assert_eq!((total.len(), items.len()), (159, 159));
        assert!(total.iter().zip(&items).all(|(t, i)| (t - i).abs() < 1e-6), "{total:?} {items:?}");
    }
}

/// Names of totals; all else is no matter here.
struct Names;

impl Words for Names {
    fn phrase(&self, _: Lang, _: &Phrase) -> String {
        String::new()
    }

    fn label_code(&self, _: Lang, code: &LabelCode) -> String {
        match code {
            LabelCode::Total => "all".to_owned(),
            LabelCode::GroupTotal(column, group) => format!("{column}/{group}"),
            _ => String::new(),
        }
    }

    fn book(&self, _: Lang, _: &BookWord) -> String {
        String::new()
    }
}

#[test]
fn a_product_that_ended_is_no_part_of_what_is_said_of_the_others() {
    let mut random = Random::new(12);
    let mut csv = "日付,商品,売上\n".to_owned();
    for d in day(2022, 4, 1)..=day(2024, 12, 20) {
        let date = DayFacts::of(d).unwrap().date;
        let shut = matches!((date.month(), date.day()), (12, 31) | (1, 1..=3));
        for name in ["米", "茶", "旧型"].iter().filter(|n| **n != "旧型" || d <= day(2023, 12, 20)) {
            let sold = if shut { "休業".to_owned() } else { format!("{:.0}", sales(d, &mut random)) };
            writeln!(csv, "{},{name},{sold}", text_of(d)).unwrap();
        }
    }
    let run = run(&csv, &answers(14, true));
    let report = report::report(&run);
    let ahead = report.cautions.iter().find_map(|p| match p {
        Phrase::Data(DataPhrase::ClosedAhead { next, count, .. }) => Some((next.clone(), *count)),
        _ => None,
    });
    let shut = (day(2024, 12, 31)..=day(2025, 1, 3)).map(|d| Moment(d * DAY_SECS)).collect();
    assert_eq!(ahead, Some((shut, 4)));
    let counts =
        |p: &Phrase| matches!(p, Phrase::Forecast(ForecastPhrase::Total { steps: 14, open: 10, series: 2, .. }));
    assert!(report.headline.iter().any(counts), "{:?}", report.headline);
    // The chart of the sum comes first, and its line is open where all were closed.
    let Some(Block::Line(total)) = report.sections[0].blocks.first() else { panic!("no chart") };
    assert!(matches!(total.caption, Phrase::Forecast(ForecastPhrase::TotalCaption { series: 2, .. })));
    let past = &total.panels[0].lines[0];
    let value = |d: i64| past.x.iter().position(|x| *x == (d * DAY_SECS) as f64).map(|i| past.y[i]);
    assert!((day(2023, 12, 31)..=day(2024, 1, 3)).all(|d| value(d).is_some_and(f64::is_nan)));
    assert!(value(day(2024, 1, 4)).is_some_and(f64::is_finite));
}
