//! What is told apart among the sheets of one form: copies from parts, a list from its summaries, one year from another.

use sanpo_api::{AskWhat, Choice};

use super::sheets::{Page, book, days, joined, names, open};

/// Lines of a sheet under a head.
fn lines(head: &str, rows: i32, row: impl Fn(i32) -> String) -> Vec<String> {
    std::iter::once(head.to_owned()).chain((1..=rows).map(row)).collect()
}

/// Rows of the table made of some sheets, and which sheets these are.
fn read(pages: &[Page], choices: &[Choice]) -> (usize, Vec<String>) {
    let table = open(&book(pages), choices);
    let used = joined(table.profile()).map_or_else(|| table.profile().file.sheet.iter().cloned().collect(), |j| j.0);
    (table.rows(), used)
}

#[test]
fn values_stay_under_their_headings_where_the_first_sheet_is_left_out() {
    let shop = |from: i32| lines("日付,数量,商品", 5, |d| format!("2025/4/{d},{},茶", from + d));
    let example = lines("日付,商品,数量", 3, |d| format!("2025/1/{d},水,{d}"));
    let pages = [Page("記入例", example), Page("本店", shop(10)), Page("駅前店", shop(20))];
    let table = open(&book(&pages), &[]);
    let at = |name: &str| names(&table).iter().position(|n| *n == name).unwrap();
    let row = table.original_row(5);
    let of = |name: &str| &*row[at(name)];
    assert_eq!((table.rows(), of("シート"), of("日付"), of("商品")), (10, "駅前店", "2025/4/1", "茶"));
    assert_eq!(of("数量"), "21");
}
