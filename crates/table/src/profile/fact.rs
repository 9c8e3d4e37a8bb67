//! What the columns show together: order and gaps of the dates, columns that follow from others, columns that give a label away.

use sanpo_api::{ColumnProfile, ColumnType, DAY_SECS, Grain, Note, Role};

use crate::cells::date::weekday;
use crate::layout::sums;
use crate::typing::{Column, Data, MISSING};

use super::role;

/// Rows that are looked at for columns that give a label away.
const ROWS: usize = 20_000;

/// All of it as notes.
pub fn all(columns: &[Column], profiles: &[ColumnProfile]) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(time) = profiles.iter().position(|p| p.role == Some(Role::Time)) {
        of_time(columns, profiles, time, &mut notes);
    }
    notes.extend(derived(columns, profiles).into_iter().map(|(column, from)| Note::Derived {
        column: columns[column].name.clone(),
        from: from.into_iter().map(|i| columns[i].name.clone()).collect(),
    }));
    notes.extend(leaks(columns, profiles));
    notes
}

fn of_time(columns: &[Column], profiles: &[ColumnProfile], time: usize, notes: &mut Vec<Note>) {
    let Data::Moments(values) = &columns[time].data else { return };
    let have: Vec<i64> = values.iter().copied().filter(|v| *v != i64::MIN).collect();
    let column = || columns[time].name.clone();
    if let Some(count) = role::repeated_dates(columns) {
        notes.push(Note::RepeatedDates { column: column(), count });
    }
    let falls = have.windows(2).filter(|w| w[1] < w[0]).count();
    let rises = have.windows(2).filter(|w| w[1] > w[0]).count();
    if rises == 0 && falls >= 3 {
        notes.push(Note::NewestFirst { column: column() });
    }
    if columns[time].grain == Some(Grain::Day) && profiles[time].n_unique >= 20 {
        let weekdays = missing_weekdays(&have);
        if !weekdays.is_empty() {
            notes.push(Note::WeeklyGaps { column: column(), weekdays });
        }
    }
}

/// Days of the week without any date, in dates that fill the other days nearly without a gap.
fn missing_weekdays(values: &[i64]) -> Vec<u8> {
    let mut days: Vec<i64> = values.iter().map(|v| v.div_euclid(DAY_SECS)).collect();
    days.sort_unstable();
    days.dedup();
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let of = |day: &i64| (day + 3).rem_euclid(7) as usize;
    let mut seen = [0usize; 7];
    days.iter().for_each(|day| seen[of(day)] += 1);
    let missing: Vec<u8> = (0..7).filter(|d| seen[*d as usize] == 0).collect();
    let open = 7 - missing.len() as i64;
    let expected = (last - first + 1) * open / 7;
    if missing.len() > 3 || (days.len() as i64) * 5 < expected * 4 { Vec::new() } else { missing }
}

/// Columns that follow from others: the weekday of the date, the sum of numbers.
pub fn derived(columns: &[Column], profiles: &[ColumnProfile]) -> Vec<(usize, Vec<usize>)> {
    let mut found = Vec::new();
    if let Some(sum) = sums::find(columns) {
        found.push((sum.column, sum.addends));
    }
    let time = profiles.iter().position(|p| p.role == Some(Role::Time));
    if let Some(time) = time
        && let Data::Moments(moments) = &columns[time].data
    {
        let weekdays = columns.iter().enumerate().filter(|(_, c)| is_weekday_of(c, moments));
        found.extend(weekdays.map(|(i, _)| (i, vec![time])));
    }
    found
}

fn is_weekday_of(column: &Column, moments: &[i64]) -> bool {
    let Data::Texts(codes, levels) = &column.data else { return false };
    if !(2..=7).contains(&levels.len()) {
        return false;
    }
    let days: Vec<Option<u8>> = levels.iter().map(weekday).collect();
    let pairs = || codes.iter().zip(moments).filter(|(c, m)| **c != MISSING && **m != i64::MIN);
    let right =
        pairs().filter(|(c, m)| days[**c as usize] == Some((m.div_euclid(DAY_SECS) + 3).rem_euclid(7) as u8)).count();
    right > 0 && right * 20 >= pairs().count() * 19
}

/// Columns of few texts of which each one means one value of the label, with several rows each.
fn leaks(columns: &[Column], profiles: &[ColumnProfile]) -> Vec<Note> {
    let Some(label) = profiles.iter().position(|p| p.role == Some(Role::Label)) else { return Vec::new() };
    let rows = columns[label].rows().min(ROWS);
    let classes: Vec<u64> = (0..rows).map(|row| columns[label].key(row)).collect();
    let gives_away = |(i, profile): &(usize, &ColumnProfile)| {
        let few = matches!(profile.kind, ColumnType::Category | ColumnType::Number)
            && (2..=20).contains(&profile.n_unique)
            && profile.role.is_none();
        *i != label && few && decides(&columns[*i], &classes)
    };
    let suspects = profiles.iter().enumerate().filter(gives_away);
    let note = |(_, p): (usize, &ColumnProfile)| Note::LeakSuspect {
        column: p.name.clone(),
        label: profiles[label].name.clone(),
    };
    suspects.map(note).collect()
}

/// Whether knowing the column means knowing the class in at least 99 of 100 rows, with both classes in play.
fn decides(column: &Column, classes: &[u64]) -> bool {
    let mut groups: std::collections::BTreeMap<u64, std::collections::BTreeMap<u64, usize>> = Default::default();
    for (row, class) in classes.iter().enumerate() {
        *groups.entry(column.key(row)).or_default().entry(*class).or_default() += 1;
    }
    let most: usize = groups.values().filter_map(|counts| counts.values().max()).sum();
    let mut whole: std::collections::BTreeMap<u64, usize> = Default::default();
    classes.iter().for_each(|class| *whole.entry(*class).or_default() += 1);
    let usual = whole.values().copied().max().unwrap_or(0);
    classes.len() >= 30 && most * 100 >= classes.len() * 99 && usual * 100 < classes.len() * 97
}
