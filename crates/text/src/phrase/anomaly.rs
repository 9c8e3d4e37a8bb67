//! Unusual rows and moments.

use sanpo_api::{DAY_SECS, Grain, Lang, Moment, Reason};

use super::reason;
use crate::count::{count, counted};
use crate::date::{date, date_short};
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
        "{places} stood out (rows in a run count as one): {marked} of {all} rows."
    )
}

pub(super) fn none(lang: Lang, rows: usize, columns: usize, span: Option<(Moment, Moment, Grain)>) -> String {
    let rows = crate::count::rows(lang, rows);
    let columns = match lang {
        Lang::Ja => count(lang, columns),
        Lang::En => counted(columns, "column", "columns"),
    };
    let when = span.map(|(from, to, grain)| self::span(lang, from, to, grain));
    let when = when.map_or_else(String::new, |when| say!(lang, "{when}の", ", {when}"));
    say!(
        lang,
        "いつもと違うところは、見つかりませんでした。{when}{columns}項目・{rows}を調べました。",
        "Nothing stands out in {columns} and {rows}{when}."
    )
}

pub(super) fn quiet(lang: Lang) -> String {
    pick(
        lang,
        "はっきりした違いは、ありませんでした。小さな違いや、ゆっくり進む変化は、見のがすことがあります。",
        "Nothing differs clearly. Small differences and slow changes can be missed.",
    )
    .to_owned()
}

/// Where to mark more readily.
pub(super) fn try_more(lang: Lang, sensitivity: u8) -> String {
    let (change, more) = (crate::ui(lang).saving.again_settings, crate::ui(lang).choice.more_settings);
    say!(
        lang,
        "小さな違いも見たいときは、「{change}」の「{more}」で「印のつけやすさ」を大きくします（今は5段階の{sensitivity}）。",
        "To see smaller differences, choose “{change}”, then “{more}”, and raise “How readily to mark” (now {sensitivity} of 5)."
    )
}

/// From when to when; the day and the year are said once where they are the same.
pub(super) fn span(lang: Lang, from: Moment, to: Moment, grain: Grain) -> String {
    let (first, last) = (date(lang, from, grain), date(lang, to, grain));
    if from == to {
        return first;
    }
    let one_day = grain < Grain::Day && from.0.div_euclid(DAY_SECS) == to.0.div_euclid(DAY_SECS);
    let short = date_short(lang, to, grain);
    let last = match (lang, one_day) {
        (_, true) => last.rsplit(' ').next().unwrap_or(&last),
        (Lang::Ja, false) if grain < Grain::Year && from.civil().year == to.civil().year => &short,
        (_, false) => &last,
    };
    say!(lang, "{first}〜{last}", "{first} to {last}")
}

pub(super) fn top_row(lang: Lang, row: &str, reasons: &[Reason]) -> String {
    let why = reason::list(lang, reasons);
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

pub(super) fn event_table(lang: Lang, shown: usize, events: usize) -> String {
    let mut out = pick(
        lang,
        "いつもと違うところの一覧（違いの大きい順）。続いた行や、同じころの項目は、1か所にまとめています。",
        "What stood out, the most unusual first; rows in a run and columns at about the same time are one place.",
    )
    .to_owned();
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
    say!(lang, "{what}の動き（▲▼◆はいつもと違うところ）", "{what}, with unusual moments marked ▲ ▼ ◆")
}

pub(super) fn columns(lang: Lang) -> String {
    pick(lang, "「いつもと違う」の理由になった項目", "Columns that made rows unusual").to_owned()
}

pub(super) fn how(lang: Lang) -> String {
    pick(
        lang,
        "「違いの大きさ」は0から1の数で、1に近いほど、ふだんと違います。",
        "“How unusual” runs from 0 to 1, the most unusual.",
    )
    .to_owned()
}

pub(super) fn check(lang: Lang) -> String {
    pick(
        lang,
        "どれも、データだけから見つけた候補です。まちがいとは限りません。元の記録を確かめてください。",
        "These are candidates found from the data alone, not proof of a mistake. Check them against your records.",
    )
    .to_owned()
}
