//! Grids and customer tables.

use sanpo_api::{Choices, Grain, Moment, Problem, Step};
use sanpo_table::{Grid, GridRequest, Merge, Table, iso, moment_at, read};

fn table(text: &str) -> Table {
    read("test.csv", text.as_bytes(), &Choices::default(), &mut |_| ()).unwrap_or_else(|p| panic!("{p:?}: {text}"))
}

fn grid(rows: &[(String, f64)]) -> Grid {
    let body: String = rows.iter().map(|(date, value)| format!("{date},{value}\n")).collect();
    table(&format!("date,value\n{body}"))
        .grid(&GridRequest { time: "date", value: "value", series: None, merge: Merge::Sum })
        .unwrap()
}

fn check(dates: &[&str], grain: Grain, every: u32, periods: usize) {
    let rows: Vec<(String, f64)> = dates.iter().enumerate().map(|(i, d)| ((*d).to_owned(), i as f64)).collect();
    let found = grid(&rows);
    assert_eq!((found.step, found.series[0].values.len()), (Step { grain, every }, periods), "{dates:?}");
    for (row, place) in found.row_place.iter().enumerate() {
        let (series, at) = place.unwrap();
        let moment = moment_at(found.series[series as usize].start, found.step, i64::from(at));
        assert!(iso(moment, Grain::Second).starts_with(&dates[row][..7]), "{dates:?} row {row}");
    }
}

#[test]
fn steps_are_found() {
    check(&["2024-01-31", "2024-02-29", "2024-03-31", "2024-05-31"], Grain::Month, 1, 5);
    check(&["2001-06-01", "2001-09-01", "2001-12-01", "2002-03-01"], Grain::Quarter, 1, 4);
    check(&["1975-12-31", "1976-12-31", "1977-12-31"], Grain::Year, 1, 3);
    check(&["2024-03-01", "2024-03-08", "2024-03-22"], Grain::Week, 1, 4);
    check(&["2024-03-01", "2024-03-02", "2024-03-05"], Grain::Day, 1, 5);
    check(
        &["2024-03-01 00:00:07", "2024-03-01 00:30:07", "2024-03-01 01:00:09", "2024-03-01 02:00:07"],
        Grain::Minute,
        30,
        5,
    );
    check(&["2024-03-05", "2024-03-04", "2024-03-03"], Grain::Day, 1, 3);
}

#[test]
fn the_step_on_the_first_screen_is_that_of_the_grid() {
    // Rows without a name are in no series: their dates say nothing of the distance.
    let mut text = String::from("店,日,数\n");
    for quarter in 0..8 {
        let date = |month: i32| format!("{}-{:02}-01", 2022 + quarter / 4, quarter % 4 * 3 + month);
        ('A'..='T').for_each(|shop| text += &format!("{shop}店,{},{quarter}\n", date(1)));
        text += &format!(",{},{quarter}\n,{},{quarter}\n", date(2), date(3));
    }
    let t = table(&text);
    let column = |name: &str| t.profile().columns.iter().find(|c| c.name == name).unwrap().clone();
    assert_eq!(column("店").role, Some(sanpo_api::Role::Series));
    let grid = t.grid(&GridRequest { time: "日", value: "数", series: Some("店"), merge: Merge::Sum }).unwrap();
    assert_eq!(column("日").step, Some(t.step("日", Some("店")).unwrap()));
    assert_eq!(grid.step, Step { grain: Grain::Quarter, every: 1 });
    assert_eq!(column("日").step, Some(grid.step));
}

#[test]
fn business_years_stay_business_years() {
    for (text, grain) in [
        ("年度,数\n平成20年,1\n平成21年,2\n平成22年,4\n平成25年,3\n", Grain::FiscalYear),
        ("年,数\n2008年度,1\n2009年度,2\n2010年度,4\n", Grain::FiscalYear),
        ("年,数\n2008年,1\n2009年,2\n2010年,4\n", Grain::Year),
    ] {
        let t = table(text);
        let time = t.profile().columns[0].name.clone();
        assert_eq!(t.profile().columns[0].grain, Some(grain), "{text}");
        assert_eq!(t.step(&time, None).unwrap(), Step { grain, every: 1 }, "{text}");
    }
}

#[test]
fn duplicates_add_up_and_gaps_stay_empty() {
    let t =
        table("店,日,数\nA,2024/4/1,1\nB,2024/4/2,5\nA,2024/4/1,2\nA,2024/4/3,4\n,2024/4/3,9\nB,,7\nB,2024/4/3,-\n");
    let g = t.grid(&GridRequest { time: "日", value: "数", series: Some("店"), merge: Merge::Sum }).unwrap();
    assert_eq!((g.duplicates, g.rows_left_out), (1, 2));
    assert_eq!(g.series.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["A", "B"]);
    assert_eq!((g.series[0].values[0], g.series[0].values[2], g.series[0].gaps), (3.0, 4.0, 1));
    assert!(g.series[0].values[1].is_nan() && g.series[1].values[1].is_nan());
    assert_eq!(g.row_place, [Some((0, 0)), Some((1, 0)), Some((0, 0)), Some((0, 2)), None, None, Some((1, 1))]);
}

#[test]
fn closing_days_are_listed_and_are_no_gaps() {
    let start = Moment(19_814 * 86_400); // 2024-04-01, a Monday
    let day = Step { grain: Grain::Day, every: 1 };
    let rows: Vec<(String, f64)> =
        (0..90).filter(|i| i % 7 != 2).map(|i| (iso(moment_at(start, day, i), Grain::Day), i as f64)).collect();
    let g = grid(&rows);
    assert_eq!((g.closed_weekdays.clone(), g.series[0].gaps, g.series[0].values.len()), (vec![2], 0, 90));
    assert!(g.series[0].values[2].is_nan());
}

#[test]
fn a_span_without_end_is_refused() {
    let t =
        table("time,v\n0001-01-01 00:00:00,1\n0001-01-01 00:00:01,2\n0001-01-01 00:00:02,2\n9999-01-01 00:00:00,3\n");
    let g = t.grid(&GridRequest { time: "time", value: "v", series: None, merge: Merge::Sum });
    assert!(matches!(g, Err(Problem::GridTooLong { limit: 2_000_000, .. })), "{g:?}");
}

#[test]
fn all_missing_is_an_error() {
    let t = table("日付,v,w\n2024/4/1,-,1\n2024/4/2,-,2\n");
    let ask = |value| t.grid(&GridRequest { time: "日付", value, series: None, merge: Merge::Sum });
    assert!(ask("w").is_ok());
    assert!(matches!(ask("v"), Err(Problem::WrongColumnType { .. } | Problem::AllMissing { .. })));
    assert!(matches!(ask("x"), Err(Problem::UnknownColumn { .. })));
}

#[test]
fn customers_by_recency_frequency_and_amount() {
    let t = table(
        "顧客,購入日,金額\n山田,2024/4/1,100\n佐藤,2024/4/3,50\n山田,2024/4/1,20\n山田,2024/4/11,5\n,2024/4/2,9\n佐藤,,1\n",
    );
    let r = t.rfm("顧客", "購入日", "金額", None, None).unwrap();
    assert_eq!(r.customers, ["山田", "佐藤"]);
    assert_eq!((r.recency_days, r.frequency), (vec![0.0, 8.0], vec![2.0, 1.0]));
    assert_eq!(r.monetary, [125.0, 50.0]);
    assert_eq!(r.row_customer, [0, 1, 0, 0, u32::MAX, u32::MAX]);
    assert_eq!(iso(r.until, Grain::Day), "2024-04-11");
}
