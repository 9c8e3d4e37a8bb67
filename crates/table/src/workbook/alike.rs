//! Which sheets to read: those of one form together, or else a table with the newest dates.

use std::cmp::Reverse;

use super::SheetInfo;
use super::lines::Sink;
use super::peek::ROWS;
use super::source::Source;

/// The tabs to read: those under the same headings, or else the one that holds most; none without any cell.
pub fn tabs(source: &mut dyn Source, sheets: &[SheetInfo]) -> Vec<usize> {
    let Some(best) = best(sheets) else { return Vec::new() };
    let is_table = |at: &usize| sheets[*at].visible && sheets[*at].is_table;
    let tables: Vec<usize> = (0..sheets.len()).filter(is_table).collect();
    let like = |of: &usize| -> Vec<usize> {
        tables.iter().copied().filter(|at| sheets[*at].head == sheets[*of].head).collect()
    };
    let groups = tables.iter().map(like).filter(|group| group.len() >= 2);
    let seen = |group: &Vec<usize>| group.iter().map(|at| sheets[*at].rows).sum::<usize>();
    let Some(group) = groups.max_by_key(|group| (seen(group), Reverse(group[0]))) else { return vec![best] };
    // A list of everything may stand beside its own summaries, month by month.
    let mut rows = |at: &usize| if sheets[*at].rows < ROWS { sheets[*at].rows } else { rows(source, *at) };
    let others = tables.iter().filter(|at| !group.contains(at));
    let largest = others.map(|at| (rows(at), Reverse(*at))).max();
    match largest {
        Some((most, Reverse(at))) if most > group.iter().map(rows).sum() => vec![at],
        _ => group,
    }
}

/// The sheet to read alone: a table before something like one before anything, visible before hidden, one that is about as long
/// as the others before a short one, the newest dates before older ones, first before later.
pub fn best(sheets: &[SheetInfo]) -> Option<usize> {
    let rank = |s: &SheetInfo| match s {
        _ if s.cells == 0 => 0,
        _ if s.is_table => 3,
        _ if s.rows >= 3 && s.columns >= 2 => 2,
        _ => 1,
    };
    let seen = |s: &SheetInfo| (s.visible && rank(s) > 0, rank(s));
    let most = sheets.iter().map(|s| (seen(s), s.rows)).max()?;
    let is_long = |s: &SheetInfo| seen(s) == most.0 && s.rows * 2 >= most.1;
    let order = |at: &usize| (seen(&sheets[*at]), is_long(&sheets[*at]), sheets[*at].newest, Reverse(*at));
    (0..sheets.len()).max_by_key(order).filter(|at| sheets[*at].cells > 0)
}

/// Rows of a sheet that hold something, where a look at its top did not see all.
fn rows(source: &mut dyn Source, tab: usize) -> usize {
    let mut rows = Rows::default();
    // A sheet that is damaged further down counts as far as it can be read.
    source.cells(tab, &mut rows).unwrap_or(());
    rows.count
}

/// Counts rows.
#[derive(Default)]
struct Rows {
    last: Option<u32>,
    count: usize,
}

impl Sink for Rows {
    fn cell(&mut self, row: u32, _: u32, _: &str) -> bool {
        self.count += usize::from(self.last != Some(row));
        self.last = Some(row);
        true
    }
}
