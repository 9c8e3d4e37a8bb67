//! A shop's sales log: 1,500 members who buy in six different ways.

use sanpo_api::Lang;

use super::calendar::Day;
use super::draw::Draw;
use super::paper::{Paper, Word, money, say};

const MEMBERS: usize = 1_500;
const GROUPS: [Word; 6] = [
    ("食品", "Food"),
    ("日用品", "Household"),
    ("衣料品", "Clothing"),
    ("生活雑貨", "Homeware"),
    ("家電", "Electronics"),
    ("ギフト", "Gifts"),
];

/// A way of buying.
struct Habit {
    /// Share of the members.
    share: f64,
    /// Days between two purchases, on average.
    gap_days: f64,
    /// Yen a purchase, on average.
    amount: f64,
    /// Weights of the product groups.
    taste: [f64; 6],
    /// Months in which these members buy; all of them when empty.
    months: &'static [i32],
    /// How long they stay, as a share of the time: from and to.
    stay: (f64, f64),
}

/// Regulars, monthly buyers, bargain hunters, gift givers, members who left, and members who joined lately.
const HABITS: [Habit; 6] = [
    habit(0.10, 12.0, 2_100.0, [6.0, 3.0, 0.4, 0.5, 0.1, 0.1], &[], (0.0, 1.0)),
    habit(0.25, 34.0, 6_400.0, [4.0, 4.0, 1.0, 1.5, 0.3, 0.2], &[], (0.0, 1.0)),
    habit(0.20, 12.0, 3_200.0, [0.5, 1.0, 5.0, 3.0, 0.6, 0.1], &[1, 7], (0.0, 1.0)),
    habit(0.12, 18.0, 12_500.0, [0.5, 0.1, 0.5, 0.6, 0.5, 6.0], &[6, 7, 12], (0.0, 1.0)),
    habit(0.18, 24.0, 4_000.0, [4.0, 3.0, 1.0, 1.0, 0.3, 0.2], &[], (0.0, 0.55)),
    habit(0.15, 17.0, 3_600.0, [4.0, 2.5, 1.5, 1.5, 0.4, 0.2], &[], (0.75, 1.0)),
];

const fn habit(
    share: f64,
    gap_days: f64,
    amount: f64,
    taste: [f64; 6],
    months: &'static [i32],
    stay: (f64, f64),
) -> Habit {
    Habit { share, gap_days, amount, taste, months, stay }
}

/// The file of a seed: member, day, product group, yen; by day.
pub fn file(seed: u64, lang: Lang) -> Vec<u8> {
    let mut draw = Draw::new(seed);
    let (first, last) = (Day::of(2025, 4, 1), Day::of(2026, 9, 30));
    let mut sales: Vec<(Day, usize, usize, u32)> = Vec::new();
    for member in 0..MEMBERS {
        let habit = &HABITS[draw.weighted(&HABITS.map(|habit| habit.share))];
        buy(habit, member, first, last, &mut draw, &mut sales);
    }
    sales.sort();
    let mut paper = Paper::new(
        lang,
        &[("会員番号", "Member ID"), ("購入日", "Purchase date"), ("商品分類", "Category"), ("金額(円)", "Amount ($)")],
    );
    for (day, member, group, amount) in sales {
        paper.row(&[number(member), day.text(lang), say(lang, GROUPS[group]).into(), money(lang, amount)]);
    }
    paper.utf8()
}

fn buy(
    habit: &Habit,
    member: usize,
    first: Day,
    last: Day,
    draw: &mut Draw,
    sales: &mut Vec<(Day, usize, usize, u32)>,
) {
    let span = f64::from(last.0 - first.0);
    let pace = 1.0 + 0.25 * draw.normal().clamp(-2.0, 2.0);
    let size = 1.0 + 0.22 * draw.normal().clamp(-2.5, 2.5);
    // Not everybody comes or goes at the same time.
    let (enters, leaves) = habit.stay;
    let joins_frac = if enters > 0.0 { enters + 0.15 * draw.unit() } else { 0.0 };
    let leaves_frac = if leaves < 1.0 { leaves - 0.15 * draw.unit() } else { 1.0 };
    let from = first.0 + (span * joins_frac) as i32;
    let until = first.0 + (span * leaves_frac) as i32;
    for day in Day(from).to(Day(until)) {
        let month = day.date().1;
        let weekend = if day.weekday() >= 5 || day.is_holiday() { 1.7 } else { 0.72 };
        let open = habit.months.is_empty() || habit.months.contains(&month);
        if !open || day.month_day() == 101 || !draw.chance(weekend * pace / habit.gap_days) {
            continue;
        }
        let group = draw.weighted(&habit.taste);
        sales.push((day, member, group, amount(habit.amount * size, draw)));
    }
}

/// Yen, skewed to the right, at prices that end in 0 or 8.
fn amount(mean: f64, draw: &mut Draw) -> u32 {
    let spread = (1.0 + 0.42 * draw.normal()).max(0.12);
    let tail = if draw.chance(0.06) { 2.4 } else { 0.92 };
    let tens = (mean * spread * tail / 10.0) as u32;
    tens.max(10) * 10 + if draw.chance(0.5) { 8 } else { 0 }
}

/// Six digits; early members have leading zeros.
fn number(member: usize) -> String {
    format!("{:06}", 137 + member * 89)
}
