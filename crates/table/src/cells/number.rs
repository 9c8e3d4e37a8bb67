//! Numbers as offices write them.
//!
//! Grammar after folding: sign forms (△ ▲ - (…) +), currency, digits with thousands or a decimal comma, scale words (万 億 兆),
//! percent, a unit. A bare △ is a rating, not a minus; the `-` behind a yen amount is a flourish, behind any other number a minus.

use super::{fold, trim, unit};

pub use super::plain::{LONGEST, plain};

/// A number found in a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value; 12.5% is 0.125.
    pub value: f64,
    /// The unit written beside it.
    pub unit: Option<&'static str>,
}

/// Any number; `decimal_comma` swaps the meaning of point and comma. The cell must be trimmed.
pub fn parse(cell: &str, decimal_comma: bool) -> Option<Number> {
    if !decimal_comma && let Some(value) = plain(cell) {
        return Some(Number { value, unit: None });
    }
    if cell.len() > LONGEST || !cell.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)) {
        return None;
    }
    let folded = fold(cell);
    let joined = without_spaces(trim(&folded));
    let mut rest: &str = &joined;
    let mut negative = false;
    if let Some(inner) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
        rest = inner.trim();
        negative = true;
    }
    let (rest, currency, minus) = prefix(rest)?;
    let (value, rest) = magnitude(rest, decimal_comma)?;
    let (divisor, unit, trailing_minus) = suffix(rest, currency)?;
    let value = value / divisor;
    let signed = if negative ^ minus ^ trailing_minus { 0.0 - value } else { value };
    signed.is_finite().then_some(Number { value: signed, unit })
}

/// Spaces between groups of three digits are left out: `1 234 567`.
fn without_spaces(cell: &str) -> std::borrow::Cow<'_, str> {
    let bytes = cell.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let between = |at: usize| {
        let group = digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
        let first = (1..=3).rev().find(|n| at >= *n && (at - n..at).all(digit));
        bytes[at] == b' ' && group && first.is_some_and(|n| n < 3 || at < 4 || !digit(at - 4))
    };
    if !(0..bytes.len()).any(between) {
        return cell.into();
    }
    let kept: Vec<u8> = (0..bytes.len()).filter(|at| !between(*at)).map(|at| bytes[at]).collect();
    String::from_utf8(kept).unwrap_or_default().into()
}

/// Signs and currency before the digits; at most one of each.
fn prefix(mut rest: &str) -> Option<(&str, Option<&'static str>, bool)> {
    let (mut currency, mut sign, mut negative) = (None, false, false);
    loop {
        let c = rest.chars().next()?;
        match c {
            '0'..='9' | '.' | ',' => return Some((rest, currency, negative)),
            '-' | '△' | '▲' | '+' | 'ー' | '—' | '―' if !sign => {
                sign = true;
                negative = c != '+';
            }
            '¥' | '\\' if currency.is_none() => currency = Some("円"),
            '$' if currency.is_none() => currency = Some("$"),
            '€' if currency.is_none() => currency = Some("€"),
            '£' if currency.is_none() => currency = Some("£"),
            ' ' => {}
            _ => {
                let code = ["JPY", "USD", "EUR", "GBP"].into_iter().find(|code| rest.starts_with(code))?;
                currency = Some(code);
                rest = &rest[code.len()..];
                continue;
            }
        }
        rest = &rest[c.len_utf8()..];
    }
}

/// Digits with scale words: `1億2,000万` is 120,000,000. Gives what follows.
fn magnitude(rest: &str, decimal_comma: bool) -> Option<(f64, &str)> {
    let (mut value, mut rest) = digits(rest, decimal_comma)?;
    let mut sum = 0.0;
    let mut smallest = f64::INFINITY;
    loop {
        let scale = match rest.chars().next() {
            Some('万') => 1e4,
            Some('億') => 1e8,
            Some('兆') => 1e12,
            _ => return Some((sum + value, rest)),
        };
        if scale >= smallest {
            return None;
        }
        smallest = scale;
        sum += value * scale;
        rest = &rest['万'.len_utf8()..];
        match digits(rest, decimal_comma) {
            Some((more, after)) => (value, rest) = (more, after),
            None => return Some((sum, rest)),
        }
    }
}

/// Digits with point, thousands and exponent.
fn digits(rest: &str, decimal_comma: bool) -> Option<(f64, &str)> {
    let mut end = rest.bytes().position(|b| !matches!(b, b'0'..=b'9' | b'.' | b',')).unwrap_or(rest.len());
    while end > 0 && rest.as_bytes()[end - 1] == b',' {
        end -= 1;
    }
    let (point, comma) = if decimal_comma { (',', '.') } else { ('.', ',') };
    let written = &rest[..end];
    let (whole, fraction) = written.split_once(point).unwrap_or((written, ""));
    if fraction.contains([point, comma]) || (whole.is_empty() && fraction.is_empty()) || !grouped(whole, comma) {
        return None;
    }
    let mut text: String = whole.chars().filter(|c| *c != comma).collect();
    text.push('.');
    text.push_str(fraction);
    let mut rest = &rest[end..];
    if let Some(length) = exponent(rest) {
        text.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    let value = text.parse::<f64>().ok()?;
    Some((value, rest))
}

/// Groups of three behind a first group of one to three.
fn grouped(whole: &str, comma: char) -> bool {
    let mut groups = whole.split(comma);
    let first = groups.next().unwrap_or("");
    let mut groups = groups.peekable();
    groups.peek().is_none() || ((1..=3).contains(&first.len()) && groups.all(|g| g.len() == 3))
}

/// Length of an exponent (`E+12`) at the start.
fn exponent(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix(['e', 'E'])?;
    let digits = after.strip_prefix(['+', '-']).unwrap_or(after);
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    (1..=3).contains(&count).then(|| rest.len() - digits.len() + count)
}

/// What stands behind the digits: divisor, unit, and whether it is a trailing minus.
fn suffix(rest: &str, currency: Option<&'static str>) -> Option<(f64, Option<&'static str>, bool)> {
    let rest = rest.trim();
    match rest {
        "" => Some((1.0, currency, false)),
        "%" => Some((100.0, Some("%"), false)),
        "-" | ".-" | ",-" | "ー" if currency.is_some() => Some((1.0, currency, false)),
        "-" => Some((1.0, None, true)),
        "円也" | "円" | "円-" | "yen" => Some((1.0, Some("円"), false)),
        word => unit::of_cell(word).map(|unit| (1.0, Some(unit), false)),
    }
}

/// A fraction in percent, without the noise of the product: 0.57 is 57, not 56.99999999999999.
pub fn in_percent(fraction: f64) -> f64 {
    let noisy = fraction * 100.0;
    // Cells hold decimals; nine places of a percent are more than any of them.
    let rounded = (noisy * 1e9).round() / 1e9;
    if rounded.is_finite() { rounded } else { noisy }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cell: &str, value: f64, unit: Option<&str>) {
        let found = parse(cell, false).unwrap_or_else(|| panic!("{cell} is a number"));
        assert_eq!((found.value, found.unit), (value, unit), "{cell}");
    }

    #[test]
    fn signs() {
        for cell in
            ["-1234", "ー1234", "△1,234", "▲ 1234", "(1,234)", "（１，２３４）", "－1234", "−1,234", "1234-", "△1234.0"]
        {
            check(cell, -1234.0, None);
        }
        check("-¥500", -500.0, Some("円"));
        check("¥-500", -500.0, Some("円"));
        check("+3.7pt", 3.7, Some("pt"));
        assert_eq!(parse("△", false), None);
        check("-0", 0.0, None);
    }

    #[test]
    fn money_percent_scale_units() {
        for cell in ["¥38,547", "￥38,547", "\\38,547", "38,547円", "¥ 38,547-", "38,547　円"] {
            check(cell, 38547.0, Some("円"));
        }
        check("12.5%", 0.125, Some("%"));
        check("１２．５ ％", 0.125, Some("%"));
        check("122.8%", 1.228, Some("%"));
        check("1.2万円", 12_000.0, Some("円"));
        check("1億2,000万", 120_000_000.0, None);
        check("500千円", 500.0, Some("千円"));
        check("15kg", 15.0, Some("kg"));
        check("1 234 567円", 1_234_567.0, Some("円"));
        check("1.5e3", 1500.0, None);
        check("4.90123E+12", 4.90123e12, None);
    }

    #[test]
    fn not_numbers() {
        for cell in [
            "1,23",
            "1 23",
            "090 1234 5678",
            "1.2.3",
            "12a",
            "2024/4/1",
            "3年",
            "--5",
            "1-2",
            "AB-100",
            "..",
            "0件目",
            "1,,000",
            "",
            "+",
            "inf",
            "NaN",
            "e5",
        ] {
            assert_eq!(parse(cell, false), None, "{cell}");
        }
    }

    #[test]
    fn decimal_comma() {
        assert_eq!(parse("7.878,51", true).map(|n| n.value), Some(7878.51));
        assert_eq!(parse("12,5", true).map(|n| n.value), Some(12.5));
    }
}
