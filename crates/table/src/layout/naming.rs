//! Names of the columns that a table gets when it is made long.

use sanpo_api::Grain;

use crate::extent::{Extent, Heading};
use crate::profile::is_measure;

use super::Wide;
use super::wide::is_place;

/// Longest name that is taken from a title.
const LONGEST: usize = 20;

/// The name of the new column with dates or series, in the language of the headings.
pub fn of_labels(wide: &Wide, headings: &[Heading]) -> &'static str {
    let (ja, en) = match wide.grain {
        Some(Grain::Year) => ("年", "Year"),
        Some(Grain::FiscalYear) => ("年度", "Fiscal year"),
        Some(Grain::Month | Grain::Quarter) => ("年月", "Month"),
        Some(_) => ("日付", "Date"),
        None if wide.labels.iter().all(|l| l.ends_with(['都', '道', '府', '県'])) => ("都道府県", "Prefecture"),
        None if wide.labels.iter().all(|l| is_place(l) && l.ends_with('店')) => ("店舗", "Shop"),
        None => ("系列", "Series"),
    };
    if is_english(headings) { en } else { ja }
}

/// The name of the column with the values: what the title above the table, its corner, its sheet or its file say is measured.
pub fn of_values(extent: &Extent, kept: &[usize]) -> String {
    let headings = &extent.headings;
    let corner = kept.first().map(|first| headings[*first].raw.as_str());
    let taken = |name: &String| kept.iter().any(|c| headings[*c].raw == *name);
    let text = String::as_str;
    let said = extent.titles.iter().map(text).chain(corner).chain(extent.names.iter().map(text));
    let name = said.filter_map(measured).find(|name| !taken(name));
    name.unwrap_or_else(|| if is_english(headings) { "Value".to_owned() } else { "値".to_owned() })
}

/// The name of the new column with the names of the sheets.
pub fn of_sheets(headings: &[Heading]) -> &'static str {
    if is_english(headings) { "Sheet" } else { "シート" }
}

fn is_english(headings: &[Heading]) -> bool {
    headings.iter().all(|heading| heading.raw.is_ascii())
}

/// The part of a title that names a measure: 販売数 of 「2023年度 月別販売数の推移」.
fn measured(title: &str) -> Option<String> {
    let apart = |c: char| c.is_whitespace() || "_-－の（）()【】［］[]「」：:／/＼\\・,、".contains(c);
    title.split(apart).map(bare).find(|part| part.chars().count() <= LONGEST && is_measure(part)).map(str::to_owned)
}

/// A part of a title without the time it is about, and without the kind of list that it heads.
fn bare(part: &str) -> &str {
    let mut rest = part;
    for end in ["推移", "一覧表", "一覧", "集計表", "集計", "表"] {
        rest = rest.strip_suffix(end).unwrap_or(rest);
    }
    let timed = rest.rfind(['年', '度', '月', '別', '次']).map(|at| &rest[at..]);
    let after = timed
        .map(|tail| tail.trim_start_matches(['年', '度', '月', '別', '次']))
        .filter(|tail| !tail.starts_with('間'));
    after.unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_what_is_measured() {
        for (title, name) in [
            ("2023年度 販売数", Some("販売数")),
            ("2023年度 月別販売数の推移", Some("販売数")),
            ("情報サービス業 年間売上高の推移（単位：百万円）", Some("年間売上高")),
            ("店舗別売上一覧表", Some("売上")),
            ("店舗別月次売上", Some("売上")),
            ("Monthly sales 2024", Some("sales")),
            ("2024年度_出荷実績_全店", Some("出荷実績")),
            ("出典：特定サービス産業実態調査", None),
            ("商品", None),
        ] {
            assert_eq!(measured(title).as_deref(), name, "{title}");
        }
    }
}
