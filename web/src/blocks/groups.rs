//! Cards that describe groups, with the marker that they have on the map.

use leptos::prelude::*;
use sanpo_api::{GroupCard, Label, LabelCode, Lang, Words};
use sanpo_chart::marker;
use sanpo_text::{Text, ui};

use super::svg::draw;
use crate::views::Views;

/// Cards of groups.
#[component]
pub fn GroupsBlock(
    /// One a group.
    cards: Vec<GroupCard>,
    /// The language.
    lang: Lang,
) -> impl IntoView {
    view! { <ul class="group-cards">{cards.iter().map(|card| group(card, lang)).views()}</ul> }
}

fn group(card: &GroupCard, lang: Lang) -> impl IntoView + use<> {
    let sample = marker(card.group.saturating_sub(1) as usize, 10.0, 10.0);
    let what = |phrase: &sanpo_api::Phrase| view! { <li>{Text.phrase(lang, phrase)}</li> };
    let traits = card.traits.iter().map(what).views();
    view! {
        <li class="group-card">
            <p class="group-number">
                <svg class="group-marker" viewBox="0 0 20 20" aria-hidden="true">
                    {draw(&sample)}
                </svg>
                {Text.label(lang, &Label::Code(LabelCode::Group(card.group)))}
            </p>
            <h3>{Text.phrase(lang, &card.name)}</h3>
            <p class="group-size">{(ui(lang).report.group_size)(card.rows, card.customers, card.share_frac)}</p>
            {card.money_frac.map(|frac| view! { <p class="group-size">{(ui(lang).report.group_money)(frac)}</p> })}
            {(!card.traits.is_empty()).then(|| view! { <ul class="group-traits">{traits}</ul> }.into_any())}
        </li>
    }
}
