//! Groups of customers: what they spent, and names that tell them apart.

use std::collections::BTreeSet;

use sanpo_api::{
    Answer, Answers, Block, ExportKind, FieldId, GroupCard, Label, LabelCode, Lang, Phrase, Problem, Report, RfmName,
    SectionId, SegmentPhrase, Table, TaskId, Value,
};

use super::{blocks, open, phrase};
use crate::session::{Session, columns, sample};

fn cards(report: &Report) -> Vec<GroupCard> {
    blocks(report)
        .find_map(|b| if let Block::Groups { cards } = b { Some(cards.clone()) } else { None })
        .expect("groups")
}

/// A shop's lines of one day: customers who differ in what they spend only.
fn lines() -> String {
    let mut file = String::from("Invoice,CustomerID,InvoiceDate,Quantity,UnitPrice\n");
    for customer in 0..60u32 {
        let quantity = [1, 10, 40, 160, 640][customer as usize % 5] + customer % 3;
        for line in 0..3 {
            let price = [3.5, 1.2, 0.8][line];
            file += &format!("A{customer},C{:04},2024-04-01 10:{customer:02},{quantity},{price}\n", 7000 + customer);
        }
    }
    file
}

#[test]
fn a_unit_price_is_no_money_spent() {
    let mut session = open(&lines());
    let form = session.form(TaskId::Segment, Answers::new());
    let answer = |id| form.fields.iter().find(|f| f.id == id).map(|f| f.answer.clone());
    assert_eq!(answer(FieldId::Value), Some(Answer::Column("UnitPrice".to_owned())));
    assert_eq!(answer(FieldId::Quantity), Some(Answer::Column("Quantity".to_owned())));
    let report = session.run(TaskId::Segment, Answers::new()).expect("groups");
    // Customer 0 bought one piece of each of three kinds.
    let lines = session.export(ExportKind::Sheet);
    let row = lines.iter().find(|l| l.starts_with("C7000,")).expect("the customer");
    assert_eq!(row.split(',').nth(3), Some("5.5"), "{row}");
    let words: String = blocks(&report)
        .flat_map(|b| match b {
            Block::Sentences { phrases } => phrases.iter().map(|p| phrase(Lang::Ja, p)).collect(),
            _ => vec![],
        })
        .collect();
    assert!(words.contains("UnitPrice") && words.contains("×"), "{words}");
}

#[test]
fn no_two_groups_have_one_name() {
    let report =
        open(&lines()).run(TaskId::Segment, Answers::from([(FieldId::Groups, Answer::Count(5))])).expect("groups");
    let cards = cards(&report);
    for lang in [Lang::Ja, Lang::En] {
        let names: BTreeSet<String> = cards.iter().map(|c| phrase(lang, &c.name)).collect();
        assert_eq!(names.len(), cards.len(), "{names:?}");
    }
}

fn means(report: &Report) -> &Table {
    blocks(report).find_map(|b| if let Block::Table(t) = b { Some(t) } else { None }).expect("the means")
}

/// The means of a side of the customers, group by group.
fn side(report: &Report, code: LabelCode) -> Vec<f64> {
    let table = means(report);
    let place = table.columns.iter().position(|c| c.label == Label::Code(code.clone())).expect("the side");
    let mean = |row: &Vec<Value>| if let Value::Number(mean) = row[place] { mean } else { f64::NAN };
    table.rows.iter().map(mean).collect()
}

/// Purchases of customers of several kinds, over a year: (customers, days apart, last day, amount).
fn purchases(kinds: &[(u32, u32, u32, u32)]) -> Session {
    let mut file = String::from("会員番号,購入日,金額(円)\n");
    for (kind, (customers, apart, last, amount)) in kinds.iter().enumerate() {
        for customer in 0..*customers {
            let days = (0..*last - customer % 5).rev().step_by((*apart + customer % 3) as usize);
            for day in days {
                let (month, day) = (day / 28 + 1, day % 28 + 1);
                let amount = amount + (customer * 37 + day * 11) % (amount / 5);
                file += &format!("{kind}-{customer},2025/{month}/{day},{amount}\n");
            }
        }
    }
    open(&file)
}

#[test]
fn names_of_customers_follow_the_figures_beside_them() {
    let mut logs = vec![
        sample("shop_sales"),
        purchases(&[(40, 7, 330, 900), (40, 30, 330, 9_000), (40, 30, 150, 2_000), (40, 300, 330, 1_500)]),
        purchases(&[(60, 14, 330, 5_000), (60, 14, 330, 500), (60, 14, 90, 5_000)]),
        // Everybody came on the last day.
        purchases(&[(50, 5, 330, 1_000), (50, 60, 330, 30_000), (50, 200, 330, 2_000)]),
    ];
    for session in &mut logs {
        let report = session.run(TaskId::Segment, Answers::new()).expect("groups");
        let names = cards(&report).into_iter().map(|card| card.name);
        let sides = [LabelCode::Recency, LabelCode::Frequency, LabelCode::Monetary].map(|code| side(&report, code));
        for (g, name) in names.enumerate() {
            let Phrase::Segment(SegmentPhrase::RfmGroup { name }) = name else { continue };
            let [recency, frequency, monetary] = &sides;
            let most = |side: &Vec<f64>| side.iter().all(|other| *other <= side[g]);
            let holds = match name {
                RfmName::Champion => most(monetary),
                RfmName::Loyal => frequency[g] > frequency.iter().fold(f64::INFINITY, |a, b| a.min(*b)),
                RfmName::Lost => most(recency),
                _ => true,
            };
            assert!(holds, "{name:?}: group {} of {sides:?}", g + 1);
        }
    }
}

#[test]
fn a_log_of_one_day_compares_by_what_differs_and_says_so() {
    let report = open(&lines()).run(TaskId::Segment, Answers::new()).expect("groups");
    let heads: Vec<&Label> = means(&report).columns.iter().map(|c| &c.label).collect();
    assert!(heads.contains(&&Label::Code(LabelCode::Monetary)), "{heads:?}");
    assert!(!heads.contains(&&Label::Code(LabelCode::Recency)) && !heads.contains(&&Label::Code(LabelCode::Frequency)));
    let warned: String = report.cautions.iter().map(|p| phrase(Lang::Ja, p)).collect();
    assert!(warned.contains("「最後の買い物からの日数」「買った日の数」は、全員が同じ"), "{warned}");
    for card in cards(&report) {
        assert!(!matches!(card.name, Phrase::Segment(SegmentPhrase::RfmGroup { .. })), "{:?}", card.name);
    }
}

#[test]
fn shares_of_the_groups_add_up_and_a_poor_grade_is_explained() {
    let report = sample("shop_sales").run(TaskId::Segment, Answers::new()).expect("groups");
    let tenths: f64 = cards(&report).iter().map(|card| (card.share_frac * 1000.0).round()).sum();
    assert!((tenths - 1000.0).abs() < 1e-9, "{tenths}");
    let reason = phrase(Lang::Ja, &report.grade.as_ref().expect("a grade").reason);
    assert!(reason.contains("分け直すと99%が一致") && reason.contains("切れ目はありません"), "{reason}");
    let axes =
        blocks(&report).find_map(|b| if let Block::Scatter(s) = b { Some([&s.x_label, &s.y_label]) } else { None });
    for axis in axes.expect("a map") {
        assert!(matches!(axis, Label::Code(LabelCode::Mostly(columns)) if !columns.is_empty()), "{axis:?}");
    }
}

/// A log of orders with the price of a piece, how many, and a discount as `off` writes it.
fn orders(heading: &str, off: fn(u32) -> String) -> String {
    let row = |i: u32| {
        let (customer, day) = (i * 7 % 60, i * 11 % 28 + 1);
        let (month, price, pieces) = (i * 5 % 12 + 1, 10 + customer % 7 * 30, 1 + i % 3);
        format!("C{customer:03},2025-{month:02}-{day:02},${price}.00,{pieces},{}\n", off(i))
    };
    format!("Customer,Order Date,Unit Price,Qty,{heading}\n{}", (0..900).map(row).collect::<String>())
}

/// What all customers spent, as the saved table has it.
fn spent(file: &str) -> (f64, String) {
    let mut session = open(file);
    let report = session.run(TaskId::Segment, Answers::new()).expect("groups");
    let amount = |line: &String| line.split(',').nth(3).and_then(|cell| cell.parse::<f64>().ok());
    let sum = session.export(ExportKind::Sheet)[1..].iter().filter_map(amount).sum();
    let details = report.sections.iter().find(|s| s.id == SectionId::Details).expect("details");
    let Some(Block::Sentences { phrases }) = details.blocks.first() else { panic!("no details") };
    (sum, phrases.iter().map(|p| phrase(Lang::En, p)).collect())
}

#[test]
fn a_discount_is_taken_off_where_it_is_plain_and_named_where_not() {
    let (full, says) = spent(&orders("Note", |_| String::new()));
    assert!(says.contains("“Unit Price” × “Qty”."), "{says}");
    for (heading, off) in [
        ("Discount", (|_| "10%".to_owned()) as fn(u32) -> String),
        ("Discount", |i| if i % 9 == 0 { "0.1".to_owned() } else { "0.10".to_owned() }),
        ("Discount rate", |_| "10".to_owned()),
    ] {
        let (less, says) = spent(&orders(heading, off));
        assert!((less / full - 0.9).abs() < 1e-6, "{heading}: {less} of {full}");
        assert!(says.contains(&format!("less “{heading}”")), "{says}");
    }
    let (less, says) = spent(&orders("Discount", |_| "$2.00".to_owned()));
    assert!((full - less - 900.0 * 2.0).abs() < 1e-6 && says.contains("less “Discount”"), "{less} of {full}: {says}");
    // Prices before and after it are no discounts; of one for each piece nothing is taken off, as it says.
    for heading in ["Price after discount", "割引前価額", "値引後額", "Discounted price", "割引対象額（円）"]
    {
        let (same, says) = spent(&orders(heading, |i| format!("${}.00", i % 5)));
        assert!((same - full).abs() < 1e-6 && !says.contains(heading), "{heading}: {same} of {full}: {says}");
    }
    let (same, says) = spent(&orders("Discount per unit", |_| "$2.00".to_owned()));
    assert!((same - full).abs() < 1e-6 && says.contains("is not taken off"), "{same} of {full}: {says}");
    let (same, says) = spent(&orders("Discount", |i| (i % 4).to_string()));
    assert!((same - full).abs() < 1e-6 && says.contains("“Discount” is not taken off"), "{same} of {full}: {says}");
}

#[test]
fn every_group_of_customers_gets_its_line_of_advice() {
    for session in [&mut sample("shop_sales"), &mut open(&orders("Discount", |_| "5%".to_owned()))] {
        let report = session.run(TaskId::Segment, Answers::new()).expect("groups");
        let what = report.sections.iter().find(|s| s.id == SectionId::WhatToDo).expect("what to do");
        let Some(Block::Sentences { phrases }) = what.blocks.first() else { panic!("no advice") };
        let groups: Vec<u32> = phrases
            .iter()
            .filter_map(|p| {
                if let Phrase::Segment(SegmentPhrase::RfmAdvice { group, .. }) = p { Some(*group) } else { None }
            })
            .collect();
        assert_eq!(groups, (1..=cards(&report).len() as u32).collect::<Vec<_>>());
        for card in cards(&report) {
            let name = phrase(Lang::En, &card.name);
            assert!(name.starts_with(char::is_uppercase), "{name}");
        }
    }
}

#[test]
fn a_mean_is_the_same_number_on_its_card_and_in_the_table() {
    let report = sample("shop_sales").run(TaskId::Segment, Answers::new()).expect("groups");
    let money = side(&report, LabelCode::Monetary);
    for (card, shown) in cards(&report).iter().zip(money) {
        let said = card.traits.iter().find_map(|t| match t {
            Phrase::Segment(SegmentPhrase::TraitHigh { column: Label::Code(LabelCode::Monetary), .. })
            | Phrase::Segment(SegmentPhrase::TraitLow { column: Label::Code(LabelCode::Monetary), .. }) => {
                Some(phrase(Lang::En, t))
            }
            _ => None,
        });
        let written = sanpo_text::number(Lang::En, shown);
        assert!(said.as_ref().is_none_or(|said| said.contains(&written)), "{written}: {said:?}");
    }
}

#[test]
fn a_log_of_few_customers_says_how_many_are_needed() {
    for customers in [1, 3] {
        let rows: String = (0..60u32)
            .map(|i| format!("C{},2024/{}/{},{}\n", i % customers, i % 12 + 1, i % 28 + 1, 100 + i))
            .collect();
        let mut session = open(&format!("顧客ID,購入日,金額\n{rows}"));
        let log = columns(&[(FieldId::Customer, "顧客ID"), (FieldId::Time, "購入日"), (FieldId::Value, "金額")]);
        let wanted = Problem::TooFewCustomers { have: customers as usize, need: 10 };
        assert_eq!(session.run(TaskId::Segment, log), Err(wanted));
    }
}

#[test]
fn years_of_groups_are_not_rounded_to_one() {
    let row = |i: u32| {
        let old = i.is_multiple_of(2);
        format!(
            "M{i:04},{},{}\n",
            if old { 2011 + i % 3 } else { 2021 + i % 3 },
            if old { 10 + i % 4 } else { 90 + i % 4 }
        )
    };
    let mut session = open(&format!("会員番号,入会年,来店回数\n{}", (0..200).map(row).collect::<String>()));
    let answers = [(FieldId::Columns, Answer::Columns(vec!["入会年".into(), "来店回数".into()]))].into_iter().collect();
    let report = session.run(TaskId::Segment, answers).expect("groups");
    let means = blocks(&report).filter_map(|b| if let Block::Table(t) = b { Some(t) } else { None });
    let mut years: Vec<f64> = means
        .flat_map(|t| &t.rows)
        .filter_map(|row| match row[2] {
            Value::Number(year) if year > 1900.0 => Some(year),
            _ => None,
        })
        .collect();
    years.sort_by(f64::total_cmp);
    let right = |year: &f64| (2011.0..=2013.0).contains(year) || (2021.0..=2023.0).contains(year);
    assert!(years.len() > 1 && years.iter().all(right), "{years:?}");
}
