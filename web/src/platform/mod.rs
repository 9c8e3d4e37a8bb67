//! The only door to the browser: files, addresses, clock, downloads, performance marks.

mod address;
mod clipboard;
mod clock;
mod document;
mod fetch;
mod head;
mod help;
mod machine;
mod note;
mod picture;
mod save;
mod sheet;
mod timing;
mod update;

pub use address::{begin_again, read_hash, watch_hash, write_hash};
pub use clipboard::{Pasted, read_clipboard, watch_paste};
pub use clock::{after, now_ms, today};
pub use document::{
    after_paint, as_on_paper, focus_by_id, focus_next, focus_on, focused, meta, open_by_id, print, set_lang, set_title,
    show_first,
};
pub use fetch::{Sample, bytes_of, compile, samples};
pub use head::{beginning, first_lines, part};
pub use help::{help_page, help_wanted, show_help};
pub use machine::{hands_wanted, prefers_japanese, provoke_wanted};
pub use note::{keep_note, kept_note};
pub use picture::{SVG_TYPE, all, copy as copy_picture, html_element, keep_looks, on_paper, png, svg_element, written};
pub use save::{file_from, save};
pub use sheet::size_on_a_sheet;
pub use timing::Stopwatch;
pub use update::{Update, watch_updates};
