//! Whether values are amounts of money or of energy: they are forecast, but nobody puts them on a shelf.

use super::super::merging::words;
use super::super::run::ForecastRun;

/// What units of money are or hold.
const UNITS: [&str; 14] =
    ["円", "¥", "￥", "$", "＄", "€", "£", "ドル", "ユーロ", "ポンド", "ウォン", "人民元", "yen", "dollar"];
/// Units of things whose names end like money's: bundles, candles, saddles.
const PACKS: [&str; 4] = ["バンドル", "キャンドル", "サドル", "ハンドル"];
/// Codes of currencies.
const CODES: [&str; 8] = ["jpy", "usd", "eur", "gbp", "cny", "krw", "twd", "aud"];
/// Parts of Japanese names of money in columns without a unit.
const JAPANESE: [&str; 8] = ["金額", "売上高", "売上額", "代金", "収入", "収益", "費用", "経費"];
/// Words in English names of the same.
const ENGLISH: [&str; 7] = ["revenue", "turnover", "income", "cost", "costs", "expense", "expenses"];

/// Units of energy and power, and parts of names of the same in columns without a unit: nobody puts them on a shelf either.
/// People are ordered for: so many meals, so many seats.
const ENERGY: [&str; 7] = ["wh", "kwh", "mwh", "gwh", "kw", "mj", "gj"];
const ENERGY_NAMES: [&str; 4] = ["使用電力", "電気使用", "電力量", "electricity"];

/// Whether what the column counts can be ordered: neither money nor energy.
pub fn is_goods(run: &ForecastRun) -> bool {
    goods(&run.value, run.unit.as_deref())
}

fn goods(name: &str, unit: Option<&str>) -> bool {
    if money(name, unit) {
        return false;
    }
    match unit.map(str::trim).filter(|unit| !unit.is_empty()) {
        Some(unit) => !ENERGY.contains(&unit.to_lowercase().as_str()),
        None => !ENERGY_NAMES.iter().any(|part| name.to_lowercase().contains(part)),
    }
}

fn money(name: &str, unit: Option<&str>) -> bool {
    if let Some(unit) = unit.map(str::trim).filter(|unit| !unit.is_empty()) {
        let unit = unit.to_lowercase();
        let packs = PACKS.iter().any(|pack| unit.contains(pack));
        return (!packs && UNITS.iter().any(|part| unit.contains(part)))
            || words(&unit).iter().any(|w| CODES.contains(&w.as_str()));
    }
    JAPANESE.iter().any(|part| name.contains(part)) || words(name).iter().any(|w| ENGLISH.contains(&w.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{goods, money};

    #[test]
    fn energy_is_not_ordered() {
        for (name, unit) in
            [("使用量", Some("kWh")), ("使用電力量", None), ("Electricity use", None), ("売上", Some("円"))]
        {
            assert!(!goods(name, unit), "{name}");
        }
        for (name, unit) in [
            ("販売数", Some("個")),
            ("来店", Some("人")),
            ("使用量", Some("kg")),
            ("Units sold", None),
            ("販売数", None),
        ] {
            assert!(goods(name, unit), "{name}");
        }
    }

    #[test]
    fn money_is_known_by_its_unit_and_without_one_by_its_name() {
        for (name, unit) in [
            ("売上", Some("円")),
            ("東北", Some("百万円")),
            ("sales", Some("$")),
            ("y", Some("JPY")),
            ("合計金額", None),
            ("total_revenue", None),
        ] {
            assert!(money(name, unit), "{name}");
        }
        for (name, unit) in
            [("売上金額", Some("個")), ("売上", None), ("販売数", Some("本")), ("y", None), ("sales", None)]
        {
            assert!(!money(name, unit), "{name}");
        }
    }
}
