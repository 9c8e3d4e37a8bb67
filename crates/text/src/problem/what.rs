//! What happened.

use sanpo_api::{Lang, Problem};

use crate::count::{bytes, count};
use crate::say::{names, pick, quoted};
use crate::task::{field_name_any, task_name};

/// What a problem is.
pub(super) fn what(lang: Lang, problem: &Problem) -> String {
    use Problem as P;
    match problem {
        P::EmptyFile => both(lang, "ファイルの中身が空です。", "The file is empty."),
        P::NoDataRows => {
            both(lang, "項目名だけで、データの行がありません。", "There are headings, but no rows of data.")
        }
        P::NotATable => both(lang, "表が見つかりません。", "No table was found in the file."),
        P::BinaryNotCsv { kind } => {
            say!(lang, "このファイルは{kind}です。表として読めません。", "This is a {kind} file, not a table.")
        }
        P::HtmlAsCsv => both(
            lang,
            "このファイルは、ExcelやCSVではなくWebページです。",
            "This file is a web page, not Excel or CSV.",
        ),
        P::ExcelWorkbook => {
            both(lang, "このExcelファイルは、開けませんでした。", "This Excel file could not be opened.")
        }
        P::PasswordProtected => both(lang, "パスワードのついたExcelファイルです。", "This Excel file has a password."),
        P::TooBig { size_bytes, limit_bytes } => {
            let (size, limit) = (bytes(lang, *size_bytes), bytes(lang, *limit_bytes));
            say!(
                lang,
                "ファイルが大きすぎます（{size}）。{limit}まで使えます。",
                "The file is too large ({size}). Files of up to {limit} can be used."
            )
        }
        P::TooManyColumns { have, limit } => {
            let (have, limit) = (count(lang, *have), count(lang, *limit));
            say!(
                lang,
                "項目が{have}あります。{limit}項目まで使えます。",
                "There are {have} columns. Up to {limit} can be used."
            )
        }
        P::TooFewRows { have, need } => {
            let (have, need) = (count(lang, *have), count(lang, *need));
            say!(
                lang,
                "データは{have}行です。{need}行以上が必要です。",
                "Rows of data: {have}. At least {need} are needed."
            )
        }
        P::TooFewCustomers { have, need } => {
            let (have, need) = (count(lang, *have), count(lang, *need));
            say!(
                lang,
                "お客さまは{have}人です。{need}人以上が必要です。",
                "Customers: {have}. At least {need} are needed."
            )
        }
        P::NoDateColumn => both(lang, "日付の項目が見つかりません。", "No column with dates was found."),
        P::NoNumberColumn => both(lang, "数の項目が見つかりません。", "No column with numbers was found."),
        P::NoFeatureColumn => both(lang, "手がかりにできる項目がありません。", "There is no column to learn from."),
        P::UnknownColumn { name, .. } => {
            let name = quoted(lang, name);
            say!(lang, "{name}という項目は、このファイルにありません。", "The file has no column {name}.")
        }
        P::WrongColumnType { name, field } => {
            let (name, field) = (quoted(lang, name), quoted(lang, field_name_any(lang, *field)));
            say!(lang, "{name}は、{field}には使えません。", "{name} cannot be used as {field}.")
        }
        P::AllMissing { name } => {
            let name = quoted(lang, name);
            say!(lang, "{name}は、すべて空らんです。", "{name} is empty in every row.")
        }
        P::ConstantTarget { name } => {
            let name = quoted(lang, name);
            say!(lang, "{name}は、どの行も同じ値です。", "{name} has the same value in every row.")
        }
        P::TooManyClasses { name, have, limit } => {
            let (name, have, limit) = (quoted(lang, name), count(lang, *have), count(lang, *limit));
            say!(
                lang,
                "{name}は、予測するには種類が多いか、行が少なすぎる種類があります（{have}種類、{limit}種類まで）。",
                "{name} has too many kinds of answers, or some with too few rows ({have} found, up to {limit} possible)."
            )
        }
        P::GridTooLong { have, limit } => {
            let (have, limit) = (count(lang, *have), count(lang, *limit));
            say!(
                lang,
                "最初から最後の日付までが長すぎます（{have}期間、{limit}まで）。",
                "The dates are too far apart: {have} periods; up to {limit} can be used."
            )
        }
        P::TooManyGroups { asked, limit } => {
            let (asked, limit) = (count(lang, *asked), count(lang, *limit));
            say!(
                lang,
                "{asked}個のグループには分けられません。{limit}個までです。",
                "{asked} groups are too many. Up to {limit} are possible."
            )
        }
        P::TooManyCells { limit } => {
            let limit = count(lang, *limit);
            say!(
                lang,
                "Excelの表には大きすぎます（{limit}個のセルまで）。",
                "The table is too large for a workbook: up to {limit} cells."
            )
        }
        P::ProjectDamaged => both(lang, "プロジェクトのファイルがこわれています。", "The project file is damaged."),
        P::ProjectOfOtherVersion => both(
            lang,
            "ちがう版のSanpoで保存したプロジェクトです。",
            "This project was saved by another version of Sanpo.",
        ),
        P::MissingAnswer { field } => {
            let field = quoted(lang, field_name_any(lang, *field));
            say!(lang, "{field}が決まっていません。", "{field} has not been chosen.")
        }
        P::BadAnswer { field } => {
            let field = quoted(lang, field_name_any(lang, *field));
            say!(lang, "{field}に、使えない答えが入っています。", "The answer for {field} cannot be used.")
        }
        P::ColumnsDiffer { missing } => {
            let list = names(lang, missing, 5);
            say!(lang, "新しいファイルに、{list}の項目がありません。", "The new file lacks these columns: {list}.")
        }
        P::NoFile => both(lang, "まだファイルがありません。", "There is no file yet."),
        P::NoResult => both(lang, "まだ結果がありません。", "There is no result yet."),
        P::NothingYet => both(lang, "まだ使える結果がありません。", "There is nothing to use yet."),
        P::NotApplicable { task } => {
            let task = quoted(lang, task_name(lang, *task));
            say!(lang, "{task}には、2つ目のファイルは使えません。", "{task} does not take a second file.")
        }
        P::File { name, cause } => {
            let name = quoted(lang, name);
            say!(
                lang,
                "{name}を開くか書くことができません（{cause}）。",
                "{name} could not be opened or written ({cause})."
            )
        }
        P::OutOfMemory => both(
            lang,
            "メモリが足りなくなりました。データは変わっていません。",
            "The browser ran out of memory. Your data is unchanged.",
        ),
        P::Internal { .. } => both(
            lang,
            "計算が途中で止まりました。データは変わっていません。",
            "The calculation stopped unexpectedly. Your data is unchanged.",
        ),
    }
}

fn both(lang: Lang, ja: &'static str, en: &'static str) -> String {
    pick(lang, ja, en).to_owned()
}
