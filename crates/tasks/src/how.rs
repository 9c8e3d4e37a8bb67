//! The section that says how an answer came about.

use sanpo_api::{Block, How, Phrase, Section, SectionId};

/// The section; `checked` are the sentences of the report that say how the answer was checked.
pub fn section(before: Vec<How>, checked: Vec<Phrase>, after: Vec<How>) -> Section {
    let said = before.into_iter().map(Phrase::How);
    let phrases = said.chain(checked).chain(after.into_iter().map(Phrase::How)).collect();
    Section { id: SectionId::How, blocks: vec![Block::Sentences { phrases }] }
}
