//! Dates written as one number.

use sanpo_api::{DAY_SECS, Grain, Moment};

use super::super::time::with_time;
use super::{Dated, Digits, JAPAN_AHEAD_SECS, number};

/// Integers by the column's meaning.
pub(super) fn integer(cell: &str, digits: Digits) -> Option<Dated> {
    let bytes = cell.as_bytes();
    let part = |from: usize, to: usize| number(bytes, from, to - from, to - from).map(|(value, _)| value);
    let plausible = |year: u32| (1900..=2100).contains(&year);
    match digits {
        Digits::No => None,
        Digits::Year if bytes.len() == 4 => Dated::day(part(0, 4).filter(|y| plausible(*y))? as i32, 1, 1, Grain::Year),
        Digits::Month if bytes.len() == 6 => {
            Dated::day(part(0, 4).filter(|y| plausible(*y))? as i32, part(4, 6)?, 1, Grain::Month)
        }
        Digits::Day if matches!(bytes.len(), 8 | 12 | 14) => {
            let day = Dated::day(part(0, 4).filter(|y| plausible(*y))? as i32, part(4, 6)?, part(6, 8)?, Grain::Day)?;
            if bytes.len() == 8 {
                return Some(day);
            }
            let second = if bytes.len() == 14 { part(12, 14)? } else { 0 };
            with_time(day, &format!("{:02}:{:02}:{second:02}", part(8, 10)?, part(10, 12)?))
        }
        Digits::MonthPoint if bytes.len() == 7 && bytes[4] == b'.' => {
            Dated::day(part(0, 4).filter(|y| plausible(*y))? as i32, part(5, 7)?, 1, Grain::Month)
        }
        Digits::Serial => serial(cell.parse().ok()?),
        Digits::Unix => unix(cell.parse().ok()?),
        _ => None,
    }
}

/// An Excel serial: days since 1899-12-30, between 1927 and 2119.
fn serial(value: f64) -> Option<Dated> {
    if !(10_000.0..80_000.0).contains(&value) {
        return None;
    }
    let secs = (libm::round(value * DAY_SECS as f64) as i64) - 25_569 * DAY_SECS;
    let timed = secs.rem_euclid(DAY_SECS) != 0;
    let grain = if !timed {
        Grain::Day
    } else if secs % 60 != 0 {
        Grain::Second
    } else {
        Grain::Minute
    };
    Some(Dated { moment: Moment(secs), grain, era: false, timed, utc: false, weekday: None })
}

/// Seconds, or thousandths, since 1970 in UTC, between 2001 and 2065; moved to Japan like every time in UTC.
fn unix(value: i64) -> Option<Dated> {
    let secs = if value >= 1_000_000_000_000 { value / 1_000 } else { value };
    let known = (1_000_000_000..3_000_000_000).contains(&secs);
    let at = Dated::at(Moment(secs + JAPAN_AHEAD_SECS));
    known.then_some(Dated { grain: Grain::Second, timed: true, utc: true, ..at })
}
