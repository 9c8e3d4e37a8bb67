//! How numbers are written. Digits come from whole numbers only, so they are the same on every platform.

mod digits;
#[cfg(test)]
mod tests;

use sanpo_api::Lang;

use crate::say::pick;
use crate::unit::spoken;

pub(crate) use digits::grouped;
use digits::{fixed, magnitude, round_to_digits, trimmed, write};

/// Stands for a number that does not exist.
pub const NONE: &str = "–";

/// The number with its whole part in full and about four digits in all: 1,234,568, 123.5, 0.01235.
pub fn number(_lang: Lang, value: f64) -> String {
    write(value, 4)
}

/// The number with about three digits and a word for large ones: 41.2万, 1.23億; 412,000, 1.23 million.
pub fn number_short(lang: Lang, value: f64) -> String {
    let rounded = round_to_digits(value, 3);
    let size = rounded.abs();
    let steps: &[(f64, &str)] = match lang {
        Lang::Ja => &[(1e12, "兆"), (1e8, "億"), (1e4, "万")],
        Lang::En => &[(1e12, " trillion"), (1e9, " billion"), (1e6, " million")],
    };
    match steps.iter().find(|(one, _)| size >= *one && size < 1e16) {
        Some((one, word)) => write(rounded / one, 3) + word,
        None => write(rounded, 3),
    }
}

/// An end of a range of that `width`, or a point in it: as many decimals as tell the hundredth part of the range, no more.
pub(crate) fn number_within(lang: Lang, value: f64, width: f64) -> String {
    let width = width.abs();
    if !(width > 0.0 && width.is_finite() && value.abs() < 1e15) {
        return number(lang, value);
    }
    trimmed(value, (1 - magnitude(width)).clamp(0, 6) as u32)
}

/// A value and the two ends of a range; where the value lies close beyond an end, with as many digits as it takes to see that.
pub(crate) fn apart(lang: Lang, value: f64, low: f64, high: f64) -> [String; 3] {
    let width = high - low;
    let (end, beyond) = if value > high { (high, value - high) } else { (low, low - value) };
    let near = beyond > 0.0 && beyond <= f64::max(width * 0.1, end.abs() * 1e-3);
    // Of two numbers that are written with the same digits, the larger never looks like the smaller.
    // A person's own large number is not rounded before others.
    let first = if value.abs() < 100.0 { 3 } else { 4 };
    match [first, 4, 6, 9, 12].into_iter().find(|digits| near && write(value, *digits) != write(end, *digits)) {
        Some(digits) => [value, low, high].map(|number| write(number, digits)),
        None => [number(lang, value), number_within(lang, low, width), number_within(lang, high, width)],
    }
}

/// A number on an axis whose marks are `step` apart: just the decimals that tell them apart; 1.25万, 12,500, 1.25M. Of a unit that
/// [`counts`] there is no word for large ones.
pub fn number_axis(lang: Lang, value: f64, step: f64, counted: bool) -> String {
    let steps: &[(f64, &str)] = match lang {
        _ if counted => &[],
        Lang::Ja => &[(1e12, "兆"), (1e8, "億"), (1e4, "万")],
        Lang::En => &[(1e12, "T"), (1e9, "B"), (1e6, "M")],
    };
    if !value.is_finite() || value.abs() >= 1e18 {
        return write(value, 3);
    }
    let (one, word) = *steps.iter().find(|(one, _)| value.abs() >= *one).unwrap_or(&(1.0, ""));
    let decimals = if step > 0.0 { (-magnitude(step / one)).clamp(0, 12) } else { 3 };
    trimmed(value / one, decimals as u32) + word
}

/// The number of [`amount`].
fn number_of(lang: Lang, value: f64, unit: Option<&str>) -> String {
    if counts(unit) { write(round_to_digits(value, 3), 3) } else { number_short(lang, value) }
}

/// A short number with its unit behind it: 41.2万円, 412,000 yen. Of 百万円 it stays a number of them, as in the file and the
/// tables: 317,000百万円, never 31.7万百万円.
pub(crate) fn amount(lang: Lang, value: f64, unit: Option<&str>) -> String {
    with_unit(lang, number_of(lang, value, unit), unit)
}

/// A short number that lies between two others, with its unit: between 60% and 65% lie 5ポイント, 5 points.
pub(crate) fn difference(lang: Lang, value: f64, unit: Option<&str>) -> String {
    match unit {
        Some("%" | "％") => {
            let number = number_short(lang, value);
            let points = if number == "1" { " point" } else { " points" };
            number + pick(lang, "ポイント", points)
        }
        unit => amount(lang, value, unit),
    }
}

/// The two ends of a range; English says a unit that stands behind a number once.
pub(crate) fn ends(lang: Lang, low: f64, high: f64, unit: Option<&str>) -> [String; 2] {
    let once = lang == Lang::En && !matches!(unit, Some("$" | "＄" | "£" | "€"));
    let low = if once { number_of(lang, low, unit) } else { amount(lang, low, unit) };
    [low, amount(lang, high, unit)]
}

/// Whether a unit is so many of something itself: 百万円, 千個. 百分率 is no hundred of anything.
pub fn counts(unit: Option<&str>) -> bool {
    unit.is_some_and(|unit| unit.starts_with(['十', '百', '千', '万', '億', '兆']) && !unit.starts_with("百分率"))
}

/// A written number with its unit behind it.
pub fn with_unit(lang: Lang, number: String, unit: Option<&str>) -> String {
    let Some(unit) = unit.filter(|u| !u.is_empty() && number != NONE) else { return number };
    if lang == Lang::En && matches!(unit, "$" | "＄" | "£" | "€") {
        return if unit == "＄" { "$" } else { unit }.to_owned() + &number;
    }
    let unit = spoken(lang, unit, matches!(number.as_str(), "1" | "-1"));
    let tight = lang == Lang::Ja || matches!(unit, "%" | "％") || unit.starts_with('°');
    if tight { number + unit } else { number + " " + unit }
}

/// A share in percent as a person would say it: 12%, 6.4%. A share that is neither nothing nor all never looks like it.
pub fn percent(lang: Lang, frac: f64) -> String {
    let value = frac * 100.0;
    let size = value.abs();
    if !value.is_finite() {
        return NONE.to_owned();
    }
    if size > 0.0 && size < 0.05 {
        return pick(lang, "0.1%未満", "under 0.1%").to_owned();
    }
    if (99.95..100.0).contains(&size) {
        return if value > 0.0 { "99.9%" } else { "-99.9%" }.to_owned();
    }
    let decimals = if (10.0..99.5).contains(&size) || size >= 100.0 { 0 } else { 1 };
    trimmed(value, decimals) + "%"
}

/// A share of a whole whose parts add up as they are written: 45%, 33.4%.
pub(crate) fn share(lang: Lang, frac: f64) -> String {
    if frac > 0.0 && frac < 0.0005 { percent(lang, frac) } else { trimmed(frac * 100.0, 1) + "%" }
}

/// A share in percent with one decimal, for columns of a table: 12.0%.
pub fn percent_fixed(frac: f64) -> String {
    if !frac.is_finite() { NONE.to_owned() } else { fixed(frac * 100.0, 1) + "%" }
}

/// A score between 0 and 1 with two decimals: 0.87.
pub fn score(value: f64) -> String {
    if value.is_finite() { fixed(value, 2) } else { NONE.to_owned() }
}
