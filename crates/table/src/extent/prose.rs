//! Letters and minutes of a meeting are no tables.

use crate::cells::Kind;
use crate::dialect::Dialect;

use super::Row;
use super::body::Body;

/// Sentences, not cells: no typed column, and lines that read like a letter or like minutes of a meeting.
pub fn is_prose(sample: &[Row], width: usize, dialect: &Dialect, body: &Body) -> bool {
    if body.kinds.iter().any(|k| matches!(k, Kind::Number | Kind::Date)) {
        return false;
    }
    let filled: Vec<&Row> = sample.iter().filter(|r| r.filled() > 0).collect();
    let of = |test: &dyn Fn(&str) -> bool| filled.iter().filter(|r| r.cells.iter().any(|c| test(c))).count();
    let long = of(&|c| c.contains(['。', '、', '！', '？']) || c.ends_with(['.', '!', '?']) || c.chars().count() > 40);
    let labelled = of(&|c| c.contains(['：', '。', '、']));
    let wordy = of(&|c| c.split(' ').filter(|w| w.chars().all(char::is_alphabetic) && !w.is_empty()).count() >= 4);
    let most = |count: usize| count * 2 >= filled.len() && count > 0;
    let ragged = dialect.agreement_frac < 0.7;
    (width == 1 && (long * 3 >= filled.len() || most(labelled) || most(wordy)) && long + labelled + wordy > 0)
        || (dialect.agreement_frac < 0.5 && long > 0)
        || (ragged && (most(wordy) || most(labelled)))
}
