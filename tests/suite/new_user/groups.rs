//! Groups of customers: what they spent, and names that tell them apart.

use std::collections::BTreeSet;

use sanpo_api::{Answer, Answers, Block, ExportKind, FieldId, GroupCard, Lang, Report, TaskId};

use super::{blocks, open, phrase};

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
