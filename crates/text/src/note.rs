//! The reading memo.

use sanpo_api::{Lang, NotDataWhy, Note};

use crate::count::{count, rows};
use crate::repair::{fact, repair};
use crate::say::{names, pick, quoted};

/// One line of the reading memo.
pub fn note(lang: Lang, note: &Note) -> String {
    match note {
        Note::Decoded { encoding } => say!(lang, "文字コードは{encoding}でした。", "The text was read as {encoding}."),
        Note::BadCharacters { count: n } => {
            let n = count(lang, *n);
            say!(lang, "読めない文字が{n}個ありました。", "Characters that could not be read: {n}.")
        }
        Note::RowsSetAside { why, count: n, rows: list } => {
            let (why, rows, places) = (not_data(lang, *why), rows(lang, *n), places(lang, list, *n));
            say!(lang, "{why}を{rows}外しました{places}。", "{rows} set aside: {why}{places}.")
        }
        Note::EmptyColumnsDropped { count: n } => {
            let n = count(lang, *n);
            say!(lang, "空の項目を{n}個外しました。", "Empty columns dropped: {n}.")
        }
        Note::NoHeader => {
            pick(lang, "項目名がないので、仮の名前をつけました。", "There were no headings; names were given.")
                .to_owned()
        }
        Note::ColumnsNamed { names: list } => {
            let list = names(lang, list, 5);
            say!(
                lang,
                "項目名が空か重なっていたので、名前をつけました：{list}",
                "Headings were empty or repeated; names were given: {list}."
            )
        }
        Note::BadCells { column, count: n, examples } => {
            let (column, n, examples) = (quoted(lang, column), count(lang, *n), cells(lang, examples));
            say!(
                lang,
                "{column}に、読めない値が{n}個ありました{examples}。空らんとして扱います。",
                "{column} has unreadable values: {n}{examples}. They count as empty."
            )
        }
        Note::UnitRemoved { column, unit } => {
            let (column, unit) = (quoted(lang, column), quoted(lang, unit));
            say!(
                lang,
                "{column}の単位{unit}を外して、数として読みました。",
                "The unit {unit} was taken off {column}, which was read as numbers."
            )
        }
        Note::EraDates { column } => {
            let column = quoted(lang, column);
            say!(
                lang,
                "{column}の和暦を、西暦に直しました。",
                "Japanese era years in {column} were turned into common years."
            )
        }
        Note::RaggedRows { count: n, rows: list } => {
            let (rows, places) = (rows(lang, *n), places(lang, list, *n));
            say!(
                lang,
                "項目の数が合わない行が{rows}ありました{places}。",
                "The number of fields differs in {rows}{places}."
            )
        }
        Note::ClosedDays { column, count: n } => {
            let (column, n) = (quoted(lang, column), count(lang, *n));
            say!(
                lang,
                "{column}に、休みの日が{n}日ありました。0とも空らんとも数えません。",
                "Days marked as closed in {column}: {n}. They are neither zero nor empty."
            )
        }
        Note::RepeatedDates { .. }
        | Note::NewestFirst { .. }
        | Note::WeeklyGaps { .. }
        | Note::Derived { .. }
        | Note::LeakSuspect { .. } => fact(lang, note),
        Note::Garbled { .. }
        | Note::SheetRead { .. }
        | Note::SheetsJoined { .. }
        | Note::FarCells { .. }
        | Note::UnitsConverted { .. }
        | Note::SerialDates { .. }
        | Note::RoundedCodes { .. }
        | Note::ThousandsJoined { .. }
        | Note::FilledDown { .. }
        | Note::DateJoined { .. }
        | Note::MadeLong { .. }
        | Note::SumsLeftOut { .. }
        | Note::Transposed
        | Note::WeekdaysWrong { .. }
        | Note::GluedEncodings
        | Note::StrayQuotes { .. }
        | Note::SpellingsMerged { .. } => repair(lang, note),
    }
}

/// What a record set aside is.
pub fn not_data(lang: Lang, why: NotDataWhy) -> &'static str {
    match why {
        NotDataWhy::Title => pick(lang, "表の題名", "title"),
        NotDataWhy::Blank => pick(lang, "空の行", "blank"),
        NotDataWhy::Total => pick(lang, "合計や平均の行", "total or average"),
        NotDataWhy::Comment => pick(lang, "説明の行", "comment"),
        NotDataWhy::Note => pick(lang, "注意書き", "remark"),
        NotDataWhy::SepDirective => pick(lang, "区切り文字の指定", "separator line"),
        NotDataWhy::OtherTable => pick(lang, "ほかの表の行", "another table"),
        NotDataWhy::RepeatedHeader => pick(lang, "くり返しの項目名", "headings again"),
    }
}

/// （3行目、8行目）, with a word when there are more than are listed.
pub(crate) fn places(lang: Lang, rows: &[String], total: usize) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let shown = &rows[..rows.len().min(5)];
    let more = if total > shown.len() { pick(lang, "など", " and more") } else { "" };
    match lang {
        Lang::Ja => format!("（{}行目{more}）", shown.join("、")),
        Lang::En => format!(" (row {}{more})", shown.join(", ")),
    }
}

/// （8行目「2024/2/30」）.
fn cells(lang: Lang, examples: &[(String, String)]) -> String {
    if examples.is_empty() {
        return String::new();
    }
    let list: Vec<String> = examples
        .iter()
        .take(3)
        .map(|(row, text)| {
            let text = quoted(lang, text);
            say!(lang, "{row}行目{text}", "row {row} {text}")
        })
        .collect();
    match lang {
        Lang::Ja => format!("（{}）", list.join("、")),
        Lang::En => format!(" ({})", list.join(", ")),
    }
}
