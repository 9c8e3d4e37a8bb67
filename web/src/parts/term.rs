//! A word of the glossary, explained where it stands: by pointing at the mark, tapping it, or from the keyboard.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::html::Span;
use leptos::prelude::*;
use sanpo_api::Lang;
use sanpo_text::help::Entry;
use sanpo_text::ui;

/// The same word may be explained at several places of a page.
static MARKS: AtomicU32 = AtomicU32::new(0);

/// The mark beside a word. The browser opens and closes the explanation (Esc, a click elsewhere); pointing at it does so too.
pub fn term(entry: &'static Entry, lang: Lang) -> AnyView {
    let id = format!("term-{}", MARKS.fetch_add(1, Ordering::Relaxed));
    let target = id.clone();
    let says = NodeRef::<Span>::new();
    // What Esc has closed stays closed while the mouse goes on over it.
    let pointed = StoredValue::new(false);
    let point = move |open: bool| {
        if pointed.get_value() == open {
            return;
        }
        pointed.set_value(open);
        if let Some(says) = says.get_untracked() {
            let _ = if open { says.show_popover() } else { says.hide_popover() };
        }
    };
    let name = entry.name.of(lang);
    // Not when the mouse enters: a report that is drawn under a resting mouse would open whatever lies there.
    view! {
        <span class="term" on:mousemove=move |_| point(true) on:mouseleave=move |_| point(false)>
            <button
                type="button"
                class="term-mark"
                aria-label=(ui(lang).help.term_means)(name)
                popovertarget=target
                popovertargetaction="show"
            >
                "?"
            </button>
            <span class="term-says" popover="auto" id=id node_ref=says>
                <strong>{name}</strong>
                <span>{entry.says.of(lang)}</span>
                <a href=(ui(lang).help.help_address)("glossary", entry.anchor)>{ui(lang).help.term_more}</a>
            </span>
        </span>
    }
    .into_any()
}
