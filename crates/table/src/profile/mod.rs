//! What the first screen shows of a file.

pub mod ask;
mod column;
mod fact;
mod note;
mod role;
mod task;
mod words;

use std::borrow::Cow;

use sanpo_api::{AskOption, Choice, Choices, ColumnProfile, ColumnType, FileFacts, Layout, Outcome, Profile, Role};

use crate::cells::unit;
use crate::decode::Garbled;
use crate::extent::Extent;
use crate::grid;
use crate::layout::Wide;
use crate::table::Table;
use crate::typing::{Column, Data};

pub use column::COUNT_LIMIT;
pub use role::{is_label, is_measure, is_person};

/// Rows shown on the first screen.
const PREVIEW_ROWS: usize = 200;

/// Longest text of a preview cell, in characters.
const PREVIEW_CHARS: usize = 200;

/// What happened before the columns were typed.
#[derive(Default)]
pub struct Reading {
    /// Usual name of the encoding.
    pub encoding: &'static str,
    /// Characters that could not be decoded.
    pub bad_characters: usize,
    /// Lines in another encoding were mixed in.
    pub glued: bool,
    /// The text had been garbled before.
    pub garbled: Option<Garbled>,
    /// The sheets that were put below each other.
    pub joined: Vec<String>,
    /// Days that were made dates with the month that their sheet is called by: what the sheets are, and the column.
    pub dated: Option<(String, String)>,
    /// Other sheets of the workbook that hold something.
    pub other_sheets: usize,
    /// Cells of the workbook left out because they stand far from the table.
    pub far_cells: usize,
    /// Rows in which numbers were joined at their thousands comma.
    pub thousands: usize,
    /// Columns dropped at the right edge.
    pub dropped: usize,
}

/// How the table lies in the file, and how else it could.
#[derive(Default)]
pub struct Shape {
    /// The file has a header, or the person said so.
    pub has_header: bool,
    /// The person said whether there is one.
    pub header_settled: bool,
    /// The sheets of a workbook to choose from, if nobody has chosen.
    pub sheets: Vec<AskOption>,
    /// The sheet names a year of its own, which no answer about all of them changes.
    pub own_year: bool,
    /// The first row's cells, for the question about names.
    pub first_cells: Vec<String>,
    /// Headers of tables below each other, if there are several and nobody has chosen; and which one is used.
    pub stacked: Vec<Vec<String>>,
    /// The table in force.
    pub stacked_used: Option<usize>,
    /// Headers of tables side by side, if there are several and nobody has chosen.
    pub beside: Vec<Vec<String>>,
    /// One measure over many columns, if nobody has said how to use it.
    pub wide: Option<Wide>,
    /// Headings of its first columns.
    pub wide_heads: Vec<String>,
    /// Columns whose blanks were filled before the table was written again, and how many blanks.
    pub filled_before: Vec<(String, usize)>,
    /// The table was written again in another layout, from this one.
    pub turned: Option<(Layout, Wide, Vec<String>)>,
}

impl Shape {
    /// The decisions that hold for a sheet: where each names its own year, the one of the first date is not that of all.
    pub fn own_choices<'a>(&self, choices: &'a Choices) -> Cow<'a, Choices> {
        let is_year = |choice: &&Choice| matches!(choice, Choice::Year(_));
        if !self.own_year || !choices.iter().any(|choice| is_year(&choice)) {
            return Cow::Borrowed(choices);
        }
        Cow::Owned(choices.iter().filter(|choice| !is_year(choice)).cloned().collect())
    }
}

/// Everything that a profile is made from.
pub struct Found<'a> {
    /// What happened before.
    pub reading: &'a Reading,
    /// The sheet of a workbook that was read.
    pub sheet: Option<String>,
    /// How the table lies.
    pub shape: &'a Shape,
    /// Where it is.
    pub extent: &'a Extent,
    /// What its columns hold.
    pub columns: &'a [Column],
    /// The person's decisions.
    pub choices: &'a Choices,
}

/// Makes the profile of a typed table; its preview is still empty.
pub fn of(file: FileFacts, found: &Found) -> Profile {
    let Found { extent, columns, shape, choices, .. } = found;
    let mut profiles: Vec<_> = columns.iter().map(column::profile).collect();
    role::assign(columns, &mut profiles, extent.starts.len());
    distances(columns, &mut profiles);
    if let Some(unit) = title_unit(extent) {
        let bare = |p: &&mut ColumnProfile| p.kind == ColumnType::Number && p.unit.is_none();
        profiles.iter_mut().filter(bare).for_each(|p| p.unit = Some(unit.clone()));
    }
    let asks = ask::all(shape, columns);
    let notes = note::all(found, &profiles);
    let outcome = match () {
        () if !asks.is_empty() => Outcome::Ask,
        () if note::is_warning(&notes) || extent.doubtful => Outcome::Warn,
        () => Outcome::Ok,
    };
    let tasks = task::suiting(&profiles, columns, extent.starts.len());
    let choices = (*choices).clone();
    Profile { file, columns: profiles, preview: Vec::new(), notes, outcome, asks, choices, tasks }
}

/// How far apart the dates of each column are, within each series where there are several.
fn distances(columns: &[Column], profiles: &mut [ColumnProfile]) {
    let series = profiles.iter().position(|p| p.role == Some(Role::Series)).and_then(|i| match &columns[i].data {
        Data::Texts(codes, _) => Some(codes),
        Data::Numbers(_) | Data::Moments(_) => None,
    });
    for (column, profile) in columns.iter().zip(profiles) {
        if let (Data::Moments(values), Some(grain)) = (&column.data, profile.grain) {
            profile.step = grid::distance(values, series.map(Vec::as_slice), grain);
        }
    }
}

/// The first rows in the user's own text, with characters that could disturb a screen made harmless.
pub fn preview(table: &Table) -> Vec<Vec<String>> {
    let row = |row: usize| table.original_row(row).iter().map(|cell| harmless(cell)).collect();
    (0..table.rows().min(PREVIEW_ROWS)).map(row).collect()
}

/// The unit that a title gives for the whole table: `（単位：百万円）`, `(in million yen)`; or, plainly called so, the name of the sheet or
/// of the file.
pub fn title_unit(extent: &Extent) -> Option<String> {
    let called = |name: &&String| name.contains("単位:") || name.contains("単位：");
    let said = || extent.titles.iter().chain(extent.names.iter().filter(called));
    let english = |title: &String| title.split(['(', ')', '（', '）', '[', ']']).find_map(unit::of_english);
    said().find_map(|title| japanese_unit(title)).or_else(|| Some(said().find_map(english)?.to_owned()))
}

fn japanese_unit(title: &str) -> Option<String> {
    let (_, after) = title.split_once("単位")?;
    let unit: String = after
        .trim_start_matches([':', '：', ' ', '\u{3000}'])
        .chars()
        .take_while(|c| !matches!(c, ')' | '）' | ']' | '］' | '、' | ',' | ' ' | '\u{3000}'))
        .collect();
    (1..=8).contains(&unit.chars().count()).then_some(unit)
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
