//! Reasons of a grade.

use sanpo_api::{Lang, Phrase};

use crate::number::percent;
use crate::say::pick;

pub(super) fn better(lang: Lang, frac: f64) -> String {
    let by = percent(lang, frac);
    say!(
        lang,
        "単純な答え方とくらべて、ずれが{by}小さくなりました。",
        "The error is {by} smaller than with the simple answer."
    )
}

pub(super) fn worse(lang: Lang, frac: f64) -> String {
    let by = percent(lang, frac);
    say!(
        lang,
        "単純な答え方のほうが、よく当たりました。ずれは{by}大きくなりました。",
        "The simple answer did better: the error is {by} larger."
    )
}

/// A chance is no distance: it has no error that people would call so.
pub(super) fn better_chances(lang: Lang, frac: f64) -> String {
    let by = percent(lang, frac);
    say!(
        lang,
        "単純な答え方とくらべて、見込みが{by}正確でした。",
        "The chances are {by} more accurate than with the simple answer."
    )
}

pub(super) fn no_better(lang: Lang) -> String {
    pick(lang, "単純な答え方と、当たりやすさが変わりません。", "It does no better than the simple answer.").to_owned()
}

pub(super) fn too_little(lang: Lang) -> String {
    pick(lang, "データが少ないため、当たりやすさを判断できません。", "There is too little data to tell how good it is.")
        .to_owned()
}

pub(super) fn large_error(lang: Lang, frac: f64, of_sum: bool) -> String {
    let share = percent(lang, frac);
    if of_sum {
        say!(lang, "ただし、期間の合計でも、{share}ずれています。", "But even the sums were off by {share}.")
    } else {
        say!(lang, "ただし、ずれは平均の{share}あります。", "But the error is {share} of the average.")
    }
}

pub(super) fn often_outside(lang: Lang) -> String {
    pick(lang, "見込みの幅から外れた値も、多くありました。", "Many values fell outside the expected range.").to_owned()
}

pub(super) fn range_missed(lang: Lang, level: u8, frac: f64) -> String {
    let share = percent(lang, frac);
    say!(
        lang,
        "{level}%が入るはずの幅に、過去の値は{share}しか入りませんでした。幅を広めに見てください。",
        "Only {share} of past values fell inside the {level}% range. Expect wider ups and downs."
    )
}

pub(super) fn cut_short(lang: Lang, reason: &Phrase) -> String {
    let reason = super::phrase(lang, reason);
    say!(
        lang,
        "{reason}途中で止めたので、全部は試していません。",
        "{reason} The run was stopped early: not everything was tried."
    )
}

pub(super) fn both(lang: Lang, first: &Phrase, then: &Phrase) -> String {
    super::phrase(lang, first) + pick(lang, "", " ") + &super::phrase(lang, then)
}

pub(super) fn groups(lang: Lang, frac: f64) -> String {
    let share = percent(lang, frac);
    say!(
        lang,
        "グループは、よく分かれています（分け直すと{share}が一致）。",
        "The groups are clear: {share} came out the same when repeated."
    )
}
