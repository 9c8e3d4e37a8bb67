//! What each column holds: a plan from a sample, then one pass over all rows, then the decision.

mod build;
mod decide;
mod dictionary;
mod hint;
mod kind;
mod name;
mod year;

use sanpo_api::{ColumnType, Grain};

use crate::cells::trim;
use crate::extent::Extent;
use crate::records::Splitter;

pub use build::BadCells;
pub use dictionary::{Dictionary, MISSING};
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
    /// Cells that say "closed".
    pub closed: usize,
    /// Some dates were in a Japanese era.
    pub era: bool,
    /// Dates had no year: whether another source named it.
    pub year: YearSource,
    /// Day and month could be swapped.
    pub swappable: bool,
    /// Dates were Excel serials, or codes were rounded by Excel.
    pub repaired: bool,
}

/// Where the year of a date column comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearSource {
    /// Every date has its own.
    Cells,
    /// A title above the table.
    Title,
    /// Nobody knows.
    Unknown,
}

/// Rows that the plan is made from, spread over the file.
const SAMPLE_ROWS: usize = 1_000;

/// Types every column. Columns without heading and value at the right edge are dropped; their number is given too.
pub fn columns(splitter: &Splitter, extent: &Extent, tick: &mut dyn FnMut(usize)) -> (Vec<Column>, usize) {
    let width = extent.headings.len();
    let samples = samples(splitter, extent);
    let hints: Vec<Hint> = extent.headings.iter().map(|h| Hint::of(&h.raw)).collect();
    let siblings = hint::Siblings::of(&hints);
    let plans: Vec<Plan> =
        (0..width).map(|c| decide::plan(&hints[c], siblings, samples[c].iter().map(String::as_str))).collect();
    let mut builders: Vec<Builder> = plans.iter().map(|plan| Builder::new(*plan, extent.starts.len())).collect();
    fill(splitter, extent, &mut builders, &vec![true; width], tick);

    // What failed its plan is read again: by a better plan if it was made blind, else as text.
    for _ in 0..2 {
        let failed: Vec<bool> = builders.iter().map(|b| !b.holds()).collect();
        if !failed.contains(&true) {
            break;
        }
        for (c, builder) in builders.iter_mut().enumerate().filter(|(c, _)| failed[*c]) {
            let again =
                if builder.is_blind() { decide::plan(&hints[c], siblings, builder.levels()) } else { Plan::Text };
            let again = if again == Plan::Unseen { Plan::Text } else { again };
            *builder = Builder::new(again, extent.starts.len());
        }
        fill(splitter, extent, &mut builders, &failed, tick);
    }
    let kept = kept_width(extent, &builders);
    let finished = builders.into_iter().take(kept).enumerate();
    let columns = finished.map(|(field, b)| b.finish(field, &extent.headings[field], &hints[field], &extent.titles));
    (name::unique(columns.collect()), width - kept)
}

/// Evenly spread cells of each column, trimmed.
fn samples(splitter: &Splitter, extent: &Extent) -> Vec<Vec<String>> {
    let mut samples = vec![Vec::new(); extent.headings.len()];
    let stride = extent.starts.len().div_ceil(SAMPLE_ROWS).max(1);
    let mut fields = Vec::new();
    for start in extent.starts.iter().step_by(stride) {
        splitter.record(*start as usize, &mut fields);
        for (sample, field) in samples.iter_mut().zip(&fields) {
            sample.push(trim(&field.text(splitter.text())).to_owned());
        }
    }
    samples
}

/// One pass over all rows for the chosen columns.
fn fill(splitter: &Splitter, extent: &Extent, builders: &mut [Builder], chosen: &[bool], tick: &mut dyn FnMut(usize)) {
    let mut fields = Vec::new();
    for (row, start) in extent.starts.iter().enumerate() {
        if row % 65_536 == 0 {
            tick(row);
        }
        splitter.record(*start as usize, &mut fields);
        for (column, builder) in builders.iter_mut().enumerate().filter(|(c, _)| chosen[*c]) {
            match fields.get(column) {
                Some(field) => builder.push(row, trim(&field.text(splitter.text()))),
                None => builder.push(row, ""),
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
