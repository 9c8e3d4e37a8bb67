//! Whether values may be added up: sales may, prices and temperatures may not.

use sanpo_table::Merge;

use super::super::merging::{names_a_mean, words};
use super::super::run::ForecastRun;

/// Units of values that only a mean makes sense of; a unit "so much per so much" is another sign.
const UNITS: [&str; 14] = ["%", "％", "℃", "°c", "度", "℉", "°f", "hpa", "点", "歳", "倍", "db", "ph", "rpm"];
/// Parts of Japanese names of such values, besides those that are averaged within a period already.
const JAPANESE: [&str; 12] =
    ["水温", "気圧", "比", "速度", "時速", "風速", "密度", "偏差", "評価", "残高", "在庫", "年齢"];
/// Words in English names of such values, besides the same.
const ENGLISH: [&str; 10] =
    ["speed", "pressure", "score", "rating", "balance", "stock", "inventory", "density", "age", "level"];
/// What makes a sum of anything.
const SUMS: [&str; 5] = ["合計", "総", "total", "sum", "累計"];

/// Whether a sum over periods and series says something.
pub fn adds_up(run: &ForecastRun) -> bool {
    run.merge == Merge::Sum && sums(&run.value, run.unit.as_deref())
}

fn sums(name: &str, unit: Option<&str>) -> bool {
    let unit = unit.unwrap_or_default().trim().to_lowercase();
    if UNITS.contains(&unit.as_str()) || unit.contains(['/', '／']) {
        return false;
    }
    let words = words(name);
    let has = |list: &[&str]| list.iter().any(|w| words.iter().any(|x| x == w));
    if SUMS.iter().any(|part| name.contains(part)) || has(&SUMS) {
        return true;
    }
    !names_a_mean(name) && !JAPANESE.iter().any(|part| name.contains(part)) && !has(&ENGLISH)
}

#[cfg(test)]
mod tests {
    use super::sums;

    #[test]
    fn prices_and_temperatures_are_not_added_up() {
        for (name, unit) in [
            ("単価", Some("円")),
            ("最高気温", None),
            ("y", Some("％")),
            ("unitPrice", None),
            ("Wind speed", Some("m/s")),
        ] {
            assert!(!sums(name, unit), "{name}");
        }
        for (name, unit) in [
            ("売上", Some("円")),
            ("数量", Some("個")),
            ("total_price", None),
            ("storage", None),
            ("合計金額", Some("円")),
        ] {
            assert!(sums(name, unit), "{name}");
        }
    }
}
