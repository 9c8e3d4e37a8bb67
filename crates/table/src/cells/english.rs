//! English month names, weeks and quarters.

use sanpo_api::Grain;

use super::date::{Dated, NO_YEAR, full_year};
use super::time::with_time;
use crate::civil::week_start;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether a word is an English weekday, whole or cut to three letters or more.
pub fn is_weekday(word: &str) -> bool {
    weekday(word).is_some()
}

/// Which one, 0 = Monday.
pub fn weekday(word: &str) -> Option<usize> {
    let word = word.trim_end_matches(['.', ',']).to_ascii_lowercase();
    DAYS.iter().position(|day| word.len() >= 3 && day.starts_with(&word))
}

/// `1 Apr 2024`, `Apr 1, 2024`, `Apr-24`, `FY2024 1Q`, `2024-Q1`, `2024-W14`.
pub fn parse(cell: &str) -> Option<Dated> {
    let cell = cell.strip_prefix("FY").map_or(cell, str::trim);
    if let Some(year) = cell.get(..4).and_then(|y| y.parse::<i32>().ok())
        && let Some(found) = week_or_quarter(year, &cell[4..])
    {
        return Some(found);
    }
    named_month(cell)
}

/// What follows a year: `Q1`, `1Q`, `第1四半期`, `W14`, `第14週`. A fiscal quarter keeps its own label.
pub fn week_or_quarter(year: i32, rest: &str) -> Option<Dated> {
    let rest = rest.trim_matches([' ', '-', '/', '_']).trim_start_matches("年").trim_start_matches('第');
    let quarter =
        rest.strip_prefix(['Q', 'q']).or_else(|| rest.strip_suffix(['Q', 'q'])).or_else(|| rest.strip_suffix("四半期"));
    if let Some(quarter) = quarter {
        let quarter = quarter.trim().parse::<u32>().ok().filter(|q| (1..=4).contains(q))?;
        return Dated::day(year, quarter * 3 - 2, 1, Grain::Quarter);
    }
    let week = rest.strip_prefix(['W', 'w']).or_else(|| rest.strip_suffix('週'))?;
    let week = week.trim().trim_end_matches('目').parse::<u8>().ok()?;
    week_start(year, week).map(|moment| Dated {
        moment,
        grain: Grain::Week,
        era: false,
        timed: false,
        utc: false,
        weekday: None,
    })
}

fn named_month(cell: &str) -> Option<Dated> {
    if cell.len() > 40 || !cell.bytes().any(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let (mut month, mut numbers, mut time) = (None, Vec::new(), None);
    for part in cell.split([' ', '-', '/', ',', '.']).filter(|part| !part.is_empty()) {
        let lower = part.to_ascii_lowercase();
        if part.contains(':') && time.is_none() {
            time = Some(part);
        } else if let Ok(number) = lower.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).parse::<u32>() {
            numbers.push((number, part.len()));
        } else if lower.len() >= 3 && month.is_none() && MONTHS.iter().any(|m| m.starts_with(&lower)) {
            month = MONTHS.iter().position(|m| m.starts_with(&lower)).map(|m| m as u32 + 1);
        } else if !is_weekday(part) {
            return None;
        }
    }
    let month = month?;
    let date = match numbers[..] {
        [(year, 4)] => Dated::day(year as i32, month, 1, Grain::Month),
        // Apr-24 is how Excel writes a month; May 12 is a day.
        [(day, 1..=2)] if cell.contains(' ') && !cell.contains('-') => Dated::day(NO_YEAR, month, day, Grain::Day),
        [(year, 2)] => Dated::day(full_year(year) as i32, month, 1, Grain::Month),
        [(year, 4), (day, _)] | [(day, 1..=3), (year, 4)] => Dated::day(year as i32, month, day, Grain::Day),
        [(day, _), (year, 2)] => Dated::day(full_year(year) as i32, month, day, Grain::Day),
        _ => None,
    }?;
    match time {
        Some(time) => with_time(date, time),
        None => Some(date),
    }
}
