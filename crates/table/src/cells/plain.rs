//! Numbers that need no folding: the fast path of clean files.

/// Longest text that can be a number.
pub const LONGEST: usize = 64;

/// A plain ASCII number: sign, digits, point, exponent, and nothing else. The fast path of clean files.
#[inline]
pub fn plain(cell: &str) -> Option<f64> {
    let (negative, digits) = match cell.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    match digits.first() {
        Some(b'0'..=b'9' | b'.') if digits.len() <= 16 => {}
        _ => return unusual(cell, digits),
    }
    let (whole, places) = match decimal(digits) {
        Some(found) => found,
        None => return unusual(cell, digits),
    };
    let value = match places {
        None => whole as f64,
        Some(places) => whole as f64 / TENS[places],
    };
    Some(match (negative, places) {
        (false, _) => value,
        (true, None) => 0.0 - value,
        (true, Some(_)) => -value,
    })
}

/// Long numbers and those with an exponent.
fn unusual(cell: &str, digits: &[u8]) -> Option<f64> {
    let begins = digits.first().is_some_and(|b| b.is_ascii_digit() || *b == b'.');
    if !begins || cell.len() > LONGEST {
        return None;
    }
    if !digits.iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-')) {
        return None;
    }
    cell.parse::<f64>().ok().filter(|value| value.is_finite())
}

/// Up to 15 digits with a point at will: the digits as a whole number, and how many stand behind the point.
///
/// Both the whole number and the power of ten are exact, so that their quotient is the nearest number, the same as the library's
/// (Clinger, "How to read floating point numbers accurately", 1990).
#[inline]
fn decimal(digits: &[u8]) -> Option<(u64, Option<usize>)> {
    let mut whole = 0u64;
    let mut at = 0;
    while let Some(digit @ b'0'..=b'9') = digits.get(at) {
        whole = whole * 10 + u64::from(digit - b'0');
        at += 1;
    }
    if at == digits.len() {
        return (at <= 15).then_some((whole, None));
    }
    let point = at;
    if digits[point] != b'.' {
        return None;
    }
    at += 1;
    while let Some(digit @ b'0'..=b'9') = digits.get(at) {
        whole = whole * 10 + u64::from(digit - b'0');
        at += 1;
    }
    (at == digits.len() && (2..=16).contains(&at)).then_some((whole, Some(at - point - 1)))
}

const TENS: [f64; 16] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_those_of_the_library() {
        let mut state = 7u64;
        for _ in 0..200_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let (whole, places) = (state >> (10 + state % 50), (state >> 33) % 12);
            let mut text = whole.to_string();
            text.insert(text.len().saturating_sub(places as usize), '.');
            for text in [text.clone(), format!("-{text}"), format!("+{text}")] {
                assert_eq!(plain(&text).map(f64::to_bits), text.parse().ok().map(f64::to_bits), "{text}");
            }
        }
        for (text, value) in [("-0", 0.0f64), ("-0.0", -0.0), (".5", 0.5), ("5.", 5.0), ("1e5", 1e5)] {
            assert_eq!(plain(text).map(f64::to_bits), Some(value.to_bits()), "{text}");
        }
        for text in [".", "-", "+.", "1..2", "1.2.3", "--1", "1e", "inf", "1e999"] {
            assert_eq!(plain(text), None, "{text}");
        }
    }
}
