//! Reading answers: what the person chose if it fits, else what the data suggest.

use sanpo_api::{Answer, Answers, Field, FieldId, FieldKind, Problem, Step};

/// A field that takes one of `options`; keeps the person's answer if it is one of them.
pub fn column_field(
    answers: &Answers,
    id: FieldId,
    options: Vec<String>,
    guess: Option<&str>,
    optional: bool,
) -> Field {
    let fits = |name: &str| options.iter().any(|o| o == name);
    let answer = match answers.get(&id) {
        Some(Answer::Column(name)) if fits(name) => Answer::Column(name.clone()),
        Some(Answer::None) if optional => Answer::None,
        _ => guess.filter(|g| fits(g)).map_or(Answer::None, |g| Answer::Column(g.to_owned())),
    };
    let answer = match (answer, optional) {
        (Answer::None, false) => options.first().map_or(Answer::None, |o| Answer::Column(o.clone())),
        (answer, _) => answer,
    };
    Field { id, kind: FieldKind::Column { options, optional }, answer, folded: false }
}

/// A field that takes any of `options`.
pub fn columns_field(answers: &Answers, id: FieldId, options: Vec<String>, guess: Vec<String>) -> Field {
    let answer = match answers.get(&id) {
        Some(Answer::Columns(names)) => {
            Answer::Columns(options.iter().filter(|o| names.contains(o)).cloned().collect())
        }
        _ => Answer::Columns(guess),
    };
    Field { id, kind: FieldKind::Columns { options }, answer, folded: false }
}

/// What a whole-number field may be.
pub struct CountRule {
    /// Smallest and largest.
    pub range: (u32, u32),
    /// Offered values.
    pub suggestions: Vec<u32>,
    /// One of it, if it is a span of time.
    pub step: Option<Step>,
    /// The answer from the data; `None` when it is found by the app later.
    pub guess: Option<u32>,
}

/// A field that takes a whole number.
pub fn count_field(answers: &Answers, id: FieldId, rule: CountRule) -> Field {
    let (min, max) = rule.range;
    let answer = match answers.get(&id) {
        Some(Answer::Count(n)) => Answer::Count((*n).clamp(min, max)),
        _ => rule.guess.map_or(Answer::None, Answer::Count),
    };
    let kind =
        FieldKind::Count { min, max, suggestions: rule.suggestions, step: rule.step, automatic: rule.guess.is_none() };
    Field { id, kind, answer, folded: false }
}

/// The column given for a field; none is an error.
pub fn column(answers: &Answers, id: FieldId) -> Result<String, Problem> {
    optional_column(answers, id).ok_or(Problem::MissingAnswer { field: id })
}

/// The column given for a field, if any.
pub fn optional_column(answers: &Answers, id: FieldId) -> Option<String> {
    match answers.get(&id) {
        Some(Answer::Column(name)) => Some(name.clone()),
        _ => None,
    }
}

/// The columns given for a field; empty when there are none.
pub fn columns(answers: &Answers, id: FieldId) -> Vec<String> {
    match answers.get(&id) {
        Some(Answer::Columns(names)) => names.clone(),
        Some(Answer::Column(name)) => vec![name.clone()],
        _ => Vec::new(),
    }
}

/// The number given for a field, if any.
pub fn count(answers: &Answers, id: FieldId) -> Option<u32> {
    match answers.get(&id) {
        Some(Answer::Count(n)) => Some(*n),
        _ => None,
    }
}
