//! Numbers as digits, from whole numbers only: the same on every platform.

use super::NONE;

/// Writes a number with `digits` significant digits, never fewer than its whole part, without zeros at the end.
pub(super) fn write(value: f64, digits: i32) -> String {
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
pub(super) fn magnitude(value: f64) -> i32 {
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
pub(super) fn round_to_digits(value: f64, digits: i32) -> f64 {
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
pub(super) fn trimmed(value: f64, decimals: u32) -> String {
    let text = fixed(value, decimals);
    if !text.contains('.') {
        return text;
    }
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// So many decimals, thousands separated by commas, never "-0".
pub(super) fn fixed(value: f64, decimals: u32) -> String {
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
