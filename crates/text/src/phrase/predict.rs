//! Predictions for rows.

use sanpo_api::Lang;

use crate::count::{count, counted, members, rows};
use crate::number::{amount, difference, percent, score};
use crate::say::{names, pick, quoted};

/// Of fewer rows a chance is said, and no count of those that it may come true for.
const FEW: usize = 10;

pub(super) fn picked(lang: Lang, target: &str, class: &str, [all, picked, right, by_chance]: [String; 4]) -> String {
    let (becomes, class) = (becomes(lang, target, class), quoted(lang, class));
    say!(
        lang,
        "答えの分かる{all}で試すと、{becomes}になりそうな上位{picked}のうち、{right}が実際に{class}でした。でたらめに選ぶと{by_chance}ほどです。",
        "Tried on {all} with a known answer: of the {picked} most likely {becomes}, {right} turned out so. At random it would be about {by_chance}."
    )
}

/// What a row comes to: 「退会」が「はい」, to have “yes” in “Left”; 「退会」 alone where the answer is named like its column.
fn becomes(lang: Lang, target: &str, class: &str) -> String {
    let alike = target.starts_with(class) || class.starts_with(target);
    let (target, class) = (quoted(lang, target), quoted(lang, class));
    match alike {
        true => say!(lang, "{class}", "to be {class}"),
        false => say!(lang, "{target}が{class}", "to have {class} in {target}"),
    }
}

/// The rows that got the rarer class. From a line below 50% on they are candidates: most of them may well turn out otherwise.
pub(super) fn marked(lang: Lang, class: &str, some: &str, from: Option<f64>) -> String {
    let class = quoted(lang, class);
    let Some(from) = from else {
        return say!(
            lang,
            "見込みが50%以上の{some}を、{class}と予測しました。",
            "Predicted as {class}: {some} with a chance of 50% or more."
        );
    };
    let from = percent(lang, from);
    say!(
        lang,
        "{class}の見込みが{from}以上の{some}を、候補としました。{class}は少ないので、50%に届かない行も入れています。",
        "Candidates for {class}: {some} with a chance of {from} or more. As {class} is rare, some are below 50%."
    )
}

pub(super) fn correct(lang: Lang, target: &str, n: usize, correct_frac: f64, naive_frac: f64) -> String {
    let (target, all) = (quoted(lang, target), rows(lang, n));
    let (right, simple) = (part(lang, n, correct_frac), part(lang, n, naive_frac));
    say!(
        lang,
        "答えの分かる{all}で試すと、{target}は{right}で当たりました。「いつも一番多い答え」なら{simple}です。",
        "Tried on {all} with a known answer: {target} was right for {right}. Always giving the most frequent answer is right for {simple}."
    )
}

/// So many of the rows, with their share: 1,404行（78%）.
fn part(lang: Lang, n: usize, frac: f64) -> String {
    let rows = count(lang, (n as f64 * frac).round() as usize);
    let share = percent(lang, frac);
    say!(lang, "{rows}行（{share}）", "{rows} ({share})")
}

pub(super) fn error(lang: Lang, target: &str, error: f64, naive_error: f64, unit: Option<&str>) -> String {
    let target = quoted(lang, target);
    let (error, simple) = (difference(lang, error, unit), difference(lang, naive_error, unit));
    say!(
        lang,
        "答えの分かる行で試すと、{target}の予測は平均で{error}ずれました。いつも真ん中の値で答えた場合は{simple}です。",
        "Tried on known answers, predictions of {target} were off by {error} on average. Always answering the middle value would be off by {simple}."
    )
}

pub(super) fn auc(lang: Lang, auc: f64) -> String {
    let (share, auc) = (percent(lang, auc), score(auc));
    say!(
        lang,
        "該当する行としない行を1つずつ比べると、{share}で正しく並びました（AUC {auc}）。50%はでたらめと同じです。",
        "Of one row with the answer and one without, the right one was ranked higher {share} of the time (AUC {auc}). Guessing gives 50%."
    )
}

pub(super) fn r2(lang: Lang, r2: f64) -> String {
    let (share, figure) = (percent(lang, r2.max(0.0)), score(r2));
    say!(
        lang,
        "値の散らばりの{share}を説明できました（決定係数 {figure}）。",
        "It explains {share} of the variation (R² {figure})."
    )
}

pub(super) fn marks(lang: Lang, target: &str, none: &str, mark: &str) -> String {
    let [target, none, mark] = [target, none, mark].map(|text| quoted(lang, text));
    say!(
        lang,
        "{target}の空らんは、{mark}ではないという答えとして数えました（{none}と表します）。",
        "Empty cells of {target} count as an answer: not {mark} (shown as {none})."
    )
}

pub(super) fn known_late(lang: Lang, columns: &[String], used: bool) -> String {
    let list = names(lang, columns, 5);
    let (ja, en) = if used {
        ("手がかりから外してください", "Leave")
    } else {
        ("手がかりにしていません", "Left")
    };
    say!(
        lang,
        "{list}は、予測する行ではほとんど空らんです。{ja}。",
        "{en} out, as hardly ever filled in for rows to predict: {list}."
    )
}

pub(super) fn drivers(lang: Lang, columns: &[String]) -> String {
    let list = names(lang, columns, 3);
    say!(lang, "いちばんの手がかりは{list}です。", "Most telling: {list}.")
}

/// Rows that got a prediction.
pub(super) struct Who {
    pub rows: usize,
    pub new_file: bool,
    pub customers: bool,
}

/// How many of the rows are expected to have a class, or what their numbers come to, beside the known answers.
pub(super) fn predicted_rows(
    lang: Lang,
    who: &Who,
    (target, unit, class): (&str, Option<&str>, Option<&str>),
    (expected, known): (f64, f64),
) -> String {
    let all = members(lang, who.rows, who.customers);
    let all = match who.new_file {
        true => say!(lang, "新しいファイルの{all}", "{all} in the new file"),
        false => say!(lang, "答えが空らんの{all}", "{all} without an answer"),
    };
    let Some(class) = class else {
        let (mean, known) = (amount(lang, expected, unit), amount(lang, known, unit));
        let target = quoted(lang, target);
        return say!(
            lang,
            "{all}の{target}を予測しました。平均は{mean}です。答えの分かる行では{known}でした。",
            "{target} was predicted for {all}: {mean} on average. Among known answers it was {known}."
        );
    };
    let becomes = becomes(lang, target, class);
    let (share, known) = (percent(lang, expected), percent(lang, known));
    let some = (who.rows as f64 * expected).round() as usize;
    if who.rows < FEW || some == 0 {
        return say!(
            lang,
            "{all}が{becomes}になる見込みは、平均{share}です。答えの分かる行では{known}でした。",
            "The chance of {all} {becomes} is {share} on average. Among known answers it was {known}."
        );
    }
    let some = members(lang, some, who.customers);
    say!(
        lang,
        "{all}のうち、{becomes}になりそうなのは、見込みを合わせておよそ{some}（{share}）です。答えの分かる行では{known}でした。",
        "Of {all}, about {some} ({share}) are expected {becomes}, all chances added up. Among known answers it was {known}."
    )
}

pub(super) fn give_file(lang: Lang, target: &str, marks: bool) -> String {
    let target = quoted(lang, target);
    if marks {
        return say!(
            lang,
            "予測する行がありませんでした。{target}の空らんも、答えとして数えています。予測したい行だけの、2つ目のファイルを選んでください。",
            "There was nothing to predict: an empty cell in {target} counts as an answer too. Choose a second file that holds the rows to predict."
        );
    }
    say!(
        lang,
        "予測する行がありませんでした。{target}は、どの行にも入っています。予測したい行だけの、2つ目のファイルを選んでください。",
        "There was nothing to predict: every row has its {target} already. Choose a second file that holds the rows to predict."
    )
}

pub(super) fn too_good(lang: Lang, column: &str) -> String {
    let column = quoted(lang, column);
    say!(
        lang,
        "当たりすぎています。{column}に答えが入っていないか、確かめてください。",
        "This is too good to be true. Check whether {column} holds the answer itself."
    )
}

pub(super) fn stopped(lang: Lang, done: usize, all: usize) -> String {
    let (done, all) = (count(lang, done), count(lang, all));
    say!(
        lang,
        "途中で止めた結果です。{all}通りの方法のうち、{done}通りだけを試しました。",
        "This run was stopped early: {done} of {all} methods were tried."
    )
}

pub(super) fn unseen(lang: Lang, n: usize, columns: &[String]) -> String {
    let (n, columns) = (rows(lang, n), names(lang, columns, 5));
    say!(
        lang,
        "新しいファイルの{n}に、学習したファイルにない値があります（{columns}）。そこは空らんとして予測しました。",
        "Predicted as if empty: values in {n} that the first file does not have ({columns})."
    )
}

pub(super) fn importance(lang: Lang) -> String {
    pick(lang, "寄与度（どの項目が予測に効いたか）", "Contribution: how much each column helped").to_owned()
}

pub(super) fn confusion(lang: Lang) -> String {
    pick(lang, "当たり外れの内訳（行の数）", "Right and wrong answers, in rows").to_owned()
}

pub(super) fn lift_caption(lang: Lang, class: &str, base_frac: f64) -> String {
    let (class, base) = (quoted(lang, class), percent(lang, base_frac));
    say!(
        lang,
        "見込みの高い順に選んだときの、{class}の割合（全体では{base}）",
        "Share of {class} when the likeliest rows are picked first ({base} of all rows)"
    )
}

pub(super) fn gains(lang: Lang, class: &str, top_frac: f64, caught_frac: f64) -> String {
    let (class, top, caught) = (quoted(lang, class), percent(lang, top_frac), percent(lang, caught_frac));
    say!(
        lang,
        "見込みの高い順に並べると、上位{top}の行に、実際の{class}の{caught}が入ります。",
        "With the likeliest rows first, the top {top} hold {caught} of all {class}."
    )
}

pub(super) fn predicted_actual(lang: Lang) -> String {
    pick(lang, "予測と実績の比較", "Predicted and actual values").to_owned()
}

pub(super) fn table(lang: Lang) -> String {
    pick(lang, "予測の一覧", "Predictions").to_owned()
}

pub(super) fn held_out(lang: Lang, parts: usize, n: usize) -> String {
    let (all, parts_ja) = (rows(lang, n), count(lang, parts));
    let parts_en = counted(parts, "part", "parts");
    say!(
        lang,
        "{all}を{parts_ja}組に分け、学習に使っていない組で確かめました。",
        "{all} were cut into {parts_en}; each was predicted without having been learnt from."
    )
}
