//! The place of an answer in the sentence: a menu of columns, a menu of numbers, or the door to a list of columns.

use leptos::prelude::*;
use sanpo_api::{Answer, FieldId, FieldKind, TaskId};
use sanpo_text::{slot_columns, slot_count, slot_count_unit, slot_none};

use super::field::{Lacking, Question, explained};
use super::field_column::ColumnMenu;
use super::field_count::Limits;
use super::term;
use crate::platform::{after_paint, focus_by_id, focus_next, open_by_id};
use crate::state::App;
use crate::views::{Show, Views, live};

/// The value of the choice that opens a box for any number.
const OTHER: &str = "other";

/// The menus of numbers that a sentence may hold; no sentence holds two.
const COUNTS: &[&str] = &["field-horizon-select", "field-groups-select"];

/// The place of an answer.
#[component]
pub fn Slot(task: TaskId, id: FieldId) -> impl IntoView {
    let lang = App::here().place.lang;
    let question = Question::of(task, id);
    question.call();
    let label = Signal::derive(move || question.name());
    let kind = question.field.with_untracked(|f| f.as_ref().map(|f| f.kind.clone()));
    // A list says more where it stands.
    let is_list = matches!(kind, Some(FieldKind::Columns { .. }));
    let menu = match kind {
        Some(FieldKind::Column { .. }) => {
            let none = Signal::derive(move || slot_none(lang.get(), id));
            view! { <ColumnMenu question none label /> }.into_any()
        }
        Some(FieldKind::Count { .. }) => view! { <CountMenu question /> }.into_any(),
        _ => view! { <ListDoor question /> }.into_any(),
    };
    let says = move || sanpo_text::field_says(lang.get(), task, id);
    view! {
        <span class="slot" class:is-missing=Signal::derive(move || question.is_lacking())>
            {menu}
            {(!is_list).then(|| view! {
                {live(move || explained(question).map(|entry| term(entry, lang.get())))}
                <span class="hidden" id=question.element("says")>{says}</span>
            }.into_any())}
            <Lacking question />
        </span>
    }
}

/// A whole number: a menu of good ones, and a box for any other.
#[component]
fn CountMenu(question: Question) -> impl IntoView {
    let app = App::here();
    let lang = app.place.lang;
    let limits = Memo::new(move |_| question.field.with(|f| Limits::of(f.as_ref().map(|f| &f.kind))));
    let answer = Memo::new(move |_| {
        question.field.with(|f| match f.as_ref().map(|f| &f.answer) {
            Some(Answer::Count(n)) => Some(*n),
            _ => None,
        })
    });
    let typing = RwSignal::new(false);
    let put = move |n: Option<u32>| app.answer(question.id, n.map_or(Answer::None, Answer::Count));
    let change = move |event| {
        let value = event_target_value(&event);
        typing.set(value == OTHER);
        match typing.get_untracked() {
            true => after_paint(move || focus_by_id(&question.element("other"))),
            false => put(value.parse().ok()),
        }
    };
    let typed = move |event| {
        if let Some(n) = limits.with_untracked(|l| l.read(&event_target_value(&event))) {
            put(Some(n));
        }
        typing.set(false);
        focus_next(COUNTS, None);
    };
    let choices = move || {
        let (limits, answer) = (limits.get(), answer.get());
        let text = move |n: Option<u32>| match n {
            Some(n) => slot_count(lang.get(), n, limits.step),
            None => slot_none(lang.get(), question.id).to_owned(),
        };
        let choice = |n: Option<u32>| {
            let value = n.map(|n| n.to_string()).unwrap_or_default();
            let selected = move || !typing.get() && n == answer;
            view! { <option value=value prop:selected=selected>{text(n)}</option> }
        };
        limits.offered(answer).into_iter().map(choice).views()
    };
    view! {
        <select
            id=question.element("select")
            aria-label=Signal::derive(move || question.name())
            aria-describedby=question.element("says")
            on:change=change
        >
            {choices}
            <Show when=move || limits.with(Limits::has_others)>
                <option value=OTHER prop:selected=Signal::derive(move || typing.get())>{app.say(|w| w.choice.count_other)}</option>
            </Show>
        </select>
        <Show when=move || typing.get()>
            <input
                type="number"
                inputmode="numeric"
                id=question.element("other")
                aria-label=Signal::derive(move || question.name())
                title=Signal::derive(move || limits.with(|l| (app.place.words().choice.count_range)(l.min, l.max, l.step)))
                min=Signal::derive(move || limits.with(|l| l.min.to_string()))
                max=Signal::derive(move || limits.with(|l| l.max.to_string()))
                prop:value=Signal::derive(move || answer.get().map(|n| n.to_string()).unwrap_or_default())
                on:change=typed
            />
            <span>{Signal::derive(move || slot_count_unit(lang.get(), limits.with(|l| l.step)))}</span>
        </Show>
    }
}

/// How many columns are chosen; pressed, it opens their list.
#[component]
fn ListDoor(question: Question) -> impl IntoView {
    let lang = App::here().place.lang;
    let chosen = move || {
        question.field.with(|f| match f.as_ref().map(|f| &f.answer) {
            Some(Answer::Columns(names)) => names.len(),
            _ => 0,
        })
    };
    view! {
        <button
            type="button"
            class="slot-door"
            id=question.element("select")
            aria-label=Signal::derive(move || (sanpo_text::ui(lang.get()).chart.named)(question.name(), &slot_columns(lang.get(), chosen())))
            aria-describedby=question.element("error")
            on:click=move |_| open_by_id("field-list")
        >
            {live(move || slot_columns(lang.get(), chosen()))}
        </button>
    }
}
