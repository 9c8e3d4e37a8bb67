//! Words in headings that tell what a column is for.

/// What a person is called: it names a row and says nothing about it.
pub const PERSON: &[&str] =
    &["氏名", "名前", "姓名", "フリガナ", "ふりがな", "カナ", "surname", "firstname", "lastname", "fullname"];

/// Who bought.
pub const CUSTOMER: &[&str] = &[
    "顧客",
    "会員",
    "得意先",
    "取引先",
    "お客様",
    "購入者",
    "利用者",
    "ユーザ",
    "customer",
    "client",
    "member",
    "user",
    "buyer",
    "cust",
    "account",
];
/// Money in all.
pub const AMOUNT: &[&str] = &[
    "金額",
    "売上",
    "購入額",
    "支払額",
    "請求額",
    "総額",
    "代金",
    "amount",
    "sales",
    "revenue",
    "total",
    "spend",
    "spent",
    "monetary",
    "payment",
];
/// The price of a piece.
pub const UNIT_PRICE: &[&str] = &["単価", "価格", "定価", "price", "unitprice", "cost"];
/// How many pieces.
pub const QUANTITY: &[&str] = &["数量", "個数", "点数", "枚数", "本数", "quantity", "qty", "units", "pieces", "pcs"];
/// What may be forecast.
pub const VALUE: &[&str] = &[
    "売上", "販売", "数量", "客数", "来客", "来店", "出荷", "受注", "需要", "個数", "件数", "値", "実績", "点数",
    "value", "y", "count", "cnt", "qty", "quantity", "sales", "demand", "orders", "visitors", "units", "volume",
];
/// Counts of things that are sold, lent or visited: whoever keeps them with dates wants to know the next ones.
pub const DEMAND: &[&str] = &[
    "売上",
    "販売",
    "数量",
    "客数",
    "来客",
    "来店",
    "出荷",
    "受注",
    "需要",
    "個数",
    "件数",
    "利用数",
    "台数",
    "count",
    "cnt",
    "qty",
    "quantity",
    "sales",
    "demand",
    "orders",
    "visitors",
    "rentals",
    "trips",
    "rides",
];
/// What tells series apart.
pub const SERIES: &[&str] = &[
    "商品",
    "品名",
    "品目",
    "店舗",
    "店",
    "部門",
    "地域",
    "支店",
    "カテゴリ",
    "製品",
    "銘柄",
    "都道府県",
    "unique",
    "product",
    "item",
    "store",
    "shop",
    "sku",
    "series",
    "category",
    "region",
    "dept",
    "stock",
];
/// Classes that one may want to predict.
pub const LABEL: &[&str] = &[
    "解約",
    "退会",
    "離反",
    "購入有無",
    "成約",
    "判定",
    "結果",
    "合否",
    "区分",
    "評価",
    "label",
    "target",
    "class",
    "churn",
    "outcome",
    "response",
    "left",
    "default",
    "grade",
    "y",
    "survived",
    "purchase",
    "status",
];
