//! Time, for what the person sees only: no result depends on it.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::{set_timeout, window};
use sanpo_api::Moment;

/// Milliseconds since the page was opened.
pub fn now_ms() -> f64 {
    window().performance().map_or(0.0, |p| p.now())
}

/// Calls `then` once, after that many milliseconds.
pub fn after(milliseconds: u64, then: impl FnOnce() + 'static) {
    set_timeout(then, Duration::from_millis(milliseconds));
}

/// The day that it is where the person is.
pub fn today() -> Moment {
    let now = Date::new_0();
    Moment::from_date(i64::from(now.get_full_year()), i64::from(now.get_month()) + 1, i64::from(now.get_date()))
}
