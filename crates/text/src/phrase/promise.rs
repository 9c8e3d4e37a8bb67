//! A former forecast beside what happened since.

use sanpo_api::Lang;

use super::forecast::off_by;
use crate::count::count;
use crate::number::amount;

/// What [`kept`] says.
pub(super) struct Kept<'a> {
    pub said: f64,
    pub happened: f64,
    pub error: (f64, Option<f64>),
    pub inside: usize,
    pub points: usize,
    pub unit: Option<&'a str>,
}

pub(super) fn kept(lang: Lang, found: &Kept) -> String {
    let (said, happened) = (amount(lang, found.said, found.unit), amount(lang, found.happened, found.unit));
    let off = off_by(lang, found.error, found.unit);
    let (inside, points) = (count(lang, found.inside), count(lang, found.points));
    say!(
        lang,
        "前回の予測は平均{said}、実際は平均{happened}でした。ずれは1回あたり{off}です。{points}回のうち{inside}回が、予想した幅（80%）に入りました。",
        "The last forecast said {said} on average; it came to {happened}. It was off by {off} each time. Of {points} values, {inside} fell inside the 80% range."
    )
}

pub(super) fn open(lang: Lang) -> String {
    say!(
        lang,
        "前回予測した期間の実績が、まだありません。新しいデータが入ったら、答え合わせができます。",
        "Nothing that the last forecast was about has happened yet in this file. Come back with newer data."
    )
}

pub(super) fn caption(lang: Lang, what: &str) -> String {
    say!(lang, "{what}：前回の予測と、実際", "{what}: the last forecast and what happened")
}
