//! What the person wants to know, and the settings.

use leptos::prelude::*;
use sanpo_api::{Answer, Answers, FieldId, FieldKind, Form, TaskId};

use super::{PerTask, Trouble};

/// The task and the settings of every task that was looked at.
#[derive(Clone, Copy)]
pub struct Choice {
    /// The chosen task.
    pub task: RwSignal<Option<TaskId>>,
    /// The form of each task, with the answers in force.
    pub forms: RwSignal<PerTask<Form>>,
    /// Whether a form is on its way.
    pub waiting: RwSignal<bool>,
    /// Why there is no form, or why it cannot be used.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The field that lacks an answer.
    pub missing: RwSignal<Option<FieldId>>,
    /// The answers that the person gave, by task; all others are found in the data.
    pub given: StoredValue<PerTask<Answers>>,
}

impl Choice {
    /// Nothing chosen.
    pub fn new() -> Self {
        Self {
            task: RwSignal::new(None),
            forms: RwSignal::new(PerTask::new()),
            waiting: RwSignal::new(false),
            trouble: RwSignal::new(None),
            missing: RwSignal::new(None),
            given: StoredValue::new(PerTask::new()),
        }
    }

    /// Forgets everything: another file has come.
    pub fn clear(self) {
        self.task.set(None);
        self.forms.set(PerTask::new());
        self.waiting.set(false);
        self.trouble.set(None);
        self.missing.set(None);
        self.given.set_value(PerTask::new());
    }

    /// The form of the chosen task.
    pub fn form(self) -> Option<Form> {
        let task = self.task.get()?;
        self.forms.with(|forms| forms.get(task).cloned())
    }

    /// Puts in an answer at once, before the engine has looked at it; returns what the person has answered so far.
    pub fn put(self, task: TaskId, field: FieldId, answer: Answer) -> Answers {
        self.missing.set(None);
        self.forms.update(|forms| {
            let found = forms.get_mut(task).and_then(|f| f.fields.iter_mut().find(|f| f.id == field));
            if let Some(found) = found {
                found.answer = answer.clone();
            }
        });
        self.given
            .try_update_value(|given| {
                let mut answers = given.get(task).cloned().unwrap_or_default();
                answers.insert(field, answer);
                given.put(task, answers.clone());
                answers
            })
            .unwrap_or_default()
    }
}

/// The first field that needs an answer and has none.
pub fn first_missing(form: &Form) -> Option<FieldId> {
    let lacks = |kind: &FieldKind, answer: &Answer| match kind {
        FieldKind::Column { optional, .. } => !optional && *answer == Answer::None,
        FieldKind::Columns { .. } => !matches!(answer, Answer::Columns(names) if !names.is_empty()),
        FieldKind::Count { automatic, .. } => !automatic && *answer == Answer::None,
        FieldKind::Days { .. } | FieldKind::Handlings { .. } => false,
    };
    form.fields.iter().find(|f| lacks(&f.kind, &f.answer)).map(|f| f.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanpo_api::Field;

    fn form(kind: FieldKind, answer: Answer) -> Form {
        Form { task: TaskId::Forecast, fields: vec![Field { id: FieldId::Time, kind, answer, folded: false }] }
    }

    #[test]
    fn only_what_is_needed_is_missing() {
        let column = |optional| FieldKind::Column { options: vec![], optional };
        let count = |automatic| FieldKind::Count { min: 1, max: 2, suggestions: vec![], step: None, automatic };
        let columns = FieldKind::Columns { options: vec![] };
        assert_eq!(first_missing(&form(column(false), Answer::None)), Some(FieldId::Time));
        assert_eq!(first_missing(&form(column(true), Answer::None)), None);
        assert_eq!(first_missing(&form(column(false), Answer::Column("a".into()))), None);
        assert_eq!(first_missing(&form(count(true), Answer::None)), None);
        assert_eq!(first_missing(&form(count(false), Answer::None)), Some(FieldId::Time));
        assert_eq!(first_missing(&form(columns.clone(), Answer::Columns(vec![]))), Some(FieldId::Time));
        assert_eq!(first_missing(&form(columns, Answer::Columns(vec!["a".into()]))), None);
    }
}
