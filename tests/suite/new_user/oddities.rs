//! What is unusual: ranges that can be, and counts that agree.

use sanpo_api::{
    AnomalyPhrase, Answers, Block, ExportKind, Lang, LineChart, Moment, Phrase, Report, SectionId, Table, TaskId, Value,
};

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

fn list(report: &Report) -> &Table {
    blocks(report).find_map(|b| if let Block::Table(t) = b { Some(t) } else { None }).expect("a list")
}

fn charts(report: &Report) -> Vec<&LineChart> {
    blocks(report).filter_map(|b| if let Block::Line(chart) = b { Some(chart) } else { None }).collect()
}

/// From when to when, in which columns, how many rows.
fn listed(report: &Report) -> Vec<(Moment, Moment, Vec<String>, usize)> {
    let place = |row: &Vec<Value>| match row.as_slice() {
        [Value::Phrase(span), Value::Text(columns), Value::Phrase(_), Value::Number(rows), Value::Number(_)] => {
            let Phrase::Anomaly(AnomalyPhrase::Span { from, to, .. }) = &**span else { panic!("{span:?}") };
            (*from, *to, columns.split(" / ").map(str::to_owned).collect(), *rows as usize)
        }
        other => panic!("{other:?}"),
    };
    list(report).rows.iter().map(place).collect()
}

#[test]
fn headline_list_and_chart_speak_of_the_same_places() {
    let mut session = open(&sensors());
    let report = session.run(TaskId::Anomaly, Answers::new()).expect("anomalies");
    let Phrase::Anomaly(AnomalyPhrase::Events { events, flagged, .. }) = report.headline[0] else {
        panic!("{:?}", report.headline)
    };
    let (list, places) = (list(&report), listed(&report));
    assert_eq!((list.total_rows, places.len()), (events, events));
    assert_eq!(places.iter().map(|place| place.3).sum::<usize>(), flagged, "each row is counted once");
    let marked = session.export(ExportKind::Plain)[1..].iter().filter(|l| l.split(',').nth(2) == Some("1")).count();
    assert_eq!(marked, flagged, "the saved file marks the same rows");
    for chart in charts(&report) {
        for mark in &chart.panels[0].marks {
            let at = Moment(mark.x as i64);
            let within = places.iter().filter(|p| (p.0..=p.1).contains(&at) && p.2.contains(&chart.value)).count();
            assert_eq!(within, 1, "{} {at:?}", chart.value);
        }
    }
    let (head, caption) = (phrase(Lang::Ja, &report.headline[0]), phrase(Lang::Ja, &list.caption));
    assert!(head.contains(&format!("{events}か所")) && head.contains(&format!("{flagged}行")), "{head}");
    assert!(caption.contains("同じころの項目"), "{caption}");
}

#[test]
fn what_several_columns_share_is_one_place() {
    let report = open(&sensors()).run(TaskId::Anomaly, Answers::new()).expect("anomalies");
    let places = listed(&report);
    // Current and flow jump together every 150 hours, flow alone 50 hours later.
    assert!(places.iter().any(|place| place.2.len() == 2) && places.iter().any(|place| place.2.len() == 1));
    for (i, one) in places.iter().enumerate() {
        assert!(places[i + 1..].iter().all(|other| one.1 < other.0 || other.1 < one.0), "{places:?}");
    }
}

#[test]
fn the_first_chart_is_of_the_column_that_the_headline_names() {
    // The later column has the worst moment.
    let file: String = (0..400i64)
        .map(|i| {
            let (calm, wild) = (20.0 + (i * 7 % 11) as f64 / 10.0, 50.0 + (i * 5 % 13) as f64 / 10.0);
            let wild = if (200..206).contains(&i) { 400.0 } else { wild };
            format!("2024-{:02}-{:02} {:02}:00,{calm},{wild}\n", i / 24 / 28 + 1, i / 24 % 28 + 1, i % 24)
        })
        .collect();
    let report =
        open(&format!("time,calm(℃),wild(kPa)\n{file}")).run(TaskId::Anomaly, Answers::new()).expect("anomalies");
    let said = phrase(Lang::En, &report.headline[1]);
    assert!(said.contains("“wild”") && said.contains("400 kPa"), "{said}");
    let values: Vec<&str> = charts(&report).iter().map(|chart| chart.value.as_str()).collect();
    assert_eq!(values, ["wild", "calm"]);
    assert_eq!(charts(&report)[0].unit.as_deref(), Some("kPa"));
}

/// All that a report says, in Japanese.
fn said(report: &Report) -> String {
    let sentences =
        blocks(report).filter_map(|b| if let Block::Sentences { phrases } = b { Some(phrases) } else { None });
    report.headline.iter().chain(sentences.flatten()).map(|p| phrase(Lang::Ja, p)).collect()
}

#[test]
fn where_nothing_stands_out_the_report_says_what_was_looked_at_and_what_to_do() {
    let days: String =
        (0..200i64).map(|i| format!("2024-{:02}-{:02},{}\n", i / 28 + 1, i % 28 + 1, 20 + i % 7)).collect();
    let series = open(&format!("day,value(個)\n{days}")).run(TaskId::Anomaly, Answers::new()).expect("a report");
    let rows: String = (0..300).map(|i| format!("{},{}\n", i % 4, i / 4 % 4)).collect();
    let table = open(&format!("a,b\n{rows}")).run(TaskId::Anomaly, Answers::new()).expect("a report");
    for (report, of) in [(&series, "1項目・200行"), (&table, "2項目・300行")] {
        let text = said(report);
        assert!(matches!(report.headline[..], [Phrase::Anomaly(AnomalyPhrase::None { .. })]), "{text}");
        assert!(text.contains(of) && text.contains("印のつけやすさ"), "{text}");
        assert!(!text.contains("違いの大きさ") && !text.contains("印をつけました") && !text.contains("印は"), "{text}");
        assert!(report.sections.iter().all(|s| s.id != SectionId::Rows) && !report.exports.is_empty());
        assert!(report.sections.iter().any(|s| s.id == SectionId::WhatToDo));
    }
    assert!(said(&series).contains("2024年1月1日"), "{}", said(&series));
}

#[test]
fn rows_without_a_time_have_nothing_before_and_after_them() {
    let rows: String = (0..300).map(|i| format!("{},{}\n", i % 17, if i == 77 { 900 } else { i % 13 })).collect();
    let report = open(&format!("a,b\n{rows}")).run(TaskId::Anomaly, Answers::new()).expect("a report");
    let text = said(&report);
    assert!(text.contains("違いの大きさ") && !text.contains("前後"), "{text}");
}
