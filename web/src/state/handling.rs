//! What a forecast does about odd data: left out, or done again after all.

use leptos::prelude::*;
use sanpo_api::{Answer, Answers, FieldId, FieldKind, Handling, TaskId};

use super::{App, StepId};

impl App {
    /// Puts one thing in or leaves it out.
    pub fn handle(self, task: TaskId, handling: Handling, wanted: bool) {
        let Some(mut all) = untrack(|| self.handlings(task)).map(|h| h.1) else { return };
        all.retain(|h| *h != handling);
        if wanted {
            all.push(handling);
        }
        let in_order = Handling::ALL.into_iter().filter(|h| all.contains(h)).collect();
        self.answer(FieldId::Handling, Answer::Handlings(in_order));
    }

    /// Works the result that is shown out again, with or without one thing.
    pub fn again(self, handling: Handling, wanted: bool) {
        let Some(task) = self.run.shown.get_untracked() else { return };
        if untrack(|| self.run.is_busy()) {
            return;
        }
        self.choose(task);
        self.handle(task, handling, wanted);
        self.place.go(StepId::Choice);
        self.start();
    }

    /// What could be done in these data, and what is.
    fn handlings(self, task: TaskId) -> Option<(Vec<Handling>, Vec<Handling>)> {
        self.choice.forms.with(|forms| {
            let field = forms.get(task)?.fields.iter().find(|f| f.id == FieldId::Handling)?;
            match (&field.kind, &field.answer) {
                (FieldKind::Handlings { options }, Answer::Handlings(chosen)) => {
                    Some((options.clone(), chosen.clone()))
                }
                _ => None,
            }
        })
    }

    /// What was left out of the result that is shown.
    pub fn left_out(self) -> Vec<Handling> {
        let Some(finished) = self.run.finished() else { return Vec::new() };
        let options = self.handlings(finished.report.task).map(|h| h.0).unwrap_or_default();
        options.into_iter().filter(|h| !is_done(&finished.answers, *h)).collect()
    }
}

fn is_done(answers: &Answers, handling: Handling) -> bool {
    !matches!(answers.get(&FieldId::Handling), Some(Answer::Handlings(done)) if !done.contains(&handling))
}
