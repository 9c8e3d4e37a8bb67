//! Which tasks suit a file, best first.

use sanpo_api::{ColumnProfile, ColumnType, Grain, Role, TaskId};

use super::column::COUNT_LIMIT;
use super::role::is_demand;
use crate::typing::{Column, Data};

/// The tasks that the columns allow, in order of fit.
pub fn suiting(profiles: &[ColumnProfile], columns: &[Column], rows: usize) -> Vec<TaskId> {
    let role = |role: Role| profiles.iter().find(|p| p.role == Some(role));
    let numbers = profiles.iter().filter(|p| p.kind == ColumnType::Number && p.role != Some(Role::Identifier)).count();
    let features = profiles
        .iter()
        .filter(|p| {
            matches!(p.kind, ColumnType::Number | ColumnType::Category)
                && p.role != Some(Role::Identifier)
                && p.n_unique > 1
        })
        .count();
    let (time, customer) = (role(Role::Time), role(Role::Customer));
    let spent = role(Role::Amount).or_else(|| role(Role::UnitPrice)).is_some();
    let log = time.is_some() && spent && customer.is_some_and(|c| c.n_unique * 10 <= rows * 9);
    let per_customer = customer.is_some() && !log;
    // Many columns and dates that repeat without a series: the date describes the row (a joining date), it does not order it.
    let repeats = time.is_some_and(|t| t.n_unique * 10 < rows * 9 && t.n_unique < COUNT_LIMIT);
    // But a count of demand written down in the order of its dates is a series, whatever stands beside it.
    let demand = role(Role::Value).is_some_and(is_demand);
    let kept_in_order =
        demand && profiles.iter().zip(columns).any(|(p, c)| p.role == Some(Role::Time) && is_ordered(c));
    let attribute = repeats && features >= 5 && role(Role::Series).is_none() && !log && !kept_in_order;
    let sensor = time.and_then(|t| t.grain).is_some_and(|g| g < Grain::Day)
        && numbers >= 2
        && role(Role::Series).is_none()
        && !demand;

    let mut scored = Vec::new();
    if time.is_some() && numbers > 0 {
        scored.push((if log || per_customer || attribute { 50 } else { 90 }, TaskId::Forecast));
    }
    // Where nothing changes, nothing is out of the ordinary.
    let moves = |p: &ColumnProfile| p.kind == ColumnType::Number && p.role != Some(Role::Identifier) && p.n_unique > 1;
    if profiles.iter().any(moves) {
        scored.push((
            if sensor {
                95
            } else if time.is_some() && !per_customer {
                70
            } else {
                30
            },
            TaskId::Anomaly,
        ));
    }
    if log || (features >= 2 && rows >= 10) {
        let fit = if log {
            100
        } else if per_customer {
            75
        } else if time.is_some() {
            20
        } else {
            60
        };
        scored.push((fit, TaskId::Segment));
    }
    if features >= 2 && rows >= 20 {
        let fit = match () {
            () if log => 30,
            () if per_customer || attribute => 80,
            () if time.is_some() => 40,
            () if role(Role::Label).is_some() => 90,
            // Without dates, a count at the end of the table is what the other columns are to explain.
            () if profiles.last().is_some_and(is_demand) => 70,
            () => 55,
        };
        scored.push((fit, TaskId::Predict));
    }
    scored.sort_by_key(|(fit, task)| (std::cmp::Reverse(*fit), *task));
    scored.into_iter().map(|(_, task)| task).collect()
}

/// Whether the dates run in one direction.
fn is_ordered(column: &Column) -> bool {
    let Data::Moments(values) = &column.data else { return false };
    let have = || values.iter().filter(|v| **v != i64::MIN);
    have().is_sorted() || have().rev().is_sorted()
}
