//! Columns that are not known when a row is to be predicted, and columns that only name a row.

use sanpo_api::{Answer, Answers, FieldId, Form, GradePhrase, Lang, Letter, Phrase, PredictPhrase, TaskId};

use super::{open, phrase};
use crate::session::columns;

/// Tours with their hours on the road and the overtime that follows from them; both are open for the last 30. `after` comes behind.
fn tours(answer: impl Fn(u32, f64) -> String, header: &str, after: &str) -> String {
    let row = |i: u32| {
        let (stops, km) = (4 + i * 13 % 25, 20 + i * 37 % 160);
        let hours = 1.0 + 0.15 * f64::from(stops) + f64::from(km) / 50.0 + f64::from(i * 29 % 11) / 20.0;
        format!("{},{},{stops},{km},{}\n", i + 1, ["Ana", "Bo", "Cy"][i as usize * 7 % 3], answer(i, hours))
    };
    format!("run,driver,stops,km,{header}\n{}{after}", (0..330).map(row).collect::<String>())
}

fn both(i: u32, hours: f64) -> String {
    if i < 300 { format!("{:.1},{hours:.2}", (hours - 5.0).max(0.0)) } else { ",".into() }
}

fn answer(form: &Form, id: FieldId) -> Answer {
    form.fields.iter().find(|f| f.id == id).expect("a field").answer.clone()
}

fn clues(names: &[&str]) -> Answer {
    Answer::Columns(names.iter().map(|name| (*name).to_owned()).collect())
}

#[test]
fn the_last_of_the_columns_that_wait_for_answers_is_suggested_and_the_others_are_no_clues() {
    let mut session = open(&tours(both, "overtime,hours", ""));
    let form = session.form(TaskId::Predict, Answers::new());
    assert_eq!(answer(&form, FieldId::Target), Answer::Column("hours".into()));
    // Nor is the number of the row.
    assert_eq!(answer(&form, FieldId::Columns), clues(&["driver", "stops", "km"]));
    let report = session.run(TaskId::Predict, form.answers()).expect("predictions");
    let late = PredictPhrase::KnownLate { columns: vec!["overtime".into()], used: false };
    assert_eq!(report.cautions, [Phrase::Predict(late)]);
    assert_eq!(report.grade.expect("a grade").letter, Letter::A);
}

#[test]
fn whoever_puts_it_in_by_hand_is_warned() {
    let mut session = open(&tours(both, "overtime,hours", ""));
    let mut answers = columns(&[(FieldId::Target, "overtime")]);
    answers.insert(FieldId::Columns, clues(&["stops", "hours"]));
    let report = session.run(TaskId::Predict, answers).expect("predictions");
    let late = Phrase::Predict(PredictPhrase::KnownLate { columns: vec!["hours".into()], used: true });
    assert!(report.cautions.contains(&late), "{:?}", report.cautions);
    assert!(phrase(Lang::Ja, &late).contains("「hours」は、予測する行ではほとんど空らんです。"));
}

#[test]
fn a_column_that_is_called_a_result_is_suggested_before_the_last() {
    let result = |i: u32, hours: f64| match (i < 300, hours > 5.5) {
        (false, _) => ",".into(),
        (true, late) => format!("{},{hours:.2}", if late { "遅れ" } else { "定刻" }),
    };
    let mut session = open(&tours(result, "結果,時間", ""));
    let form = session.form(TaskId::Predict, Answers::new());
    assert_eq!(answer(&form, FieldId::Target), Answer::Column("結果".into()));
    assert_eq!(answer(&form, FieldId::Columns), clues(&["driver", "stops", "km"]));
}

#[test]
fn gaps_here_and_there_and_a_closing_word_are_no_sign() {
    // One clue in ten is missing, wherever it stands; the file ends with a word, in a column where it stays a row.
    let some = |i: u32, hours: f64| match i % 10 {
        3 => format!(",{hours:.2}"),
        other => format!("1.{other},{hours:.2}"),
    };
    let mut session = open(&tours(some, "load,hours", ",以上,,,,\n"));
    let form = session.form(TaskId::Predict, columns(&[(FieldId::Target, "hours")]));
    let Answer::Columns(chosen) = answer(&form, FieldId::Columns) else { panic!() };
    assert!(["stops", "km", "load"].iter().all(|clue| chosen.iter().any(|name| name == clue)), "{chosen:?}");
}

#[test]
fn a_mark_that_no_row_to_predict_has_stays_a_clue() {
    // Nothing beside ○ is an answer: rows to predict without it are simply no members.
    let member = |i: u32, hours: f64| {
        let (known, mark) = (i < 300, if i < 300 && i.is_multiple_of(2) { "○" } else { "" });
        format!("{mark},{}", if known { format!("{:.2}", hours + f64::from(1 - i % 2)) } else { String::new() })
    };
    let mut session = open(&tours(member, "member,hours", ""));
    let form = session.form(TaskId::Predict, columns(&[(FieldId::Target, "hours")]));
    let Answer::Columns(chosen) = answer(&form, FieldId::Columns) else { panic!() };
    assert!(chosen.iter().any(|name| name == "member"), "{chosen:?}");
}

#[test]
fn a_second_file_without_a_clue_is_told_so() {
    let full = |_: u32, hours: f64| format!("{:.1},{hours:.2}", (hours - 5.0).max(0.0));
    let mut session = open(&tours(full, "overtime,hours", ""));
    session.run(TaskId::Predict, columns(&[(FieldId::Target, "hours")])).expect("a model");
    let rows: String = (0..20).map(|i| format!("{i},Bo,{},{},\n", 5 + i, 30 + i * 7)).collect();
    let report = session.apply("new.csv", format!("run,driver,stops,km,overtime\n{rows}").as_bytes()).expect("answers");
    let late = Phrase::Predict(PredictPhrase::KnownLate { columns: vec!["overtime".into()], used: true });
    assert!(report.cautions.contains(&late), "{:?}", report.cautions);
}

#[test]
fn a_text_of_its_own_in_each_row_is_no_clue_and_no_trait() {
    let row = |i: u32| format!("{},Client {i},{},{},{}\n", i * 7 % 90, i % 3, i * 13 % 40, ["a", "b"][i as usize % 2]);
    let mut session = open(&format!("spend,company,kind,visits,left\n{}", (0..200).map(row).collect::<String>()));
    for task in [TaskId::Predict, TaskId::Segment] {
        let form = session.form(task, Answers::new());
        let Answer::Columns(chosen) = answer(&form, FieldId::Columns) else { panic!() };
        assert!(!chosen.is_empty() && !chosen.iter().any(|name| name == "company"), "{task:?} {chosen:?}");
    }
}

#[test]
fn chances_have_no_error() {
    let result = |i: u32, hours: f64| match (i < 300, hours + f64::from(i * 17 % 13) / 4.0 > 7.0) {
        (false, _) => String::new(),
        (true, late) => if late { "yes" } else { "no" }.into(),
    };
    let report = open(&tours(result, "late", "")).run(TaskId::Predict, Answers::new()).expect("predictions");
    let Phrase::Grade(GradePhrase::Both { then, .. }) = &report.grade.as_ref().expect("a grade").reason else {
        panic!("{:?}", report.grade)
    };
    assert!(matches!(**then, Phrase::Grade(GradePhrase::ChancesBetter { .. })), "{then:?}");
    let said: String = report.headline.iter().chain([&**then]).map(|p| phrase(Lang::Ja, p)).collect();
    assert!(said.contains("見込みが50%以上の") && !said.contains("ずれ"), "{said}");
}
