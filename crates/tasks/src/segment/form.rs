//! What the grouping asks.

use sanpo_api::{Answer, Answers, ColumnType, Field, FieldId, FieldKind, Form, Role, TaskId};
use sanpo_table::Table;

use crate::answers::{CountRule, column_field, columns_field, count_field};
use crate::columns;

/// Customer, date and amount of a sales log; or the columns of a customer table. Number of groups: found by the app.
pub fn form(table: &Table, answers: &Answers) -> Form {
    let ids = columns::names(table, |c| c.kind != ColumnType::Empty && c.kind != ColumnType::Date);
    let customer_guess = columns::by_role(table, Role::Customer).or_else(|| columns::by_role(table, Role::Identifier));
    let customer = column_field(answers, FieldId::Customer, ids, customer_guess.as_deref(), true);
    let log = log_columns(table, &customer.answer);
    let dates = columns::names(table, |c| c.kind == ColumnType::Date);
    let numbers = columns::names(table, |c| c.kind == ColumnType::Number);
    let (time_guess, value_guess) = log.map_or((None, None), |(t, v)| (Some(t), Some(v)));
    let mut time = column_field(answers, FieldId::Time, dates, time_guess.as_deref(), true);
    let mut value = column_field(answers, FieldId::Value, numbers, value_guess.as_deref(), true);
    let is_log = [&customer, &time, &value].iter().all(|f| f.answer != Answer::None);
    time.folded = !is_log;
    value.folded = !is_log;
    let quantity = quantity_field(table, answers, &value.answer);
    let mut fields = vec![customer, time, value];
    if is_log {
        fields.extend(quantity);
    } else {
        let used = |name: &str| fields[0].answer == Answer::Column(name.to_owned());
        let options = columns::names(table, |c| columns::is_trait(c, table.rows()) && !used(&c.name));
        let chosen = options.clone();
        fields.push(columns_field(answers, FieldId::Columns, options, chosen));
    }
    let most = u32::try_from(table.rows() / 2).unwrap_or(u32::MAX).clamp(2, 30);
    let rule = CountRule { range: (2, most), suggestions: vec![2, 3, 4, 5, 6, 8], step: None, guess: None };
    fields.push(count_field(answers, FieldId::Groups, rule));
    Form { task: TaskId::Segment, fields }
}

/// What the amount is multiplied with: a price of one piece is no money spent. Nothing to ask without another number.
fn quantity_field(table: &Table, answers: &Answers, value: &Answer) -> Option<Field> {
    let is_value = |name: &str| *value == Answer::Column(name.to_owned());
    let options = columns::names(table, |c| c.kind == ColumnType::Number && !is_value(&c.name));
    let priced = columns::by_role(table, Role::UnitPrice).is_some_and(|price| is_value(&price));
    let guess = columns::by_role(table, Role::Quantity).filter(|_| priced);
    let mut field = column_field(answers, FieldId::Quantity, options, guess.as_deref(), true);
    field.folded = field.answer == Answer::None;
    matches!(&field.kind, FieldKind::Column { options, .. } if !options.is_empty()).then_some(field)
}

/// Date and amount, if the customer column repeats as in a sales log.
fn log_columns(table: &Table, customer: &Answer) -> Option<(String, String)> {
    let Answer::Column(name) = customer else { return None };
    let unique = columns::profile(table, name).ok()?.n_unique;
    let time = columns::by_role(table, Role::Time)?;
    let amount = [Role::Amount, Role::UnitPrice, Role::Value].into_iter().find_map(|r| columns::by_role(table, r))?;
    (unique * 10 < table.rows() * 9).then_some((time, amount))
}
