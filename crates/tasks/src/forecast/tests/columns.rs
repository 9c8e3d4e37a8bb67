//! The user's own columns.

use std::fmt::Write as _;

use sanpo_api::{Answer, Block, Choices, DAY_SECS, DataPhrase, FieldId, Handling, Label, Moment, Phrase};
use sanpo_models::random::Random;
use sanpo_table::{Merge, read};

use super::super::{form, report};
use super::{answers, day, run, sales, text_of};

#[test]
fn a_promotion_that_is_planned_adds_what_it_added() {
    let mut random = Random::new(2);
    let mut csv = "日付,売上,販促,天気\n".to_owned();
    let last = day(2024, 6, 30);
    for d in day(2023, 7, 1)..=last + 14 {
        let on = d % 17 < 2 || d == last + 10;
        let weather = ["晴", "雨", "曇"][(random.unit() * 3.0) as usize % 3];
        let sold = sales(d, &mut random) * if on { 1.5 } else { 1.0 };
        let sold = if d > last { String::new() } else { format!("{sold:.1}") };
        writeln!(csv, "{},{sold},{},{weather}", text_of(d), u8::from(on)).unwrap();
    }
    let table = read("shop.csv", csv.as_bytes(), &Choices::default(), &mut |_| {}).unwrap();
    let form = form::form(&table, &answers(14, false).into_iter().filter(|a| a.0 != FieldId::Horizon).collect());
    assert!(form.fields.iter().any(|f| f.id == FieldId::Horizon && f.answer == Answer::Count(14)));
    let run = run(&csv, &answers(14, false));
    let state = &run.series[0];
    assert_eq!(state.future[0], Moment((last + 1) * DAY_SECS));
    assert_eq!(run.own_columns, ["販促", "天気"]);
    let promotion = state.effects.iter().find(|e| e.label == Label::Text("販促".into())).expect("an effect");
    assert!(promotion.future[9] > 30.0 && promotion.past.iter().any(|v| *v > 30.0), "{:?}", promotion.future);
    assert!(!state.effects.iter().any(|e| e.label == Label::Text("天気".into())));
    let no_help = Phrase::Data(DataPhrase::NoHelp { labels: vec![Label::Text("天気".into())] });
    let said = |block: &Block| matches!(block, Block::Sentences { phrases } if phrases.contains(&no_help));
    assert!(report::report(&run).sections.iter().flat_map(|s| &s.blocks).any(said));
    // Left out by the person, it adds nothing.
    let mut without = answers(14, false);
    without.insert(FieldId::Handling, Answer::Handlings(vec![Handling::ClosedDays]));
    assert!(super::run(&csv, &without).series[0].effects.is_empty());
}

#[test]
fn a_price_that_ends_with_the_sales_is_left_out() {
    let mut random = Random::new(3);
    let mut csv = "日付,売上,単価\n".to_owned();
    for d in day(2024, 1, 1)..=day(2024, 9, 30) {
        writeln!(csv, "{},{:.1},{}", text_of(d), sales(d, &mut random), 100 + d % 13).unwrap();
    }
    let run = run(&csv, &answers(7, false));
    assert!(run.own_columns.is_empty() && run.series[0].effects.is_empty());
    assert_eq!(run.merge, Merge::Sum);
}
