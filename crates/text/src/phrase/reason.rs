//! Why a row or a moment stands out.

use sanpo_api::{Lang, Reason};

use crate::number::{number, number_within, percent};
use crate::say::{pick, quoted};

/// The reasons as short clauses with separators; for tables and marks, and inside sentences.
pub(super) fn list(lang: Lang, reasons: &[Reason]) -> String {
    if reasons.is_empty() {
        return pick(lang, "全体の組み合わせが珍しい", "an unusual combination as a whole").to_owned();
    }
    let mut out = String::new();
    for (i, reason) in reasons.iter().enumerate() {
        if i > 0 {
            out.push_str(pick(lang, "／", "; "));
        }
        out.push_str(&clause(lang, reason));
    }
    out
}

fn clause(lang: Lang, reason: &Reason) -> String {
    match reason {
        Reason::High { column, value, low, high } => {
            let (column, value, usual) = (quoted(lang, column), number(lang, *value), usual(lang, *low, *high));
            say!(lang, "{column}が{value}と高い{usual}", "{column} is high: {value}{usual}")
        }
        Reason::Low { column, value, low, high } => {
            let (column, value, usual) = (quoted(lang, column), number(lang, *value), usual(lang, *low, *high));
            say!(lang, "{column}が{value}と低い{usual}", "{column} is low: {value}{usual}")
        }
        Reason::Combination { column, value } => {
            let (column, value) = (quoted(lang, column), number(lang, *value));
            say!(
                lang,
                "{column}の{value}が、ほかの項目と合わない",
                "{column} of {value} does not go with the other columns"
            )
        }
        Reason::Rare { column, text, share_frac } => {
            let (column, text, share) = (quoted(lang, column), quoted(lang, text), percent(lang, *share_frac));
            say!(lang, "{column}の{text}が珍しい（全体の{share}）", "{text} is rare in {column} ({share} of rows)")
        }
        Reason::Missing { column } => {
            let column = quoted(lang, column);
            say!(lang, "{column}が空らん", "{column} is empty")
        }
        Reason::Expected { column, value, expected, low, high } => {
            let higher = value > expected;
            let expected = number_within(lang, *expected, *high - *low);
            let (column, value, usual) = (quoted(lang, column), number(lang, *value), usual(lang, *low, *high));
            if higher {
                say!(
                    lang,
                    "{column}が{value}で、予想の{expected}より高い{usual}",
                    "{column} is {value}, above the {expected} expected{usual}"
                )
            } else {
                say!(
                    lang,
                    "{column}が{value}で、予想の{expected}より低い{usual}",
                    "{column} is {value}, below the {expected} expected{usual}"
                )
            }
        }
        Reason::Shape { column } => {
            let column = quoted(lang, column);
            say!(lang, "{column}の動き方がいつもと違う", "{column} moves in an unusual way")
        }
    }
}

/// （ふだんは60〜80）, or nothing where the range is not known.
fn usual(lang: Lang, low: f64, high: f64) -> String {
    if !low.is_finite() || !high.is_finite() {
        return String::new();
    }
    let (low, high) = (number_within(lang, low, high - low), number_within(lang, high, high - low));
    if low == high {
        return say!(lang, "（ふだんは{low}）", " (usually {low})");
    }
    say!(lang, "（ふだんは{low}〜{high}）", " (usually {low} to {high})")
}
