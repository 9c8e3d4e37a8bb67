//! What a grouping saves: a line for each row, or for each customer of a sales log.

use sanpo_api::{ExportKind, LabelCode, Lang, Problem, Words};
use sanpo_table::{Rfm, Table};

use super::run::{Groups, SegmentRun};
use crate::{OutCell, Sheet};

/// The sheet of a run that has its groups.
pub fn sheet<'a>(
    run: &'a SegmentRun,
    table: &'a Table,
    kind: ExportKind,
    lang: Lang,
    words: &'a dyn Words,
) -> Result<Sheet<'a>, Problem> {
    let groups = run.groups.as_ref().ok_or(Problem::NoResult)?;
    let names: Vec<String> = groups.names.iter().map(|name| words.phrase(lang, name)).collect();
    let group_cells = move |row: usize| {
        let group = groups.grouping.group[row] as usize;
        [OutCell::Number(group as f64 + 1.0), OutCell::Text(names[group].clone())]
    };
    let heading = |code| words.label_code(lang, &code);
    Ok(match (kind, &run.rfm) {
        (ExportKind::Plain, rfm) => plain(groups, rfm.as_ref(), group_cells),
        (_, Some(rfm)) => {
            let codes = [
                LabelCode::Customer,
                LabelCode::Recency,
                LabelCode::Frequency,
                LabelCode::Monetary,
                LabelCode::GroupHeading,
                LabelCode::GroupName,
            ];
            let header = codes.map(heading).to_vec();
            Sheet {
                stem: "segment",
                header,
                rows: Box::new((0..rfm.customers.len()).map(move |row| {
                    let mut cells = vec![OutCell::Text(rfm.customers[row].clone())];
                    cells.extend([rfm.recency_days[row], rfm.frequency[row], rfm.monetary[row]].map(OutCell::number));
                    cells.extend(group_cells(row));
                    cells
                })),
            }
        }
        (_, None) => {
            let columns = table.header().len();
            let mut header = table.header();
            header.extend([LabelCode::GroupHeading, LabelCode::GroupName].map(heading));
            Sheet {
                stem: "segment",
                header,
                rows: Box::new((0..table.rows()).map(move |row| {
                    let mut cells = crate::sheet::original(table, columns, row);
                    cells.extend(group_cells(row));
                    cells
                })),
            }
        }
    })
}

fn plain<'a>(groups: &'a Groups, rfm: Option<&'a Rfm>, group_cells: impl Fn(usize) -> [OutCell; 2] + 'a) -> Sheet<'a> {
    let mut header = vec!["row".to_owned(), "group".to_owned(), "group_name".to_owned()];
    if rfm.is_some() {
        header.push("customer".to_owned());
    }
    let rows = (0..groups.grouping.group.len()).map(move |row| {
        let mut cells = vec![OutCell::Number(row as f64 + 1.0)];
        cells.extend(group_cells(row));
        cells.extend(rfm.map(|rfm| OutCell::Text(rfm.customers[row].clone())));
        cells
    });
    Sheet { stem: "segment", header, rows: Box::new(rows) }
}
