//! What a column holds and what it is for.

use sanpo_api::{ColumnType, Lang, Role};

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
        Role::Derived => pick(lang, "ほかの項目から決まる", "Follows from another column"),
        Role::UnitPrice => pick(lang, "1つの値段", "Price of one"),
        Role::Quantity => pick(lang, "買った数", "How many"),
    }
}

/// Why a column seems to be for that.
pub fn role_reason(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Time => pick(lang, "日付が入っているので", "because it holds dates"),
        Role::Value => pick(lang, "日付ごとに変わる数なので", "a number that changes with the dates"),
        Role::Series => pick(lang, "同じ日付を種類ごとに分けるので", "it tells rows of one date apart"),
        Role::Customer => pick(lang, "お客さまを表す項目名なので", "its heading speaks of customers"),
        Role::Amount => pick(lang, "お客さまごとの金額のようなので", "looks like money by customer"),
        Role::Label => pick(lang, "答えが数種類に決まっているので", "it has a few fixed answers"),
        Role::Identifier => pick(lang, "行ごとに違う番号なので", "it differs in every row"),
        Role::Derived => pick(lang, "ほかの項目から計算できるので", "it can be worked out from others"),
        Role::UnitPrice => pick(lang, "単価を表す項目名なので", "its heading speaks of a price"),
        Role::Quantity => pick(lang, "数量を表す項目名なので", "its heading speaks of a quantity"),
    }
}
