//! Predictions for rows, where every answer is known.

use sanpo_api::{Answers, ExportKind, Phrase, SectionId, TaskId};

use super::open;

#[test]
fn without_open_rows_nothing_is_listed_as_predicted() {
    let rows: String = (0..300u32)
        .map(|i| format!("{},{},{}\n", i * 7 % 50, i * 13 % 40, if i * 7 % 50 > 34 { "yes" } else { "no" }))
        .collect();
    let mut session = open(&format!("age,visits,left\n{rows}"));
    let report = session.run(TaskId::Predict, Answers::new()).expect("a model");
    assert!(matches!(report.headline[0], Phrase::PredictGiveFile { .. }), "{:?}", report.headline);
    assert!(report.sections.iter().all(|s| s.id != SectionId::Rows));
    assert!(report.takes_new_file && report.grade.is_some());
    assert!(report.sections.iter().any(|s| s.id == SectionId::HowSure && !s.blocks.is_empty()));
    let Phrase::PredictPicked { picked, right, by_chance, .. } = &report.headline[1] else {
        panic!("{:?}", report.headline)
    };
    assert!(*picked == 30 && right <= picked && by_chance < right, "{picked} {right} {by_chance}");
    assert!(!session.export(ExportKind::Sheet)[0].contains(",予測,"), "a trial is called a trial");
    let applied = session.apply("new.csv", b"age,visits\n40,3\n12,30\n").expect("predictions");
    assert!(applied.sections.iter().any(|s| s.id == SectionId::Rows));
}
