//! Saved workbooks, read back by another library: cells have types, formulas stay text, nothing of the screen is missing.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use sanpo_api::{Answers, ExportKind, Lang, TaskId};

use crate::session::{Session, sample};

fn sheets(bytes: Vec<u8>) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    book.worksheets()
}

fn column<'a>(sheet: &'a Range<Data>, name: &str) -> Vec<&'a Data> {
    let header = sheet.rows().next().expect("a heading");
    let at = header
        .iter()
        .position(|cell| matches!(cell, Data::String(text) if text == name))
        .unwrap_or_else(|| panic!("no {name} in {header:?}"));
    sheet.rows().skip(1).map(|row| &row[at]).collect()
}

#[test]
fn a_forecast_has_dates_and_numbers_and_its_charts() {
    let mut session = sample("bakery");
    session.run(TaskId::Forecast, Answers::new()).expect("a forecast");
    let sheets = sheets(session.workbook(ExportKind::Sheet, Lang::Ja));
    let names: Vec<&str> = sheets.iter().map(|(name, _)| name.as_str()).collect();
    for wanted in ["結果", "グラフの値", "この結果について"] {
        assert!(names.contains(&wanted), "{names:?}");
    }
    let results = &sheets[0].1;
    assert!(column(results, "日付").iter().all(|cell| matches!(cell, Data::DateTime(_))));
    let forecasts = column(results, "予測");
    assert!(forecasts.iter().all(|cell| matches!(cell, Data::Float(_) | Data::Empty)));
    let lines = session.export(ExportKind::Sheet);
    assert_eq!(results.rows().count(), lines.len(), "as many rows as the CSV file");
    let last: f64 = lines.last().and_then(|l| l.split(',').nth(3)).and_then(|c| c.parse().ok()).expect("a number");
    assert_eq!(forecasts.last(), Some(&&Data::Float(last)));
}

#[test]
fn own_columns_keep_their_types_and_formulas_stay_text() {
    let mut file = "会員番号,購入日,金額,備考,区分\n".to_owned();
    for i in 0..60 {
        let memo = ["=1+1", "@cmd", "-5", "ふつう"][i % 4];
        let kind = if i == 59 { "" } else { ["A", "B"][usize::from(i % 7 < 3)] };
        file.push_str(&format!("{:05},2024/{}/{},\"{},{:03}円\",{memo},{kind}\n", i, i % 12 + 1, i % 28 + 1, 1 + i, i));
    }
    let mut session = Session::open("会員.csv", file.as_bytes()).expect("a table");
    session.run(TaskId::Anomaly, Answers::new()).expect("anomalies");
    let sheets = sheets(session.workbook(ExportKind::Sheet, Lang::Ja));
    let results = &sheets[0].1;
    assert_eq!(column(results, "会員番号")[7], &Data::String("00007".into()), "a code keeps its zeros");
    assert!(matches!(column(results, "購入日")[0], Data::DateTime(_)));
    assert_eq!(column(results, "金額")[2], &Data::Float(3002.0));
    assert_eq!(column(results, "備考")[0], &Data::String("=1+1".into()));
}

#[test]
fn the_same_result_is_the_same_bytes() {
    let mut session = sample("customers");
    session.run(TaskId::Predict, Answers::new()).expect("predictions");
    assert_eq!(session.workbook(ExportKind::Sheet, Lang::En), session.workbook(ExportKind::Sheet, Lang::En));
}
