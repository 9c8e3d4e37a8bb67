//! Next month: a project is opened again, the new file takes the place of the old one, and the last forecast is checked.

use sanpo_api::{
    Answers, Block, ExportKind, LineRole, Phrase, Project, Report, SectionId, TaskId, TrialPhrase, encode,
};

use crate::session::Session;

/// Sales of two shops over the first `days` days, the amount under this heading.
fn sales(days: usize, heading: &str) -> String {
    let mut file = format!("日付,店舗,{heading}\n");
    for day in 0..days {
        let date = format!("2024-{:02}-{:02}", day / 28 + 1, day % 28 + 1);
        for (shop, level) in [("本店", 300), ("駅前店", 200)] {
            file.push_str(&format!("{date},{shop},{}\n", level + [0, 5, 10, 20, 60, 120, 80][day % 7] + day * 7 % 11));
        }
    }
    file
}

fn open(file: &str) -> Session {
    Session::open("売上.csv", file.as_bytes()).expect("a table")
}

/// Gaps are `NaN`, which equal nothing: the bytes are compared.
fn same(one: &Report, other: &Report) -> bool {
    encode(one) == encode(other)
}

fn checked(report: &Report) -> Vec<&Block> {
    let sections = report.sections.iter().filter(|s| s.id == SectionId::Checked);
    sections.flat_map(|s| &s.blocks).collect()
}

#[test]
fn a_project_opened_again_gives_the_same_result() {
    let mut first = open(&sales(140, "売上"));
    let report = first.run(TaskId::Forecast, Answers::new()).expect("a forecast");
    let project = Project::from_bytes(&first.pack()).expect("a project");
    assert_eq!((project.task, project.rows), (TaskId::Forecast, 280));
    assert!(same(&project.report, &report));
    let mut again = open(&sales(140, "売上"));
    assert!(project.fit(&again.profile).is_whole());
    assert!(same(&again.run(TaskId::Forecast, project.answers.clone()).expect("a forecast"), &report));
    assert_eq!(again.export(ExportKind::Plain), first.export(ExportKind::Plain));
}

#[test]
fn the_last_forecast_is_held_against_what_happened() {
    let mut first = open(&sales(140, "売上"));
    first.run(TaskId::Forecast, Answers::new()).expect("a forecast");
    let bytes = first.pack();
    let project = Project::from_bytes(&bytes).expect("a project");
    let mut next = open(&sales(154, "売上高"));
    let fit = project.fit(&next.profile);
    assert!(fit.is_whole(), "{fit:?}");
    let answers = fit.answers(&project.answers);
    let report = next.run_after(TaskId::Forecast, answers, &bytes).expect("a forecast");
    let blocks = checked(&report);
    let Some(Block::Sentences { phrases }) = blocks.first() else { panic!("{blocks:?}") };
    let Phrase::Trial(TrialPhrase::PromiseKept { said, happened, points, inside, .. }) = &phrases[0] else {
        panic!("{phrases:?}")
    };
    assert_eq!(*points, 28, "two shops, fourteen days");
    assert!((said / happened - 1.0).abs() < 0.05, "{said} for {happened}");
    assert!(inside <= points);
    let Some(Block::Line(chart)) = blocks.get(1) else { panic!("{blocks:?}") };
    assert_eq!(chart.panels.len(), 2);
    let roles: Vec<LineRole> = chart.panels[0].lines.iter().map(|line| line.role).collect();
    assert_eq!(roles, [LineRole::Actual, LineRole::LastForecast]);
}

#[test]
fn without_news_there_is_nothing_to_check() {
    let mut first = open(&sales(140, "売上"));
    first.run(TaskId::Forecast, Answers::new()).expect("a forecast");
    let bytes = first.pack();
    let project = Project::from_bytes(&bytes).expect("a project");
    let mut same = open(&sales(140, "売上"));
    let report = same.run_after(TaskId::Forecast, project.answers, &bytes).expect("a forecast");
    assert_eq!(checked(&report), [&Block::Sentences { phrases: vec![Phrase::Trial(TrialPhrase::PromiseOpen)] }]);
}

#[test]
fn every_task_can_be_packed() {
    for (id, task) in [("customers", TaskId::Predict), ("machine", TaskId::Anomaly), ("shop_sales", TaskId::Segment)] {
        let mut session = crate::session::sample(id);
        let report = session.run(task, Answers::new()).expect("a report");
        let project = Project::from_bytes(&session.pack()).expect("a project");
        assert!(same(&project.report, &report) && project.promise.is_none(), "{id}");
    }
}
