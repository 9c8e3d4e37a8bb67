//! What is said of predictions for rows.

use sanpo_api::*;

use super::{s, yen};

pub fn predictions(v: f64) -> Vec<Phrase> {
    use Phrase as P;
    let target = s("解約");
    vec![
        P::Predict(PredictPhrase::Picked {
            target: target.clone(),
            class: s("yes"),
            customers: true,
            rows: 1_800,
            picked: 180,
            right: 135,
            by_chance: 50,
        }),
        P::Predict(PredictPhrase::Correct { target: target.clone(), rows: 1_800, correct_frac: v, naive_frac: v }),
        P::Predict(PredictPhrase::Error { target: target.clone(), error: v, naive_error: v, unit: yen() }),
        P::Predict(PredictPhrase::Auc { auc: v }),
        P::Predict(PredictPhrase::R2 { r2: v }),
        P::Predict(PredictPhrase::R2 { r2: -0.2 }),
        P::Predict(PredictPhrase::Drivers { columns: vec![s("a"), s("b"), s("c")] }),
        predicted(12, true, Some("yes"), v),
        predicted(1, false, Some("yes"), 0.15),
        predicted(800, true, None, v),
        P::Predict(PredictPhrase::Marked { class: s("退会"), customers: true, rows: 45, from: Some(0.247) }),
        P::Predict(PredictPhrase::Marked { class: s("yes"), customers: false, rows: 1, from: None }),
        P::Predict(PredictPhrase::GiveFile { target: target.clone(), marks: true }),
        P::Predict(PredictPhrase::GiveFile { target, marks: false }),
        P::Predict(PredictPhrase::TooGood { column: s("解約日") }),
        P::Data(DataPhrase::StoppedSeries { done: 1, all: 12 }),
        P::Predict(PredictPhrase::StoppedMethods { done: 2, all: 3 }),
        P::Predict(PredictPhrase::UnseenValues { rows: 1, columns: vec![s("都道府県")] }),
        P::Predict(PredictPhrase::Marks { target: s("再購入"), none: s("-"), mark: s("○") }),
        P::Predict(PredictPhrase::KnownLate { columns: vec![s("走行時間")], used: true }),
        P::Predict(PredictPhrase::KnownLate { columns: vec![s("走行時間")], used: false }),
        P::Predict(PredictPhrase::ImportanceCaption),
        P::Predict(PredictPhrase::ConfusionCaption),
        P::Predict(PredictPhrase::LiftCaption { class: s("yes"), base_frac: v }),
        P::Predict(PredictPhrase::GainsCaption { class: s("yes"), top_frac: v, caught_frac: v }),
        P::Forecast(ForecastPhrase::HeatCaption {
            high: (LabelCode::Weekday(5), LabelCode::Month(12)),
            low: (LabelCode::Weekday(2), LabelCode::Hour(4)),
        }),
        P::Predict(PredictPhrase::PredictedActualCaption),
        P::Predict(PredictPhrase::Table),
        P::Data(DataPhrase::ColumnsLeftOut { columns: vec![s("氏名")] }),
        P::Predict(PredictPhrase::HeldOut { folds: 5, rows: 900 }),
        P::Data(DataPhrase::Sampled { used: 5_000, rows: 90_000 }),
    ]
}

fn predicted(rows: usize, new_file: bool, class: Option<&str>, expected: f64) -> Phrase {
    Phrase::Predict(PredictPhrase::Rows {
        rows,
        new_file,
        customers: new_file,
        target: s("解約"),
        unit: yen(),
        class: class.map(s),
        expected,
        known: 0.2,
    })
}
