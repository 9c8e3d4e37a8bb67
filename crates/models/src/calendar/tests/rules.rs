use super::day;
use crate::calendar::{FIRST_HOLIDAY_DAY, Holiday, LAST_HOLIDAY_DAY, holiday, holidays_of, weekday};

/// Number of holidays of each year from 1948 on. Worked out with the Python package `holidays` 0.109 (country JP, 1949 to
/// 2099) and the three days of 1948 by hand.
#[rustfmt::skip]
const COUNTS: [u8; 152] = [
    3, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 9, 9, 9, 9, 9, 9, 11, 12, 12, 12, 12, 12, 12, 14, 15, 13, 13, 12,
    14, 14, 13, 13, 14, 12, 16, 15, 13, 13, 14, 17, 19, 17, 14, 16, 14, 16, 19, 16, 15, 17, 15, 19, 18, 15, 15, 16, 16, 19,
    17, 17, 16, 15, 18, 17, 17, 17, 17, 17, 20, 22, 18, 17, 16, 17, 21, 19, 18, 17, 16, 19, 19, 19, 17, 17, 17, 19, 18, 18,
    16, 16, 18, 19, 19, 18, 17, 17, 19, 19, 18, 17, 17, 17, 21, 19, 18, 17, 16, 18, 19, 19, 17, 17, 17, 19, 18, 17, 16, 17,
    18, 20, 19, 18, 17, 17, 19, 19, 18, 17, 17, 17, 21, 19, 17, 16, 16, 18, 20, 19, 17, 17, 17, 19, 18, 17, 17, 17, 18, 20,
    19, 18,
];

/// FNV-1a (64 bits) over the day numbers of all those holidays, earliest first, eight bytes each, least significant first.
const CHECKSUM: u64 = 0xe42e_439b_4309_cc10;

fn all() -> Vec<(i64, Holiday)> {
    (1948..=2099).flat_map(holidays_of).collect()
}

#[test]
fn every_day_of_152_years_as_worked_out_elsewhere() {
    for (year, &count) in (1948..).zip(&COUNTS) {
        assert_eq!(holidays_of(year).len(), usize::from(count), "{year}");
    }
    let bytes = all().into_iter().flat_map(|(day, _)| day.to_le_bytes());
    let sum =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    assert_eq!(sum, CHECKSUM);
}

#[test]
fn nothing_outside_the_law() {
    assert_eq!(FIRST_HOLIDAY_DAY, day(1948, 7, 20));
    assert_eq!(LAST_HOLIDAY_DAY, day(2099, 12, 31));
    assert!((day(1900, 1, 1)..day(1948, 9, 23)).all(|d| holiday(d).is_none()));
    assert!((LAST_HOLIDAY_DAY + 1..day(2200, 1, 1)).all(|d| holiday(d).is_none()));
    for year in [i64::MIN, 0, 1947, 2100, 9999, i64::MAX] {
        assert!(holidays_of(year).is_empty());
    }
    assert_eq!((holiday(i64::MIN), holiday(i64::MAX)), (None, None));
}

#[test]
fn the_equinoxes_of_2000_to_2030() {
    let of = |year, name| holidays_of(year).into_iter().find(|h| h.1 == name).map(|h| h.0);
    for year in 2000..=2030 {
        let vernal = if [2002, 2003, 2006, 2007, 2010, 2011, 2014, 2015, 2018, 2019, 2022, 2023, 2027].contains(&year) {
            21
        } else {
            20
        };
        let autumnal = if [2012, 2016, 2020, 2024, 2028].contains(&year) { 22 } else { 23 };
        assert_eq!(of(year, Holiday::ShunbunNoHi), Some(day(year, 3, vernal)), "{year}");
        assert_eq!(of(year, Holiday::ShubunNoHi), Some(day(year, 9, autumnal)), "{year}");
    }
    // Where the days turn: the last 24 September, the first 19 March.
    assert_eq!(of(1979, Holiday::ShubunNoHi), Some(day(1979, 9, 24)));
    assert_eq!(of(2092, Holiday::ShunbunNoHi), Some(day(2092, 3, 19)));
}

#[test]
fn a_substitute_follows_holidays_with_a_sunday() {
    for (d, name) in all() {
        if name != Holiday::FurikaeKyujitsu {
            continue;
        }
        let run: Vec<_> = (1..).map(|back| d - back).take_while(|&before| holiday(before).is_some()).collect();
        assert!(run.iter().any(|&before| weekday(before) == 6), "{d}");
        assert_ne!(weekday(d), 6);
        assert!(d >= day(1973, 4, 12));
    }
}

#[test]
fn every_holiday_on_a_sunday_since_1973_gives_a_day_off() {
    for (d, _) in all().into_iter().filter(|&(d, _)| d >= day(1973, 4, 12) && weekday(d) == 6) {
        assert!((1..=4).any(|ahead| holiday(d + ahead) == Some(Holiday::FurikaeKyujitsu)), "{d}");
    }
}

#[test]
fn a_day_between_lies_between_named_holidays() {
    let named = |d| holiday(d).is_some_and(|h| h != Holiday::FurikaeKyujitsu && h != Holiday::KokuminNoKyujitsu);
    for (d, name) in all() {
        if name == Holiday::KokuminNoKyujitsu {
            assert!(named(d - 1) && named(d + 1) && d >= day(1985, 12, 27) && weekday(d) != 6, "{d}");
        } else if d >= day(2007, 1, 1) {
            // No gap of one day is left open.
            assert!(holiday(d + 1).is_some() || !named(d) || !named(d + 2), "{d}");
        }
    }
}

#[test]
fn codes_are_distinct_and_every_name_occurs() {
    let codes: std::collections::BTreeSet<_> = Holiday::ALL.iter().map(|h| h.code()).collect();
    assert_eq!(codes.len(), Holiday::ALL.len());
    let days = all();
    assert!(Holiday::ALL.iter().all(|name| days.iter().any(|h| h.1 == *name)));
    assert!(Holiday::ALL.windows(2).all(|pair| pair[0] < pair[1]));
}
