//! The header above the body: one row or several, merged parents filled to the right.

use std::ops::Range;

use crate::cells::{Kind, label};
use crate::records::Splitter;

use super::Row;
use super::body::Body;

/// A column's heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heading {
    /// Its parts from the top row to the bottom, blanks left out.
    pub parts: Vec<String>,
    /// The text as it stands in the file, parts joined by ` / `.
    pub raw: String,
}

/// Most rows of a header.
const MOST_ROWS: usize = 3;

/// The records of the header; empty (at the body's start) if there is none.
pub fn find(sample: &[Row], body: &Body, width: usize) -> Range<usize> {
    let end = body.start.min(sample.len());
    let none = end..end;
    let Some(bottom) = end.checked_sub(1) else { return none };
    let bottom = if sample[bottom].filled() == 0 && bottom > 0 { bottom - 1 } else { bottom };
    if !can_head(&sample[bottom], width) {
        return none;
    }
    // A first row of data without any value yet (準備中) looks like a header; the real one stands above it.
    let bottom = match bottom.checked_sub(1) {
        Some(above) if is_data_below(sample, body, above) => above,
        _ => bottom,
    };
    let mut top = bottom;
    while top > 0
        && bottom - top + 1 < MOST_ROWS
        && ((wants_parent(&sample[top]) && is_parent(&sample[top - 1], &sample[top])) || spans(&sample[top - 1]))
    {
        top -= 1;
    }
    top..bottom + 1
}

/// Whether the row below a full row of different words is data: in the columns of words it holds what the rows below hold.
fn is_data_below(sample: &[Row], body: &Body, above: usize) -> bool {
    let (head, row) = (&sample[above], &sample[above + 1]);
    let mut names: Vec<&String> = head.cells.iter().filter(|c| !c.is_empty()).collect();
    names.sort_unstable();
    let full = head.filled() == row.filled() && head.filled() >= 2 && names.windows(2).all(|w| w[0] != w[1]);
    let words = head.kinds.iter().all(|k| matches!(k, Kind::Text | Kind::Empty));
    let alike = |column: usize| {
        let below = || sample[above + 2..].iter().map(|r| r.cell(column)).filter(|c| !c.is_empty());
        let last = row.cell(column).chars().last();
        let same_end = below().filter(|c| c.chars().last() == last).count();
        let own_end = head.cell(column).chars().last() != last;
        below().any(|c| c == row.cell(column)) || (own_end && same_end * 2 > below().count())
    };
    full && words && (0..row.cells.len()).any(|c| body.kind(c) == Kind::Text && alike(c))
}

/// A row that names columns: more than a lone title.
fn can_head(row: &Row, width: usize) -> bool {
    let filled = row.filled();
    let first = row.cells.iter().find(|c| !c.is_empty()).map_or("", String::as_str);
    let comment = first.starts_with('#') && filled == 1;
    !comment && (filled >= 2 || (filled == 1 && width <= 1)) && filled * 3 >= width.min(9)
}

/// A header row with blanks or repeated names leans on the row above.
fn wants_parent(row: &Row) -> bool {
    let mut names: Vec<_> = row.cells.iter().filter(|c| !c.is_empty()).collect();
    names.sort_unstable();
    row.cells.iter().any(String::is_empty) || names.windows(2).any(|w| w[0] == w[1])
}

/// The row above is a parent: words that stand over the blanks or the repetitions.
fn is_parent(above: &Row, below: &Row) -> bool {
    let words = above.kinds.iter().all(|k| matches!(k, Kind::Text | Kind::Empty | Kind::Date));
    let covers = above.cells.iter().enumerate().any(|(i, c)| !c.is_empty() && below.cell(i).is_empty());
    let repeats = !below.cells.iter().skip(1).any(String::is_empty);
    words && above.filled() >= 2 && (covers || repeats)
}

/// Words over the columns behind the first: each stands over several, by repetition or by blanks behind it.
fn spans(above: &Row) -> bool {
    let words = above.kinds.iter().all(|k| matches!(k, Kind::Text | Kind::Empty));
    let names: Vec<&String> = above.cells.iter().skip(1).filter(|c| !c.is_empty()).collect();
    let repeated = names.windows(2).any(|w| w[0] == w[1]);
    words && above.cell(0).is_empty() && names.len() >= 2 && repeated
}

/// One heading a column.
pub fn headings(rows: &[Row], width: usize) -> Vec<Heading> {
    let mut headings = vec![Heading::default(); width];
    for (i, row) in rows.iter().enumerate() {
        let parent = i + 1 < rows.len();
        let mut carried = "";
        for (column, heading) in headings.iter_mut().enumerate() {
            let cell = row.cell(column);
            if !cell.is_empty() {
                carried = cell;
            }
            let part = if parent { carried } else { cell };
            let part = clean(part);
            if !part.is_empty() && heading.parts.last() != Some(&part) {
                heading.parts.push(part);
            }
        }
    }
    for heading in &mut headings {
        heading.raw = heading.parts.join(" / ");
    }
    headings
}

/// Line breaks and runs of blanks become one space.
fn clean(part: &str) -> String {
    let text = label(part);
    text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The record of the widest of the first rows that hold nothing but words, and its number of fields: a header, whatever stands
/// below it.
pub fn header_of(splitter: &Splitter) -> Option<(usize, usize)> {
    let (mut at, mut fields) = (splitter.first().start, Vec::new());
    let mut widest: Option<(usize, usize)> = None;
    for record in 0..20 {
        let Some(next) = splitter.record(at, &mut fields) else { break };
        let row = Row::read(splitter, &fields, at);
        let words = row.kinds.iter().all(|k| matches!(k, Kind::Text | Kind::Empty));
        if words && row.filled() >= 2 && widest.is_none_or(|(_, width)| row.width > width) {
            widest = Some((record, row.width));
        }
        at = next;
    }
    widest
}
