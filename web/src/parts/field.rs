//! One question of a task's form, whatever kind of answer it takes.

use leptos::prelude::*;
use sanpo_api::{Answer, Field, FieldId, FieldKind, TaskId};
use sanpo_text::help::{self, Entry};

use super::field_columns::ColumnsField;
use super::field_count::CountField;
use super::field_days::DaysField;
use super::field_handling::HandlingField;
use super::term;
use crate::platform::focus_by_id;
use crate::state::App;
use crate::views::{Show, Views};

/// What a field's widget needs.
#[derive(Clone, Copy)]
pub struct Question {
    pub task: TaskId,
    pub id: FieldId,
    /// The field as it stands; the widget stays when its options or its answer change, so that the focus does.
    pub field: Memo<Option<Field>>,
}

impl Question {
    /// The id of an element of this question.
    pub fn element(self, part: &str) -> String {
        format!("field-{:?}-{part}", self.id).to_ascii_lowercase()
    }

    /// The question in words.
    pub fn name(self) -> &'static str {
        sanpo_text::field_name(App::here().place.lang.get(), self.task, self.id)
    }

    /// What "no answer" is called.
    pub fn none(self) -> &'static str {
        sanpo_text::field_none(App::here().place.lang.get(), self.task, self.id)
    }
}

/// One question of the form.
#[component]
pub fn FieldView(task: TaskId, id: FieldId) -> impl IntoView {
    let app = App::here();
    let field = Memo::new(move |_| {
        app.choice.forms.with(|f| f.get(&task).and_then(|f| f.fields.iter().find(|f| f.id == id).cloned()))
    });
    let question = Question { task, id, field };
    let kind = field.with_untracked(|f| f.as_ref().map(|f| f.kind.clone()));
    let widget = match kind {
        Some(FieldKind::Column { .. }) => view! { <ColumnField question /> }.into_any(),
        Some(FieldKind::Columns { .. }) => view! { <ColumnsField question /> }.into_any(),
        Some(FieldKind::Count { .. }) => view! { <CountField question /> }.into_any(),
        Some(FieldKind::Days { .. }) => view! { <DaysField question /> }.into_any(),
        Some(FieldKind::Handlings { .. }) => view! { <HandlingField question /> }.into_any(),
        None => ().into_any(),
    };
    let lacking = move || app.choice.missing.get() == Some(id);
    Effect::new(move || {
        if lacking() {
            focus_by_id(&question.element("select"));
        }
    });
    view! {
        <div class="field" class:is-missing=lacking>
            {widget}
            <p class="field-error" role="alert" id=question.element("error")>
                {Signal::derive(move || lacking().then(|| app.place.words().missing_column))}
            </p>
        </div>
    }
}

/// The text under a question's name; nothing if there is none.
#[component]
pub fn Support(question: Question) -> impl IntoView {
    let lang = App::here().place.lang;
    let says = move || sanpo_text::field_says(lang.get(), question.task, question.id);
    view! {
        <div class="support-line">
            <p class="support" id=question.element("says")>{says}</p>
            {move || explained(question).map(|entry| term(entry, lang.get()))}
        </div>
    }
}

/// The word of the glossary that a question is about.
fn explained(question: Question) -> Option<&'static Entry> {
    Some(match (question.id, question.task) {
        (FieldId::Horizon, _) => &help::AHEAD,
        (FieldId::Sensitivity, _) => &help::READY,
        (FieldId::Groups, _) => &help::GROUPS,
        (FieldId::Target, _) => &help::TARGET,
        (FieldId::Events, _) => &help::SPECIAL,
        (FieldId::Columns, TaskId::Predict) => &help::CLUES,
        _ => return None,
    })
}

/// One column out of a list.
#[component]
fn ColumnField(question: Question) -> impl IntoView {
    let app = App::here();
    let options = Memo::new(move |_| {
        question.field.with(|f| match f.as_ref().map(|f| &f.kind) {
            Some(FieldKind::Column { options, optional }) => (options.clone(), *optional),
            _ => (Vec::new(), true),
        })
    });
    let answer = Memo::new(move |_| question.field.with(|f| f.as_ref().map(|f| f.answer.clone())));
    let no_answer = move || !matches!(answer.get(), Some(Answer::Column(_)));
    let optional = move || options.with(|o| o.1);
    // The choices go by their place in the list: a column may have any name.
    let change = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        let name = at.and_then(|at| options.with_untracked(|o| o.0.get(at).cloned()));
        app.answer(question.id, name.map_or(Answer::None, Answer::Column));
    };
    let choices = move || {
        let names = options.with(|o| o.0.clone());
        names.into_iter().enumerate().map(|(at, name)| choice(at, name, answer)).views()
    };
    let none = move || if optional() { question.none() } else { app.place.words().missing_column };
    view! {
        <label class="field-name" for=question.element("select")>
            {Signal::derive(move || question.name())}
            {move || optional().then(|| view! { <span class="optional">{app.place.words().optional}</span> }.into_any())}
        </label>
        <Support question />
        <select
            id=question.element("select")
            aria-describedby=format!("{} {}", question.element("says"), question.element("error"))
            aria-invalid=move || (app.choice.missing.get() == Some(question.id)).then_some("true")
            on:change=change
        >
            <Show when=move || optional() || no_answer()>
                <option value="" prop:selected=no_answer>{none}</option>
            </Show>
            {choices}
        </select>
    }
}

fn choice(at: usize, name: String, answer: Memo<Option<Answer>>) -> impl IntoView {
    let own = name.clone();
    let selected = move || answer.with(|a| matches!(a, Some(Answer::Column(chosen)) if *chosen == own));
    view! { <option value=at.to_string() prop:selected=selected>{name}</option> }
}
