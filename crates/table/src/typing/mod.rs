//! What each column holds: a plan from a sample, then one pass over all rows, then the decision.

mod bad;
mod build;
mod column;
mod decide;
mod dictionary;
mod fill_down;
mod finish;
mod hint;
pub mod join;
mod judge;
mod kind;
mod name;
mod recent;
mod spelling;
mod wish;
mod year;

use sanpo_api::Choices;

use crate::cells::trim;
use crate::extent::Extent;
use crate::records::Splitter;

pub use bad::BadCells;
pub use column::{Column, Data};
pub use decide::Rivals;
pub use dictionary::{Dictionary, MISSING};
pub use fill_down::{Merge, Origins};
pub use hint::{Hint, has_word};
pub use year::{Clues, YearSource, name_a_year, settle};

use build::Builder;
use decide::Plan;

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
    let mut builders: Vec<Builder> =
        plans.iter().enumerate().map(|(c, p)| Builder::new(*p, &wishes[c], rows)).collect();
    let pass = Pass { splitter, extent, origins: &origins };
    pass.fill(&mut builders, &vec![true; width], tick);

    let mut mixed = vec![false; width];
    // What failed its plan is read again: by a better plan if there is one, else as text.
    for _ in 0..2 {
        let failed: Vec<bool> = builders.iter().map(|b| !b.holds()).collect();
        if !failed.contains(&true) {
            break;
        }
        for (c, builder) in builders.iter_mut().enumerate().filter(|(c, _)| failed[*c]) {
            let again = if builder.is_blind() { plan(c, &mut builder.levels()) } else { builder.second_plan() };
            let again = if again == Plan::Unseen { Plan::Text } else { again };
            mixed[c] = again == Plan::Text && builder.mixes_units();
            *builder = Builder::new(again, &wishes[c], rows);
        }
        // The bar stands still meanwhile: it must not run back.
        pass.fill(&mut builders, &failed, &mut |_| ());
    }
    let kept = match around.choices.has(&sanpo_api::Choice::KeepEmptyColumns) {
        true => width,
        false => kept_width(extent, &builders),
    };
    let said = extent.said();
    let finished = builders.into_iter().take(kept).enumerate().map(|(c, builder)| {
        let mut column = builder.finish(&extent.headings[c], &hints[c], &wishes[c], &said);
        column.field = extent.first_field + c;
        column.origins = origins[c].take();
        column.mixed = mixed[c];
        column.units_settled = wishes[c].convert;
        column
    });
    let mut columns = name::unique(finished.collect());
    year::by_weekday_column(&mut columns, &said);
    year::anew_with_blocks(&mut columns);
    (columns, width - kept)
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
        let first = self.extent.first_field;
        let all = builders.iter_mut().zip(self.origins).enumerate().filter(|(column, _)| chosen[*column]);
        let mut open: Vec<_> = all
            .map(|(column, (builder, origins))| (first + column, builder, origins.as_ref(), String::new()))
            .collect();
        let mut fields = Vec::new();
        let text = self.splitter.text();
        for (row, start) in self.extent.starts.iter().enumerate() {
            if row % 65_536 == 0 {
                tick(row);
            }
            self.splitter.record(*start as usize, &mut fields);
            for (field, builder, origins, above) in &mut open {
                let written;
                let cell = match fields.get(*field).map(|f| f.plain(text).ok_or(f)) {
                    None => "",
                    Some(Ok(plain)) => trim(plain),
                    Some(Err(field)) => {
                        written = field.text(text);
                        trim(&written)
                    }
                };
                match origins {
                    None => builder.push(row, cell),
                    Some(origins) if origins[row] as usize == row => {
                        cell.clone_into(above);
                        builder.push(row, cell);
                    }
                    Some(_) => builder.push(row, above),
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
