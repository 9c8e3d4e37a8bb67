//! What went wrong, and the words for it.

use sanpo_api::{Lang, Problem};

/// What went wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The engine said so.
    Problem(Problem),
    /// The engine is not there; the cause for the record.
    NoEngine(String),
    /// A sample could not be loaded.
    NoSample,
    /// The browser would not save a file; the cause for the record.
    NotSaved(String),
}

impl Trouble {
    /// What happened, and what to do.
    pub fn words(&self, lang: Lang) -> (String, String) {
        let ui = sanpo_text::ui(lang);
        match self {
            Self::Problem(problem) => {
                let text = sanpo_text::problem(lang, problem);
                (text.what, text.remedy)
            }
            Self::NoEngine(_) => (ui.frame.engine_failed.to_owned(), String::new()),
            Self::NoSample => (ui.data.sample_failed.to_owned(), String::new()),
            Self::NotSaved(cause) => {
                let text = sanpo_text::problem(lang, &Problem::Internal { detail: cause.clone() });
                (text.what, text.remedy)
            }
        }
    }

    /// Whether it is our fault: then a record helps those who mend it.
    pub fn is_ours(&self) -> bool {
        match self {
            Self::Problem(problem) => matches!(problem, Problem::Internal { .. } | Problem::OutOfMemory),
            Self::NoEngine(_) | Self::NotSaved(_) => true,
            Self::NoSample => false,
        }
    }

    /// What is known, for those who mend it: at which step it happened, and at which stage of a calculation. Holds nothing of the
    /// person's data.
    pub fn record(&self, step: &str, stage: &str) -> String {
        let (kind, detail) = match self {
            Self::Problem(Problem::Internal { detail }) => ("internal", detail.clone()),
            Self::Problem(problem) => ("problem", sanpo_text::problem(Lang::En, problem).what),
            Self::NoEngine(cause) => ("no engine", cause.clone()),
            Self::NotSaved(cause) => ("not saved", cause.clone()),
            Self::NoSample => ("no sample", String::new()),
        };
        format!("Sanpo {}\nstep: {step}\nstage: {stage}\n{kind}: {detail}\n", env!("CARGO_PKG_VERSION"))
    }
}
