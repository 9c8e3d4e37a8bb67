//! A calculation under way: its stages in words, how far it is, how long it has taken, and the way out.

use std::time::Duration;

use leptos::prelude::*;
use sanpo_api::{Stage, Words};
use sanpo_text::Text;

use super::{Icon, Picture};
use crate::platform::now_ms;
use crate::state::App;
use crate::views::{Show, Views, live};

/// The stages that a run goes through on the screen.
const STAGES: [Stage; 4] = [Stage::Prepare, Stage::Evaluate, Stage::Train, Stage::Report];
/// After so long without a word the person is told that it may be stuck.
const SLOW_MS: f64 = 15_000.0;

/// A calculation under way.
#[component]
pub fn Running() -> impl IntoView {
    let app = App::here();
    let words = move || app.place.words();
    let now = RwSignal::new(now_ms());
    if let Ok(ticker) = set_interval_with_handle(move || now.set(now_ms()), Duration::from_secs(1)) {
        on_cleanup(move || ticker.clear());
    }
    let began = app.run.working.with_untracked(|w| w.as_ref().map_or(0.0, |w| w.began_ms));
    let seconds = move || ((now.get() - began).max(0.0) / 1000.0) as u64;
    let slow = move || now.get() - app.run.heard_ms.get_value() > SLOW_MS;
    let stage = Memo::new(move |_| app.run.tally.with(|t| t.as_ref().map_or(Stage::Prepare, |t| t.stage)));
    let percent = Memo::new(move |_| app.run.tally.with(|t| t.as_ref().map_or(0, |t| (t.frac() * 100.0) as u32)));
    let in_words = move || sanpo_text::stage(app.place.lang.get(), stage.get());
    view! {
        <div class="card running">
            <p>{app.say(|w| w.choice.running_says)}</p>
            <ol class="stages">{STAGES.map(|s| view! { <StageLine own=s stage /> }).views()}</ol>
            <div
                class="progress"
                role="progressbar"
                aria-label=in_words
                aria-valuemin="0"
                aria-valuemax="100"
                aria-valuenow=Signal::derive(move || percent.get().to_string())
            >
                <div class="progress-done" style:width=Signal::derive(move || format!("{}%", percent.get()))></div>
            </div>
            <p class="running-facts">
                <span>{Signal::derive(move || (words().choice.progress)(percent.get()))}</span>
                <span>{jobs}</span>
                <span>{Signal::derive(move || (words().choice.elapsed)(seconds()))}</span>
            </p>
            <p class="hidden" role="status">{in_words}</p>
            <p class="best" role="status">{best}</p>
            <p role="status">{Signal::derive(move || slow().then(|| words().choice.slow_says))}</p>
            <div class="buttons">
                <Show when=move || stage.get() == Stage::Evaluate && app.run.best.with(Option::is_some)>
                    <button type="button" class="button button-secondary finish" on:click=move |_| app.finish()>
                        {app.say(|w| w.choice.finish_now)}
                    </button>
                </Show>
                <button type="button" class="button button-secondary cancel" on:click=move |_| app.cancel()>
                    {app.say(|w| w.choice.cancel)}
                </button>
            </div>
        </div>
    }
}

/// How good the answer would be if it were finished now.
fn best() -> Option<String> {
    let app = App::here();
    let says = app.run.best.with(|b| b.as_ref().map(|says| Text.phrase(app.place.lang.get(), says)))?;
    Some((app.place.words().chart.named)(app.place.words().choice.best_so_far, &says))
}

fn jobs() -> Option<String> {
    let app = App::here();
    let (done, all) = app.run.tally.with(|t| t.as_ref().map(|t| (t.done, t.jobs)))?;
    (all > 1).then(|| (app.place.words().choice.jobs_done)(done as usize, all as usize))
}

#[component]
fn StageLine(own: Stage, stage: Memo<Stage>) -> impl IntoView {
    let app = App::here();
    let (past, now) = (move || own < stage.get(), move || own == stage.get());
    view! {
        <li class="stage" class:is-past=past class:is-now=now>
            {live(move || past().then(|| view! { <Icon picture=Picture::Tick /> }.into_any()))}
            {Signal::derive(move || sanpo_text::stage(app.place.lang.get(), own))}
            <span class="hidden">{Signal::derive(move || past().then(|| app.place.words().frame.step_done))}</span>
        </li>
    }
}
