//! The profile of one column.

use hashbrown::HashSet;
use sanpo_api::{Cell, ColumnProfile, ColumnType, Grain, Moment};

use crate::civil::iso;
use crate::typing::{Column, Data, Dictionary, MISSING, YearSource};

/// Different values are counted up to here.
const COUNT_LIMIT: usize = 100_000;

/// Bins of a histogram.
const BINS: usize = 16;

/// Summary of one column.
pub fn profile(column: &Column) -> ColumnProfile {
    let mut profile = ColumnProfile {
        name: column.name.clone(),
        kind: column.kind,
        unit: column.unit.clone(),
        grain: column.grain,
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
        Data::Numbers(values) => numbers(&mut profile, values),
        Data::Moments(values) => moments(&mut profile, values, column.year == YearSource::Unknown),
        Data::Texts(codes, levels) => texts(&mut profile, codes, levels),
    }
    profile
}

fn numbers(profile: &mut ColumnProfile, values: &[f64]) {
    let cell = |v: Option<&f64>| v.filter(|v| !v.is_nan()).map(|v| Cell::Number(*v));
    (profile.first, profile.last) = (cell(values.first()), cell(values.last()));
    let have = || values.iter().copied().filter(|v| !v.is_nan());
    profile.n_missing = values.len() - have().count();
    profile.n_unique = distinct(have().map(f64::to_bits));
    if profile.n_missing < values.len() {
        profile.sum = Some(have().sum::<f64>()).filter(|sum| sum.is_finite());
        profile.whole = have().all(|v| libm::trunc(v) == v);
    }
    range(profile, have());
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
    let mut order: Vec<u32> = (0..levels.len() as u32).collect();
    order.sort_by_key(|c| (std::cmp::Reverse(counts[*c as usize]), *c));
    let shorten = |c: &u32| (super::harmless(levels.get(*c)), counts[*c as usize]);
    profile.top = order.iter().take(5).map(shorten).collect();
}

/// Different values, counted up to the limit.
fn distinct(values: impl Iterator<Item = u64>) -> usize {
    let mut seen = HashSet::new();
    for value in values {
        seen.insert(value);
        if seen.len() >= COUNT_LIMIT {
            break;
        }
    }
    seen.len()
}

/// Smallest, largest, and counts in equal bins between them.
fn range(profile: &mut ColumnProfile, values: impl Iterator<Item = f64> + Clone) {
    let (mut min, mut max) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values.clone() {
        min = min.min(value);
        max = max.max(value);
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
