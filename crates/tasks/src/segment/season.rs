//! Groups of customers that buy in a few months of the year.
//!
//! In plain words: gifts are bought in July and December. A group whose purchases lie in two or three months of the year, far less of
//! all purchases do, and which are not simply one stretch of time: whoever is new or has left also has few months.

use sanpo_api::{DAY_SECS, Phrase, SegmentPhrase};
use sanpo_table::Rfm;

/// Days that a log needs for all months of the year.
const YEAR: i64 = 330;
/// Months of the year that are few.
const FEW: usize = 3;
/// Share of the group's purchases in these months, at least, and of all purchases, at most.
const MOST: f64 = 0.8;
const USUAL: f64 = 0.5;

/// The months in which the group buys, if they are few.
pub fn months(rfm: &Rfm, group: &[u32], own: u32) -> Option<Phrase> {
    if rfm.until.0 - rfm.since.0 < YEAR * DAY_SECS {
        return None;
    }
    let sum = |keep: &dyn Fn(u32) -> bool| {
        let mut sums = [0.0; 12];
        for (months, _) in rfm.months.iter().zip(group).filter(|(_, g)| keep(**g)) {
            sums.iter_mut().zip(months).for_each(|(sum, days)| *sum += f64::from(*days));
        }
        sums
    };
    let (inside, all) = (sum(&|g| g == own), sum(&|_| true));
    let share = |sums: &[f64; 12], months: &[usize]| {
        months.iter().map(|&month| sums[month]).sum::<f64>() / sums.iter().sum::<f64>().max(1.0)
    };
    let mut order: Vec<usize> = (0..12).collect();
    order.sort_by(|&a, &b| inside[b].total_cmp(&inside[a]).then(a.cmp(&b)));
    let few = (2..=FEW).map(|n| &order[..n]).find(|few| share(&inside, few) >= MOST)?;
    let mut few = few.to_vec();
    few.sort_unstable();
    let apart = few.iter().filter(|&&month| !few.contains(&((month + 1) % 12))).count() > 1;
    let months = few.iter().map(|&month| month as u8 + 1).collect();
    (apart && share(&all, &few) <= USUAL).then_some(Phrase::Segment(SegmentPhrase::TraitMonths { months }))
}
