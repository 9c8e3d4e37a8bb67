//! The command line's promise: a failure is one line that names cause and remedy, with exit code 2.

use std::process::{Command, Output};

fn sanpo(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sanpo")).args(arguments).output().expect("the program starts")
}

/// Writes a file for one test and gives its path.
fn file(name: &str, text: &str) -> String {
    let path = std::env::temp_dir().join(format!("sanpo-{}-{name}", std::process::id()));
    std::fs::write(&path, text).expect("a file");
    path.to_string_lossy().into_owned()
}

fn refused(arguments: &[&str]) {
    let output = sanpo(arguments);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {complaint}");
    assert_eq!(complaint.trim_end().lines().count(), 1, "{complaint}");
    assert!(complaint.len() > 30, "{complaint}");
}

#[test]
fn failures_are_one_line_and_code_2() {
    let sales = file("sales.csv", "date,shop,sales\n2024-01-01,a,3\n2024-01-02,a,4\n2024-01-03,a,5\n2024-01-04,a,4\n");
    refused(&["forecast", "/no/such/file.csv"]);
    refused(&["forecast", &file("empty.csv", "")]);
    refused(&["forecast", &sales, "--value", "profit"]);
    refused(&["forecast", &sales, "--value", "shop"]);
    refused(&["forecast", &sales, "--horizon", "0"]);
    refused(&["segment", &sales, "--groups", "9"]);
    refused(&["predict", &sales, "--target", "shop"]);
    refused(&["inspect", &file("prose.csv", "Dear all,\nplease see below.\nRegards\n")]);
}

#[test]
fn a_forecast_has_a_row_for_each_step() {
    let sales = file("ok.csv", "date,sales\n2024-01-01,3\n2024-01-02,4\n2024-01-03,5\n2024-01-04,4\n2024-01-05,6\n");
    let out = file("out.csv", "");
    assert!(sanpo(&["forecast", &sales, "--horizon", "2", "--out", &out]).status.success());
    let text = std::fs::read_to_string(&out).expect("an answer");
    let times: Vec<&str> = text.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    assert_eq!(times, ["2024-01-06", "2024-01-07"]);
}

/// Runs the program with a reader of its output that has gone already.
fn unread(arguments: &[&str]) -> Output {
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let mut program = Command::new(env!("CARGO_BIN_EXE_sanpo"));
    program.args(arguments).stdout(writer).output().expect("the program starts")
}

#[test]
fn a_reader_that_goes_away_ends_it_without_a_word() {
    let sales =
        file("unread.csv", "date,sales\n2024-01-01,3\n2024-01-02,4\n2024-01-03,5\n2024-01-04,4\n2024-01-05,6\n");
    let out = file("unread_out.csv", "");
    for arguments in [
        &["inspect", &sales][..],
        &["inspect", &sales, "--json"],
        &["forecast", &sales],
        &["forecast", &sales, "--json", "--level", "80", "--out", &out],
    ] {
        let output = unread(arguments);
        assert_eq!(output.status.code(), Some(141), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
    let header =
        std::fs::read_to_string(&out).expect("an answer").lines().next().map(str::to_owned).unwrap_or_default();
    assert!(header.contains("lower_80") && !header.contains("lower_95"), "what was asked for is done: {header}");
}
