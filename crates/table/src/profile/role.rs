//! What each column seems to be for. Each role goes to one column at most (identifiers excepted), by words and content.

use hashbrown::HashSet;
use sanpo_api::{ColumnProfile, ColumnType, Role};

use super::column::COUNT_LIMIT;
use super::words::{AMOUNT, CUSTOMER, DEMAND, LABEL, PERSON, QUANTITY, SERIES, UNIT_PRICE, VALUE};
use crate::typing::{Column, Data, Hint, MISSING, has_word};

/// Gives every column its role.
pub fn assign(columns: &[Column], profiles: &mut [ColumnProfile], rows: usize) {
    let hints: Vec<Hint> = columns.iter().map(|c| Hint::of(&c.name)).collect();
    let time = time(profiles, &hints, rows);
    let customer = customer(profiles, &hints, rows);
    let mut set = |at: Option<usize>, role: Role| {
        if let Some(profile) = at.and_then(|i| profiles.get_mut(i)) {
            profile.role.get_or_insert(role);
        }
    };
    set(time, Role::Time);
    set(customer, Role::Customer);
    let series = time.filter(|_| customer.is_none()).and_then(|t| series(columns, profiles, &hints, t, rows));
    if let Some(profile) = series.and_then(|i| profiles.get_mut(i)) {
        profile.role = Some(Role::Series);
    }
    mark_identifiers(columns, profiles, rows);
    if customer.is_some() && time.is_some() {
        match best_number(profiles, &hints, AMOUNT) {
            Some(amount) => give(profiles, Some(amount), Role::Amount),
            None => priced(profiles, &hints),
        }
    } else if time.is_some() {
        let value = best_number(profiles, &hints, VALUE).or_else(|| first_number(profiles));
        give(profiles, value, Role::Value);
    }
    for (column, _) in super::fact::derived(columns, profiles) {
        // A sum of the others is what many want to forecast: it stays the value where it was named so.
        give(profiles, Some(column), Role::Derived);
    }
    let label = label(profiles, &hints, rows, time.is_some());
    give(profiles, label, Role::Label);
}

/// A log without an amount: the price of a piece and how many were bought. Without a quantity a row is one purchase at its price.
fn priced(profiles: &mut [ColumnProfile], hints: &[Hint]) {
    let price = best_number(profiles, hints, UNIT_PRICE);
    let quantity = best_number(profiles, hints, QUANTITY);
    give(profiles, price, if quantity.is_some() { Role::UnitPrice } else { Role::Amount });
    give(profiles, quantity, Role::Quantity);
}

fn give(profiles: &mut [ColumnProfile], at: Option<usize>, role: Role) {
    if let Some(profile) = at.and_then(|i| profiles.get_mut(i)) {
        profile.role.get_or_insert(role);
    }
}

/// The date column with the most values; a date word in the header breaks a tie, then the order in the file.
fn time(profiles: &[ColumnProfile], hints: &[Hint], rows: usize) -> Option<usize> {
    let dates = profiles.iter().enumerate().filter(|(_, p)| p.kind == ColumnType::Date && p.n_missing * 2 <= rows);
    dates
        .max_by_key(|(i, p)| (rows - p.n_missing, p.n_unique > 1, hints[*i].date || hints[*i].month, usize::MAX - i))
        .map(|(i, _)| i)
}

/// A column of customers: by its words, not a number to calculate with.
fn customer(profiles: &[ColumnProfile], hints: &[Hint], rows: usize) -> Option<usize> {
    let fits = |(i, p): &(usize, &ColumnProfile)| {
        matches!(p.kind, ColumnType::Id | ColumnType::Category | ColumnType::Text)
            && has_word(&hints[*i].words, CUSTOMER)
            && p.n_unique > 1
            && p.n_missing * 2 <= rows
            && (p.n_unique > 5 || p.n_unique * 3 > rows)
    };
    profiles
        .iter()
        .enumerate()
        .filter(fits)
        .max_by_key(|(i, p)| (p.kind == ColumnType::Id, usize::MAX - i))
        .map(|(i, _)| i)
}

/// Whether the heading speaks of a number that people sell, lend or count by the day.
pub fn is_demand(profile: &ColumnProfile) -> bool {
    profile.kind == ColumnType::Number && profile.n_unique > 1 && has_word(&Hint::of(&profile.name).words, DEMAND)
}

/// Whether a text names something that is measured.
pub fn is_measure(text: &str) -> bool {
    let words = Hint::of(text).words;
    [VALUE, AMOUNT, QUANTITY].iter().any(|lexicon| has_word(&words, lexicon))
}

/// Whether a heading says that the column holds names of people.
pub fn is_person(heading: &str) -> bool {
    let words = Hint::of(heading).words;
    let pairs = ["first name", "last name", "full name", "family name", "given name"];
    has_word(&words, PERSON) || pairs.iter().any(|pair| words.contains(pair))
}

/// Whether a heading speaks of a class that one may want to predict.
pub fn is_label(heading: &str) -> bool {
    has_word(&Hint::of(heading).words, LABEL)
}

/// What tells series apart: a column of few texts, where dates repeat in the file but hardly within one text.
fn series(columns: &[Column], profiles: &[ColumnProfile], hints: &[Hint], time: usize, rows: usize) -> Option<usize> {
    let dated = rows - profiles[time].n_missing;
    if profiles[time].n_unique * 10 > dated * 9 && profiles[time].n_unique < COUNT_LIMIT {
        return None;
    }
    let fits = |p: &ColumnProfile| {
        matches!(p.kind, ColumnType::Category | ColumnType::Id)
            && p.n_unique > 1
            && p.n_unique * 2 <= rows
            && p.n_missing * 10 <= rows
    };
    // The sheets are needed to tell the rows apart, or their names would not be among the columns.
    if let Some(sheets) = (0..columns.len()).find(|i| columns[*i].is_sheet && fits(&profiles[*i])) {
        return Some(sheets);
    }
    let mut best: Option<(f64, usize)> = None;
    for (i, _) in profiles.iter().enumerate().filter(|(_, p)| fits(p)) {
        let worded = has_word(&hints[i].words, SERIES);
        let apart = pairs_frac(columns, i, time);
        let score = apart + if worded { 0.15 } else { 0.0 };
        if (apart > 0.9 || worded) && best.is_none_or(|(s, _)| score > s + 1e-9) {
            best = Some((score, i));
        }
    }
    best.map(|(_, i)| named(columns, profiles, i))
}

/// The column of names for a column of codes, if each code has one name and each name one code: people know the shop by its name.
fn named(columns: &[Column], profiles: &[ColumnProfile], codes: usize) -> usize {
    if !is_coded(&columns[codes]) {
        return codes;
    }
    let names = |i: &usize| {
        matches!(profiles[*i].kind, ColumnType::Category | ColumnType::Text)
            && profiles[*i].n_unique == profiles[codes].n_unique
            && !is_coded(&columns[*i])
            && are_one_to_one(&columns[*i], &columns[codes])
    };
    (0..columns.len()).find(names).unwrap_or(codes)
}

/// Texts of letters of the alphabet and digits, each with a digit.
fn is_coded(column: &Column) -> bool {
    let Data::Texts(_, levels) = &column.data else { return false };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    levels.iter().all(|text| text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(plain))
}

fn are_one_to_one(a: &Column, b: &Column) -> bool {
    let (Data::Texts(a, _), Data::Texts(b, _)) = (&a.data, &b.data) else { return false };
    let mut pairs: Vec<(u32, u32)> = a.iter().copied().zip(b.iter().copied()).collect();
    pairs.sort_unstable();
    pairs.dedup();
    let left = pairs.windows(2).all(|w| w[0].0 != w[1].0);
    pairs.sort_unstable_by_key(|(_, b)| *b);
    left && pairs.windows(2).all(|w| w[0].1 != w[1].1)
}

/// Share of the sampled rows whose pair of text and date is their own.
fn pairs_frac(columns: &[Column], series: usize, time: usize) -> f64 {
    let (Data::Texts(codes, _), Data::Moments(moments)) = (&columns[series].data, &columns[time].data) else {
        return 0.0;
    };
    let mut seen = HashSet::new();
    let (mut own, mut all) = (0usize, 0usize);
    for (code, moment) in codes.iter().zip(moments).filter(|(c, m)| **c != MISSING && **m != i64::MIN).take(200_000) {
        all += 1;
        own += usize::from(seen.insert((*code, *moment)));
    }
    own as f64 / all.max(1) as f64
}

/// Ids that differ in nearly every row, and row numbers.
fn mark_identifiers(columns: &[Column], profiles: &mut [ColumnProfile], rows: usize) {
    for (column, profile) in columns.iter().zip(profiles) {
        let id =
            profile.kind == ColumnType::Id && (profile.n_unique * 10 > rows * 9 || profile.n_unique >= COUNT_LIMIT);
        let number = matches!(&column.data, Data::Numbers(values) if is_row_number(values));
        if (id || number) && profile.role.is_none() {
            profile.role = Some(Role::Identifier);
        }
    }
}

/// 0, 1, 2 ... or 1, 2, 3 ... down the whole column.
fn is_row_number(values: &[f64]) -> bool {
    values.len() >= 5 && (values[0] == 0.0 || values[0] == 1.0) && values.windows(2).all(|w| w[1] - w[0] == 1.0)
}

fn usable(p: &ColumnProfile) -> bool {
    p.kind == ColumnType::Number && p.role.is_none() && p.n_unique > 0
}

/// The first number whose header has one of the words; the words come in order of weight.
fn best_number(profiles: &[ColumnProfile], hints: &[Hint], words: &[&str]) -> Option<usize> {
    let worded = |i: usize| words.iter().position(|w| has_word(&hints[i].words, &[w]));
    let candidates = profiles.iter().enumerate().filter(|(_, p)| usable(p) && p.n_unique > 1);
    candidates.filter_map(|(i, _)| Some((worded(i)?, i))).min().map(|(_, i)| i)
}

fn first_number(profiles: &[ColumnProfile]) -> Option<usize> {
    let varied = profiles.iter().position(|p| usable(p) && p.n_unique > 1);
    varied.or_else(|| profiles.iter().position(usable))
}

/// A class worth predicting: few values, with a word for it, or else the last column of a table without dates.
fn label(profiles: &[ColumnProfile], hints: &[Hint], rows: usize, dated: bool) -> Option<usize> {
    let fits = |p: &ColumnProfile| {
        let kind = matches!(p.kind, ColumnType::Category | ColumnType::Number);
        kind && p.role.is_none() && (2..=20).contains(&p.n_unique) && p.n_unique * 5 <= rows && p.n_missing * 5 <= rows
    };
    let worded = profiles.iter().enumerate().filter(|(i, p)| fits(p) && has_word(&hints[*i].words, LABEL));
    let edge = profiles.len() - 1;
    // Labels stand at the edge of a table more often than inside it.
    let worded = worded.max_by_key(|(i, p)| (*i == edge || *i == 0, p.n_unique == 2, *i)).map(|(i, _)| i);
    worded.or_else(|| (!dated && profiles.len() > 1 && fits(&profiles[edge])).then_some(edge))
}

/// Dates that come twice in a table without anything that would tell the rows apart: how many rows beyond the first of a date.
pub fn repeated_dates(columns: &[Column]) -> Option<usize> {
    let apart = columns.iter().any(|c| matches!(c.kind, ColumnType::Category | ColumnType::Id | ColumnType::Text));
    let mut dates = columns.iter().filter_map(|c| match &c.data {
        Data::Moments(values) => Some(values),
        _ => None,
    });
    let (Some(values), None, false) = (dates.next(), dates.next(), apart) else { return None };
    let mut seen = HashSet::new();
    let repeated = values.iter().filter(|v| **v != i64::MIN && !seen.insert(**v)).count();
    (repeated > 0 && repeated * 5 < values.len()).then_some(repeated)
}
