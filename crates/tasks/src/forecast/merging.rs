//! Whether several rows of one period make a sum or a mean: sales add up, prices and temperatures do not.

use sanpo_table::Merge;

/// Parts of Japanese names of things that do not add up.
const JAPANESE: [&str; 14] =
    ["単価", "価格", "値段", "気温", "温度", "湿度", "平均", "割合", "比率", "指数", "レート", "株価", "率", "濃度"];
/// English words for the same.
const ENGLISH: [&str; 16] = [
    "price",
    "rate",
    "ratio",
    "temperature",
    "temp",
    "humidity",
    "average",
    "avg",
    "mean",
    "percent",
    "percentage",
    "index",
    "median",
    "share",
    "concentration",
    "pct",
];
/// Units of such things.
const UNITS: [&str; 10] = ["%", "％", "‰", "℃", "°C", "°F", "度", "hPa", "ppm", "倍"];

/// The rule for a column of that name and unit.
pub fn merge(name: &str, unit: Option<&str>) -> Merge {
    let per_piece =
        |unit: &str| unit.contains('/') && ["円", "¥", "$", "€", "千円"].iter().any(|m| unit.starts_with(m));
    if unit.is_some_and(|u| UNITS.contains(&u.trim()) || per_piece(u.trim())) {
        return Merge::Mean;
    }
    if names_a_mean(name) { Merge::Mean } else { Merge::Sum }
}

/// Whether a name is that of a thing of which several values make a mean.
pub fn names_a_mean(name: &str) -> bool {
    let words = words(name);
    JAPANESE.iter().any(|part| name.contains(part)) || ENGLISH.iter().any(|w| words.iter().any(|o| o == w))
}

/// The English words of a name in small letters: `unitPrice`, `unit_price` and `Unit price` have the same two.
pub fn words(name: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut small_before = false;
    for c in name.chars() {
        if !c.is_ascii_alphabetic() || (c.is_ascii_uppercase() && small_before) {
            out.push(String::new());
        }
        if c.is_ascii_alphabetic()
            && let Some(word) = out.last_mut()
        {
            word.push(c.to_ascii_lowercase());
        }
        small_before = c.is_ascii_lowercase();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_and_temperatures_are_averaged_and_sales_added_up() {
        for (name, unit) in [
            ("単価", None),
            ("最高気温", Some("℃")),
            ("unit_price", None),
            ("UnitPrice", Some("円")),
            ("来店", Some("%")),
            ("かかった額", Some("円/個")),
        ] {
            assert_eq!(merge(name, unit), Merge::Mean, "{name}");
        }
        for (name, unit) in [("売上", Some("円")), ("generated", None), ("個数", Some("個")), ("値", None), ("y", None)]
        {
            assert_eq!(merge(name, unit), Merge::Sum, "{name}");
        }
    }
}
