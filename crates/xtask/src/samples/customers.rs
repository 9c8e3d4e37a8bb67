//! A member list with a column to predict: did the member renew? The newest members have no answer yet.

use sanpo_api::Lang;

use super::calendar::Day;
use super::draw::Draw;
use super::paper::{Paper, Word, money, say};

const ANSWERED: usize = 2_000;
const OPEN: usize = 200;
const REGIONS: [(Word, f64, f64); 6] = [
    (("仙台市", "City centre"), 0.34, 0.15),
    (("宮城県北部", "North side"), 0.16, -0.05),
    (("宮城県南部", "South side"), 0.18, 0.0),
    (("山形県", "West county"), 0.13, -0.15),
    (("福島県", "South county"), 0.12, -0.1),
    (("岩手県", "North county"), 0.07, -0.25),
];

const COLUMNS: [Word; 9] = [
    ("会員番号", "Member ID"),
    ("年齢", "Age"),
    ("地域", "Area"),
    ("入会日", "Joined"),
    ("来店回数", "Visits"),
    ("購入金額(円)", "Spent ($)"),
    ("メール開封率(%)", "Mails opened (%)"),
    ("問い合わせ回数", "Questions asked"),
    ("継続", "Renewed"),
];

struct Member {
    age: i32,
    region: usize,
    joined: Day,
    visits: u32,
    yen: u32,
    /// Per cent of the mails opened; `None` without consent to mails.
    opened: Option<u32>,
    questions: u32,
}

/// The file of a seed.
pub fn file(seed: u64, lang: Lang) -> Vec<u8> {
    let mut draw = Draw::new(seed);
    let mut paper = Paper::new(lang, &COLUMNS);
    for index in 0..ANSWERED + OPEN {
        let member = member(&mut draw);
        let renews = draw.chance(1.0 / (1.0 + libm::exp(-member.leaning())));
        let answer = match (index < ANSWERED, renews) {
            (false, _) => "",
            (true, true) => say(lang, ("はい", "Yes")),
            (true, false) => say(lang, ("いいえ", "No")),
        };
        let age = if draw.chance(0.04) { String::new() } else { member.age.to_string() };
        let region = if draw.chance(0.01) { "" } else { say(lang, REGIONS[member.region].0) };
        paper.row(&[
            format!("{:05}", 101 + index * 7),
            age,
            region.into(),
            member.joined.text(lang),
            member.visits.to_string(),
            money(lang, member.yen),
            member.opened.map_or(String::new(), |percent| percent.to_string()),
            member.questions.to_string(),
            answer.into(),
        ]);
    }
    paper.utf8()
}

fn member(draw: &mut Draw) -> Member {
    let age = (46.0 + 15.0 * draw.normal()).round().clamp(18.0, 88.0) as i32;
    let keen = draw.normal();
    let visits = draw.count((7.5 + 3.2 * keen).max(0.8));
    let ticket = 1_900.0 + 22.0 * f64::from(age) + 600.0 * draw.normal();
    let yen = f64::from(visits) * ticket.max(500.0) / 10.0;
    // Older members read their mails a little less often.
    let opened = 42.0 + 9.0 * keen - 0.25 * f64::from(age - 46) + 14.0 * draw.normal();
    Member {
        age,
        region: draw.weighted(&REGIONS.map(|(_, share, _)| share)),
        joined: Day(Day::of(2019, 10, 1).0 + draw.below(2_375) as i32),
        visits,
        yen: yen.round() as u32 * 10,
        opened: (!draw.chance(0.06)).then_some(opened.round().clamp(0.0, 100.0) as u32),
        questions: draw.count(0.9),
    }
}

impl Member {
    /// Log-odds of a renewal. Questions are harmless up to two; from three on they are complaints.
    fn leaning(&self) -> f64 {
        let years = f64::from(Day::of(2026, 4, 1).0 - self.joined.0) / 365.25;
        let mails = f64::from(self.opened.unwrap_or(25));
        let complaints = f64::from(self.questions.saturating_sub(2));
        // Many visits help less and less.
        let visits = libm::sqrt(f64::from(self.visits));
        -2.4 + 1.25 * visits + 0.028 * (mails - 40.0) + 0.16 * years - 1.6 * complaints
            + REGIONS[self.region].2
            + if self.age < 27 { -0.7 } else { 0.0 }
    }
}
