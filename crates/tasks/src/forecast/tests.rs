//! From text to the run's facts and back to the sheet, on made shops.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sanpo_api::{
    Answer, Answers, Block, Choices, DAY_SECS, ExportKind, FieldId, FieldKind, Handling, Label, LabelCode, Lang,
    Moment, Occasion, Phrase, Words,
};
use sanpo_models::calendar::{Date, DayFacts};
use sanpo_models::random::Random;
use sanpo_table::{Merge, read};

use super::run::{ForecastRun, SeriesState};
use super::work::work;
use crate::{Next, OutCell, Run};

/// A day by its parts.
fn day(year: i64, month: u8, day: u8) -> i64 {
    Date::new(year, month, day).unwrap().day_number()
}

fn text_of(day: i64) -> String {
    let date = Date::of_day(day).unwrap();
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

fn answers(horizon: u32, series: bool) -> Answers {
    let column = |name: &str| Answer::Column(name.to_owned());
    let mut answers = Answers::from([
        (FieldId::Time, column("日付")),
        (FieldId::Value, column("売上")),
        (FieldId::Horizon, Answer::Count(horizon)),
    ]);
    if series {
        answers.insert(FieldId::Series, column("商品"));
    }
    answers
}

/// Runs a file to its end.
fn run(csv: &str, answers: &Answers) -> ForecastRun {
    let table = read("shop.csv", csv.as_bytes(), &Choices::default(), &mut |_| {}).unwrap();
    let mut run = ForecastRun::new(&table, answers).unwrap();
    let Next::Jobs { jobs, .. } = run.start(&table).unwrap() else { panic!("no jobs") };
    for (number, job) in jobs.into_iter().enumerate() {
        let result = work(&job.body, &mut |_| {}).unwrap();
        run.collect(&table, number as u32, result).unwrap();
    }
    run
}

/// Sales of a day: a week and a little noise.
fn sales(day: i64, random: &mut Random) -> f64 {
    let week = [90.0, 95.0, 100.0, 105.0, 130.0, 160.0, 140.0];
    week[usize::from(sanpo_models::calendar::weekday(day))] * (0.95 + 0.1 * random.unit())
}

fn effect(state: &SeriesState, occasion: Occasion) -> Option<&super::run::Effect> {
    state.effects.iter().find(|e| e.label == Label::Code(LabelCode::Occasion(occasion)))
}

#[test]
fn a_shop_closed_at_new_year_is_closed_again_and_paydays_sell_more() {
    let mut random = Random::new(1);
    let mut csv = "日付,売上\n".to_owned();
    for d in day(2022, 4, 1)..=day(2024, 12, 20) {
        let facts = DayFacts::of(d).unwrap();
        let date = (facts.date.month(), facts.date.day());
        if matches!(date, (12, 31) | (1, 1..=3)) {
            writeln!(csv, "{},休業", text_of(d)).unwrap();
        } else {
            let more = if facts.payday { 1.6 } else { 1.0 };
            writeln!(csv, "{},{:.0}", text_of(d), sales(d, &mut random) * more).unwrap();
        }
    }
    let run = run(&csv, &answers(30, false));
    let state = &run.series[0];
    let future: Vec<i64> = state.future.iter().map(|m| m.0 / DAY_SECS).collect();
    assert_eq!(future.len(), 30);
    let shut: Vec<i64> = future.iter().zip(&state.open).filter(|(_, o)| !**o).map(|(d, _)| *d).collect();
    assert_eq!(shut, (day(2024, 12, 31)..=day(2025, 1, 3)).collect::<Vec<_>>());
    assert_eq!((state.gaps(), state.closed.iter().filter(|c| **c).count()), (0, 8));
    let outcome = state.outcome.as_ref().unwrap();
    assert_eq!(outcome.mean.len(), 26);
    assert!(outcome.ranges.iter().all(|r| r.lower.len() == 26 && r.upper.len() == 26));
    assert!(outcome.mean.iter().all(|v| *v > 60.0));
    // 25 December 2024 is the fifth day to come.
    let payday = effect(state, Occasion::Payday).expect("payday");
    assert!(payday.future[4] > 35.0, "{:?}", payday.future);
    assert_eq!((payday.past.len(), payday.future.len()), (state.values.len(), 26));
    assert!(outcome.mean[4] > 1.4 * outcome.mean[3]);
}

#[test]
fn a_promotion_that_is_planned_adds_what_it_added() {
    let mut random = Random::new(2);
    let mut csv = "日付,売上,販促,天気\n".to_owned();
    let last = day(2024, 6, 30);
    for d in day(2023, 7, 1)..=last + 14 {
        let on = d % 17 < 2 || d == last + 10;
        let weather = ["晴", "雨", "曇"][(random.unit() * 3.0) as usize % 3];
        let sold = sales(d, &mut random) * if on { 1.5 } else { 1.0 };
        let sold = if d > last { String::new() } else { format!("{sold:.1}") };
        writeln!(csv, "{},{sold},{},{weather}", text_of(d), u8::from(on)).unwrap();
    }
    let table = read("shop.csv", csv.as_bytes(), &Choices::default(), &mut |_| {}).unwrap();
    let form = super::form::form(&table, &answers(14, false).into_iter().filter(|a| a.0 != FieldId::Horizon).collect());
    assert!(form.fields.iter().any(|f| f.id == FieldId::Horizon && f.answer == Answer::Count(14)));
    let run = run(&csv, &answers(14, false));
    let state = &run.series[0];
    assert_eq!(state.future[0], Moment((last + 1) * DAY_SECS));
    assert_eq!(run.own_columns, ["販促", "天気"]);
    let promotion = state.effects.iter().find(|e| e.label == Label::Text("販促".into())).expect("an effect");
    assert!(promotion.future[9] > 30.0 && promotion.past.iter().any(|v| *v > 30.0), "{:?}", promotion.future);
    assert!(!state.effects.iter().any(|e| e.label == Label::Text("天気".into())));
    let no_help = Phrase::NoHelp { labels: vec![Label::Text("天気".into())] };
    let said = |block: &Block| matches!(block, Block::Sentences { phrases } if phrases.contains(&no_help));
    assert!(super::report::report(&run).sections.iter().flat_map(|s| &s.blocks).any(said));
    // Left out by the person, it adds nothing.
    let mut without = answers(14, false);
    without.insert(FieldId::Handling, Answer::Handlings(vec![Handling::ClosedDays]));
    assert!(self::run(&csv, &without).series[0].effects.is_empty());
}

#[test]
fn a_price_that_ends_with_the_sales_is_left_out() {
    let mut random = Random::new(3);
    let mut csv = "日付,売上,単価\n".to_owned();
    for d in day(2024, 1, 1)..=day(2024, 9, 30) {
        writeln!(csv, "{},{:.1},{}", text_of(d), sales(d, &mut random), 100 + d % 13).unwrap();
    }
    let run = run(&csv, &answers(7, false));
    assert!(run.own_columns.is_empty() && run.series[0].effects.is_empty());
    assert_eq!(run.merge, Merge::Sum);
}

#[test]
fn a_month_that_is_not_over_is_forecast_and_can_be_kept() {
    let mut csv = "日付,売上\n".to_owned();
    for month in 0..30u32 {
        let sold = if month == 29 { 31.0 } else { 100.0 + f64::from(month % 12) };
        writeln!(csv, "{}-{:02},{sold}", 2022 + month / 12, month % 12 + 1).unwrap();
    }
    let found = run(&csv, &answers(3, false));
    let running = found.running.expect("a running month");
    assert_eq!((running.at, running.so_far), (Moment(day(2024, 6, 1) * DAY_SECS), 31.0));
    assert_eq!((found.series[0].values.len(), found.series[0].future[0]), (29, running.at));
    let mut all = answers(3, false);
    all.insert(FieldId::Handling, Answer::Handlings(vec![]));
    let kept = run(&csv, &all);
    assert_eq!((kept.running, kept.series[0].values.len()), (None, 30));
}

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
fn own_events_are_learned_from_days_that_were_clicked() {
    let mut random = Random::new(5);
    let mut csv = "日付,売上\n".to_owned();
    let (first, last) = (day(2023, 4, 1), day(2024, 9, 30));
    let festival = |d: i64| (d - first) % 61 == 40;
    for d in first..=last {
        let more = if festival(d) { 2.0 } else { 1.0 };
        writeln!(csv, "{},{:.1}", text_of(d), sales(d, &mut random) * more).unwrap();
    }
    let mut answers = answers(60, false);
    let clicked = (first..=last + 60).filter(|d| festival(*d)).map(|d| Moment(d * DAY_SECS)).collect();
    answers.insert(FieldId::Events, Answer::Days(clicked));
    let run = run(&csv, &answers);
    let own = effect(&run.series[0], Occasion::OwnEvent).expect("an effect");
    assert!(own.future.iter().any(|v| *v > 60.0) && own.future.iter().filter(|v| **v != 0.0).count() == 1);
}

#[test]
fn series_that_end_one_by_one_have_no_running_period() {
    let mut csv = "日付,商品,売上\n".to_owned();
    for shop in 0..10 {
        // Each shop closed down three months before the next.
        for month in 0..(24 + shop * 3) {
            writeln!(csv, "{}-{:02}-01,{shop}号店,{}", 2019 + month / 12, month % 12 + 1, 100 + month % 5).unwrap();
        }
    }
    let run = run(&csv, &answers(3, true));
    assert!(run.running.is_none() && run.series.iter().all(|s| s.values.len() >= 24));
}

#[test]
fn a_shop_that_began_to_close_on_wednesdays_is_compared_with_its_open_days() {
    let mut random = Random::new(9);
    let mut csv = "日付,売上\n".to_owned();
    let last = day(2024, 6, 30);
    for d in day(2023, 1, 1)..=last {
        let shut = d > last - 70 && sanpo_models::calendar::weekday(d) == 2;
        let sold = if shut { "休業".to_owned() } else { format!("{:.0}", sales(d, &mut random)) };
        writeln!(csv, "{},{sold}", text_of(d)).unwrap();
    }
    let run = run(&csv, &answers(28, false));
    assert_eq!(run.series[0].open.iter().filter(|o| !**o).count(), 4, "closed on");
    let report = super::report::report(&run);
    let change = report.headline.iter().find_map(|p| match p {
        Phrase::ForecastChange { frac, .. } => Some(*frac),
        _ => None,
    });
    assert!(change.is_some_and(|frac| frac.abs() < 0.05), "{:?}", report.headline);
}

#[test]
fn own_days_are_asked_for_from_the_first_of_the_data_to_the_last_forecast() {
    let csv = "日付,売上\n2024-04-01,3\n2024-04-02,4\n2024-04-03,5\n2024-04-04,\n";
    let table = read("shop.csv", csv.as_bytes(), &Choices::default(), &mut |_| {}).unwrap();
    let form = super::form::form(&table, &answers(14, false));
    let field = form.fields.iter().find(|f| f.id == FieldId::Events).unwrap();
    let at = |d: u8| Moment(day(2024, 4, d) * DAY_SECS);
    assert_eq!(field.kind, FieldKind::Days { first: at(1), last: at(3), until: at(17) });
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
        let [OutCell::Text(name), OutCell::Time(time, _), actual, forecast, ..] = row.as_slice() else {
            panic!("{row:?}")
        };
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
}

/// A year's wave, January highest.
const YEAR: [f64; 12] = [1.0, 0.87, 0.5, 0.0, -0.5, -0.87, -1.0, -0.87, -0.5, 0.0, 0.5, 0.87];

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
    let report = super::report::report(&run);
    let ahead = report.cautions.iter().find_map(|p| match p {
        Phrase::ClosedAhead { next, count, .. } => Some((next.clone(), *count)),
        _ => None,
    });
    let shut = (day(2024, 12, 31)..=day(2025, 1, 3)).map(|d| Moment(d * DAY_SECS)).collect();
    assert_eq!(ahead, Some((shut, 4)));
    let counts = |p: &Phrase| matches!(p, Phrase::ForecastTotal { steps: 14, open: 10, series: 2, .. });
    assert!(report.headline.iter().any(counts), "{:?}", report.headline);
    // The chart of the sum comes first, and its line is open where all were closed.
    let Some(Block::Line(total)) = report.sections[0].blocks.first() else { panic!("no chart") };
    assert!(matches!(total.caption, Phrase::TotalCaption { series: 2, .. }));
    let past = &total.panels[0].lines[0];
    let value = |d: i64| past.x.iter().position(|x| *x == (d * DAY_SECS) as f64).map(|i| past.y[i]);
    assert!((day(2023, 12, 31)..=day(2024, 1, 3)).all(|d| value(d).is_some_and(f64::is_nan)));
    assert!(value(day(2024, 1, 4)).is_some_and(f64::is_finite));
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
        let sections = super::report::report(&run).sections;
        let phrases = sections.into_iter().flat_map(|s| s.blocks).filter_map(|b| match b {
            Block::Sentences { phrases } => Some(phrases),
            _ => None,
        });
        phrases.flatten().find_map(|p| if let Phrase::Trend { frac } = p { Some(frac) } else { None })
    };
    let frac = said(0.2, 7).expect("a trend");
    assert!((frac - 0.18).abs() < 0.03, "{frac}");
    assert_eq!(said(0.2, 60), Some(frac));
    assert_eq!(said(0.0, 7), None);
}
