//! The tour of one minute: four remarks, one at a time, beside the thing that each is about.

use leptos::ev::keydown;
use leptos::prelude::*;

use crate::platform::{after_paint, focus_by_id, show_first};
use crate::state::{App, StepId};
use crate::views::{Show, live};

/// The sample that the tour takes.
const SAMPLE: &str = "bakery";
/// What each remark is about; `help-parts.css` draws the line around it.
const THINGS: [&str; 4] = [".facts", "#columns-title", ".start", ".headline"];

/// Which remark is shown, from 1; 0 for none. It follows the step that the person is in.
pub fn tour_at(app: App) -> usize {
    match (app.place.tour.get(), app.place.step.get()) {
        (0, _) => 0,
        (n, StepId::Data) => n.min(2),
        (_, StepId::Choice) => 3,
        (_, StepId::Result) => 4,
    }
}

/// The button that begins the tour. It has its place before the samples are known, so that nothing moves.
#[component]
pub fn TourDoor() -> impl IntoView {
    let app = App::here();
    let sample = move || app.data.samples.with(|s| s.iter().find(|s| s.id == SAMPLE).cloned());
    let begin = move |_| {
        if let Some(sample) = untrack(sample) {
            app.place.tour.set(1);
            app.open_sample(sample);
        }
    };
    view! {
        <button type="button" class="button button-secondary" class:is-away=Signal::derive(move || sample().is_none()) on:click=begin>
            {app.say(|w| w.help.tour_begin)}
        </button>
    }
}

/// The remark, while there is a tour.
#[component]
pub fn Tour() -> impl IntoView {
    let app = App::here();
    let at = Memo::new(move |_| tour_at(app));
    Effect::new(move || {
        // The first remark is there before its thing is.
        app.data.file.track();
        let thing = at.get().checked_sub(1).and_then(|at| THINGS.get(at));
        thing.into_iter().for_each(|thing| {
            after_paint(move || {
                focus_by_id("tour-next");
                show_first(thing);
            });
        });
    });
    let escape = window_event_listener(keydown, move |event| {
        if event.key() == "Escape" {
            app.place.tour.set(0);
        }
    });
    on_cleanup(move || escape.remove());
    view! {
        <Show when=move || at.get() != 0>
            <Remark at />
        </Show>
    }
}

#[component]
fn Remark(at: Memo<usize>) -> impl IntoView {
    let app = App::here();
    let remark = move || app.place.words().help.tour_remarks[at.get().clamp(1, 4) - 1];
    let says = move || if app.run.is_busy() { app.place.words().choice.running_title } else { remark().0 };
    let next = move |_| match at.get_untracked() {
        1 => app.place.tour.set(2),
        2 => app.place.go(StepId::Choice),
        3 => app.start(),
        _ => app.place.tour.set(0),
    };
    view! {
        <section class="tour" aria-label=app.say(|w| w.help.tour)>
            <p class="note">{live(move || format!("{}/4", at.get()))}</p>
            <p id="tour-says">{says}</p>
            <div class="buttons">
                <button
                    type="button"
                    class="button button-primary button-small"
                    id="tour-next"
                    aria-describedby="tour-says"
                    on:click=next
                >
                    {live(move || remark().1)}
                </button>
                <Show when=move || at.get() != 4>
                    <button type="button" class="button button-text button-small" on:click=move |_| app.place.tour.set(0)>
                        {app.say(|w| w.help.tour_end)}
                    </button>
                </Show>
            </div>
        </section>
    }
}
