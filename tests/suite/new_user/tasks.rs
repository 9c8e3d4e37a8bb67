//! What is suggested, and how far ahead: series by the clock.

use sanpo_api::{Answer, Answers, FieldId, FieldKind, Grain, Lang, Step, TaskId};
use sanpo_text::{slot_count, steps};

use super::open;

/// Rentals of each hour with the weather beside them, as bike shares publish them.
fn rentals(head: &str, when: impl Fn(i64) -> String) -> String {
    let mut file = format!("{head},season,holiday,workingday,weather,temp,humidity,windspeed,count\n");
    for hour in 0..24 * 60i64 {
        let (warm, count) = (hour * 7 % 31, 20 + hour * 13 % 97 + (hour % 24) * 5);
        file += &format!(
            "{},{},0,{},{},{warm},{},{},{count}\n",
            when(hour),
            hour % 4 + 1,
            i64::from(hour % 168 < 120),
            hour % 3 + 1,
            hour % 60,
            hour % 25
        );
    }
    file
}

#[test]
fn rentals_with_dates_are_forecast() {
    let date = |hour: i64| format!("2024-{:02}-{:02}", hour / 24 / 28 + 1, hour / 24 % 28 + 1);
    let by_hour = rentals("datetime", |h| format!("{} {:02}:00:00", date(h), h % 24));
    let by_day = rentals("dteday,hr", |h| format!("{},{}", date(h), h % 24));
    for file in [&by_hour, &by_day] {
        assert_eq!(open(file).profile.tasks[0], TaskId::Forecast);
    }
    let undated = rentals("mnth,hr", |h| format!("{},{}", h / 720 + 1, h % 24));
    assert_eq!(open(&undated).profile.tasks[0], TaskId::Predict);
}

/// A clock that steps by so many minutes, with a wave of a day.
fn clock(minutes: i64, rows: i64) -> String {
    let mut file = String::from("timestamp,value\n");
    for i in 0..rows {
        let at = i * minutes;
        let (day, hour, minute) = (at / 1440, at / 60 % 24, at % 60);
        let value = 50 + (hour - 12).abs() * 3 + i * 7 % 5;
        file += &format!("2024-{:02}-{:02} {hour:02}:{minute:02},{value}\n", day / 28 + 1, day % 28 + 1);
    }
    file
}

#[test]
fn steps_and_horizons_are_said_as_spans_of_time() {
    for (minutes, step, first, guess) in [
        (10, ["10分", "10 minutes"], ["6時間", "6 hours"], ["1日", "1 day"]),
        (15, ["15分", "15 minutes"], ["12時間", "12 hours"], ["1日", "1 day"]),
        (30, ["30分", "30 minutes"], ["12時間", "12 hours"], ["1日", "1 day"]),
        (60, ["1時間", "1 hour"], ["12時間", "12 hours"], ["1日", "1 day"]),
        (120, ["2時間", "2 hours"], ["12時間", "12 hours"], ["1日", "1 day"]),
        (7, ["7分", "7 minutes"], ["84分", "84 minutes"], ["672分", "672 minutes"]),
    ] {
        let mut session = open(&clock(minutes, 700));
        let found = session.profile.columns[0].step.expect("a step");
        let form = session.form(TaskId::Forecast, Answers::new());
        let horizon = form.fields.iter().find(|f| f.id == FieldId::Horizon).expect("a horizon");
        let FieldKind::Count { suggestions, step: unit, .. } = &horizon.kind else { panic!("{horizon:?}") };
        let Answer::Count(ahead) = horizon.answer else { panic!("{horizon:?}") };
        for (i, lang) in [Lang::Ja, Lang::En].into_iter().enumerate() {
            assert_eq!(steps(lang, 1, found), step[i]);
            assert_eq!(slot_count(lang, suggestions[0], *unit), first[i]);
            assert_eq!(slot_count(lang, ahead, *unit), guess[i]);
        }
    }
    // Single events at odd times have no step, and are forecast by the day.
    let events: String = (0..400i64)
        .map(|i| format!("2024-{:02}-{:02} {:02}:{:02},3\n", i / 140 + 1, i / 5 % 28 + 1, i * 17 % 24, i * 29 % 60))
        .collect();
    let mut session = open(&format!("time,qty\n{events}"));
    assert_eq!(session.profile.columns[0].step, None);
    let form = session.form(TaskId::Forecast, Answers::new());
    let horizon = form.fields.iter().find(|f| f.id == FieldId::Horizon).expect("a horizon");
    assert!(matches!(horizon.kind, FieldKind::Count { step: Some(Step { grain: Grain::Day, every: 1 }), .. }));
}
