//! Forecasts: what drives them.

use sanpo_api::{Grain, LabelCode, Lang};

use crate::label::label_code;
use crate::number::percent;
use crate::say::pick;

pub(super) fn trend(lang: Lang, frac: f64) -> String {
    let by = percent(lang, frac.abs());
    let more = if frac < 0.0 { pick(lang, "少なめ", "below") } else { pick(lang, "多め", "above") };
    say!(
        lang,
        "この1年は、その前の1年より{by}くらい{more}です。",
        "The last year is about {by} {more} the year before."
    )
}

pub(super) fn peak(lang: Lang, high: &LabelCode, low: &LabelCode, swing_frac: f64) -> String {
    let (high, low) = (label_code(lang, high), label_code(lang, low));
    let mut out = say!(
        lang,
        "{high}がいちばん高く、{low}がいちばん低い傾向です。",
        "{high} is usually the highest, {low} the lowest."
    );
    if swing_frac.is_finite() && swing_frac > 0.0 {
        let swing = percent(lang, swing_frac);
        out += &say!(lang, "差は、平均の{swing}にあたります。", " They differ by {swing} of the average.");
    }
    out
}

pub(super) fn heat(lang: Lang, high: &(LabelCode, LabelCode), low: &(LabelCode, LabelCode)) -> String {
    let place = |(day, at): &(LabelCode, LabelCode)| {
        let within = if matches!(at, LabelCode::Month(_)) { "s in" } else { "," };
        let (day, at) = (label_code(lang, day), label_code(lang, at));
        say!(lang, "{at}の{day}", "{day}{within} {at}")
    };
    let (high, low) = (place(high), place(low));
    say!(
        lang,
        "平均がいちばん高いのは{high}、いちばん低いのは{low}です。",
        "The mean is highest on {high} and lowest on {low}."
    )
}

pub(super) fn none(lang: Lang) -> String {
    pick(
        lang,
        "決まった間隔のくり返しは見つかりませんでした。",
        "No pattern that repeats at regular intervals was found.",
    )
    .to_owned()
}

pub(super) fn caption(lang: Lang, grain: Grain) -> String {
    let place = match grain {
        Grain::Hour => pick(lang, "時間帯", "hour of the day"),
        Grain::Month => pick(lang, "月", "month"),
        Grain::Quarter => pick(lang, "四半期", "quarter"),
        _ => pick(lang, "曜日", "day of the week"),
    };
    say!(
        lang,
        "予測に見込んだ、{place}ごとの平均との差",
        "What the forecast assumes for each {place}, against the average"
    )
}
