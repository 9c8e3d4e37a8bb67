//! Units of the user's columns in the reader's language: 個 is said as pieces in English.

use sanpo_api::Lang;

/// Counters and units of Japanese tables with their English words: for one, for several.
const ENGLISH: [(&str, &str, &str); 44] = [
    ("個", "piece", "pieces"),
    ("コ", "piece", "pieces"),
    ("ケ", "piece", "pieces"),
    ("点", "item", "items"),
    ("品", "item", "items"),
    ("本", "piece", "pieces"),
    ("枚", "piece", "pieces"),
    ("台", "unit", "units"),
    ("冊", "copy", "copies"),
    ("部", "copy", "copies"),
    ("箱", "box", "boxes"),
    ("袋", "bag", "bags"),
    ("缶", "can", "cans"),
    ("杯", "cup", "cups"),
    ("食", "meal", "meals"),
    ("匹", "animal", "animals"),
    ("頭", "animal", "animals"),
    ("人", "person", "people"),
    ("名", "person", "people"),
    ("組", "group", "groups"),
    ("席", "seat", "seats"),
    ("室", "room", "rooms"),
    ("件", "case", "cases"),
    ("回", "time", "times"),
    ("社", "company", "companies"),
    ("店", "shop", "shops"),
    ("戸", "home", "homes"),
    ("世帯", "household", "households"),
    ("歳", "year old", "years old"),
    ("年", "year", "years"),
    ("か月", "month", "months"),
    ("ヶ月", "month", "months"),
    ("日", "day", "days"),
    ("時間", "hour", "hours"),
    ("分", "minute", "minutes"),
    ("秒", "second", "seconds"),
    ("円", "yen", "yen"),
    ("¥", "yen", "yen"),
    ("￥", "yen", "yen"),
    ("千円", "thousand yen", "thousand yen"),
    ("百万円", "million yen", "million yen"),
    ("千ドル", "thousand dollars", "thousand dollars"),
    ("百万ドル", "million dollars", "million dollars"),
    ("度", "°", "°"),
];

/// A unit as it is said behind a number; `one` if that is 1.
pub(crate) fn spoken(lang: Lang, unit: &str, one: bool) -> &str {
    match (lang, unit) {
        (Lang::Ja, "¥" | "￥" | "JPY") => "円",
        (Lang::Ja, "$" | "＄") => "ドル",
        (Lang::Ja, "£") => "ポンド",
        (Lang::Ja, "€") => "ユーロ",
        (Lang::Ja, _) => unit,
        (Lang::En, "万円") => "× 10,000 yen",
        (Lang::En, "億円") => "× 100 million yen",
        (Lang::En, _) => ENGLISH.iter().find(|u| u.0 == unit).map_or(unit, |u| if one { u.1 } else { u.2 }),
    }
}

/// A unit by itself: 個, pieces.
pub fn unit(lang: Lang, unit: &str) -> &str {
    spoken(lang, unit, false)
}
