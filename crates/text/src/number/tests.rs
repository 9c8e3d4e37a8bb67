//! How numbers are written.

use super::*;

const JA: Lang = Lang::Ja;
const EN: Lang = Lang::En;

#[test]
fn plain_numbers() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "0"),
        (-0.000_000_000_000_1, "0"),
        (1_234_567.891, "1,234,568"),
        (-1_234.5, "-1,235"),
        (123.45, "123.5"),
        (12.0, "12"),
        (0.012_345, "0.01235"),
        (999.96, "1,000"),
        (1e21, "1×10^21"),
        (f64::NAN, "–"),
        (f64::INFINITY, "–"),
    ] {
        assert_eq!(number(JA, value), text);
        assert_eq!(number(EN, value), text);
    }
}

#[test]
fn short_numbers() {
    for (value, ja, en) in [
        (412_345.0, "41.2万", "412,000"),
        (9_999.0, "1万", "10,000"),
        (9_994.0, "9,990", "9,990"),
        (12_345_678.0, "1,230万", "12.3 million"),
        (123_456_789.0, "1.23億", "123 million"),
        (-2.5e12, "-2.5兆", "-2.5 trillion"),
        (7.77777, "7.78", "7.78"),
        (100_000_000.0, "1億", "100 million"),
    ] {
        assert_eq!(number_short(JA, value), ja);
        assert_eq!(number_short(EN, value), en);
    }
}

#[test]
fn units_stand_behind() {
    assert_eq!(amount(JA, 412_345.0, Some("円")), "41.2万円");
    assert_eq!(amount(EN, 412_345.0, Some("円")), "412,000 yen");
    for (value, unit, ja, en) in [
        (412_345.0, "千円", "412,000千円", "412,000 thousand yen"),
        (316_986.0, "百万円", "317,000百万円", "317,000 million yen"),
        (12.3, "百万円", "12.3百万円", "12.3 million yen"),
        (41_234.0, "百分率", "4.12万百分率", "41,200 百分率"),
    ] {
        assert_eq!(amount(JA, value, Some(unit)), ja);
        assert_eq!(amount(EN, value, Some(unit)), en);
    }
    assert_eq!(amount(EN, 21.0, Some("℃")), "21 ℃");
    assert_eq!(amount(EN, 12.0, Some("個")), "12 pieces");
    assert_eq!((amount(EN, 1.0, Some("個")), amount(EN, 1.0, Some("人"))), ("1 piece".into(), "1 person".into()));
    assert_eq!(amount(JA, 12.0, Some("個")), "12個");
    assert_eq!(amount(EN, 21.0, Some("%")), "21%");
    assert_eq!(amount(EN, 21.0, Some("$")), "$21");
    assert_eq!(amount(JA, f64::NAN, Some("円")), "–");
}

#[test]
fn ends_of_a_range_have_the_digits_that_tell_it() {
    for (value, width, text) in [
        (20.118_4, 5.73, "20.1"),
        (0.301_22, 0.74, "0.3"),
        (1_013.213_7, 0.08, "1,013.214"),
        (1_234.56, 400.0, "1,235"),
        (12.345, 0.0, "12.35"),
        (12.345, f64::NAN, "12.35"),
    ] {
        assert_eq!(number_within(JA, value, width), text);
    }
}

#[test]
fn numbers_on_an_axis() {
    for (value, step, ja, en) in [
        (0.0, 500.0, "0", "0"),
        (9_500.0, 500.0, "9,500", "9,500"),
        (12_500.0, 500.0, "1.25万", "12,500"),
        (2_500_000.0, 500_000.0, "250万", "2.5M"),
        (-0.3, 0.1, "-0.3", "-0.3"),
        (1.0, 0.2, "1", "1"),
        (f64::NAN, 1.0, "–", "–"),
    ] {
        assert_eq!(number_axis(JA, value, step, false), ja);
        assert_eq!(number_axis(EN, value, step, false), en);
    }
    assert_eq!(number_axis(JA, 400_000.0, 100_000.0, true), "400,000");
}

#[test]
fn shares() {
    for (frac, text) in [
        (0.123, "12%"),
        (0.0642, "6.4%"),
        (0.06, "6%"),
        (0.0, "0%"),
        (1.0, "100%"),
        (0.9999, "99.9%"),
        (0.996, "99.6%"),
        (-0.081, "-8.1%"),
        (2.5, "250%"),
        (0.0001, "0.1%未満"),
        (f64::NAN, "–"),
    ] {
        assert_eq!(percent(JA, frac), text);
    }
    assert_eq!(percent_fixed(0.12), "12.0%");
    assert_eq!(percent_fixed(-0.0001), "0.0%");
    assert_eq!(score(0.876), "0.88");
}

#[test]
fn a_value_beyond_its_usual_range_is_seen_to_be_beyond() {
    assert_eq!(apart(JA, 32.7, 27.33, 32.668), ["32.7", "27.33", "32.67"]);
    assert_eq!(apart(JA, 5.79, 0.106_5, 4.673), ["5.79", "0.1", "4.7"]);
    assert_eq!(apart(JA, 1_234.4, 1_234.6, 1_900.0), ["1,234", "1,235", "1,900"]);
    assert_eq!(apart(JA, 7.000_000_1, 7.0, 7.0), ["7.0000001", "7", "7"]);
    assert_eq!(apart(JA, 30.0, 27.3, 32.7), ["30", "27.3", "32.7"]);
    assert_eq!(apart(JA, f64::NAN, f64::NEG_INFINITY, 1.0), ["–", "–", "1"]);
    for i in 1..400 {
        let high = 10.0 + f64::from(i) / 77.0;
        let [value, _, end] = apart(JA, high + f64::from(i) * 1e-6, 3.0, high);
        assert!(value.parse::<f64>().unwrap() > end.parse::<f64>().unwrap(), "{value} {end}");
    }
}

#[test]
fn shares_of_a_whole_keep_their_tenths() {
    assert_eq!(
        (share(JA, 0.45), share(JA, 0.334), share(EN, 0.0001)),
        ("45%".into(), "33.4%".into(), "under 0.1%".into())
    );
}
