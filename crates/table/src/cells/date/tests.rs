//! Dates, one form after the other.

use super::*;
use crate::civil::iso;

const PLAIN: Style = Style::PLAIN;

fn check(cell: &str, style: Style, expected: &str) {
    let found = parse(cell, style).unwrap_or_else(|| panic!("{cell} is a date"));
    assert_eq!(iso(found.moment, found.grain), expected, "{cell}");
}

#[test]
fn days() {
    for cell in [
        "2024/4/1",
        "2024-04-01",
        "2024.4.1",
        "2024/4/1(月)",
        "2024/04/01（月・祝）",
        "2024年4月1日",
        "2024年4月1日 月曜日",
        "令和6年4月1日",
        "R6.4.1",
        "r06.04.01",
        "㋿6年4月1日",
        "２０２４／４／１",
        "24/4/1",
        "'24.04.01",
        "1 Apr 2024",
        "Mon, Apr 1, 2024",
    ] {
        check(cell, PLAIN, "2024-04-01");
    }
    check("令和元年5月1日", PLAIN, "2019-05-01");
    check("平成31年4月30日", PLAIN, "2019-04-30");
    check("25.03.2024", Style { order: Order::Dmy, ..PLAIN }, "2024-03-25");
    check("03/25/2024", Style { order: Order::Mdy, ..PLAIN }, "2024-03-25");
}

#[test]
fn coarser_than_days() {
    for cell in ["2024年4月", "2024年04月度", "2024/4", "2024-04", "R6.4", "Apr-24", "April 2024"] {
        check(cell, PLAIN, "2024-04");
    }
    check("平成20年", PLAIN, "2008");
    check("2021年度", PLAIN, "2021");
    check("2023年度1月", PLAIN, "2024-01");
    check("2024年第14週", PLAIN, "2024-W14");
    check("2024-W14", PLAIN, "2024-W14");
    for cell in ["FY2024 1Q", "2024Q1", "2024年度第1四半期", "2024-Q1"] {
        check(cell, PLAIN, "2024-Q1");
    }
    check("4月", PLAIN, "0004-04");
    check("4/1~4/7", PLAIN, "0004-04-01");
}

#[test]
fn times() {
    check("2024-04-01 09:30:00", PLAIN, "2024-04-01T09:30");
    check("2024/4/1 9:30:15", PLAIN, "2024-04-01T09:30:15");
    check("2024-04-01T09:30:15.250+09:00", PLAIN, "2024-04-01T09:30:15");
    check("2024-03-31T22:00:00Z", PLAIN, "2024-04-01T07:00");
    check("2024/4/1 25:30", PLAIN, "2024-04-02T01:30");
    check("2024年4月1日 9時30分", PLAIN, "2024-04-01T09:30");
    check("2024/4/1 午後3:05", PLAIN, "2024-04-01T15:05");
}

#[test]
fn integers_by_meaning() {
    let digits = |digits| Style { digits, ..PLAIN };
    check("20240401", digits(Digits::Day), "2024-04-01");
    check("202404011530", digits(Digits::Day), "2024-04-01T15:30");
    check("202404", digits(Digits::Month), "2024-04");
    check("2024", digits(Digits::Year), "2024");
    check("45383", digits(Digits::Serial), "2024-04-01");
    assert_eq!(parse("20240401", PLAIN), None);
}

#[test]
fn not_dates() {
    for cell in [
        "2024/2/30",
        "2024/13/4",
        "1.5",
        "12-34",
        "090-1234-5678",
        "4",
        "2024.4",
        "AB-100",
        "令和99年99月",
        "月",
        "2024-W60",
        "may be",
        "99:99",
        "2024/4/1 99:00",
        "1/2/3/4",
        "~",
        "R",
        "第一",
    ] {
        assert_eq!(parse(cell, PLAIN), None, "{cell}");
    }
}
