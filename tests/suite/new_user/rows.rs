//! Predictions for rows, and the units of what is predicted.

use sanpo_api::{
    Answer, Answers, Block, ExportKind, FieldId, How, Label, LabelCode, Phrase, PredictPhrase, SectionId, TaskId, Value,
};

use super::{blocks, open};

#[test]
fn without_open_rows_nothing_is_listed_as_predicted() {
    let rows: String = (0..300u32)
        .map(|i| format!("{},{},{}\n", i * 7 % 50, i * 13 % 40, if i * 7 % 50 > 34 { "yes" } else { "no" }))
        .collect();
    let mut session = open(&format!("age,visits,left\n{rows}"));
    let report = session.run(TaskId::Predict, Answers::new()).expect("a model");
    assert!(matches!(report.headline[0], Phrase::Predict(PredictPhrase::GiveFile { .. })), "{:?}", report.headline);
    assert!(report.sections.iter().all(|s| s.id != SectionId::Rows));
    assert!(report.takes_new_file && report.grade.is_some());
    assert!(report.sections.iter().any(|s| s.id == SectionId::HowSure && !s.blocks.is_empty()));
    let Phrase::Predict(PredictPhrase::Picked { picked, right, by_chance, .. }) = &report.headline[1] else {
        panic!("{:?}", report.headline)
    };
    assert!(*picked == 30 && right <= picked && by_chance < right, "{picked} {right} {by_chance}");
    assert!(!session.export(ExportKind::Sheet)[0].contains(",予測,"), "a trial is called a trial");
    let applied = session.apply("new.csv", b"age,visits\n40,3\n12,30\n").expect("predictions");
    assert!(applied.sections.iter().any(|s| s.id == SectionId::Rows));
}

/// Members of whom those who came by an introduction, and few others, bought again; both are marked with ○ or left empty.
fn marked() -> String {
    let rows: String = (0..400u32)
        .map(|i| {
            let introduced = i * 7 % 10 < 3;
            let again = introduced != (i % 23 == 0);
            let mark = |yes: bool| if yes { "○" } else { "" };
            format!("K{i:04},{},{},{}\n", 20 + i * 13 % 50, mark(introduced), mark(again))
        })
        .collect();
    format!("会員番号,年齢,紹介,再購入\n{rows}")
}

#[test]
fn a_mark_or_nothing_is_yes_and_no_as_a_clue_and_as_an_answer() {
    let mut session = open(&marked());
    let form = session.form(TaskId::Predict, Answers::new());
    let answer = |id| form.fields.iter().find(|f| f.id == id).map(|f| f.answer.clone());
    assert_eq!(answer(FieldId::Target), Some(Answer::Column("再購入".into())));
    assert_eq!(answer(FieldId::Columns), Some(Answer::Columns(vec!["年齢".into(), "紹介".into()])));
    let report = session.run(TaskId::Predict, Answers::new()).expect("a model");
    assert!(
        report.cautions.iter().any(|c| matches!(c, Phrase::Predict(PredictPhrase::Marks { .. }))),
        "{:?}",
        report.cautions
    );
    assert!(
        matches!(report.headline[0], Phrase::Predict(PredictPhrase::GiveFile { marks: true, .. })),
        "{:?}",
        report.headline
    );
    let Phrase::Predict(PredictPhrase::Picked { class, picked, right, .. }) = &report.headline[1] else {
        panic!("{:?}", report.headline)
    };
    assert!(class == "○" && *right * 10 >= *picked * 8, "{class} {picked} {right}");
    let applied = session.apply("new.csv", "会員番号,年齢,紹介\nN1,30,○\nN2,30,\n".as_bytes()).expect("predictions");
    assert!(applied.sections.iter().any(|s| s.id == SectionId::Rows));
    let rows = session.export(ExportKind::Sheet);
    let marks = |row: &str| row.matches('○').count();
    assert_eq!((marks(&rows[1]), marks(&rows[2])), (2, 0), "{rows:?}");
}

#[test]
fn the_answer_stands_behind_the_name_and_what_tells_most_comes_first() {
    let rows: String = (0..400u32)
        .map(|i| {
            let (visits, noise) = (i * 13 % 40, i * 7 % 50);
            let left = if i % 8 == 0 {
                ""
            } else if visits < 12 {
                "yes"
            } else {
                "no"
            };
            format!("M{i:04},{noise},{},{visits},{left}\n", i * 3 % 11)
        })
        .collect();
    let mut session = open(&format!("会員番号,age,shoes,visits,left\n{rows}"));
    let report = session.run(TaskId::Predict, Answers::new()).expect("a model");
    let Phrase::Predict(PredictPhrase::Rows { rows: 50, class: Some(class), expected, .. }) = &report.headline[0]
    else {
        panic!("{:?}", report.headline)
    };
    assert!(class == "yes" && (0.2..0.4).contains(expected), "{class} {expected}");
    let list = blocks(&report).find_map(|b| if let Block::Table(t) = b { Some(t) } else { None }).expect("a list");
    let heads: Vec<Label> = list.columns.iter().map(|c| c.label.clone()).collect();
    let text = |name: &str| Label::Text(name.to_owned());
    let chance = Label::Code(LabelCode::Probability("left: yes".to_owned()));
    assert_eq!(heads[..4], [text("会員番号"), Label::Code(LabelCode::Prediction), chance, text("visits")]);
    assert_eq!(heads.last(), Some(&Label::Code(LabelCode::Row)));
    let learnt = blocks(&report).find_map(|b| match b {
        Block::Sentences { phrases } => phrases.iter().find_map(|p| match p {
            Phrase::How(How::Learnt { columns, .. }) => Some(columns.clone()),
            _ => None,
        }),
        _ => None,
    });
    let learnt = learnt.expect("what was learnt from");
    assert_eq!((learnt.first().map(String::as_str), learnt.len()), (Some("visits"), 3));
}

#[test]
fn a_predicted_number_is_told_beside_what_it_used_to_be() {
    let rows: String = (0..300u32)
        .map(|i| {
            let rooms = i % 7 + 1;
            let price = if i % 10 == 0 { String::new() } else { format!("{}", rooms * 1000 + i * 31 % 400) };
            format!("{rooms},{},{price}\n", i * 17 % 90)
        })
        .collect();
    let report = open(&format!("rooms,age,price(円)\n{rows}")).run(TaskId::Predict, Answers::new()).expect("a model");
    let Phrase::Predict(PredictPhrase::Rows { rows: 30, customers: false, unit, class: None, expected, known, .. }) =
        &report.headline[0]
    else {
        panic!("{:?}", report.headline)
    };
    assert!(unit.as_deref() == Some("円") && (expected / known - 1.0).abs() < 0.2, "{expected} {known}");
}

/// Purchases of 20 customers, a row each, with one of three ranks; every fifth row has none.
fn ranked() -> String {
    let rows: String = (0..600u32)
        .map(|i| {
            let amount = i * 37 % 100;
            let rank = match (i % 5 == 0, amount) {
                (true, _) => "",
                (_, 0..10) => "金",
                (_, 10..40) => "銀",
                _ => "銅",
            };
            format!("C{:03},{amount},{},{rank}\n", i % 20, i * 13 % 7)
        })
        .collect();
    format!("顧客ID,金額,点数,ランク\n{rows}")
}

#[test]
fn the_list_goes_by_the_class_that_the_answer_tells_of() {
    let mut session = open(&ranked());
    let report = session.run(TaskId::Predict, Answers::new()).expect("a model");
    let Phrase::Predict(PredictPhrase::Rows { class: Some(class), customers, .. }) = &report.headline[0] else {
        panic!("{:?}", report.headline)
    };
    assert!(!customers, "a customer has many rows: rows are no people");
    let list = blocks(&report).find_map(|b| match b {
        Block::Table(table) if table.caption == Phrase::Predict(PredictPhrase::Table) => Some(table),
        _ => None,
    });
    let list = list.expect("a list");
    let told = Label::Code(LabelCode::Probability(class.clone()));
    let at = list.columns.iter().position(|c| c.label == told).expect("its chance");
    let chance = |row: &Vec<Value>| if let Value::Number(v) = row[at] { v } else { panic!("{row:?}") };
    assert!(list.rows.iter().map(chance).is_sorted_by(|a, b| a >= b), "{class}");
}

#[test]
fn a_name_is_no_clue_unless_it_is_asked_for() {
    let row = |i: u32| {
        format!(
            "K{i:04},{},{},{}\n",
            ["佐藤", "鈴木", "高橋"][i as usize % 3],
            i * 13 % 40,
            ["はい", "いいえ"][i as usize % 2]
        )
    };
    let mut session = open(&format!("会員番号,氏名,来館回数,継続\n{}", (0..300).map(row).collect::<String>()));
    let form = session.form(TaskId::Predict, Answers::new());
    let columns = form.fields.iter().find(|f| f.id == FieldId::Columns).map(|f| f.answer.clone());
    assert_eq!(columns, Some(Answer::Columns(vec!["来館回数".into()])));
}
