//! What the prediction asks.

use sanpo_api::{Answer, Answers, ColumnType, FieldId, Form, Role, TaskId};
use sanpo_table::{Table, is_person};

use crate::answers::{column_field, columns_field};
use crate::columns;

/// The column to predict and the columns to learn from.
pub fn form(table: &Table, answers: &Answers) -> Form {
    let can_be = |kind| matches!(kind, ColumnType::Number | ColumnType::Category);
    let targets = columns::names(table, |c| columns::is_mark(c, table.rows()) || (can_be(c.kind) && c.n_unique > 1));
    let guess = target_guess(table, &targets);
    let target = column_field(answers, FieldId::Target, targets, guess.as_deref(), false);
    let is_target = |name: &str| target.answer == Answer::Column(name.to_owned());
    let options = columns::names(table, |c| columns::is_feature(c, table.rows()) && !is_target(&c.name));
    // A name decides nothing; whoever wants it can put it in.
    let chosen = options.iter().filter(|name| !is_person(name)).cloned().collect();
    let columns = columns_field(answers, FieldId::Columns, options, chosen);
    Form { task: TaskId::Predict, fields: vec![target, columns] }
}

/// The label if one was recognised; a column with some cells left open (they wait for an answer); else the last one.
fn target_guess(table: &Table, targets: &[String]) -> Option<String> {
    let open = |name: &&String| {
        columns::profile(table, name)
            .is_ok_and(|c| c.n_missing > 0 && c.n_unique <= 10 && c.n_missing * 2 < table.rows())
    };
    columns::by_role(table, Role::Label)
        .or_else(|| targets.iter().rev().find(open).cloned())
        .or_else(|| targets.last().cloned())
}
