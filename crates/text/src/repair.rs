//! Lines of the reading memo on repairs, and on what was seen and left.

use sanpo_api::{Lang, Note};

use crate::count::{count, rows};
use crate::label::weekday;
use crate::note::places;
use crate::say::{names, pick, quoted};

/// What was repaired or changed in shape.
pub(crate) fn repair(lang: Lang, note: &Note) -> String {
    match note {
        Note::Garbled { guessed, restored: true } => {
            let n = count(lang, *guessed);
            say!(
                lang,
                "前に文字化けしたまま保存された文字を、元に戻しました（{n}文字は推測です）。できれば、文字化けする前のファイルを選び直してください。",
                "Text that another program had garbled was restored; characters guessed: {n}. If you can, choose the file from before."
            )
        }
        Note::Garbled { restored: false, .. } => pick(
            lang,
            "文字化けしたまま保存された文字があります。文字化けする前のファイルを選び直してください。",
            "Some text was garbled by another program before. Choose the file from before that.",
        )
        .to_owned(),
        Note::SheetRead { name, others } => {
            let name = quoted(lang, name);
            say!(lang, "シート{name}を読みました。", "The sheet {name} was read.") + &other_sheets(lang, *others)
        }
        Note::SheetsJoined { names: list, others } => {
            let (n, list) = (count(lang, list.len()), names(lang, list, 5));
            say!(
                lang,
                "同じ形の{n}枚のシート（{list}）をつなげて読みました。",
                "{n} sheets of one form were read as one table: {list}."
            ) + &other_sheets(lang, *others)
        }
        Note::UnitsConverted { column, unit } => {
            let (column, unit) = (quoted(lang, column), quoted(lang, unit));
            say!(lang, "{column}の単位を{unit}にそろえました。", "The units in {column} were brought to {unit}.")
        }
        Note::SerialDates { column } => {
            let column = quoted(lang, column);
            say!(
                lang,
                "{column}は、Excelの日付の番号でした。日付に直しました。",
                "{column} held day counts of Excel. They were turned into dates."
            )
        }
        Note::RoundedCodes { column } => {
            let column = quoted(lang, column);
            say!(
                lang,
                "{column}の番号は、Excelで丸められて壊れています。元のデータから、文字として書き出し直してください。",
                "The codes in {column} were rounded by Excel and cannot be told apart. Export them again as text."
            )
        }
        Note::FarCells { count: n } => {
            let n = count(lang, *n);
            say!(lang, "表から遠く離れたセル{n}個は、使いません。", "Cells far away from the table were left out: {n}.")
        }
        Note::ThousandsJoined { count: n } => {
            let rows = rows(lang, *n);
            say!(
                lang,
                "けた区切りのカンマで分かれた数を、{rows}でつなぎました。",
                "Numbers split at their thousands comma were joined in {rows}."
            )
        }
        Note::FilledDown { column, count: n } => {
            let (column, n) = (quoted(lang, column), count(lang, *n));
            say!(
                lang,
                "{column}の空らん{n}か所を、すぐ上の値で埋めました。",
                "Blanks in {column} were filled from above: {n}."
            )
        }
        Note::DateJoined { columns, name } => {
            let (list, name) = (names(lang, columns, 3), quoted(lang, name));
            say!(lang, "{list}から、日付の項目{name}を作りました。", "The dates {name} were made from {list}.")
        }
        Note::MadeLong { columns } => {
            let n = count(lang, *columns);
            say!(lang, "横に並んだ{n}個の項目を、縦に並べ替えました。", "Columns put below each other: {n}.")
        }
        Note::SumsLeftOut { columns } => {
            let list = names(lang, columns, 5);
            say!(
                lang,
                "ほかの項目の合計なので、外しました：{list}",
                "Left out because they add up other columns: {list}."
            )
        }
        Note::WeekdaysWrong { column, count: n, rows: list } => {
            let (column, rows, places) = (quoted(lang, column), rows(lang, *n), places(lang, list, *n));
            say!(
                lang,
                "{column}に、曜日が日付と合わない行が{rows}あります{places}。日付のほうを使います。",
                "The day of the week does not fit the date in {rows} of {column}{places}. The date counts."
            )
        }
        Note::GluedEncodings => pick(
            lang,
            "違う文字コードの行がまざっていたので、行ごとに読みました。",
            "Lines in another encoding were mixed in; each was read by itself.",
        )
        .to_owned(),
        Note::StrayQuotes { rows: list } => {
            let places = places(lang, list, list.len());
            say!(
                lang,
                "閉じていない引用符（\"）がありました{places}。ふつうの文字として読みました。",
                "A quotation mark was not closed{places}. It was read as text."
            )
        }
        Note::Transposed => pick(lang, "行と列を入れ替えました。", "Rows and columns were swapped.").to_owned(),
        Note::SpellingsMerged { column, count: n } => {
            let (column, n) = (quoted(lang, column), count(lang, *n));
            say!(
                lang,
                "{column}の書き方の違い{n}種類を、1つにまとめました。",
                "Different spellings in {column} were made one: {n}."
            )
        }
        _ => String::new(),
    }
}

/// What was seen in the data and left as it is.
pub(crate) fn fact(lang: Lang, note: &Note) -> String {
    match note {
        Note::RepeatedDates { column, count: n } => {
            let (column, rows) = (quoted(lang, column), rows(lang, *n));
            say!(
                lang,
                "{column}に同じ日付が重なる行が{rows}あります。予測では、同じ日付の数を足します。",
                "Dates in {column} occur again in {rows}. A forecast adds up the numbers of one date."
            )
        }
        Note::NewestFirst { column } => {
            let column = quoted(lang, column);
            say!(
                lang,
                "{column}は新しい順でした。計算では、古い順に並べます。",
                "{column} runs from new to old. It is put in order for the calculation."
            )
        }
        Note::WeeklyGaps { column, weekdays } => {
            let column = quoted(lang, column);
            let days: Vec<String> = weekdays.iter().map(|d| weekday(lang, *d)).collect();
            let days = days.join(pick(lang, "・", " or "));
            say!(
                lang,
                "{column}に{days}が1日もありません。定休日と考えます。",
                "{column} never has a {days}: taken as closed."
            )
        }
        Note::Derived { column, from } => {
            let (column, from) = (quoted(lang, column), names(lang, from, 3));
            say!(lang, "{column}は、{from}から決まる項目です。", "{column} follows from {from}.")
        }
        Note::LeakSuspect { column, label } => {
            let (column, label) = (quoted(lang, column), quoted(lang, label));
            say!(
                lang,
                "{column}を見ると、{label}がほぼ分かってしまいます。予測するときに手に入らない項目なら、外してください。",
                "{column} nearly gives {label} away. Leave it out if it is not known when you predict."
            )
        }
        _ => String::new(),
    }
}

/// What is said behind the sheets that were read.
fn other_sheets(lang: Lang, others: usize) -> String {
    let n = count(lang, others);
    match others {
        0 => String::new(),
        _ => say!(lang, "ほかに{n}枚のシートがあります。", " There are others: {n}."),
    }
}
