//! Rows of totals and averages, checked by arithmetic where the word alone could be data.

use std::ops::Range;

use memchr::memmem;

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
        other if ["合計", "総計", "小計"].iter().any(|start| other.starts_with(start)) => Word::Perhaps,
        _ => Word::No,
    }
}

/// Where in the text a word for a total may stand: most records have none and need no look. A stretch of the text at a time is
/// looked through, while it is near.
pub struct Marks<'a> {
    text: &'a [u8],
    finders: [memmem::Finder<'static>; 13],
    /// The stretch, and the places in it.
    known: Range<usize>,
    at: Vec<usize>,
}

/// Words, or the part of them that both their spellings have.
const WORDS: [&str; 13] =
    ["計", "平均", "総額", "ＴＯＴ", "otal", "OTAL", "Sum", "sum", "SUM", "verage", "VERAGE", "ean", "vg"];

/// The first of them that are not ASCII.
const WIDE_WORDS: usize = 4;

/// Bytes of a stretch.
const STRETCH: usize = 1 << 16;

impl<'a> Marks<'a> {
    /// Nothing is looked through yet.
    pub fn of(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            finders: WORDS.map(|word| memmem::Finder::new(word)),
            known: 0..0,
            at: Vec::new(),
        }
    }

    /// Whether there is one between two places; a record longer than a stretch always needs a look.
    pub fn within(&mut self, start: usize, end: usize) -> bool {
        if end - start > STRETCH {
            return true;
        }
        if start < self.known.start || end > self.known.end {
            self.look(start, end);
        }
        let next = self.at.partition_point(|at| *at < start);
        self.at.get(next).is_some_and(|at| *at < end)
    }

    fn look(&mut self, start: usize, end: usize) {
        self.known = start..end.max(start + STRETCH).min(self.text.len());
        let stretch = &self.text[self.known.clone()];
        let first = if stretch.is_ascii() { WIDE_WORDS } else { 0 };
        self.at.clear();
        for finder in &self.finders[first..] {
            self.at.extend(finder.find_iter(stretch).map(|at| start + at));
        }
        self.at.sort_unstable();
    }
}

/// Most fields in which a word for a total is looked for.
const FIELDS: usize = 40;

/// Whether a row is a total: its first cell says so, or a word stands where the column holds dates or numbers, or arithmetic
/// bears a word out.
pub fn is_total(splitter: &Splitter, fields: &[Field], first: usize, body: &Body, before: &[u32]) -> bool {
    let text = splitter.text();
    fields.iter().take(FIELDS).enumerate().any(|(column, field)| match word(trim(&field.text(text))) {
        Word::No => false,
        Word::Sure if !has_date(splitter, fields, column, body) && stands_out(column, first, body) => true,
        _ => confirmed(splitter, fields, body, before),
    })
}

/// The row's first cell, or a word among values.
fn stands_out(column: usize, first: usize, body: &Body) -> bool {
    column == first || matches!(body.kind(column), Kind::Date | Kind::Number)
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
