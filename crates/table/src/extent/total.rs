//! Rows of totals and averages, checked by arithmetic where the word alone could be data.

use crate::cells::{Kind, fold, kind, number, trim};
use crate::records::{Field, Splitter};

use super::body::Body;

/// Rows above that are added up for the check.
const LOOK_BACK: usize = 5_000;

/// How surely a word means a total.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// It is one.
    Sure,
    /// It ends like one (設計 does too): arithmetic decides.
    Perhaps,
    /// It is none.
    No,
}

fn word(cell: &str) -> Word {
    if cell.len() > 60 {
        return Word::No;
    }
    let folded: String = fold(cell).chars().filter(|c| !c.is_whitespace()).collect();
    let folded = folded.trim_matches(['【', '】', '[', ']', '<', '>', '(', ')', ':', '：', '*', '■', '◆']);
    let lower = folded.to_lowercase();
    match lower.as_str() {
        "合計" | "総計" | "総合計" | "小計" | "累計" | "平均" | "総平均" | "計" | "総額" | "中計" | "月計" | "年計"
        | "合計額" | "total" | "grandtotal" | "subtotal" | "sum" | "average" | "mean" | "avg" | "totals" => {
            Word::Sure
        }
        other if ["計", "平均", "total", "累計"].iter().any(|end| other.ends_with(end)) => Word::Perhaps,
        _ => Word::No,
    }
}

/// Whether the row whose first filled cell is `column` is a total.
pub fn is_total(splitter: &Splitter, fields: &[Field], column: usize, body: &Body, before: &[u32]) -> bool {
    let Some(field) = fields.get(column) else { return false };
    match word(trim(&field.text(splitter.text()))) {
        Word::Sure if !has_date(splitter, fields, column, body) => true,
        Word::No => in_second(splitter, fields, body, before),
        _ => confirmed(splitter, fields, body, before),
    }
}

/// A total named in the second cell, behind a date or code: only arithmetic proves it.
pub fn in_second(splitter: &Splitter, fields: &[Field], body: &Body, before: &[u32]) -> bool {
    let Some(field) = fields.get(1).filter(|_| matches!(body.kind(1), Kind::Text | Kind::Empty)) else { return false };
    let text = field.text(splitter.text());
    word(trim(&text)) == Word::Sure && confirmed(splitter, fields, body, before)
}

/// A row with its own date is data even if it is called a total.
fn has_date(splitter: &Splitter, fields: &[Field], column: usize, body: &Body) -> bool {
    fields
        .iter()
        .enumerate()
        .any(|(i, f)| i != column && body.kind(i) == Kind::Date && kind(&f.text(splitter.text())) == Kind::Date)
}

/// Whether most numbers of the row are the sum or mean of the rows above, back to any row.
fn confirmed(splitter: &Splitter, fields: &[Field], body: &Body, before: &[u32]) -> bool {
    let text = splitter.text();
    let value = |f: &Field| number::parse(trim(&f.text(text)), false).map(|n| n.value);
    let targets: Vec<(usize, f64)> = fields
        .iter()
        .enumerate()
        .filter(|(i, _)| body.kind(*i) == Kind::Number)
        .filter_map(|(i, f)| Some((i, value(f)?)))
        .filter(|(_, v)| *v != 0.0)
        .take(20)
        .collect();
    let mut sums = vec![0.0; targets.len()];
    let mut row = Vec::new();
    for (count, start) in before.iter().rev().take(LOOK_BACK).enumerate() {
        let Some(left) = body.budget_rows.get().checked_sub(1) else { return false };
        body.budget_rows.set(left);
        splitter.record(*start as usize, &mut row);
        for (sum, (column, _)) in sums.iter_mut().zip(&targets) {
            *sum += row.get(*column).and_then(value).unwrap_or(0.0);
        }
        let n = (count + 1) as f64;
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
        let hits = sums.iter().zip(&targets).filter(|(s, (_, t))| near(**s, *t) || near(**s / n, *t)).count();
        if count > 0 && hits * 2 > targets.len() {
            return true;
        }
    }
    false
}
