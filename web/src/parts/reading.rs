//! A file that is being read: how far it is, its first rows, and the way out.

use leptos::prelude::*;
use sanpo_api::Lang;

use super::preview::Rows;
use crate::state::App;
use crate::views::Show;

/// A new file is being read.
#[component]
pub fn ReadingNow() -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let reading = Memo::new(move |_| app.data.reading.with(|r| r.as_ref().is_some_and(|r| !r.again)));
    let name = move || app.data.reading.with(|r| r.as_ref().map(|r| r.name.clone()));
    let stopped = move || app.data.stopped.get().then(|| stopped(app));
    view! {
        <div role="status">
            <Show when=move || reading.get()>
                <p class="hidden">{app.say(|w| w.data.reading)}</p>
            </Show>
            <p class="note">{stopped}</p>
        </div>
        <Show when=move || reading.get()>
            <section class="card reading" aria-labelledby="reading-title">
                <p class="strong" id="reading-title">
                    {Signal::derive(move || if app.engine_ready.get() { words().data.reading } else { words().data.preparing })}
                </p>
                <p>{name}</p>
                <Share />
                <button type="button" class="button button-secondary" on:click=move |_| app.stop_reading()>
                    {app.say(|w| w.data.reading_stop)}
                </button>
                <Beginning />
            </section>
        </Show>
    }
}

/// The file that stands is being read again: a small bar in the corner, for the page stays as it is.
#[component]
pub fn ReadingAgain() -> impl IntoView {
    let app = App::here();
    let reading = Memo::new(move |_| app.data.reading.with(|r| r.as_ref().is_some_and(|r| r.again)));
    view! {
        <Show when=move || reading.get()>
            <div class="again">
                <p class="strong">{app.say(|w| w.data.reading_again)}</p>
                <Share />
                <button type="button" class="button button-text" on:click=move |_| app.stop_reading()>
                    {app.say(|w| w.data.reading_stop_short)}
                </button>
            </div>
        </Show>
    }
}

/// How much of the file is read.
#[component]
fn Share() -> impl IntoView {
    let app = App::here();
    let frac = move || app.data.reading.with(|r| r.as_ref().map_or(0.0, |r| r.done_frac));
    let percent = Memo::new(move |_| (frac().clamp(0.0, 1.0) * 100.0) as u32);
    view! {
        <div
            class="progress"
            class:is-waiting=Signal::derive(move || percent.get() == 0)
            role="progressbar"
            aria-label=app.say(|w| w.data.reading)
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=Signal::derive(move || percent.get().to_string())
        >
            <div class="progress-done" style:width=Signal::derive(move || format!("{}%", percent.get()))></div>
        </div>
    }
}

/// The first rows, before the whole file is known.
#[component]
fn Beginning() -> impl IntoView {
    let app = App::here();
    move || {
        app.data.glimpse.get().map(|glimpse| {
            let caption = app.say(|w| w.data.glimpse_title);
            view! { <Rows header=glimpse.header rows=glimpse.rows caption /> }
        })
    }
}

fn stopped(app: App) -> String {
    let words = app.place.words();
    let kept = app.data.profile.with(|p| p.as_ref().map(|p| (words.frame.problem_kept)(&p.file.name)));
    let space = if app.place.lang.get() == Lang::En { " " } else { "" };
    format!("{}{space}{}", words.data.reading_stopped, kept.unwrap_or_default())
}
