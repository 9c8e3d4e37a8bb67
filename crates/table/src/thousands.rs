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
    let (mut at, mut record, mut fields, mut mended, mut all, mut fit) = (0, 0, Vec::new(), 0, 0, 0);
    while let Some(next) = splitter.record(at, &mut fields) {
        let row = Row { text, fields: &fields, width };
        let data = record > header && row.filled() > 0;
        let joined = if data { row.best(&columns) } else { None };
        all += usize::from(data);
        fit += usize::from(data && (joined.is_some() || row.filled() <= width));
        match joined {
            Some(joins) => {
                mended += 1;
                row.write(&joins, &mut out);
            }
            None => out.push_str(text[at..next].trim_end_matches(['\r', '\n'])),
        }
        out.push('\n');
        (at, record) = (next, record + 1);
    }
    (mended > 0 && fit * FIT.1 >= all * FIT.0).then_some((out, mended))
}

/// The columns that hold large numbers, by the rows that can be joined in one way only; `None` if hardly any row has a surplus.
fn columns(splitter: &Splitter, header: usize, width: usize) -> Option<Vec<bool>> {
    let (mut at, mut record, mut fields) = (0, 0, Vec::<Field>::new());
    let (mut joinable, mut rows) = (0, 0);
    let mut votes = vec![0usize; width];
    while let Some(next) = splitter.record(at, &mut fields) {
        let row = Row { text: splitter.text(), fields: &fields, width };
        if record > header && row.filled() > 0 {
            rows += 1;
            let ways = row.ways();
            joinable += usize::from(!ways.is_empty());
            if let Some((first, others)) = ways.split_first() {
                let of = |way: &Vec<usize>| row.joined_columns(way);
                let mut common = of(first);
                others.iter().for_each(|way| common.retain(|c| of(way).contains(c)));
                common.into_iter().for_each(|c| votes[c] += 1);
            }
        }
        (at, record) = (next, record + 1);
        if rows >= SAMPLE_RECORDS {
            break;
        }
    }
    (joinable * 2 > rows).then(|| votes.iter().map(|v| *v > 0).collect())
}

/// A record that may have more fields than the header has names.
struct Row<'a> {
    text: &'a str,
    fields: &'a [Field],
    width: usize,
}

impl Row<'_> {
    fn cell(&self, at: usize) -> std::borrow::Cow<'_, str> {
        self.fields[at].text(self.text)
    }

    /// Fields up to the last one that holds something: a trailing comma is no surplus.
    fn filled(&self) -> usize {
        (0..self.fields.len()).rev().find(|at| !trim(&self.cell(*at)).is_empty()).map_or(0, |last| last + 1)
    }

    /// The way that joins only known columns, if it is the only such way.
    fn best(&self, columns: &[bool]) -> Option<Vec<usize>> {
        let ways = self.ways();
        let mut fitting = ways.iter().filter(|way| self.joined_columns(way).iter().all(|c| columns[*c]));
        let first = fitting.next()?;
        fitting.next().is_none().then(|| first.clone())
    }

    /// All ways to join neighbours into numbers with thousands so that the row has the right width. A way is the list of fields
    /// that are joined to the one before, ascending.
    fn ways(&self) -> Vec<Vec<usize>> {
        let surplus = match self.filled().checked_sub(self.width) {
            None | Some(0) => return Vec::new(),
            Some(surplus) => surplus,
        };
        let groups: Vec<usize> = (1..self.filled()).filter(|at| is_group(&self.cell(*at))).collect();
        if groups.len() < surplus {
            return Vec::new();
        }
        let mut open = vec![(0, Vec::<usize>::new())];
        let mut done = Vec::new();
        while let Some((from, way)) = open.pop() {
            if way.len() == surplus {
                done.push(way);
                continue;
            }
            for (i, at) in groups.iter().enumerate().skip(from) {
                let follows = way.last() == Some(&(at - 1)) || begins_number(&self.cell(at - 1));
                if follows && open.len() + done.len() < MOST_WAYS {
                    open.push((i + 1, [way.as_slice(), &[*at]].concat()));
                }
            }
        }
        done
    }

    /// The columns that get a joined number.
    fn joined_columns(&self, way: &[usize]) -> Vec<usize> {
        let mut columns: Vec<usize> = way.iter().enumerate().map(|(before, at)| at - 1 - before).collect();
        columns.dedup();
        columns
    }

    fn write(&self, way: &[usize], out: &mut String) {
        let mut number = String::new();
        for at in 0..self.filled() {
            let joined = way.contains(&at);
            if at > 0 && !joined {
                write_field(out, &number, b',');
                out.push(',');
                number.clear();
            }
            if joined {
                number.push(',');
                number.push_str(trim(&self.cell(at)));
            } else {
                number.push_str(&self.cell(at));
            }
        }
        write_field(out, &number, b',');
    }
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
        check("店舗,渋谷店\n担当,山田\n\n日付,客数,客単価\n4/1,50,700\n4/2,60,800\n4/3,70,900\n", None);
        check("日付,売上\n4/1,12,x\n4/2,13,y\n", None);
    }
}
