//! What a header's words say about its column. Content decides; the words only tip the scales.

use crate::cells::{fold, unit};

/// Hints from one header.
#[derive(Clone, Debug, Default)]
pub struct Hint {
    /// Folded, lower-case words.
    pub words: String,
    /// A code, number or name of a thing.
    pub id: bool,
    /// A date.
    pub date: bool,
    /// A whole date rather than a time of day, so that integers may be Excel serials.
    pub serial: bool,
    /// A month.
    pub month: bool,
    /// A year and nothing else.
    pub year: bool,
    /// A business year.
    pub fiscal: bool,
    /// A number to calculate with.
    pub value: bool,
    /// Remarks in free text.
    pub remark: bool,
}

impl Hint {
    /// Reads a header.
    pub fn of(raw: &str) -> Self {
        let folded = fold(raw);
        let bare = unit::split_header(&folded).0;
        let last = bare.rsplit(" / ").next().unwrap_or(bare).trim();
        let words = split_words(last);
        let tail = words.rsplit(' ').next().unwrap_or("");
        Self {
            id: is_id(&words, tail, last),
            date: is_date(&words, tail),
            serial: is_date(&words, tail) && !matches!(tail, "time" | "day" | "at") && !words.contains("時刻"),
            month: matches!(words.as_str(), "月" | "年月" | "month" | "yyyymm" | "ym" | "月度" | "対象月" | "計上月")
                || words.ends_with('月'),
            year: is_year(&words),
            fiscal: folded.contains("年度") || words.split(' ').any(|w| matches!(w, "fy" | "fiscal")),
            value: VALUES.iter().any(|w| words.contains(w)),
            remark: REMARKS.iter().any(|w| words.contains(w)),
            words,
        }
    }
}

impl Hint {
    /// The header speaks of dates, months or years.
    pub fn is_calendar(&self) -> bool {
        self.date || self.month || self.year || self.words.contains('週') || self.words.contains("年月")
    }
}

/// Which columns a table has beside one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Siblings {
    /// A column of month numbers beside a column of years.
    pub month: bool,
}

impl Siblings {
    /// Looks at all hints of a table.
    pub fn of(hints: &[Hint]) -> Self {
        let month = hints.iter().any(|h| matches!(h.words.as_str(), "月" | "month" | "mm"));
        Self { month: month && hints.iter().any(|h| h.year) }
    }
}

const VALUES: [&str; 16] = [
    "売上", "額", "金", "円", "数", "量", "利益", "原価", "単価", "費", "amount", "sales", "revenue", "profit", "cost",
    "price",
];

const REMARKS: [&str; 12] = [
    "備考",
    "メモ",
    "コメント",
    "摘要",
    "感想",
    "自由記述",
    "自由記入",
    "remark",
    "comment",
    "description",
    "memo",
    "notes",
];

/// Words of a header in lower case: `CustomerID` gives `customer id`, `unique_id` gives `unique id`.
fn split_words(header: &str) -> String {
    let mut words = String::with_capacity(header.len() + 4);
    let mut before = ' ';
    for c in header.chars() {
        let c_is_plain = c.is_alphanumeric() || !c.is_ascii();
        let boundary =
            (before.is_lowercase() && c.is_uppercase()) || (before.is_ascii() != c.is_ascii() && before != ' ');
        if (boundary || !c_is_plain) && !words.ends_with(' ') && !words.is_empty() {
            words.push(' ');
        }
        if c_is_plain && !c.is_whitespace() {
            words.extend(c.to_lowercase());
        }
        before = c;
    }
    words.trim_end().to_owned()
}

fn is_id(words: &str, tail: &str, raw: &str) -> bool {
    let japanese =
        ["コード", "番号", "郵便", "電話", "〒", "ナンバー", "品番", "型番"].iter().any(|w| words.contains(w));
    // 電話件数 counts calls.
    if ["件数", "数", "量", "回", "料", "費", "額", "率", "円"].iter().any(|end| words.ends_with(end)) {
        return false;
    }
    let ends = ["番", "ｺｰﾄﾞ"].iter().any(|w| words.ends_with(w));
    let english = matches!(
        tail,
        "id" | "ids"
            | "code"
            | "no"
            | "sku"
            | "zip"
            | "phone"
            | "tel"
            | "fax"
            | "uuid"
            | "guid"
            | "identifier"
            | "isbn"
            | "asin"
            | "ean"
            | "upc"
    );
    let several = words.contains(' ') && tail == "number" && !words.starts_with("number");
    japanese || ends || english || several || raw.contains('№')
}

fn is_date(words: &str, tail: &str) -> bool {
    let english =
        ["date", "datetime", "timestamp", "time", "day", "ds", "yyyymmdd", "ymd"].contains(&tail) || tail == "at";
    let japanese = ["日付", "年月日", "日時", "期日", "期間", "時刻"].iter().any(|w| words.contains(w));
    english || japanese || words.ends_with('日') || words == "月日"
}

fn is_year(words: &str) -> bool {
    let word = words.trim_end_matches(')');
    matches!(
        word,
        "年" | "年度" | "year" | "years" | "yyyy" | "西暦" | "会計年度" | "fy" | "fiscal year" | "調査年" | "暦年"
    ) || word.ends_with("年度")
}

/// Whether the header's words hold any of these. ASCII words must match whole words, others any part.
pub fn has_word(words: &str, lexicon: &[&str]) -> bool {
    lexicon.iter().any(|w| if w.is_ascii() { words.split(' ').any(|have| have == *w) } else { words.contains(w) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_things() {
        for header in [
            "CustomerID",
            "unique_id",
            "会員番号",
            "JANコード",
            "店番",
            "伝票No",
            "No.",
            "型番",
            "StockCode",
            "InvoiceNo",
            "時間軸（年）コード",
        ] {
            assert!(Hint::of(header).id, "{header}");
        }
        for header in ["number_project", "NumWebPurchases", "売上", "Paid", "客数", "annual", "番組"] {
            assert!(!Hint::of(header).id, "{header}");
        }
    }

    #[test]
    fn calendar_words() {
        assert!(Hint::of("登録日").date && Hint::of("InvoiceDate").date && Hint::of("created_at").date);
        assert!(Hint::of("年度").year && Hint::of("Year").year && !Hint::of("Year_Birth").year);
        assert!(Hint::of("計上月").month);
    }
}
