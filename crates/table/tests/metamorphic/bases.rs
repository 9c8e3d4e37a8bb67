//! Clean tables, as cells: what each transformation starts from.

/// A table before it is written down.
#[derive(Clone)]
pub struct Base {
    /// Its name in messages.
    pub name: &'static str,
    /// Names of the columns.
    pub header: Vec<String>,
    /// Cells, row by row.
    pub rows: Vec<Vec<String>>,
    /// The first column of a total row says so; these columns are added up in it.
    pub added: Vec<usize>,
}

/// Rows of each table: enough for every rule that counts.
const ROWS: usize = 30;

/// All tables.
pub fn all() -> Vec<Base> {
    vec![shop(), dressed(), slips(), months(), english()]
}

fn base(name: &'static str, header: &str, added: &[usize], row: impl Fn(usize) -> Vec<String>) -> Base {
    Base {
        name,
        header: header.split('|').map(str::to_owned).collect(),
        rows: (0..ROWS).map(row).collect(),
        added: added.to_vec(),
    }
}

/// Digits that look random and are the same everywhere.
fn digits(i: usize, below: usize) -> usize {
    (i * 7_919 + i * i * 104_729 + 13) % below
}

fn one_of(words: &[&str], i: usize) -> String {
    words[digits(i, words.len())].to_owned()
}

fn shop() -> Base {
    base("shop", "日付|店舗|商品コード|売上|気温", &[3], |i| {
        vec![
            format!("2024/4/{}", i + 1),
            one_of(&["渋谷ガーデン店", "横浜ポルト店", "札幌店"], i),
            format!("{:05}", digits(i, 900) + 7),
            (digits(i, 90_000) + 1_000).to_string(),
            format!("{}.{}", digits(i, 30) as i64 - 9, digits(i, 9) + 1),
        ]
    })
}

/// Values in the dress that offices give them.
fn dressed() -> Base {
    base("dressed", "計上日|得意先|金額|構成比|摘要", &[2], |i| {
        let amount = digits(i, 90_000) + 1_000;
        vec![
            format!("令和6年5月{}日", i + 1),
            one_of(&["ペンギン商事", "(有)山田,鈴木", "バナナ工房"], i),
            format!("{},{:03}円", amount / 1_000, amount % 1_000),
            format!("{}.{}%", digits(i, 100), digits(i + 1, 10)),
            one_of(&["通常", "「至急」", "-", "分割"], i + 3),
        ]
    })
}

/// Times, members, gaps.
fn slips() -> Base {
    base("slips", "受付日時|会員番号|区分|数量|単価", &[3], |i| {
        let missing = i % 11 == 5;
        vec![
            format!("2024-06-{:02} {:02}:{:02}", i + 1, 9 + digits(i, 9), digits(i, 60)),
            format!("M-{:04}", digits(i, 7_000) + 1),
            one_of(&["新規", "既存", "紹介"], i),
            if missing { String::new() } else { (digits(i, 12) + 1).to_string() },
            format!("{}.{}", 100 + digits(i, 300), ["25", "5", "75"][i % 3]),
        ]
    })
}

/// Months and minus signs of accountants.
fn months() -> Base {
    base("months", "年月|部門|損益", &[2], |i| {
        let amount = digits(i, 9_000) + 1_000;
        vec![
            format!("{}年{}月", 2021 + i / 12, i % 12 + 1),
            one_of(&["ホテル", "レストラン"], i),
            format!("{}{},{:03}", if i % 4 == 1 { "△" } else { "" }, amount / 1_000, amount % 1_000),
        ]
    })
}

/// Nothing but ASCII.
fn english() -> Base {
    base("english", "date|store|order_id|units|price", &[3, 4], |i| {
        vec![
            format!("2024-07-{:02}", i + 1),
            one_of(&["north", "south, upper", "say \"east\""], i),
            format!("A{:05}", digits(i, 90_000)),
            digits(i, 500).to_string(),
            format!("{}.{:02}", digits(i, 40), digits(i + 5, 90) + 10),
        ]
    })
}
