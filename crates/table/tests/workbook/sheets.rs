//! Sheets of one form are one table: one sheet a year, a month or a shop.

use rust_xlsxwriter::Workbook;
use sanpo_api::{AskWhat, Choice, Choices, ColumnType, NotDataWhy, Note, Profile, Role};
use sanpo_table::{Table, iso, read};

use super::make;

/// A sheet from lines of cells, which are numbers where they look like ones.
pub struct Page<'a>(pub &'a str, pub Vec<String>);

pub fn book(pages: &[Page]) -> Vec<u8> {
    let mut book = Workbook::new();
    for Page(name, lines) in pages {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        sheet.set_hidden(name.starts_with("隠"));
        for (row, line) in lines.iter().flat_map(|line| line.split('\n')).enumerate() {
            for (column, cell) in line.split(',').enumerate().filter(|(_, cell)| !cell.is_empty()) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write(row as u32, column as u16, number).unwrap(),
                    Err(_) => sheet.write(row as u32, column as u16, cell).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

pub fn open(bytes: &[u8], choices: &[Choice]) -> Table {
    let choices: Choices = choices.iter().cloned().collect();
    read("売上.xlsx", bytes, &choices, &mut |_| ()).unwrap_or_else(|problem| panic!("{problem:?}"))
}

pub fn names(table: &Table) -> Vec<&str> {
    table.profile().columns.iter().map(|c| c.name.as_str()).collect()
}

pub fn joined(profile: &Profile) -> Option<(Vec<String>, usize)> {
    profile.notes.iter().find_map(|line| match &line.note {
        Note::SheetsJoined { names, others } => Some((names.clone(), *others)),
        _ => None,
    })
}

fn series(table: &Table) -> Option<&str> {
    table.profile().columns.iter().find(|c| c.role == Some(Role::Series)).map(|c| c.name.as_str())
}

pub fn days(table: &Table, column: &str) -> Vec<String> {
    let moments = table.moments(column).unwrap();
    moments.into_iter().map(|m| m.map_or(String::new(), |m| iso(m, sanpo_api::Grain::Day))).collect()
}

/// Three days of a year under a title, with a total.
fn year(year: i32, head: &str, row: impl Fn(i32) -> String) -> Vec<String> {
    let rows = (1..=3).map(|day| row(day).replace("DATE", &format!("{year}/4/{day}")));
    [format!("売上日報（{year}年度）\n\n{head}")].into_iter().chain(rows).collect()
}

#[test]
fn one_sheet_a_year_is_one_table() {
    let plain = |y: i32| {
        let mut lines = year(y, "日付,商品,売上", |day| format!("DATE,茶,{}", y * 10 + day));
        lines.push(format!("合計,,{}", 30 * y + 6));
        lines
    };
    // The columns in another order, and a title of two lines more.
    let mut turned = year(2026, "売上,日付,商品", |day| format!("{},DATE,水", 20_260 + day));
    turned.insert(0, "作成：総務\n部外秘".to_owned());
    let bytes = book(&[
        Page("2024年度", plain(2024)),
        Page("2025年度", plain(2025)),
        Page("2026年度", turned),
        Page("隠し", plain(2023)),
        Page("集計", vec!["年度,売上,前年比".into(), "2024年度,1,2".into(), "2025年度,3,4".into()]),
    ]);
    let table = open(&bytes, &[]);
    let profile = table.profile();
    assert_eq!((names(&table), table.rows()), (vec!["日付", "商品", "売上"], 9));
    let sheets = ["2024年度", "2025年度", "2026年度"].map(str::to_owned).to_vec();
    assert_eq!(joined(profile), Some((sheets, 2)));
    assert_eq!(profile.file.sheet.as_deref(), Some("2024年度 … 2026年度"));
    assert_eq!(days(&table, "日付")[5..7], ["2025-04-03", "2026-04-01"]);
    assert_eq!(table.original_row(8), ["2026/4/3", "水", "20263"]);
    assert_eq!((table.row_name(0), table.row_name(8)), ("2024年度 4".to_owned(), "2026年度 8".to_owned()));
    assert_eq!(table.file_row(3), (Some("2025年度"), 4));
    let totals = profile.notes.iter().find_map(|line| match &line.note {
        Note::RowsSetAside { why: NotDataWhy::Total, count, rows } => Some((*count, rows.clone())),
        _ => None,
    });
    assert_eq!(totals, Some((2, vec!["2024年度 7".to_owned(), "2025年度 7".to_owned()])));
    let records: Vec<usize> = profile.file.not_data.iter().map(|row| row.record).collect();
    assert!(records.windows(2).all(|w| w[0] < w[1]), "{records:?}");

    // One of them alone, and back.
    let line = profile.notes.iter().find(|line| matches!(line.note, Note::SheetsJoined { .. })).unwrap();
    assert_eq!(line.undo, Some(Choice::Sheet("2026年度".into())));
    let ask = profile.asks.iter().find(|ask| ask.what == AskWhat::Sheet).unwrap();
    let in_force: Vec<_> = ask.options.iter().filter(|o| o.in_force).map(|o| o.choice.clone()).collect();
    assert_eq!((in_force, ask.options.len()), (vec![Choice::SheetsJoined], 5));
    let one = open(&bytes, &[Choice::Sheet("2025年度".into())]);
    assert_eq!((one.rows(), joined(one.profile()), one.row_name(0)), (3, None, "4".to_owned()));
    let both = [Choice::Sheet("2025年度".into()), Choice::SheetsJoined];
    let again = open(&bytes, &both);
    assert_eq!((again.rows(), again.profile().asks.len()), (9, 0));
}

#[test]
fn next_month_brings_one_more_sheet() {
    let month = |m: i32| {
        let day = |d: i32| format!("2025/{m}/{d},{}", m * 100 + d);
        std::iter::once("日付,売上".to_owned()).chain((1..=20).map(day)).collect::<Vec<_>>()
    };
    let titles: Vec<String> = (1..=12).map(|m| format!("{m}月")).collect();
    let pages = |n: usize| (1..=n).map(|m| Page(&titles[m - 1], month(m as i32))).collect::<Vec<_>>();
    for n in [11, 12] {
        let table = open(&book(&pages(n)), &[Choice::SheetsJoined]);
        assert_eq!((names(&table), table.rows()), (vec!["日付", "売上"], n * 20));
        assert_eq!(table.row_name(n * 20 - 1), format!("{n}月 21"));
    }
    // Three years and more of months.
    let titles: Vec<String> = (0..40).map(|m| format!("{}年{}月", 2022 + m / 12, m % 12 + 1)).collect();
    let day = |m: i32| (1..=4).map(move |d| format!("{}/{}/{d},{}", 2022 + m / 12, m % 12 + 1, m * 9 + d));
    let month = |m: i32| std::iter::once("日付,売上".to_owned()).chain(day(m)).collect::<Vec<_>>();
    let pages: Vec<Page> = (0..40).map(|m| Page(&titles[m as usize], month(m))).collect();
    let table = open(&book(&pages), &[]);
    assert_eq!((table.rows(), days(&table, "日付")[159].as_str()), (160, "2025-04-04"));
}

#[test]
fn sheets_without_years_in_their_dates_name_them() {
    let of = |name: &'static str, title: &str, days: &[&str]| {
        let rows = days.iter().enumerate().map(|(i, day)| format!("{day},{}", 10 + i));
        Page(name, [title.to_owned(), "日付,売上".to_owned()].into_iter().chain(rows).collect())
    };
    // The newest sheet comes first.
    let pages = [
        of("2025年度", "日報", &["4月1日", "12月1日", "3月31日"]),
        of("2024年度", "日報", &["4月1日", "12月1日", "3月31日"]),
    ];
    let years = ["2025-04-01", "2025-12-01", "2026-03-31", "2024-04-01", "2024-12-01", "2025-03-31"];
    let table = open(&book(&pages), &[]);
    assert_eq!((days(&table, "日付"), table.profile().asks.len()), (years.map(str::to_owned).to_vec(), 1));
    let pages = [
        of("10月", "", &["10月1日", "10月2日", "10月3日"]),
        of("11月", "", &["11月1日", "11月2日", "11月3日"]),
        of("1月", "", &["1月1日", "1月2日", "1月3日"]),
    ];
    let table = open(&book(&pages), &[Choice::Year(2024)]);
    assert_eq!(days(&table, "日付")[6], "2025-01-01");
}

#[test]
fn months_across_on_one_sheet_a_year_become_one_table() {
    let of = |first: i32| {
        let shop = |name: &str, from: i32| {
            format!("{name},{}", (0..12).map(|m| (from + m).to_string()).collect::<Vec<_>>().join(","))
        };
        let head = (0..12).map(|m| format!("{}月", (m + 3) % 12 + 1)).collect::<Vec<_>>().join(",");
        vec![format!("店舗,{head}"), shop("本店", first), shop("駅前店", first + 100)]
    };
    let table = open(&book(&[Page("2024年度", of(0)), Page("2025年度", of(12))]), &[]);
    assert_eq!((names(&table), table.rows()), (vec!["店舗", "年月", "売上"], 48));
    let months = table.moments("年月").unwrap();
    let month = |row: usize| iso(months[row].unwrap(), sanpo_api::Grain::Month);
    assert_eq!(
        (month(0), month(11), month(24), month(47)),
        ("2024-04".into(), "2025-03".into(), "2025-04".into(), "2026-03".into())
    );
    assert_eq!(series(&table), Some("店舗"));
}

#[test]
fn one_sheet_a_shop_keeps_its_name() {
    let shop = |from: i32| {
        let day = |d: i32| format!("2025/4/{d},{}", from + d);
        std::iter::once("日付,売上".to_owned()).chain((1..=20).map(day)).collect::<Vec<_>>()
    };
    let table = open(&book(&[Page("本店", shop(0)), Page("駅前店", shop(100))]), &[]);
    assert_eq!((names(&table), table.rows()), (vec!["シート", "日付", "売上"], 40));
    assert_eq!(
        (series(&table), table.original_row(20)),
        (Some("シート"), vec!["駅前店".into(), "2025/4/1".into(), "101".into()])
    );
    // Where a column says it already, the sheet need not.
    let named = |name: &str, from: i32| {
        let day = |d: i32| format!("2025/4/{d},{name},{}", from + d);
        std::iter::once("日付,店舗,売上".to_owned()).chain((1..=20).map(day)).collect::<Vec<_>>()
    };
    let table = open(&book(&[Page("A", named("本店", 0)), Page("B", named("駅前店", 9))]), &[]);
    assert_eq!((names(&table), series(&table)), (vec!["日付", "店舗", "売上"], Some("店舗")));
}

#[test]
fn blanks_are_filled_on_their_own_sheet() {
    let of = |shop: &str| {
        vec![
            "店,品,数".to_owned(),
            format!("{shop},茶,1"),
            ",水,2".into(),
            ",酒,3".into(),
            format!("{shop}2,茶,4"),
            ",水,5".into(),
            ",酒,6".into(),
        ]
    };
    let table = open(&book(&[Page("4月", of("東")), Page("5月", of("西"))]), &[]);
    let shops = table.categories("店").unwrap();
    let shops: Vec<&str> = shops.codes.iter().map(|code| shops.levels[*code as usize].as_str()).collect();
    assert_eq!(shops[5..8], ["東2", "西", "西"]);
    let filled = Note::FilledDown { column: "店".into(), count: 8 };
    let line = table.profile().notes.iter().find(|line| line.note == filled).expect("the blanks are told of");
    let undone = open(&book(&[Page("4月", of("東")), Page("5月", of("西"))]), &[line.undo.clone().unwrap()]);
    assert_eq!(undone.profile().columns.iter().find(|c| c.name == "店").unwrap().n_missing, 8);
}

#[test]
fn other_forms_stay_apart() {
    let list = |head: &str, rows: usize, value: &str| {
        let row = |n: usize| format!("2025/4/{},{value}{n}", n % 28 + 1);
        std::iter::once(head.to_owned()).chain((0..rows).map(row)).collect::<Vec<_>>()
    };
    // Other names, other units, other types.
    for other in [list("日付,客数", 20, ""), list("日付,売上（千円）", 20, ""), list("日付,売上", 20, "未定")]
    {
        let table = open(&book(&[Page("A", list("日付,売上（円）", 20, "")), Page("B", other)]), &[]);
        assert_eq!((joined(table.profile()), table.rows()), (None, 20));
    }
    // Of sheets that are not read together the newest one is, but not a short one.
    let dated = |head: &str, year: i32, rows: usize| {
        let row = |n: usize| format!("{year}/4/{},{n}", n % 28 + 1);
        std::iter::once(head.to_owned()).chain((0..rows).map(row)).collect::<Vec<_>>()
    };
    let pages = [
        Page("旧", dated("日付,売上", 2024, 25)),
        Page("新", dated("日付,客数", 2025, 25)),
        Page("予算", dated("日付,予算", 2026, 5)),
    ];
    assert_eq!(open(&book(&pages), &[]).profile().file.sheet.as_deref(), Some("新"));
    // A long list beside summaries of its months.
    let summary = |_: u32| vec!["品,数".to_owned(), "茶,1".into(), "水,2".into(), "酒,3".into()];
    let pages = [Page("4月", summary(4)), Page("5月", summary(5)), Page("明細", dated("日付,売上", 2025, 60))];
    let table = open(&book(&pages), &[]);
    assert_eq!((table.rows(), table.profile().file.sheet.as_deref()), (60, Some("明細")));
}

#[test]
fn copies_and_sums_of_other_sheets_are_no_parts() {
    let shop = |from: i32, days: i32| {
        let day = |d: i32| format!("2025/4/{d},{}", from + d);
        std::iter::once("日付,売上".to_owned()).chain((1..=days).map(day)).collect::<Vec<_>>()
    };
    let of = |pages: &[Page]| {
        let table = open(&book(pages), &[]);
        (table.rows(), joined(table.profile()), table.profile().file.sheet.clone().unwrap_or_default())
    };
    assert_eq!(of(&[Page("売上", shop(0, 20)), Page("売上 (2)", shop(0, 20))]), (20, None, "売上".to_owned()));
    assert_eq!(of(&[Page("先週", shop(0, 19)), Page("今週", shop(0, 20))]), (20, None, "今週".to_owned()));
    let three = [Page("本店", shop(0, 20)), Page("駅前店", shop(50, 20)), Page("全店合計", shop(50, 20))];
    let both = Some((vec!["本店".to_owned(), "駅前店".to_owned()], 1));
    assert_eq!(of(&three), (40, both, "本店 + 駅前店".to_owned()));
}

#[test]
fn old_and_open_workbooks_are_joined_too() {
    let read = |bytes: &[u8]| read("x", bytes, &Choices::default(), &mut |_| ()).unwrap();
    let table = read(&make::open_document_of(&["4月", "5月"]));
    assert_eq!((table.rows(), joined(table.profile()).map(|j| j.0.len())), (24, Some(2)));
    assert_eq!(table.profile().columns.iter().filter(|c| c.kind == ColumnType::Date).count(), 1);
    let table = read(&make::old_book_of(&["Old", "New"]));
    assert_eq!((names(&table), table.rows()), (vec!["Sheet", "Day", "Share"], 24));
    assert_eq!([table.original(2, 0), table.original(2, 23)], ["25%", "26%"]);
}

#[test]
fn days_on_sheets_called_by_months_become_dates() {
    let of = |name: &'static str, day: &dyn Fn(i32) -> String| {
        let from = name.bytes().map(i32::from).sum::<i32>();
        Page(
            name,
            std::iter::once("日,客数".to_owned())
                .chain((1..=28).map(|d| format!("{},{}", day(d), from + d * d % 7)))
                .collect(),
        )
    };
    let plain = |d: i32| d.to_string();
    let worded = |d: i32| format!("{d}日（月）");
    let bytes = book(&[of("11月", &worded), of("令和7年12月", &worded), of("1月", &worded)]);
    let table = open(&bytes, &[Choice::Year(2025)]);
    let dates = days(&table, "日");
    assert_eq!((names(&table), table.rows()), (vec!["日", "客数"], 84));
    assert_eq!([&dates[0], &dates[28], &dates[83]], ["2025-11-01", "2025-12-01", "2026-01-28"]);
    let note = Note::DateJoined { columns: vec!["シート".into(), "日".into()], name: "日".into() };
    let line = table.profile().notes.iter().find(|line| line.note == note).expect("the dates are told of");
    let apart = open(&bytes, &[line.undo.clone().unwrap()]);
    assert_eq!(names(&apart), ["シート", "日", "客数"]);
    // With the year in the names nothing is left to ask but the sheets.
    let table = open(&book(&[of("2025年4月", &plain), of("2025年5月", &plain)]), &[]);
    assert_eq!((days(&table, "日")[28].as_str(), table.profile().asks.len()), ("2025-05-01", 1));
}
