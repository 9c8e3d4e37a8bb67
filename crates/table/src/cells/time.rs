//! Times of day behind a date.

use sanpo_api::{Grain, Moment};

use super::date::{Dated, number};

/// Adds a time of day: `T09:30`, ` 9:30:15.25`, ` 9時30分`, with `AM`, `PM`, `Z` or an offset. Hours up to 30 run into the next
/// day. A time with `Z` is moved to Japan, where the business day is; an offset keeps the written local time.
pub fn with_time(date: Dated, text: &str) -> Option<Dated> {
    let text = text.strip_prefix(['T', 't']).or_else(|| text.strip_prefix(' ')).unwrap_or(text).trim();
    let marked = ["Z", "z", " UTC", "+00:00", "+0000", "-00:00"].iter().find_map(|mark| text.strip_suffix(mark));
    let (text, utc) = match marked {
        Some(rest) => (rest, true),
        None => (without_offset(text), false),
    };
    let (text, half) = half_day(text.trim());
    let bytes = text.as_bytes();
    let (mut hour, at) = number(bytes, 0, 1, 2)?;
    let (mut minute, mut second) = (0, 0);
    let rest = text.get(at..)?;
    if let Some(rest) = rest.strip_prefix('時') {
        let digits = rest.trim_end_matches('分');
        minute = if digits.is_empty() { 0 } else { digits.parse::<u32>().ok()? };
    } else {
        let mut parts = rest.strip_prefix(':')?.split(':');
        minute = two_digits(parts.next()?)?.max(minute);
        if let Some(part) = parts.next() {
            second = two_digits(part.split_once(['.', ',']).map_or(part, |(whole, _)| whole))?;
        }
        if parts.next().is_some() {
            return None;
        }
    }
    if let Some(half) = half {
        hour = hour % 12 + half;
    }
    if hour > 30 || minute > 59 || second > 59 {
        return None;
    }
    let secs = i64::from(hour * 3600 + minute * 60 + second) + if utc { 9 * 3600 } else { 0 };
    let grain = if second > 0 {
        Grain::Second
    } else if minute > 0 {
        Grain::Minute
    } else {
        Grain::Hour
    };
    Some(Dated { moment: Moment(date.moment.0 + secs), grain, timed: true, utc, ..date })
}

fn two_digits(part: &str) -> Option<u32> {
    if part.len() > 2 { None } else { part.parse().ok() }
}

fn without_offset(text: &str) -> &str {
    match text.rfind(['+', '-']) {
        Some(at) if at >= 4 => text[..at].trim_end(),
        _ => text,
    }
}

/// Morning or afternoon words; gives the hours to add.
fn half_day(text: &str) -> (&str, Option<u32>) {
    let words = [("AM", 0), ("PM", 12), ("am", 0), ("pm", 12), ("a.m.", 0), ("p.m.", 12), ("午前", 0), ("午後", 12)];
    for (word, hours) in words {
        if let Some(rest) = text.strip_suffix(word).or_else(|| text.strip_prefix(word)) {
            return (rest.trim(), Some(hours));
        }
    }
    (text, None)
}
