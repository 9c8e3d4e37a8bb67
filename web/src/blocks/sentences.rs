//! Sentences, one paragraph each.

use crate::views::Views;
use leptos::prelude::*;
use sanpo_api::{Lang, Phrase, Words};
use sanpo_text::Text;

/// Sentences in their order; nothing where there are none.
pub fn sentences(phrases: &[Phrase], lang: Lang) -> Option<AnyView> {
    let sentence = |phrase: &Phrase| view! { <p>{Text.phrase(lang, phrase)}</p> };
    let list = phrases.iter().map(sentence).views();
    (!phrases.is_empty()).then(|| view! { <div class="sentences">{list}</div> }.into_any())
}
