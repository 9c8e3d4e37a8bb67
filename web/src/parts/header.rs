//! The bar on top: the name, the promise, the language.

use leptos::prelude::*;
use sanpo_api::Lang;

use super::{Icon, Picture};
use crate::state::App;

/// The bar on top.
#[component]
pub fn Header() -> impl IntoView {
    let app = App::here();
    view! {
        <header class="bar">
            <div class="bar-in">
                <p class="brand">
                    <Mark />
                    <span>{app.say(|w| w.frame.app)}</span>
                </p>
                <p class="promise">
                    <Icon picture=Picture::Lock />
                    {app.say(|w| w.frame.private_badge)}
                </p>
                <div class="languages" role="group" aria-label=app.say(|w| w.frame.language)>
                    <LanguageButton lang=Lang::Ja code="ja" name="日本語" />
                    <LanguageButton lang=Lang::En code="en" name="English" />
                </div>
            </div>
        </header>
    }
}

/// A language is named in itself, so that whoever needs it finds it.
#[component]
fn LanguageButton(lang: Lang, code: &'static str, name: &'static str) -> impl IntoView {
    let place = App::here().place;
    view! {
        <button
            type="button"
            class="language"
            lang=code
            aria-pressed=Signal::derive(move || (place.lang.get() == lang).to_string())
            on:click=move |_| place.speak(lang)
        >
            {name}
        </button>
    }
}

/// Three steps up.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect x="3" y="20" width="7" height="9" rx="2" />
            <rect x="12.5" y="12" width="7" height="17" rx="2" />
            <rect x="22" y="3" width="7" height="26" rx="2" />
        </svg>
    }
}
