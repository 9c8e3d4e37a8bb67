//! What a column holds and what it is for.

use sanpo_api::{Ask, ColumnType, Lang, Role};

use crate::say::pick;

/// What a column holds.
pub fn column_type(lang: Lang, kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Date => pick(lang, "日付", "Date"),
        ColumnType::Number => pick(lang, "数", "Number"),
        ColumnType::Category => pick(lang, "区分", "Category"),
        ColumnType::Text => pick(lang, "文章", "Text"),
        ColumnType::Id => pick(lang, "番号・コード", "Number or code"),
        ColumnType::Empty => pick(lang, "空", "Empty"),
    }
}

/// What a column seems to be for.
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Time => pick(lang, "いつ", "When"),
        Role::Value => pick(lang, "予測できそうな数", "Number to forecast"),
        Role::Series => pick(lang, "商品や店", "Product or shop"),
        Role::Customer => pick(lang, "お客さま", "Customer"),
        Role::Amount => pick(lang, "金額", "Amount"),
        Role::Label => pick(lang, "予測できそうな区分", "Class to predict"),
        Role::Identifier => pick(lang, "行の番号", "Names the row"),
    }
}

/// An open question; the guess is already in force.
pub fn ask(lang: Lang, ask: Ask) -> String {
    match ask {
        Ask::Year => pick(
            lang,
            "日付に年がありません。今の読み方でよいか、表で確かめてください。",
            "The dates have no year. Check in the table that they were read right.",
        ),
        Ask::NoDateColumn => pick(
            lang,
            "日付の項目が見つかりません。先の予測には、日付が必要です。",
            "No column holds dates. A forecast needs one.",
        ),
        Ask::ColumnNames => pick(
            lang,
            "項目名がなかったので、仮の名前です。1行目に項目名を入れると、見やすくなります。",
            "There were no headings, so the names are made up. Headings in row 1 make the result easier to read.",
        ),
        Ask::DayMonthOrder => pick(
            lang,
            "日付の「月」と「日」が逆かもしれません。表で確かめてください。",
            "Month and day may be swapped. Check the dates in the table.",
        ),
    }
    .to_owned()
}
