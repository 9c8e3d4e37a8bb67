//! Days on which a business was closed, and those on which it will be.
//!
//! In plain words: a closed day is no zero and no gap. It is known from cells that say so, from weekdays on which nothing was
//! ever sold, from days on which nothing at all was sold where every other day sold well, and from holidays that found the
//! doors closed each time. What was closed each time will be closed again.

use std::collections::BTreeMap;

use sanpo_models::calendar::{DayFacts, weekday};
use sanpo_models::effects::moving_median;

/// Days that must be covered before anything is learned.
const LEAST_DAYS: usize = 56;
/// Days to come that are judged at most, counted back from the latest.
const LONGEST_AHEAD: i64 = 4000;
/// Closed days of one weekday in a row after which it is closed until further notice.
const CLOSED_LATELY: usize = 6;
/// Usual deviations that nothing has to lie below the usual to be called closed.
const FAR: f64 = 4.0;

/// What a day was, all series together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trade {
    /// Something was sold.
    Open,
    /// Values, all of them zero.
    Zero,
    /// A cell that says so.
    Said,
}

/// What is known of closed days. Days are counted from 1970-01-01.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Closings {
    /// Weekdays (0 = Monday) on which nothing ever happened: they are no part of the series.
    pub weekdays: Vec<u8>,
    /// Weekdays that were closed the last six times.
    pub lately: Vec<u8>,
    /// Single closed days of the past, ascending.
    pub past: Vec<i64>,
    /// Single closed days to come, ascending.
    pub future: Vec<i64>,
}

/// Learns from the days of a file: what each day with a row was, with the total of all series. `absent` are weekdays without
/// any row; the days of `ahead` are judged.
pub fn find(days: &BTreeMap<i64, (Trade, f64)>, absent: &[u8], ahead: std::ops::Range<i64>) -> Closings {
    let said: Vec<i64> = days.iter().filter(|d| d.1.0 == Trade::Said).map(|d| *d.0).collect();
    let mut closings = Closings { weekdays: absent.to_vec(), past: said, ..Closings::default() };
    let (Some(first), Some(last)) = (days.keys().next().copied(), days.keys().last().copied()) else { return closings };
    let span = last.saturating_sub(first).saturating_add(1);
    if span < LEAST_DAYS as i64 || span > 100_000 {
        return closings;
    }
    closings.weekdays = (0..7).filter(|w| absent.contains(w) || is_closed_weekday(days, *w)).collect();
    if closings.weekdays.len() == 7 {
        return Closings { weekdays: absent.to_vec(), ..closings };
    }
    let open_weekday = |d: i64| !closings.weekdays.contains(&weekday(d));
    let zero_says = zero_means_closed(days, &closings.weekdays);
    let shut = |d: i64| match days.get(&d) {
        Some((Trade::Open, _)) => Some(false),
        Some((Trade::Said, _)) => Some(true),
        Some((Trade::Zero, _)) => zero_says.then_some(true),
        None => None,
    };
    closings.past = (first..=last).filter(|&d| open_weekday(d) && shut(d) == Some(true)).collect();
    // Days without a row may be gaps: they count as closed where a holiday explains them.
    let rows = (first..=last).filter(|&d| open_weekday(d) && days.contains_key(&d)).count();
    let open_days = (first..=last).filter(|&d| open_weekday(d)).count();
    let complete = rows * 10 >= open_days * 9;
    let closed_or_absent = |d: i64| shut(d).or((complete && !days.contains_key(&d)).then_some(true));
    let customs = Customs::learn(first, last, &open_weekday, &closed_or_absent);
    closings.lately = (0..7).filter(|w| open_weekday_number(&closings, *w) && was_lately(last, *w, &shut)).collect();
    let explained =
        (first..=last).filter(|&d| open_weekday(d) && !days.contains_key(&d) && complete && customs.holds(d));
    closings.past = closings.past.iter().copied().chain(explained).collect();
    closings.past.sort_unstable();
    closings.past.dedup();
    let ahead = ahead.start.max(ahead.end.saturating_sub(LONGEST_AHEAD))..ahead.end;
    closings.future = ahead.filter(|&d| customs.holds(d) || closings.lately.contains(&weekday(d))).collect();
    closings
}

fn open_weekday_number(closings: &Closings, number: u8) -> bool {
    !closings.weekdays.contains(&number)
}

/// Whether a weekday had rows eight times or more and never a sale, while most other days had some.
fn is_closed_weekday(days: &BTreeMap<i64, (Trade, f64)>, number: u8) -> bool {
    let (own, others): (Vec<_>, Vec<_>) = days.iter().partition(|(d, _)| weekday(**d) == number);
    let open = others.iter().filter(|d| d.1.0 == Trade::Open).count();
    own.len() >= 8 && own.iter().all(|d| d.1.0 != Trade::Open) && open * 10 >= others.len() * 6
}

/// Whether the last six days of a weekday were all closed.
fn was_lately(last: i64, number: u8, shut: &impl Fn(i64) -> Option<bool>) -> bool {
    let latest = last - (i64::from(weekday(last)) - i64::from(number)).rem_euclid(7);
    (0..CLOSED_LATELY as i64).all(|week| shut(latest - 7 * week) == Some(true))
}

/// Whether a day without any sale cannot be chance: the usual day lies far above nothing, and few days have nothing.
fn zero_means_closed(days: &BTreeMap<i64, (Trade, f64)>, closed: &[u8]) -> bool {
    let kept: Vec<(Trade, f64)> = days.iter().filter(|(d, _)| !closed.contains(&weekday(**d))).map(|d| *d.1).collect();
    let zeros = kept.iter().filter(|d| d.0 == Trade::Zero).count();
    let totals: Vec<f64> = kept.iter().filter(|d| d.0 == Trade::Open).map(|d| d.1).collect();
    if zeros == 0 || zeros * 4 > kept.len() || totals.iter().any(|t| *t <= 0.0) {
        return false;
    }
    let level = moving_median(&totals, 17);
    let mut apart: Vec<f64> = totals.iter().zip(&level).map(|(t, l)| (t / l - 1.0).abs()).collect();
    let mut lowest: Vec<f64> = totals.iter().zip(&level).map(|(t, l)| t / l).collect();
    apart.sort_by(f64::total_cmp);
    lowest.sort_by(f64::total_cmp);
    let usual = 1.4826 * apart.get(apart.len() / 2).copied().unwrap_or(1.0);
    // Between nothing and the quiet days there is a gap.
    usual * FAR < 1.0 && lowest.get(lowest.len() / 50).is_some_and(|l| *l > 0.1)
}

/// The days of the year on which the doors were closed each time.
struct Customs {
    /// How often, and how often closed, by month and day around the turn of the year and Obon.
    dates: BTreeMap<(u8, u8), (usize, usize)>,
    /// The same by public holiday.
    holidays: BTreeMap<u8, (usize, usize)>,
    all_holidays: (usize, usize),
}

impl Customs {
    fn learn(
        first: i64,
        last: i64,
        open_weekday: &impl Fn(i64) -> bool,
        closed: &impl Fn(i64) -> Option<bool>,
    ) -> Self {
        let mut customs = Self { dates: BTreeMap::new(), holidays: BTreeMap::new(), all_holidays: (0, 0) };
        for day in (first..=last).filter(|&d| open_weekday(d)) {
            let (Some(facts), Some(closed)) = (DayFacts::of(day), closed(day)) else { continue };
            let count = |seen: &mut (usize, usize)| *seen = (seen.0 + 1, seen.1 + usize::from(closed));
            if let Some(date) = season_date(&facts) {
                count(customs.dates.entry(date).or_default());
            }
            if let Some(holiday) = facts.holiday {
                count(customs.holidays.entry(holiday as u8).or_default());
                count(&mut customs.all_holidays);
            }
        }
        customs
    }

    /// Whether a day is closed by custom.
    fn holds(&self, day: i64) -> bool {
        let Some(facts) = DayFacts::of(day) else { return false };
        let always = |seen: Option<&(usize, usize)>, least: usize| seen.is_some_and(|s| s.0 >= least && s.0 == s.1);
        if let Some(date) = season_date(&facts) {
            let own = self.dates.get(&date);
            // Seen once only: believed where the season was closed for two days or more.
            let season = self.dates.iter().filter(|(d, s)| (d.0 == 8) == (date.0 == 8) && s.1 > 0).count();
            if always(own, 2) || (season >= 2 && always(own, 1)) {
                return true;
            }
            // A date that was seen open is decided.
            if own.is_some_and(|s| s.1 < s.0) {
                return false;
            }
        }
        let Some(holiday) = facts.holiday else { return false };
        let own = self.holidays.get(&(holiday as u8));
        always(own, 2) || (own.is_none_or(|s| s.0 == s.1) && always(Some(&self.all_holidays), 5))
    }
}

/// Month and day of the days that many businesses close by date.
fn season_date(facts: &DayFacts) -> Option<(u8, u8)> {
    let date = (facts.date.month(), facts.date.day());
    matches!(date, (12, 28..=31) | (1, 1..=5) | (8, 11..=17)).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanpo_models::calendar::Date;

    fn day(year: i64, month: u8, day: u8) -> i64 {
        Date::new(year, month, day).unwrap().day_number()
    }

    fn shop(first: i64, last: i64, trade: impl Fn(i64) -> Option<(Trade, f64)>) -> BTreeMap<i64, (Trade, f64)> {
        (first..=last).filter_map(|d| Some((d, trade(d)?))).collect()
    }

    #[test]
    fn new_year_is_closed_again_and_a_stray_absence_is_a_gap() {
        let (first, last) = (day(2023, 1, 5), day(2024, 12, 20));
        let shut = |d: i64| (day(2023, 12, 31)..=day(2024, 1, 2)).contains(&d) || d == day(2024, 5, 13);
        let days = shop(first, last, |d| (!shut(d)).then_some((Trade::Open, 100.0)));
        let closings = find(&days, &[], last + 1..last + 31);
        assert_eq!(closings.future, [day(2024, 12, 31), day(2025, 1, 1), day(2025, 1, 2)]);
        assert_eq!(closings.past, [day(2023, 12, 31), day(2024, 1, 1), day(2024, 1, 2)]);
    }

    #[test]
    fn a_weekday_of_zeros_is_closed_and_so_is_a_day_without_any_sale() {
        let (first, last) = (day(2024, 1, 8), day(2024, 9, 30));
        let days = shop(first, last, |d| {
            let zero = weekday(d) == 2 || d == day(2024, 6, 20);
            Some(if zero { (Trade::Zero, 0.0) } else { (Trade::Open, 50.0 + (d % 5) as f64) })
        });
        let closings = find(&days, &[], last + 1..last + 15);
        assert_eq!((closings.weekdays, closings.past), (vec![2], vec![day(2024, 6, 20)]));
        assert!(closings.future.is_empty());
    }

    #[test]
    fn zeros_of_a_slow_seller_are_zeros() {
        let (first, last) = (day(2024, 1, 8), day(2024, 9, 30));
        let days = shop(first, last, |d| {
            let sold = (d * 7919 % 11) as f64 % 4.0;
            Some(if sold == 0.0 { (Trade::Zero, 0.0) } else { (Trade::Open, sold) })
        });
        let closings = find(&days, &[], last + 1..last + 15);
        assert_eq!(closings, Closings::default());
    }

    #[test]
    fn an_office_is_closed_on_every_public_holiday() {
        let (first, last) = (day(2023, 2, 1), day(2023, 12, 20));
        let days = shop(first, last, |d| {
            let facts = DayFacts::of(d).unwrap();
            (facts.holiday.is_none() && facts.weekday < 5).then_some((Trade::Open, 30.0))
        });
        let closings = find(&days, &[5, 6], day(2023, 12, 21)..day(2024, 1, 13));
        assert_eq!(closings.future, [day(2024, 1, 1), day(2024, 1, 8)]);
    }
}
