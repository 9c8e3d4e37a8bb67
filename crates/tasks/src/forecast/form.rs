//! What the forecast asks.

use sanpo_api::{
    Answer, Answers, ColumnType, DAY_SECS, Field, FieldId, FieldKind, Form, Grain, Handling, Moment, Role, Step, TaskId,
};
use sanpo_table::Table;

use super::own;
use crate::answers::{CountRule, column_field, count_field};
use crate::columns;

/// Steps that can be asked for.
const MOST_STEPS: u32 = 1000;
/// Steps of a clock that are offered, and those that are asked for unless the person says otherwise.
const MOST_CLOCK_STEPS: u32 = 700;
const MOST_GUESSED: u32 = 300;
/// Spans of less than a week that people name, in seconds.
const CLOCK_SPANS: [u32; 13] =
    [10, 30, 60, 300, 600, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 86_400, 2 * 86_400, 7 * 86_400];

/// Date, value, series and how far ahead.
pub fn form(table: &Table, answers: &Answers) -> Form {
    let dates = columns::names(table, |c| c.kind == ColumnType::Date);
    let numbers = columns::names(table, |c| c.kind == ColumnType::Number);
    let texts = columns::names(table, |c| {
        matches!(c.kind, ColumnType::Category | ColumnType::Text | ColumnType::Id) && c.n_unique >= 1
    });
    let guess = |role| columns::by_role(table, role);
    let time = column_field(answers, FieldId::Time, dates, guess(Role::Time).as_deref(), false);
    let value_guess = [Role::Value, Role::Amount, Role::Quantity].into_iter().find_map(guess);
    let value = column_field(answers, FieldId::Value, numbers, value_guess.as_deref(), false);
    let series = column_field(answers, FieldId::Series, texts, guess(Role::Series).as_deref(), true);
    let step = step(table, &time.answer, &series.answer);
    let daily = step.grain == Grain::Day;
    let mut rule = horizon_rule(step, table.rows());
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

/// The distance of the dates, as the forecast will find it.
fn step(table: &Table, time: &Answer, series: &Answer) -> Step {
    let name = |answer: &Answer| if let Answer::Column(name) = answer { Some(name.clone()) } else { None };
    let found = name(time).and_then(|time| table.step(&time, name(series).as_deref()).ok());
    found.unwrap_or(Step { grain: Grain::Day, every: 1 })
}

/// How far ahead people plan; the first guess is no more than half the rows there are.
fn horizon_rule(step: Step, rows: usize) -> CountRule {
    let (suggestions, guess): (Vec<u32>, u32) = match step.grain {
        Grain::Second | Grain::Minute | Grain::Hour => by_the_clock(step),
        Grain::Day => (vec![7, 14, 30, 60, 90], 30),
        Grain::Week => (vec![4, 8, 13, 26], 8),
        Grain::Month => (vec![3, 6, 12, 18, 24], 6),
        Grain::Quarter => (vec![2, 4, 8], 4),
        Grain::Year | Grain::FiscalYear => (vec![1, 2, 3, 5], 2),
    };
    let most = u32::try_from(rows / 2).unwrap_or(u32::MAX).max(1);
    CountRule { range: (1, MOST_STEPS), suggestions, step: Some(step), guess: Some(guess.min(most)) }
}

/// The longest four of the spans that people name, in steps; a day first, where it is not too many of them.
fn by_the_clock(step: Step) -> (Vec<u32>, u32) {
    let unit = match step.grain {
        Grain::Second => 1,
        Grain::Minute => 60,
        _ => 3600,
    };
    let secs = step.every.max(1).saturating_mul(unit);
    let fits = |span: &&u32| span.is_multiple_of(secs) && (1..=MOST_CLOCK_STEPS).contains(&(**span / secs));
    let mut steps: Vec<u32> = CLOCK_SPANS.iter().filter(fits).map(|span| span / secs).collect();
    if steps.is_empty() {
        // A step that goes into no span, such as 7 minutes.
        steps = vec![12, 24, 48, 96];
    }
    steps.drain(..steps.len().saturating_sub(4));
    let day = steps.iter().copied().find(|n| n.checked_mul(secs) == Some(86_400));
    let guess = day.filter(|n| *n <= MOST_GUESSED).or_else(|| steps.iter().copied().rfind(|n| *n <= MOST_GUESSED));
    let guess = guess.unwrap_or(steps[0]);
    (steps, guess)
}
