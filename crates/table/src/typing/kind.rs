//! The last word on a column: how fine its dates are, what its texts are.

use sanpo_api::{ColumnType, DAY_SECS, Grain};

use super::dictionary::Dictionary;
use super::hint::Hint;

/// The grain as written; times that are all midnight are days.
pub fn grain(finest: Option<Grain>, timed: usize, values: &[i64]) -> Option<Grain> {
    let midnights = || values.iter().all(|v| *v == i64::MIN || v.rem_euclid(DAY_SECS) == 0);
    if timed > 0 && midnights() { Some(Grain::Day) } else { finest }
}

/// Category, text or id.
pub fn text_kind(codes: &[u32], levels: &Dictionary, filled: usize, hint: &Hint) -> ColumnType {
    if filled == 0 {
        return ColumnType::Empty;
    }
    if hint.id {
        return ColumnType::Id;
    }
    let n = levels.len();
    let sample = || levels.iter().take(2_000);
    let chars: usize = sample().map(|t| t.chars().count()).sum();
    let mean_chars = chars as f64 / n.min(2_000) as f64;
    let sentences = sample().filter(|t| t.contains(['、', '。', '\n', '\r']) || t.chars().count() > 30).count();
    let mostly_different = n * 2 > filled;
    if mostly_different && (hint.remark || sentences * 10 > n.min(2_000) || mean_chars > 25.0) {
        return ColumnType::Text;
    }
    let coded = |t: &str| {
        t.len() >= 3
            && t.bytes().any(|b| b.is_ascii_digit())
            && t.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'#'))
    };
    if n > 2 && n * 10 > filled * 9 && sample().all(coded) && !codes.is_empty() {
        return ColumnType::Id;
    }
    if n > 1_000 && mostly_different { ColumnType::Text } else { ColumnType::Category }
}
