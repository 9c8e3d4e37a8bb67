//! Rows of totals and averages. A word that could be data as well needs arithmetic; where a plain word for a total and the numbers
//! disagree, the row is set aside and said to be in doubt.

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
    /// It ends like one (設計 does too): the rest of it and arithmetic decide.
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
        Self { text: text.as_bytes(), finders: WORDS.map(memmem::Finder::new), known: 0..0, at: Vec::new() }
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

/// Whether a row is a total, and whether that is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Data.
    Data,
    /// A total.
    Total,
    /// It says that it is one, but its numbers are neither sum nor mean of the rows above.
    Doubtful,
}

/// The rows above: where each starts, and how many stood before the last total.
pub struct Above<'a> {
    /// Starts of the data rows.
    pub starts: &'a [u32],
    /// The rows since the last total begin here.
    pub block: usize,
}

/// Whether a row is a total: a word for one stands in its first cell or in the place of a value. A word that only ends like one
/// (設計, 渋谷店計) counts where the rest of it names what is added up and arithmetic bears it out.
pub fn judge(splitter: &Splitter, fields: &[Field], first: usize, body: &Body, above: &Above) -> Verdict {
    let text = splitter.text();
    for (column, field) in fields.iter().take(FIELDS).enumerate() {
        let cell = field.text(text);
        let cell = trim(&cell);
        match word(cell) {
            Word::No => {}
            Word::Sure if !has_date(splitter, fields, column, body) && stands_out(column, first, body) => {
                let sums = Sums::of(splitter, fields, body);
                let borne_out =
                    sums.targets.is_empty() || above.starts.is_empty() || sums.fit(splitter, body, above, true);
                return if borne_out { Verdict::Total } else { Verdict::Doubtful };
            }
            Word::Sure if Sums::of(splitter, fields, body).fit(splitter, body, above, true) => return Verdict::Total,
            Word::Perhaps
                if !has_date(splitter, fields, column, body)
                    && names_rows_above(splitter, cell, above)
                    && Sums::of(splitter, fields, body).fit(splitter, body, above, cell.contains("平均")) =>
            {
                return Verdict::Total;
            }
            Word::Sure | Word::Perhaps => {}
        }
    }
    Verdict::Data
}

/// Whether what stands before 計 names the rows above: a cell of theirs, a date, or a general word.
fn names_rows_above(splitter: &Splitter, cell: &str, above: &Above) -> bool {
    const GENERAL: [&str; 18] = [
        "部門", "店舗", "商品", "品目", "地区", "地域", "支店", "全店", "全体", "全社", "本日", "当日", "当月", "月",
        "年", "週", "売上", "区分",
    ];
    let folded = fold(cell);
    let stem = ["の合計", "合計", "小計", "総計", "累計", "平均", "計", "total", "Total", "TOTAL", "金額"]
        .iter()
        .fold(folded.as_ref(), |stem, end| stem.strip_suffix(end).unwrap_or(stem).trim());
    let stem =
        ["合計", "総計", "小計"].iter().fold(stem, |stem, start| stem.strip_prefix(start).unwrap_or(stem).trim());
    if stem.is_empty() || GENERAL.contains(&stem) || kind(stem) == Kind::Date {
        return true;
    }
    let mut fields = Vec::new();
    above.starts[above.block.min(above.starts.len())..].iter().rev().take(LOOK_BACK).any(|start| {
        splitter.record(*start as usize, &mut fields);
        fields.iter().take(FIELDS).any(|f| trim(&fold(&f.text(splitter.text()))) == stem)
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

/// The numbers of a row that may be sums.
struct Sums {
    targets: Vec<(usize, f64)>,
}

impl Sums {
    fn of(splitter: &Splitter, fields: &[Field], body: &Body) -> Self {
        let text = splitter.text();
        let numbers = fields.iter().enumerate().filter(|(i, _)| body.kind(*i) == Kind::Number);
        let targets = numbers.filter_map(|(i, f)| Some((i, value(text, f)?))).filter(|(_, v)| *v != 0.0);
        Self { targets: targets.take(20).collect() }
    }

    /// Whether most of them are the sum (or the mean, where that is asked for as well) of the rows since the last total, or of
    /// any longer stretch above.
    fn fit(&self, splitter: &Splitter, body: &Body, above: &Above, or_mean: bool) -> bool {
        if self.targets.is_empty() {
            return false;
        }
        let block = above.starts.len() - above.block.min(above.starts.len());
        let mut sums = vec![0.0; self.targets.len()];
        let mut row = Vec::new();
        for (count, start) in above.starts.iter().rev().take(LOOK_BACK).enumerate() {
            let Some(left) = body.budget_rows.get().checked_sub(1) else { return false };
            body.budget_rows.set(left);
            splitter.record(*start as usize, &mut row);
            for (sum, (column, _)) in sums.iter_mut().zip(&self.targets) {
                *sum += row.get(*column).and_then(|f| value(splitter.text(), f)).unwrap_or(0.0);
            }
            let n = count + 1;
            // A stretch ends where a total stood, or at the top: any stretch would fit small numbers by chance.
            let whole = n == block || n == above.starts.len() || (or_mean && n >= 2);
            let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
            let mean = |sum: f64, target: f64| or_mean && (sum / n as f64 - target).abs() <= 0.01 * target.abs();
            let hit = |(sum, (_, target)): &(&f64, &(usize, f64))| near(**sum, *target) || mean(**sum, *target);
            let hits = sums.iter().zip(&self.targets).filter(hit).count();
            if whole && n >= 2 && hits * 2 > self.targets.len() {
                return true;
            }
        }
        false
    }
}

fn value(text: &str, field: &Field) -> Option<f64> {
    number::parse(trim(&field.text(text)), false).map(|n| n.value)
}
