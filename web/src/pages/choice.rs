//! Step 2: choose what to find out; see the settings; start.

use leptos::prelude::*;
use sanpo_api::{Field, FieldId, FieldKind, TaskId};

use crate::parts::{FieldView, Heading, Icon, Picture, Running, Sentence, TaskCards, TroubleCard};
use crate::state::{App, StepId};
use crate::views::{Show, Views, live};

/// Step 2.
#[component]
pub fn ChoicePage() -> impl IntoView {
    let app = App::here();
    let has_file = Memo::new(move |_| app.data.profile.with(Option::is_some));
    let working = Memo::new(move |_| app.run.working.with(Option::is_some));
    Effect::new(move || choose_best(app));
    move || match (has_file.get(), working.get()) {
        (false, _) => view! { <NoFile /> }.into_any(),
        (true, true) => view! {
            <Heading text=app.say(|w| w.choice.running_title) />
            <Running />
        }
        .into_any(),
        (true, false) => view! { <Settings /> }.into_any(),
    }
}

/// A task is chosen from the start: the one that suits the file best.
fn choose_best(app: App) {
    let best = app.data.profile.with(|p| p.as_ref().map(|p| p.tasks.first().copied().unwrap_or(TaskId::Forecast)));
    if let (Some(best), None) = (best, app.choice.task.get()) {
        app.choose(best);
    }
}

/// There is no file yet, and where to put one in.
#[component]
pub fn NoFile() -> impl IntoView {
    let app = App::here();
    view! {
        <Heading text=app.say(|w| w.choice.no_file_title) />
        <p>{app.say(|w| w.choice.no_file_says)}</p>
        <button type="button" class="button button-primary" on:click=move |_| app.place.go(StepId::Data)>
            {app.say(|w| w.choice.to_data)}
        </button>
    }
}

#[component]
fn Settings() -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let kept = Signal::derive(move || Some(words().frame.data_kept.to_owned()));
    let ask = move |()| {
        if let Some(task) = app.choice.task.get_untracked() {
            app.ask_form(task);
        }
    };
    view! {
        <BackButton />
        <Heading text=app.say(|w| w.frame.step_names[1]) with="cancelled" />
        <p class="lead">{app.say(|w| w.choice.choice_lead)}</p>
        <TroubleCard trouble=app.run.trouble kept again=Callback::new(move |()| app.start()) />
        <p role="status" id="cancelled">{Signal::derive(move || app.run.cancelled.get().then(|| words().choice.cancelled))}</p>
        <TaskCards />
        <TroubleCard trouble=app.choice.trouble again=Callback::new(ask) />
        <FormView />
    }
}

#[component]
fn BackButton() -> impl IntoView {
    let app = App::here();
    view! {
        <button type="button" class="button button-text back" on:click=move |_| app.place.go(StepId::Data)>
            <Icon picture=Picture::Back />
            {app.say(|w| w.frame.back)}
        </button>
    }
}

/// The form of the chosen task; it stays in place while answers change.
#[component]
fn FormView() -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let ready = Memo::new(move |_| {
        let task = app.choice.task.get()?;
        app.choice.forms.with(|f| f.has(task)).then_some(task)
    });
    let waiting = move || (ready.get().is_none() && app.choice.waiting.get()).then(|| words().choice.form_waiting);
    view! {
        <p role="status">{waiting}</p>
        {live(move || ready.get().map(|task| view! { <TaskForm task /> }.into_any()))}
    }
}

#[component]
fn TaskForm(task: TaskId) -> impl IntoView {
    let app = App::here();
    let fields = move |wanted: fn(&Field) -> bool| -> Vec<FieldId> {
        let with = |f: &sanpo_api::Form| f.fields.iter().filter(|f| wanted(f)).map(|f| f.id).collect();
        app.choice.forms.with(|forms| forms.get(task).map(with)).unwrap_or_default()
    };
    // A list of columns is too long for the sentence, which says how many are chosen.
    let lists = Memo::new(move |_| fields(|f| !f.folded && matches!(f.kind, FieldKind::Columns { .. })));
    let folded = Memo::new(move |_| fields(|f| f.folded));
    let list = move |id| {
        view! {
            <details class="more" id="field-list">
                <summary>{Signal::derive(move || sanpo_text::field_name(app.place.lang.get(), task, id))}</summary>
                <FieldView task id />
            </details>
        }
    };
    let field = move |id| view! { <FieldView task id /> };
    view! {
        <section class="card form" aria-labelledby="settings-title" aria-busy=Signal::derive(move || app.choice.waiting.get().to_string())>
            <h2 id="settings-title">{app.say(|w| w.choice.choice_settings)}</h2>
            <Sentence task />
            <button type="button" class="button button-primary button-large start" on:click=move |_| app.start()>
                {Signal::derive(move || sanpo_text::task_action(app.place.lang.get(), task))}
            </button>
            {live(move || lists.get().into_iter().map(list).views())}
            <Show when=move || folded.with(|f| !f.is_empty())>
                <details class="more settings">
                    <summary>{app.say(|w| w.choice.more_settings)}</summary>
                    {live(move || folded.get().into_iter().map(field).views())}
                </details>
            </Show>
        </section>
    }
}
