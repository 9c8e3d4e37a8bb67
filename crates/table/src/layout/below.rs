//! Tables of one form, from several sheets, below each other.

use crate::extent::Extent;
use crate::typing::Column;

use super::days::Days;
use super::turn::{Sheet, cells, heading};
use super::{Draft, naming};

/// One of the tables that are put below each other.
pub struct Part<'a> {
    /// The table.
    pub draft: &'a Draft,
    /// Where it has the columns of the one that all were compared with.
    pub places: Vec<usize>,
    /// What its sheet is called.
    pub name: String,
}

impl Part<'_> {
    /// The column that stands at this place of the joined table.
    pub fn column(&self, at: usize) -> &Column {
        &self.draft.columns[self.places[at]]
    }
}

/// The text of all tables with the columns in one order, and before them, if the rows need it, the name of the sheet. Days
/// are made whole with the month that the sheet names.
pub fn join(parts: &[Part], with_names: bool, days: Option<&Days>) -> (String, Extent) {
    let first = parts[0].draft;
    let mut sheet = Sheet::default();
    let mut whole = Extent { not_data: Vec::new(), ragged: (0, Vec::new()), ..first.extent.clone() };
    let mut base = 0;
    for (number, part) in parts.iter().enumerate() {
        let extent = &part.draft.extent;
        for (row, record) in extent.all_records().into_iter().enumerate() {
            let mut cells = cells(part.draft, row);
            if let Some(days) = days {
                let cell = &mut cells[part.places[days.at]];
                *cell = days.date(number, cell);
            }
            let own = part.places.iter().map(|at| cells[*at].as_str());
            sheet.row(base + record as usize, with_names.then_some(part.name.as_str()).into_iter().chain(own));
        }
        whole.sheets.push((base, part.name.clone()));
        whole.doubtful |= extent.doubtful;
        whole.ragged.0 += extent.ragged.0;
        whole.ragged.1.extend(extent.ragged.1.iter().map(|record| base + record));
        whole.not_data.extend(extent.not_data.iter().cloned().map(|mut row| {
            row.record += base;
            row
        }));
        base += records(extent);
    }
    whole.ragged.1.truncate(10);
    // The order is that of the sheet which the others were compared with; it may have been left out since.
    let own = parts[0].places.iter().map(|at| first.extent.headings[*at].clone());
    let names = with_names.then(|| heading(naming::of_sheets(&first.extent.headings)));
    let headings = names.into_iter().chain(own).collect();
    sheet.extent(whole, headings)
}

/// Records of a sheet, as far as anything is known of them.
fn records(extent: &Extent) -> usize {
    let last = extent.all_records().into_iter().max().map_or(0, |record| record as usize + 1);
    extent.not_data.iter().map(|row| row.record + 1).max().unwrap_or(0).max(last)
}
