use super::day;
use crate::calendar::{CalendarFeature, DayFacts, MAX_SPAN_DAYS, features, span_features};

fn names(year: i64, month: u8, d: u8) -> Vec<&'static str> {
    let facts = DayFacts::of(day(year, month, d)).expect("inside");
    CalendarFeature::ALL.into_iter().filter(|feature| feature.holds(&facts)).map(CalendarFeature::code).collect()
}

#[test]
fn days_and_their_names() {
    assert_eq!(names(2026, 11, 22), ["sunday", "week4", "holiday_eve", "long_rest"]);
    assert_eq!(names(2026, 11, 24), ["tuesday", "week4", "after_holiday", "after_long_rest"]);
    assert_eq!(names(2026, 11, 2), ["monday", "week1", "holiday_eve", "bridge"]);
    assert_eq!(names(2026, 5, 3), ["sunday", "week1", "weekend_holiday", "long_rest", "golden_week"]);
    // What is due on the 5th is settled on the 1st, before the holidays.
    assert_eq!(names(2026, 5, 1), ["friday", "week1", "before_long_rest", "golden_week", "gotobi_business"]);
    assert_eq!(
        names(2026, 12, 30),
        ["wednesday", "week5", "before_long_rest", "year_end", "gotobi_business", "month_end_business"]
    );
    assert_eq!(names(2026, 8, 14), ["friday", "week2", "obon", "gotobi_business"]);
    assert_eq!(names(2026, 9, 25), ["friday", "week4", "gotobi", "gotobi_business", "payday"]);
}

#[test]
fn values_stand_in_the_order_of_the_list() {
    for d in day(2019, 1, 1)..day(2027, 1, 1) {
        let facts = DayFacts::of(d).expect("inside");
        let values = features(&facts);
        for (value, feature) in values.iter().zip(CalendarFeature::ALL) {
            assert_eq!(*value, f64::from(u8::from(feature.holds(&facts))));
        }
        assert_eq!(values[..7].iter().sum::<f64>(), 1.0);
        assert_eq!(values[7..12].iter().sum::<f64>(), 1.0);
    }
}

#[test]
fn codes_are_distinct_and_the_order_is_that_of_the_list() {
    let codes: std::collections::BTreeSet<_> = CalendarFeature::ALL.iter().map(|f| f.code()).collect();
    assert_eq!(codes.len(), CalendarFeature::COUNT);
    assert!(CalendarFeature::ALL.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn every_feature_holds_on_some_days_of_a_year_and_not_on_all() {
    let year = span_features(day(2026, 1, 1), day(2027, 1, 1)).expect("a year");
    for (days, feature) in year.into_iter().zip(CalendarFeature::ALL) {
        assert!(days > 0.0 && days < 365.0, "{feature:?}");
    }
}

#[test]
fn a_span_is_the_sum_of_its_days() {
    let (from, until) = (day(2026, 4, 27), day(2026, 5, 11));
    let weeks = span_features(from, until).expect("two weeks");
    let (first, second) = (span_features(from, from + 7), span_features(from + 7, until));
    for (place, value) in weeks.into_iter().enumerate() {
        assert_eq!(first.map(|f| f[place]).zip(second.map(|f| f[place])).map(|(a, b)| a + b), Some(value));
    }
    assert_eq!(weeks[..7], [2.0; 7]);
}

#[test]
fn spans_that_make_no_sense_are_refused() {
    let first = day(2026, 1, 1);
    for (from, until) in [
        (first, first),
        (first, first - 1),
        (first, first + MAX_SPAN_DAYS + 1),
        (i64::MIN, i64::MAX),
        (i64::MAX - 1, i64::MAX),
        (day(9999, 12, 31), day(9999, 12, 31) + 2),
    ] {
        assert_eq!(span_features(from, until), None);
    }
    assert!(span_features(first, first + MAX_SPAN_DAYS).is_some());
}
