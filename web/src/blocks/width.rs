//! How wide a chart may be: letters keep their size on every screen, so the picture is laid out anew instead of shrunk.

use leptos::html::Div;
use leptos::prelude::*;

/// Width that is assumed until the first measure.
const USUAL: f64 = 720.0;

/// Width on a sheet of A4, so that letters are as large there as the text around them.
const PAPER: f64 = 680.0;

/// The element to measure, and its width in CSS pixels.
pub fn measured() -> (NodeRef<Div>, Signal<f64>) {
    let area = NodeRef::<Div>::new();
    let width = RwSignal::new(USUAL);
    let measure = move || {
        let found = area.try_get_untracked().flatten().map_or(0, |element| element.client_width());
        // An element that is not shown has no width.
        if found > 0 && f64::from(found) != width.get_untracked() {
            width.set(f64::from(found));
        }
    };
    Effect::new(move || {
        area.track();
        request_animation_frame(measure);
    });
    let handles = [
        window_event_listener_untyped("resize", move |_| measure()),
        window_event_listener_untyped("afterprint", move |_| measure()),
        window_event_listener_untyped("beforeprint", move |_| width.set(PAPER)),
    ];
    on_cleanup(move || handles.into_iter().for_each(WindowListenerHandle::remove));
    (area, width.into())
}
