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

#[test]
fn months_that_are_alike_are_no_copies() {
    let quiet = |_: i32| lines("日,件数", 28, |d| format!("{d},{}", i32::from(d == 9)));
    let months = |n: i32| (1..=n).map(quiet).collect::<Vec<_>>();
    let names = ["1月", "2月", "3月"];
    let pages: Vec<Page> = names.iter().zip(months(3)).map(|(name, lines)| Page(name, lines)).collect();
    assert_eq!(read(&pages, &[]), (84, names.map(str::to_owned).to_vec()));
    // The same costs every month, without a date.
    let costs = || ["費目,金額", "家賃,200000", "電話,8000", "保険,5000"].map(str::to_owned).to_vec();
    let pages: Vec<Page> = names.iter().map(|name| Page(name, costs())).collect();
    assert_eq!(read(&pages, &[]), (9, names.map(str::to_owned).to_vec()));
}

#[test]
fn shops_that_sell_next_to_nothing_are_no_copies() {
    let shop = |_: i32| lines("日付,件数", 28, |d| format!("2025/4/{d},0"));
    let three = || [Page("本店", shop(1)), Page("駅前店", shop(2)), Page("西口店", shop(3))];
    assert_eq!(read(&three(), &[]).0, 84);
    assert_eq!(read(&three(), &[Choice::SheetsJoined]).0, 84);
    // Nine rows of ten alike.
    let goods = |at: i32| lines("品,数", 20, |n| format!("品{n},{}", if n == at { 3 } else { 0 }));
    assert_eq!(read(&[Page("本店", goods(3)), Page("駅前店", goods(4))], &[]).0, 40);
}

#[test]
fn a_copy_is_known_by_its_name_or_its_dates() {
    let goods = |from: i32| lines("品,数", 20, |n| format!("品{n},{}", from + n));
    for name in ["本店 (2)", "本店のコピー", "本店 旧", "Copy of 本店", "backup", "本店（2）"] {
        let pages = [Page(name, goods(0)), Page("本店", goods(0)), Page("駅前店", goods(50))];
        let used = vec!["本店".to_owned(), "駅前店".to_owned()];
        // Whoever asks for the sheets together gets the same ones.
        assert_eq!(read(&pages, &[]), (40, used.clone()), "{name}");
        assert_eq!(read(&pages, &[Choice::SheetsJoined]), (40, used), "{name}");
    }
    // A name that looks like one with other rows is none; nor are words that only begin like one.
    assert_eq!(read(&[Page("本店", goods(0)), Page("本店 (2)", goods(5))], &[]).0, 40);
    assert_eq!(read(&[Page("Gold", goods(0)), Page("Silver", goods(0))], &[]).0, 40);
    assert_eq!(read(&[Page("費用 (2024)", goods(0)), Page("費用 (2025)", goods(0))], &[]).0, 40);
    assert_eq!(read(&[Page("費用 (1)", goods(0)), Page("費用 (2)", goods(0))], &[]).0, 40);
    // The same dates with the same values, one of them once more: here the person can have both.
    let sold = |_: i32| lines("日付,売上", 20, |d| format!("2025/4/{d},{}", d * d));
    let three =
        || [Page("A", sold(1)), Page("B", sold(2)), Page("C", lines("日付,売上", 9, |d| format!("2025/4/{d},7")))];
    assert_eq!((read(&three(), &[]).0, read(&three(), &[Choice::SheetsJoined]).0), (29, 49));
}

#[test]
fn a_short_list_stands_before_shorter_summaries() {
    let summary = || ["品,数", "茶,1", "水,2", "酒,3"].map(str::to_owned).to_vec();
    let list = lines("日付,売上", 35, |n| format!("2025/{}/{},{n}", n / 28 + 4, n % 28 + 1));
    let pages = [Page("4月", summary()), Page("5月", summary()), Page("明細", list)];
    assert_eq!(read(&pages, &[]), (35, vec!["明細".to_owned()]));
}

#[test]
fn a_sheet_without_a_year_leaves_the_others_theirs() {
    let of = |from: i32| {
        let rows = ["4月1日", "12月1日", "3月31日"].iter().zip(from..).map(|(day, n)| format!("{day},{n}"));
        std::iter::once("日付,売上".to_owned()).chain(rows).collect::<Vec<_>>()
    };
    let pages = [Page("2025年度", of(10)), Page("2024年度", of(20)), Page("メモ", of(30))];
    let table = open(&book(&pages), &[]);
    let years = ["2025-04-01", "2025-12-01", "2026-03-31", "2024-04-01", "2024-12-01", "2025-03-31"];
    assert_eq!((days(&table, "日付")[..6].to_vec(), table.rows()), (years.map(str::to_owned).to_vec(), 9));
    // The one without a year is asked for, and the answer holds for it alone.
    assert!(table.profile().asks.iter().any(|ask| ask.what == AskWhat::Year));
    let table = open(&book(&pages), &[Choice::Year(2022)]);
    assert_eq!(
        (&days(&table, "日付")[..6], days(&table, "日付")[8].as_str()),
        (&years.map(str::to_owned)[..], "2023-03-31")
    );
}
