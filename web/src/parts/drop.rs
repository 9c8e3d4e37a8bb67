//! A file may be dropped anywhere in the window.

use leptos::ev;
use leptos::prelude::*;
use web_sys::DragEvent;

use super::{Icon, Picture};
use crate::state::App;
use crate::views::Show;

/// Takes files that are dropped anywhere, and shows that it would.
#[component]
pub fn DropAnywhere() -> impl IntoView {
    let app = App::here();
    // Enter and leave fire for every element passed over: the file is inside as long as there were more enters.
    let inside = RwSignal::new(0_i32);
    let busy = move || app.run.is_busy();
    let enter = window_event_listener(ev::dragenter, move |event| {
        if has_files(&event) {
            event.prevent_default();
            inside.update(|n| *n += 1);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if has_files(&event) {
            inside.update(|n| *n = (*n - 1).max(0));
        }
    });
    let over = window_event_listener(ev::dragover, move |event| {
        if has_files(&event) {
            event.prevent_default();
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        inside.set(0);
        event.prevent_default();
        if let Some(files) = event.data_transfer().and_then(|d| d.files()) {
            app.open_one_of((0..files.length()).filter_map(|at| files.get(at)).collect());
        }
    });
    on_cleanup(move || [enter, leave, over, drop].into_iter().for_each(WindowListenerHandle::remove));
    let words = move || app.place.words();
    view! {
        <Show when=move || 0 < inside.get()>
            <div class="drop-cover" aria-hidden="true">
                <p>
                    <Icon picture=Picture::Sheet />
                    {Signal::derive(move || if busy() { words().data.drop_busy } else { words().data.drop_release })}
                </p>
            </div>
        </Show>
    }
}

fn has_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|d| d.types().includes(&"Files".into(), 0))
}
