//! Forecasts: means, parts that add up, past trials, items that need attention.

use sanpo_api::{Grain, Label, Lang, Letter, Moment, Naive, Words};

use super::forecast::{Than, naive as simple};
use crate::Text;
use crate::count::{count, grain_count};
use crate::date::date;
use crate::number::{amount, difference, ends, percent};
use crate::say::{pick, quoted};

pub(super) fn mean(lang: Lang, what: &str, unit: Option<&str>, span: &str, mean: f64, series: usize) -> String {
    let (what, mean) = (quoted(lang, what), amount(lang, mean, unit));
    if series > 1 {
        let n = count(lang, series);
        return say!(
            lang,
            "これから{span}の{what}は、{n}種類の平均で{mean}くらいの見込みです。",
            "{what} over the next {span}: about {mean} on average over all {n} series."
        );
    }
    say!(
        lang,
        "これから{span}の{what}は、平均で{mean}くらいの見込みです。",
        "{what} over the next {span}: about {mean} on average."
    )
}

pub(super) fn mean_change(lang: Lang, by: f64, unit: Option<&str>, than: &Than) -> String {
    let size = difference(lang, by.abs(), unit);
    let is_none = !by.is_finite() || size == difference(lang, 0.0, unit);
    let more = if by > 0.0 { pick(lang, "高い", "higher") } else { pick(lang, "低い", "lower") };
    than.say(lang, (!is_none).then_some((size, more)))
}

pub(super) fn items(lang: Lang) -> String {
    pick(
        lang,
        "種類ごとの見込み。気をつけたいものが先、終わったものが最後です。",
        "Each series; those that need attention come first, those that ended last",
    )
    .to_owned()
}

pub(super) fn ended(lang: Lang, at: Moment, grain: Grain) -> String {
    let at = date(lang, at, grain);
    say!(lang, "{at}でデータが終わっています", "Its data end with {at}")
}

pub(super) fn short(lang: Lang, have: usize) -> String {
    let have = count(lang, have);
    say!(lang, "データが{have}件だけです", "It has only {have} values")
}

pub(super) fn gaps(lang: Lang, frac: f64) -> String {
    let share = percent(lang, frac);
    say!(lang, "期間の{share}にデータがありません", "No data for {share} of the time")
}

pub(super) fn moves(lang: Lang, up: bool, is_wide: bool) -> String {
    let moves = match up {
        true => pick(lang, "大きく増える見込みです", "Much more is expected"),
        false => pick(lang, "大きく減る見込みです", "Much less is expected"),
    };
    if is_wide { [moves, pick(lang, "。", ". "), &wide(lang)].concat() } else { moves.to_owned() }
}

pub(super) fn wide(lang: Lang) -> String {
    pick(lang, "見込みの幅が広めです", "The expected range is wide").to_owned()
}

pub(super) fn parts(lang: Lang) -> String {
    pick(lang, "予測の内訳。すべて足すと、予測になります。", "What the forecast is made of: these add up to it")
        .to_owned()
}

pub(super) fn level(lang: Lang, level: f64, unit: Option<&str>) -> String {
    let level = amount(lang, level, unit);
    say!(lang, "ふだんの水準は、{level}くらいです。", "The usual level is about {level}.")
}

pub(super) fn effect(lang: Lang, label: &Label, low: f64, high: f64, unit: Option<&str>) -> String {
    let name = match label {
        Label::Text(name) => quoted(lang, name),
        Label::Code(code) => Text.label_code(lang, code),
    };
    if low == 0.0 && high == 0.0 {
        return say!(lang, "この期間には、{name}の影響はありません。", "{name}: no difference over this time.");
    }
    if amount(lang, low, unit) == amount(lang, high, unit) {
        let high = amount(lang, high, unit);
        return say!(lang, "{name}で、{high}変わります。", "{name}: a difference of {high}.");
    }
    let [low, high] = ends(lang, low, high, unit);
    say!(lang, "{name}で、{low}から{high}まで変わります。", "{name}: a difference of {low} to {high}.")
}

pub(super) fn rises(lang: Lang, by: f64, unit: Option<&str>) -> String {
    let size = difference(lang, by.abs(), unit);
    if by < 0.0 {
        say!(
            lang,
            "少しずつ減り、期間の終わりには今より{size}ほど少なくなります。",
            "Falls little by little, by {size} in all."
        )
    } else {
        say!(
            lang,
            "少しずつ増え、期間の終わりには今より{size}ほど多くなります。",
            "Rises little by little, by {size} in all."
        )
    }
}

pub(super) fn rest(lang: Lang, most: f64, unit: Option<&str>) -> String {
    let most = difference(lang, most, unit);
    say!(lang, "上のどれでもない動きです。大きいところで{most}です。", "What is none of the above, {most} at most.")
}

pub(super) fn flat(lang: Lang) -> String {
    pick(
        lang,
        "予測がほぼ平らなのは、増減もくり返しも、偶然と見分けられないためです。上下は、「この間に入る見込み」の幅で見てください。",
        "The forecast is nearly flat because neither a rise or fall nor a pattern can be told from chance. The expected range \
         shows the ups and downs.",
    )
    .to_owned()
}

pub(super) fn what_if(lang: Lang) -> String {
    pick(lang, "項目の影響を強めたり弱めたりしたときの予測", "The forecast when a column counts for more or less")
        .to_owned()
}

pub(super) fn trials(lang: Lang, what: &str) -> String {
    let what = quoted(lang, what);
    say!(lang, "過去に試した{what}の予測と、実際の結果", "Past forecasts of {what} and what happened")
}

/// What [`trial`] says.
pub(super) struct Tried<'a> {
    pub at: (Moment, Grain),
    pub steps: (u32, Grain),
    pub error: f64,
    pub naive_error: f64,
    pub naive: Naive,
    pub unit: Option<&'a str>,
}

pub(super) fn trial(lang: Lang, tried: &Tried) -> String {
    let from = date(lang, tried.at.0, tried.at.1);
    let span = grain_count(lang, tried.steps.0, tried.steps.1);
    let error = amount(lang, tried.error, tried.unit);
    let other = amount(lang, tried.naive_error, tried.unit);
    let naive = simple(lang, tried.naive);
    let closer = if error == other {
        pick(lang, "ほぼ同じ結果です", "about the same")
    } else if tried.error < tried.naive_error {
        pick(lang, "予測の方が近い結果です", "the forecast was closer")
    } else {
        pick(lang, "予測の方が遠い結果です", "the forecast was further off")
    };
    say!(
        lang,
        "{from}から{span}分を予測すると、ずれは平均で{error}でした。「{naive}」と答えた場合は{other}で、{closer}。",
        "Forecast for {span} from {from}: off by {error} on average. Answering “{naive}” would have been off by {other}: {closer}."
    )
}

pub(super) fn trial_inside(lang: Lang, level: u8, inside: usize, points: usize) -> String {
    let (inside, points) = (count(lang, inside), count(lang, points));
    say!(
        lang,
        "実際の{points}件のうち{inside}件が、「この間に入る見込み」の幅に入りました。めやすは{level}%です。",
        "{inside} of the {points} values that came fell inside the expected range; it aims at {level}%."
    )
}

pub(super) fn order_unsure(lang: Lang, letter: Letter) -> String {
    match letter {
        Letter::D => pick(
            lang,
            "この予測は、単純な答え方より当たるとは言えません（評価D）。この表だけで発注を決めないでください。",
            "This forecast is no better than a simple answer (grade D). Do not order by this list alone.",
        ),
        Letter::A | Letter::B | Letter::C => pick(
            lang,
            "この予測は、外れることが多いかもしれません（評価C）。ふだんの発注量とくらべてから使ってください。",
            "This forecast may well be off (grade C). Hold the list against what you usually order before you use it.",
        ),
    }
    .to_owned()
}

pub(super) fn shifted(lang: Lang) -> String {
    pick(lang, "最近、ふだんの水準が変わっています", "The usual level changed lately").to_owned()
}
