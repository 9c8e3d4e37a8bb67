//! Step 1: put in data, and see what was found in them.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::Profile;

use super::facts::Facts;
use crate::parts::{
    Asks, ColumnCards, FileDoor, Heading, Icon, Memo, PastCard, PasteBox, PasteButton, Picture, Preview, ProjectCard,
    ReadingAgain, ReadingNow, Samples, Several, TaskButtons, TourDoor, TroubleCard, term,
};
use crate::state::{App, StepId};
use crate::views::{Show, Views, live};

/// Step 1.
#[component]
pub fn DataPage() -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let has_file = Memo::new(move |_| app.data.profile.with(Option::is_some));
    let kept = Signal::derive(move || {
        let name = app.data.profile.with(|p| p.as_ref().map(|p| p.file.name.clone()));
        name.map(|name| (words().frame.problem_kept)(&name))
    });
    view! {
        <Heading text=app.say(|w| w.frame.step_names[0]) />
        <Show when=move || !has_file.get()>
            <p class="lead">{app.say(|w| w.frame.app_says)}</p>
        </Show>
        <TroubleCard trouble=app.data.trouble kept again=Callback::new(move |()| app.open_again()) />
        <ProjectCard />
        <PastCard />
        <Several />
        <PasteBox />
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
    let busy = Signal::derive(move || app.run.is_busy());
    view! {
        <section class="entrance" aria-label=app.say(|w| w.data.choose_file)>
            <Icon picture=Picture::Sheet />
            <p class="entrance-says">{app.say(|w| w.data.drop_here)}</p>
            <div class="buttons">
                <FileDoor
                    text=app.say(|w| w.data.choose_file)
                    class="button-primary button-large"
                    disabled=busy
                    chosen=move |file| app.open(file)
                />
                <PasteButton />
                <TourDoor />
            </div>
            <p class="note">{app.say(|w| w.data.paste_keys)}</p>
            <p class="note">{app.say(|w| w.data.drop_formats)}</p>
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
                <p class="strong">{app.say(|w| w.data.privacy_line)}</p>
                <details>
                    <summary>{app.say(|w| w.data.privacy_how)}</summary>
                    <ol>{live(move || words().help.privacy_steps.iter().map(|s| view! { <li>{*s}</li> }).views())}</ol>
                    <p>
                        <a href=Signal::derive(move || (words().help.help_address)("privacy", ""))>{app.say(|w| w.help.privacy_more)}</a>
                    </p>
                </details>
            </div>
        </div>
    }
}

/// What was found in the file. Read again with another decision, the same file stays in place; only what is new changes.
#[component]
fn Found() -> impl IntoView {
    let app = App::here();
    move || {
        app.data.file.track();
        let first = app.data.profile.get_untracked()?;
        let profile = Signal::derive(move || app.data.profile.get().unwrap_or_else(|| first.clone()));
        Some(view! { <FoundIn profile /> })
    }
}

#[component]
fn FoundIn(profile: Signal<Arc<Profile>>) -> impl IntoView {
    let app = App::here();
    let suited = Signal::derive(move || profile.with(|p| p.tasks.clone()));
    let next = move |task| {
        app.choose(task);
        app.place.go(StepId::Choice);
    };
    view! {
        <section aria-labelledby="file-title">
            <h2 id="file-title" tabindex="-1">{app.say(|w| w.data.file_title)}</h2>
            <Facts profile />
            <Doors />
        </section>
        <ReadAgain profile />
        <section aria-labelledby="preview-title">
            <Asks profile />
            <h2 id="preview-title" tabindex="-1">{app.say(|w| w.data.preview_title)}</h2>
            <Preview profile />
        </section>
        <section aria-labelledby="memo-title">
            <div class="titled">
                <h2 id="memo-title" tabindex="-1">{app.say(|w| w.data.memo_title)}</h2>
                {live(move || term(&sanpo_text::help::MEMO, app.place.lang.get()))}
            </div>
            <Memo profile />
        </section>
        <section aria-labelledby="columns-title">
            <h2 id="columns-title">{app.say(|w| w.data.columns_title)}</h2>
            <ColumnCards profile />
        </section>
        <section aria-labelledby="tasks-title">
            <h2 id="tasks-title">{app.say(|w| w.choice.tasks_title)}</h2>
            <p>{app.say(|w| w.choice.tasks_lead)}</p>
            <TaskButtons suited suited_only=true current=Signal::stored(None) chosen=next />
        </section>
        <ReadingAgain />
    }
}

/// On to the next step, or to other data.
#[component]
fn Doors() -> impl IntoView {
    let app = App::here();
    let class = move || match app.can_go_on() {
        true => "button button-secondary",
        false => "button button-primary button-large",
    };
    view! {
        <div class="buttons">
            <button
                type="button"
                class=class
                on:click=move |_| app.place.go(StepId::Choice)
            >
                {app.say(|w| w.choice.to_choice)}
            </button>
            <FileDoor
                text=app.say(|w| w.data.choose_other)
                class="button-secondary"
                disabled=Signal::derive(move || app.run.is_busy())
                chosen=move |file| app.open(file)
            />
            <PasteButton />
        </div>
    }
}

/// Tells those who do not see it that the file was read again.
#[component]
fn ReadAgain(profile: Signal<Arc<Profile>>) -> impl IntoView {
    let app = App::here();
    let times = Memo::new(move |before: Option<&u32>| {
        profile.track();
        before.map_or(0, |n| n + 1)
    });
    let says =
        move || (times.get() > 0).then(|| (app.place.words().data.read_again)(profile.with(|p| p.file.data_rows)));
    view! { <p class="hidden" role="status">{says}</p> }
}
