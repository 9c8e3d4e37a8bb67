//! Any number of columns out of a list.

use leptos::prelude::*;
use sanpo_api::{Answer, FieldKind};

use super::field::{Question, Support};
use crate::state::App;
use crate::views::{Views, live};

/// Any number of columns out of a list.
#[component]
pub fn ColumnsField(question: Question) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let options = Memo::new(move |_| {
        question.field.with(|f| match f.as_ref().map(|f| &f.kind) {
            Some(FieldKind::Columns { options }) => options.clone(),
            _ => Vec::new(),
        })
    });
    let chosen = Memo::new(move |_| {
        question.field.with(|f| match f.as_ref().map(|f| &f.answer) {
            Some(Answer::Columns(names)) => names.clone(),
            _ => Vec::new(),
        })
    });
    let put = move |names: Vec<String>| app.answer(question.id, Answer::Columns(names));
    let toggle = move |name: &str| {
        let keep = |o: &String| chosen.with_untracked(|c| c.contains(o)) != (o == name);
        put(options.with_untracked(|all| all.iter().filter(|o| keep(o)).cloned().collect()));
    };
    view! {
        <fieldset aria-describedby=question.element("says")>
            <legend class="field-name">{Signal::derive(move || question.name())}</legend>
            <Support question />
            <div class="buttons">
                <button type="button" class="button button-text" on:click=move |_| put(options.get_untracked())>
                    {app.say(|w| w.choice.select_all)}
                </button>
                <button type="button" class="button button-text" on:click=move |_| put(Vec::new())>
                    {app.say(|w| w.choice.select_none)}
                </button>
                <p class="note" role="status">
                    {Signal::derive(move || (words().choice.selected)(chosen.with(Vec::len), options.with(Vec::len)))}
                </p>
            </div>
            <div class="checks">
                {live(move || options.get().into_iter().map(|name| view! { <Check name chosen toggle /> }).views())}
            </div>
        </fieldset>
    }
}

#[component]
fn Check(name: String, chosen: Memo<Vec<String>>, toggle: impl Fn(&str) + Copy + 'static) -> impl IntoView {
    let (own, shown) = (name.clone(), name.clone());
    let checked = move || chosen.with(|c| c.contains(&own));
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=checked on:change=move |_| toggle(&name) />
            <span>{shown}</span>
        </label>
    }
}
