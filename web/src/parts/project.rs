//! A project that was opened: what becomes of its settings with the file that stands now.

use std::sync::Arc;

use leptos::prelude::*;
use sanpo_api::{Fit, Project};

use crate::state::App;
use crate::views::Views;

/// The card of an opened project; nothing where there is none.
#[component]
pub fn ProjectCard() -> impl IntoView {
    let app = App::here();
    move || app.project.project.get().map(|project| card(app, project).into_any())
}

fn card(app: App, project: Arc<Project>) -> impl IntoView {
    let about = project.clone();
    let name = move || (app.place.words().saving.project_of)(&about.file, about.rows);
    let found = move || app.offered().map(|fit| offer(app, fit).into_any());
    let wait = move || {
        let words = app.place.words();
        if app.data.profile.with(Option::is_none) {
            Some(words.saving.project_wait)
        } else {
            app.offered().is_none().then_some(words.saving.project_next)
        }
    };
    view! {
        <section class="card project" aria-labelledby="project-title">
            <h2 id="project-title" tabindex="-1">{app.say(|w| w.saving.project_title)}</h2>
            <p class="strong">{Signal::derive(name)}</p>
            <p>{Signal::derive(wait)}</p>
            {found}
            <button type="button" class="button button-text flush" on:click=move |_| app.close_project()>
                {app.say(|w| w.saving.project_close)}
            </button>
        </section>
    }
}

/// How the settings fit the file, and the button that goes on with them.
fn offer(app: App, fit: Fit) -> impl IntoView {
    let renamed = fit.columns.iter().any(|c| c.new.as_ref().is_some_and(|new| *new != c.old));
    let whole = fit.is_whole();
    let says = match (whole, renamed) {
        (false, _) => app.say(|w| w.saving.project_lacks),
        (true, true) => app.say(|w| w.saving.project_renamed),
        (true, false) => app.say(|w| w.saving.project_fits),
    };
    let changed = fit.columns.iter().filter(|c| c.new.as_ref() != Some(&c.old));
    let line = |column: &sanpo_api::FitColumn| {
        let (old, new) = (column.old.clone(), column.new.clone());
        view! { <li>{Signal::derive(move || (app.place.words().saving.project_column)(&old, new.as_deref()))}</li> }
    };
    let lines = changed.map(line).views();
    let go = app.say(if whole { |w| w.saving.project_go } else { |w| w.saving.project_settings });
    let act = move |_| if whole { app.work_as_before(&fit) } else { app.settings_as_before(&fit) };
    view! {
        <p>{says}</p>
        <ul>{lines}</ul>
        <button type="button" class="button button-primary button-large" on:click=act>{go}</button>
    }
}
