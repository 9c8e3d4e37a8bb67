//! Pictures beside words; they never carry a meaning of their own.

use leptos::prelude::*;
use sanpo_api::TaskId;

/// The pictures that there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// A closed padlock.
    Lock,
    /// A sheet of paper.
    Sheet,
    /// A tick.
    Tick,
    /// An exclamation mark in a triangle.
    Warning,
    /// An arrow into a tray.
    Download,
    /// An arrow to the left.
    Back,
    /// A task.
    Task(TaskId),
}

/// A picture of one line height.
#[component]
pub fn Icon(picture: Picture) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=outline(picture) />
        </svg>
    }
}

fn outline(picture: Picture) -> &'static str {
    match picture {
        Picture::Lock => "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v10H5zM12 15v2.5",
        Picture::Sheet => "M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7",
        Picture::Tick => "M5 12.5l4.5 4.5L19 7.5",
        Picture::Warning => "M12 4l9.5 16h-19zM12 10v5M12 17.2v.6",
        Picture::Download => "M12 4v11M7 10.5l5 5 5-5M4 20h16",
        Picture::Back => "M19 12H5M11 6l-6 6 6 6",
        Picture::Task(TaskId::Forecast) => "M3 20h18M3 16l4-4 4 2 3-4M14 10l2-2.3M17.5 6l3.5-3M17 3h4v4",
        Picture::Task(TaskId::Anomaly) => "M3 17l3-2 3 2 3-10 3 10 3-2 3 2M12 2v2",
        Picture::Task(TaskId::Segment) => {
            "M8 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6M17 7a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M11 14a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7"
        }
        Picture::Task(TaskId::Predict) => "M3 5h18v14H3zM3 10h18M9 10v9M12.5 14.5l2 2 4-4",
    }
}
