//! Whether values are amounts of money: they are forecast, but nobody puts them on a shelf.

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

/// Whether the column to forecast holds money.
pub fn is_money(run: &ForecastRun) -> bool {
    money(&run.value, run.unit.as_deref())
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
    use super::money;

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
