//! Hostile files and files with nothing in them: a clear refusal or a sound answer, never a panic.

use sanpo_api::{Answers, ColumnType, ExportKind, Lang, Problem, TaskId};

use crate::session::Session;

fn refusal(name: &str, bytes: &[u8]) -> Problem {
    match Session::open(name, bytes) {
        Err(problem) => problem,
        Ok(session) => panic!("{name} was read: {:?}", session.profile.columns),
    }
}

/// Runs every task with what the app itself would ask; each must answer or refuse.
fn run_everything(name: &str, bytes: &[u8]) -> Vec<Result<(), Problem>> {
    let run = |task| {
        let mut session = Session::open(name, bytes)?;
        session.run(task, Answers::new())?;
        session.export(ExportKind::Plain);
        session.export(ExportKind::Sheet);
        Ok(())
    };
    TaskId::ALL.into_iter().map(run).collect()
}

#[test]
fn files_without_a_table_are_refused_with_the_reason() {
    assert_eq!(refusal("a.csv", b""), Problem::EmptyFile);
    assert_eq!(refusal("a.csv", b" \r\n\r\n"), Problem::EmptyFile);
    assert_eq!(refusal("a.csv", "日付,売上\r\n".as_bytes()), Problem::NoDataRows);
    assert!(matches!(refusal("a.csv", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj"), Problem::BinaryNotCsv { .. }));
    assert!(matches!(refusal("a.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Problem::BinaryNotCsv { .. }));
    assert_eq!(refusal("a.csv", b"<!DOCTYPE html><html><body><table>"), Problem::HtmlAsCsv);
}

#[test]
fn every_refusal_says_what_and_what_to_do() {
    for (name, bytes) in [("a.csv", &b""[..]), ("b.csv", b"x,y\n"), ("c.csv", b"%PDF-1.7 \xff\xfe\0")] {
        for lang in [Lang::Ja, Lang::En] {
            let text = sanpo_text::problem(lang, &refusal(name, bytes));
            assert!(!text.what.is_empty() && !text.remedy.is_empty(), "{name}: {text:?}");
        }
    }
}

#[test]
fn odd_tables_never_break_a_task() {
    let tables = [
        ("one_row.csv", "a,b,c\n1,x,2024-01-01\n".to_owned()),
        ("all_text.csv", rows("氏名,感想", |i| format!("人{i},とても良いと思いました その{i}"), 40)),
        ("all_missing.csv", rows("a,b", |_| "-,".to_owned(), 30)),
        ("constant.csv", rows("日付,値", |i| format!("2024-01-{:02},5", i % 28 + 1), 60)),
        ("constant_daily.csv", rows("日付,値", |i| format!("{},5", day(i)), 60)),
        ("huge_numbers.csv", rows("日付,値", |i| format!("{},1e30{}", day(i), i % 8), 60)),
        ("tiny.csv", rows("日付,値", |i| format!("{},{}e-300", day(i), i + 1), 60)),
        ("two_classes_one_row.csv", rows("x,y", |i| format!("{i},{}", if i == 3 { "はい" } else { "いいえ" }), 50)),
        ("far_dates.csv", "日付,値\n0001-01-01,1\n9999-12-31,2\n2024-01-01,3\n".to_owned()),
    ];
    for (name, text) in tables {
        for (task, outcome) in TaskId::ALL.iter().zip(run_everything(name, text.as_bytes())) {
            if let Err(problem) = outcome {
                assert!(!matches!(problem, Problem::Internal { .. }), "{name}, {task:?}: {problem:?}");
            }
        }
    }
}

#[test]
fn a_million_rows_of_one_number_are_read() {
    let mut text = String::from("値\n");
    text.push_str(&"7\n".repeat(1_000_000));
    let session = Session::open("million.csv", text.as_bytes()).expect("a table");
    assert_eq!(session.profile.file.data_rows, 1_000_000);
    assert_eq!(session.profile.columns[0].kind, ColumnType::Number);
    assert_eq!(session.profile.columns[0].sum, Some(7_000_000.0));
}

fn rows(header: &str, row: impl Fn(usize) -> String, count: usize) -> String {
    let body: Vec<String> = (0..count).map(row).collect();
    format!("{header}\n{}\n", body.join("\n"))
}

/// The day `i` days after New Year's Day 2024, as ISO text.
fn day(i: usize) -> String {
    let civil = sanpo_api::Moment::from_date(2024, 1, 1 + i as i64).civil();
    format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day)
}
