//! Which columns make a row odd.

use serde::{Deserialize, Serialize};

use super::columns::{Column, Columns, Row, Usual, category, number};
use super::ellipse::Ellipse;
use crate::anomaly::robust;
use crate::feature::Features;

/// How a cell is odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CauseKind {
    /// The number is higher than usual.
    High,
    /// The number is lower than usual.
    Low,
    /// The number is usual on its own, but not beside the row's other values.
    Combination,
    /// The category is rare.
    Rare,
    /// The cell is empty, which is rare in this column.
    Missing,
}

/// A cell that makes its row odd.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cause {
    /// Place of the column in the table.
    pub column: usize,
    /// How it is odd.
    pub kind: CauseKind,
    /// The number, or the category's code; `NaN` for a gap.
    pub value: f64,
    /// Lower end of the usual range: the column's 5 % quantile, or for a combination of what the other cells suggest; `NaN` if the
    /// cell is no number.
    pub low: f64,
    /// Upper end, 95 %.
    pub high: f64,
    /// Share of rows that are at least as odd in this way; for categories and gaps the share of rows with the same.
    pub share_frac: f64,
    /// The column of the category that the range is of; none for that of all rows.
    pub by: Option<usize>,
    /// How strongly it counts, in nats; comparable between the causes of a row.
    pub weight: f64,
}

const MOST: usize = 3;
const RESIDUAL_KNOTS: usize = 500;

/// Sizes of the sample's residuals given the other columns, ascending, one list a cell.
pub fn residuals(ellipse: Option<&Ellipse>, cells: &[f64], width: usize) -> Vec<Vec<f64>> {
    let Some(ellipse) = ellipse.filter(|_| width > 1) else { return Vec::new() };
    let step = (cells.len() / width).div_ceil(RESIDUAL_KNOTS).max(1);
    let size = |row: &[f64], c: usize| ellipse.residual(row, c).0.abs();
    (0..width).map(|c| robust::sorted(cells.chunks(width).step_by(step).map(|row| size(row, c)))).collect()
}

/// The causes of one row, strongest first.
pub fn causes(
    columns: &Columns,
    ellipse: Option<&Ellipse>,
    residuals: &[Vec<f64>],
    chunk: &Features,
    row: usize,
    seen: &Row,
) -> Vec<Cause> {
    let mut found = Vec::new();
    for (cell, &column) in columns.used.iter().enumerate() {
        let usual = columns.usual(column, chunk, row);
        let alone = match &columns.all[column] {
            Column::Number { missing_frac, .. } => match number(chunk, column, row).zip(usual) {
                Some((x, usual)) => Some(one_number(column, x, &usual)),
                None => Some(gap(column, *missing_frac, seen.surprise[cell])),
            },
            Column::Category { share, missing_frac } => Some(match category(chunk, column, row) {
                Some(code) => rare(column, code, share, seen.surprise[cell]),
                None => gap(column, *missing_frac, seen.surprise[cell]),
            }),
            Column::Idle => None,
        };
        let beside = ellipse.zip(residuals.get(cell)).and_then(|(e, sizes)| {
            let x = number(chunk, column, row)?;
            combination(&usual?, column, x, e.residual(&seen.cells, cell), sizes)
        });
        // A value that is extreme on its own is said plainly; the combination is for values that are not.
        let stronger = match (alone, beside) {
            (Some(a), Some(b)) if b.weight > 1.5 * a.weight && a.share_frac > 0.02 => Some(b),
            (Some(a), _) => Some(a),
            (None, b) => b,
        };
        found.extend(stronger);
    }
    found.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.column.cmp(&b.column)));
    let top = found.first().map_or(0.0, |c| c.weight);
    found.retain(|c| c.weight >= 0.4 * top);
    found.truncate(MOST);
    found
}

fn one_number(column: usize, x: f64, usual: &Usual) -> Cause {
    let (below, above) = usual.tails(x);
    let (kind, share_frac) = if above <= below { (CauseKind::High, above) } else { (CauseKind::Low, below) };
    // Among values beyond all others the farther one counts more.
    let edge = usual.quantile(if kind == CauseKind::High { 1.0 } else { 0.0 });
    let beyond = if share_frac * usual.count() as f64 > 1.0 { 0.0 } else { (x - edge).abs() / usual.scale };
    let weight = -libm::log((2.0 * share_frac).min(1.0)) + libm::log1p(beyond);
    Cause {
        column,
        kind,
        value: x,
        low: usual.quantile(0.05),
        high: usual.quantile(0.95),
        share_frac,
        by: usual.by,
        weight,
    }
}

fn gap(column: usize, share_frac: f64, weight: f64) -> Cause {
    Cause {
        column,
        kind: CauseKind::Missing,
        value: f64::NAN,
        low: f64::NAN,
        high: f64::NAN,
        share_frac,
        by: None,
        weight,
    }
}

fn rare(column: usize, code: u32, share: &[f64], surprise: f64) -> Cause {
    let share_frac = share.get(code as usize).copied().unwrap_or(0.0);
    // A level is rare against the column's usual level, not because the column has many levels.
    let usual: f64 = share.iter().filter(|&&p| p > 0.0).map(|p| -p * libm::log(*p)).sum();
    let weight = (surprise - usual).max(0.0);
    let value = f64::from(code);
    Cause { column, kind: CauseKind::Rare, value, low: f64::NAN, high: f64::NAN, share_frac, by: None, weight }
}

fn combination(usual: &Usual, column: usize, x: f64, residual: (f64, f64, f64), sizes: &[f64]) -> Option<Cause> {
    let (z, suggested, sd) = residual;
    let n = sizes.len() as f64 + 1.0;
    let share_frac = (sizes.len() as f64 - sizes.partition_point(|&s| s < z.abs()) as f64 + 0.5) / n;
    let beyond = sizes.last().map_or(0.0, |&top| (z.abs() / top.max(1e-9) - 1.0).max(0.0));
    let weight = -libm::log(share_frac.min(1.0)) + libm::log1p(beyond);
    let back = |u: f64| usual.center + usual.scale * libm::sinh(u.clamp(-300.0, 300.0));
    // The sample's own residuals say how far is usual: the ellipse's sd is widened for safety.
    let reach = sd * robust::quantile(sizes, 0.9);
    let (low, high) = (back(suggested - reach), back(suggested + reach));
    if (low..=high).contains(&x) {
        return None;
    }
    Some(Cause { column, kind: CauseKind::Combination, value: x, low, high, share_frac, by: None, weight })
}
