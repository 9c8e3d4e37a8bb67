use super::day;
use crate::calendar::{MonthFacts, business_days, holidays_of};

#[test]
fn known_months() {
    let may = MonthFacts::of(2026, 5).expect("a month");
    assert_eq!((may.days, may.business_days, may.first_day), (31, 18, day(2026, 5, 1)));
    assert_eq!(may.weekdays, [4, 4, 4, 4, 5, 5, 5]);
    assert_eq!(may.holidays, [1, 1, 1, 0, 0, 0, 1]);
    assert_eq!(may.trading_days(), [-1.0, -1.0, -1.0, -1.0, 0.0, 0.0]);
    assert_eq!(may.trading_days_with_holidays(), [-5.0, -5.0, -5.0, -4.0, -3.0, -3.0]);
    let february = MonthFacts::of(2026, 2).expect("a month");
    assert_eq!(february.trading_days(), [0.0; 6]);
    assert_eq!(february.leap_year(), -0.25);
    assert_eq!(MonthFacts::of(2024, 2).map(|m| m.leap_year()), Some(0.75));
    assert_eq!(may.leap_year(), 0.0);
}

#[test]
fn counts_of_months_add_up() {
    for year in 1949..=2099 {
        let months: Vec<_> = (1..=12).filter_map(|month| MonthFacts::of(year, month)).collect();
        let business: u32 = months.iter().map(|m| u32::from(m.business_days)).sum();
        let holidays: usize = months.iter().flat_map(|m| m.holidays).map(usize::from).sum();
        assert_eq!(Some(business), business_days(day(year, 1, 1), day(year, 12, 31) + 1));
        assert_eq!(holidays, holidays_of(year).len());
        for month in months {
            assert_eq!(month.weekdays.iter().sum::<u8>(), month.days);
            assert!(month.weekdays.iter().zip(month.holidays).all(|(&days, holidays)| holidays <= days));
        }
    }
}

#[test]
fn months_that_do_not_exist() {
    for (year, month) in [(2026, 0), (2026, 13), (0, 1), (10_000, 1), (i64::MIN, 1), (i64::MAX, 12)] {
        assert_eq!(MonthFacts::of(year, month), None);
    }
    assert!(MonthFacts::of(1, 1).is_some() && MonthFacts::of(9999, 12).is_some());
}
