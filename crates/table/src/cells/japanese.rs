//! Japanese dates: eras and kanji.

use sanpo_api::Grain;

use super::date::{Dated, NO_YEAR};
use super::english;
use super::time::with_time;

/// Name, letter, year before the first.
const ERAS: [(&str, char, u32); 5] =
    [("令和", 'R', 2018), ("平成", 'H', 1988), ("昭和", 'S', 1925), ("大正", 'T', 1911), ("明治", 'M', 1867)];

/// Year before an era's first, and its last year.
const LAST_YEARS: [(u32, u32); 4] = [(1988, 31), (1925, 64), (1911, 15), (1867, 45)];

/// `令和6年4月1日`, `R6.4.1`, `平成20年度`, `2024年4月`, `4月1日`, `4月`, `2024年第14週`, `2024年度第1四半期`.
pub fn parse(cell: &str) -> Option<Dated> {
    if let Some((base, rest)) = era(cell) {
        let lettered = cell.starts_with(|c: char| c.is_ascii_alphabetic());
        // M5-10 is a screw: behind a letter alone, two parts need the point of R6.4.
        let parts = rest.split(['.', '/', '-']).count();
        if lettered && !rest.contains('年') && parts < 3 && !rest.contains('.') {
            return None;
        }
        return era_date(base, rest).map(|date| Dated { era: true, ..date });
    }
    let (first, rest) = leading(cell)?;
    let first_digits = cell.len() - rest.len();
    let rest = rest.trim_start();
    if let Some(rest) = rest.strip_prefix('年') {
        let year = match first_digits {
            4 => first,
            2 => super::date::full_year(first),
            _ => return None,
        };
        return in_year(year, rest, first_digits == 4);
    }
    if let Some(rest) = rest.strip_prefix('月') {
        return in_month(NO_YEAR as u32, first, rest);
    }
    None
}

/// The year before an era's first, and what follows the era's name.
fn era(cell: &str) -> Option<(u32, &str)> {
    for (name, letter, base) in ERAS {
        if let Some(rest) = cell.strip_prefix(name) {
            return Some((base, rest.trim_start()));
        }
        let first = name.chars().next()?;
        let letters = [letter, letter.to_ascii_lowercase(), first];
        let rest = letters.iter().find_map(|letter| cell.strip_prefix(*letter));
        if let Some(rest) = rest.map(|r| r.strip_prefix('.').unwrap_or(r))
            && rest.starts_with(|c: char| c.is_ascii_digit() || c == '元')
        {
            return Some((base, rest));
        }
    }
    None
}

fn era_date(base: u32, rest: &str) -> Option<Dated> {
    let (year, rest) = match rest.strip_prefix('元') {
        Some(rest) => (1, rest),
        None => leading(rest)?,
    };
    if !(1..=99).contains(&year) {
        return None;
    }
    let last = LAST_YEARS.iter().find(|(era, _)| *era == base).map_or(99, |(_, last)| *last);
    // Plans reach beyond an era's end (平成36年度); a day that never was is a slip.
    let existed = |date: &Dated| year <= last || date.grain > Grain::Day;
    let year = base + year;
    if let Some(rest) = rest.strip_prefix('年') {
        return in_year(year, rest, true).filter(existed);
    }
    let separator = rest.chars().next().filter(|c| matches!(c, '.' | '/' | '-'))?;
    let (month, rest) = leading(&rest[1..])?;
    if rest.is_empty() {
        return Dated::day(year as i32, month, 1, Grain::Month);
    }
    let (day, rest) = leading(rest.strip_prefix(separator)?)?;
    let date = Dated::day(year as i32, month, day, Grain::Day).filter(existed)?;
    if rest.is_empty() { Some(date) } else { with_time(date, rest) }
}

/// What follows a year; `alone` allows nothing to follow.
fn in_year(year: u32, rest: &str, alone: bool) -> Option<Dated> {
    let rest = rest.trim();
    let fiscal = rest.strip_prefix('度').map(str::trim);
    match fiscal.unwrap_or(rest) {
        "" if alone => {
            let grain = if fiscal.is_some() { Grain::FiscalYear } else { Grain::Year };
            Dated::day(year as i32, 1, 1, grain)
        }
        rest => {
            if let Some((month, after)) = leading(rest)
                && let Some(after) = after.trim_start().strip_prefix('月')
            {
                // 2024年度 runs from April: its January belongs to the next calendar year.
                let year = if fiscal.is_some() && month < 4 { year + 1 } else { year };
                return in_month(year, month, after);
            }
            english::week_or_quarter(year as i32, rest)
        }
    }
}

fn in_month(year: u32, month: u32, rest: &str) -> Option<Dated> {
    let rest = rest.trim();
    if matches!(rest, "" | "度" | "分" | "期" | "末" | "実績") {
        return Dated::day(year as i32, month, 1, Grain::Month);
    }
    let (day, rest) = leading(rest)?;
    let date = Dated::day(year as i32, month, day, Grain::Day)?;
    match rest.strip_prefix('日')?.trim() {
        "" => Some(date),
        rest => with_time(date, rest),
    }
}

/// Leading digits (at most four) and the rest.
fn leading(text: &str) -> Option<(u32, &str)> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    if count == 0 || count > 4 {
        return None;
    }
    Some((text[..count].parse().ok()?, &text[count..]))
}
