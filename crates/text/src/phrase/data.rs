//! What was done to the data before the work.

use sanpo_api::{Grain, Lang, Moment, Step};

use crate::count::{count, counted, grain_count};
use crate::date::date;
use crate::label::weekday;
use crate::number::{number, with_unit};
use crate::say::{names, pick, quoted};

/// `(series, moments)`: how many series have gaps, and at how many different moments.
pub(super) fn gaps_filled(lang: Lang, n: usize, step: Step, (series, moments): (usize, usize)) -> String {
    // Clocks may step by any number of minutes: places are counted, not minutes.
    if matches!(step.grain, Grain::Second | Grain::Minute) {
        let n = count(lang, n);
        if series > 1 {
            let (moments, all) = (count(lang, moments), count(lang, series));
            return say!(
                lang,
                "行のない時刻が{moments}か所あり、{all}種類あわせて{n}か所です。前後の値から補っています。",
                "{moments} points in time had no row, {n} over {all} series; they were filled in from their neighbours."
            );
        }
        return say!(
            lang,
            "行のない時刻が{n}か所ありました。前後の値から補っています。",
            "Points in time without a row, filled in from their neighbours: {n}."
        );
    }
    let span =
        |n: usize| grain_count(lang, u32::try_from(n).unwrap_or(u32::MAX).saturating_mul(step.every), step.grain);
    if series > 1 {
        let (moments, span, all) = (span(moments), span(n), count(lang, series));
        return say!(
            lang,
            "行のないところが{moments}あり、{all}種類あわせて{span}分です。前後の値から補っています。",
            "On {moments} some rows were missing ({span} in all, over {all} series). They were filled in from their neighbours."
        );
    }
    let span = span(n);
    say!(
        lang,
        "行のないところが{span}分ありました。前後の値から補っています。",
        "{span} had no row; they were filled in from their neighbours."
    )
}

pub(super) fn duplicates_added(lang: Lang, n: usize, mean: bool) -> String {
    let rows = crate::count::rows(lang, n);
    let (made, how) = if mean { ("平均", "averaged") } else { ("合計", "added up") };
    say!(
        lang,
        "同じ時期の行が{rows}あり、{made}して使いました。",
        "{rows} fell on a date that had one already; they were {how}."
    )
}

pub(super) fn total(lang: Lang, what: &str, series: usize) -> String {
    let (what, n) = (quoted(lang, what), count(lang, series));
    say!(lang, "{n}種類すべてを足した{what}", "{what}, all {n} series added up")
}

pub(super) fn group_totals(lang: Lang, what: &str, column: &str) -> String {
    let (what, column) = (quoted(lang, what), quoted(lang, column));
    say!(lang, "{column}ごとに足した{what}", "{what} added up by {column}")
}

pub(super) fn running(lang: Lang, at: (Moment, Grain), sizes: [f64; 2], unit: Option<&str>) -> String {
    let at = date(lang, at.0, at.1);
    let [so_far, usual] = sizes.map(|v| with_unit(lang, number(lang, v), unit));
    say!(
        lang,
        "{at}は、まだ途中のようです（{so_far}、ふだんは{usual}くらい）。計算に入れず、予測しました。",
        "{at} does not seem to be over ({so_far}, usually about {usual}). It was left out and forecast."
    )
}

pub(super) fn stray(lang: Lang, n: usize, single: Option<(Moment, f64)>, of: (Grain, Option<&str>)) -> String {
    if let Some((at, value)) = single {
        let (at, value) = (date(lang, at, of.0), with_unit(lang, number(lang, value), of.1));
        return say!(
            lang,
            "{at}の{value}は、ほかとかけ離れているので、計算に入れていません。",
            "{value} ({at}) is far from all others and was left out of the calculation."
        );
    }
    let n = count(lang, n);
    say!(
        lang,
        "飛びぬけた値が{n}個ありました。計算に入れていません。",
        "Values far from all others: {n}. They were left out of the calculation."
    )
}

pub(super) fn level_moved(lang: Lang, at: Option<(Moment, Grain)>, series: usize) -> String {
    match at {
        Some((at, grain)) => {
            let at = date(lang, at, grain);
            say!(lang, "{at}ごろから、ふだんの水準が変わっています。", "The usual level changed around {at}.")
        }
        None => {
            let n = count(lang, series);
            say!(lang, "ふだんの水準が途中で変わったものが{n}種類あります。", "Series whose usual level changed: {n}.")
        }
    }
}

pub(super) fn level_adjusted(lang: Lang, at: Option<(Moment, Grain)>, series: usize) -> String {
    match at {
        Some((at, grain)) => {
            let at = date(lang, at, grain);
            say!(
                lang,
                "{at}ごろに水準が変わったので、それより前の値は今の水準に合わせて使いました。",
                "The level changed around {at}. Values before that were brought to the present level."
            )
        }
        None => {
            let n = count(lang, series);
            say!(
                lang,
                "途中で水準が変わった{n}種類は、それより前の値を今の水準に合わせて使いました。",
                "Series whose level changed, with the values before brought to the present level: {n}."
            )
        }
    }
}

pub(super) fn closed_ahead(lang: Lang, past: usize, next: &[Moment], n: usize) -> String {
    let list: Vec<String> = next.iter().map(|at| date(lang, *at, Grain::Day)).collect();
    let (list, past) = (list.join(pick(lang, "、", ", ")), count(lang, past));
    let more = if n > next.len() { pick(lang, "など", " and more") } else { "" };
    match next {
        [] => say!(
            lang,
            "休みの日が{past}日ありました。0とは数えていません。",
            "Closed days found: {past}. They do not count as zero."
        ),
        _ => say!(
            lang,
            "これまでの休み方から、{list}{more}を休みの日として予測しました。",
            "Going by the closed days so far, these are forecast as closed: {list}{more}."
        ),
    }
}

pub(super) fn closed_weekdays(lang: Lang, weekdays: &[u8]) -> String {
    let mut days = String::new();
    for (i, day) in weekdays.iter().enumerate() {
        if i > 0 {
            days.push_str(pick(lang, "・", ", "));
        }
        days.push_str(&weekday(lang, *day));
    }
    say!(lang, "{days}は、休みの日として予測しました。", "{days}: forecast as closed.")
}

pub(super) fn rows_left_out(lang: Lang, n: usize) -> String {
    match lang {
        Lang::Ja => format!("日付や数がない{}行は、使いませんでした。", count(lang, n)),
        Lang::En => counted(n, "row", "rows") + " without a date or a number left out.",
    }
}

pub(super) fn stopped_series(lang: Lang, done: usize, all: usize) -> String {
    let (done, all) = (count(lang, done), count(lang, all));
    say!(
        lang,
        "途中で止めた結果です。{all}種類のうち、{done}種類だけが入っています。",
        "This run was stopped early: the result holds {done} of {all} series."
    )
}

pub(super) fn panels_cut(lang: Lang, shown: usize, total: usize) -> String {
    let (shown, total) = (count(lang, shown), count(lang, total));
    say!(
        lang,
        "グラフに出すのは{total}種類のうち{shown}種類です。保存する表には全部入ります。",
        "The charts show {shown} of {total} series. The saved table has them all."
    )
}

pub(super) fn columns_left_out(lang: Lang, columns: &[String]) -> String {
    let list = names(lang, columns, 8);
    say!(lang, "手がかりにしなかった項目：{list}", "Columns not used: {list}")
}

pub(super) fn sampled(lang: Lang, used: usize, rows: usize) -> String {
    let (used, rows) = (count(lang, used), count(lang, rows));
    say!(
        lang,
        "{rows}行のうち{used}行を、かたよらないように選んで学習しました。",
        "It learnt from {used} of {rows} rows, picked evenly."
    )
}
