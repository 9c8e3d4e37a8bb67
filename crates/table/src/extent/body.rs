//! The body of a table: the first row from which on the columns keep their kinds.

use std::cell::Cell;

use crate::cells::Kind;

use super::Row;

/// What the columns hold, and where the data begin.
pub struct Body {
    /// The usual number of fields.
    pub width: usize,
    /// Kind of each column by the majority of its cells.
    pub kinds: Vec<Kind>,
    /// Cells that most of its rows fill.
    pub usual_cells: usize,
    /// First record of the body in the sample; the sample's length if there is none.
    pub start: usize,
    /// Rows that checks of totals may still look back at: bounds the work on files made of look-alikes.
    pub budget_rows: Cell<usize>,
}

impl Body {
    /// Kind of a column; empty beyond the last.
    pub fn kind(&self, column: usize) -> Kind {
        self.kinds.get(column).copied().unwrap_or(Kind::Empty)
    }

    /// Whether a row looks like the body.
    fn takes(&self, row: &Row) -> bool {
        let (mut agree, mut against, mut missing) = (0, 0, 0);
        for (column, kind) in self.kinds.iter().enumerate() {
            if !matches!(kind, Kind::Number | Kind::Date) {
                continue;
            }
            match row.kind(column) {
                Kind::Empty => {}
                Kind::Missing => missing += 1,
                found if found == *kind => agree += 1,
                _ => against += 1,
            }
        }
        (agree > 0 && agree >= against) || (agree == 0 && against == 0 && missing > 0 && row.filled() > 1)
    }
}

/// Finds the body in the sample; `skip` records at the top are no table.
pub fn find(sample: &[Row], width: usize, skip: usize) -> Body {
    let kinds = (0..width).map(|column| majority(sample, column)).collect();
    let mut body = Body { width, kinds, usual_cells: 0, start: sample.len(), budget_rows: Cell::new(2_000_000) };
    if body.kinds.iter().any(|k| matches!(k, Kind::Number | Kind::Date)) {
        if let Some(start) = (skip..sample.len()).find(|i| body.takes(&sample[*i])) {
            let start = below_facts(sample, &body, start);
            body.start = if is_year_header(sample, start) { start + 1 } else { start };
        }
    } else {
        body.start = text_header(sample, width, skip).map_or(skip, |header| header + 1);
    }
    body.usual_cells = usual_cells(sample, body.start);
    body
}

/// The median of the cells filled, of rows that fill any.
fn usual_cells(sample: &[Row], start: usize) -> usize {
    let mut filled: Vec<usize> = sample.iter().skip(start).map(Row::filled).filter(|cells| *cells > 0).collect();
    filled.sort_unstable();
    filled.get(filled.len() / 2).copied().unwrap_or(0)
}

/// Rows of names and values above the table may look like data; a full row of words further down is the header then.
fn below_facts(sample: &[Row], body: &Body, start: usize) -> usize {
    let heads = |row: &Row| {
        let words = row.kinds.iter().all(|k| matches!(k, Kind::Text | Kind::Empty));
        words && row.filled() >= 2 && row.filled() * 2 > body.width
    };
    if start.checked_sub(1).is_some_and(|above| heads(&sample[above])) {
        return start;
    }
    let header = |i: &usize| {
        let row = &sample[*i];
        let narrower = sample[start..*i].iter().all(|above| above.filled() < row.filled());
        let below = sample.get(*i + 1).is_some_and(|next| body.takes(next));
        heads(row) && narrower && below
    };
    (start + 1..sample.len().min(start + 15)).find(header).map_or(start, |i| i + 1)
}

/// A column is of a kind when at least 40 % of its cells are: headers and titles are few.
fn majority(sample: &[Row], column: usize) -> Kind {
    let count = |kind: Kind| sample.iter().filter(|r| r.kind(column) == kind).count();
    let (numbers, dates, texts) = (count(Kind::Number), count(Kind::Date), count(Kind::Text));
    let all = numbers + dates + texts;
    match () {
        () if all == 0 => Kind::Empty,
        () if dates >= numbers && dates * 5 >= all * 2 => Kind::Date,
        () if numbers * 5 >= all * 2 => Kind::Number,
        () if (dates + numbers) * 5 >= all * 4 => Kind::Number,
        () => Kind::Text,
    }
}

/// Years or months as column heads (2019, 2020 ... or 202404, 202405 ...) look like numbers; their even steps give them away.
fn is_year_header(sample: &[Row], at: usize) -> bool {
    let period = |cell: &String| -> Option<i32> {
        let value = cell.parse::<i32>().ok()?;
        let (year, month) = if value > 9_999 { (value / 100, value % 100) } else { (value, 1) };
        // Months are counted through, so that December is next to January.
        let number = if value > 9_999 { year * 12 + month } else { year };
        ((1900..=2100).contains(&year) && (1..=12).contains(&month)).then_some(number)
    };
    let years = |row: &Row| -> Vec<i32> { row.cells.iter().filter_map(period).collect() };
    let row = &sample[at];
    let found = years(row);
    let steady =
        found.len() >= 3 && found.windows(2).all(|w| w[1] - w[0] == found[1] - found[0]) && found[0] != found[1];
    let head = !matches!(row.kind(0), Kind::Number | Kind::Date);
    let next_differs = sample.get(at + 1).is_some_and(|next| years(next).len() * 2 < found.len());
    steady && head && found.len() + 2 >= row.filled() && next_differs
}

/// In a table of texts only, the header is the first full row of different short words.
fn text_header(sample: &[Row], width: usize, skip: usize) -> Option<usize> {
    let full = (skip..sample.len()).find(|i| sample[*i].filled() >= width.div_ceil(2).max(1))?;
    let cells = &sample[full].cells;
    let mut sorted: Vec<_> = cells.iter().filter(|c| !c.is_empty()).collect();
    sorted.sort_unstable();
    let distinct = sorted.windows(2).all(|w| w[0] != w[1]);
    let below = sample.iter().skip(full + 1);
    let repeated = below.clone().any(|r| r.cells.iter().zip(cells).any(|(a, b)| !a.is_empty() && a == b));
    (distinct && !repeated).then_some(full)
}
