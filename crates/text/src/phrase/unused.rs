//! What the person gave that a forecast does not use.

use sanpo_api::{Label, Lang, Words};

use crate::Text;
use crate::count::{count, counted};
use crate::say::{names, pick};

pub(super) fn no_help(lang: Lang, labels: &[Label]) -> String {
    let name = |label: &Label| Text.label(lang, label);
    let list = names(lang, &labels.iter().map(name).collect::<Vec<_>>(), 8);
    say!(
        lang,
        "{list}は、過去の値を当てる助けにならなかったので、使っていません。",
        "Left out, as it did not help with past values: {list}."
    )
}

pub(super) fn cannot_tell(lang: Lang, labels: &[Label], need: Option<usize>) -> String {
    let name = |label: &Label| Text.label(lang, label);
    let list = names(lang, &labels.iter().map(name).collect::<Vec<_>>(), 8);
    match need.map(|need| count(lang, need)) {
        Some(need) => say!(
            lang,
            "過去のデータが{need}件より少ないため、{list}の影響は分かりません。予測には使っていません。",
            "Left out, as it takes {need} past values to tell what it does: {list}."
        ),
        None => say!(
            lang,
            "このデータでは、{list}の影響が分かりません。予測には使っていません。",
            "Left out, as these data cannot tell what it does: {list}."
        ),
    }
}

pub(super) fn own_days_few(lang: Lang, past: usize) -> String {
    let why = match past {
        0 => pick(
            lang,
            "選んだ特別な日の中に、値のある過去の日がありません。",
            "Your special days hold no past day with a value, so there is nothing to learn from.",
        )
        .to_owned(),
        _ => {
            let (n, days) = (count(lang, past), counted(past, "past day", "past days"));
            say!(
                lang,
                "特別な日が過去に{n}日では、偶然と見分けられません。",
                "Your special days hold {days}, too few to tell an effect from chance."
            )
        }
    };
    say!(
        lang,
        "{why}そのため、予測には使っていません。同じような過去の日を、ちがう時期からも選んでください。",
        "{why} They had no effect on the forecast. Choose more past days of the kind, from different times."
    )
}
