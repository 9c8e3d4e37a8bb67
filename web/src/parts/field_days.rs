//! Any number of days, chosen on the pages of a calendar.

use leptos::prelude::*;
use sanpo_api::{Answer, DAY_SECS, FieldKind, Grain, Moment};
use sanpo_text::{date, weekday_short};

use super::field::{Question, Support};
use crate::platform::focus_by_id;
use crate::state::App;
use crate::views::{Views, live};

/// First and last day of the data, and the last day that can be chosen.
type Span = [Moment; 3];

/// Any number of days.
#[component]
pub fn DaysField(question: Question) -> impl IntoView {
    let app = App::here();
    let span = Memo::new(move |_| {
        question.field.with(|f| match f.as_ref().map(|f| &f.kind) {
            Some(FieldKind::Days { first, last, until }) => [*first, *last, *until],
            _ => [Moment(0); 3],
        })
    });
    let chosen = Memo::new(move |_| {
        question.field.with(|f| match f.as_ref().map(|f| &f.answer) {
            Some(Answer::Days(days)) => days.clone(),
            _ => Vec::new(),
        })
    });
    let toggle = Callback::new(move |day: Moment| {
        let mut days = chosen.get_untracked();
        match days.binary_search(&day) {
            Ok(at) => drop(days.remove(at)),
            Err(at) => days.insert(at, day),
        }
        app.answer(question.id, Answer::Days(days));
    });
    view! {
        <fieldset aria-describedby=question.element("says")>
            <legend class="field-name">{Signal::derive(move || question.name())}</legend>
            <Support question />
            {calendar(span, chosen, toggle)}
            {list(question, span, chosen, toggle)}
        </fieldset>
    }
}

/// A page of the calendar, which opens at the end of the data, with its buttons to leaf.
fn calendar(span: Memo<Span>, chosen: Memo<Vec<Moment>>, toggle: Callback<Moment>) -> AnyView {
    let app = App::here();
    let lang = app.place.lang;
    let page = RwSignal::new(month_of(span.get_untracked()[1]));
    let title = Signal::derive(move || date(lang.get(), first_day(page.get()), Grain::Month));
    let leaf = move |months: i64, text: Signal<&'static str>| {
        let held = move || {
            let [first, _, until] = span.get();
            (page.get() + months).clamp(month_of(first), month_of(until))
        };
        view! {
            <button
                type="button"
                class="button button-text"
                disabled=Signal::derive(move || held() == page.get())
                on:click=move |_| page.set(untrack(held))
            >
                {text}
            </button>
        }
        .into_any()
    };
    // Weeks begin on Sunday, as on calendars in Japan.
    let head = move || (6..13).map(|day| view! { <th scope="col">{weekday_short(lang.get(), day % 7)}</th> }).views();
    let weeks = move || {
        let first = first_day(page.get());
        let sunday = Moment(first.0 - (i64::from(first.civil().weekday) + 1) % 7 * DAY_SECS);
        let week = |week: i64| {
            let days = (0..7).map(|day| Moment(sunday.0 + (7 * week + day) * DAY_SECS));
            view! { <tr>{days.map(|d| cell(d, page.get(), span, chosen, toggle)).views()}</tr> }
        };
        (0..6).filter(|w| *w < 4 || sunday.0 + 7 * w * DAY_SECS < first_day(page.get() + 1).0).map(week).views()
    };
    view! {
        <div class="buttons month-steps">
            {leaf(-12, app.say(|w| w.choice.year_before))} {leaf(-1, app.say(|w| w.choice.month_before))}
            {leaf(1, app.say(|w| w.choice.month_after))} {leaf(12, app.say(|w| w.choice.year_after))}
        </div>
        <table class="month">
            <caption aria-live="polite">{title}</caption>
            <thead>
                <tr>{head}</tr>
            </thead>
            <tbody>{weeks}</tbody>
        </table>
    }
    .into_any()
}

/// A day to press; nothing for the days of other months.
fn cell(day: Moment, page: i64, span: Memo<Span>, chosen: Memo<Vec<Moment>>, toggle: Callback<Moment>) -> AnyView {
    let lang = App::here().place.lang;
    if month_of(day) != page {
        return view! { <td></td> }.into_any();
    }
    let out = move || span.with(|[first, _, until]| day < *first || day > *until);
    view! {
        <td>
            <button
                type="button"
                class="day"
                class:is-ahead=Signal::derive(move || span.with(|s| day > s[1]))
                aria-label=Signal::derive(move || date(lang.get(), day, Grain::Day))
                aria-pressed=Signal::derive(move || chosen.with(|c| c.binary_search(&day).is_ok()).to_string())
                disabled=out
                on:click=move |_| toggle.run(day)
            >
                {day.civil().day}
            </button>
        </td>
    }
    .into_any()
}

/// The chosen days, each to be taken off again.
fn list(question: Question, span: Memo<Span>, chosen: Memo<Vec<Moment>>, toggle: Callback<Moment>) -> AnyView {
    let app = App::here();
    let off = move |day: Moment| {
        toggle.run(day);
        focus_by_id(&question.element("chosen"));
    };
    let line = move |day: Moment| {
        let text = date(app.place.lang.get(), day, Grain::Day);
        let label = (app.place.words().chart.named)(app.place.words().choice.day_off, &text);
        view! {
            <li>
                {text}
                <button type="button" class="button button-text button-small" aria-label=label on:click=move |_| off(day)>
                    {app.place.words().choice.day_off}
                </button>
            </li>
        }
    };
    let says = move || {
        let words = app.place.words();
        let past = chosen.with(|c| c.iter().filter(|day| **day <= span.get()[1]).count());
        match (chosen.with(Vec::len), past) {
            (0, _) => words.choice.days_none,
            (_, 0 | 1) => words.choice.days_few,
            _ => "",
        }
    };
    view! {
        <p class="strong" tabindex="-1" id=question.element("chosen")>{app.say(|w| w.choice.days_chosen)}</p>
        <ul class="days">{live(move || chosen.get().into_iter().map(line).views())}</ul>
        <p class="note" role="status">{Signal::derive(says)}</p>
    }
    .into_any()
}

/// Months from year 0 on.
fn month_of(day: Moment) -> i64 {
    let civil = day.civil();
    civil.year * 12 + i64::from(civil.month) - 1
}

fn first_day(month: i64) -> Moment {
    Moment::from_date(month.div_euclid(12), month.rem_euclid(12) + 1, 1)
}
