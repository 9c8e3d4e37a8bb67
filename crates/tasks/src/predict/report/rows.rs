//! The predicted rows: who it is, what is predicted, and what tells most about it.

use super::super::run::PredictRun;
use super::super::sheet::{self, Target};
use super::answer::told_place;
use super::{View, why};
use crate::columns;
use sanpo_api::{
    Block, ColumnType, Label, LabelCode, NumberFormat, Phrase, PredictPhrase, Problem, Role, Table, TableColumn, Value,
};

/// Rows listed on the screen.
const MAX_ROWS: usize = 200;
/// The user's own columns shown behind a prediction: those that tell most.
const OWN_COLUMNS: usize = 4;

/// The list of predictions: the most likely rows of the class told of first, or the largest numbers. Rows with known answers are
/// no predictions: without others there is no list.
pub fn blocks(view: &View) -> Result<Vec<Block>, Problem> {
    let run = view.run;
    let Some(predicted) = &run.predicted else { return Ok(vec![]) };
    let target = sheet::target(run, view.table)?;
    let key = told_place(view, predicted);
    let mut order: Vec<usize> = (0..target.rows.len()).collect();
    let by = &target.outputs[key];
    order.sort_by(|&a, &b| by[b].total_cmp(&by[a]).then(a.cmp(&b)));
    let layout = Layout::new(view, &target, key);
    let rows: Vec<Vec<Value>> = order.iter().take(MAX_ROWS).map(|&place| layout.row(run, &target, place)).collect();
    let columns = layout.heads(run, &target);
    Ok(vec![Block::Table(Table {
        caption: Phrase::Predict(PredictPhrase::Table),
        columns,
        rows,
        total_rows: order.len(),
    })])
}

/// Which columns stand in the list, as places in the table that is predicted.
struct Layout {
    /// The column that names a row.
    name: Option<usize>,
    /// Classes whose probability is shown.
    classes: Vec<usize>,
    /// The columns that tell most.
    told: Vec<usize>,
}

impl Layout {
    fn new(view: &View, target: &Target, key: usize) -> Self {
        let columns = &target.table.profile().columns;
        let with_role = |role| columns.iter().position(|c| c.role == Some(role));
        let name = with_role(Role::Customer)
            .or_else(|| with_role(Role::Identifier))
            .or_else(|| columns.iter().position(|c| c.kind == ColumnType::Id));
        let count = view.run.labelled.classes.len();
        let place = |(column, _): &(String, f64)| columns.iter().position(|c| c.name == *column);
        Self {
            name,
            classes: if count == 2 { vec![key] } else { (0..count).collect() },
            told: why::ranked(view).iter().filter_map(place).filter(|p| name != Some(*p)).take(OWN_COLUMNS).collect(),
        }
    }

    /// The answer stands right behind the name, so that it is seen on a narrow screen.
    fn heads(&self, run: &PredictRun, target: &Target) -> Vec<TableColumn> {
        let header = target.table.header();
        let plain = |label| TableColumn { label, format: NumberFormat::Plain { unit: None } };
        let own = |place: &usize| plain(Label::Text(header.get(*place).cloned().unwrap_or_default()));
        let row = || plain(Label::Code(LabelCode::Row));
        let format = NumberFormat::Plain { unit: run.unit.clone() };
        let mut heads = vec![self.name.as_ref().map_or_else(row, own)];
        heads.push(TableColumn { label: Label::Code(run.said_as()), format });
        heads.extend(self.classes.iter().map(|&class| TableColumn {
            label: Label::Code(LabelCode::Probability(run.called(class))),
            format: NumberFormat::Percent,
        }));
        heads.extend(self.told.iter().map(own));
        heads.extend(self.name.map(|_| row()));
        heads
    }

    fn row(&self, run: &PredictRun, target: &Target, place: usize) -> Vec<Value> {
        let row = target.rows[place];
        let own = |column: &usize| columns::own_value(target.table, *column, row);
        let file_row = || columns::file_row(target.table, row);
        let classes = &run.labelled.classes;
        let mut cells = vec![self.name.as_ref().map_or_else(file_row, own)];
        cells.push(match classes.is_empty() {
            true => Value::Number(target.outputs[0][place]),
            false => run.said_of(target.outputs, place).map_or(Value::Empty, |class| Value::Text(class.to_owned())),
        });
        cells.extend(self.classes.iter().map(|&class| Value::Number(target.outputs[class][place])));
        cells.extend(self.told.iter().map(own));
        cells.extend(self.name.map(|_| file_row()));
        cells
    }
}
