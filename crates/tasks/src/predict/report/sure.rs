//! How well the held-out predictions did.

use sanpo_api::{
    Bar, BarChart, Block, DataPhrase, GainsChart, Grade, GradePhrase, Label, LabelCode, Letter, NumberFormat, Phrase,
    PredictPhrase, ScatterChart, Table, TableColumn, Value,
};
use sanpo_models::predict::{ClassScores, LiftPoint, Target};

use super::answer::{rare_class, score};
use super::{View, why};
use crate::grade;

/// Better than this on held-out rows is suspicious in an office file.
const TOO_GOOD: f64 = 0.995;
/// Points of the chart of predicted against actual numbers.
const MAX_POINTS: usize = 1500;

/// The grade: log loss of the probabilities, or mean absolute error, against the naive answer's. Of two classes it says what the
/// probabilities are good for: the order that they give.
pub fn grade(view: &View) -> Grade {
    let found = match (&view.evaluation.class, &view.evaluation.number) {
        (Some(c), _) => {
            let found = grade::of_chances(c.log_loss, c.naive_log_loss);
            match (&found.reason, ranking(view, c, 0)) {
                (Phrase::Grade(GradePhrase::ChancesBetter { .. }), Some(first)) => {
                    let (first, then) = (Box::new(first), Box::new(found.reason));
                    Grade { reason: Phrase::Grade(GradePhrase::Both { first, then }), ..found }
                }
                _ => found,
            }
        }
        (None, Some(n)) => grade::against_naive(n.mae, n.naive_mae),
        (None, None) => Grade { letter: Letter::C, reason: Phrase::Grade(GradePhrase::TooLittleToJudge) },
    };
    // What was tried was tried on every row, and held against the naive answer there.
    if view.run.stopped.is_some() { grade::cut_short(found, false) } else { found }
}

/// "Too good" is a warning: the answer may be hidden in a column.
pub fn cautions(view: &View) -> Vec<Phrase> {
    let class = view.evaluation.class.as_ref();
    let score = match (class.and_then(|c| c.auc), &view.evaluation.number) {
        (Some(auc), _) => auc,
        (None, Some(number)) => number.r2,
        (None, None) => class.map_or(0.0, |c| c.accuracy),
    };
    let mut phrases = Vec::new();
    if view.run.labelled.marks {
        let (target, classes) = (view.run.target_name.clone(), &view.run.labelled.classes);
        phrases.push(Phrase::Predict(PredictPhrase::Marks {
            target,
            none: classes[0].clone(),
            mark: classes[1].clone(),
        }));
    }
    if let Some((done, all)) = view.run.stopped {
        phrases.push(Phrase::Predict(PredictPhrase::StoppedMethods { done, all }));
    }
    if let Some((column, _)) = why::ranked(view).first().filter(|_| score > TOO_GOOD) {
        phrases.push(Phrase::Predict(PredictPhrase::TooGood { column: column.clone() }));
    }
    if let Some((rows, columns)) = view.run.predicted.as_ref().map(|p| p.unseen.clone()).filter(|u| u.0 > 0) {
        phrases.push(Phrase::Predict(PredictPhrase::UnseenValues { rows, columns }));
    }
    phrases.extend(late(view));
    let (used, rows) = (view.run.labelled.rows.len(), view.run.labelled_rows);
    if rows > used {
        phrases.push(Phrase::Data(DataPhrase::Sampled { used, rows }));
    }
    phrases
}

/// Clues that are empty in the rows to predict: those that were learnt from even so, and those that were left out for it.
fn late(view: &View) -> Vec<Phrase> {
    let run = view.run;
    let is_used = |name: &&String| run.specs.iter().any(|spec| spec.name == **name);
    let (used, left_out): (Vec<_>, Vec<_>) = run.late.iter().partition(is_used);
    [(used, true), (left_out, false)]
        .into_iter()
        .filter(|(columns, _)| !columns.is_empty())
        .map(|(columns, used)| {
            let columns = columns.into_iter().cloned().collect();
            Phrase::Predict(PredictPhrase::KnownLate { columns, used })
        })
        .collect()
}

/// Charts and tables of right and wrong answers.
pub fn blocks(view: &View) -> Vec<Block> {
    let mut blocks = Vec::new();
    if rare_class(view).is_some() {
        blocks.extend(of_all(view));
    }
    if let Some(scores) = &view.evaluation.class {
        blocks.extend(gains(view, scores).map(Block::Gains));
        blocks.extend(lift(view, scores).map(Block::Bars));
        blocks.push(Block::Table(confusion(view, scores)));
    }
    if let Target::Number(actual) = &view.run.labelled.target {
        blocks.push(Block::Scatter(predicted_actual(view, actual)));
    }
    blocks
}

/// The headline counts the rows of the rarer class; this is about all of them. Where a class is marked from a line of its own,
/// more right answers than the simple answer has are not what the line is for: it is said only where it is so.
fn of_all(view: &View) -> Option<Block> {
    let mut said = score(view.run, view.evaluation)?;
    if let (Some(_), Some(scores), Phrase::Predict(PredictPhrase::Correct { rows, correct_frac, naive_frac, .. })) =
        (&view.run.cut, &view.evaluation.class, &mut said)
    {
        let right: usize = answers(view, scores).iter().enumerate().map(|(class, counts)| counts[class]).sum();
        *correct_frac = right as f64 / *rows as f64;
        if *correct_frac <= *naive_frac {
            return None;
        }
    }
    Some(Block::Sentences { phrases: vec![said] })
}

/// The sentence is about the second tenth: enough rows to work with, few enough to be worth choosing.
fn gains(view: &View, scores: &ClassScores) -> Option<GainsChart> {
    const SAID: usize = 1;
    let caption = ranking(view, scores, SAID)?;
    let points = scores.lift.iter().map(|p| (100.0 * p.top_frac, 100.0 * p.caught_frac));
    let points = std::iter::once((0.0, 0.0)).chain(points).collect();
    Some(GainsChart { caption, points })
}

/// How many of the rarer class stand in the first tenths of the list.
fn ranking(view: &View, scores: &ClassScores, step: usize) -> Option<Phrase> {
    let class = view.run.called(rare_class(view)?);
    let LiftPoint { top_frac, caught_frac, .. } = *scores.lift.get(step)?;
    Some(Phrase::Predict(PredictPhrase::GainsCaption { class, top_frac, caught_frac }))
}

fn lift(view: &View, scores: &ClassScores) -> Option<BarChart> {
    let class = rare_class(view)?;
    let rows: usize = scores.confusion.iter().flatten().sum();
    let base_frac = scores.confusion[class].iter().sum::<usize>() as f64 / rows as f64;
    let bars = scores.lift.iter().map(|point| Bar {
        label: Label::Code(LabelCode::TopPercent((point.top_frac * 100.0).round() as u8)),
        value: point.class_frac,
    });
    let class = view.run.called(class);
    Some(BarChart {
        caption: Phrase::Predict(PredictPhrase::LiftCaption { class, base_frac }),
        format: NumberFormat::Percent,
        bars: bars.collect(),
    })
}

fn confusion(view: &View, scores: &ClassScores) -> Table {
    let classes = &view.run.labelled.classes;
    let plain = NumberFormat::Plain { unit: None };
    let mut columns = vec![TableColumn { label: Label::Text(view.run.target_name.clone()), format: plain.clone() }];
    columns.extend(
        classes
            .iter()
            .map(|c| TableColumn { label: Label::Code(LabelCode::PredictedClass(c.clone())), format: plain.clone() }),
    );
    let rows: Vec<Vec<Value>> = answers(view, scores)
        .iter()
        .zip(classes)
        .map(|(counts, class)| {
            let mut row = vec![Value::Label(Label::Code(LabelCode::ActualClass(class.clone())))];
            row.extend(counts.iter().map(|&n| Value::Number(n as f64)));
            row
        })
        .collect();
    Table { caption: Phrase::Predict(PredictPhrase::ConfusionCaption), columns, total_rows: rows.len(), rows }
}

/// Rows by true class and by the class that they got.
fn answers(view: &View, scores: &ClassScores) -> Vec<Vec<usize>> {
    let mut found = scores.confusion.clone();
    if let (Some(cut), Some(class)) = (&view.run.cut, rare_class(view)) {
        for (actual, counts) in found.iter_mut().enumerate() {
            let all: usize = counts.iter().sum();
            counts[class] = if actual == class { cut.right } else { cut.marked - cut.right };
            counts[1 - class] = all - counts[class];
        }
    }
    found
}

fn predicted_actual(view: &View, actual: &[f64]) -> ScatterChart {
    let stride = actual.len().div_ceil(MAX_POINTS).max(1);
    let places: Vec<usize> = (0..actual.len()).step_by(stride).collect();
    ScatterChart {
        caption: Phrase::Predict(PredictPhrase::PredictedActualCaption),
        x_label: Label::Code(LabelCode::Prediction),
        y_label: Label::Code(LabelCode::Actual),
        groups: vec![Label::Text(view.run.target_name.clone())],
        x: places.iter().map(|&i| view.blend.out_of_fold[0][i]).collect(),
        y: places.iter().map(|&i| actual[i]).collect(),
        group: vec![0; places.len()],
    }
}
