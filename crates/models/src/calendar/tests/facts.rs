use super::day;
use crate::calendar::{
    DayFacts, Holiday, business_day_on_or_before, business_days, golden_week, holidays_of, is_business_day,
};

fn facts(year: i64, month: u8, d: u8) -> DayFacts {
    DayFacts::of(day(year, month, d)).expect("inside")
}

/// The days of a month on which something holds.
fn days_of_month(year: i64, month: u8, holds: impl Fn(&DayFacts) -> bool) -> Vec<u8> {
    let first = day(year, month, 1);
    (first..first + 31)
        .filter_map(DayFacts::of)
        .filter(|f| f.date.month() == month && holds(f))
        .map(|f| f.date.day())
        .collect()
}

#[test]
fn business_days_keep_the_hours_of_banks() {
    assert!(is_business_day(day(2026, 11, 24)));
    for (y, m, d) in [(2026, 11, 22), (2026, 11, 23), (2026, 11, 21), (2026, 12, 31), (2025, 1, 2), (2025, 1, 3)] {
        assert!(!is_business_day(day(y, m, d)), "{y}-{m}-{d}");
    }
    assert!(is_business_day(day(2026, 12, 30)) && is_business_day(day(2027, 1, 4)));
    assert_eq!(business_day_on_or_before(day(2025, 1, 5)), Some(day(2024, 12, 30)));
    assert_eq!(business_day_on_or_before(day(2025, 1, 6)), Some(day(2025, 1, 6)));
    assert_eq!(business_days(day(2026, 5, 1), day(2026, 6, 1)), Some(18));
    assert_eq!(business_days(day(2026, 5, 1), day(2026, 5, 1)), Some(0));
    assert_eq!(business_days(day(2026, 5, 2), day(2026, 5, 1)), None);
    assert_eq!(business_days(i64::MIN, i64::MAX), None);
}

#[test]
fn golden_weeks() {
    for (year, first, last) in [
        (2019, (4, 27), (5, 6)),
        (2023, (4, 29), (5, 7)),
        (2024, (4, 27), (5, 6)),
        (2025, (4, 29), (5, 6)),
        (2026, (4, 29), (5, 6)),
    ] {
        assert_eq!(golden_week(year), Some((day(year, first.0, first.1), day(year, last.0, last.1))), "{year}");
    }
    assert!((1949..=2099).all(|year| golden_week(year).is_some_and(|(first, last)| (6..=9).contains(&(last - first)))));
    assert!([i64::MIN, 1948, 2100, i64::MAX].into_iter().all(|year| golden_week(year).is_none()));
    assert!(facts(2026, 5, 1).golden_week && facts(2026, 5, 1).business_day);
    assert!(!facts(2026, 4, 28).golden_week && !facts(2026, 5, 7).golden_week);
}

#[test]
fn year_end_and_obon() {
    assert_eq!(days_of_month(2026, 12, |f| f.year_end), [29, 30, 31]);
    assert_eq!(days_of_month(2026, 1, |f| f.year_end), [1, 2, 3]);
    assert_eq!(days_of_month(2026, 8, |f| f.obon), [13, 14, 15, 16]);
}

#[test]
fn days_of_settlement() {
    assert_eq!(days_of_month(2026, 4, |f| f.gotobi), [5, 10, 15, 20, 25, 30]);
    assert_eq!(days_of_month(2026, 2, |f| f.gotobi), [5, 10, 15, 20, 25, 28]);
    // The 5th a Sunday, the 25th a Saturday.
    assert_eq!(days_of_month(2026, 4, |f| f.gotobi_business), [3, 10, 15, 20, 24, 30]);
    // What is due on 5 January 2025, a Sunday, is settled before the turn of the year, with the end of the month.
    assert_eq!(days_of_month(2024, 12, |f| f.gotobi_business), [5, 10, 13, 20, 25, 30]);
    assert_eq!(days_of_month(2025, 1, |f| f.gotobi_business), [10, 15, 20, 24, 31]);
    assert_eq!(days_of_month(2026, 10, |f| f.payday), [23]);
    assert_eq!(days_of_month(2026, 11, |f| f.payday), [25]);
    assert_eq!(days_of_month(2026, 5, |f| f.month_end), [31]);
    assert_eq!(days_of_month(2026, 5, |f| f.month_end_business), [29]);
}

#[test]
fn rest_runs_and_bridges() {
    let silver_week = facts(2026, 9, 21);
    assert_eq!((silver_week.rest_run, silver_week.rest_before, silver_week.rest_after), (5, 2, 2));
    assert_eq!(facts(2019, 5, 1).rest_run, 10);
    assert_eq!(facts(2026, 11, 24).rest_run, 0);
    // A Monday before a holiday on a Tuesday.
    assert_eq!(days_of_month(2026, 11, |f| f.bridge), [2]);
    assert_eq!(days_of_month(2026, 6, |f| f.bridge), [0_u8; 0]);
}

#[test]
fn distances_to_holidays() {
    let f = facts(2026, 11, 22);
    assert_eq!((f.days_until_holiday, f.days_since_holiday), (Some(1), Some(19)));
    let f = facts(2026, 9, 22);
    assert_eq!((f.holiday, f.days_until_holiday), (Some(Holiday::KokuminNoKyujitsu), Some(0)));
    assert_eq!(facts(1955, 6, 1).days_until_holiday, Some(115));
    assert_eq!(facts(1948, 7, 20).days_since_holiday, None);
    assert_eq!(facts(2099, 12, 31).days_until_holiday, None);
}

#[test]
fn facts_agree_with_each_other_on_every_day() {
    let last = holidays_of(2099).last().map(|h| h.0);
    for d in day(1947, 1, 1)..=day(2101, 12, 31) {
        let f = DayFacts::of(d).expect("inside");
        assert_eq!(f.business_day, f.rest_run == 0);
        assert_eq!(f.holiday.is_some(), f.days_until_holiday == Some(0));
        assert_eq!(f.holiday.is_some(), f.days_since_holiday == Some(0));
        assert!(f.rest_run <= 10 && (f.holiday.is_none() || !f.business_day));
        assert!(f.business_day || !(f.bridge || f.gotobi_business || f.payday || f.month_end_business));
        assert!(!(f.business_day && f.gotobi) || f.gotobi_business);
        if f.date.year() > 1948 && f.date.year() < 2100 {
            assert!(f.days_since_holiday.is_some());
            assert!(f.days_until_holiday.is_some() || Some(d) > last);
        }
    }
}

#[test]
fn one_payday_and_one_month_end_a_month() {
    for (year, month) in (1949..=2099).flat_map(|year| (1..=12).map(move |month| (year, month))) {
        assert_eq!(days_of_month(year, month, |f| f.payday).len(), 1);
        assert_eq!(days_of_month(year, month, |f| f.month_end).len(), 1);
        assert_eq!(days_of_month(year, month, |f| f.month_end_business).len(), 1);
    }
}

#[test]
fn the_ends_of_the_calendar_hold() {
    assert!(DayFacts::of(day(1, 1, 1)).is_some() && DayFacts::of(day(9999, 12, 31)).is_some());
    for d in [i64::MIN, day(1, 1, 1) - 1, day(9999, 12, 31) + 1, i64::MAX] {
        assert!(DayFacts::of(d).is_none() && !is_business_day(d) && business_day_on_or_before(d).is_none());
    }
}
