//! How useful the prediction is, and the predicted rows.

use sanpo_api::{Block, Label, LabelCode, NumberFormat, Phrase, Problem, Table, TableColumn, Value};
use sanpo_models::predict::Evaluation;

use super::super::run::PredictRun;
use super::super::sheet::{self, best_class};
use super::View;

/// Rows listed on the screen.
const MAX_ROWS: usize = 200;
/// The user's own columns shown beside a prediction.
const OWN_COLUMNS: usize = 4;

/// The answer in sentences: what was predicted, or that nothing was to be; then how well it does on known answers.
pub fn headline(view: &View) -> Vec<Phrase> {
    let done = match &view.run.predicted {
        Some(p) => Phrase::PredictRows { rows: p.rows.len(), new_file: p.new.is_some() },
        None => Phrase::PredictGiveFile { target: view.run.target_name.clone() },
    };
    let quality = picked(view).or_else(|| score(view.run, view.evaluation));
    std::iter::once(done).chain(quality).collect()
}

/// Of the tenth of the rows held most likely to have the rarer class: how many had it.
fn picked(view: &View) -> Option<Phrase> {
    let scores = view.evaluation.class.as_ref()?;
    let (top, class) = (scores.lift.first()?, rare_class(view)?);
    let rows: usize = scores.confusion.iter().flatten().sum();
    let of_class: usize = scores.confusion[class].iter().sum();
    let part = |all: usize, frac: f64| (all as f64 * frac).round() as usize;
    let picked = part(rows, top.top_frac);
    Some(Phrase::PredictPicked {
        target: view.run.target_name.clone(),
        class: view.run.labelled.classes[class].clone(),
        picked,
        right: part(of_class, top.caught_frac).min(picked),
        by_chance: part(of_class, top.top_frac),
    })
}

/// How often the answer was right, or how far off, against the simple answer.
pub fn score(run: &PredictRun, evaluation: &Evaluation) -> Option<Phrase> {
    let target = run.target_name.clone();
    if let Some(scores) = &evaluation.class {
        let (correct_frac, naive_frac) = (scores.accuracy, scores.naive_accuracy);
        let rows = scores.confusion.iter().flatten().sum();
        return Some(Phrase::PredictCorrect { target, rows, correct_frac, naive_frac });
    }
    let scores = evaluation.number.as_ref()?;
    let (error, naive_error, unit) = (scores.mae, scores.naive_mae, run.unit.clone());
    Some(Phrase::PredictError { target, error, naive_error, unit })
}

/// The rarer of two classes: the one people look for.
pub fn rare_class(view: &View) -> Option<usize> {
    view.evaluation.class.as_ref()?.lift_class.map(|class| class as usize)
}

/// The list of predictions: the most likely rows of the rarer class first, or the largest numbers. Rows with known answers are
/// no predictions: without others there is no list.
pub fn blocks(view: &View) -> Result<Vec<Block>, Problem> {
    let run = view.run;
    if run.predicted.is_none() {
        return Ok(vec![]);
    }
    let target = sheet::target(run, view.table)?;
    let key = rare_class(view).unwrap_or(0);
    let mut order: Vec<usize> = (0..target.rows.len()).collect();
    if run.labelled.classes.len() <= 2 {
        let by = &target.outputs[key.min(target.outputs.len() - 1)];
        order.sort_by(|&a, &b| by[b].total_cmp(&by[a]).then(a.cmp(&b)));
    }
    let own: Vec<String> = target.table.header().into_iter().take(OWN_COLUMNS).collect();
    let plain = |unit: Option<String>| NumberFormat::Plain { unit };
    let mut columns = vec![TableColumn { label: Label::Code(LabelCode::Row), format: plain(None) }];
    columns.extend(own.iter().map(|name| TableColumn { label: Label::Text(name.clone()), format: plain(None) }));
    columns.push(TableColumn { label: Label::Code(LabelCode::Prediction), format: plain(run.unit.clone()) });
    let classes = &run.labelled.classes;
    let shown: Vec<usize> = if classes.len() == 2 { vec![key] } else { (0..classes.len()).collect() };
    columns.extend(shown.iter().map(|&c| TableColumn {
        label: Label::Code(LabelCode::Probability(classes[c].clone())),
        format: NumberFormat::Percent,
    }));
    let rows = order.iter().take(MAX_ROWS).map(|&place| {
        let row = target.rows[place];
        let mut cells = vec![Value::Number(target.table.file_row(row) as f64)];
        cells.extend((0..own.len()).map(|c| Value::Text(target.table.original(c, row).into_owned())));
        cells.push(match classes.is_empty() {
            true => Value::Number(target.outputs[0][place]),
            false => Value::Text(classes[best_class(target.outputs, place)].clone()),
        });
        cells.extend(shown.iter().map(|&c| Value::Number(target.outputs[c][place])));
        cells
    });
    let rows = rows.collect();
    Ok(vec![Block::Table(Table { caption: Phrase::PredictTable, columns, rows, total_rows: order.len() })])
}
