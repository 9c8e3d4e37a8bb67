//! Step 1: put in data, and see what was found in them.

use leptos::prelude::*;

use super::facts::Facts;
use crate::parts::{ColumnCards, FileDoor, Heading, Icon, Memo, Picture, Preview, Samples, TaskButtons, TroubleCard};
use crate::state::{App, StepId};

/// Step 1.
#[component]
pub fn DataPage() -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let has_file = Memo::new(move |_| app.data.profile.with(Option::is_some));
    let kept = Signal::derive(move || {
        let name = app.data.profile.with(|p| p.as_ref().map(|p| p.file.name.clone()));
        name.map(|name| (words().problem_kept)(&name))
    });
    view! {
        <Heading text=Signal::derive(move || words().step_names[0].to_owned()) />
        <Show when=move || !has_file.get()>
            <p class="lead">{move || words().app_says}</p>
            <p>{move || words().data_lead}</p>
        </Show>
        <TroubleCard trouble=app.data.trouble kept again=Callback::new(move |()| app.open_again()) />
        <ReadingNow />
        <Show when=move || has_file.get() fallback=|| view! { <Entrance /> }>
            <Found />
        </Show>
        <Samples folded=has_file />
    }
}

/// The door for the first file, and the promise beside it.
#[component]
fn Entrance() -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let busy = Signal::derive(move || app.run.is_busy());
    view! {
        <section class="entrance" aria-label=move || words().choose_file>
            <Icon picture=Picture::Sheet />
            <p class="entrance-says">{move || words().drop_here}</p>
            <FileDoor
                text=Signal::derive(move || words().choose_file.to_owned())
                class="button-primary button-large"
                disabled=busy
                chosen=move |file| app.open(file)
            />
            <p class="note">{move || words().drop_formats}</p>
        </section>
        <Promise />
    }
}

/// Nothing leaves this computer, and how to check it.
#[component]
fn Promise() -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    view! {
        <div class="promise-card">
            <Icon picture=Picture::Lock />
            <div>
                <p class="strong">{move || words().privacy_line}</p>
                <details>
                    <summary>{move || words().privacy_how}</summary>
                    <ol>{move || words().privacy_steps.iter().map(|s| view! { <li>{*s}</li> }).collect_view()}</ol>
                </details>
            </div>
        </div>
    }
}

/// A file is being read.
#[component]
fn ReadingNow() -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let percent =
        move || app.data.reading.with(|r| r.as_ref().map_or(0, |r| (r.done_frac.clamp(0.0, 1.0) * 100.0) as u32));
    let name = move || app.data.reading.with(|r| r.as_ref().map(|r| r.name.clone()));
    let reading = Memo::new(move |_| app.data.reading.with(Option::is_some));
    view! {
        <div role="status">
            <Show when=move || reading.get()>
                <div class="card reading">
                    <p class="strong">{move || if app.engine_ready.get() { words().reading } else { words().preparing }}</p>
                    <p>{name}</p>
                    <div class="progress" class:is-waiting=move || percent() == 0 aria-hidden="true">
                        <div class="progress-done" style:width=move || format!("{}%", percent())></div>
                    </div>
                </div>
            </Show>
        </div>
    }
}

/// What was found in the file.
#[component]
fn Found() -> impl IntoView {
    let app = App::here();
    move || app.data.profile.get().map(|profile| view! { <FoundIn profile /> })
}

#[component]
fn FoundIn(profile: std::sync::Arc<sanpo_api::Profile>) -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let suited = profile.tasks.clone();
    let next = move |task| {
        app.choose(task);
        app.place.go(StepId::Choice);
    };
    let on = move |_| app.place.go(StepId::Choice);
    view! {
        <section aria-labelledby="file-title">
            <h2 id="file-title">{move || words().file_title}</h2>
            <Facts profile=profile.clone() />
            <div class="buttons">
                <button type="button" class="button button-primary button-large" on:click=on>
                    {move || words().to_choice}
                </button>
                <FileDoor
                    text=Signal::derive(move || words().choose_other.to_owned())
                    class="button-secondary"
                    disabled=Signal::derive(move || app.run.is_busy())
                    chosen=move |file| app.open(file)
                />
            </div>
        </section>
        <section aria-labelledby="preview-title">
            <h2 id="preview-title">{move || words().preview_title}</h2>
            <Preview profile=profile.clone() />
        </section>
        <section aria-labelledby="memo-title">
            <h2 id="memo-title">{move || words().memo_title}</h2>
            <Memo profile=profile.clone() />
        </section>
        <section aria-labelledby="columns-title">
            <h2 id="columns-title">{move || words().columns_title}</h2>
            <ColumnCards profile />
        </section>
        <section aria-labelledby="tasks-title">
            <h2 id="tasks-title">{move || words().tasks_title}</h2>
            <p>{move || words().tasks_lead}</p>
            <TaskButtons suited=Signal::stored(suited) suited_only=true current=Signal::stored(None) chosen=next />
        </section>
    }
}
