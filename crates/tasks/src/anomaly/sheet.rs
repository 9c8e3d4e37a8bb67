//! What the search for anomalies saves: a line for every data row, in order.

use sanpo_api::{AnomalyPhrase, ExportKind, LabelCode, Lang, Phrase, Words};
use sanpo_table::Table;

use super::run::Kind;
use crate::{OutCell, Sheet};

/// The sheet of a run that has its verdict.
pub fn sheet<'a>(run: &'a dyn Kind, table: &'a Table, kind: ExportKind, lang: Lang, words: &'a dyn Words) -> Sheet<'a> {
    let reason = move |row: usize| {
        if !run.verdict().is_anomaly[row] {
            return OutCell::Empty;
        }
        OutCell::Text(words.phrase(lang, &Phrase::Anomaly(AnomalyPhrase::Reasons { reasons: run.reasons(row) })))
    };
    let score = move |row: usize| OutCell::number(run.verdict().score[row]);
    let seen = move |row: usize| match run.verdict().oddness.get(row) {
        Some(oddness) => OutCell::number(*oddness),
        None => score(row),
    };
    let flag = move |row: usize| run.verdict().is_anomaly[row];
    match kind {
        ExportKind::Plain => Sheet {
            stem: "anomaly",
            // The last column is the score that people are shown.
            header: ["row", "score", "is_anomaly", "reason", "stands_out"].map(str::to_owned).to_vec(),
            rows: Box::new((0..table.rows()).map(move |row| {
                let flagged = OutCell::Number(f64::from(u8::from(flag(row))));
                vec![OutCell::Number(row as f64 + 1.0), score(row), flagged, reason(row), seen(row)]
            })),
        },
        ExportKind::Sheet | ExportKind::Orders { .. } => {
            let mut header = table.header();
            let codes = [LabelCode::Score, LabelCode::IsAnomaly, LabelCode::Reason];
            header.extend(codes.iter().map(|c| words.label_code(lang, c)));
            let columns = table.header().len();
            let yes = words.label_code(lang, &LabelCode::Yes);
            Sheet {
                stem: "anomaly",
                header,
                rows: Box::new((0..table.rows()).map(move |row| {
                    let mut cells: Vec<OutCell> = crate::sheet::original(table, columns, row);
                    let flagged = if flag(row) { OutCell::Text(yes.clone()) } else { OutCell::Empty };
                    cells.extend([seen(row), flagged, reason(row)]);
                    cells
                })),
            }
        }
    }
}
