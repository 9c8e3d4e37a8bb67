//! How an answer came about.

use sanpo_api::{How, Label, Lang};

use crate::count::{count, counted, members, rows};
use crate::date::date;
use crate::label::labels;
use crate::say::{names, pick, quoted};

/// Names that are told before the others are left out.
const MOST: usize = 5;

pub(super) fn how(lang: Lang, how: &How) -> String {
    match how {
        How::Past { what, series, from, to, grain } => {
            let what = quoted(lang, what);
            let (from, to) = (date(lang, *from, *grain), date(lang, *to, *grain));
            let used = say!(
                lang,
                "{what}の、{from}から{to}までの動きを使いました。",
                "It follows from {what} between {from} and {to}."
            );
            used + &apart(lang, *series)
        }
        How::Effects { labels } if !labels.is_empty() => {
            let list = listed(lang, labels);
            say!(
                lang,
                "{list}の影響が見つかったので、予測に入れました。",
                "Effects were found and allowed for: {list}."
            )
        }
        How::Trials { count: n } => {
            let (n, times) = (count(lang, *n), counted(*n, "time", "times"));
            say!(
                lang,
                "過去の時点に戻ったつもりで、全部で{n}回予測し、実際の値とくらべました。",
                "Forecasts were made {times} as if in the past, and compared with what happened."
            )
        }
        How::Methods { count: 1 } => pick(
            lang,
            "いちばんよく当たった方法を使いました。名前は「詳しく」にあります。",
            "The method that did best was used; “Details” names it.",
        )
        .to_owned(),
        How::Methods { count: n } => {
            let n = count(lang, *n);
            say!(
                lang,
                "{n}通りの方法を、試したときの当たり方に応じて合わせました。名前は「詳しく」にあります。",
                "{n} methods were blended, each by how well it did when tried; “Details” names them."
            )
        }
        How::LookedAt { columns, rows: n } => {
            let (columns, all) = (names(lang, columns, MOST), rows(lang, *n));
            say!(lang, "{columns}の{all}を調べました。", "{all} were looked at: {columns}.")
        }
        How::Marked { sensitivity } => say!(
            lang,
            "ふつうから大きく離れたところに、印をつけました。印のつけやすさは、5段階の{sensitivity}です。",
            "Whatever lies far from that was marked (sensitivity: {sensitivity} of 5)."
        ),
        How::Compared { columns, rows, customers } => {
            let (who, columns) = (members(lang, *rows, *customers), listed(lang, columns));
            say!(
                lang,
                "{who}を、{columns}で比べました。項目ごとの数の大きさは、そろえてあります。",
                "{who} were compared by {columns}; each counts the same, however large its numbers are."
            )
        }
        How::GroupCount { groups, asked: true } => {
            say!(
                lang,
                "グループの数は、設定で決めた{groups}です。",
                "The number of groups, {groups}, is the one chosen."
            )
        }
        How::GroupCount { groups, asked: false } => say!(
            lang,
            "グループの数をいくつか試し、分け直しても変わりにくい{groups}にしました。",
            "Several numbers of groups were tried; {groups} held up best when repeated."
        ),
        How::Learnt { target, columns, rows: n } => {
            let (target, list, all) = (quoted(lang, target), names(lang, columns, MOST), rows(lang, *n));
            say!(
                lang,
                "答えの分かる{all}から、{target}を学びました。手がかりは{list}です。",
                "{target} was learnt from {all} with a known answer, by {list}."
            )
        }
        How::Prepared
        | How::Effects { .. }
        | How::UsualInTime
        | How::UsualAmongRows
        | How::ForecastLimits
        | How::AnomalyLimits
        | How::SegmentLimits
        | How::PredictLimits => plain(lang, how).to_owned(),
    }
}

/// Steps that are the same every time.
fn plain(lang: Lang, how: &How) -> &'static str {
    match how {
        How::Prepared => pick(
            lang,
            "データを補ったり外したりしたことは、「使う前に知っておくこと」に書いてあります。",
            "What was filled in or left out stands under “Before you use this”.",
        ),
        How::Effects { .. } => pick(
            lang,
            "祝日やほかの項目の影響は、はっきりしないので入れていません。",
            "Holidays and other columns had no clear effect and were left out.",
        ),
        How::UsualInTime => pick(
            lang,
            "決まったくり返しと前後の動きから、ふつうの値と幅を計算しました。",
            "Repeating patterns and what lies around each moment gave what is usual there.",
        ),
        How::UsualAmongRows => pick(
            lang,
            "すべての行から、ふつうの値と、ふつうの組み合わせを学びました。",
            "All rows together gave what is usual, alone and in combination.",
        ),
        How::AnomalyLimits => pick(
            lang,
            "なぜそうなったかは、データだけでは分かりません。",
            "Why it happened, the data alone cannot tell.",
        ),
        How::SegmentLimits => pick(
            lang,
            "分け方に正解はありません。仕事で使いやすいかを見て決めてください。",
            "There is no one right grouping. See whether it helps in your work.",
        ),
        How::PredictLimits => pick(
            lang,
            "手がかりにない事情は分かりません。1行ごとの答えは、外れることもあります。",
            "It knows only these columns, and can be wrong about a single row.",
        ),
        _ => pick(
            lang,
            "データにないこと（急な値上げ、近くの新しい店など）は分かりません。",
            "It knows nothing that is not in the data, such as a sudden rise in prices or a new shop nearby.",
        ),
    }
}

fn apart(lang: Lang, series: usize) -> String {
    let n = count(lang, series);
    match lang {
        _ if series < 2 => String::new(),
        Lang::Ja => format!("{n}種類を、別々に計算しました。"),
        Lang::En => format!(" Each of {n} series was worked out on its own."),
    }
}

fn listed(lang: Lang, list: &[Label]) -> String {
    labels(lang, list, MOST)
}
