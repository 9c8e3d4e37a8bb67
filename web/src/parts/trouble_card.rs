//! A kind card: what happened, what to do, and that nothing is lost.

use crate::views::live;
use leptos::prelude::*;

use super::{Icon, Picture};
use crate::state::{App, Trouble};

/// What went wrong. `again` is what "try again" does, where that makes sense.
#[component]
pub fn TroubleCard(
    /// What went wrong; nothing is shown without it.
    trouble: RwSignal<Option<Trouble>>,
    /// Says that something is still there.
    #[prop(optional, into)]
    kept: Signal<Option<String>>,
    /// What "try again" does.
    #[prop(optional, into)]
    again: Option<Callback<()>>,
) -> impl IntoView {
    let app = App::here();
    view! {
        <div role="alert">
            {live(move || {
                trouble.get().map(|t| view! { <Card trouble=t kept again close=move || trouble.set(None) app /> }.into_any())
            })}
        </div>
    }
}

#[component]
fn Card(
    trouble: Trouble,
    kept: Signal<Option<String>>,
    again: Option<Callback<()>>,
    close: impl Fn() + Copy + 'static,
    app: App,
) -> impl IntoView {
    let ours = trouble.is_ours();
    let told = trouble.clone();
    let told = Memo::new(move |_| told.words(app.place.lang.get()));
    view! {
        <div class="card card-error">
            <h2>
                <Icon picture=Picture::Warning />
                {app.say(|w| w.frame.problem_title)}
            </h2>
            <p class="strong">{Signal::derive(move || told.get().0)}</p>
            <p>{Signal::derive(move || told.get().1)}</p>
            <p class="note">{kept}</p>
            <div class="buttons">
                {again.filter(|_| ours).map(|again| {
                    view! {
                        <button type="button" class="button button-secondary" on:click=move |_| again.run(())>
                            {app.say(|w| w.frame.try_again)}
                        </button>
                    }
                })}
                {ours.then(|| {
                    view! {
                        <button type="button" class="button button-text" on:click=move |_| app.save_record(&trouble)>
                            {app.say(|w| w.frame.save_record)}
                        </button>
                    }
                })}
                <button type="button" class="button button-text" on:click=move |_| close()>
                    {app.say(|w| w.frame.close)}
                </button>
            </div>
        </div>
    }
}
