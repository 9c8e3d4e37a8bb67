//! What is unusual: ranges that can be, and counts that agree.

use sanpo_api::{Answers, Block, Lang, Phrase, TaskId, Value};

use super::{blocks, open, phrase};

/// Two sensors that rest at nothing and jump now and then, each at times of its own.
fn sensors() -> String {
    let mut file = String::from("time,current,flow\n");
    for i in 0..900i64 {
        let odd = |at: i64| i % 150 >= at && i % 150 < at + 3;
        let current = if odd(40) { 55.0 } else { 0.3 + (i * 37 % 23) as f64 / 31.0 };
        let flow = if odd(90) || odd(41) { 71.0 } else { 1.1 + (i * 53 % 29) as f64 / 37.0 };
        file +=
            &format!("2024-{:02}-{:02} {:02}:00,{current:.5},{flow:.5}\n", i / 24 / 28 + 1, i / 24 % 28 + 1, i % 24);
    }
    file
}

#[test]
fn usual_ranges_of_what_cannot_be_negative_end_at_nothing() {
    let report = open(&sensors()).run(TaskId::Anomaly, Answers::new()).expect("anomalies");
    let charts = blocks(&report).filter_map(|b| if let Block::Line(chart) = b { Some(chart) } else { None });
    for chart in charts {
        for panel in &chart.panels {
            let low = panel.bands.iter().flat_map(|b| &b.lower).copied().fold(f64::INFINITY, f64::min);
            assert!(low >= 0.0, "{}: {low}", chart.value);
            for mark in &panel.marks {
                let said = phrase(Lang::Ja, &mark.phrase);
                let usual = said.split("ふだんは").nth(1).unwrap_or("").trim_end_matches('）');
                let long = |number: &str| number.chars().filter(char::is_ascii_digit).count() > 4;
                assert!(!usual.contains('-') && !usual.split('〜').any(long), "{said}");
            }
        }
    }
}

#[test]
fn headline_list_and_chart_count_the_same_places() {
    let report = open(&sensors()).run(TaskId::Anomaly, Answers::new()).expect("anomalies");
    let Phrase::AnomalyEvents { events, flagged, .. } = report.headline[0] else { panic!("{:?}", report.headline) };
    let marks: usize = blocks(&report).map(|b| if let Block::Line(c) = b { c.panels[0].marks.len() } else { 0 }).sum();
    let list = blocks(&report).find_map(|b| if let Block::Table(t) = b { Some(t) } else { None }).expect("a list");
    assert_eq!((marks, list.total_rows), (events, events));
    assert!(flagged > events, "{flagged} rows, {events} places");
    let (head, caption) = (phrase(Lang::Ja, &report.headline[0]), phrase(Lang::Ja, &list.caption));
    assert!(head.contains(&format!("{events}か所")) && head.contains(&format!("{flagged}行")), "{head}");
    let places = list.rows.iter().map(|row| if let Value::Number(n) = row[1] { n as usize } else { 0 });
    let rows: usize = places.sum();
    assert!(rows > flagged && caption.contains(&format!("足すと{rows}で、上の{flagged}行")), "{caption}");
}
