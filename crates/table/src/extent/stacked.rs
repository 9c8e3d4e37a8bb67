//! Several tables below each other: blocks between blank records, each with a header of its own.

use crate::cells::Kind;
use crate::records::{Place, Splitter};

use super::Row;

/// Files with more records than this are one table.
const MOST_RECORDS: usize = 20_000;

/// Fewest data rows of a table of its own.
const LEAST_ROWS: usize = 2;

/// One of the tables, with the titles above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its first record.
    pub first: Place,
    /// The byte behind its last record.
    pub end: usize,
    /// The number of the record behind its last.
    pub end_record: usize,
    /// Its header, for the question which one to use.
    pub header: Vec<String>,
    /// Data rows, roughly.
    pub rows: usize,
}

/// Records without a blank one between them.
struct Block {
    first: Place,
    end: usize,
    rows: Vec<Row>,
}

/// The tables of a text from top to bottom; a single one for most.
pub fn find(splitter: &Splitter) -> Vec<Part> {
    let Some(blocks) = blocks(splitter) else { return Vec::new() };
    let mut parts: Vec<Part> = Vec::new();
    // Titles of the next table, if blank records stand between them and its header.
    let mut waiting: Option<Place> = None;
    let headed: Vec<Option<&Row>> = blocks.iter().map(header).collect();
    for (i, block) in blocks.iter().enumerate() {
        let end_record = block.first.record + block.rows.len();
        let later = headed[i + 1..].iter().any(Option::is_some);
        match headed[i] {
            Some(_) if parts.is_empty() && later && is_key_value(block) => continue,
            Some(header) => {
                let again = parts.last().is_some_and(|p| p.header == header.cells);
                if !again {
                    let rows = block.rows.len();
                    let first = waiting.take().unwrap_or(block.first);
                    parts.push(Part { first, end: block.end, end_record, header: header.cells.clone(), rows });
                    continue;
                }
            }
            _ if is_title(block) && i + 1 < blocks.len() => {
                waiting.get_or_insert(block.first);
                continue;
            }
            _ => {}
        }
        // Remarks, totals and further rows belong to the table above.
        if let Some(part) = parts.last_mut() {
            waiting = None;
            (part.end, part.end_record) = (block.end, end_record);
            part.rows += block.rows.len();
        }
    }
    if let Some(first) = parts.first_mut() {
        first.first = splitter.first();
    }
    parts
}

fn blocks(splitter: &Splitter) -> Option<Vec<Block>> {
    let first = splitter.first();
    if is_long(splitter) {
        return None;
    }
    let (mut at, mut record, mut fields) = (first.start, first.record, Vec::new());
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    while let Some(next) = splitter.record(at, &mut fields) {
        let row = Row::read(splitter, &fields, at);
        if row.filled() == 0 {
            open = false;
        } else {
            if !open {
                blocks.push(Block { first: Place { start: at, record }, end: next, rows: Vec::new() });
            }
            open = true;
            if let Some(block) = blocks.last_mut() {
                block.end = next;
                block.rows.push(row);
            }
        }
        (at, record) = (next, record + 1);
    }
    Some(blocks)
}

/// Counting alone is quick; what the cells hold is not.
fn is_long(splitter: &Splitter) -> bool {
    let (mut at, mut fields) = (splitter.first().start, Vec::new());
    for _ in 0..=MOST_RECORDS {
        let Some(next) = splitter.record(at, &mut fields) else { return false };
        at = next;
    }
    true
}

/// The first row of words over at least two columns, below which a column keeps to numbers or dates.
fn header(block: &Block) -> Option<&Row> {
    let at = block.rows.iter().position(|row| row.filled() >= 2)?;
    let row = &block.rows[at];
    let words = row.kinds.iter().all(|k| matches!(k, Kind::Text | Kind::Empty));
    let below = &block.rows[at + 1..];
    if !words || below.len() < LEAST_ROWS {
        return None;
    }
    let typed = |column: usize| {
        let mostly = |kind: Kind| below.iter().filter(|r| r.kind(column) == kind).count() * 5 >= below.len() * 4;
        row.kind(column) == Kind::Text && (mostly(Kind::Number) || mostly(Kind::Date))
    };
    (0..row.cells.len()).any(typed).then_some(row)
}

/// A few names and values in two columns, each name once: facts about the file, no table.
fn is_key_value(block: &Block) -> bool {
    let mut keys: Vec<&str> = block.rows.iter().map(|r| r.cell(0)).collect();
    keys.sort_unstable();
    let once = keys.windows(2).all(|w| w[0] != w[1]);
    let words = block.rows.iter().all(|r| r.kind(0) == Kind::Text);
    once && words && block.rows.len() <= 4 && block.rows.iter().all(|r| r.filled() <= 2)
}

/// Lone cells only.
fn is_title(block: &Block) -> bool {
    block.rows.iter().all(|row| row.filled() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, usize)]) {
        let found: Vec<_> = find(&Splitter::new(text, b',')).iter().map(|p| (p.first.record, p.end_record)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn tables_below_each_other() {
        check("日付,売上\n4/1,1\n4/2,2\n\n商品,数\n茶,3\n水,4\n", &[(0, 3), (4, 7)]);
        check("店別\n\n日付,売上\n4/1,1\n4/2,2\n\n商品別\n商品,数\n茶,3\n水,4\n\n※注\n", &[(0, 5), (6, 12)]);
    }

    #[test]
    fn one_table_with_gaps() {
        check("日付,売上\n4/1,1\n4/2,2\n\n日付,売上\n4/3,3\n4/4,4\n", &[(0, 7)]);
        check("日付,売上\n4/1,1\n4/2,2\n\n合計,3\n", &[(0, 5)]);
        check("店舗,渋谷\n担当,1\n期間,2\n\n日付,売上\n4/1,1\n4/2,2\n", &[(0, 7)]);
    }
}
