//! Step 3: the answer, and what to do with it.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Lang, Report, TaskId};

use super::choice::NoFile;
use crate::blocks::ReportView;
use crate::parts::{Downloads, FileDoor, Heading, Icon, LeftOut, Picture, TaskButtons, TroubleCard};
use crate::platform::focus_by_id;
use crate::state::{self, App, Side, StepId};
use crate::views::{Show, fresh};

/// Step 3.
#[component]
pub fn ResultPage() -> impl IntoView {
    let app = App::here();
    let report = fresh(move || app.run.finished().map(|f| f.report));
    let there = Memo::new(move |_| report.with(Option::is_some));
    move || match (there.get(), report.get_untracked()) {
        (true, Some(first)) => {
            // The last report stays while another one takes its place, so that nothing flickers.
            let report = Signal::derive(move || report.get().unwrap_or_else(|| first.clone()));
            view! { <Answer report /> }.into_any()
        }
        _ => view! { <NoResult /> }.into_any(),
    }
}

#[component]
fn NoResult() -> impl IntoView {
    let app = App::here();
    // Loaded again, the page has no file: the way to a result begins with one.
    if app.data.profile.with(Option::is_none) {
        return view! { <NoFile /> }.into_any();
    }
    view! {
        <Heading text=app.say(|w| w.choice.no_result_title) />
        <p>{app.say(|w| w.choice.no_result_says)}</p>
        <button type="button" class="button button-primary" on:click=move |_| app.place.go(StepId::Choice)>
            {app.say(|w| w.choice.to_choice)}
        </button>
    }
    .into_any()
}

#[component]
fn Answer(report: Signal<Arc<Report>>) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let lang: Signal<Lang> = app.place.lang.into();
    let task = Memo::new(move |_| report.with(|r| r.task));
    let with_data = RwSignal::new(true);
    let lost = Memo::new(move |_| app.run.finished().is_some_and(|f| f.lost));
    view! {
        <button type="button" class="button button-text back" on:click=move |_| app.change_settings()>
            <Icon picture=Picture::Back />
            {app.say(|w| w.saving.again_settings)}
        </button>
        <Heading text=Signal::derive(move || sanpo_text::task_name(lang.get(), task.get())) with="headline" />
        <p class="note">{Signal::derive(move || about(app))}</p>
        <p class="note">{Signal::derive(move || waits(app).then(|| words().saving.project_next))}</p>
        <p role="status" class="strong">{Signal::derive(move || outdated(app).then(|| words().saving.outdated))}</p>
        <LeftOut />
        <ReportView
            report
            lang
            left_out=Signal::derive(move || app.left_out())
            undo=Callback::new(move |handling| app.again(handling, false))
        >
            <section class="section-save" aria-labelledby="save-title">
                <h2 id="save-title" class="hidden" tabindex="-1">
                    {app.say(|w| w.saving.save_title)}
                </h2>
                <Trouble trouble=app.run.side_trouble />
                <Show when=move || lost.get() fallback=move || view! { <Downloads report with_data /> }>
                    <Lost />
                </Show>
            </section>
        </ReportView>
        <NewFile report />
        <GoOn task />
    }
}

/// What the answer is for: the file, or the second file.
fn about(app: App) -> String {
    let words = app.place.words();
    let applied = app.run.finished().and_then(|f| f.applied);
    let file = app.data.profile.with(|p| p.as_ref().map(|p| p.file.name.clone()).unwrap_or_default());
    applied.map_or_else(|| (words.report.result_of)(&file), |name| (words.report.applied_to)(&name))
}

/// Whether a project was opened that goes on with another file.
fn waits(app: App) -> bool {
    app.project.is_own.get() && app.project.project.with(Option::is_some)
}

/// Whether the settings were changed after the answer was made.
fn outdated(app: App) -> bool {
    let Some(finished) = app.run.finished() else { return false };
    let task = finished.report.task;
    app.choice.forms.with(|f| f.get(task).is_some_and(|form| form.answers() != finished.answers))
}

#[component]
fn Trouble(trouble: RwSignal<Option<state::Trouble>>) -> impl IntoView {
    let app = App::here();
    let kept = Signal::derive(move || Some(app.place.words().frame.data_kept.to_owned()));
    view! { <TroubleCard trouble kept /> }
}

/// The engine that held the result is gone: it can be made again.
#[component]
fn Lost() -> impl IntoView {
    let app = App::here();
    view! {
        <p>{app.say(|w| w.saving.lost_says)}</p>
        <button type="button" class="button button-primary" on:click=move |_| app.remake()>
            {app.say(|w| w.saving.remake)}
        </button>
    }
}

/// The door for a second file, where the task takes one.
#[component]
fn NewFile(report: Signal<Arc<Report>>) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let applying = move || app.run.side.with(|s| matches!(s, Side::Applying(_)));
    let takes = Memo::new(move |_| report.with(|r| r.takes_new_file));
    view! {
        <Show when=move || takes.get()>
            <section aria-labelledby="apply-title">
                <h2 id="apply-title">{app.say(|w| w.saving.apply_title)}</h2>
                <p>{app.say(|w| w.saving.apply_says)}</p>
                <Trouble trouble=app.run.apply_trouble />
                <FileDoor
                    text=app.say(|w| w.data.choose_file)
                    class="button-secondary"
                    disabled=Signal::derive(move || app.run.is_busy())
                    chosen=move |file| app.apply(file)
                />
                <p role="status">{Signal::derive(move || applying().then(|| words().saving.apply_busy))}</p>
            </section>
        </Show>
    }
}

/// Other settings, other tasks, another file.
#[component]
fn GoOn(task: Memo<TaskId>) -> impl IntoView {
    let app = App::here();
    let suited =
        Signal::derive(move || app.data.profile.with(|p| p.as_ref().map(|p| p.tasks.clone()).unwrap_or_default()));
    view! {
        <section class="section-on" aria-labelledby="again-title">
            <h2 id="again-title">{app.say(|w| w.saving.again_title)}</h2>
            <div class="buttons">
                <button type="button" class="button button-primary" on:click=move |_| focus_by_id("save-title")>
                    {app.say(|w| w.saving.save_title)}
                </button>
                <button type="button" class="button button-secondary" on:click=move |_| app.change_settings()>
                    {app.say(|w| w.saving.again_settings)}
                </button>
                <FileDoor
                    text=app.say(|w| w.saving.again_file)
                    class="button-secondary"
                    disabled=Signal::derive(move || app.run.is_busy())
                    chosen=move |file| app.open(file)
                />
            </div>
            <h3>{app.say(|w| w.saving.again_tasks)}</h3>
            <TaskButtons suited current=Signal::derive(move || Some(task.get())) chosen=move |t| app.look_at(t) />
        </section>
    }
}
