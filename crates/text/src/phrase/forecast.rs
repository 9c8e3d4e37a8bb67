//! Forecasts: the answer and how sure it is.

use sanpo_api::{Grain, Lang, ModelName, Moment, Naive};

use crate::count::{count, grain_count, per_grain};
use crate::date::date;
use crate::label::model_name;
use crate::number::{amount, difference, ends, number, percent, with_unit};
use crate::say::{pick, quoted};

/// What [`next`] says.
pub(super) struct Next<'a> {
    pub what: &'a str,
    pub unit: Option<&'a str>,
    pub at: Moment,
    pub grain: Grain,
    pub value: f64,
    pub lower: f64,
    pub upper: f64,
    pub series: Option<&'a str>,
}

pub(super) fn next(lang: Lang, next: &Next) -> String {
    let at = date(lang, next.at, next.grain);
    let value = amount(lang, next.value, next.unit);
    let mut what = quoted(lang, next.what);
    if let Some(series) = next.series {
        let series = quoted(lang, series);
        what = say!(lang, "{series}の{what}", "{what} of {series}");
    }
    let mut out = say!(lang, "{at}の{what}は、{value}くらいの見込みです。", "{what}, {at}: about {value}.");
    if next.lower.is_finite() && next.upper.is_finite() {
        out += &between(lang, [next.lower, next.upper], next.unit);
    }
    out
}

/// Nothing where the two ends are the same.
fn between(lang: Lang, both: [f64; 2], unit: Option<&str>) -> String {
    let [mut lower, mut upper] = ends(lang, both[0], both[1], unit);
    if lower == upper {
        // Short numbers hide what is between them: the longer ones tell it.
        [lower, upper] = both.map(|end| with_unit(lang, number(lang, end), unit));
    }
    if lower == upper {
        return String::new();
    }
    say!(
        lang,
        "10回のうち8回は、{lower}〜{upper}の間に入る見込みです。",
        " 8 times out of 10 it should lie between {lower} and {upper}."
    )
}

/// How long the periods to come are in all, with their dates.
pub(super) fn ahead(lang: Lang, (steps, grain): (u32, Grain), dates: Option<(Moment, Moment, Grain)>) -> String {
    let span = grain_count(lang, steps, grain);
    let Some((from, to, grain)) = dates else { return span };
    let dates = super::anomaly::span(lang, from, to, grain);
    say!(lang, "{span}（{dates}）", "{span} ({dates})")
}

pub(super) fn total(
    lang: Lang,
    what: &str,
    unit: Option<&str>,
    (span, steps, grain, open): (String, u32, Grain, u32),
    (total, range): (f64, Option<[f64; 2]>),
    series: usize,
) -> String {
    let what = quoted(lang, what);
    let all = amount(lang, total, unit);
    let mut out = if series > 1 {
        let n = count(lang, series);
        say!(
            lang,
            "これから{span}の{what}は、{n}種類の合計で{all}くらいの見込みです。",
            "{what} over the next {span}, all {n} series together: about {all}."
        )
    } else {
        say!(
            lang,
            "これから{span}の{what}は、合計で{all}くらいの見込みです。",
            "{what} over the next {span}: about {all} in all."
        )
    };
    out += &range.map(|range| between(lang, range, unit)).unwrap_or_default();
    if steps > 1 && open > 0 {
        // On closed days nothing is sold: the usual day is an open one.
        let per = if open < steps {
            pick(lang, "営業日1日あたり", "per open day").into()
        } else {
            per_grain(lang, grain)
        };
        let mean = amount(lang, total / f64::from(open), unit);
        out += &say!(lang, "{per}では{mean}くらいです。", " That is about {mean} {per}.");
    }
    out
}

/// What a change is held against: so many periods just before, or the same ones of the year before.
pub(super) struct Than(pub u32, pub Grain, pub Option<(Moment, Moment)>, pub bool);

impl Than {
    /// By how much more or less, in words; about the same without.
    pub(super) fn say(&self, lang: Lang, by: Option<(String, &str)>) -> String {
        let Self(steps, grain, last_year, open) = *self;
        let than = match last_year {
            Some((from, to)) => {
                let span = super::anomaly::span(lang, from, to, grain);
                say!(lang, "前の年の同じ時期（{span}）", "the same time a year before ({span})")
            }
            None if open => {
                let days = count(lang, steps as usize);
                say!(lang, "直前の営業日{days}日", "the {days} open days just before")
            }
            None => {
                let span = grain_count(lang, steps, grain);
                say!(lang, "直前の{span}", "the {span} just before")
            }
        };
        match by {
            Some((by, more)) => say!(lang, "{than}より、{by}{more}見込みです。", "That is {by} {more} than {than}."),
            None => say!(lang, "{than}と、ほぼ同じ見込みです。", "That is about the same as {than}."),
        }
    }
}

pub(super) fn change(lang: Lang, frac: f64, than: &Than) -> String {
    let more = if frac > 0.0 { pick(lang, "多い", "more") } else { pick(lang, "少ない", "less") };
    // What rounds to no change is no change.
    than.say(lang, (frac.abs() >= 0.005).then(|| (percent(lang, frac.abs()), more)))
}

/// What [`accuracy`] says; errors are absolute and, where it makes sense, relative.
pub(super) struct Accuracy<'a> {
    pub error: (f64, Option<f64>),
    pub simple: (f64, Option<f64>),
    pub naive: Naive,
    pub unit: Option<&'a str>,
    pub trials: usize,
}

pub(super) fn accuracy(lang: Lang, said: &Accuracy) -> String {
    let trials = count(lang, said.trials);
    let error = off_by(lang, said.error, said.unit);
    let simple = off_by(lang, said.simple, said.unit);
    let naive = naive(lang, said.naive);
    let tried = match lang {
        Lang::Ja => format!("過去のデータで{trials}回試すと、ずれは平均で{error}でした。"),
        Lang::En if said.trials == 1 => format!("Tried once on past data, it was off by {error} on average."),
        Lang::En => format!("Tried {trials} times on past data, it was off by {error} on average."),
    };
    tried
        + &say!(
            lang,
            "「{naive}」と答えた場合は{simple}です。",
            " Answering “{naive}” would have been off by {simple}."
        )
}

/// 8%（3,200円）, or the amount alone.
pub(super) fn off_by(lang: Lang, (error, frac): (f64, Option<f64>), unit: Option<&str>) -> String {
    let error = difference(lang, error, unit);
    match frac.filter(|f| f.is_finite()) {
        Some(frac) => {
            let share = percent(lang, frac);
            say!(lang, "{share}（{error}）", "{share} ({error})")
        }
        None => error,
    }
}

/// The simple answer, as somebody would say it.
pub(super) fn naive(lang: Lang, naive: Naive) -> &'static str {
    match naive {
        Naive::LastValue => pick(lang, "直前と同じ", "the same as last time"),
        Naive::Yesterday => pick(lang, "昨日の同じ時刻と同じ", "the same as this time yesterday"),
        Naive::LastWeek => pick(lang, "先週と同じ", "the same as a week ago"),
        Naive::LastYear => pick(lang, "去年と同じ", "the same as a year ago"),
    }
}

pub(super) fn coverage(lang: Lang, levels: &[(u8, f64)], points: usize) -> String {
    let points = count(lang, points);
    let reached = levels.iter().map(|(level, frac)| {
        let reached = percent(lang, *frac);
        say!(lang, "{level}%の幅に{reached}", "{reached} fell inside the {level}% range")
    });
    let reached = reached.collect::<Vec<_>>().join(pick(lang, "、", " and "));
    say!(
        lang,
        "過去の{points}件のうち、「この間に入る見込み」の{reached}が入りました。",
        "Of {points} past values, {reached}."
    )
}

pub(super) fn too_short_to_test(lang: Lang, have: usize, need: usize) -> String {
    let (have, need) = (count(lang, have), count(lang, need));
    say!(
        lang,
        "データが{have}件なので、過去で試すことができません。{need}件以上あると試せます。",
        "There are {have} values, too few to try the method on the past. That takes {need}."
    )
}

pub(super) fn error_by_distance(lang: Lang) -> String {
    pick(lang, "どれだけ先かで見た、ずれの平均", "How far off forecasts were, by how far ahead").to_owned()
}

pub(super) fn caption(lang: Lang, what: &str, steps: u32, grain: Grain) -> String {
    let span = grain_count(lang, steps, grain);
    let what = quoted(lang, what);
    say!(lang, "{what}のこれまでと、これから{span}の予測", "{what} so far, and the forecast for the next {span}")
}

pub(super) fn table(lang: Lang) -> String {
    pick(lang, "予測した値の一覧", "The forecast, one line a period").to_owned()
}

pub(super) fn models(lang: Lang, models: &[(ModelName, f64)]) -> String {
    let mut list = String::new();
    for (i, (name, weight)) in models.iter().enumerate() {
        if i > 0 {
            list.push_str(pick(lang, "、", ", "));
        }
        list.push_str(model_name(lang, *name));
        if models.len() > 1 {
            list.push(' ');
            list.push_str(&percent(lang, *weight));
        }
    }
    say!(lang, "使った方法：{list}", "Methods used: {list}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_that_of_the_open_days() {
        let said = |lang, open| total(lang, "x", None, ("30".into(), 30, Grain::Day, open), (3_000.0, None), 1);
        assert!(said(Lang::Ja, 30).contains("1日あたりでは100くらい") && !said(Lang::Ja, 30).contains("営業日"));
        assert!(said(Lang::Ja, 20).contains("営業日1日あたりでは150くらい"), "{}", said(Lang::Ja, 20));
        assert!(said(Lang::En, 20).contains("150 per open day"), "{}", said(Lang::En, 20));
        assert!(!said(Lang::En, 0).contains("per "));
    }
}
