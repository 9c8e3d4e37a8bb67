//! What a job costs, so that jobs can be spread over workers and progress can be shown.

use super::{MAX_ROWS, Member, Target};

/// Rough time of one fit on that many rows in milliseconds of one native thread, from the sizes alone. An evaluation job learns on
/// four fifths of the rows and costs about the same.
pub fn cost(rows: usize, columns: usize, target: &Target, member: Member) -> f64 {
    let rows = rows.min(MAX_ROWS) as f64;
    let columns = columns.max(1) as f64;
    let cells = rows * columns;
    let (outputs, number) = match target {
        Target::Number(_) => (1.0, true),
        Target::Class { classes: 2, .. } => (1.0, false),
        Target::Class { classes, .. } => (f64::from(*classes), false),
    };
    // Milliseconds a cell, measured on the development tables (748 x 4 to 17,379 x 12).
    let ms = match member {
        Member::Boosting | Member::LogBoosting => {
            let rounds = if outputs > 1.0 { 0.5 } else { 1.0 };
            cells * 2.5e-3 * outputs * rounds * if rows < 10_000.0 { 1.0 } else { 1.6 }
        }
        Member::Forest => cells * if number { 9e-3 } else { 6e-3 },
        Member::Linear | Member::LogLinear if outputs > 1.0 => cells * 1.2e-3 * outputs,
        Member::Linear | Member::LogLinear => cells * (1.5e-4 * columns).min(4e-3),
    };
    1.0 + ms
}
