//! What the search for anomalies asks.

use sanpo_api::{Answer, Answers, ColumnType, FieldId, Form, Role, TaskId};
use sanpo_table::{COUNT_LIMIT, Table};

use crate::answers::{CountRule, column_field, columns_field, count_field};
use crate::columns;

/// The sensitivity when nobody says otherwise, from 1 to 5.
pub const SENSITIVITY: u32 = 3;
/// The highest sensitivity.
pub const MOST_SENSITIVE: u8 = 5;

/// Date column (none: every row stands for itself), columns to look at, sensitivity.
pub fn form(table: &Table, answers: &Answers) -> Form {
    let dates = columns::names(table, |c| c.kind == ColumnType::Date);
    let guess = time_guess(table);
    let time = column_field(answers, FieldId::Time, dates, guess.as_deref(), true);
    let as_series = time.answer != Answer::None;
    let options = columns::names(table, |c| {
        if as_series { c.kind == ColumnType::Number } else { columns::is_trait(c, table.rows()) }
    });
    let chosen = if as_series { series_guess(table, &options) } else { options.clone() };
    let columns = columns_field(answers, FieldId::Columns, options, chosen);
    let rule = CountRule {
        range: (1, MOST_SENSITIVE.into()),
        suggestions: vec![1, 2, 3, 4, 5],
        step: None,
        guess: Some(SENSITIVITY),
    };
    let mut sensitivity = count_field(answers, FieldId::Sensitivity, rule);
    sensitivity.folded = true;
    Form { task: TaskId::Anomaly, fields: vec![time, columns, sensitivity] }
}

/// The date column, if the rows are one series: hardly any moment occurs twice.
fn time_guess(table: &Table) -> Option<String> {
    let name = columns::by_role(table, Role::Time)?;
    let profile = columns::profile(table, &name).ok()?;
    // Different moments are counted up to a limit; a longer record is none the worse for it.
    let dated = table.rows().saturating_sub(profile.n_missing);
    let all_differ = profile.n_unique >= COUNT_LIMIT || profile.n_unique * 10 >= dated * 9;
    (dated >= 20 && all_differ).then_some(name)
}

/// All the numbers that change, up to eight.
fn series_guess(table: &Table, options: &[String]) -> Vec<String> {
    let changes = |name: &&String| columns::profile(table, name).is_ok_and(|c| c.n_unique > 1);
    options.iter().filter(changes).take(8).cloned().collect()
}
