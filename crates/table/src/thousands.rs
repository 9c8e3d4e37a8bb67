//! Numbers that fell apart at their thousands comma: `2024/4/1,12,345` under two names.
//!
//! A writer that does not quote `12,345` makes records with more fields than names. They are joined again where only one way fits
//! the width of the header: first in the rows that leave no choice, then in the others by the columns that those showed.

use crate::cells::trim;
use crate::dialect::Dialect;
use crate::extent::header_of;
use crate::records::{Field, Splitter, write_field};

/// Share of the rows that must fit afterwards, as a fraction.
const FIT: (usize, usize) = (19, 20);

/// Records that are looked at before the whole file is written again.
const SAMPLE_RECORDS: usize = 500;

/// Most ways of joining a row that are tried.
const MOST_WAYS: usize = 64;

/// The text with joined numbers in quotes, and how many rows were mended; `None` if nothing fell apart.
pub fn join(text: &str, dialect: &Dialect) -> Option<(String, usize)> {
    if dialect.delimiter != b',' {
        return None;
    }
    let splitter = Splitter::new(text, b',');
    let (header, width) = header_of(&splitter)?;
    let columns = columns(&splitter, header, width)?;
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let (mut at, mut record, mut fields, mut mended, mut all) = (0, 0, Vec::new(), 0, 0);
    let mut fit = 0;
    while let Some(next) = splitter.record(at, &mut fields) {
        let cells: Vec<String> = fields.iter().map(|f| f.text(text).into_owned()).collect();
        let surplus = record > header && fields.len() > width;
        all += usize::from(record > header && cells.iter().any(|c| !c.is_empty()));
        let joined = if surplus { best(&cells, width, &columns) } else { None };
        fit += usize::from(record > header && (joined.is_some() || fields.len() == width));
        match joined {
            Some(joined) => {
                mended += 1;
                write(&mut out, &joined);
            }
            None => out.push_str(text[at..next].trim_end_matches(['\r', '\n'])),
        }
        out.push('\n');
        (at, record) = (next, record + 1);
    }
    (mended > 0 && fit * FIT.1 >= all * FIT.0).then_some((out, mended))
}

fn write(out: &mut String, cells: &[String]) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        write_field(out, cell, b',');
    }
}

/// The columns that hold large numbers, by the rows that can be joined in one way only; `None` if hardly any row has a surplus.
fn columns(splitter: &Splitter, header: usize, width: usize) -> Option<Vec<bool>> {
    let (mut at, mut record, mut fields) = (0, 0, Vec::<Field>::new());
    let (mut surplus, mut rows) = (0, 0);
    let mut votes = vec![0usize; width];
    while let Some(next) = splitter.record(at, &mut fields) {
        if record > header {
            rows += 1;
            if fields.len() > width {
                surplus += 1;
                let cells: Vec<String> = fields.iter().map(|f| f.text(splitter.text()).into_owned()).collect();
                let ways = ways(&cells, width);
                for (column, vote) in votes.iter_mut().enumerate() {
                    // Every way joins this column.
                    *vote += usize::from(!ways.is_empty() && ways.iter().all(|w| w[column].contains(',')));
                }
            }
        }
        (at, record) = (next, record + 1);
        if rows >= SAMPLE_RECORDS {
            break;
        }
    }
    (surplus * 2 > rows).then(|| votes.iter().map(|v| *v > 0).collect())
}

/// The way that joins only known columns, if it is the only such way.
fn best(cells: &[String], width: usize, columns: &[bool]) -> Option<Vec<String>> {
    let ways = ways(cells, width);
    let known = |way: &&Vec<String>| way.iter().zip(columns).all(|(cell, known)| *known || !cell.contains(','));
    let mut fitting = ways.iter().filter(known);
    let first = fitting.next()?;
    fitting.next().is_none().then(|| first.clone())
}

/// All ways to join neighbours into numbers with thousands so that the row has the right width.
fn ways(cells: &[String], width: usize) -> Vec<Vec<String>> {
    let mut open = vec![(0, Vec::<String>::new())];
    let mut done = Vec::new();
    while let Some((at, way)) = open.pop() {
        if way.len() == width {
            if at == cells.len() {
                done.push(way);
            }
            continue;
        }
        if at >= cells.len() || done.len() + open.len() > MOST_WAYS {
            continue;
        }
        let mut number = cells[at].clone();
        let mut end = at + 1;
        let mut steps = vec![(end, number.clone())];
        while end < cells.len() && begins_number(&number) && is_group(&cells[end]) {
            number = format!("{number},{}", trim(&cells[end]));
            end += 1;
            steps.push((end, number.clone()));
        }
        open.extend(steps.into_iter().map(|(end, cell)| (end, [way.clone(), vec![cell]].concat())));
    }
    done
}

/// One to three digits with a sign or a yen mark in front, perhaps with groups behind.
fn begins_number(cell: &str) -> bool {
    let bare = trim(cell).trim_start_matches(['-', '+', '¥', '\\', '￥', '△', '▲', '(']);
    let first = bare.split(',').next().unwrap_or("");
    (1..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_digit())
        && first != "0"
        && !first.starts_with("00")
}

/// Three digits, perhaps with a unit or a fraction behind.
fn is_group(cell: &str) -> bool {
    let cell = trim(cell);
    cell.len() >= 3
        && cell.as_bytes()[..3].iter().all(u8::is_ascii_digit)
        && !cell[3..].starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let dialect = Dialect { delimiter: b',', directive: false, agreement_frac: 1.0 };
        assert_eq!(join(text, &dialect).map(|(text, _)| text).as_deref(), expected);
    }

    #[test]
    fn fallen_apart_numbers_are_joined() {
        check(
            "日付,店舗,売上\n4/1,渋谷店,12,345\n4/2,渋谷店,980\n4/3,梅田店,1,234,567\n",
            Some("日付,店舗,売上\n4/1,渋谷店,\"12,345\"\n4/2,渋谷店,980\n4/3,梅田店,\"1,234,567\"\n"),
        );
        check(
            "日付,売上,客数\n4/1,12,345,67\n4/2,1,234,5\n",
            Some("日付,売上,客数\n4/1,\"12,345\",67\n4/2,\"1,234\",5\n"),
        );
    }

    #[test]
    fn other_surplus_is_left_alone() {
        check("日付,売上\n4/1,12\n4/2,13\n", None);
        check("日付,売上\n4/1,12,\n4/2,13,\n", None);
        check("日付,売上\n4/1,12,x\n4/2,13,y\n", None);
    }
}
