//! The door through which the engine gets words for the files that it writes.

use serde::{Deserialize, Serialize};

use crate::{BookWord, Label, LabelCode, Phrase};

/// A language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Japanese.
    Ja,
    /// English.
    En,
}

/// How an exported file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileFormat {
    /// An Excel workbook: typed cells, and beside the results what the charts show and where it all comes from.
    Workbook,
    /// Comma-separated values in UTF-8 with a byte order mark, so that Excel opens it right.
    Csv,
    /// Comma-separated values in Shift_JIS (Windows-31J), for older programs.
    CsvShiftJis,
}

/// Words for codes. `sanpo-text` implements it; the engine only knows this trait.
pub trait Words {
    /// The sentence of a phrase.
    fn phrase(&self, lang: Lang, phrase: &Phrase) -> String;
    /// The short text of a label code.
    fn label_code(&self, lang: Lang, code: &LabelCode) -> String;
    /// A word of a saved workbook.
    fn book(&self, lang: Lang, word: &BookWord) -> String;
    /// The short text of a label.
    fn label(&self, lang: Lang, label: &Label) -> String {
        match label {
            Label::Text(text) => text.clone(),
            Label::Code(code) => self.label_code(lang, code),
        }
    }
}
