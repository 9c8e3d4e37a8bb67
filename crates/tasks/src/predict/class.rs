//! Which class a row gets, and how a class is called.

use sanpo_api::LabelCode;

use super::run::{Outputs, PredictRun};

/// Answers that say nothing without the question.
const BARE: &[&str] = &[
    "〇",
    "○",
    "◯",
    "●",
    "◎",
    "×",
    "✕",
    "✗",
    "✓",
    "✔",
    "-",
    "はい",
    "いいえ",
    "有",
    "無",
    "あり",
    "なし",
    "有り",
    "無し",
    "済",
    "未",
    "0",
    "1",
    "yes",
    "no",
    "y",
    "n",
    "true",
    "false",
    "t",
    "f",
];

impl PredictRun {
    /// The rarer of two classes.
    fn rarer(&self) -> Option<usize> {
        self.evaluation.as_ref()?.class.as_ref()?.lift_class.map(|class| class as usize)
    }

    /// The class that a row gets: the more probable one, or the rarer one from the line on that was found for it on known answers.
    /// Whatever stands beside it in a file, a row gets the same.
    pub fn class_of(&self, outputs: &Outputs, place: usize) -> usize {
        match (self.cut, self.rarer()) {
            (Some(cut), Some(rare)) if outputs[rare][place] >= cut.from => rare,
            (Some(_), Some(rare)) => 1 - rare,
            _ => best_class(outputs, place),
        }
    }

    /// What is written for a row: its class, or of a class that is marked from below the even line on only that.
    pub fn said_of(&self, outputs: &Outputs, place: usize) -> Option<&str> {
        let class = self.class_of(outputs, place);
        let said = self.cut.is_none() || Some(class) == self.rarer();
        self.labelled.classes.get(class).filter(|_| said).map(String::as_str)
    }

    /// What that is called: most candidates may well turn out otherwise, so that they are no predictions.
    pub fn said_as(&self) -> LabelCode {
        if self.cut.is_some() { LabelCode::Candidate } else { LabelCode::Prediction }
    }

    /// A class as it is called away from its column: 「はい」 alone says nothing.
    pub fn called(&self, class: usize) -> String {
        let text = &self.labelled.classes[class];
        let bare = BARE.contains(&text.trim().to_lowercase().as_str());
        if bare { format!("{}: {text}", self.target_name) } else { text.clone() }
    }
}

/// The class with the highest probability in a row; the first of equals.
fn best_class(outputs: &Outputs, row: usize) -> usize {
    (1..outputs.len()).fold(0, |best, k| if outputs[k][row] > outputs[best][row] { k } else { best })
}
