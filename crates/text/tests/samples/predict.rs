//! What is said of predictions for rows.

use sanpo_api::*;

use super::{s, yen};

pub fn predictions(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let target = s("解約");
    vec![
        P::PredictPicked {
            target: target.clone(),
            class: s("yes"),
            customers: true,
            rows: 1_800,
            picked: 180,
            right: 135,
            by_chance: 50,
        },
        P::PredictCorrect { target: target.clone(), rows: 1_800, correct_frac: v, naive_frac: v },
        P::PredictError { target: target.clone(), error: v, naive_error: v, unit: yen() },
        P::PredictAuc { auc: v },
        P::PredictR2 { r2: v },
        P::PredictR2 { r2: -0.2 },
        P::PredictDrivers { columns: vec![s("a"), s("b"), s("c")] },
        predicted(12, true, Some("yes"), v),
        predicted(1, false, Some("yes"), 0.15),
        predicted(800, true, None, v),
        P::PredictMarked { class: s("退会"), customers: true, rows: 45 },
        P::PredictGiveFile { target: target.clone(), marks: true },
        P::PredictGiveFile { target, marks: false },
        P::PredictTooGood { column: s("解約日") },
        P::StoppedSeries { done: 1, all: 12 },
        P::StoppedMethods { done: 2, all: 3 },
        P::UnseenValues { rows: 1, columns: vec![s("都道府県")] },
        P::PredictMarks { target: s("再購入"), none: s("-"), mark: s("○") },
        P::ImportanceCaption,
        P::ConfusionCaption,
        P::LiftCaption { class: s("yes"), base_frac: v },
        P::GainsCaption { class: s("yes"), top_frac: v, caught_frac: v },
        P::HeatCaption {
            high: (LabelCode::Weekday(5), LabelCode::Month(12)),
            low: (LabelCode::Weekday(2), LabelCode::Hour(4)),
        },
        P::PredictedActualCaption,
        P::PredictTable,
        P::ColumnsLeftOut { columns: vec![s("氏名")] },
        P::HeldOut { folds: 5, rows: 900 },
        P::Sampled { used: 5_000, rows: 90_000 },
    ]
}

fn predicted(rows: usize, new_file: bool, class: Option<&str>, expected: f64) -> Phrase {
    Phrase::PredictRows {
        rows,
        new_file,
        customers: new_file,
        target: s("解約"),
        unit: yen(),
        class: class.map(s),
        expected,
        known: 0.2,
    }
}
