//! Files that ask for more than they should get: each ends soon, with a table or with a refusal that says why.

use sanpo_api::{Choices, Problem};
use sanpo_table::{Table, read};

fn attempt(bytes: &[u8]) -> Result<Table, Problem> {
    read("x.csv", bytes, &Choices::default(), &mut |_| ())
}

fn text(text: &str) -> Result<Table, Problem> {
    attempt(text.as_bytes())
}

#[test]
fn a_million_columns_are_counted_and_refused() {
    let row = "1,".repeat(999_999) + "1\n";
    let limit = 2_000;
    assert_eq!(text(&row.repeat(3)).err(), Some(Problem::TooManyColumns { have: 1_000_000, limit }));
    let header: String = (0..1_000_000).map(|i| format!("c{i},")).collect();
    assert!(text(&format!("{header}\n1,2,3\n4,5,6\n7,8,9\n")).is_ok_and(|t| t.profile().columns.len() <= limit));
}

#[test]
fn one_line_of_twenty_megabytes() {
    let word = "x".repeat(20 << 20);
    assert!(text(&word).is_err());
    let cell = text(&format!("a,b\n1,{word}\n2,y\n3,z\n")).unwrap();
    assert_eq!(cell.rows(), 3);
    assert!(cell.original(1, 0).len() <= 32 << 10);
    let quoted = text(&format!("a,b\n1,\"{word}\"\n2,y\n3,z\n")).unwrap();
    assert_eq!(quoted.rows(), 3);
    let open = text(&format!("a,b\n1,\"{word}\n2,y\n3,z\n")).unwrap();
    assert_eq!(open.rows(), 3);
}

#[test]
fn a_few_nul_bytes_vanish_and_many_are_no_text() {
    let padded = text(&format!("a\0,b\n{}1,\0\0004\n", "3,4\n".repeat(100))).unwrap();
    assert_eq!((padded.rows(), padded.numbers("b").unwrap()), (101, vec![4.0; 101]));
    let tail = [b"a,b\n1,2\n3,4\n".as_slice(), &vec![0; 20 << 20]].concat();
    assert!(matches!(attempt(&tail), Err(Problem::BinaryNotCsv { .. })));
    assert_eq!(attempt(&vec![0; 20 << 20]).err(), Some(Problem::EmptyFile));
}

#[test]
fn only_quotes_delimiters_or_line_ends() {
    for piece in ["\"", "\"\"", "\",\"", "\"\n", ",", "\n", "\r", "\r\n", ",\n", "\t", ";", "\"x", "=", "\u{1A}"] {
        let many = piece.repeat((1 << 20) / piece.len());
        let _ = text(&many);
        let _ = text(&format!("a,b\n1,2\n{many}"));
        let _ = text(&format!("{many}\na,b\n1,2\n3,4\n"));
    }
}

#[test]
fn many_blank_lines_stand_between_two_rows() {
    let t = text(&format!("a,b\n1,2\n{}3,4\n", "\n".repeat(2_000_000))).unwrap();
    assert_eq!((t.rows(), t.numbers("a").unwrap()), (2, vec![1.0, 3.0]));
    assert_eq!(t.profile().notes.iter().filter(|line| format!("{:?}", line.note).len() > 1_000).count(), 0);
}

#[test]
fn rows_that_grow_wider_and_wider() {
    let rows: String = (1..1_500).map(|n| "7,".repeat(n) + "7\n").collect();
    assert!(text(&rows).is_ok_and(|t| t.profile().columns.len() <= 2_000) || text(&rows).is_err());
}

#[test]
fn millions_of_different_texts() {
    let rows: String = (0..400_000).map(|n| format!("k{n},{}\n", n % 9)).collect();
    let t = text(&format!("key,n\n{rows}")).unwrap();
    assert_eq!((t.rows(), t.categories("key").unwrap().levels.len()), (400_000, 400_000));
}

#[test]
fn marks_of_many_combining_characters() {
    // Composing a letter with thousands of accents must not take the square of their number.
    let tower = format!("a{}", "\u{0301}\u{0327}".repeat(5_000));
    let rows = format!("{tower},1\n").repeat(30);
    assert!(text(&format!("x,y\n{rows}")).is_ok());
}

#[test]
fn progress_never_falls_when_a_column_is_read_again() {
    // Every thousandth row is in the sample that the plan is made from; the others are words.
    let stride = 140;
    let row = |n: usize| if n.is_multiple_of(stride) { format!("{n},5\n") } else { format!("{n},word{}\n", n % 7) };
    let rows: String = (0..140_000).map(row).collect();
    let mut shares = Vec::new();
    let bytes = format!("n,mixed\n{rows}");
    let table = read("x.csv", bytes.as_bytes(), &Choices::default(), &mut |share| shares.push(share)).unwrap();
    assert_eq!(table.rows(), 140_000);
    assert!(shares.len() > 6 && shares.windows(2).all(|w| w[0] <= w[1]), "{shares:?}");
}
