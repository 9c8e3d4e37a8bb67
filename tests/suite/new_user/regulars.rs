//! A year of a sweet shop: regulars, those who came once, regulars who left, and those who buy gifts in July and December.

use std::collections::BTreeMap;

use sanpo_api::{
    Answers, Block, DAY_SECS, ExportKind, GroupCard, Moment, Phrase, Report, RfmName, SegmentPhrase, TaskId,
};

use super::{blocks, open};
use crate::session::Session;

/// 1 November 2025, in days since 1970.
const FIRST: i64 = 20_393;
const KINDS: [&str; 4] = ["regular", "once", "left", "gift"];

/// How customer `c` buys: days of the year from 1 November on, and the price.
fn purchases(c: u32) -> (Vec<u32>, u32) {
    let mix = |i: u32| (c * 7919 + i * 104_729).wrapping_mul(2_654_435_761) >> 8;
    match c % 4 {
        0 => ((0..36).map(|i| mix(i) % 360).collect(), 900),
        1 => (vec![mix(1) % 360], 800),
        2 => ((0..12).map(|i| mix(i) % 100).collect(), 900),
        _ => (vec![30 + mix(1) % 25, 30 + mix(2) % 25, 243 + mix(3) % 28, 243 + mix(4) % 28], 9_000),
    }
}

fn shop() -> Session {
    let mut rows = Vec::new();
    for c in 0..240 {
        let (days, price) = purchases(c);
        rows.extend(days.iter().map(|&day| (day, c, price + day * 37 % 200)));
    }
    rows.sort_unstable();
    let date = |day: u32| {
        let c = Moment((FIRST + i64::from(day)) * DAY_SECS).civil();
        format!("{}/{:02}/{:02}", c.year, c.month, c.day)
    };
    let lines: String = rows.iter().map(|(day, c, price)| format!("{},K{c:03},{price}\n", date(*day))).collect();
    open(&format!("売上日,顧客コード,金額\n{lines}"))
}

/// How many customers of each kind a group holds, by its number.
fn groups(session: &mut Session) -> BTreeMap<u32, [usize; 4]> {
    let mut counts = BTreeMap::<u32, [usize; 4]>::new();
    for line in &session.export(ExportKind::Plain)[1..] {
        let cells: Vec<&str> = line.split(',').collect();
        let (group, customer): (u32, usize) =
            (cells[1].parse().expect("a group"), cells[3][1..].parse().expect("a number"));
        counts.entry(group).or_default()[customer % 4] += 1;
    }
    counts
}

/// The kind that most customers of a group are of.
fn kind(counts: &[usize; 4]) -> &'static str {
    let most = (0..4).max_by_key(|kind| counts[*kind]).expect("four kinds");
    assert!(counts[most] * 10 >= counts.iter().sum::<usize>() * 9, "no mixture: {counts:?}");
    KINDS[most]
}

fn shown(report: &Report) -> &[GroupCard] {
    blocks(report).find_map(|b| if let Block::Groups { cards } = b { Some(cards) } else { None }).expect("cards")
}

#[test]
fn who_came_once_is_no_regular_who_left() {
    let mut session = shop();
    let report = session.run(TaskId::Segment, Answers::new()).expect("groups");
    let groups = groups(&mut session);
    for card in shown(&report) {
        let Phrase::Segment(SegmentPhrase::RfmGroup { name }) = card.name else { panic!("{:?}", card.name) };
        let fits = match kind(&groups[&card.group]) {
            "once" => matches!(name, RfmName::Once | RfmName::New | RfmName::Lost),
            "left" => name == RfmName::AtRisk,
            "regular" => name == RfmName::Loyal,
            _ => matches!(name, RfmName::Champion | RfmName::Regular),
        };
        assert!(fits, "{name:?} {:?}", groups[&card.group]);
    }
    assert!(shown(&report).iter().any(|card| kind(&groups[&card.group]) == "left"));
}

#[test]
fn gifts_are_bought_in_two_months() {
    let mut session = shop();
    let report = session.run(TaskId::Segment, Answers::new()).expect("groups");
    let groups = groups(&mut session);
    let months = Phrase::Segment(SegmentPhrase::TraitMonths { months: vec![7, 12] });
    for card in shown(&report) {
        assert_eq!(card.traits.contains(&months), kind(&groups[&card.group]) == "gift", "{card:?}");
    }
}
