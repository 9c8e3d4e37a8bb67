//! Saved workbooks, read back by another library: cells have types, formulas stay text, nothing of the screen is missing.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use sanpo_api::{Answer, Answers, Block, ExportKind, FieldId, Lang, TaskId, Words};
use sanpo_text::Text;

use crate::session::{Session, sample};

/// The samples with their tasks.
const RUNS: [(&str, TaskId); 4] = [
    ("bakery", TaskId::Forecast),
    ("machine", TaskId::Anomaly),
    ("shop_sales", TaskId::Segment),
    ("customers", TaskId::Predict),
];

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
    assert_eq!(names[..2], ["まとめ", "結果"], "what it says comes first");
    for wanted in ["予測と実績", "予測の一覧", "くり返し", "注文リスト", "過去に試した予測"]
    {
        assert!(names.contains(&wanted), "{names:?}");
    }
    let (_, orders) = sheets.iter().find(|(name, _)| name == "注文リスト").expect("an order list");
    assert!(column(orders, "7日分が80%の見込みで足りる量").iter().all(|cell| matches!(cell, Data::Float(_))));
    let results = &sheets[1].1;
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
    let results = &sheets[1].1;
    assert_eq!(column(results, "会員番号")[7], &Data::String("00007".into()), "a code keeps its zeros");
    assert!(matches!(column(results, "購入日")[0], Data::DateTime(_)));
    assert_eq!(column(results, "金額")[2], &Data::Float(3002.0));
    assert_eq!(column(results, "備考")[0], &Data::String("=1+1".into()));
}

#[test]
fn a_name_that_reads_like_the_address_of_a_cell_is_a_name() {
    for name in ["Yahoo!A1", "まとめ!$A$1", "=Yahoo!A1", "=[x]", "=cmd|x!A1"] {
        let mut file = format!("日付,店,{name}\n");
        for day in 1..=28 {
            for shop in [name, "本店"] {
                file.push_str(&format!("2024/4/{day},{shop},{}\n", 100 + day % 7 * 10));
            }
        }
        let mut session = Session::open("売上.csv", file.as_bytes()).expect("a table");
        session.run(TaskId::Forecast, Answers::new()).expect("a forecast");
        let sheets = sheets(session.workbook(ExportKind::Sheet, Lang::Ja));
        let named = |cell: &Data| matches!(cell, Data::String(text) if text.contains(name));
        assert!(sheets.iter().any(|(_, sheet)| sheet.rows().flatten().any(named)), "{name}");
    }
}

#[test]
fn shares_look_as_they_were_written() {
    let mut file = "会員番号,割引率,区分\n".to_owned();
    for i in 0..60 {
        file.push_str(&format!("{i:05},{}.5%,{}\n", 10 + i % 7, ["A", "B"][i % 2]));
    }
    let mut session = Session::open("会員.csv", file.as_bytes()).expect("a table");
    session.run(TaskId::Anomaly, Answers::new()).expect("anomalies");
    let results = session.workbook(ExportKind::Sheet, Lang::Ja);
    // Read again as a person sees it.
    let again = Session::open("結果.xlsx", &results).expect("a table");
    assert_eq!(again.profile.preview[0][1], "10.5%");
}

#[test]
fn the_same_result_is_the_same_bytes() {
    let mut session = sample("customers");
    session.run(TaskId::Predict, Answers::new()).expect("predictions");
    assert_eq!(session.workbook(ExportKind::Sheet, Lang::En), session.workbook(ExportKind::Sheet, Lang::En));
}

#[test]
fn the_first_sheet_says_what_the_result_is_of() {
    let mut session = sample("bakery");
    let report = session.run(TaskId::Forecast, Answers::new()).expect("a forecast");
    let sheets = sheets(session.workbook(ExportKind::Sheet, Lang::En));
    let says: Vec<String> = sheets[0].1.rows().map(|row| format!("{} = {}", row[0], row[1])).collect();
    let answer = format!("Answer = {}", Text.phrase(Lang::En, &report.headline[0]));
    let grade = format!("Grade = {:?}: ", report.grade.expect("a grade").letter);
    for wanted in
        [answer.as_str(), &grade, "File = bakery.csv", "Sanpo version = ", "Period of the data = ", "Task = Forecast"]
    {
        assert!(says.iter().any(|line| line.starts_with(wanted)), "{wanted} in {says:#?}");
    }
    for (name, _) in &sheets[2..] {
        assert!(says.iter().any(|line| line.starts_with(&format!("{name} = "))), "{name} in {says:#?}");
    }
}

#[test]
fn sheets_are_named_by_what_they_hold() {
    for (id, task) in RUNS {
        let mut session = sample(id);
        session.run(task, Answers::new()).expect("a result");
        for lang in [Lang::Ja, Lang::En] {
            let names: Vec<String> =
                sheets(session.workbook(ExportKind::Sheet, lang)).into_iter().map(|s| s.0).collect();
            for (place, name) in names.iter().enumerate() {
                assert!(name.encode_utf16().count() <= 31, "{id}: {name}");
                assert!(
                    !names[..place].contains(name) && !name.ends_with(|c: char| c.is_ascii_digit()),
                    "{id}: {names:?}"
                );
                assert!(
                    !["表", "グラフ", "Table", "Chart"].iter().any(|word| name.starts_with(word)),
                    "{id}: {names:?}"
                );
            }
        }
    }
}

#[test]
fn what_the_screen_draws_is_drawn_in_the_workbook() {
    for (id, task) in RUNS {
        let mut session = sample(id);
        let report = session.run(task, Answers::new()).expect("a result");
        let blocks = report.sections.iter().flat_map(|section| &section.blocks);
        let of_lines = |b: &Block| matches!(b, Block::Line(_) | Block::Trials(_) | Block::Parts(_));
        let is_drawn = |b: &Block| of_lines(b) || matches!(b, Block::Bars(_) | Block::Scatter(_) | Block::Gains(_));
        let charts = blocks.filter(|block| is_drawn(block)).count();
        let bytes = session.workbook(ExportKind::Sheet, Lang::Ja);
        // The first of them stands on the first sheet too.
        let last = format!("xl/charts/chart{}.xml", charts + 1);
        assert!(bytes.windows(last.len()).any(|name| name == last.as_bytes()), "{id}: {last}");
    }
}

#[test]
fn a_trial_stands_beside_what_happened() {
    let mut session = sample("bakery");
    session.run(TaskId::Forecast, Answers::new()).expect("a forecast");
    let sheets = sheets(session.workbook(ExportKind::Sheet, Lang::Ja));
    let (_, trials) = sheets.iter().find(|(name, _)| name == "過去に試した予測").expect("trials");
    let (happened, forecast) = (column(trials, "実績"), column(trials, "過去の予測 1回目"));
    let is_number = |cell: &&Data| matches!(cell, Data::Float(_));
    assert!(forecast.iter().zip(&happened).any(|(tried, what)| is_number(tried) && is_number(what)));
    assert!(!is_number(&forecast[0]) && is_number(&happened[0]), "what was known before comes first");
}

#[test]
fn every_sheet_filters_and_prints_with_its_heading_or_its_drawings() {
    for (id, task) in RUNS {
        let mut session = sample(id);
        session.run(task, Answers::new()).expect("a result");
        let book: Xlsx<_> = Xlsx::new(Cursor::new(session.workbook(ExportKind::Sheet, Lang::Ja))).expect("a workbook");
        let names = book.defined_names();
        let has = |name: &str, sheet: &str| {
            let quoted = format!("'{sheet}'!");
            let of = |place: &str| place.starts_with(&quoted) || place.starts_with(&format!("{sheet}!"));
            names.iter().any(|(known, place)| known.ends_with(name) && of(place))
        };
        for sheet in book.sheet_names() {
            assert!(has("Print_Titles", &sheet) || has("Print_Area", &sheet), "{id}: {sheet} in {names:?}");
            let is_list = !["まとめ", "曜日と月", "曜日と時間帯"].contains(&sheet.as_str());
            assert_eq!(has("_FilterDatabase", &sheet), is_list, "{id}: {sheet} in {names:?}");
        }
    }
}

#[test]
fn a_table_cut_short_points_at_all_rows() {
    let mut file = "日付,来客数\n".to_owned();
    for i in 0..1500 {
        let (month, day) = (i / 28 % 12 + 1, i % 28 + 1);
        let guests = if i % 40 == 7 { 900 } else { 100 + i % 7 };
        file.push_str(&format!("{}/{month}/{day},{guests},\n", 2010 + i / 336));
    }
    let mut session = Session::open("客.csv", file.as_bytes()).expect("a table");
    let rows = [(FieldId::Horizon, Answer::Count(300))].into_iter().collect();
    session.run(TaskId::Forecast, rows).expect("a forecast");
    let sheets = sheets(session.workbook(ExportKind::Sheet, Lang::Ja));
    let (_, list) = sheets.iter().find(|(name, _)| name == "予測の一覧").expect("a list");
    let last = list.rows().next_back().expect("rows")[0].to_string();
    assert!(last.contains("200行") && last.contains("「結果」"), "{last}");
}

#[test]
fn own_numbers_in_a_list_stay_numbers_and_codes_stay_codes() {
    let mut session = sample("customers");
    session.run(TaskId::Predict, Answers::new()).expect("predictions");
    let sheets = sheets(session.workbook(ExportKind::Sheet, Lang::Ja));
    let (_, list) = sheets.iter().find(|(name, _)| name == "予測の一覧").expect("a list");
    assert!(column(list, "会員番号").iter().all(|cell| matches!(cell, Data::String(_) | Data::Empty)));
    assert!(column(list, "来店回数").iter().all(|cell| matches!(cell, Data::Float(_) | Data::Empty)));
}

#[test]
fn a_saved_workbook_opens_with_its_results() {
    let mut session = sample("customers");
    session.run(TaskId::Predict, Answers::new()).expect("predictions");
    let again = Session::open("結果.xlsx", &session.workbook(ExportKind::Sheet, Lang::Ja)).expect("a table");
    assert_eq!(again.profile.file.sheet.as_deref(), Some("結果"));
}
