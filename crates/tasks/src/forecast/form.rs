//! What the forecast asks.

use sanpo_api::{
    Answer, Answers, ColumnType, DAY_SECS, Field, FieldId, FieldKind, Form, Grain, Handling, Moment, Role, TaskId,
};
use sanpo_table::Table;

use super::own;
use crate::answers::{CountRule, column_field, count_field};
use crate::columns;

/// Date, value, series and how far ahead.
pub fn form(table: &Table, answers: &Answers) -> Form {
    let dates = columns::names(table, |c| c.kind == ColumnType::Date);
    let numbers = columns::names(table, |c| c.kind == ColumnType::Number);
    let texts = columns::names(table, |c| {
        matches!(c.kind, ColumnType::Category | ColumnType::Text | ColumnType::Id) && c.n_unique >= 1
    });
    let guess = |role| columns::by_role(table, role);
    let time = column_field(answers, FieldId::Time, dates, guess(Role::Time).as_deref(), false);
    let value_guess = guess(Role::Value).or_else(|| guess(Role::Amount));
    let value = column_field(answers, FieldId::Value, numbers, value_guess.as_deref(), false);
    let series = column_field(answers, FieldId::Series, texts, guess(Role::Series).as_deref(), true);
    let grain = match &time.answer {
        Answer::Column(name) => {
            columns::profile(table, name).ok().and_then(|c| c.grain).map(|g| coarse(table, name, g))
        }
        _ => None,
    };
    let daily = grain.unwrap_or(Grain::Day) == Grain::Day;
    let mut rule = horizon_rule(grain.unwrap_or(Grain::Day), table.rows());
    if let Some(ahead) = periods_ahead(table, &time.answer, &value.answer, daily) {
        rule.guess = Some(ahead);
        if !rule.suggestions.contains(&ahead) {
            rule.suggestions.insert(0, ahead);
        }
    }
    let horizon = count_field(answers, FieldId::Horizon, rule);
    let handling = handling(answers, daily, series.answer != Answer::None);
    let events = events(table, answers, [&time, &value], &horizon).filter(|_| daily);
    let mut fields = vec![time, value, series, horizon];
    fields.extend(events);
    fields.push(handling);
    Form { task: TaskId::Forecast, fields }
}

/// Periods after the last value for which the file has rows: how far ahead the person has thought already.
fn periods_ahead(table: &Table, time: &Answer, value: &Answer, daily: bool) -> Option<u32> {
    let (Answer::Column(time), Answer::Column(value)) = (time, value) else { return None };
    let last = own::last_known(table, time, value).ok()??;
    let mut ahead: Vec<_> = table.moments(time).ok()?.into_iter().flatten().filter(|m| *m > last).collect();
    ahead.sort_unstable();
    ahead.dedup();
    // Days are counted through, those without a row too: a closed day is a day ahead.
    let days = ahead.last().map(|m| m.0.div_euclid(DAY_SECS) - last.0.div_euclid(DAY_SECS));
    let count = days.filter(|_| daily).and_then(|d| usize::try_from(d).ok()).unwrap_or(ahead.len());
    u32::try_from(count).ok().filter(|n| (1..=366).contains(n))
}

/// The person's own days, from the first of the data to the last that is forecast.
fn events(table: &Table, answers: &Answers, columns: [&Field; 2], horizon: &Field) -> Option<Field> {
    let [Answer::Column(time), Answer::Column(value)] = columns.map(|f| &f.answer) else { return None };
    let last = own::last_known(table, time, value).ok()??;
    let first = table.moments(time).ok()?.into_iter().flatten().min().filter(|first| *first <= last)?;
    let ahead = if let Answer::Count(days) = horizon.answer { i64::from(days) } else { 0 };
    let day = |m: Moment, later: i64| Moment((m.0.div_euclid(DAY_SECS) + later) * DAY_SECS);
    let kind = FieldKind::Days { first: day(first, 0), last: day(last, 0), until: day(last, ahead) };
    let answer = match answers.get(&FieldId::Events) {
        Some(Answer::Days(days)) => Answer::Days(days.clone()),
        _ => Answer::Days(vec![]),
    };
    Some(Field { id: FieldId::Events, kind, answer, folded: true })
}

/// What is allowed for; all of it unless the person left something out.
fn handling(answers: &Answers, daily: bool, several: bool) -> Field {
    let fits = |h: &Handling| match h {
        Handling::Calendar | Handling::ClosedDays => daily,
        Handling::SharedSeason => several,
        Handling::OwnColumns | Handling::RunningPeriod | Handling::StrayValues | Handling::LevelShift => true,
    };
    let options: Vec<Handling> = Handling::ALL.into_iter().filter(fits).collect();
    let chosen = match answers.get(&FieldId::Handling) {
        Some(Answer::Handlings(chosen)) => options.iter().copied().filter(|o| chosen.contains(o)).collect(),
        _ => options.clone(),
    };
    Field {
        id: FieldId::Handling,
        kind: FieldKind::Handlings { options },
        answer: Answer::Handlings(chosen),
        folded: true,
    }
}

/// Days that come a week, a month, a quarter or a year apart are planned in these.
fn coarse(table: &Table, time: &str, grain: Grain) -> Grain {
    let Ok(moments) = table.moments(time) else { return grain };
    let mut days: Vec<i64> = moments.iter().flatten().map(|m| m.0.div_euclid(DAY_SECS)).collect();
    days.sort_unstable();
    days.dedup();
    let mut gaps: Vec<i64> = days.windows(2).map(|w| w[1] - w[0]).collect();
    gaps.sort_unstable();
    match (grain, gaps.get(gaps.len() / 2)) {
        (Grain::Day, Some(7)) => Grain::Week,
        (Grain::Day, Some(28..=31)) => Grain::Month,
        (Grain::Day, Some(90..=92)) => Grain::Quarter,
        (Grain::Day, Some(365 | 366)) => Grain::Year,
        _ => grain,
    }
}

/// How far ahead people plan at each grain; the first guess is no more than half the rows there are.
fn horizon_rule(grain: Grain, rows: usize) -> CountRule {
    let (suggestions, guess): (&[u32], u32) = match grain {
        Grain::Second | Grain::Minute => (&[24, 48, 96, 288], 48),
        Grain::Hour => (&[24, 48, 72, 168], 24),
        Grain::Day => (&[7, 14, 30, 60, 90], 30),
        Grain::Week => (&[4, 8, 13, 26], 8),
        Grain::Month => (&[3, 6, 12, 18, 24], 6),
        Grain::Quarter => (&[2, 4, 8], 4),
        Grain::Year => (&[1, 2, 3, 5], 2),
    };
    let most = u32::try_from(rows / 2).unwrap_or(u32::MAX).max(1);
    // A clock column may step by any number of minutes: steps are counted, not minutes.
    let unit = (!matches!(grain, Grain::Second | Grain::Minute)).then_some(grain);
    CountRule { range: (1, 1000), suggestions: suggestions.to_vec(), grain: unit, guess: Some(guess.min(most)) }
}
