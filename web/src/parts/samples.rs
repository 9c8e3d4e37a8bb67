//! Sample files to try.

use leptos::prelude::*;
use sanpo_api::TaskId;

use super::{Icon, Picture};
use crate::platform::Sample;
use crate::state::App;
use crate::views::{Show, Views, live};

/// Sample files to try; nothing where there are none. Folded away once a file is there.
#[component]
pub fn Samples(#[prop(into)] folded: Signal<bool>) -> impl IntoView {
    let app = App::here();
    let any = move || app.data.samples.with(|s| !s.is_empty());
    let open = move || {
        view! {
            <h2 id="samples-title">{app.say(|w| w.data.samples_title)}</h2>
            <p>{app.say(|w| w.data.samples_lead)}</p>
            <Cards />
        }
    };
    view! {
        <Show when=any>
            <section class="samples" aria-label=app.say(|w| w.data.samples_title)>
                <Show when=move || folded.get() fallback=open>
                    <details>
                        <summary>{app.say(|w| w.data.samples_title)}</summary>
                        <Cards />
                    </details>
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn Cards() -> impl IntoView {
    let app = App::here();
    view! {
        <ul class="cards">
            {live(move || app.data.samples.get().into_iter().map(|sample| view! { <SampleCard sample /> }).views())}
        </ul>
    }
}

#[component]
fn SampleCard(sample: Sample) -> impl IntoView {
    let app = App::here();
    let lang = move || app.place.lang.get();
    let task = task_of(&sample.id);
    let (title, says) = (sample.id.clone(), sample.id.clone());
    let busy = move || app.data.reading.with(Option::is_some) || app.run.is_busy();
    let open = move |_| {
        if !busy() {
            app.open_sample(sample.clone());
        }
    };
    view! {
        <li>
            <button type="button" class="sample" aria-disabled=Signal::derive(move || busy().then_some("true")) on:click=open>
                <Icon picture=Picture::Task(task) />
                <span class="sample-words">
                    <span class="sample-title">{Signal::derive(move || sanpo_text::sample_title(lang(), &title))}</span>
                    <span class="sample-says">{Signal::derive(move || sanpo_text::sample_says(lang(), &says))}</span>
                </span>
            </button>
        </li>
    }
}

/// What a sample is best for: the picture on its card.
fn task_of(id: &str) -> TaskId {
    match id {
        "machine" => TaskId::Anomaly,
        "shop_sales" => TaskId::Segment,
        "customers" => TaskId::Predict,
        _ => TaskId::Forecast,
    }
}
