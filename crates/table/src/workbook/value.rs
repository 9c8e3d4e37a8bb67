//! A number as the person sees it, in text that the rest of the reading understands.

use sanpo_api::{DAY_SECS, Moment};

use super::format::{DateParts, MaskSection, Shape};

/// Day 0 of the 1900 system is 1899-12-30 for every day from 1900-03-01 on.
const EPOCH_DAYS: i64 = 25_569;

/// Days between the two date systems.
const DAYS_TO_1904: f64 = 1462.0;

/// 9999-12-31 as a day count.
const LAST_DAY: f64 = 2_958_466.0;

/// A day count below this that is shown as a time only is a long time, not a date.
const LONG_TIME_DAYS: f64 = 60.0;

/// Writes a number by its shape. `since_1904` tells the date system.
pub fn write(out: &mut String, value: f64, shape: &Shape, since_1904: bool) {
    if !value.is_finite() {
        return;
    }
    match shape {
        Shape::Plain => plain(out, value),
        Shape::Percent => percent(out, value),
        Shape::Affixed { prefix, suffix } => affixed(out, value, prefix, suffix),
        Shape::Mask(sections) => masked(out, value, sections),
        Shape::Duration => hours(out, value),
        Shape::Date(parts) => date(out, value, *parts, since_1904),
    }
}

/// The shortest digits that give the number back; an exponent only where there would be many zeros.
fn plain(out: &mut String, value: f64) {
    let size = value.abs();
    match value {
        0.0 => out.push('0'),
        _ if (1e-7..1e17).contains(&size) => *out += &value.to_string(),
        _ => *out += &format!("{value:e}"),
    }
}

/// The point moves in the digits, so that 0.059 becomes 5.9% and not 5.8999999999999995%.
fn percent(out: &mut String, value: f64) {
    let digits = value.abs().to_string();
    if value == 0.0 || digits.len() > 40 {
        plain(out, value * 100.0);
        out.push('%');
        return;
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let (moved, rest) = fraction.split_at(fraction.len().min(2));
    let whole = format!("{whole}{moved:0<2}");
    let whole = whole.trim_start_matches('0');
    if value < 0.0 {
        out.push('-');
    }
    *out += if whole.is_empty() { "0" } else { whole };
    if !rest.is_empty() {
        out.push('.');
        *out += rest;
    }
    out.push('%');
}

fn affixed(out: &mut String, value: f64, prefix: &str, suffix: &str) {
    let calendar = suffix.starts_with(['年', '月']);
    let fits = if calendar { (1.0..=9999.0).contains(&value) && value.fract() == 0.0 } else { value.abs() < 1e15 };
    if !fits || (value != 0.0 && value.abs() < 1e-7) {
        return plain(out, value);
    }
    if value < 0.0 {
        out.push('-');
    }
    *out += prefix;
    plain(out, value.abs());
    *out += suffix;
}

fn masked(out: &mut String, value: f64, sections: &[MaskSection]) {
    let section = sections.iter().find(|s| s.most.is_none_or(|most| value <= most)).or(sections.last());
    let Some(section) = section.filter(|_| value.fract() == 0.0 && (0.0..1e15).contains(&value)) else {
        return plain(out, value);
    };
    let places = section.pattern.bytes().filter(|b| *b == b'0').count();
    let digits = format!("{value:0>places$}");
    let (mut surplus, mut digits) = (digits.len() - places, digits.chars());
    for b in section.pattern.bytes() {
        if b == b'-' {
            out.push('-');
            continue;
        }
        // More digits than places stand in front of the first one.
        out.extend(digits.by_ref().take(surplus + 1));
        surplus = 0;
    }
}

/// Elapsed time in hours, so that it can be added up.
fn hours(out: &mut String, days: f64) {
    plain(out, (days * 24.0 * 1e6).round() / 1e6);
    out.push('h');
}

fn date(out: &mut String, value: f64, parts: DateParts, since_1904: bool) {
    let no_day = !(parts.year || parts.month || parts.day);
    if (0.0..LONG_TIME_DAYS).contains(&value) && parts.time && (no_day || value < 1.0) {
        return clock(out, (value * DAY_SECS as f64).round() as i64);
    }
    let days = if since_1904 { value + DAYS_TO_1904 } else { value };
    // Before March 1900 Excel counts one day more, for a leap day that never was.
    let days = if days < 60.0 { days + 1.0 } else { days };
    if !(2.0..LAST_DAY).contains(&days) {
        return plain(out, value);
    }
    let secs = (days * DAY_SECS as f64).round() as i64 - EPOCH_DAYS * DAY_SECS;
    let c = Moment(secs).civil();
    *out += &match () {
        () if parts.year && parts.month && !parts.day && !parts.time => format!("{:04}-{:02}", c.year, c.month),
        () if parts.time => {
            let (year, month, day, hour, minute, second) = (c.year, c.month, c.day, c.hour, c.minute, c.second);
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
        () => format!("{:04}-{:02}-{:02}", c.year, c.month, c.day),
    };
}

/// A time of day, or one of a long day: 25:30.
pub fn clock(out: &mut String, secs: i64) {
    let (hour, minute, second) = (secs / 3600, secs / 60 % 60, secs % 60);
    *out += &format!("{hour:02}:{minute:02}");
    if second != 0 {
        *out += &format!(":{second:02}");
    }
}

/// An ISO date in a cell: midnight is no time.
pub fn iso(out: &mut String, text: &str) {
    let text = text.trim();
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    *out += date;
    let time = time.split('.').next().unwrap_or("");
    if !time.trim_matches(['0', ':', 'Z']).is_empty() {
        out.push(' ');
        *out += time;
    }
}

#[cfg(test)]
mod tests {
    use super::super::format::{built_in, shape};
    use super::*;

    fn check(value: f64, code: &str, expected: &str) {
        let mut out = String::new();
        write(&mut out, value, &shape(code), false);
        assert_eq!(out, expected, "{value} {code}");
    }

    #[test]
    fn numbers() {
        check(1234.5, "General", "1234.5");
        check(5.0, "#,##0", "5");
        check(-0.0, "0", "0");
        check(1e300, "General", "1e300");
        check(0.1 + 0.2, "0.0", "0.30000000000000004");
        check(4901234567894.0, "0", "4901234567894");
        check(f64::NAN, "0", "");
    }

    #[test]
    fn shares_money_units() {
        check(0.059, "0.0%", "5.9%");
        check(0.0, "0%", "0%");
        check(-0.5, "0%", "-50%");
        check(1.0, "0%", "100%");
        check(12.345, "0.00%", "1234.5%");
        check(0.0005, "0.00%", "0.05%");
        check(49300.0, "\"¥\"#,##0", "¥49300");
        check(-300.0, "\"¥\"#,##0", "-¥300");
        check(5.5, "0.0\"kg\"", "5.5kg");
        check(4.0, "0\"月\"", "4月");
        check(2024.0, "0\"年\"", "2024年");
    }

    #[test]
    fn masks() {
        check(123.0, "00000", "00123");
        check(1_234_567.0, "00000", "1234567");
        check(1_000_001.0, "000-0000", "100-0001");
        check(60.0, "000\\-0000", "000-0060");
        check(999.0, "[<=999]000;[<=9999]000\\-00;000\\-0000", "999");
        check(1.5, "000", "1.5");
    }

    #[test]
    fn dates_and_times() {
        check(45383.0, "yyyy-mm-dd", "2024-04-01");
        check(45383.0, "m\"月\"d\"日\"", "2024-04-01");
        check(45383.0, "yyyy\"年\"m\"月\"", "2024-04");
        check(45383.395833333336, "yyyy/m/d h:mm", "2024-04-01 09:30:00");
        check(0.395833333333333, "h:mm", "09:30");
        check(1.0625, "h:mm", "25:30");
        check(7.5 / 24.0, "[h]:mm", "7.5h");
        check(1.0, "yyyy-mm-dd", "1900-01-01");
        check(61.0, "yyyy-mm-dd", "1900-03-01");
        check(-5.0, "yyyy-mm-dd", "-5");
        check(1e12, "yyyy-mm-dd", "1000000000000");
        let mut out = String::new();
        write(&mut out, 43921.0, &built_in(14), true);
        assert_eq!(out, "2024-04-01");
    }
}
