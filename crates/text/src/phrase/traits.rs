//! What sets a group apart, and the names made from it.

use sanpo_api::{Label, LabelCode, Lang, Phrase, SegmentPhrase, Words};

use crate::Text;
use crate::label::month;
use crate::number::{amount, number, percent, with_unit};
use crate::say::{pick, quoted};

pub(super) fn group_name(lang: Lang, traits: &[Phrase]) -> String {
    if traits.is_empty() {
        return pick(lang, "平均に近いグループ", "Close to the average").to_owned();
    }
    let mut out = String::new();
    for (i, what) in traits.iter().take(2).enumerate() {
        if i > 0 {
            out.push_str(pick(lang, "・", " · "));
        }
        out.push_str(&in_short(lang, what));
    }
    out
}

/// One of several groups of a name, by a figure of its own.
pub(super) fn apart(lang: Lang, name: &Phrase, by: Option<&Phrase>, nth: u32) -> String {
    let named = super::phrase(lang, name);
    match by {
        Some(
            Phrase::Segment(SegmentPhrase::TraitHigh { column, mean, unit, .. })
            | Phrase::Segment(SegmentPhrase::TraitLow { column, mean, unit, .. }),
        ) => {
            let mean = amount(lang, *mean, unit.as_deref());
            if is_only_about(name, column) {
                return say!(lang, "{named}（平均{mean}）", "{named} ({mean} on average)");
            }
            let column = Text.label(lang, column);
            say!(lang, "{named}（{column}は平均{mean}）", "{named} ({column}: {mean} on average)")
        }
        Some(Phrase::Segment(SegmentPhrase::TraitText { column, text, share_frac, .. })) => {
            let (column, share) = (Text.label(lang, column), percent(lang, *share_frac));
            say!(lang, "{named}（{column}は{share}が{text}）", "{named} ({column}: {share} {text})")
        }
        Some(_) | None => say!(lang, "{named}（その{nth}）", "{named} (no. {nth})"),
    }
}

/// Whether a name speaks of that column alone.
fn is_only_about(name: &Phrase, column: &Label) -> bool {
    let Phrase::Segment(SegmentPhrase::GroupName { traits }) = name else { return false };
    match traits.as_slice() {
        [
            Phrase::Segment(SegmentPhrase::TraitHigh { column: own, .. })
            | Phrase::Segment(SegmentPhrase::TraitLow { column: own, .. }),
        ] => own == column,
        _ => false,
    }
}

/// A trait in two or three words; any other phrase in full.
fn in_short(lang: Lang, what: &Phrase) -> String {
    match what {
        Phrase::Segment(SegmentPhrase::TraitHigh { column, .. }) => high_or_low(lang, column, true),
        Phrase::Segment(SegmentPhrase::TraitLow { column, .. }) => high_or_low(lang, column, false),
        Phrase::Segment(SegmentPhrase::TraitText { column, text, .. }) => {
            let column = Text.label(lang, column);
            say!(lang, "{column}は{text}", "{column}: {text}")
        }
        Phrase::Segment(SegmentPhrase::TraitAverage) => pick(lang, "平均に近い", "Close to the average").to_owned(),
        other => super::phrase(lang, other),
    }
}

/// High or low, in the words that suit the thing.
fn high_or_low(lang: Lang, column: &Label, high: bool) -> String {
    let words = match (column, high) {
        (Label::Code(LabelCode::Recency), true) => ("最近は来ていない", "Not seen lately"),
        (Label::Code(LabelCode::Recency), false) => ("最近来た", "Seen lately"),
        (Label::Code(LabelCode::Frequency), true) => ("よく買う", "Buys often"),
        (Label::Code(LabelCode::Frequency), false) => ("あまり買わない", "Seldom buys"),
        (Label::Code(LabelCode::Monetary), true) => ("金額が多い", "Spends a lot"),
        (Label::Code(LabelCode::Monetary), false) => ("金額が少ない", "Spends little"),
        (Label::Code(_) | Label::Text(_), true) => {
            let name = Text.label(lang, column);
            return say!(lang, "{name}が高め", "High {name}");
        }
        (Label::Code(_) | Label::Text(_), false) => {
            let name = Text.label(lang, column);
            return say!(lang, "{name}が低め", "Low {name}");
        }
    };
    pick(lang, words.0, words.1).to_owned()
}

pub(super) fn more_or_less(
    lang: Lang,
    column: &Label,
    mean: f64,
    overall: f64,
    unit: Option<&str>,
    high: bool,
) -> String {
    let name = quoted(lang, &Text.label(lang, column));
    let more = more(lang, column, high);
    let short = |value| amount(lang, value, unit);
    let long = |value| with_unit(lang, number(lang, value), unit);
    // Years would be the same to three digits.
    let alike = short(mean) == short(overall);
    let [mean, overall] = [mean, overall].map(|value| if alike { long(value) } else { short(value) });
    say!(
        lang,
        "{name}は平均{mean}で、全体の{overall}より{more}",
        "{name}: {mean} on average, {more} the overall {overall}"
    )
}

/// More or less, in the word that suits the thing: days are long, purchases many, all else is high.
fn more(lang: Lang, column: &Label, high: bool) -> &'static str {
    let ja = match (column, high) {
        (Label::Code(LabelCode::Recency), true) => "長め",
        (Label::Code(LabelCode::Recency), false) => "短め",
        (Label::Code(LabelCode::Frequency | LabelCode::Monetary), true) => "多め",
        (Label::Code(LabelCode::Frequency | LabelCode::Monetary), false) => "少なめ",
        (Label::Code(_) | Label::Text(_), true) => "高め",
        (Label::Code(_) | Label::Text(_), false) => "低め",
    };
    pick(lang, ja, if high { "above" } else { "below" })
}

pub(super) fn text(lang: Lang, column: &Label, text: &str, share_frac: f64, overall_frac: f64) -> String {
    let column = quoted(lang, &Text.label(lang, column));
    let text = quoted(lang, text);
    let (share, overall) = (percent(lang, share_frac), percent(lang, overall_frac));
    say!(
        lang,
        "{column}が{text}の割合は{share}で、全体の{overall}より多め",
        "{column} is {text} for {share}, against {overall} overall"
    )
}

pub(super) fn months(lang: Lang, months: &[u8]) -> String {
    let months: Vec<String> = months.iter().map(|number| month(lang, *number)).collect();
    let months = months.join(pick(lang, "・", ", "));
    say!(lang, "買い物は{months}に集中", "Mostly buys in {months}")
}

pub(super) fn average(lang: Lang) -> String {
    pick(lang, "どの項目も、全体の平均に近い", "Close to the average in every column").to_owned()
}
