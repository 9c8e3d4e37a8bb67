use super::day;
use crate::calendar::Holiday::{self, *};
use crate::calendar::{Date, holiday, holidays_of};

/// The holidays of a year as month and day.
fn dates(year: i64) -> Vec<(u8, u8)> {
    let date = |day| Date::of_day(day).map_or((0, 0), |date| (date.month(), date.day()));
    holidays_of(year).into_iter().map(|(day, _)| date(day)).collect()
}

fn check(expected: &[(i64, u8, u8, Option<Holiday>)]) {
    for &(y, m, d, name) in expected {
        assert_eq!(holiday(day(y, m, d)), name, "{y}-{m}-{d}");
    }
}

#[test]
#[rustfmt::skip]
fn the_lists_of_the_cabinet_office_2019_to_2026() {
    assert_eq!(dates(2019), [
        (1, 1), (1, 14), (2, 11), (3, 21), (4, 29), (4, 30), (5, 1), (5, 2), (5, 3), (5, 4), (5, 5), (5, 6), (7, 15),
        (8, 11), (8, 12), (9, 16), (9, 23), (10, 14), (10, 22), (11, 3), (11, 4), (11, 23)]);
    assert_eq!(dates(2020), [
        (1, 1), (1, 13), (2, 11), (2, 23), (2, 24), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6), (7, 23), (7, 24),
        (8, 10), (9, 21), (9, 22), (11, 3), (11, 23)]);
    assert_eq!(dates(2021), [
        (1, 1), (1, 11), (2, 11), (2, 23), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (7, 22), (7, 23), (8, 8), (8, 9),
        (9, 20), (9, 23), (11, 3), (11, 23)]);
    assert_eq!(dates(2022), [
        (1, 1), (1, 10), (2, 11), (2, 23), (3, 21), (4, 29), (5, 3), (5, 4), (5, 5), (7, 18), (8, 11), (9, 19), (9, 23),
        (10, 10), (11, 3), (11, 23)]);
    assert_eq!(dates(2023), [
        (1, 1), (1, 2), (1, 9), (2, 11), (2, 23), (3, 21), (4, 29), (5, 3), (5, 4), (5, 5), (7, 17), (8, 11), (9, 18),
        (9, 23), (10, 9), (11, 3), (11, 23)]);
    assert_eq!(dates(2024), [
        (1, 1), (1, 8), (2, 11), (2, 12), (2, 23), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6), (7, 15), (8, 11),
        (8, 12), (9, 16), (9, 22), (9, 23), (10, 14), (11, 3), (11, 4), (11, 23)]);
    assert_eq!(dates(2025), [
        (1, 1), (1, 13), (2, 11), (2, 23), (2, 24), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6), (7, 21), (8, 11),
        (9, 15), (9, 23), (10, 13), (11, 3), (11, 23), (11, 24)]);
    assert_eq!(dates(2026), [
        (1, 1), (1, 12), (2, 11), (2, 23), (3, 20), (4, 29), (5, 3), (5, 4), (5, 5), (5, 6), (7, 20), (8, 11), (9, 21),
        (9, 22), (9, 23), (10, 12), (11, 3), (11, 23)]);
}

#[test]
fn names_change_with_the_law() {
    check(&[
        (1948, 9, 23, Some(ShubunNoHi)),
        (1988, 4, 29, Some(TennoTanjobi)),
        (1989, 4, 29, Some(MidoriNoHi)),
        (2006, 4, 29, Some(MidoriNoHi)),
        (2007, 4, 29, Some(ShowaNoHi)),
        (2007, 5, 4, Some(MidoriNoHi)),
        (1988, 12, 23, None),
        (1989, 12, 23, Some(TennoTanjobi)),
        (2018, 12, 23, Some(TennoTanjobi)),
        (2019, 12, 23, None),
        (2019, 2, 23, None),
        (2020, 2, 23, Some(TennoTanjobi)),
        (2019, 10, 14, Some(TaiikuNoHi)),
        (2022, 10, 10, Some(SportsNoHi)),
    ]);
}

#[test]
fn days_start_and_move_with_the_law() {
    check(&[
        (1966, 2, 11, None),
        (1967, 2, 11, Some(KenkokuKinenNoHi)),
        (1965, 9, 15, None),
        (1966, 9, 15, Some(KeiroNoHi)),
        (2002, 9, 15, Some(KeiroNoHi)),
        (2003, 9, 15, Some(KeiroNoHi)),
        (2004, 9, 15, None),
        (2004, 9, 20, Some(KeiroNoHi)),
        (1965, 10, 10, None),
        (1966, 10, 10, Some(TaiikuNoHi)),
        (2000, 10, 9, Some(TaiikuNoHi)),
        (1999, 1, 15, Some(SeijinNoHi)),
        (2000, 1, 15, None),
        (2000, 1, 10, Some(SeijinNoHi)),
        (1995, 7, 20, None),
        (1996, 7, 20, Some(UmiNoHi)),
        (2003, 7, 21, Some(UmiNoHi)),
        (2015, 8, 11, None),
        (2016, 8, 11, Some(YamaNoHi)),
    ]);
}

#[test]
fn days_of_one_year_only() {
    check(&[
        (1959, 4, 10, Some(KekkonNoGi)),
        (1989, 2, 24, Some(TaisoNoRei)),
        (1990, 11, 12, Some(SokuireiSeidenNoGi)),
        (1993, 6, 9, Some(KekkonNoGi)),
        (2019, 5, 1, Some(SokuiNoHi)),
        (2019, 10, 22, Some(SokuireiSeidenNoGi)),
        (2020, 7, 20, None),
        (2020, 8, 11, None),
        (2020, 10, 12, None),
        (2021, 7, 19, None),
        (2021, 8, 9, Some(FurikaeKyujitsu)),
        (2021, 8, 11, None),
        (2021, 10, 11, None),
    ]);
}

#[test]
fn days_off_in_place_of_and_between_holidays() {
    check(&[
        (1973, 2, 12, None),
        (1973, 4, 30, Some(FurikaeKyujitsu)),
        (1985, 5, 4, None),
        (1986, 5, 4, None),
        (1987, 5, 4, Some(FurikaeKyujitsu)),
        (1988, 5, 4, Some(KokuminNoKyujitsu)),
        (2006, 5, 4, Some(KokuminNoKyujitsu)),
        // The 3rd was a Sunday: to 2006 the 4th was its substitute, from 2007 the 6th.
        (1998, 5, 4, Some(FurikaeKyujitsu)),
        (1998, 5, 6, None),
        (2009, 5, 6, Some(FurikaeKyujitsu)),
        (2015, 5, 6, Some(FurikaeKyujitsu)),
        // The 4th was a Sunday.
        (2008, 5, 6, Some(FurikaeKyujitsu)),
        (2009, 9, 22, Some(KokuminNoKyujitsu)),
        (2015, 9, 22, Some(KokuminNoKyujitsu)),
        (2026, 9, 22, Some(KokuminNoKyujitsu)),
        (2032, 9, 21, Some(KokuminNoKyujitsu)),
        (2019, 4, 30, Some(KokuminNoKyujitsu)),
        (2019, 5, 2, Some(KokuminNoKyujitsu)),
    ]);
}
