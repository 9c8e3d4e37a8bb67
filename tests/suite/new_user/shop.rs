//! A shop's forecast: closed days, days of its own, what to order.

use sanpo_api::{
    Answer, Answers, Bar, Block, DataPhrase, ExportKind, FieldId, ForecastPhrase, Grain, Handling, Label, LabelCode,
    Lang, Letter, LineRole, Moment, Occasion, Phrase, Report, SectionId, TaskId, TrialPhrase,
};

use super::{blocks, open, phrase};

fn day(i: i64) -> String {
    let at = date(i);
    format!("{:04}-{:02}-{:02}", at.0, at.1, at.2)
}

/// The civil date of a day counted from 2023-01-01.
fn date(i: i64) -> (i64, i64, i64) {
    let (mut year, mut left) = (2023, i);
    loop {
        let leap = year % 4 == 0;
        let months = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        for (month, days) in months.iter().enumerate() {
            if left < *days {
                return (year, month as i64 + 1, left + 1);
            }
            left -= days;
        }
        year += 1;
    }
}

/// Two years of a shop that is closed on Wednesdays and sells whole pieces.
fn shop(wednesdays: &str) -> String {
    let mut file = String::from("日付,個数\n");
    for i in 0..700i64 {
        // 2023-01-01 was a Sunday.
        let weekday = (i + 6) % 7;
        let sold = 20 + i * 13 % 9 + if weekday >= 5 { 12 } else { 0 };
        match (weekday, wednesdays) {
            (2, "") => {}
            (2, said) => file += &format!("{},{said}\n", day(i)),
            _ => file += &format!("{},{sold}\n", day(i)),
        }
    }
    file
}

fn without_closed_days() -> Answers {
    let kept = Handling::ALL.into_iter().filter(|h| *h != Handling::ClosedDays).collect();
    Answers::from([(FieldId::Handling, Answer::Handlings(kept))])
}

#[test]
fn closed_days_that_are_switched_off_are_off() {
    for wednesdays in ["", "0", "定休日"] {
        let mut session = open(&shop(wednesdays));
        let on = session.run(TaskId::Forecast, Answers::new()).expect("a forecast");
        let lines = session.export(ExportKind::Plain);
        let closes = |r: &Report| {
            r.cautions.iter().any(|p| {
                matches!(
                    p,
                    Phrase::Data(DataPhrase::ClosedWeekdays { .. }) | Phrase::Data(DataPhrase::ClosedAhead { .. })
                )
            })
        };
        assert!(closes(&on), "{:?}", on.cautions);
        let off = session.run(TaskId::Forecast, without_closed_days()).expect("a forecast");
        assert!(!closes(&off), "{:?}", off.cautions);
        let line = |r: &Report| {
            blocks(r)
                .find_map(|b| if let Block::Line(c) = b { Some(c.panels[0].lines.clone()) } else { None })
                .expect("a chart")
        };
        let forecast = line(&off).into_iter().find(|l| l.role == LineRole::Forecast).expect("a forecast");
        assert_eq!(forecast.x.windows(2).filter(|w| w[1] - w[0] != 86_400.0).count(), 0, "a value every day");
        let again = session.run(TaskId::Forecast, Answers::new()).expect("a forecast");
        assert_eq!((again == on, session.export(ExportKind::Plain) == lines), (true, true));
    }
}

/// What is said of own days, and of what did not help, on so many days of a shop.
fn said_of_own_days(file: &str, days: &[i64]) -> Vec<Phrase> {
    let at = |i: &i64| Moment((19_358 + i) * 86_400);
    let answers = Answers::from([(FieldId::Events, Answer::Days(days.iter().map(at).collect()))]);
    let report = open(file).run(TaskId::Forecast, answers).expect("a forecast");
    let sentences =
        blocks(&report).filter_map(|b| if let Block::Sentences { phrases } = b { Some(phrases) } else { None });
    let about = |p: &&Phrase| {
        matches!(
            p,
            Phrase::Data(DataPhrase::OwnDaysFew { .. })
                | Phrase::Data(DataPhrase::CannotTell { .. })
                | Phrase::Data(DataPhrase::NoHelp { .. })
        )
    };
    report.cautions.iter().chain(sentences.flatten()).filter(about).cloned().collect()
}

#[test]
fn too_few_own_days_are_not_said_to_be_of_no_help() {
    let file = shop("0");
    let said = |days: &[i64]| said_of_own_days(&file, days);
    assert_eq!(said(&[705]), [Phrase::Data(DataPhrase::OwnDaysFew { past: 0 })]);
    assert_eq!(said(&[300, 705]), [Phrase::Data(DataPhrase::OwnDaysFew { past: 1 })]);
    // Two days of one stretch, and three of different ones.
    assert_eq!(said(&[300, 301, 705]), [Phrase::Data(DataPhrase::OwnDaysFew { past: 2 })]);
    assert_eq!(said(&[300, 401, 501, 705]), [Phrase::Data(DataPhrase::OwnDaysFew { past: 3 })]);
    // Many in one stretch could not be tried; many all over were.
    assert_eq!(said(&[300, 301, 302, 305, 306, 307, 308]), [Phrase::Data(DataPhrase::OwnDaysFew { past: 7 })]);
    let all_over: Vec<i64> = (1..18).map(|i| i * 37).collect();
    let own = || vec![Label::Code(LabelCode::Occasion(Occasion::OwnEvent))];
    assert_eq!(said(&all_over), [Phrase::Data(DataPhrase::NoHelp { labels: own() })]);
}

#[test]
fn a_short_past_is_said_to_be_too_short_for_own_days() {
    let short: String = shop("0").lines().take(101).map(|line| format!("{line}\n")).collect();
    let own = vec![Label::Code(LabelCode::Occasion(Occasion::OwnEvent))];
    assert_eq!(
        said_of_own_days(&short, &[20, 40, 60, 80, 90]),
        [Phrase::Data(DataPhrase::CannotTell { labels: own, need: Some(150) })]
    );
}

#[test]
fn trials_of_a_shop_with_closed_weekdays_look_as_far_ahead_as_the_forecast() {
    let report = open(&shop("")).run(TaskId::Forecast, Answers::new()).expect("a forecast");
    let trials = blocks(&report).find_map(|b| if let Block::Trials(t) = b { Some(t) } else { None }).expect("trials");
    for trial in trials.trials.iter().flatten() {
        let days = (trial.line.x.last().unwrap() - trial.line.x[0]) / 86_400.0 + 1.0;
        assert!((28.0..=31.0).contains(&days), "{days}");
        assert!(matches!(
            trial.phrases[0],
            Phrase::Trial(TrialPhrase::Result { steps: 30, steps_grain: Grain::Day, .. })
        ));
    }
    let bars = blocks(&report).find_map(|b| match b {
        Block::Bars(bars) if bars.caption == Phrase::Trial(TrialPhrase::ErrorByDistance) => Some(bars),
        _ => None,
    });
    // Four open days make a span, but they are counted by the calendar.
    let far = |bar: &Bar| match bar.label {
        Label::Code(LabelCode::StepsAhead(_, days, Grain::Day)) => days,
        ref other => panic!("{other:?}"),
    };
    let far: Vec<u32> = bars.expect("bars").bars.iter().map(far).collect();
    assert!(far.windows(2).any(|w| w[1] - w[0] == 5), "{far:?}");
}

#[test]
fn pieces_are_whole_and_a_poor_order_list_warns() {
    let mut file = String::from("日付,商品,個数\n");
    // A level that wanders: nothing beats the last value, and nothing repeats.
    let (mut draw, mut levels) = (12_345u64, [60i64, 90]);
    for i in 0..200i64 {
        for (name, level) in ["甘いパン", "からいパン"].into_iter().zip(&mut levels) {
            draw = draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *level = (*level + (draw >> 60) as i64 - 7).clamp(5, 200);
            file += &format!("{},{name},{level}\n", day(i));
        }
    }
    let mut session = open(&file);
    let report = session.run(TaskId::Forecast, Answers::new()).expect("a forecast");
    assert!(report.grade.as_ref().is_some_and(|g| g.letter >= Letter::C), "{:?}", report.grade);
    let to_do = report.sections.iter().find(|s| s.id == SectionId::WhatToDo).expect("what to do");
    let [Block::Sentences { phrases }, Block::Order(list), ..] = to_do.blocks.as_slice() else { panic!("{to_do:?}") };
    assert!(matches!(phrases[0], Phrase::Forecast(ForecastPhrase::OrderUnsure { .. })));
    for demand in list.items.iter().flat_map(|item| &item.demand) {
        assert_eq!((demand.expected.fract(), demand.quantity(90).fract(), demand.safety(90).fract()), (0.0, 0.0, 0.0));
    }
    for line in &session.export(ExportKind::Orders { span: 1, level: 90 })[1..] {
        assert!(!line.contains('.'), "{line}");
    }
    let Phrase::Forecast(ForecastPhrase::Total { total, .. }) = report.headline[0] else {
        panic!("{:?}", report.headline)
    };
    assert_eq!(total.fract(), 0.0);
}

#[test]
fn percentages_are_forecast_as_percentages() {
    let rows = |sign: &str| -> String {
        let busy = |i: i64| 60.0 + if i % 7 < 5 { 10.0 } else { 0.0 } + (i * 37 % 11) as f64 / 10.0;
        (0..120i64).map(|i| format!("2026-{:02}-{:02},{:.1}{sign}\n", i / 28 + 1, i % 28 + 1, busy(i))).collect()
    };
    // In the cells or in the heading: both say 65 %, never 0.65 %.
    for (heading, sign) in [("稼働率", "%"), ("稼働率（%）", "")] {
        let mut session = open(&format!("日付,{heading}\n{}", rows(sign)));
        let column = &session.profile.columns[1];
        assert!(column.unit.as_deref() == Some("%") && column.max.is_some_and(|max| max > 60.0), "{column:?}");
        let report = session.run(TaskId::Forecast, Answers::new()).expect("a forecast");
        let said = phrase(Lang::Ja, &report.headline[0]);
        assert!(said.contains("「稼働率」は、6") || said.contains("「稼働率」は、7"), "{said}");
        assert!(!said.contains("0.6"), "{said}");
    }
}
