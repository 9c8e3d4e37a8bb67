//! What may add to a series, as groups of regressors: the calendar of the days, the person's own days, the user's columns.

use sanpo_api::Occasion;
use sanpo_models::calendar::DayFacts;
use sanpo_models::effects::{Column, Group, moving_median};
use serde::{Deserialize, Serialize};

use super::own::OwnKind;

/// Days of the past that the calendar needs.
pub const LEAST_DAYS: usize = 150;

/// A cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cause {
    /// A kind of day.
    Occasion(Occasion),
    /// The user's column of that number.
    Column(u32),
}

/// A rule for a day, and how much evidence its regressor starts against.
type Rule = (fn(&DayFacts) -> bool, f64);

/// How a day lies to the stretches that have a name of their own.
fn plain_holiday(f: &DayFacts) -> bool {
    f.holiday.is_some() && !f.year_end && !f.golden_week && !f.obon
}

fn date(f: &DayFacts) -> (u8, u8) {
    (f.date.month(), f.date.day())
}

/// The kinds of days with their regressors. A whole stretch has one of its own, single days of it lean on that.
fn rules(occasion: Occasion) -> Vec<Rule> {
    match occasion {
        Occasion::YearEnd => vec![
            (|f| f.year_end, 1.0),
            (|f| matches!(date(f), (12, 29 | 30)), 2.0),
            (|f| date(f) == (12, 31), 2.0),
            (|f| date(f) == (1, 1), 2.0),
            (|f| matches!(date(f), (1, 2 | 3)), 2.0),
            (|f| matches!(date(f), (1, 4 | 5)), 2.0),
        ],
        Occasion::BeforeYearEnd => vec![
            (|f| matches!(date(f), (12, 20..=23)), 2.0),
            (|f| matches!(date(f), (12, 24 | 25)), 2.0),
            (|f| matches!(date(f), (12, 26..=28)), 2.0),
        ],
        Occasion::GoldenWeek => vec![
            (|f| f.golden_week, 1.0),
            (|f| f.golden_week && f.business_day, 2.0),
            (|f| matches!(date(f), (5, 3..=5)), 2.0),
        ],
        Occasion::Obon => vec![(|f| f.obon, 1.0), (|f| matches!(date(f), (8, 11 | 12 | 17)), 3.0)],
        Occasion::PublicHoliday => {
            vec![(|f| plain_holiday(f) && f.weekday < 5, 1.0), (|f| plain_holiday(f) && f.weekday >= 5, 2.0)]
        }
        Occasion::AroundHoliday => vec![
            (|f| f.days_until_holiday == Some(1) && f.business_day, 2.0),
            (|f| f.days_since_holiday == Some(1) && f.business_day, 2.0),
            (|f| f.bridge, 3.0),
            (|f| f.business_day && f.rest_after >= 3, 2.0),
            (|f| f.business_day && f.rest_before >= 3, 2.0),
            // A Saturday or Sunday of a long weekend.
            (|f| f.weekday >= 5 && f.holiday.is_none() && f.rest_run >= 3 && !f.golden_week && !f.year_end, 2.0),
        ],
        Occasion::Payday => vec![(|f| f.payday, 1.0), (|f| f.date.day() >= 25, 3.0)],
        Occasion::MonthEnd => {
            vec![(|f| f.month_end, 1.0), (|f| f.month_end_business, 1.0), (|f| f.date.day() == 1, 2.0)]
        }
        Occasion::Gotobi => vec![(|f| f.gotobi, 1.0), (|f| f.gotobi_business, 1.0)],
        Occasion::WeekOfMonth => vec![
            (|f| f.week_of_month == 1, 4.0),
            (|f| f.week_of_month == 2, 4.0),
            (|f| f.week_of_month == 3, 4.0),
            (|f| f.week_of_month == 4, 4.0),
            (|f| f.week_of_month == 5, 4.0),
        ],
        Occasion::OwnEvent => vec![],
    }
}

/// The stretches in which a weekday may turn into a Sunday.
fn like_sunday(occasion: Occasion) -> Option<fn(&DayFacts) -> bool> {
    match occasion {
        Occasion::YearEnd => Some(|f| f.year_end && f.weekday != 6),
        Occasion::GoldenWeek => Some(|f| f.golden_week && !f.business_day && f.weekday != 6),
        Occasion::Obon => Some(|f| f.obon && f.weekday != 6),
        Occasion::PublicHoliday => Some(|f| plain_holiday(f) && f.weekday != 6),
        _ => None,
    }
}

/// The groups of the calendar for the days of a series, past and to come; `y` are the values of the past.
pub fn calendar(days: &[i64], y: &[f64], events: &[i64]) -> Vec<(Cause, Group)> {
    let facts: Vec<Option<DayFacts>> = days.iter().map(|d| DayFacts::of(*d)).collect();
    let sundays = against_sunday(&facts, y);
    let mut groups = Vec::new();
    for occasion in Occasion::ALL {
        let mut columns: Vec<Column> =
            rules(occasion).into_iter().map(|(holds, penalty)| flags(&facts, holds, penalty)).collect();
        if let Some(holds) = like_sunday(occasion) {
            columns.extend(turned(&facts, &sundays, holds));
        }
        if occasion == Occasion::OwnEvent && !events.is_empty() {
            let flag = |d: &i64| f64::from(u8::from(events.binary_search(d).is_ok()));
            columns.push(Column { values: days.iter().map(flag).collect(), penalty: 1.0 });
        }
        // A regressor seen once only cannot be tried on a day that it was not learned from.
        columns.retain(|c| c.values.iter().take(y.len()).filter(|v| **v != 0.0).count() >= 2);
        if !columns.is_empty() {
            groups.push((Cause::Occasion(occasion), Group { columns }));
        }
    }
    groups
}

fn flags(facts: &[Option<DayFacts>], holds: fn(&DayFacts) -> bool, penalty: f64) -> Column {
    let flag = |f: &Option<DayFacts>| f64::from(u8::from(f.as_ref().is_some_and(holds)));
    Column { values: facts.iter().map(flag).collect(), penalty }
}

/// How much a Sunday sells more or less than each weekday, as a share.
fn against_sunday(facts: &[Option<DayFacts>], y: &[f64]) -> Option<[f64; 7]> {
    let level = moving_median(y, 17);
    let mut seen: [Vec<f64>; 7] = Default::default();
    for ((facts, y), level) in facts.iter().zip(y).zip(&level) {
        if let Some(facts) = facts.as_ref().filter(|_| y.is_finite() && *level > 0.0) {
            seen[usize::from(facts.weekday)].push(y / level);
        }
    }
    let middle = |values: &mut Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied()
    };
    let sunday = middle(&mut seen[6])?;
    Some(
        seen.map(|mut own| middle(&mut own).filter(|m| *m > 0.05).map_or(0.0, |m| (sunday / m - 1.0).clamp(-1.0, 3.0))),
    )
}

fn turned(facts: &[Option<DayFacts>], sundays: &Option<[f64; 7]>, holds: fn(&DayFacts) -> bool) -> Option<Column> {
    let sundays = sundays.as_ref()?;
    let value = |f: &Option<DayFacts>| f.as_ref().filter(|f| holds(f)).map_or(0.0, |f| sundays[usize::from(f.weekday)]);
    Some(Column { values: facts.iter().map(value).collect(), penalty: 0.5 })
}

/// The group of a user's column: its values on past and future places (`NaN` unknown), the first `past` of them in the past.
pub fn own(kind: OwnKind, values: &[f64], past: usize) -> Group {
    let mut levels: Vec<f64> = values.iter().take(past).copied().filter(|v| v.is_finite()).collect();
    levels.sort_by(f64::total_cmp);
    let counts: Vec<(f64, usize)> = levels.chunk_by(|a, b| a == b).map(|c| (c[0], c.len())).collect();
    let Some(usual) = counts.iter().max_by(|a, b| a.1.cmp(&b.1).then(b.0.total_cmp(&a.0))).map(|c| c.0) else {
        return Group::default();
    };
    if counts.len() < 2 {
        return Group::default();
    }
    if kind == OwnKind::Levels || counts.len() == 2 {
        let others = counts.iter().filter(|c| c.0 != usual && c.1 >= 2);
        let flag = |level: f64| values.iter().map(|v| f64::from(u8::from(*v == level))).collect();
        return Group { columns: others.map(|c| Column { values: flag(c.0), penalty: 1.0 }).collect() };
    }
    number(values, past, &levels, usual)
}

/// A number in usual deviations from its middle. Beyond what is known it keeps its last value if it seldom changes, else it is
/// taken to be usual. An empty cell of a column that is mostly empty means nothing, as of a discount.
fn number(values: &[f64], past: usize, levels: &[f64], usual: f64) -> Group {
    let n = levels.len() as f64;
    let sparse = levels.len() * 2 < past || levels.iter().filter(|v| **v == 0.0).count() * 2 > levels.len();
    let centre = if sparse { 0.0 } else { levels[levels.len() / 2] };
    let centre = if levels.iter().filter(|v| **v == usual).count() * 2 > levels.len() { usual } else { centre };
    let deviation = (levels.iter().map(|v| (v - centre) * (v - centre)).sum::<f64>() / n).sqrt();
    if deviation <= 0.0 || !deviation.is_finite() {
        return Group::default();
    }
    let known: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    let changes = known.windows(2).filter(|w| w[0] != w[1]).count();
    let sticky = changes * 5 < known.len() && !sparse;
    let mut last = f64::NAN;
    let mut column = Vec::with_capacity(values.len());
    for v in values {
        if v.is_finite() {
            last = *v;
        }
        let value = if sticky && v.is_nan() { last } else { *v };
        column.push(if value.is_finite() { ((value - centre) / deviation).clamp(-6.0, 6.0) } else { 0.0 });
    }
    Group { columns: vec![Column { values: column, penalty: 3.0 }] }
}
