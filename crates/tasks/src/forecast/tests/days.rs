//! Closed days, the person's own days, and a last period that is not over.

use std::fmt::Write as _;

use sanpo_api::{
    Answer, Block, Choices, DAY_SECS, FieldId, FieldKind, ForecastPhrase, Grain, Label, LabelCode, Moment, Occasion,
    Phrase, TrialPhrase,
};
use sanpo_models::calendar::DayFacts;
use sanpo_models::random::Random;
use sanpo_table::read;

use super::super::{form, report};
use super::{answers, day, effect, run, sales, text_of};

#[test]
fn a_shop_closed_at_new_year_is_closed_again_and_paydays_sell_more() {
    let mut random = Random::new(1);
    let mut csv = "日付,売上\n".to_owned();
    for d in day(2022, 4, 1)..=day(2024, 12, 20) {
        let facts = DayFacts::of(d).unwrap();
        let date = (facts.date.month(), facts.date.day());
        if matches!(date, (12, 31) | (1, 1..=3)) {
            writeln!(csv, "{},休業", text_of(d)).unwrap();
        } else {
            let more = if facts.payday { 1.6 } else { 1.0 };
            writeln!(csv, "{},{:.0}", text_of(d), sales(d, &mut random) * more).unwrap();
        }
    }
    let run = run(&csv, &answers(30, false));
    let state = &run.series[0];
    let future: Vec<i64> = state.future.iter().map(|m| m.0 / DAY_SECS).collect();
    assert_eq!(future.len(), 30);
    let shut: Vec<i64> = future.iter().zip(&state.open).filter(|(_, o)| !**o).map(|(d, _)| *d).collect();
    assert_eq!(shut, (day(2024, 12, 31)..=day(2025, 1, 3)).collect::<Vec<_>>());
    assert_eq!((state.gaps().count(), state.closed.iter().filter(|c| **c).count()), (0, 8));
    let outcome = state.outcome.as_ref().unwrap();
    assert_eq!(outcome.mean.len(), 26);
    assert!(outcome.ranges.iter().all(|r| r.lower.len() == 26 && r.upper.len() == 26));
    assert!(outcome.mean.iter().all(|v| *v > 60.0));
    // 25 December 2024 is the fifth day to come.
    let payday = effect(state, Occasion::Payday).expect("payday");
    assert!(payday.future[4] > 35.0, "{:?}", payday.future);
    assert_eq!((payday.past.len(), payday.future.len()), (state.values.len(), 26));
    assert!(outcome.mean[4] > 1.4 * outcome.mean[3]);
}

#[test]
fn a_shop_that_began_to_close_on_wednesdays_is_compared_with_its_open_days() {
    let mut random = Random::new(9);
    let mut csv = "日付,売上\n".to_owned();
    let last = day(2024, 6, 30);
    for d in day(2023, 10, 1)..=last {
        let shut = d > last - 70 && sanpo_models::calendar::weekday(d) == 2;
        let sold = if shut { "休業".to_owned() } else { format!("{:.0}", sales(d, &mut random)) };
        writeln!(csv, "{},{sold}", text_of(d)).unwrap();
    }
    let run = run(&csv, &answers(28, false));
    assert_eq!(run.series[0].open.iter().filter(|o| !**o).count(), 4, "closed on");
    let report = report::report(&run);
    let change = report.headline.iter().find_map(|p| match p {
        Phrase::Forecast(ForecastPhrase::Change { frac, .. }) => Some(*frac),
        _ => None,
    });
    assert!(change.is_some_and(|frac| frac.abs() < 0.05), "{:?}", report.headline);
}

#[test]
fn a_weekday_that_is_hardly_ever_open_is_not_the_lowest_of_the_week() {
    let mut random = Random::new(3);
    let mut csv = "日付,売上\n".to_owned();
    for d in day(2024, 4, 1)..=day(2026, 9, 30) {
        let shut = sanpo_models::calendar::weekday(d) == 1 && d % 60 != 0;
        let sold = if shut { "休".to_owned() } else { format!("{:.0}", sales(d, &mut random)) };
        writeln!(csv, "{},{sold}", text_of(d)).unwrap();
    }
    let report = report::report(&run(&csv, &answers(30, false)));
    let tuesday = Label::Code(LabelCode::Weekday(1));
    let blocks = || report.sections.iter().flat_map(|s| &s.blocks);
    let bars = blocks().find_map(|b| match b {
        Block::Bars(chart) if matches!(chart.caption, Phrase::Forecast(ForecastPhrase::SeasonCaption { .. })) => {
            Some(&chart.bars)
        }
        _ => None,
    });
    let named: Vec<&Label> = bars.expect("a week").iter().map(|bar| &bar.label).collect();
    assert!(named.len() == 6 && !named.contains(&&tuesday), "{named:?}");
    let heat = blocks().find_map(|b| if let Block::Heat(heat) = b { Some(heat) } else { None }).expect("a heat strip");
    assert!(heat.rows.len() == 6 && !heat.rows.contains(&tuesday));
}

#[test]
fn own_events_are_learned_from_days_that_were_clicked() {
    let mut random = Random::new(5);
    let mut csv = "日付,売上\n".to_owned();
    let (first, last) = (day(2023, 4, 1), day(2024, 9, 30));
    let festival = |d: i64| (d - first) % 61 == 40;
    for d in first..=last {
        let more = if festival(d) { 2.0 } else { 1.0 };
        writeln!(csv, "{},{:.1}", text_of(d), sales(d, &mut random) * more).unwrap();
    }
    let mut answers = answers(60, false);
    let clicked = (first..=last + 60).filter(|d| festival(*d)).map(|d| Moment(d * DAY_SECS)).collect();
    answers.insert(FieldId::Events, Answer::Days(clicked));
    let run = run(&csv, &answers);
    let own = effect(&run.series[0], Occasion::OwnEvent).expect("an effect");
    assert!(own.future.iter().any(|v| *v > 60.0) && own.future.iter().filter(|v| **v != 0.0).count() == 1);
}

#[test]
fn own_days_are_asked_for_from_the_first_of_the_data_to_the_last_forecast() {
    let csv = "日付,売上\n2024-04-01,3\n2024-04-02,4\n2024-04-03,5\n2024-04-04,\n";
    let table = read("shop.csv", csv.as_bytes(), &Choices::default(), &mut |_| {}).unwrap();
    let form = form::form(&table, &answers(14, false));
    let field = form.fields.iter().find(|f| f.id == FieldId::Events).unwrap();
    let at = |d: u8| Moment(day(2024, 4, d) * DAY_SECS);
    assert_eq!(field.kind, FieldKind::Days { first: at(1), last: at(3), until: at(17) });
}

#[test]
fn a_month_that_is_not_over_is_forecast_and_can_be_kept() {
    let mut csv = "日付,売上\n".to_owned();
    for month in 0..30u32 {
        let sold = if month == 29 { 31.0 } else { 100.0 + f64::from(month % 12) };
        writeln!(csv, "{}-{:02},{sold}", 2022 + month / 12, month % 12 + 1).unwrap();
    }
    let found = run(&csv, &answers(3, false));
    let running = found.running.expect("a running month");
    assert_eq!((running.at, running.so_far), (Moment(day(2024, 6, 1) * DAY_SECS), 31.0));
    assert_eq!((found.series[0].values.len(), found.series[0].future[0]), (29, running.at));
    let mut all = answers(3, false);
    all.insert(FieldId::Handling, Answer::Handlings(vec![]));
    let kept = run(&csv, &all);
    assert_eq!((kept.running, kept.series[0].values.len()), (None, 30));
}

#[test]
fn series_that_end_one_by_one_have_no_running_period() {
    let mut csv = "日付,商品,売上\n".to_owned();
    for shop in 0..10 {
        // Each shop closed down three months before the next.
        for month in 0..(24 + shop * 3) {
            writeln!(csv, "{}-{:02}-01,{shop}号店,{}", 2019 + month / 12, month % 12 + 1, 100 + month % 5).unwrap();
        }
    }
    let run = run(&csv, &answers(3, true));
    assert!(run.running.is_none() && run.series.iter().all(|s| s.values.len() >= 24));
}

#[test]
fn distances_of_half_hours_are_told_in_one_unit() {
    let mut random = Random::new(9);
    let mut csv = "日付,売上\n".to_owned();
    for place in 0..48 * 20 {
        let (d, half) = (day(2024, 5, 1) + place / 48, place % 48);
        let busy = if (18..44).contains(&half) { 3.0 } else { 1.0 };
        let sold = sales(d, &mut random) * busy;
        writeln!(csv, "{} {:02}:{:02},{sold:.1}", text_of(d), half / 2, half % 2 * 30).unwrap();
    }
    let report = report::report(&run(&csv, &answers(48, false)));
    let bars = report.sections.iter().flat_map(|s| &s.blocks).find_map(|block| match block {
        Block::Bars(chart) if chart.caption == Phrase::Trial(TrialPhrase::ErrorByDistance) => Some(&chart.bars),
        _ => None,
    });
    for bar in bars.expect("bars") {
        let Label::Code(LabelCode::StepsAhead(from, to, grain)) = &bar.label else { panic!("{bar:?}") };
        assert!(from < to && *grain == Grain::Minute || from == to, "{bar:?}");
    }
}

#[test]
fn steady_sales_of_a_shop_that_rests_on_sundays_neither_fall_nor_rise() {
    let mut csv = "日付,売上\n".to_owned();
    // It ends on a Saturday: the first day to come is closed.
    for d in (day(2024, 1, 1)..=day(2024, 3, 30)).filter(|d| sanpo_models::calendar::weekday(*d) != 6) {
        writeln!(csv, "{},{}", text_of(d), 1000 + d % 5).unwrap();
    }
    for horizon in [1, 2, 3, 10, 16] {
        for phrase in report::report(&run(&csv, &answers(horizon, false))).headline {
            let Phrase::Forecast(ForecastPhrase::Change { frac, steps, open, .. }) = phrase else { continue };
            assert!(frac.abs() < 0.01 && open && steps < horizon, "{horizon}: {frac} {steps}");
        }
    }
}
