//! Series that are treated unlike the others, by name.

use sanpo_api::Lang;

use crate::count::count;
use crate::say::{names, pick};

pub(super) fn season_borrowed(lang: Lang, n: usize, list: &[String]) -> String {
    let (n, list) = so_many(lang, n, list);
    say!(
        lang,
        "始まったばかりの{n}種類（{list}）は、ほかのものの季節の動きを借りて予測しました。",
        "Forecast with the season of the others: {n} series that began lately ({list})."
    )
}

pub(super) fn short_series(lang: Lang, n: usize, need: usize, list: &[String]) -> String {
    let is_named = !list.is_empty();
    let ((n, list), need) = (so_many(lang, n, list), count(lang, need));
    let mut out = say!(
        lang,
        "データが{need}件より少ない{n}種類は、平均の値を予測にしました",
        "{n} series with fewer than {need} values got the average as the forecast"
    );
    if is_named {
        out += &say!(lang, "（{list}）", " ({list})");
    }
    out + pick(lang, "。", ".")
}

/// The number, and the names of some of so many.
fn so_many(lang: Lang, n: usize, list: &[String]) -> (String, String) {
    let more = if list.len() < n { pick(lang, "など", " and others") } else { "" };
    (count(lang, n), names(lang, list, list.len()) + more)
}

pub(super) fn ended_earlier(lang: Lang, n: usize, list: &[String], long_ago: bool) -> String {
    let (n, list) = so_many(lang, n, list);
    if long_ago {
        return say!(
            lang,
            "先に終わっている{n}種類（{list}）は、予測していません。",
            "Not forecast, because the data end earlier ({n} series): {list}."
        );
    }
    say!(
        lang,
        "先に終わっている{n}種類（{list}）は、データの終わりから予測しました。合計には入れていません。",
        "Forecast from an earlier end, and not part of the total ({n} series): {list}."
    )
}

pub(super) fn left_out(lang: Lang, n: usize, list: &[String]) -> String {
    let (n, list) = so_many(lang, n, list);
    say!(
        lang,
        "値が足りない{n}種類（{list}）は、結果に入っていません。",
        "Not in the result: {n} series with too few values ({list})."
    )
}
