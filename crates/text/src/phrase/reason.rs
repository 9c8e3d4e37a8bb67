//! Why a row or a moment stands out.

use sanpo_api::{Lang, Reason};

use crate::number::{NONE, apart, number, number_within, percent, with_unit};
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
        Reason::Beyond { column, unit, value, low, high, of } => {
            let is = if value > high { pick(lang, "高い", "high") } else { pick(lang, "低い", "low") };
            let (value, usual) = beside_usual(lang, [*value, *low, *high], unit.as_deref());
            let column = quoted(lang, column);
            let of = of.as_ref().map_or(String::new(), |of| {
                let of = quoted(lang, of);
                say!(lang, "{of}としては", "for {of}, ")
            });
            say!(lang, "{of}{column}が{value}と{is}{usual}", "{of}{column} is {is}: {value}{usual}")
        }
        Reason::Combination { column, unit, value } => {
            let (column, value) = (quoted(lang, column), with_unit(lang, number(lang, *value), unit.as_deref()));
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
        Reason::Expected { column, unit, value, expected, low, high } => {
            let is = if value > expected { pick(lang, "高い", "above") } else { pick(lang, "低い", "below") };
            let expected = with_unit(lang, number_within(lang, *expected, *high - *low), unit.as_deref());
            let (value, usual) = beside_usual(lang, [*value, *low, *high], unit.as_deref());
            let column = quoted(lang, column);
            say!(
                lang,
                "{column}が{value}で、予想の{expected}より{is}{usual}",
                "{column} is {value}, {is} the {expected} expected{usual}"
            )
        }
        Reason::Shape { column } => {
            let column = quoted(lang, column);
            say!(lang, "{column}の動き方がいつもと違う", "{column} moves in an unusual way")
        }
    }
}

/// A value with its unit, and behind it its usual range （ふだんは60〜80）, or nothing where that is not known.
fn beside_usual(lang: Lang, [value, low, high]: [f64; 3], unit: Option<&str>) -> (String, String) {
    let [value, low, high] = apart(lang, value, low, high);
    let value = with_unit(lang, value, unit);
    if low == NONE || high == NONE {
        return (value, String::new());
    }
    if low == high {
        let usual = with_unit(lang, high, unit);
        return (value, say!(lang, "（ふだんは{usual}）", " (usually {usual})"));
    }
    let high = with_unit(lang, high, unit);
    (value, say!(lang, "（ふだんは{low}〜{high}）", " (usually {low} to {high})"))
}
