//! The three steps: where the person is, what is done, and the way back.

use leptos::prelude::*;

use crate::state::{App, StepId};
use crate::views::Views;

/// The three steps.
#[component]
pub fn StepNav() -> impl IntoView {
    let app = App::here();
    view! {
        <nav class="steps" aria-label=app.say(|w| w.frame.steps_label)>
            <ol>{StepId::ALL.map(|step| view! { <Step step /> }).views()}</ol>
        </nav>
    }
}

#[component]
fn Step(step: StepId) -> impl IntoView {
    let app = App::here();
    let current = move || app.place.step.get() == step;
    let done = move || is_done(app, step);
    let open = move || is_open(app, step);
    view! {
        <li class="step" class:is-current=current class:is-done=done class:is-open=open>
            <button
                type="button"
                aria-current=Signal::derive(move || current().then_some("step"))
                aria-disabled=Signal::derive(move || (!open()).then_some("true"))
                on:click=move |_| if open() { app.place.go(step) }
            >
                <span class="step-number" aria-hidden="true">{step.index() + 1}</span>
                <span class="step-name">
                    <span class="hidden">{Signal::derive(move || (app.place.words().frame.step_position)(step.index() + 1))}" "</span>
                    {Signal::derive(move || app.place.words().frame.step_names[step.index()])}
                </span>
                <span class="hidden">{Signal::derive(move || done().then(|| app.place.words().frame.step_done))}</span>
            </button>
        </li>
    }
}

fn is_done(app: App, step: StepId) -> bool {
    match step {
        StepId::Data => app.data.profile.with(Option::is_some),
        StepId::Choice => app.run.shown.with(Option::is_some),
        StepId::Result => false,
    }
}

fn is_open(app: App, step: StepId) -> bool {
    match step {
        StepId::Data => true,
        StepId::Choice => app.data.profile.with(Option::is_some),
        StepId::Result => app.run.shown.with(Option::is_some),
    }
}
