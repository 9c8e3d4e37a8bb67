//! Why something could not be done: what happened, and what to do about it.

mod remedy;
mod what;

use sanpo_api::{Lang, Problem};

use remedy::remedy;
use what::what;

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentences {
    /// What happened.
    pub what: String,
    /// What to do.
    pub remedy: String,
}

/// The words of a problem.
pub fn problem(lang: Lang, problem: &Problem) -> Sentences {
    Sentences { what: what(lang, problem), remedy: remedy(lang, problem) }
}
