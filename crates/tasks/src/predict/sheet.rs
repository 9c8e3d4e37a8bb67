//! What a prediction saves: the rows that had no answer, or those of the second file; without any, the held-out predictions.

use sanpo_api::{ExportKind, LabelCode, Lang, Problem, Words};
use sanpo_table::Table;

use super::run::{Outputs, PredictRun};
use crate::{OutCell, Sheet};

/// Rows to write: where they stand and what was predicted for them.
pub struct Target<'a> {
    /// The table that the rows belong to.
    pub table: &'a Table,
    /// Data rows from 0.
    pub rows: &'a [usize],
    /// Predictions in the order of `rows`.
    pub outputs: &'a Outputs,
}

/// The rows that the person wants to see: open ones, a second file's, else all that were held out once.
pub fn target<'a>(run: &'a PredictRun, table: &'a Table) -> Result<Target<'a>, Problem> {
    match (&run.predicted, &run.blend) {
        (Some(p), _) => Ok(Target { table: p.new.as_ref().unwrap_or(table), rows: &p.rows, outputs: &p.outputs }),
        (None, Some(b)) => Ok(Target { table, rows: &run.labelled.rows, outputs: &b.out_of_fold }),
        (None, None) => Err(Problem::NoResult),
    }
}

/// The sheet of a run that has its report.
pub fn sheet<'a>(
    run: &'a PredictRun,
    table: &'a Table,
    kind: ExportKind,
    lang: Lang,
    words: &'a dyn Words,
) -> Result<Sheet<'a>, Problem> {
    let target = target(run, table)?;
    let outputs = target.outputs;
    let class = move |place: usize| run.labelled.classes.get(run.class_of(outputs, place)).map(String::as_str);
    let (rows, owner) = (target.rows, target.table);
    Ok(match kind {
        ExportKind::Plain => {
            let mut header = vec!["row".to_owned(), "prediction".to_owned()];
            header.extend(run.labelled.classes.iter().map(|c| format!("probability_{c}")));
            let cells = rows.iter().enumerate().map(move |(place, &row)| {
                let mut cells = vec![OutCell::Number(row as f64 + 1.0)];
                cells.extend(result_cells(outputs, class(place), place));
                cells
            });
            Sheet { stem: "predict", header, rows: Box::new(cells) }
        }
        ExportKind::Sheet | ExportKind::Orders { .. } => {
            let mut header = owner.header();
            let columns = header.len();
            let tried = run.predicted.is_none();
            header.push(words.label_code(lang, &if tried { LabelCode::Trial } else { run.said_as() }));
            let probability = |class| words.label_code(lang, &LabelCode::Probability(run.called(class)));
            header.extend((0..run.labelled.classes.len()).map(probability));
            let cells = rows.iter().enumerate().map(move |(place, &row)| {
                let mut cells = crate::sheet::original(owner, columns, row);
                let said = if tried { class(place) } else { run.said_of(outputs, place) };
                cells.extend(result_cells(outputs, said, place));
                cells
            });
            Sheet { stem: "predict", header, rows: Box::new(cells) }
        }
    })
}

/// The number; or what is said of the class, and the probability of each.
fn result_cells(outputs: &Outputs, class: Option<&str>, place: usize) -> Vec<OutCell> {
    if let [numbers] = outputs.as_slice() {
        return vec![OutCell::number(numbers[place])];
    }
    let mut cells = vec![class.map_or(OutCell::Empty, |class| OutCell::Text(class.to_owned()))];
    cells.extend(outputs.iter().map(|output| OutCell::share(output[place])));
    cells
}
