//! What the prediction asks.

use sanpo_api::{Answer, Answers, ColumnType, FieldId, Form, Role, TaskId};
use sanpo_table::{Table, is_label, is_person};

use super::known::Cells;
use crate::answers::{column_field, columns_field};
use crate::columns;

/// The column to predict and the columns to learn from.
pub fn form(table: &Table, answers: &Answers) -> Form {
    let can_be = |kind| matches!(kind, ColumnType::Number | ColumnType::Category);
    let targets = columns::names(table, |c| columns::is_mark(c, table.rows()) || (can_be(c.kind) && c.n_unique > 1));
    let cells = Cells::new(table).ok();
    let guess = target_guess(table, cells.as_ref(), &targets);
    let target = column_field(answers, FieldId::Target, targets, guess.as_deref(), false);
    let name = if let Answer::Column(name) = &target.answer { name.as_str() } else { "" };
    let options = clues(table, name);
    let late = late(table, cells.as_ref(), name, &options);
    let names_row = |name: &str| columns::profile(table, name).is_ok_and(|c| c.role == Some(Role::Identifier));
    // A name decides nothing, nor does the number of a row; whoever wants them can put them in.
    let known: Vec<String> = options.iter().filter(|name| !is_person(name) && !late.contains(name)).cloned().collect();
    let telling: Vec<String> = known.iter().filter(|name| !names_row(name)).cloned().collect();
    let chosen = if telling.is_empty() { known } else { telling };
    let columns = columns_field(answers, FieldId::Columns, options, chosen);
    Form { task: TaskId::Predict, fields: vec![target, columns] }
}

/// The columns that can be learnt from.
pub fn clues(table: &Table, target: &str) -> Vec<String> {
    columns::names(table, |c| columns::is_feature(c, table.rows()) && c.name != target)
}

/// Those of the clues that are not known when the target is to be predicted.
pub fn late(table: &Table, cells: Option<&Cells>, target: &str, clues: &[String]) -> Vec<String> {
    // Where a mark is a yes, an empty cell is a no: nothing is to be predicted.
    let marks = columns::profile(table, target).is_ok_and(|c| columns::is_mark(c, table.rows()));
    cells.filter(|_| !marks).map_or(vec![], |cells| cells.late(target, clues))
}

/// Of the columns that wait for answers the last one, if none is called a result; without any, the label if one was recognised; a
/// column with some cells left open; else the last one.
fn target_guess(table: &Table, cells: Option<&Cells>, targets: &[String]) -> Option<String> {
    let waiting: Vec<&String> = targets.iter().filter(|name| cells.is_some_and(|c| c.waits(name))).collect();
    let label = columns::by_role(table, Role::Label);
    let is_named = |name: &&&String| is_label(name) || label.as_ref() == Some(**name);
    let open = |name: &&String| {
        columns::profile(table, name)
            .is_ok_and(|c| c.n_missing > 0 && c.n_unique <= 10 && c.n_missing * 2 < table.rows())
    };
    let named = waiting.iter().rev().find(is_named).or(waiting.last()).map(|name| (*name).clone());
    named.or(label).or_else(|| targets.iter().rev().find(open).cloned()).or_else(|| targets.last().cloned())
}
