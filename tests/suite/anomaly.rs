//! The search for what is unusual in a record that is far longer than a screen is wide.

use std::fmt::Write;

use sanpo_api::{Answer, Answers, Block, FieldId, Lang, LineRole, TaskId, Words};

use crate::session::Session;

/// More moments than are counted one by one.
const MINUTES: usize = 120_000;
const SPIKE: usize = 78_518;

/// A value each minute, one of them far above the others.
fn minutes() -> Session {
    let mut text = String::from("日時,温度\n");
    for minute in 0..MINUTES {
        let (day, hour) = (minute / 1440, minute / 60 % 24);
        let value = if minute == SPIKE { 95.5 } else { 20.0 + (minute * 7 % 11) as f64 / 10.0 };
        let date = format!("2024-{:02}-{:02}", 1 + day / 28, 1 + day % 28);
        writeln!(text, "{date} {hour:02}:{:02},{value}", minute % 60).expect("text");
    }
    Session::open("minutes.csv", text.as_bytes()).expect("a table")
}

#[test]
fn many_moments_are_a_series_whose_one_spike_is_drawn() {
    let mut session = minutes();
    let form = session.form(TaskId::Anomaly, Answers::new());
    let time = form.fields.iter().find(|f| f.id == FieldId::Time).expect("a date");
    assert_eq!(time.answer, Answer::Column("日時".to_owned()));
    let report = session.run(TaskId::Anomaly, Answers::new()).expect("a report");
    let mut blocks = report.sections.iter().flat_map(|s| &s.blocks);
    let chart = blocks.find_map(|b| if let Block::Line(chart) = b { Some(chart) } else { None }).expect("a chart");
    let lines = &chart.panels[0].lines;
    let actual = lines.iter().find(|l| l.role == LineRole::Actual).expect("what was measured");
    assert!(actual.x.len() <= 20_000, "{}", actual.x.len());
    assert_eq!(actual.y.iter().filter(|y| **y == 95.5).count(), 1);
    // The largest deviation is what the answer names.
    let said = sanpo_text::Text.phrase(Lang::Ja, &report.headline[1]);
    assert!(said.contains("95.5"), "{said}");
}
