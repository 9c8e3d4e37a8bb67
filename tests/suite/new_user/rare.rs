//! A class that few rows have: who is marked, and what is said of it, everywhere alike.

use sanpo_api::{
    Answers, Block, ExportKind, GradePhrase, Label, LabelCode, Lang, Phrase, PredictPhrase, Report, SectionId, TaskId,
    Value,
};

use super::{blocks, open, phrase};
use crate::session::Session;

/// Members of whom one in seven leaves: nobody surely, but those who seldom come three times as often. The last 200 are open.
fn members() -> Session {
    let row = |i: u32| {
        let mix = i.wrapping_mul(2_654_435_761) >> 8;
        let (visits, age, chance) = (mix % 12, 18 + (mix >> 5) % 60, (mix >> 11) % 100);
        let leaves = chance < if visits < 3 { 32 } else { 8 };
        let answer = match (i < 1_500, leaves) {
            (false, _) => "",
            (true, true) => "退会",
            (true, false) => "在籍",
        };
        format!("K{i:05},{age},{visits},{answer}\n")
    };
    open(&format!("会員番号,年齢,来館回数,退会\n{}", (0..1_700).map(row).collect::<String>()))
}

fn marked(report: &Report) -> usize {
    let found = report.headline.iter().find_map(|p| match p {
        Phrase::Predict(PredictPhrase::Marked { rows, .. }) => Some(*rows),
        _ => None,
    });
    found.expect("how many were marked")
}

#[test]
fn as_many_are_marked_as_are_expected_and_everything_agrees_on_who() {
    let mut session = members();
    let report = session.run(TaskId::Predict, Answers::new()).expect("predictions");
    let Phrase::Predict(PredictPhrase::Rows { rows: 200, expected, .. }) = report.headline[0] else {
        panic!("{:?}", report.headline)
    };
    let marked = marked(&report);
    assert!(marked.abs_diff((200.0 * expected).round() as usize) <= 12 && marked > 10, "{marked} {expected}");
    // The list: the marked ones first, then nobody.
    let Some(Block::Table(list)) = blocks(&report).find(|b| matches!(b, Block::Table(_))) else { panic!("no list") };
    assert_eq!(list.columns[1].label, Label::Code(LabelCode::Candidate), "a chance below 50% predicts nothing");
    let is_marked = |row: &Vec<Value>| row[1] == Value::Text("退会".into());
    assert!(list.rows.iter().all(|row| is_marked(row) || row[1] == Value::Empty));
    assert_eq!(list.rows.iter().take_while(|row| is_marked(row)).count(), marked);
    assert_eq!(list.rows.iter().filter(|row| is_marked(row)).count(), marked);
    // Both files.
    let plain = session.export(ExportKind::Plain);
    assert_eq!(plain.iter().filter(|line| line.split(',').nth(1) == Some("退会")).count(), marked);
    let sheet = session.export(ExportKind::Sheet);
    assert_eq!(sheet.iter().filter(|line| line.split(',').nth(4) == Some("退会")).count(), marked);
}

#[test]
fn it_says_how_many_of_the_marked_were_right() {
    let report = members().run(TaskId::Predict, Answers::new()).expect("predictions");
    let Some(Phrase::Predict(PredictPhrase::Picked { rows, picked, right, by_chance, .. })) = report.headline.last()
    else {
        panic!("{:?}", report.headline)
    };
    assert!(*rows == 1_500 && right > by_chance && right < picked, "{picked} {right} {by_chance}");
    let sure = report.sections.iter().find(|s| s.id == SectionId::HowSure).expect("how sure");
    let Some(Block::Table(table)) = sure.blocks.iter().find(|b| matches!(b, Block::Table(_))) else { panic!() };
    let cell = |row: usize, column: usize| if let Value::Number(n) = table.rows[row][column] { n as usize } else { 0 };
    // Rows by what is true, columns by what was predicted; 「退会」 is the second of both.
    assert_eq!((cell(1, 2), cell(0, 2) + cell(1, 2)), (*right, *picked));
    // The share of right answers is no measure here: staying is always the safer guess.
    assert!(!sure.blocks.iter().any(|b| matches!(b, Block::Sentences { .. })));
}

#[test]
fn the_grade_speaks_of_the_order_of_the_list() {
    let report = members().run(TaskId::Predict, Answers::new()).expect("predictions");
    let grade = report.grade.expect("a grade");
    let Phrase::Grade(GradePhrase::Both { first, then }) = grade.reason else { panic!("{:?}", grade.reason) };
    // And of what the letter rests on.
    assert!(matches!(*first, Phrase::Predict(PredictPhrase::GainsCaption { .. })), "{first:?}");
    assert!(matches!(*then, Phrase::Grade(GradePhrase::ChancesBetter { .. })), "{then:?}");
    let said: String = report.headline.iter().map(|p| phrase(Lang::Ja, p)).collect();
    assert!(!said.contains("「退会」が「退会」") && said.contains("「退会」になりそうなのは"), "{said}");
}

#[test]
fn a_row_gets_the_same_class_whatever_stands_beside_it() {
    let mut session = members();
    session.run(TaskId::Predict, Answers::new()).expect("a model");
    let row = |i: u32, visits: u32| format!("N{i},35,{visits}\n");
    // Half of them seldom come; none but one of them; all of them alike; nobody.
    let files: [Vec<u32>; 4] = [
        (0..60).map(|i| if i < 30 { 1 } else { 9 }).collect(),
        (0..60).map(|i| if i == 7 { 1 } else { 9 }).collect(),
        vec![1; 60],
        vec![9; 60],
    ];
    for visits in files {
        let new: String = (0..).zip(&visits).map(|(i, visits)| row(i, *visits)).collect();
        let report = session.apply("新.csv", format!("会員番号,年齢,来館回数\n{new}").as_bytes()).expect("predictions");
        let lines = session.export(ExportKind::Plain);
        let marks: Vec<bool> = lines[1..].iter().map(|line| line.split(',').nth(1) == Some("退会")).collect();
        let wanted: Vec<bool> = visits.iter().map(|visits| *visits == 1).collect();
        assert_eq!(marks, wanted);
        let said = report.headline.iter().any(|p| matches!(p, Phrase::Predict(PredictPhrase::Marked { .. })));
        assert_eq!(said, visits.contains(&1));
    }
}
