//! The words of a saved workbook.

use sanpo_api::{BookWord as W, Lang, SheetName as S};

use crate::say::pick;
use crate::{count, date, grade, grain_count, rows, section, task_name, with_unit};

/// A word of a saved workbook.
pub(crate) fn book(lang: Lang, word: &W) -> String {
    match word {
        W::Sheet(name) => sheet(lang, name),
        W::SourceFile => both(lang, "元のファイル", "File"),
        W::DataRows => both(lang, "データの行数", "Rows of data"),
        W::Rows(n) => rows(lang, *n),
        W::Period => both(lang, "データの期間", "Period of the data"),
        W::Span(from, to, grain) => {
            let (from, to) = (date(lang, *from, *grain), date(lang, *to, *grain));
            say!(lang, "{from} ～ {to}", "{from} to {to}")
        }
        W::Task => both(lang, "したこと", "Task"),
        W::TaskName(task) => task_name(lang, *task).to_owned(),
        W::Answer => both(lang, "わかったこと", "Answer"),
        W::Grade => both(lang, "評価", "Grade"),
        W::GradeSays(letter) => {
            let says = grade(lang, *letter);
            say!(lang, "{letter:?}（{says}）", "{letter:?}: {says}")
        }
        W::GradeReason => both(lang, "評価の理由", "Reason for the grade"),
        W::Caution => both(lang, "気をつけること", "Please note"),
        W::Version => both(lang, "Sanpoの版", "Sanpo version"),
        W::Contents => both(lang, "このファイルのシート", "Sheets in this file"),
        W::ResultsSay => both(lang, "結果のすべての行です。", "The result, row by row."),
        W::GroupsSay => {
            both(lang, "グループの人数や行の数と、目立つところです。", "The size of each group and what sets it apart.")
        }
        W::OrdersSay => {
            both(lang, "足りる見込みごとの、用意する量です。", "The quantity to have for each chance of having enough.")
        }
        W::Enough(n, grain, level) => {
            let span = grain_count(lang, *n, *grain);
            say!(lang, "{span}分が{level}%の見込みで足りる量", "Enough for {span}, {level}% sure")
        }
        W::Item => both(lang, "名前", "Name"),
        W::Value => both(lang, "値", "Value"),
        W::Weekday => both(lang, "曜日", "Weekday"),
        W::Traits => both(lang, "特徴", "What sets it apart"),
        W::Peak => both(lang, "いちばん違うところ", "Where it differs most"),
        W::Trial(number) => say!(lang, "過去の予測 {number}回目", "Past forecast {number}"),
        W::Shades => both(lang, "色が濃いほど、値が大きいところです。", "The darker a cell, the larger its value."),
        W::FirstRows { shown, all, whole } => {
            let (shown, all) = (count(lang, *shown), count(lang, *all));
            let first = say!(
                lang,
                "ここにあるのは{all}行のうち最初の{shown}行です。",
                "These are the first {shown} of {all} rows."
            );
            let rest =
                pick(lang, "すべての行は「結果」のシートにあります。", " All of them are on the sheet “Results”.");
            if *whole { first + rest } else { first }
        }
        W::WithUnit(unit) => with_unit(lang, "0".to_owned(), Some(unit)),
    }
}

/// The name of a sheet; short, because a tab shows some twelve letters.
fn sheet(lang: Lang, name: &S) -> String {
    match name {
        S::Summary => both(lang, "まとめ", "Summary"),
        S::Results => both(lang, "結果", "Results"),
        S::Forecast => both(lang, "予測と実績", "Forecast and actual"),
        S::Total => both(lang, "合計の予測", "Total forecast"),
        S::TotalBy(column) => say!(lang, "{column}ごとの予測", "Forecast by {column}"),
        S::Checked => both(lang, "答え合わせ", "Last forecast checked"),
        S::ForecastTable => both(lang, "予測の一覧", "Forecast list"),
        S::Items => both(lang, "気をつける種類", "Series to look at"),
        S::Orders => both(lang, "注文リスト", "Order list"),
        S::Trials => both(lang, "過去に試した予測", "Tried on the past"),
        S::Parts => both(lang, "予測の内訳", "What makes the forecast"),
        S::Season => both(lang, "くり返し", "Repeating pattern"),
        S::WeekdayMonth => both(lang, "曜日と月", "Weekdays by month"),
        S::WeekdayHour => both(lang, "曜日と時間帯", "Weekdays by hour"),
        S::ErrorByDistance => both(lang, "先の長さとずれ", "Error by distance"),
        S::UnusualRows => both(lang, "いつもと違う行", "Unusual rows"),
        S::UnusualTimes => both(lang, "いつもと違う時期", "Unusual times"),
        S::UnusualColumns => both(lang, "理由になった項目", "Columns that stood out"),
        S::Track(column) => say!(lang, "{column}の動き", "{column} over time"),
        S::Groups => both(lang, "グループの特徴", "What the groups are like"),
        S::GroupSizes => both(lang, "グループの大きさ", "Group sizes"),
        S::GroupMap => both(lang, "グループの地図", "Map of the groups"),
        S::GroupMeans => both(lang, "グループの平均", "Group averages"),
        S::Predictions => both(lang, "予測の一覧", "Predictions"),
        S::Importance => both(lang, "寄与度", "Contribution"),
        S::Gains => both(lang, "見つかる割合", "Share found"),
        S::Lift => both(lang, "上位ごとの割合", "Share from the top"),
        S::Confusion => both(lang, "当たり外れの内訳", "Right and wrong"),
        S::PredictedActual => both(lang, "予測と実績", "Predicted and actual"),
        S::Under(task, heading) => section(lang, *task, *heading).to_owned(),
    }
}

fn both(lang: Lang, ja: &'static str, en: &'static str) -> String {
    pick(lang, ja, en).to_owned()
}
