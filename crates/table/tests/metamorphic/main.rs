//! One table, written down in many ways, is read as one table: same names, types, values and gaps.

mod bases;
mod writing;

use sanpo_api::{Choices, ColumnType, Grain, Problem};
use sanpo_table::{Table, read};

use bases::Base;
use writing::{CHARSETS, Charset, PLAIN, Writing};

/// A column in plain values.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    name: String,
    kind: ColumnType,
    unit: Option<String>,
    grain: Option<Grain>,
    values: Vec<String>,
}

/// Reads a base as it is written down and gives its columns in the base's order.
fn seen(base: &Base, writing: &Writing) -> Result<Vec<Seen>, Problem> {
    let table = read("table.csv", &writing.bytes(base), &Choices::default(), &mut |_| ())?;
    let mut columns: Vec<Seen> = (0..table.profile().columns.len()).map(|at| column(&table, at)).collect();
    let width = columns.len();
    columns.rotate_left(writing.turned % width);
    Ok(columns)
}

fn column(table: &Table, at: usize) -> Seen {
    let column = &table.profile().columns[at];
    let name = &column.name;
    let values: Vec<String> = match column.kind {
        ColumnType::Number => table.numbers(name).unwrap().iter().map(f64::to_string).collect(),
        ColumnType::Date => table.moments(name).unwrap().iter().map(|m| format!("{m:?}")).collect(),
        _ => {
            let found = table.categories(name).unwrap();
            let text = |code: u32| found.levels.get(code as usize).cloned().unwrap_or_default();
            found.codes.into_iter().map(text).collect()
        }
    };
    Seen { name: name.clone(), kind: column.kind, unit: column.unit.clone(), grain: column.grain, values }
}

/// Every base, written in these ways, must look as it does when written plainly.
fn check(writings: &[Writing]) {
    let mut wrong = Vec::new();
    for base in bases::all() {
        let plain = seen(&base, &PLAIN).expect("the plain table is read");
        for writing in writings.iter().filter(|writing| fits(&base, writing)) {
            if let Some(how) = difference(&plain, &seen(&base, writing)) {
                wrong.push(format!("{}: {how}\n  as {writing:?}", base.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ, such as\n{}", wrong.len(), wrong[..wrong.len().min(5)].join("\n"));
}

/// The first difference in words; `None` if there is none.
fn difference(plain: &[Seen], found: &Result<Vec<Seen>, Problem>) -> Option<String> {
    let found = match found {
        Ok(found) if found.len() == plain.len() => found,
        Ok(found) => return Some(format!("{} columns for {}", found.len(), plain.len())),
        Err(problem) => return Some(format!("refused: {problem:?}")),
    };
    let (a, b) = plain.iter().zip(found).find(|(a, b)| a != b)?;
    let head = |c: &Seen| format!("{:?} {:?} {:?} {:?}, {} rows", c.name, c.kind, c.unit, c.grain, c.values.len());
    let cell = a.values.iter().zip(&b.values).position(|(a, b)| a != b);
    let cells = cell.map_or_else(String::new, |row| format!("; row {row}: {} for {}", b.values[row], a.values[row]));
    Some(format!("{} for {}{cells}", head(b), head(a)))
}

/// Whether a base can be written in this way, and is still the same table then.
fn fits(base: &Base, writing: &Writing) -> bool {
    let japanese = !writing.titles.is_empty() || writing.total || writing.full_width_digits || base.name != "english";
    let old = matches!(writing.charset, Charset::Cp932 | Charset::EucJp | Charset::Iso2022Jp);
    // The older encodings have no decomposed characters, and nothing in ASCII tells them apart.
    let written = !old || (japanese && !writing.decomposed);
    // UTF-16 without a mark shows by the NULs of its ASCII characters; with digits of full width hardly any are left.
    let marked = writing.charset != Charset::Utf16LeBare || !writing.full_width_digits;
    // The sum itself would stand where its name should.
    let width = base.header.len();
    let named = !writing.total || !base.added.contains(&((width - writing.turned % width) % width));
    written && marked && named
}

#[test]
fn the_plain_tables_are_what_they_say() {
    for base in bases::all() {
        let columns = seen(&base, &PLAIN).expect("the plain table is read");
        assert_eq!(columns.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), base.header, "{}", base.name);
        assert!(columns.iter().all(|c| c.values.len() == base.rows.len()), "{}", base.name);
        assert_eq!(columns[0].kind, ColumnType::Date, "{}", base.name);
        assert!(base.added.iter().all(|c| columns[*c].kind == ColumnType::Number), "{}", base.name);
    }
}

#[test]
fn any_encoding() {
    for charset in CHARSETS {
        check(&[Writing { charset, ..PLAIN }]);
    }
}

#[test]
fn any_delimiter_and_quotes() {
    for delimiter in [',', '\t', ';', '|'] {
        for quote_all in [false, true] {
            check(&[Writing { delimiter, quote_all, ..PLAIN }]);
        }
    }
}

#[test]
fn any_line_end() {
    for line_end in ["\n", "\r\n", "\r"] {
        for open_end in [false, true] {
            check(&[Writing { line_end, open_end, ..PLAIN }]);
        }
    }
}

#[test]
fn titles_above() {
    for titles in TITLES {
        check(&[Writing { titles, ..PLAIN }]);
    }
}

#[test]
fn totals_and_blank_lines_below() {
    check(&[Writing { total: true, ..PLAIN }]);
    check(&[Writing { blank_lines: 5, ..PLAIN }]);
    check(&[Writing { total: true, blank_lines: 2, trailing_delimiter: true, ..PLAIN }]);
}

#[test]
fn trailing_delimiters() {
    check(&[Writing { trailing_delimiter: true, ..PLAIN }]);
}

#[test]
fn other_forms_of_the_same_characters() {
    check(&[Writing { full_width_digits: true, ..PLAIN }]);
    check(&[Writing { decomposed: true, ..PLAIN }]);
}

#[test]
fn columns_in_another_order() {
    for turned in 1..5 {
        check(&[Writing { turned, ..PLAIN }]);
    }
}

const TITLES: [&[&str]; 4] =
    [&[], &["売上一覧表"], &["月次報告", ""], &["月次報告", "作成者：総務部 鈴木", "", "※税抜"]];

/// All of it at once: every hundredth or so of the combinations, the same ones each time.
#[test]
fn combinations() {
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let mut below = |n: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % n as u64) as usize
    };
    let mut any = || Writing {
        charset: CHARSETS[below(CHARSETS.len())],
        delimiter: [',', '\t', ';', '|'][below(4)],
        quote_all: below(2) == 0,
        line_end: ["\n", "\r\n", "\r"][below(3)],
        titles: TITLES[below(TITLES.len())],
        total: below(3) == 0,
        blank_lines: below(3),
        trailing_delimiter: below(3) == 0,
        full_width_digits: below(3) == 0,
        decomposed: below(4) == 0,
        open_end: below(2) == 0,
        turned: below(2) * below(5),
    };
    let writings: Vec<Writing> = (0..600).map(|_| any()).collect();
    check(&writings);
}
