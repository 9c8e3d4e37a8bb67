//! The four things that a person can want to know, as a choice of one.

use leptos::prelude::*;
use sanpo_api::TaskId;

use super::{Icon, Picture};
use crate::state::App;
use crate::views::{Views, live};

/// The tasks, those that suit the file first.
pub fn in_order(suited: &[TaskId]) -> Vec<TaskId> {
    let rest = TaskId::ALL.into_iter().filter(|t| !suited.contains(t));
    suited.iter().copied().chain(rest).collect()
}

/// The four tasks, one of them chosen.
#[component]
pub fn TaskCards() -> impl IntoView {
    let app = App::here();
    let suited = Memo::new(move |_| app.data.profile.with(|p| p.as_ref().map(|p| p.tasks.clone()).unwrap_or_default()));
    view! {
        <fieldset class="tasks">
            <legend class="tasks-title">{app.say(|w| w.choice.choice_tasks)}</legend>
            <div class="cards">
                {live(move || {
                    let suited = suited.get();
                    in_order(&suited).into_iter().map(|task| view! { <TaskCard task suited=suited.clone() /> }).views()
                })}
            </div>
        </fieldset>
    }
}

#[component]
fn TaskCard(task: TaskId, suited: Vec<TaskId>) -> impl IntoView {
    let app = App::here();
    let lang = move || app.place.lang.get();
    let chosen = move || app.choice.task.get() == Some(task);
    let best = suited.first() == Some(&task);
    let less = !suited.is_empty() && !suited.contains(&task);
    view! {
        <label class="task" class:is-chosen=chosen>
            <input type="radio" name="task" prop:checked=chosen on:change=move |_| app.choose(task) />
            <Icon picture=Picture::Task(task) />
            <span class="task-words">
                <span class="task-name">
                    {Signal::derive(move || sanpo_text::task_name(lang(), task))}
                    {best.then(|| view! { <span class="badge badge-best">{app.say(|w| w.choice.task_best)}</span> }.into_any())}
                </span>
                <span class="task-says">{Signal::derive(move || sanpo_text::task_says(lang(), task))}</span>
                {less.then(|| view! { <span class="note">{app.say(|w| w.choice.task_less)}</span> }.into_any())}
            </span>
        </label>
    }
}
