//! One question of a task's form, whatever kind of answer it takes.

use crate::views::live;
use leptos::prelude::*;
use sanpo_api::{Field, FieldId, FieldKind, TaskId};
use sanpo_text::help::{self, Entry};

use super::field_column::ColumnField;
use super::field_columns::ColumnsField;
use super::field_count::CountField;
use super::field_days::DaysField;
use super::field_handling::HandlingField;
use super::term;
use crate::platform::focus_by_id;
use crate::state::App;

/// What a field's widget needs.
#[derive(Clone, Copy)]
pub struct Question {
    pub task: TaskId,
    pub id: FieldId,
    /// The field as it stands; the widget stays when its options or its answer change, so that the focus does.
    pub field: Memo<Option<Field>>,
}

impl Question {
    /// A field of a task's form.
    pub fn of(task: TaskId, id: FieldId) -> Self {
        let app = App::here();
        let find = move |f: &sanpo_api::Form| f.fields.iter().find(|f| f.id == id).cloned();
        Self { task, id, field: Memo::new(move |_| app.choice.forms.with(|f| f.get(task).and_then(find))) }
    }

    /// Whether the calculation was to start without an answer to it.
    pub fn is_lacking(self) -> bool {
        App::here().choice.missing.get() == Some(self.id)
    }

    /// Puts the focus on it when it lacks an answer.
    pub fn call(self) {
        let app = App::here();
        Effect::new(move || {
            if app.choice.missing.get() == Some(self.id) {
                focus_by_id(&self.element("select"));
            }
        });
    }

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
    let question = Question::of(task, id);
    let kind = question.field.with_untracked(|f| f.as_ref().map(|f| f.kind.clone()));
    let widget = match kind {
        Some(FieldKind::Column { .. }) => view! { <ColumnField question /> }.into_any(),
        Some(FieldKind::Columns { .. }) => view! { <ColumnsField question /> }.into_any(),
        Some(FieldKind::Count { .. }) => view! { <CountField question /> }.into_any(),
        Some(FieldKind::Days { .. }) => view! { <DaysField question /> }.into_any(),
        Some(FieldKind::Handlings { .. }) => view! { <HandlingField question /> }.into_any(),
        None => ().into_any(),
    };
    view! { <div class="field">{widget}</div> }
}

/// What is missing, said where it is.
#[component]
pub fn Lacking(question: Question) -> impl IntoView {
    let app = App::here();
    let says = move || {
        let lists = question.field.with(|f| f.as_ref().is_some_and(|f| matches!(f.kind, FieldKind::Columns { .. })));
        let words = app.place.words();
        question.is_lacking().then_some(if lists { words.choice.choose_columns } else { words.choice.missing_column })
    };
    view! { <span class="field-error" role="alert" id=question.element("error")>{Signal::derive(says)}</span> }
}

/// The text under a question's name; nothing if there is none.
#[component]
pub fn Support(question: Question) -> impl IntoView {
    let lang = App::here().place.lang;
    let says = move || sanpo_text::field_says(lang.get(), question.task, question.id);
    view! {
        <div class="support-line">
            <p class="support" id=question.element("says")>{says}</p>
            {live(move || explained(question).map(|entry| term(entry, lang.get())))}
        </div>
    }
}

/// The word of the glossary that a question is about.
pub fn explained(question: Question) -> Option<&'static Entry> {
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
