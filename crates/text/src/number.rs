//! How numbers are written. Digits come from whole numbers only, so they are the same on every platform.

use sanpo_api::Lang;

use crate::say::pick;
use crate::unit::spoken;

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
    match [4, 6, 9, 12].into_iter().find(|digits| near && write(value, *digits) != write(end, *digits)) {
        Some(digits) => [value, low, high].map(|number| write(number, digits)),
        None => [number(lang, value), number_within(lang, low, width), number_within(lang, high, width)],
    }
}

/// A number on an axis whose marks are `step` apart: just the decimals that tell them apart; 1.25万, 12,500, 1.25M.
pub fn number_axis(lang: Lang, value: f64, step: f64) -> String {
    let steps: &[(f64, &str)] = match lang {
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

/// A short number with its unit behind it: 41.2万円, 412,000 yen. Units that already count in thousands get no second 万.
pub(crate) fn amount(lang: Lang, value: f64, unit: Option<&str>) -> String {
    let counts = unit.is_some_and(|u| u.starts_with(['十', '百', '千', '万', '億', '兆']));
    let text = if counts { write(round_to_digits(value, 3), 3) } else { number_short(lang, value) };
    with_unit(lang, text, unit)
}

/// A written number with its unit behind it.
pub fn with_unit(lang: Lang, number: String, unit: Option<&str>) -> String {
    let Some(unit) = unit.filter(|u| !u.is_empty() && number != NONE) else { return number };
    if lang == Lang::En && matches!(unit, "$" | "＄") {
        return format!("${number}");
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

/// Writes a number with `digits` significant digits, never fewer than its whole part, without zeros at the end.
fn write(value: f64, digits: i32) -> String {
    if !value.is_finite() {
        return NONE.to_owned();
    }
    if value.abs() >= 1e18 {
        return powers_of_ten(value);
    }
    let decimals = (digits - 1 - magnitude(value)).clamp(0, 12) as u32;
    trimmed(value, decimals)
}

/// The power of ten of the first digit: 2 for 412, -2 for 0.012; 0 for 0. Bounded, because `f64` is.
fn magnitude(value: f64) -> i32 {
    let mut size = value.abs();
    let mut power = 0;
    while size >= 10.0 && power < 310 {
        size /= 10.0;
        power += 1;
    }
    while size < 1.0 && size > 0.0 && power > -330 {
        size *= 10.0;
        power -= 1;
    }
    power
}

/// The nearest number with so many significant digits.
fn round_to_digits(value: f64, digits: i32) -> f64 {
    if !value.is_finite() {
        return value;
    }
    let drop = magnitude(value) + 1 - digits;
    if drop <= 0 || drop > 300 {
        return value;
    }
    let unit = (0..drop).fold(1.0, |unit, _| unit * 10.0);
    (value / unit).round() * unit
}

/// So many decimals, without zeros at the end.
fn trimmed(value: f64, decimals: u32) -> String {
    let text = fixed(value, decimals);
    if !text.contains('.') {
        return text;
    }
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// So many decimals, thousands separated by commas, never "-0".
fn fixed(value: f64, decimals: u32) -> String {
    let mut decimals = decimals;
    // The scaled number must stay within the whole numbers that `u64` holds.
    while decimals > 0 && value.abs() * scale(decimals) >= 1e18 {
        decimals -= 1;
    }
    let one = scale(decimals) as u64;
    let scaled = (value.abs() * scale(decimals)).round() as u64;
    let mut out = String::new();
    if value < 0.0 && scaled > 0 {
        out.push('-');
    }
    out.push_str(&grouped(scaled / one));
    if decimals > 0 {
        let rest = (scaled % one).to_string();
        out.push('.');
        (rest.len()..decimals as usize).for_each(|_| out.push('0'));
        out.push_str(&rest);
    }
    out
}

fn scale(decimals: u32) -> f64 {
    10u64.pow(decimals.min(18)) as f64
}

/// A whole number with commas between thousands.
pub(crate) fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// 1.23×10^21, for numbers beyond all units.
fn powers_of_ten(value: f64) -> String {
    let power = magnitude(value);
    let first = (0..power).fold(value, |v, _| v / 10.0);
    trimmed(first, 2) + "×10^" + &power.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const JA: Lang = Lang::Ja;
    const EN: Lang = Lang::En;

    #[test]
    fn plain_numbers() {
        for (value, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.000_000_000_000_1, "0"),
            (1_234_567.891, "1,234,568"),
            (-1_234.5, "-1,235"),
            (123.45, "123.5"),
            (12.0, "12"),
            (0.012_345, "0.01235"),
            (999.96, "1,000"),
            (1e21, "1×10^21"),
            (f64::NAN, "–"),
            (f64::INFINITY, "–"),
        ] {
            assert_eq!(number(JA, value), text);
            assert_eq!(number(EN, value), text);
        }
    }

    #[test]
    fn short_numbers() {
        for (value, ja, en) in [
            (412_345.0, "41.2万", "412,000"),
            (9_999.0, "1万", "10,000"),
            (9_994.0, "9,990", "9,990"),
            (12_345_678.0, "1,230万", "12.3 million"),
            (123_456_789.0, "1.23億", "123 million"),
            (-2.5e12, "-2.5兆", "-2.5 trillion"),
            (7.77777, "7.78", "7.78"),
            (100_000_000.0, "1億", "100 million"),
        ] {
            assert_eq!(number_short(JA, value), ja);
            assert_eq!(number_short(EN, value), en);
        }
    }

    #[test]
    fn units_stand_behind() {
        assert_eq!(amount(JA, 412_345.0, Some("円")), "41.2万円");
        assert_eq!(amount(EN, 412_345.0, Some("円")), "412,000 yen");
        assert_eq!(amount(JA, 412_345.0, Some("千円")), "412,000千円");
        assert_eq!(amount(EN, 21.0, Some("℃")), "21 ℃");
        assert_eq!(amount(EN, 12.0, Some("個")), "12 pieces");
        assert_eq!((amount(EN, 1.0, Some("個")), amount(EN, 1.0, Some("人"))), ("1 piece".into(), "1 person".into()));
        assert_eq!(amount(JA, 12.0, Some("個")), "12個");
        assert_eq!(amount(EN, 21.0, Some("%")), "21%");
        assert_eq!(amount(EN, 21.0, Some("$")), "$21");
        assert_eq!(amount(JA, f64::NAN, Some("円")), "–");
    }

    #[test]
    fn ends_of_a_range_have_the_digits_that_tell_it() {
        for (value, width, text) in [
            (20.118_4, 5.73, "20.1"),
            (0.301_22, 0.74, "0.3"),
            (1_013.213_7, 0.08, "1,013.214"),
            (1_234.56, 400.0, "1,235"),
            (12.345, 0.0, "12.35"),
            (12.345, f64::NAN, "12.35"),
        ] {
            assert_eq!(number_within(JA, value, width), text);
        }
    }

    #[test]
    fn a_value_beyond_its_usual_range_is_seen_to_be_beyond() {
        assert_eq!(apart(JA, 32.7, 27.33, 32.668), ["32.7", "27.33", "32.67"]);
        assert_eq!(apart(JA, 5.79, 0.106_5, 4.673), ["5.79", "0.1", "4.7"]);
        assert_eq!(apart(JA, 1_234.4, 1_234.6, 1_900.0), ["1,234", "1,235", "1,900"]);
        assert_eq!(apart(JA, 7.000_000_1, 7.0, 7.0), ["7.0000001", "7", "7"]);
        assert_eq!(apart(JA, 30.0, 27.3, 32.7), ["30", "27.3", "32.7"]);
        assert_eq!(apart(JA, f64::NAN, f64::NEG_INFINITY, 1.0), ["–", "–", "1"]);
        for i in 1..400 {
            let high = 10.0 + f64::from(i) / 77.0;
            let [value, _, end] = apart(JA, high + f64::from(i) * 1e-6, 3.0, high);
            assert!(value.parse::<f64>().unwrap() > end.parse::<f64>().unwrap(), "{value} {end}");
        }
    }

    #[test]
    fn shares_of_a_whole_keep_their_tenths() {
        assert_eq!(
            (share(JA, 0.45), share(JA, 0.334), share(EN, 0.0001)),
            ("45%".into(), "33.4%".into(), "under 0.1%".into())
        );
    }

    #[test]
    fn numbers_on_an_axis() {
        for (value, step, ja, en) in [
            (0.0, 500.0, "0", "0"),
            (9_500.0, 500.0, "9,500", "9,500"),
            (12_500.0, 500.0, "1.25万", "12,500"),
            (2_500_000.0, 500_000.0, "250万", "2.5M"),
            (-0.3, 0.1, "-0.3", "-0.3"),
            (1.0, 0.2, "1", "1"),
            (f64::NAN, 1.0, "–", "–"),
        ] {
            assert_eq!(number_axis(JA, value, step), ja);
            assert_eq!(number_axis(EN, value, step), en);
        }
    }

    #[test]
    fn shares() {
        for (frac, text) in [
            (0.123, "12%"),
            (0.0642, "6.4%"),
            (0.06, "6%"),
            (0.0, "0%"),
            (1.0, "100%"),
            (0.9999, "99.9%"),
            (0.996, "99.6%"),
            (-0.081, "-8.1%"),
            (2.5, "250%"),
            (0.0001, "0.1%未満"),
            (f64::NAN, "–"),
        ] {
            assert_eq!(percent(JA, frac), text);
        }
        assert_eq!(percent_fixed(0.12), "12.0%");
        assert_eq!(percent_fixed(-0.0001), "0.0%");
        assert_eq!(score(0.876), "0.88");
    }
}
