//! Time, for what the person sees only: no result depends on it.

use std::time::Duration;

use leptos::prelude::{set_timeout, window};

/// Milliseconds since the page was opened.
pub fn now_ms() -> f64 {
    window().performance().map_or(0.0, |p| p.now())
}

/// Calls `then` once, after that many milliseconds.
pub fn after(milliseconds: u64, then: impl FnOnce() + 'static) {
    set_timeout(then, Duration::from_millis(milliseconds));
}
