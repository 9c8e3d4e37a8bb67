//! Every sentence of Sanpo in Japanese and English, and how numbers and dates are written.
//!
//! The two languages stand side by side, so that whoever changes one sees the other. A code without words in both does not
//! compile: every `match` names all its cases. Numbers and dates are written by our own code, not by the browser's, so that
//! the page, the command line and the exported files agree to the last character.
//!
//! House rules for the words: one message a sentence, short, polite and plain; say what happened, then what to do. Names of
//! methods appear under details only.

#[macro_use]
mod say;
mod book;
mod column;
mod count;
mod date;
pub mod help;
mod label;
mod note;
mod number;
mod phrase;
mod problem;
mod reading;
mod repair;
mod report;
mod sample;
mod sentence;
mod task;
mod typed;
mod ui;
mod unit;
mod value;

pub use column::{column_type, role, role_reason};
pub use count::{bytes, count, grain, grain_count, per_grain, rows, steps};
pub use date::{date, date_axis, date_context, date_formal, date_short};
pub use label::{month, weekday, weekday_short};
pub use note::{not_data, note};
pub use number::{NONE, counts, number, number_axis, number_short, percent, percent_fixed, score, with_unit};
pub use problem::{Sentences, problem};
pub use reading::{ask, choice, decided, question, undo};
pub use report::{grade, line_role, mark, section, stage};
pub use sample::{sample_says, sample_title};
pub use sentence::{Piece, sentence, slot_columns, slot_count, slot_count_unit, slot_none, slot_unit};
pub use task::{
    field_name, field_none, field_says, handling_name, handling_says, task_action, task_example, task_name,
    task_question, task_says,
};
pub use typed::typed_number;
pub use ui::{Ui, ui};
pub use unit::unit;
pub use value::{formatted, value};

use sanpo_api::{BookWord, LabelCode, Lang, Phrase, Words};

/// The words of the screen and of exported files.
#[derive(Clone, Copy, Debug, Default)]
pub struct Text;

impl Words for Text {
    fn phrase(&self, lang: Lang, phrase: &Phrase) -> String {
        phrase::phrase(lang, phrase)
    }

    fn label_code(&self, lang: Lang, code: &LabelCode) -> String {
        label::label_code(lang, code)
    }

    fn book(&self, lang: Lang, word: &BookWord) -> String {
        book::book(lang, word)
    }
}
