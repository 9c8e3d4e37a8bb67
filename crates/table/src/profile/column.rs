//! The profile of one column.

use sanpo_api::{Cell, ColumnProfile, ColumnType, Grain, Moment};

use crate::cells::number;
use crate::civil::iso;
use crate::typing::{Column, Data, Dictionary, MISSING, YearSource};

/// Different values of a column are counted up to here.
pub const COUNT_LIMIT: usize = 100_000;

/// Bins of a histogram.
const BINS: usize = 16;

/// Summary of one column.
pub fn profile(column: &Column) -> ColumnProfile {
    let mut profile = ColumnProfile {
        name: column.name.clone(),
        kind: column.kind,
        unit: column.unit.clone(),
        grain: column.grain,
        step: None,
        first: None,
        last: None,
        n_missing: 0,
        n_closed: column.closed.len(),
        made: !column.made_from.is_empty(),
        n_unique: 0,
        sum: None,
        min: None,
        max: None,
        whole: false,
        top: Vec::new(),
        histogram: Vec::new(),
        role: None,
    };
    match &column.data {
        Data::Numbers(values) => numbers(&mut profile, values, column.is_share()),
        Data::Moments(values) => moments(&mut profile, values, column.year == YearSource::Unknown),
        Data::Texts(codes, levels) => texts(&mut profile, codes, levels),
    }
    profile
}

fn numbers(profile: &mut ColumnProfile, values: &[f64], is_share: bool) {
    let cell = |v: Option<&f64>| v.filter(|v| !v.is_nan()).map(|v| Cell::Number(*v));
    (profile.first, profile.last) = (cell(values.first()), cell(values.last()));
    let (mut count, mut sum, mut whole) = (0, 0.0, true);
    for value in values.iter().copied().filter(|v| !v.is_nan()) {
        count += 1;
        sum += value;
        whole &= is_whole(value);
    }
    profile.n_missing = values.len() - count;
    let have = || values.iter().copied().filter(|v| !v.is_nan());
    profile.n_unique = distinct(have().map(f64::to_bits));
    if count > 0 {
        profile.sum = Some(sum).filter(|sum: &f64| sum.is_finite());
        profile.whole = whole;
    }
    range(profile, have());
    if is_share {
        // Like the values that tasks get, in the unit of the column.
        (profile.min, profile.max) = (profile.min.map(number::in_percent), profile.max.map(number::in_percent));
    }
}

/// Beyond 2^53 every number is whole; below, the way through an integer is quick and exact.
fn is_whole(value: f64) -> bool {
    value.abs() >= 9_007_199_254_740_992.0 || value as i64 as f64 == value
}

fn moments(profile: &mut ColumnProfile, values: &[i64], yearless: bool) {
    let grain = profile.grain.unwrap_or(Grain::Day);
    let cell = |v: Option<&i64>| {
        v.filter(|v| **v != i64::MIN)
            .map(|v| Cell::Text(if yearless { without_year(Moment(*v), grain) } else { iso(Moment(*v), grain) }))
    };
    (profile.first, profile.last) = (cell(values.first()), cell(values.last()));
    let have = || values.iter().copied().filter(|v| *v != i64::MIN);
    profile.n_missing = values.len() - have().count();
    profile.n_unique = distinct(have().map(|v| v as u64));
    range(profile, have().map(|v| v as f64));
}

fn without_year(moment: Moment, grain: Grain) -> String {
    let c = moment.civil();
    if grain == Grain::Month { format!("--{:02}", c.month) } else { format!("--{:02}-{:02}", c.month, c.day) }
}

fn texts(profile: &mut ColumnProfile, codes: &[u32], levels: &Dictionary) {
    let cell = |c: Option<&u32>| c.filter(|c| **c != MISSING).map(|c| Cell::Text(levels.get(*c).to_owned()));
    (profile.first, profile.last) = (cell(codes.first()), cell(codes.last()));
    profile.n_missing = codes.iter().filter(|c| **c == MISSING).count();
    profile.n_unique = levels.len().min(COUNT_LIMIT);
    let mut counts = vec![0usize; levels.len()];
    for code in codes.iter().filter(|c| **c != MISSING) {
        counts[*code as usize] += 1;
    }
    let shorten = |c: &u32| (super::harmless(levels.get(*c)), counts[*c as usize]);
    profile.top = most_frequent(&counts).iter().map(shorten).collect();
}

/// The codes of the five highest counts, the first to appear before others of its count.
fn most_frequent(counts: &[usize]) -> Vec<u32> {
    let mut top: Vec<u32> = Vec::with_capacity(6);
    for (code, count) in counts.iter().enumerate() {
        if top.len() == 5 && counts[top[4] as usize] >= *count {
            continue;
        }
        let place = top.partition_point(|c| counts[*c as usize] >= *count);
        top.insert(place, code as u32);
        top.truncate(5);
    }
    top
}

/// Different values, counted up to the limit. Neighbours are often equal, and then need no look at the set.
fn distinct(values: impl Iterator<Item = u64>) -> usize {
    let mut seen = Seen::default();
    let mut before = None;
    for value in values {
        if before != Some(value) {
            seen.add(value);
            if seen.count >= COUNT_LIMIT {
                break;
            }
        }
        before = Some(value);
    }
    seen.count
}

/// A set of numbers that only counts. Zero marks a free place and is counted by itself.
#[derive(Default)]
struct Seen {
    places: Vec<u64>,
    count: usize,
    zero: bool,
}

impl Seen {
    fn add(&mut self, value: u64) {
        if value == 0 {
            self.count += usize::from(!self.zero);
            self.zero = true;
            return;
        }
        // At most half of the places are taken.
        if self.count * 2 >= self.places.len() {
            let grown = vec![0; (self.places.len() * 4).max(1 << 10)];
            let old = std::mem::replace(&mut self.places, grown);
            old.into_iter().filter(|value| *value != 0).for_each(|value| {
                self.insert(value);
            });
        }
        self.count += usize::from(self.insert(value));
    }

    /// Whether it was not there; there must be a free place.
    fn insert(&mut self, value: u64) -> bool {
        let mask = self.places.len() - 1;
        // Multiplied by an odd number near the golden ratio of 2^64, the highest bits depend on all others.
        let spread = (value ^ value >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut at = (spread >> (64 - self.places.len().ilog2())) as usize & mask;
        loop {
            match self.places[at] {
                0 => {
                    self.places[at] = value;
                    return true;
                }
                found if found == value => return false,
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// Smallest, largest, and counts in equal bins between them.
fn range(profile: &mut ColumnProfile, values: impl Iterator<Item = f64> + Clone) {
    let (mut min, mut max) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values.clone() {
        if value < min {
            min = value;
        }
        if value > max {
            max = value;
        }
    }
    if min > max {
        return;
    }
    (profile.min, profile.max) = (Some(min), Some(max));
    let bins = if min == max || profile.kind == ColumnType::Empty { 1 } else { profile.n_unique.clamp(1, BINS) };
    let mut histogram = vec![0u32; bins];
    for value in values {
        // Halves keep the width finite where max - min would overflow.
        let at = (value / 2.0 - min / 2.0) / (max / 2.0 - min / 2.0) * bins as f64;
        histogram[(at as usize).min(bins - 1)] += 1;
    }
    profile.histogram = histogram;
}
