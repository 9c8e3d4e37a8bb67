//! The reading memo: what was repaired or set aside, and what the person should check.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Outcome, Profile};

use super::{Icon, Picture};
use crate::state::App;

/// The reading memo.
#[component]
pub fn Memo(profile: Arc<Profile>) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let warn = profile.outcome == Outcome::Warn;
    let asks = profile.asks.clone();
    let has_asks = !asks.is_empty();
    view! {
        <Show when=move || has_asks>
            <div class="card card-warning">
                <h3>
                    <Icon picture=Picture::Warning />
                    {move || words().asks_title}
                </h3>
                <ul>
                    {
                        let asks = asks.clone();
                        move || {
                            asks.iter().map(|a| view! { <li>{sanpo_text::ask(app.place.lang.get(), a.what)}</li> }).collect_view()
                        }
                    }
                </ul>
            </div>
        </Show>
        <div class="card">
            {warn.then(|| view! { <p class="strong">{move || words().memo_warn}</p> })}
            {move || lines(app, &profile)}
        </div>
    }
}

fn lines(app: App, profile: &Profile) -> impl IntoView + use<> {
    if profile.notes.is_empty() {
        return view! { <p>{app.place.words().memo_none}</p> }.into_any();
    }
    let lang = app.place.lang.get();
    let notes = profile.notes.iter().map(|note| view! { <li>{sanpo_text::note(lang, &note.note)}</li> });
    view! { <ul class="memo">{notes.collect_view()}</ul> }.into_any()
}
