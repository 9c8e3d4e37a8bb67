//! Why something could not be done: what happened, and what to do about it.

use sanpo_api::{Lang, Problem};

use crate::count::{bytes, count};
use crate::say::{names, pick, quoted};
use crate::task::{field_name_any, task_name};

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// What happened.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

/// The words of a problem.
pub fn problem(lang: Lang, problem: &Problem) -> Sentences {
    Sentences { what: what(lang, problem), remedy: remedy(lang, problem) }
}

fn what(lang: Lang, problem: &Problem) -> String {
    use Problem as P;
    match problem {
        P::EmptyFile => both(lang, "ファイルの中身が空です。", "The file is empty."),
        P::NoDataRows => {
            both(lang, "項目名だけで、データの行がありません。", "There are headings but no rows of data.")
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
        P::SeriesTooShort { have, need } => {
            let (have, need) = (count(lang, *have), count(lang, *need));
            say!(
                lang,
                "データの期間が短すぎます。いちばん長くて{have}件、必要なのは{need}件です。",
                "The history is too short: {have} values at most, {need} are needed."
            )
        }
        P::GridTooLong { have, limit } => {
            let (have, limit) = (count(lang, *have), count(lang, *limit));
            say!(
                lang,
                "最初から最後の日付までが長すぎます（{have}期間、{limit}まで）。",
                "The dates lie too far apart: {have} periods; up to {limit} can be used."
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
            "Memory ran out. Your data have not changed.",
        ),
        P::Internal { .. } => both(
            lang,
            "計算が途中で止まりました。データは変わっていません。",
            "The work stopped half way. Your data have not changed.",
        ),
    }
}

fn remedy(lang: Lang, problem: &Problem) -> String {
    use Problem as P;
    let (ja, en) = match problem {
        P::EmptyFile | P::NoDataRows => {
            ("Excelで開いて、データがあるか確かめてください。", "Open it in Excel and check that the data are there.")
        }
        P::NotATable => (
            "1行目に項目名、2行目からデータがあるファイルを選んでください。",
            "Choose a file with headings in row 1 and data from row 2 on.",
        ),
        P::BinaryNotCsv { .. } => (
            "元のソフトで表をExcelかCSVで保存し、そのファイルを選んでください。",
            "Save the table as Excel or CSV in the program it comes from, and choose that file.",
        ),
        P::HtmlAsCsv => (
            "Excelで開き、「名前を付けて保存」で「Excelブック」にしてください。",
            "Open it in Excel and use “Save as” to make it an Excel workbook.",
        ),
        P::ExcelWorkbook => (
            "Excelで開き、「名前を付けて保存」で「Excelブック（.xlsx）」にして、もう一度選んでください。",
            "Open it in Excel, use “Save as” and pick “Excel Workbook (.xlsx)”, then choose it again.",
        ),
        P::PasswordProtected => (
            "Excelでパスワードを外して保存し、もう一度選んでください。",
            "Take the password off in Excel, save it, and choose it again.",
        ),
        P::TooBig { .. } => (
            "期間を分けて保存し、1つずつ選んでください。",
            "Save it in parts, for example by year, and choose one of them.",
        ),
        P::TooManyColumns { .. } => (
            "使わない項目を消して保存し、もう一度選んでください。",
            "Delete columns that are not needed, save, and choose it again.",
        ),
        P::TooFewRows { .. } | P::SeriesTooShort { .. } => (
            "もっと長い期間や、行の多いファイルを選んでください。",
            "Choose a file with more rows or a longer history.",
        ),
        P::NoDateColumn => (
            "日付の項目を足すか、「似たもの同士に分ける」を使ってください。",
            "Add a column with dates, or sort the rows into groups instead.",
        ),
        P::NoNumberColumn => {
            ("売上や個数など、数の入った項目を足してください。", "Add a column with numbers, such as sales or pieces.")
        }
        P::NoFeatureColumn => (
            "数や区分の入った項目を、1つ以上選んでください。",
            "Choose at least one column with numbers or categories.",
        ),
        P::UnknownColumn { have, .. } => return columns_there(lang, have),
        P::WrongColumnType { .. } => (
            "別の項目を選ぶか、元の表で値を直してください。",
            "Choose another column, or correct its values in the table.",
        ),
        P::AllMissing { .. } => ("値の入った項目を選んでください。", "Choose a column that has values."),
        P::ConstantTarget { .. } => {
            ("値が2種類以上ある項目を選んでください。", "Choose a column with at least two different values.")
        }
        P::TooManyClasses { .. } => (
            "似た種類をまとめるか、別の項目を選んでください。",
            "Put similar kinds together, or choose another column.",
        ),
        P::GridTooLong { .. } => (
            "日付のまちがいを直すか、日や月ごとにまとめてください。",
            "Correct wrong dates, or sum the table up by day or month.",
        ),
        P::TooManyGroups { .. } => (
            "グループの数を減らすか、「ちょうどよい数」を選んでください。",
            "Ask for fewer groups, or choose “A fitting number”.",
        ),
        P::ProjectDamaged => (
            "保存し直したファイルを選ぶか、元のデータから始めてください。",
            "Choose a fresh copy, or start from the data file.",
        ),
        P::ProjectOfOtherVersion => (
            "保存したときのSanpoで開くか、元のデータから始めてください。",
            "Open it with the Sanpo that saved it, or start from the data file.",
        ),
        P::TooManyCells { .. } => ("CSVで保存してください。", "Save it as CSV."),
        P::MissingAnswer { .. } | P::BadAnswer { .. } => {
            ("一覧から選び直して、もう一度始めてください。", "Pick one from the list and start again.")
        }
        P::ColumnsDiffer { .. } => (
            "学習に使ったファイルと同じ項目名にして、もう一度選んでください。",
            "Give it the same headings as the first file, and choose it again.",
        ),
        P::NoFile => ("はじめに、ファイルを選んでください。", "Choose a file first."),
        P::NothingYet => ("もう少しお待ちください。", "Wait a little longer."),
        P::NoResult => ("設定を確かめて、計算を始めてください。", "Check the settings and start the work."),
        P::NotApplicable { .. } => (
            "別のデータを見るときは、はじめからファイルを選んでください。",
            "To look at other data, start again with that file.",
        ),
        P::File { .. } => {
            ("場所と名前を確かめて、もう一度試してください。", "Check the place and the name, and try again.")
        }
        P::OutOfMemory => {
            ("ほかのタブを閉じるか、期間を短くして試してください。", "Close other tabs, or try a shorter period.")
        }
        P::Internal { .. } => (
            "もう一度試してください。続くときは、記録を保存して知らせてください。",
            "Try again. If it happens again, save the record and report it.",
        ),
    };
    both(lang, ja, en)
}

fn columns_there(lang: Lang, have: &[String]) -> String {
    if have.is_empty() {
        return both(lang, "ファイルを確かめてください。", "Check the file.");
    }
    let list = names(lang, have, 8);
    say!(lang, "ある項目から選んでください：{list}", "Choose one of these: {list}.")
}

fn both(lang: Lang, ja: &'static str, en: &'static str) -> String {
    pick(lang, ja, en).to_owned()
}
