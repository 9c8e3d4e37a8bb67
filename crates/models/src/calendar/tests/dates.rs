use super::day;
use crate::calendar::{Date, month_length, weekday};

#[test]
fn known_days() {
    assert_eq!(day(1970, 1, 1), 0);
    assert_eq!(day(1969, 12, 31), -1);
    assert_eq!(day(2000, 2, 29), 11_016);
    assert_eq!(day(2026, 5, 6), 20_579);
    assert_eq!(weekday(0), 3);
    assert_eq!(weekday(day(2026, 11, 22)), 6);
}

#[test]
fn there_and_back_for_every_day_of_the_calendar() {
    let (first, last) = (day(1, 1, 1), day(9999, 12, 31));
    let mut before = None;
    for number in first..=last {
        let date = Date::of_day(number).expect("inside");
        assert_eq!(date.day_number(), number);
        assert_eq!(Date::new(date.year(), date.month(), date.day()), Some(date));
        assert!(before < Some(date));
        before = Some(date);
    }
    assert_eq!((Date::of_day(first - 1), Date::of_day(last + 1)), (None, None));
}

#[test]
fn dates_that_do_not_exist_are_refused() {
    for (year, month, day) in
        [(2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 1, 32)]
    {
        assert_eq!(Date::new(year, month, day), None);
    }
    for year in [i64::MIN, -1, 0, 10_000, i64::MAX] {
        assert_eq!((Date::new(year, 1, 1), month_length(year, 1)), (None, None));
    }
    assert_eq!((Date::of_day(i64::MIN), Date::of_day(i64::MAX)), (None, None));
}

#[test]
fn weekdays_follow_each_other_to_the_ends_of_the_numbers() {
    for start in [i64::MIN, -8, -1, 0, 6, i64::MAX - 1] {
        assert_eq!((weekday(start) + 1) % 7, weekday(start + 1));
    }
}

#[test]
fn month_lengths() {
    let lengths = |year| (1..=12).map(|month| month_length(year, month).unwrap_or(0)).collect::<Vec<_>>();
    assert_eq!(lengths(2023), [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    assert_eq!(month_length(2000, 2), Some(29));
    assert_eq!(month_length(2100, 2), Some(28));
    assert_eq!(lengths(2024).iter().map(|&l| u32::from(l)).sum::<u32>(), 366);
}
