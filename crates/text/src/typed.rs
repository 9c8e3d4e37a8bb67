//! Numbers that a person types. The standard library's reader brings tables of 10 kB into the page.

/// The number that a text is: 12, -3.5, 1e6. None where it is no decimal number, or too large for one. The nearest
/// number up to 15 digits and 22 powers of ten, within a digit or two of the last place beyond.
pub fn typed_number(text: &str) -> Option<f64> {
    let text = text.trim();
    let (digits, power) = match text.split_once(['e', 'E']) {
        Some((digits, power)) => (digits, power.parse::<i32>().ok()?.clamp(-400, 400)),
        None => (text, 0),
    };
    let size = digits.strip_prefix(['+', '-']).unwrap_or(digits);
    let (whole, frac) = size.split_once('.').unwrap_or((size, ""));
    if whole.is_empty() && frac.is_empty() {
        return None;
    }
    let mut value = 0.0;
    for letter in whole.chars().chain(frac.chars()) {
        value = value * 10.0 + f64::from(letter.to_digit(10)?);
    }
    let value = shifted(value, power - i32::try_from(frac.len()).ok()?);
    let value = if digits.starts_with('-') { -value } else { value };
    value.is_finite().then_some(value)
}

/// Times a power of ten. Powers up to 22 are exact, so that one multiplication or division rounds once.
fn shifted(mut value: f64, power: i32) -> f64 {
    let mut left = power.unsigned_abs().min(1000);
    while left > 0 {
        let step = left.min(22);
        let scale = (0..step).fold(1.0, |scale, _| scale * 10.0);
        value = if power < 0 { value / scale } else { value * scale };
        left -= step;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::typed_number;

    #[test]
    fn what_a_person_types_is_read_as_the_standard_library_reads_it() {
        for text in [
            "0",
            "12",
            "-3.5",
            "+7",
            ".5",
            "5.",
            "0.1",
            "1234567.891",
            "1e6",
            "2.5E-3",
            "1e22",
            "1e-400",
            " 12 ",
            "-0",
            "999999999999999",
        ] {
            assert_eq!(typed_number(text), text.trim().parse().ok(), "{text}");
        }
    }

    #[test]
    fn a_very_large_number_is_near() {
        assert!((typed_number("1e99").unwrap() / 1e99 - 1.0).abs() < 1e-14);
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in
            ["", " ", ".", "-", "e5", "1e", "x", "1x", "1,000", "--1", "0x10", "inf", "NaN", "1e400", "1e9999999999"]
        {
            assert_eq!(typed_number(text), None, "{text}");
        }
    }
}
