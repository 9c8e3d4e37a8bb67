//! What to do about a problem.

use sanpo_api::{Lang, Problem};

use crate::say::{names, pick};

/// The way on after a problem.
pub(super) fn remedy(lang: Lang, problem: &Problem) -> String {
    use Problem as P;
    let (ja, en) = match problem {
        P::EmptyFile | P::NoDataRows => {
            ("Excelで開いて、データがあるか確かめてください。", "Open it in Excel and check that it holds data.")
        }
        P::NotATable => (
            "1行目に項目名、2行目からデータがあるファイルを選んでください。",
            "Choose a file with headings in row 1 and data from row 2 on.",
        ),
        P::BinaryNotCsv { .. } => (
            "元のソフトで表をExcelかCSVで保存し、そのファイルを選んでください。",
            "In the program it came from, save the table as Excel or CSV, and choose that file.",
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
            "Remove the password in Excel, save the file, and choose it again.",
        ),
        P::TooBig { .. } => (
            "期間を分けて保存し、1つずつ選んでください。",
            "Save it in parts, for example by year, and choose one of them.",
        ),
        P::TooManyColumns { .. } => (
            "使わない項目を消して保存し、もう一度選んでください。",
            "Delete columns that are not needed, save, and choose it again.",
        ),
        P::TooFewRows { .. } | P::TooFewCustomers { .. } => (
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
            "Ask for fewer groups, or choose “The right number”.",
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
    pick(lang, ja, en).to_owned()
}

fn columns_there(lang: Lang, have: &[String]) -> String {
    if have.is_empty() {
        return pick(lang, "ファイルを確かめてください。", "Check the file.").to_owned();
    }
    let list = names(lang, have, 8);
    say!(lang, "ある項目から選んでください：{list}", "Choose one of these: {list}.")
}
