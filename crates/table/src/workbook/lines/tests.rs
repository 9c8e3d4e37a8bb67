//! Records of sheets with gaps, margins and far cells.

use super::*;

fn lines(cells: &[(u32, u32, &str)]) -> Finished {
    let mut lines = Lines::new(0..LIMIT_COLUMNS);
    for (row, column, text) in cells {
        lines.cell(*row, *column, text);
    }
    lines.finish().unwrap()
}

fn grid(rows: u32) -> Vec<(u32, u32, &'static str)> {
    (0..rows).flat_map(|row| [(row, 0, "a"), (row, 1, "1")]).collect()
}

#[test]
fn records_are_rows() {
    let cells = [(1, 0, "t"), (3, 0, "a"), (3, 2, "b"), (4, 1, "x\"\ny"), (4, 0, " ")];
    assert_eq!(lines(&cells).text, "\nt\n\na\u{1f}\u{1f}b\n\u{1f}\"x\"\"\ny\"\u{1f}\n");
    assert_eq!(lines(&[(0, 1, "b"), (0, 0, "a"), (0, 1, "c")]).text, "a\u{1f}c\n");
    assert_eq!(lines(&[]).text, "");
}

#[test]
fn far_cells_are_strays() {
    let mut cells = grid(30);
    let clean = lines(&cells).text;
    cells.push((1_048_575, 3, "x"));
    let found = lines(&cells);
    assert_eq!((found.text == clean, found.strays), (true, 1));
    cells.push((u32::MAX, u32::MAX, "x"));
    assert_eq!(lines(&cells).strays, 2);
    let mut wide = grid(30);
    wide.push((29, 700, "x"));
    assert_eq!((lines(&wide).columns, lines(&wide).width), (2, 701));
    wide.push((29, 16_383, "x"));
    assert_eq!(lines(&wide).strays, 1);
}

#[test]
fn a_margin_is_left_out() {
    let text = |column: u32| {
        let mut lines = Lines::new(2..LIMIT_COLUMNS);
        for column in [column, 3, 4] {
            lines.cell(0, column, "x");
        }
        lines.finish().unwrap()
    };
    assert_eq!((text(2).text.as_str(), text(2).in_margin), ("x\u{1f}x\u{1f}x\n", false));
    assert!(text(1).in_margin);
}

#[test]
fn a_second_block_stays() {
    let mut cells = grid(30);
    cells.extend((5000..5030).flat_map(|row| [(row, 0, "b"), (row, 1, "2")]));
    let found = lines(&cells);
    assert_eq!((found.text.lines().count(), found.record(29), found.record(5000)), (61, 29, 31));
}

#[test]
fn too_wide_is_said() {
    let mut lines = Lines::new(0..LIMIT_COLUMNS);
    for column in 0..3000 {
        lines.cell(0, column, "1");
    }
    assert!(matches!(lines.finish(), Err(Problem::TooManyColumns { .. })));
}
