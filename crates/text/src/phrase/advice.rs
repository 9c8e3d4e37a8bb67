//! What to do with each group of customers.

use sanpo_api::{Lang, Phrase, RfmName};

use crate::say::pick;

pub(super) fn named_advice(lang: Lang, group: u32, label: &Phrase, name: RfmName) -> String {
    let (label, advice) = (super::phrase(lang, label), advice(lang, name));
    say!(lang, "グループ{group}「{label}」：{advice}", "Group {group}, “{label}”: {advice}")
}

fn advice(lang: Lang, name: RfmName) -> &'static str {
    match name {
        RfmName::Champion => pick(
            lang,
            "お礼や先行案内を届けて、関係を大切にしましょう。",
            "Thank them and let them be the first to hear of what is new.",
        ),
        RfmName::Loyal => pick(
            lang,
            "ひとつ上の商品や、まとめ買いの案内が向いています。",
            "Offer them something better, or more at a time.",
        ),
        RfmName::New | RfmName::Once => {
            pick(lang, "2回目に来てもらえるよう、早めに案内しましょう。", "Invite them soon for a second purchase.")
        }
        RfmName::AtRisk => {
            pick(lang, "しばらくぶりの案内や特典で、声をかけましょう。", "Get back in touch, with a reason to return.")
        }
        RfmName::Lost => pick(
            lang,
            "費用をかけすぎず、ときどきの案内にとどめましょう。",
            "Write now and then, and do not spend much on it.",
        ),
        RfmName::Regular => pick(
            lang,
            "季節の案内など、来る回数が増えるきっかけを作りましょう。",
            "Give them a reason to come a little more often, such as a seasonal offer.",
        ),
    }
}
