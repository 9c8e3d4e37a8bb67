//! Every task on the samples, pre-filled answers only: what a person gets who presses the button.

use sanpo_api::{
    AnomalyPhrase, Answer, Answers, Block, ExportKind, FieldId, FileFormat, ForecastPhrase, Lang, Letter, Phrase,
    PredictPhrase, Problem, Report, SectionId, SegmentPhrase, TaskId, Words,
};
use sanpo_text::Text;

use crate::session::{columns, sample};

fn charts(report: &Report) -> usize {
    report.sections.iter().flat_map(|s| &s.blocks).filter(|b| !matches!(b, Block::Sentences { .. })).count()
}

#[test]
fn the_bakery_gets_a_forecast_for_every_product() {
    let mut session = sample("bakery");
    assert_eq!(session.profile.tasks.first(), Some(&TaskId::Forecast));
    let report = session.run(TaskId::Forecast, Answers::new()).expect("a forecast");
    assert!(
        matches!(report.headline[0], Phrase::Forecast(ForecastPhrase::Total { total, .. }) if total > 0.0),
        "{:?}",
        report.headline
    );
    assert!(report.grade.as_ref().is_some_and(|g| g.letter < Letter::D), "{:?}", report.grade);
    assert!(charts(&report) >= 2);
    let lines = session.export(ExportKind::Plain);
    assert_eq!(lines[0], "series,time,forecast,lower_80,upper_80,lower_95,upper_95,model");
    for line in &lines[1..] {
        let cells: Vec<&str> = line.split(',').collect();
        let numbers: Vec<f64> = cells[2..7].iter().map(|c| c.parse().expect("a number")).collect();
        assert!(numbers[3] <= numbers[1] && numbers[1] <= numbers[0] && numbers[0] <= numbers[2], "{line}");
        assert!(numbers[2] <= numbers[4] && numbers[3] >= 0.0, "{line}");
    }
}

#[test]
fn the_machine_shows_its_faults() {
    let mut session = sample("machine");
    let report = session.run(TaskId::Anomaly, Answers::new()).expect("anomalies");
    assert!(
        matches!(report.headline[0], Phrase::Anomaly(AnomalyPhrase::Events { events, .. }) if (1..200).contains(&events))
    );
    let lines = session.export(ExportKind::Plain);
    assert_eq!(lines.len(), session.profile.file.data_rows + 1);
    let flagged = lines[1..].iter().filter(|l| l.split(',').nth(2) == Some("1")).count();
    assert!(flagged > 0 && flagged * 5 < lines.len(), "{flagged} of {}", lines.len());
}

#[test]
fn the_shop_falls_into_groups_of_customers() {
    let mut session = sample("shop_sales");
    let form = session.form(TaskId::Segment, Answers::new());
    let customer = form.fields.iter().find(|f| f.id == FieldId::Customer).expect("a customer field");
    assert_ne!(customer.answer, Answer::None);
    let report = session.run(TaskId::Segment, Answers::new()).expect("groups");
    assert!(matches!(
        report.headline[0],
        Phrase::Segment(SegmentPhrase::Found { groups: 2..=12, customers: true, .. })
    ));
    let lines = session.export(ExportKind::Sheet);
    assert!(lines.len() > 500 && lines.len() < session.profile.file.data_rows, "{}", lines.len());
}

#[test]
fn customers_without_a_label_get_a_prediction() {
    let mut session = sample("customers");
    let report = session.run(TaskId::Predict, Answers::new()).expect("predictions");
    assert!(report.takes_new_file);
    assert!(report.grade.as_ref().is_some_and(|g| g.letter < Letter::D), "{:?}", report.grade);
    let Some(Phrase::Predict(PredictPhrase::Rows { rows, new_file: false, customers: true, expected, known, .. })) =
        report.headline.first()
    else {
        panic!("{:?}", report.headline)
    };
    assert!((expected - known).abs() < 0.1, "{expected} {known}");
    let lines = session.export(ExportKind::Plain);
    assert_eq!(lines.len(), rows + 1);
    // The headline's share is the mean of the chances that are saved.
    let chance = |line: &String| line.split(',').nth(2).and_then(|c| c.parse::<f64>().ok()).expect("a chance");
    let mean = lines[1..].iter().map(chance).sum::<f64>() / *rows as f64;
    assert!((mean - expected).abs() < 1e-6, "{mean} {expected}");
}

#[test]
fn a_second_file_gets_predictions_whatever_is_in_it() {
    let mut session = sample("customers");
    session.run(TaskId::Predict, Answers::new()).expect("predictions");
    let header = "会員番号,年齢,地域,入会日,来店回数,購入金額(円),メール開封率(%),問い合わせ回数";
    let rows = "90001,41,仙台市,2024/5/1,3,12000,40,0\n90002,,火星,,0,,,9\n";
    let report = session.apply("new.csv", format!("{header}\n{rows}").as_bytes()).expect("predictions");
    assert!(
        matches!(report.headline[0], Phrase::Predict(PredictPhrase::Rows { rows: 2, new_file: true, .. })),
        "{:?}",
        report.headline
    );
    let lines = session.export(ExportKind::Plain);
    assert_eq!(lines.len(), 3, "{lines:?}");
    let narrow = session.apply("narrow.csv", "年齢,地域\n41,仙台市\n30,石巻市\n".as_bytes());
    assert!(matches!(narrow, Err(Problem::ColumnsDiffer { missing }) if missing.contains(&"来店回数".to_owned())));
    assert_eq!(session.export(ExportKind::Plain), lines, "what was there is not lost");
}

#[test]
fn six_prefectures_have_eight_years_each() {
    let mut session = sample("tohoku");
    assert_eq!(session.profile.file.data_rows, 8);
    let names: Vec<&str> = session.profile.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names[1..], ["東北", "青森県", "岩手県", "宮城県", "秋田県", "山形県", "福島県"]);
    let answers = columns(&[(FieldId::Time, names[0]), (FieldId::Value, "宮城県")]);
    let report = session.run(TaskId::Forecast, answers).expect("a forecast");
    let lines = session.export(ExportKind::Plain);
    assert!(lines[1].starts_with(",2019,"), "{lines:?}");
    // Business years are called so, wherever a date stands.
    let how = report.sections.iter().find(|s| s.id == SectionId::How).expect("how it came about");
    let said = |block: &Block| match block {
        Block::Sentences { phrases } => phrases.iter().map(|p| Text.phrase(Lang::Ja, p)).collect::<String>(),
        _ => String::new(),
    };
    let how: String = how.blocks.iter().map(said).collect();
    assert!(how.contains("2008年度から2018年度まで"), "{how}");
    let headline = Text.phrase(Lang::Ja, &report.headline[0]);
    assert!(headline.starts_with("2019年度の") && headline.contains("百万円くらい"), "{headline}");
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    for (id, task) in [("customers", TaskId::Predict), ("shop_sales", TaskId::Segment), ("machine", TaskId::Anomaly)] {
        let bytes = |_| {
            let mut session = sample(id);
            session.run(task, Answers::new()).expect("a report");
            session.export(ExportKind::Plain)
        };
        assert_eq!(bytes(1), bytes(2), "{id}");
    }
}

#[test]
fn values_that_the_first_file_lacks_are_told_and_named() {
    let text = std::fs::read_to_string("../sample_data/customers/customers.csv").expect("the sample");
    let mut lines = text.lines();
    let header = lines.next().expect("a header");
    let rows: Vec<String> = lines.take(30).map(|l| l.replace("仙台市", "札幌市")).collect();
    let changed = rows.iter().filter(|l| l.contains("札幌市")).count();
    assert!(changed > 0);
    let mut session = sample("customers");
    session.run(TaskId::Predict, Answers::new()).expect("predictions");
    let new = format!("{header}\n{}\n", rows.join("\n"));
    let report = session.apply("来月.csv", new.as_bytes()).expect("predictions for it");
    let told = Phrase::Predict(PredictPhrase::UnseenValues { rows: changed, columns: vec!["地域".into()] });
    assert!(report.cautions.contains(&told), "{:?}", report.cautions);
    // What is saved is named after the new file, each kind with a name of its own.
    assert_eq!(
        [
            session.file_name(ExportKind::Sheet, FileFormat::Csv),
            session.file_name(ExportKind::Sheet, FileFormat::CsvShiftJis),
            session.file_name(ExportKind::Plain, FileFormat::Csv),
            session.file_name(ExportKind::Sheet, FileFormat::Workbook),
        ],
        ["来月_predict.csv", "来月_predict_sjis.csv", "来月_predict_plain.csv", "来月_predict.xlsx"]
    );
}

#[test]
fn where_nothing_changes_nothing_unusual_is_looked_for() {
    let rows: String = (1..=40).map(|n| format!("2025-{:02}-{:02},5,3\n", n / 28 + 1, n % 28 + 1)).collect();
    let text = format!("日付,売上,個数\n{rows}");
    let session = crate::session::Session::open("同じ.csv", text.as_bytes()).expect("a file");
    assert!(!session.profile.tasks.contains(&TaskId::Anomaly), "{:?}", session.profile.tasks);
}

#[test]
fn rows_are_called_by_their_place_in_the_file() {
    // A title, a blank line and a header come first.
    let mut text = String::from("会員の一覧\n\n番号,年齢,回数\n");
    for n in 0..60 {
        let (age, visits) = if n == 30 { (900, 900) } else { (30 + n % 7, 5 + n % 4) };
        text.push_str(&format!("A{n:03},{age},{visits}\n"));
    }
    let mut session = crate::session::Session::open("会員.csv", text.as_bytes()).expect("a file");
    let report = session.run(TaskId::Anomaly, Answers::new()).expect("anomalies");
    let row = report.headline.iter().find_map(|p| match p {
        Phrase::Anomaly(AnomalyPhrase::TopRow { row, .. }) => Some(row.clone()),
        _ => None,
    });
    assert_eq!(row.as_deref(), Some("34"));
    let table = report.sections.iter().flat_map(|s| &s.blocks).find_map(|b| match b {
        Block::Table(table) => Some(table),
        _ => None,
    });
    assert_eq!(table.map(|t| &t.rows[0][0]), Some(&sanpo_api::Value::Number(34.0)));
}

#[test]
fn the_english_samples_tell_the_same_in_english() {
    for (id, task) in [
        ("bakery", TaskId::Forecast),
        ("machine", TaskId::Anomaly),
        ("shop_sales", TaskId::Segment),
        ("customers", TaskId::Predict),
        ("tohoku", TaskId::Forecast),
    ] {
        let path = format!("../sample_data/{id}/en/{id}.csv");
        let text = std::fs::read_to_string(&path).expect("UTF-8");
        assert!(text.trim_start_matches('\u{feff}').chars().all(|c| c.is_ascii() || c == '°'), "{id}");
        let mut session = crate::session::Session::open_path(path.as_ref()).expect("a table");
        let own = sample(id);
        let kinds =
            |s: &crate::session::Session| s.profile.columns.iter().map(|c| (c.kind, c.role)).collect::<Vec<_>>();
        assert_eq!(kinds(&session), kinds(&own), "{id}");
        assert_eq!(session.profile.tasks.first(), own.profile.tasks.first(), "{id}");
        let report = session.run(task, Answers::new()).expect("a result");
        let said: String = report.headline.iter().map(|p| Text.phrase(Lang::En, p)).collect();
        assert!(said.is_ascii() || said.chars().all(|c| !('\u{3000}'..'\u{ffff}').contains(&c)), "{said}");
    }
}
