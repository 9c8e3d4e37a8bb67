//! Questions about the reading of a file, and their answers.

use sanpo_api::{Ask, AskWhat, Choice, DateOrder, Lang, Layout, NotDataWhy, TablePart, WeekNumbering, Zone};

use crate::note::not_data;
use crate::say::{pick, quoted};

/// An open question; the guess is already in force.
pub fn ask(lang: Lang, ask: AskWhat) -> &'static str {
    match ask {
        AskWhat::Year => pick(
            lang,
            "日付に年がありません。はじめの日付は何年ですか。",
            "The dates have no year. Which year is the first one in?",
        ),
        AskWhat::NoDateColumn => pick(
            lang,
            "日付の項目が見つかりません。先の予測には、日付が必要です。",
            "No column holds dates. A forecast needs one.",
        ),
        AskWhat::ColumnNames => pick(
            lang,
            "項目名が見つかりません。1行目は項目名ですか、データですか。",
            "There seem to be no headings. Does row 1 hold headings or data?",
        ),
        AskWhat::DayMonthOrder => pick(
            lang,
            "日付の「月」と「日」は、どちらが先ですか。",
            "Which comes first in the dates: the month or the day?",
        ),
        AskWhat::TwoDigitYearOrder => pick(
            lang,
            "日付のはじめの2けたは、年ですか、日ですか。",
            "Are the first two digits of the dates the year or the day?",
        ),
        AskWhat::Unpivot => pick(
            lang,
            "同じ種類の数が、横に並んでいるようです。縦に並べ替えますか。",
            "Numbers of one kind seem to stand side by side. Put them below each other?",
        ),
        AskWhat::Transpose => pick(
            lang,
            "日付が横に並んでいるようです。行と列を入れ替えますか。",
            "The dates seem to run across. Swap rows and columns?",
        ),
        AskWhat::TwoTables => pick(
            lang,
            "表が2つ以上あるようです。どの表を使いますか。",
            "There seem to be several tables. Which one should be used?",
        ),
        AskWhat::WeekNumbering => {
            pick(lang, "週の番号は、どう数えていますか。", "How are the weeks of the year counted?")
        }
        AskWhat::TimeZone => pick(
            lang,
            "時刻が世界標準時（UTC）で書かれています。日本時間に直しますか。",
            "The times are written in UTC. Turn them into Japan time?",
        ),
        AskWhat::MixedUnits => pick(
            lang,
            "1つの項目に、違う単位がまざっています。そろえて計算しますか。",
            "One column holds different units. Bring them to one?",
        ),
        AskWhat::Sheet => pick(
            lang,
            "表のあるシートが2つ以上あります。どのシートを使いますか。",
            "Several sheets hold tables. Which one should be used?",
        ),
        AskWhat::Spellings => pick(
            lang,
            "同じものが、違う書き方で入っているようです。1つにまとめますか。",
            "The same thing seems to be spelt in several ways. Make them one?",
        ),
    }
}

/// An open question, with the column that it is about if it is about one.
pub fn question(lang: Lang, asked: &Ask) -> String {
    let says = ask(lang, asked.what);
    match asked.options.iter().find_map(|o| column(&o.choice)) {
        None => says.to_owned(),
        Some(name) => {
            let name = quoted(lang, name);
            say!(lang, "{name}：{says}", "{name}: {says}")
        }
    }
}

/// A decision as a line in the list of decisions, where the question is not beside it.
pub fn decided(lang: Lang, made: &Choice) -> String {
    let says = choice(lang, made);
    match made {
        Choice::Year(_) => say!(lang, "はじめの日付の年：{says}", "Year of the first date: {says}"),
        Choice::DateOrder { column, .. } => {
            let name = quoted(lang, column);
            say!(lang, "{name}の並び：{says}", "Dates in {name}: {says}")
        }
        Choice::Weeks(_) => say!(lang, "週の数え方：{says}", "Weeks: {says}"),
        Choice::Zone(_) => say!(lang, "時刻：{says}", "Times: {says}"),
        Choice::Layout(_) => say!(lang, "表の向き：{says}", "Shape of the table: {says}"),
        _ => says,
    }
}

/// The button behind a line of the memo. Where the decision does more than take something back, it says what.
pub fn undo(lang: Lang, decision: &Choice) -> &'static str {
    match decision {
        Choice::Header(true) => pick(lang, "項目名として使う", "Use row 1 as headings"),
        Choice::AsText { .. } => pick(lang, "文字のまま使う", "Use as text"),
        Choice::ClosedAsZero { .. } => pick(lang, "0にする", "Count as zero"),
        Choice::Restore(true) => pick(lang, "元の文字に直す", "Restore"),
        _ => pick(lang, "戻す", "Undo"),
    }
}

fn column(choice: &Choice) -> Option<&str> {
    match choice {
        Choice::DateOrder { column, .. }
        | Choice::AsText { column }
        | Choice::ConvertUnits { column }
        | Choice::FillDown { column, .. }
        | Choice::MergeSpellings { column, .. }
        | Choice::ClosedAsZero { column } => Some(column),
        Choice::Encoding(_)
        | Choice::Sheet(_)
        | Choice::Table(_)
        | Choice::Header(_)
        | Choice::KeepRows(_)
        | Choice::KeepEmptyColumns
        | Choice::Layout(_)
        | Choice::Year(_)
        | Choice::Weeks(_)
        | Choice::Zone(_)
        | Choice::JoinDate(_)
        | Choice::JoinThousands(_)
        | Choice::Restore(_)
        | Choice::SheetsJoined => None,
    }
}

/// A decision about the reading, as the words of a button beside its question.
pub fn choice(lang: Lang, choice: &Choice) -> String {
    match choice {
        Choice::Encoding(name) => say!(lang, "文字コードを{name}にする", "Read the text as {name}"),
        Choice::Sheet(name) => {
            let name = quoted(lang, name);
            say!(lang, "シート{name}を使う", "Use the sheet {name}")
        }
        Choice::SheetsJoined => {
            pick(lang, "同じ形のシートをつなげて使う", "Use the sheets of one form together").to_owned()
        }
        Choice::Table(part) => table(lang, *part),
        Choice::Header(true) => pick(lang, "1行目は項目名", "Row 1 holds headings").to_owned(),
        Choice::Header(false) => pick(lang, "1行目からデータ", "Data begin in row 1").to_owned(),
        Choice::KeepRows(why) => keep_rows(lang, *why),
        Choice::KeepEmptyColumns => pick(lang, "空の項目も残す", "Keep the empty columns").to_owned(),
        Choice::Layout(layout) => lay(lang, *layout).to_owned(),
        Choice::Year(year) => say!(lang, "{year}年", "{year}"),
        Choice::DateOrder { order, .. } => date_order(lang, *order).to_owned(),
        Choice::Weeks(WeekNumbering::Iso) => {
            pick(lang, "月曜はじまり（国際規格の数え方）", "Monday to Sunday, by ISO 8601").to_owned()
        }
        Choice::Weeks(WeekNumbering::FromNewYear) => {
            pick(lang, "日曜はじまり（1月1日の週が第1週）", "Sunday to Saturday, 1 January is in week 1").to_owned()
        }
        Choice::Zone(Zone::Japan) => pick(lang, "日本時間に直す", "Turn into Japan time").to_owned(),
        Choice::Zone(Zone::Utc) => pick(lang, "書いてあるまま使う", "Use as written").to_owned(),
        Choice::AsText { column } => {
            let column = quoted(lang, column);
            say!(lang, "{column}を文字のまま使う", "Use {column} as text")
        }
        Choice::ConvertUnits { column } => {
            let column = quoted(lang, column);
            say!(lang, "{column}の単位をそろえる", "Bring {column} to one unit")
        }
        Choice::FillDown { column, fill: true } => {
            let column = quoted(lang, column);
            say!(lang, "{column}の空らんを上の値で埋める", "Fill the blanks of {column} from above")
        }
        Choice::FillDown { column, fill: false } => {
            let column = quoted(lang, column);
            say!(lang, "{column}の空らんを空のままにする", "Leave the blanks of {column} empty")
        }
        Choice::JoinDate(true) => pick(lang, "年・月・日を1つの日付にする", "Join year, month and day").to_owned(),
        Choice::JoinDate(false) => {
            pick(lang, "年・月・日を別々のまま使う", "Keep year, month and day apart").to_owned()
        }
        Choice::MergeSpellings { column, merge: true } => {
            let column = quoted(lang, column);
            say!(lang, "{column}の書き方をまとめる", "Merge the spellings in {column}")
        }
        Choice::MergeSpellings { column, merge: false } => {
            let column = quoted(lang, column);
            say!(lang, "{column}を書いてあるまま使う", "Use {column} as written")
        }
        Choice::JoinThousands(true) => pick(lang, "分かれた数をつなぐ", "Join the split numbers").to_owned(),
        Choice::JoinThousands(false) => {
            pick(lang, "分かれた数をつながない", "Leave the split numbers apart").to_owned()
        }
        Choice::Restore(true) => pick(lang, "文字化けを直す", "Restore the garbled text").to_owned(),
        Choice::Restore(false) => pick(lang, "文字化けのまま使う", "Leave the garbled text").to_owned(),
        Choice::ClosedAsZero { column } => {
            let column = quoted(lang, column);
            say!(lang, "{column}の休みの日を0にする", "Count closed days in {column} as zero")
        }
    }
}

fn table(lang: Lang, part: TablePart) -> String {
    match part {
        TablePart::Whole => pick(lang, "全部を1つの表として使う", "Use everything as one table").to_owned(),
        TablePart::Beside(at) => {
            let n = at + 1;
            say!(lang, "左から{n}番目の表を使う", "Use table {n} from the left")
        }
        TablePart::Stacked(at) => {
            let n = at + 1;
            say!(lang, "上から{n}番目の表を使う", "Use table {n} from the top")
        }
    }
}

fn keep_rows(lang: Lang, why: NotDataWhy) -> String {
    let why = not_data(lang, why);
    say!(lang, "{why}もデータとして使う", "Use as data: {why}")
}

fn lay(lang: Lang, layout: Layout) -> &'static str {
    match layout {
        Layout::AsIs => pick(lang, "横に並んだまま使う", "Leave it as it is"),
        Layout::Long => pick(lang, "縦に並べ替えて使う", "Put them below each other"),
        Layout::Transposed => pick(lang, "行と列を入れ替えて使う", "Swap rows and columns"),
    }
}

fn date_order(lang: Lang, order: DateOrder) -> &'static str {
    match order {
        DateOrder::Ymd => pick(lang, "年・月・日の順", "Year, month, day"),
        DateOrder::Dmy => pick(lang, "日・月・年の順", "Day, month, year"),
        DateOrder::Mdy => pick(lang, "月・日・年の順", "Month, day, year"),
    }
}
