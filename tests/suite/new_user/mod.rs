//! What a new user stumbled over with files of their own: each stone has a test here.

mod groups;
mod known;
mod oddities;
mod rare;
mod regulars;
mod rows;
mod shop;
mod tasks;

use sanpo_api::{Block, Lang, Phrase, Report, Words};
use sanpo_text::Text;

use crate::session::Session;

fn open(file: &str) -> Session {
    Session::open("data.csv", file.as_bytes()).expect("a table")
}

fn blocks(report: &Report) -> impl Iterator<Item = &Block> {
    report.sections.iter().flat_map(|s| &s.blocks)
}

fn phrase(lang: Lang, phrase: &Phrase) -> String {
    Text.phrase(lang, phrase)
}
