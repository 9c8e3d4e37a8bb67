//! What each column holds: a plan from a sample, then one pass over all rows, then the decision.

mod build;
mod decide;
mod dictionary;
mod fill_down;
mod hint;
pub mod join;
mod kind;
mod name;
mod spelling;
mod wish;
mod year;

use sanpo_api::{Choices, ColumnType, Grain, Moment};

use crate::cells::date::Order;
use crate::cells::trim;
use crate::extent::Extent;
use crate::records::Splitter;

pub use build::BadCells;
pub use decide::Rivals;
pub use dictionary::{Dictionary, MISSING};
pub use fill_down::{Merge, Origins};
pub use year::{Clues, settle};
pub use hint::{Hint, has_word};

use build::Builder;
use decide::Plan;

/// Values of a column.
pub enum Data {
    /// Numbers, `NaN` where missing.
    Numbers(Vec<f64>),
    /// Seconds since 1970, `i64::MIN` where missing.
    Moments(Vec<i64>),
    /// Codes into the levels, [`MISSING`] where missing.
    Texts(Vec<u32>, Dictionary),
}

/// A column with its type.
pub struct Column {
    /// Its place among the fields of a record.
    pub field: usize,
    /// Clean, unique name.
    pub name: String,
    /// The header as in the file.
    pub raw: String,
    /// The name was given because there was none, or it was taken.
    pub named: bool,
    /// What it holds.
    pub kind: ColumnType,
    /// Unit of its numbers.
    pub unit: Option<String>,
    /// The unit stood in the cells.
    pub unit_in_cells: bool,
    /// How fine its dates are.
    pub grain: Option<Grain>,
    /// The values.
    pub data: Data,
    /// Cells that did not fit.
    pub bad: BadCells,
    /// Rows that say "closed".
    pub closed: Vec<u32>,
    /// Some dates were in a Japanese era.
    pub era: bool,
    /// Dates had no year: whether another source named it.
    pub year: YearSource,
    /// How its dates were read, and how they could be read as well.
    pub order: Option<(Order, Rivals)>,
    /// Dates carried the mark of UTC and were looked at in Japan.
    pub utc: bool,
    /// Dates were numbers of weeks, and nobody has said how they are counted.
    pub weeks: bool,
    /// Dates whose day of the week belongs to another date: data rows, at most 10, and how many.
    pub weekday_wrong: (usize, Vec<usize>),
    /// The first different cells, at most three, for questions about dates.
    pub examples: Vec<String>,
    /// Dates were day counts of Excel.
    pub serial: bool,
    /// Codes were rounded by Excel.
    pub rounded: bool,
    /// Values in several units were turned into one.
    pub converted: bool,
    /// Blanks repeat the value of these rows.
    pub origins: Option<Origins>,
    /// Spellings of one thing: examples and how many; merged or only found.
    pub spellings: (usize, Vec<(String, String)>),
    /// The spellings were made one.
    pub merged: bool,
    /// The column is not in the file: it was made from these columns.
    pub made_from: Vec<usize>,
}

impl Column {
    /// A column of nothing but values.
    pub fn empty(data: Data) -> Self {
        Self {
            field: 0,
            name: String::new(),
            raw: String::new(),
            named: false,
            kind: ColumnType::Empty,
            unit: None,
            unit_in_cells: false,
            grain: None,
            data,
            bad: BadCells::default(),
            closed: Vec::new(),
            era: false,
            year: YearSource::Cells,
            order: None,
            utc: false,
            weeks: false,
            weekday_wrong: (0, Vec::new()),
            examples: Vec::new(),
            serial: false,
            rounded: false,
            converted: false,
            origins: None,
            spellings: (0, Vec::new()),
            merged: false,
            made_from: Vec::new(),
        }
    }

    /// Number of values, missing ones included.
    pub fn rows(&self) -> usize {
        match &self.data {
            Data::Numbers(values) => values.len(),
            Data::Moments(values) => values.len(),
            Data::Texts(codes, _) => codes.len(),
        }
    }

    /// What tells the value of a row from others.
    pub fn key(&self, row: usize) -> u64 {
        match &self.data {
            Data::Numbers(values) => values[row].to_bits(),
            Data::Moments(values) => values[row] as u64,
            Data::Texts(codes, _) => u64::from(codes[row]),
        }
    }

    /// The first date.
    pub fn first_moment(&self) -> Option<Moment> {
        match &self.data {
            Data::Moments(values) => values.iter().copied().find(|v| *v != i64::MIN).map(Moment),
            _ => None,
        }
    }

    /// Blanks that were filled from above.
    pub fn n_filled(&self) -> usize {
        self.origins.as_ref().map_or(0, |o| o.iter().enumerate().filter(|(row, from)| *row as u32 != **from).count())
    }
}

/// Where the year of a date column comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum YearSource {
    /// Every date has its own.
    #[default]
    Cells,
    /// A title above the table, or the file's name.
    Title,
    /// The days of the week beside the dates.
    Weekdays,
    /// The person.
    Person,
    /// Nobody knows.
    Unknown,
}

/// Rows that the plan is made from, spread over the file.
const SAMPLE_ROWS: usize = 1_000;

/// What typing needs to know beside the cells.
pub struct Circumstances<'a> {
    /// What the person decided.
    pub choices: &'a Choices,
    /// Cells that a workbook merges downwards.
    pub merges: &'a [Merge],
}

/// Types every column. Columns without heading and value at the right edge are dropped; their number is given too.
pub fn columns(
    splitter: &Splitter,
    extent: &Extent,
    around: &Circumstances,
    tick: &mut dyn FnMut(usize),
) -> (Vec<Column>, usize) {
    let width = extent.headings.len();
    let wishes = wish::all(&extent.headings, around.choices);
    let mut origins = fill_down::origins(splitter, extent, &wishes, around.merges);
    let samples = samples(splitter, extent);
    let hints: Vec<Hint> = extent.headings.iter().map(|h| Hint::of(&h.raw)).collect();
    let siblings = hint::Siblings::of(&hints);
    let plan = |c: usize, cells: &mut dyn Iterator<Item = &str>| decide::plan(&hints[c], siblings, &wishes[c], cells);
    let plans: Vec<Plan> = (0..width).map(|c| plan(c, &mut samples[c].iter().map(String::as_str))).collect();
    let rows = extent.starts.len();
    let mut builders: Vec<Builder> = plans.iter().enumerate().map(|(c, p)| Builder::new(*p, &wishes[c], rows)).collect();
    let pass = Pass { splitter, extent, origins: &origins };
    pass.fill(&mut builders, &vec![true; width], tick);

    // What failed its plan is read again: by a better plan if there is one, else as text.
    for _ in 0..2 {
        let failed: Vec<bool> = builders.iter().map(|b| !b.holds()).collect();
        if !failed.contains(&true) {
            break;
        }
        for (c, builder) in builders.iter_mut().enumerate().filter(|(c, _)| failed[*c]) {
            let again = if builder.is_blind() { plan(c, &mut builder.levels()) } else { builder.second_plan() };
            let again = if again == Plan::Unseen { Plan::Text } else { again };
            *builder = Builder::new(again, &wishes[c], rows);
        }
        pass.fill(&mut builders, &failed, tick);
    }
    let kept = match around.choices.has(&sanpo_api::Choice::KeepEmptyColumns) {
        true => width,
        false => kept_width(extent, &builders),
    };
    let finished = builders.into_iter().take(kept).enumerate().map(|(c, builder)| {
        let mut column = builder.finish(&extent.headings[c], &hints[c], &wishes[c], &extent.titles);
        column.field = extent.first_field + c;
        column.origins = origins[c].take();
        column
    });
    let mut columns = name::unique(finished.collect());
    years_by_weekdays(&mut columns);
    (columns, width - kept)
}

/// A column of weekdays tells the year of dates that have none.
fn years_by_weekdays(columns: &mut [Column]) {
    let open = |c: &Column| matches!(c.year, YearSource::Unknown | YearSource::Title);
    let Some(at) = columns.iter().position(open) else { return };
    let days = columns.iter().find_map(|c| weekdays(&c.data));
    if let (Some(days), Data::Moments(values)) = (days, &mut columns[at].data)
        && year::settle_again(values, &days)
    {
        columns[at].year = YearSource::Weekdays;
    }
}

/// Rows and days of a column of weekdays.
fn weekdays(data: &Data) -> Option<Vec<(u32, u8)>> {
    let Data::Texts(codes, levels) = data else { return None };
    let days: Vec<Option<u8>> = levels.iter().map(crate::cells::date::weekday).collect();
    let short = levels.iter().all(|l| l.chars().count() <= 3 || l.is_ascii());
    if !(2..=7).contains(&days.len()) || !short || days.iter().any(Option::is_none) {
        return None;
    }
    let of = |(row, code): (usize, &u32)| Some((row as u32, (*days.get(*code as usize)?)?));
    Some(codes.iter().enumerate().filter_map(of).collect())
}

/// Evenly spread cells of each column, trimmed.
fn samples(splitter: &Splitter, extent: &Extent) -> Vec<Vec<String>> {
    let mut samples = vec![Vec::new(); extent.headings.len()];
    let stride = extent.starts.len().div_ceil(SAMPLE_ROWS).max(1);
    let mut fields = Vec::new();
    for start in extent.starts.iter().step_by(stride) {
        splitter.record(*start as usize, &mut fields);
        for (sample, field) in samples.iter_mut().zip(fields.iter().skip(extent.first_field)) {
            sample.push(trim(&field.text(splitter.text())).to_owned());
        }
    }
    samples
}

/// A pass over all rows.
struct Pass<'a> {
    splitter: &'a Splitter<'a>,
    extent: &'a Extent,
    origins: &'a [Option<Origins>],
}

impl Pass<'_> {
    /// Gives the cells of the chosen columns to their builders.
    fn fill(&self, builders: &mut [Builder], chosen: &[bool], tick: &mut dyn FnMut(usize)) {
        let mut fields = Vec::new();
        let mut above = vec![String::new(); builders.len()];
        let text = self.splitter.text();
        for (row, start) in self.extent.starts.iter().enumerate() {
            if row % 65_536 == 0 {
                tick(row);
            }
            self.splitter.record(*start as usize, &mut fields);
            for (column, builder) in builders.iter_mut().enumerate().filter(|(c, _)| chosen[*c]) {
                let field = fields.get(self.extent.first_field + column).map(|f| f.text(text)).unwrap_or_default();
                let cell = trim(&field);
                match &self.origins[column] {
                    None => builder.push(row, cell),
                    Some(origins) if origins[row] as usize == row => {
                        cell.clone_into(&mut above[column]);
                        builder.push(row, cell);
                    }
                    Some(_) => builder.push(row, &above[column]),
                }
            }
        }
    }
}

/// The width without the empty, nameless columns at the right edge.
fn kept_width(extent: &Extent, builders: &[Builder]) -> usize {
    let ghost = |c: &usize| extent.headings[*c].parts.is_empty() && builders[*c].is_empty();
    let kept = (0..builders.len()).rev().find(|c| !ghost(c)).map_or(1, |last| last + 1);
    kept.min(builders.len())
}
