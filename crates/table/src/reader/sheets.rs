//! One table from the sheets of a workbook: those of one form below each other, or else one of them.

use std::cmp::Reverse;

use sanpo_api::{Choice, Choices};

use super::Laid;
use crate::layout::below::{self, Part};
use crate::layout::copy::Rows;
use crate::layout::days::Days;
use crate::layout::{self, Draft, form, naming};
use crate::records::Splitter;
use crate::typing::{self, Circumstances, Column, Data, YearSource};

/// The largest group of tables of one form, put below each other; a table that is like no other stands alone.
pub fn together(mut all: Vec<Laid>, choices: &Choices) -> Option<Laid> {
    if all.len() < 2 {
        return all.pop();
    }
    let group = without_repeats(&all, largest_group(&all), choices.has(&Choice::SheetsJoined));
    let mut members: Vec<(Laid, Vec<usize>)> = Vec::new();
    for (at, places) in group.into_iter().rev() {
        members.insert(0, (all.remove(at), places));
    }
    if members.len() < 2 {
        return members.pop().map(|(laid, _)| laid);
    }
    let (draft, days, own_year) = {
        let parts: Vec<Part> = members.iter().map(|(laid, places)| part(laid, places)).collect();
        let own_years: Vec<bool> = members.iter().map(|(laid, _)| laid.shape.own_year).collect();
        let days = Days::find(&parts).filter(|_| !choices.has(&Choice::JoinDate(false)));
        (join(&parts, choices, &own_years, days.as_ref()), days, !own_years.contains(&false))
    };
    let filled_before = filled(&members);
    let names: Vec<String> = members.iter().filter_map(|(laid, _)| laid.source.sheet.clone()).collect();
    let far_cells = members.iter().map(|(laid, _)| laid.source.reading.far_cells).sum();
    let (mut first, _) = members.swap_remove(0);
    let sheet = naming::of_sheets(&first.draft.extent.headings);
    let name = |days: Days| draft.columns.get(days.at).map(|c| (sheet.to_owned(), c.name.clone()));
    first.source.reading.dated = days.and_then(name);
    first.draft = draft;
    first.shape.filled_before = filled_before;
    first.shape.own_year = own_year;
    first.source.sheet = Some(called(&names));
    first.source.reading.far_cells = far_cells;
    first.source.reading.joined = names;
    Some(first)
}

/// What a sheet is called that adds up the others, or shows how they are filled in.
const NO_PARTS: [&str; 18] = [
    "合計",
    "総計",
    "集計",
    "全店",
    "全社",
    "全体",
    "まとめ",
    "一覧",
    "記入例",
    "見本",
    "原本",
    "雛形",
    "ひな形",
    "テンプレ",
    "total",
    "summary",
    "template",
    "example",
];

/// The group without sums, examples and copies of its other sheets. Sheets that are told apart by the month or by what they hold
/// are no copies, however alike.
fn without_repeats(all: &[Laid], group: Vec<(usize, Vec<usize>)>, together: bool) -> Vec<(usize, Vec<usize>)> {
    let name = |at: usize| all[at].source.sheet.as_deref().unwrap_or_default().to_lowercase();
    let is_part = |(at, _): &&(usize, Vec<usize>)| !NO_PARTS.iter().any(|word| name(*at).contains(word));
    let named: Vec<_> = group.iter().filter(is_part).cloned().collect();
    let group = if named.len() < 2 { group } else { named };
    let parts: Vec<Part> = group.iter().map(|(at, places)| part(&all[*at], places)).collect();
    if parts.len() < 2 || form::tell_themselves(&parts) || Days::find(&parts).is_some() {
        return group;
    }
    let rows: Vec<Rows> = parts.iter().map(Rows::of).collect();
    // The longest first; of two that are equal the one that is not called a copy, then the first one.
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|at| (Reverse(rows[*at].len()), rows[*at].is_named_so));
    let mut kept: Vec<usize> = Vec::new();
    for at in order {
        if !kept.iter().any(|other| rows[at].repeat(&rows[*other], together)) {
            kept.push(at);
        }
    }
    kept.sort_unstable();
    kept.into_iter().map(|at| group[at].clone()).collect()
}

fn part<'a>(laid: &'a Laid, places: &[usize]) -> Part<'a> {
    Part { draft: &laid.draft, places: places.to_vec(), name: laid.source.sheet.clone().unwrap_or_default() }
}

/// All sheets in a few words: 本店 + 駅前店, 1月 … 12月.
fn called(names: &[String]) -> String {
    match names {
        [first, .., last] if names.len() > 2 => format!("{first} … {last}"),
        _ => names.join(" + "),
    }
}

/// The tables of one form that have the most rows in all, and where they have the columns of the first of them. Of tables that are
/// all different, the one with the newest dates.
fn largest_group(all: &[Laid]) -> Vec<(usize, Vec<usize>)> {
    let like = |first: usize| -> Vec<(usize, Vec<usize>)> {
        let places = |at: usize| Some((at, form::places(&all[first].draft, &all[at].draft)?));
        (first..all.len()).filter_map(places).collect()
    };
    let rows = |group: &[(usize, Vec<usize>)]| group.iter().map(|(at, _)| all[*at].draft.extent.starts.len()).sum();
    let rank = |group: &Vec<(usize, Vec<usize>)>| -> (bool, Option<i64>, usize, Reverse<usize>) {
        let alone = group.len() < 2;
        let newest = if alone { form::newest(&all[group[0].0].draft) } else { None };
        (!alone, newest, rows(group), Reverse(group[0].0))
    };
    (0..all.len()).map(like).filter(|group| !group.is_empty()).max_by_key(rank).unwrap_or_default()
}

/// Types the tables as one.
fn join(parts: &[Part], choices: &Choices, own_years: &[bool], days: Option<&Days>) -> Draft {
    let with_names = days.is_none() && !form::tell_themselves(parts);
    let (text, extent) = below::join(parts, with_names, days);
    let around = Circumstances { choices, merges: &[] };
    let splitter = Splitter::new(&text, layout::DELIMITER);
    let (mut columns, dropped) = typing::columns(&splitter, &extent, &around, &mut |_| ());
    let shift = usize::from(with_names);
    if own_years.contains(&true) {
        for (at, column) in columns.iter_mut().skip(shift).enumerate() {
            keep_years(column, parts, own_years, at);
        }
    }
    if with_names && let Some(column) = columns.first_mut() {
        column.is_sheet = true;
    }
    let dropped = dropped + parts.iter().map(|part| part.draft.dropped).max().unwrap_or(0);
    Draft { text, delimiter: layout::DELIMITER, extent, columns, dropped }
}

/// Dates without a year keep the year that they have on their own sheet; whose sheet names none is still to be asked for.
fn keep_years(column: &mut Column, parts: &[Part], own_years: &[bool], at: usize) {
    let (Data::Moments(values), true) = (&mut column.data, column.year != YearSource::Cells) else { return };
    let (mut rest, mut year) = (values.as_mut_slice(), YearSource::Cells);
    for (part, has_own) in parts.iter().zip(own_years) {
        let own = part.column(at);
        let Some((here, below)) = rest.split_at_mut_checked(part.draft.extent.starts.len()) else { return };
        rest = below;
        match &own.data {
            Data::Moments(moments) if moments.len() == here.len() => here.copy_from_slice(moments),
            _ => continue,
        }
        if !has_own && year == YearSource::Cells {
            year = own.year;
        }
    }
    column.year = year;
}

/// Columns whose blanks were filled from above, and how many blanks, on all sheets.
fn filled(members: &[(Laid, Vec<usize>)]) -> Vec<(String, usize)> {
    let of = |laid: &Laid| {
        let now = laid.draft.columns.iter().map(|c| (c.name.clone(), c.n_filled()));
        laid.shape.filled_before.iter().cloned().chain(now).collect::<Vec<_>>()
    };
    let mut counts: Vec<(String, usize)> = Vec::new();
    for (name, count) in members.iter().flat_map(|(laid, _)| of(laid)).filter(|(_, count)| *count > 0) {
        match counts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += count,
            None => counts.push((name, count)),
        }
    }
    counts
}
