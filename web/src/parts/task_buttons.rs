//! Tasks as buttons: what to do with a file, what else to find out.

use leptos::prelude::*;
use sanpo_api::TaskId;

use super::task_cards::in_order;
use super::{Icon, Picture};
use crate::state::App;
use crate::views::{Views, live};

/// The tasks as buttons; `chosen` gets the one that was pressed.
#[component]
pub fn TaskButtons(
    /// Tasks that suit the file, best first; the others follow.
    #[prop(into)]
    suited: Signal<Vec<TaskId>>,
    /// Only those that suit.
    #[prop(optional)]
    suited_only: bool,
    /// The task whose button is marked.
    #[prop(into)]
    current: Signal<Option<TaskId>>,
    /// Gets the task.
    chosen: impl Fn(TaskId) + Copy + Send + 'static,
) -> impl IntoView {
    let app = App::here();
    let lang = move || app.place.lang.get();
    let tasks = move || if suited_only { suited.get() } else { in_order(&suited.get()) };
    let button = move |task: TaskId| {
        let best = move || suited_only && suited.with(|s| s.first() == Some(&task));
        view! {
            <li>
                <button
                    type="button"
                    class="sample"
                    class:is-best=best
                    aria-current=Signal::derive(move || (current.get() == Some(task)).then_some("true"))
                    on:click=move |_| chosen(task)
                >
                    <Icon picture=Picture::Task(task) />
                    <span class="sample-words">
                        <span class="sample-title">
                            {Signal::derive(move || sanpo_text::task_name(lang(), task))}
                            {live(move || best().then(|| view! { <span class="badge badge-best">{app.place.words().choice.task_best}</span> }.into_any()))}
                        </span>
                        <span class="sample-says">{Signal::derive(move || sanpo_text::task_says(lang(), task))}</span>
                    </span>
                </button>
            </li>
        }
    };
    view! { <ul class="cards">{live(move || tasks().into_iter().map(button).views())}</ul> }
}
