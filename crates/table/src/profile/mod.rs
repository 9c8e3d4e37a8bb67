//! What the first screen shows of a file.

mod column;
mod note;
mod role;
mod task;

use sanpo_api::{Ask, AskWhat, Choices, ColumnProfile, ColumnType, FileFacts, Outcome, Profile};

use crate::cells::date::{NO_YEAR, Style, parse};
use crate::extent::Extent;
use crate::records::Splitter;
use crate::typing::{Column, YearSource};

pub use note::Reading;

/// Rows shown on the first screen.
const PREVIEW_ROWS: usize = 200;

/// Longest text of a preview cell, in characters.
const PREVIEW_CHARS: usize = 200;

/// Makes the profile of a typed table.
pub fn of(
    file: FileFacts,
    reading: &Reading,
    choices: &Choices,
    splitter: &Splitter,
    extent: &Extent,
    columns: &[Column],
) -> Profile {
    let mut profiles: Vec<_> = columns.iter().map(column::profile).collect();
    role::assign(columns, &mut profiles, extent.starts.len());
    if let Some(unit) = title_unit(&extent.titles) {
        let bare = |p: &&mut ColumnProfile| p.kind == ColumnType::Number && p.unit.is_none();
        profiles.iter_mut().filter(bare).for_each(|p| p.unit = Some(unit.clone()));
    }
    let asks = asks(reading, extent, columns);
    let notes = note::all(reading, extent, columns);
    let outcome = match () {
        () if !asks.is_empty() => Outcome::Ask,
        () if note::is_warning(&notes) || columns.iter().any(|c| c.repaired) || role::repeats_dates(columns) => {
            Outcome::Warn
        }
        () => Outcome::Ok,
    };
    let tasks = task::suiting(&profiles, extent.starts.len());
    let preview = preview(splitter, extent, columns);
    Profile { file, columns: profiles, preview, notes, outcome, asks, choices: choices.clone(), tasks }
}

/// The unit that a title gives for the whole table: `（単位：百万円）`.
fn title_unit(titles: &[String]) -> Option<String> {
    let named = |title: &String| {
        let (_, after) = title.split_once("単位")?;
        let unit: String = after
            .trim_start_matches([':', '：', ' ', '\u{3000}'])
            .chars()
            .take_while(|c| !matches!(c, ')' | '）' | ']' | '］' | '、' | ',' | ' ' | '\u{3000}'))
            .collect();
        (1..=8).contains(&unit.chars().count()).then_some(unit)
    };
    titles.iter().find_map(named)
}

fn asks(reading: &Reading, extent: &Extent, columns: &[Column]) -> Vec<Ask> {
    let mut asks = Vec::new();
    let mut ask = |what: AskWhat| asks.push(Ask { what, options: Vec::new() });
    if columns.iter().any(|c| c.year != YearSource::Cells) || heads_months(extent) {
        ask(AskWhat::Year);
    }
    if columns.iter().any(|c| c.swappable) {
        ask(AskWhat::DayMonthOrder);
    }
    if !reading.has_header {
        ask(AskWhat::ColumnNames);
    }
    if columns.len() == 1 && columns[0].grain.is_none() {
        ask(AskWhat::NoDateColumn);
    }
    asks
}

/// Months without a year stand side by side as column heads.
fn heads_months(extent: &Extent) -> bool {
    let month = |text: &str| parse(text, Style::PLAIN).is_some_and(|d| d.moment.civil().year == i64::from(NO_YEAR));
    extent.headings.iter().filter(|h| month(&h.raw)).count() >= 4
}

/// The first rows in the user's own text, with characters that could disturb a screen made harmless.
fn preview(splitter: &Splitter, extent: &Extent, columns: &[Column]) -> Vec<Vec<String>> {
    let mut fields = Vec::new();
    let row = |start: &u32| {
        splitter.record(*start as usize, &mut fields);
        let cell = |c: &Column| fields.get(c.field).map_or(String::new(), |f| harmless(&f.text(splitter.text())));
        columns.iter().map(cell).collect()
    };
    extent.starts.iter().take(PREVIEW_ROWS).map(row).collect()
}

/// Control characters become blanks; marks that turn the writing direction vanish.
pub fn harmless(text: &str) -> String {
    let keep = |c: char| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let mut out: String =
        text.chars().filter(|c| keep(*c)).map(|c| if c.is_control() { ' ' } else { c }).take(PREVIEW_CHARS).collect();
    if text.chars().count() > PREVIEW_CHARS {
        out.push('…');
    }
    out
}
