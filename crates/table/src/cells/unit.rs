//! Units: which words are units, and taking them off a header.

use super::fold;

/// Words that are units behind a number or in brackets in a header. Compared after folding.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "円", "千円", "百万円", "万円", "億円", "兆円", "ドル", "千ドル", "百万ドル", "ユーロ", "元", "ウォン", "$", "€", "£", "¥", "JPY", "USD", "EUR",
    "GBP", "CNY", "yen", "人", "名", "千人", "万人", "個", "本", "枚", "台", "件", "回", "箱", "袋", "缶", "冊", "杯", "食",
    "席", "室", "泊", "組", "社", "店", "店舗", "戸", "世帯", "点", "ポイント", "部", "着", "足", "束", "匹", "頭", "羽", "棟", "軒",
    "セット", "ケース", "パック", "ロット", "式", "玉", "膳", "口", "票", "便", "坪", "畳", "升", "合", "斤", "%", "‰", "pt", "pp",
    "ppm", "ppb", "bp", "℃", "°C", "degC", "℉", "°F", "degF", "K", "度", "mm", "cm", "m", "km", "μm", "um",
    "nm", "inch", "in", "ft", "g", "mg", "kg", "t", "トン", "千トン", "L", "l", "ml", "mL", "kl", "kL", "dl",
    "リットル", "m2", "m3", "㎡", "km2", "ha", "cm2", "cm3", "kWh", "Wh", "MWh", "GWh", "kW", "MW", "W", "V", "mV",
    "kV", "A", "mA", "Ah", "VA", "kVA", "Hz", "kHz", "MHz", "GHz", "Pa", "hPa", "kPa", "MPa", "bar", "mbar",
    "N", "kN", "Nm", "J", "kJ", "MJ", "cal", "kcal", "m/s", "km/h", "rpm", "mol", "pH", "dB", "lx", "lm",
    "cd", "Ω", "時間", "分", "秒", "ミリ秒", "日", "日間", "週", "週間", "か月", "ヶ月", "カ月", "ヵ月", "年", "年間", "歳", "才", "s",
    "sec", "ms", "min", "h", "hr", "hrs", "hours", "days", "years", "B", "KB", "MB", "GB", "TB", "kB", "kbps",
    "Mbps", "pcs", "units", "人日", "人月", "m3/h", "L/min", "W/m2", "MJ/m2", "mm/h", "deg",
    "mm/s", "cm/s", "m/s2", "m/s²", "m/min", "m3/min", "m³/h", "L/h", "L/s", "kg/h", "t/h", "kg/m3", "g/L", "mg/L", "個/分",
    "個/時",
];

/// Amounts of money in English words, in small letters, with the unit that they are.
const ENGLISH: [(&str, &str); 10] = [
    ("thousand yen", "千円"),
    ("thousands of yen", "千円"),
    ("yen thousand", "千円"),
    ("million yen", "百万円"),
    ("millions of yen", "百万円"),
    ("yen million", "百万円"),
    ("thousand dollars", "千ドル"),
    ("thousands of dollars", "千ドル"),
    ("million dollars", "百万ドル"),
    ("millions of dollars", "百万ドル"),
];

/// Units that are taken off a cell; spans of calendar time are left alone there because `3年` may name a
/// class or a date, and single letters because `12A` is a seat.
const HEADER_ONLY: [&str; 14] = ["年", "日", "週", "組", "度", "式", "口", "A", "B", "K", "N", "J", "V", "W"];

/// The unit behind a number in a cell, if the word is one.
pub fn of_cell(word: &str) -> Option<&'static str> {
    of_header(word).filter(|unit| !HEADER_ONLY.contains(unit))
}

/// The unit that a word in a header names.
pub fn of_header(word: &str) -> Option<&'static str> {
    let folded = fold(word.trim());
    let word = folded.trim().trim_start_matches("単位:").trim();
    let known = UNITS.iter().find(|unit| **unit == word).copied();
    known.or_else(|| of_english(word))
}

/// The unit that English words for an amount of money name: `million yen`, `in thousands of dollars`, `Unit: million yen`.
pub fn of_english(words: &str) -> Option<&'static str> {
    let small = words.trim().to_lowercase();
    let words =
        small.trim_start_matches("units").trim_start_matches("unit").trim_start_matches([':', '：']).trim_start();
    let words = words.strip_prefix("in ").unwrap_or(words);
    ENGLISH.iter().find(|(english, _)| *english == words).map(|(_, unit)| *unit)
}

/// Units of one kind with their sizes.
const SIZES: [&[(&str, f64)]; 7] = [
    &[("mg", 1e-3), ("g", 1.0), ("kg", 1e3), ("t", 1e6), ("トン", 1e6), ("千トン", 1e9)],
    &[("mm", 1e-3), ("cm", 1e-2), ("m", 1.0), ("km", 1e3)],
    &[("ml", 1e-3), ("mL", 1e-3), ("dl", 1e-1), ("L", 1.0), ("l", 1.0), ("リットル", 1.0), ("kl", 1e3), ("kL", 1e3)],
    &[("円", 1.0), ("千円", 1e3), ("万円", 1e4), ("百万円", 1e6), ("億円", 1e8)],
    &[("ドル", 1.0), ("千ドル", 1e3), ("百万ドル", 1e6)],
    &[("秒", 1.0), ("分", 60.0), ("時間", 3600.0)],
    &[("Wh", 1.0), ("kWh", 1e3), ("MWh", 1e6), ("GWh", 1e9)],
];

/// By what a number in the first unit is multiplied to be in the second; `None` if they measure different things.
pub fn factor(from: &str, into: &str) -> Option<f64> {
    if from == into {
        return Some(1.0);
    }
    let size = |unit: &str, kind: &[(&str, f64)]| kind.iter().find(|(name, _)| *name == unit).map(|(_, size)| *size);
    SIZES.iter().find_map(|kind| Some(size(from, kind)? / size(into, kind)?))
}

/// Takes a unit in brackets, or behind a slash, off the end of a header: `売上（千円）` gives `売上` and `千円`.
pub fn split_header(name: &str) -> (&str, Option<&'static str>) {
    let none = (name, None);
    let Some(last) = name.chars().last() else { return none };
    let open = match last {
        ')' | '）' => name.rfind(['(', '（']),
        ']' | '］' => name.rfind(['[', '［']),
        '】' => name.rfind('【'),
        '〕' => name.rfind('〔'),
        '>' | '＞' => name.rfind(['<', '＜']),
        _ => return split_slash(name),
    };
    let Some(open) = open.filter(|at| *at > 0) else { return none };
    let mut inner = name[open..].chars();
    inner.next();
    inner.next_back();
    match of_header(inner.as_str()) {
        Some(unit) => (name[..open].trim_end(), Some(unit)),
        None => none,
    }
}

fn split_slash(name: &str) -> (&str, Option<&'static str>) {
    let Some((before, after)) = name.rsplit_once(['/', '／']) else { return (name, None) };
    match of_header(after) {
        Some(unit) if !before.trim().is_empty() => (before.trim_end(), Some(unit)),
        _ => (name, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_lose_their_units() {
        assert_eq!(split_header("売上（千円）"), ("売上", Some("千円")));
        assert_eq!(split_header("平均気温 (℃)"), ("平均気温", Some("℃")));
        assert_eq!(split_header("Temp[degC]"), ("Temp", Some("degC")));
        assert_eq!(split_header("達成率／％"), ("達成率", Some("%")));
        assert_eq!(split_header("Umsatz (€)"), ("Umsatz", Some("€")));
        assert_eq!(split_header("売上(税込)"), ("売上(税込)", None));
        assert_eq!(split_header("Sales (in million yen)"), ("Sales", Some("百万円")));
        assert_eq!(split_header("Sales (Unit: thousands of yen)"), ("Sales", Some("千円")));
        assert_eq!(split_header("Sales (in the north)"), ("Sales (in the north)", None));
        assert_eq!(split_header("(円)"), ("(円)", None));
        assert_eq!(split_header(""), ("", None));
    }
}
