//! Unusual rows and moments.

use sanpo_api::{Grain, Lang, Moment, Reason};

use super::reason;
use crate::count::{count, counted};
use crate::date::date;
use crate::say::{pick, quoted};

pub(super) fn found_rows(lang: Lang, flagged: usize, rows: usize) -> String {
    let (marked, all) = (count(lang, flagged), count(lang, rows));
    match lang {
        Lang::Ja => format!("{all}行のうち{marked}行が、ほかの行と違っていました。"),
        Lang::En if flagged == 1 => format!("1 of {all} rows is unlike the others."),
        Lang::En => format!("{marked} of {all} rows are unlike the others."),
    }
}

pub(super) fn events(lang: Lang, events: usize, flagged: usize, points: usize) -> String {
    let (marked, all) = (count(lang, flagged), count(lang, points));
    let places = match lang {
        Lang::Ja => count(lang, events),
        Lang::En => counted(events, "place", "places"),
    };
    say!(
        lang,
        "いつもと違うところが{places}か所ありました。続いた行は1か所に数え、行の数では{all}行のうち{marked}行です。",
        "{places} stood out, counting rows in a run as one. In rows: {marked} of {all}."
    )
}

pub(super) fn none(lang: Lang, rows: usize) -> String {
    let rows = crate::count::rows(lang, rows);
    say!(lang, "{rows}を調べました。いつもと違うところは見つかりませんでした。", "{rows} checked; nothing stands out.")
}

pub(super) fn top_row(lang: Lang, row: usize, reasons: &[Reason]) -> String {
    let (row, why) = (count(lang, row), reason::list(lang, reasons));
    say!(
        lang,
        "いちばん違うのはファイルの{row}行目です。{why}。",
        "The most unusual one is row {row} of the file: {why}."
    )
}

pub(super) fn top_moment(lang: Lang, at: Moment, grain: Grain, reasons: &[Reason]) -> String {
    let (at, why) = (date(lang, at, grain), reason::list(lang, reasons));
    say!(lang, "いちばん違うのは{at}です。{why}。", "The most unusual one is {at}: {why}.")
}

pub(super) fn table(lang: Lang) -> String {
    pick(lang, "いつもと違う行の一覧（違いの大きい順）", "Unusual rows, the most unusual first").to_owned()
}

pub(super) fn event_table(lang: Lang, (rows, flagged): (usize, usize), (shown, events): (usize, usize)) -> String {
    let mut out = pick(
        lang,
        "いつもと違うところの一覧（違いの大きい順）。続いた行は1か所にまとめています。",
        "What stood out, the most unusual first; rows in a run are one place.",
    )
    .to_owned();
    if rows > flagged {
        let (rows, flagged) = (count(lang, rows), count(lang, flagged));
        out += &say!(
            lang,
            "行の数を全部足すと{rows}で、上の{flagged}行より多くなります。同じ行を、項目ごとに数えているためです。",
            " Their rows come to {rows}, more than the {flagged} above: a row is counted once for each column that is unusual in it."
        );
    }
    if shown < events {
        let (shown, events) = (count(lang, shown), count(lang, events));
        out += &say!(
            lang,
            "ここには{events}か所のうち{shown}か所を出します。グラフの印と、保存する表には全部入ります。",
            " Listed here: {shown} of {events}. The chart and the saved table have them all."
        );
    }
    out
}

pub(super) fn chart(lang: Lang, what: &str) -> String {
    let what = quoted(lang, what);
    say!(lang, "{what}の動きと、いつもと違うところ（▲▼◆）", "{what}, with unusual moments marked ▲ ▼ ◆")
}

pub(super) fn columns(lang: Lang) -> String {
    pick(lang, "「いつもと違う」の理由になった項目", "Columns that made rows unusual").to_owned()
}

pub(super) fn how(lang: Lang) -> String {
    pick(
        lang,
        "「違いの大きさ」は0から1の数で、その前後の動きも含めた目安です。いつもと違うかどうかは、印のあるなしで見てください。",
        "“How unusual” goes from 0 to 1 and takes in what lies around a row. Whether a row is unusual, its mark says.",
    )
    .to_owned()
}

pub(super) fn check(lang: Lang) -> String {
    pick(
        lang,
        "印は、データだけから見つけた候補です。まちがいとは限りません。元の記録を確かめてください。",
        "The marks are candidates found from the data alone, not proof of a mistake. Check them against your records.",
    )
    .to_owned()
}
